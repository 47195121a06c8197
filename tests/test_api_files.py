"""Files from the API: every event that matches, or a page that says that it is one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from made import days, timeline_with

from timeline.export import FORMATS, Asked, Part
from timeline.query import Filters
from timeline.store import Store
from web import create_app

NUMBER = 144  # more than the events that a page holds
FILES = [name for name in FORMATS if name != "json"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = tmp_path_factory.mktemp("store") / "timeline.db"
    with Store.open(path) as store:
        store.save(timeline_with(*(days(number, number) for number in range(1, NUMBER + 1))))
    return create_app(path).test_client()


@pytest.mark.parametrize("form", FILES)
def test_a_file_holds_every_event_that_matches(client: FlaskClient, form: str) -> None:
    answer, export = client.get(f"/api/v1/events?format={form}"), client.get(f"/export/{form}")
    # A feed names the address that it was read from.
    assert (answer.status_code, answer.text) == (
        200,
        export.text.replace(f"export/{form}", f"api/v1/events?format={form}"),
    )
    assert answer.content_type == FORMATS[form].media_type
    assert "Link" not in answer.headers


def test_the_lines_of_a_file_are_counted_by_hand(client: FlaskClient) -> None:
    assert client.get("/api/v1/events?format=ndjson").text.count("\n") == NUMBER
    assert len(client.get("/api/v1/events").get_json()["events"]) == 100


def test_a_file_of_one_page_says_so(client: FlaskClient) -> None:
    first = client.get("/api/v1/events?format=html&limit=2")
    assert "Shown: <bdi>every event with a date (the first 2 of 144)</bdi>" in first.text
    link = first.headers["Link"].removeprefix("<").partition(">")[0]
    assert "every event with a date (2 of 144, further on)" in client.get(link).text
    assert client.get("/api/v1/events?format=md&limit=2").text.startswith(
        "# Timeline: every event with a date (the first 2 of 144)\n"
    )
    whole = client.get("/api/v1/events?format=html&limit=1000").text
    assert "Shown: <bdi>every event with a date</bdi>" in whole


@pytest.mark.parametrize("address", ["/export/{}?source=A%26B", "/api/v1/events?format={}&source=A%26B&limit=2"])
def test_a_feed_names_its_own_address(client: FlaskClient, address: str) -> None:
    atom, feed = (client.get(address.format(form)) for form in ("atom", "jsonfeed"))
    own = f"http://localhost{address.format('atom')}".replace("&", "&amp;")
    assert f'<link rel="self" type="application/atom+xml" href="{own}"/>' in atom.text
    assert feed.get_json()["feed_url"] == f"http://localhost{address.format('jsonfeed')}"
    assert 'rel="self"' not in b"".join(FORMATS["atom"].write([], Asked(Filters()))).decode()


def test_the_pages_of_a_feed_are_one_feed(client: FlaskClient) -> None:
    texts = [client.get(f"/api/v1/events?format=atom{more}").text for more in ("", "&limit=2")]
    names = [re.findall(r"<id>[^<]*</id>", text)[0] for text in texts]
    assert names[0] == names[1]


def test_a_page_among_too_many_to_count() -> None:
    words = Asked(Filters(), None, Part(100, None, 10_001, is_first=True)).words
    assert words == "every event with a date (the first 100 of at least 10,001)"


def test_a_store_that_cannot_be_read_gives_no_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    client = create_app(path).test_client()
    for file in tmp_path.iterdir():
        file.unlink()
    path.write_bytes(b"not a database, but long enough to look at" * 50)
    for address in ("/api/v1/events?format=csv", "/export/csv"):
        answer = client.get(address)
        assert (answer.status_code, json.loads(answer.data)["status"]) == (503, 503)

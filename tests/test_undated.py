"""An event without a date, wherever it is told: no share of being right, for no date was given that could be."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from timeline.export import FORMATS
from timeline.model import Article, Timeline
from timeline.pipeline import timeline_of
from timeline.reading import Hints, read_bytes
from timeline.store import Store
from web import create_app

STORY = b"The plant burned on Saturday."
SHARE = re.compile(r"confidence|\d %|right in|right\)", re.IGNORECASE)


def told(published: str | None) -> Timeline:
    (article,) = read_bytes(STORY, "story.txt", Hints(published=published))
    assert isinstance(article, Article)
    return timeline_of(article)


def served(tmp_path: Path, published: str | None) -> tuple[FlaskClient, str]:
    """Serve one article, and give the id of its one event."""
    timeline = told(published)
    with Store.open(tmp_path / "timeline.db") as store:
        store.save(timeline)
    return create_app(tmp_path / "timeline.db", allow_write=True).test_client(), timeline.events[0].id


def addresses(event: str) -> list[str]:
    pages = ["/?undated=include", f"/events/{event}"]
    return [*pages, f"/api/v1/events/{event}", *(f"/export/{name}?undated=include" for name in FORMATS)]


def words(page: str) -> str:
    """Read what a page or a file says, but for its style and the names of the columns of a table."""
    said = re.sub(r"<style>.*?</style>|<[^>]*>|^id,.*?\r\n", " ", page, flags=re.DOTALL)
    return " ".join(said.split())


def test_no_share_is_told_of_a_date_that_is_open(tmp_path: Path) -> None:
    client, event = served(tmp_path, None)
    found = {address: SHARE.findall(words(client.get(address).text)) for address in addresses(event)}
    assert {address: shares for address, shares in found.items() if shares} == {}
    (row,) = csv.DictReader(io.StringIO(client.get("/export/csv?undated=only").text, newline=""))
    assert (row["basis"], row["start"], row["confidence"]) == ("stated", "", "")
    assert "confidence" not in client.get("/api/v1/events?undated=only").get_json()["events"][0]


def test_the_share_is_told_of_the_same_words_with_a_date(tmp_path: Path) -> None:
    client, event = served(tmp_path, "2025-02-11")
    share = client.get(f"/api/v1/events/{event}").get_json()["confidence"]
    assert 0 < share < 1
    assert f"date stated ({share * 100:.0f} % right)" in words(client.get("/").text)
    assert f"{share * 100:.0f} % of such dates" in words(client.get(f"/events/{event}").text)
    assert f"stated (right in {share * 100:.0f} %)" in client.get("/export/md").text


@pytest.mark.parametrize(
    ("published", "short", "long"),
    [
        (None, "date open", "the sentence says when, but no date can be told from its words"),
        ("2025-02-11", "date stated", "the sentence itself says when"),
    ],
)
def test_the_pages_say_of_an_open_date_that_it_is_open(
    tmp_path: Path, published: str | None, short: str, long: str
) -> None:
    client, event = served(tmp_path, published)
    (fact,) = re.findall(r'<span class="fact" title="([^"]*)">([^<(]*)', client.get("/?undated=include").text)
    assert (fact[0], fact[1].strip()) == (long, short)
    assert f"Basis stated: {long} Modality" in words(client.get(f"/events/{event}").text)
    form = client.get("/add").text
    token = re.search(r'name="csrf_token" value="([^"]*)"', form)
    assert token
    given = {"csrf_token": token[1], "text": STORY.decode(), "published": published or ""}
    assert f'<span class="fact quiet">{short}</span>' in client.post("/add", data=given).text

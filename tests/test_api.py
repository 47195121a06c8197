"""The API, to the letter of the interfaces: exact JSON, problems that name the field, ETags, cursors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from stocked import MADE, fill, timeline

from timeline.query import Cursor, encode_cursor
from timeline.record import event_json
from timeline.schemas import ArticleListSchema, ArticleSchema, EventPageSchema, ProblemSchema
from web import create_app

LABELS = [
    "480 BC",
    "1990s",
    "Fri 31 Oct 1997",
    "since 2024",
    "Fri 7 Feb 2025",
    "Sat 8 Feb 2025, late",
    "10–14 Feb 2025",
    "Wed 12 Feb 2025",
    "spring 2025",
    "Jun 2025",
]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db"))


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def labels(client: FlaskClient, query: str) -> list[str]:
    return [event["label"] for event in client.get(f"/api/v1/events{query}").get_json()["events"]]


def problem(client: FlaskClient, address: str, status: int) -> Any:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    body = answer.get_json()
    assert ProblemSchema().validate(body) == {}
    assert (body["type"], body["status"]) == ("about:blank", status)
    return body


# ---- events -----------------------------------------------------------------------------------------------------


def test_events_are_all_there_in_order(client: FlaskClient) -> None:
    answer = client.get("/api/v1/events")
    assert answer.mimetype == "application/json"
    body = answer.get_json()
    assert list(body) == ["events", "next", "total"]
    assert [event["label"] for event in body["events"]] == LABELS
    assert (body["next"], body["total"]) == (None, 10)
    assert "Link" not in answer.headers
    assert EventPageSchema().validate(body) == {}


def test_an_event_is_the_same_alone_in_a_list_and_as_it_was_made(client: FlaskClient) -> None:
    made = timeline(MADE[0])
    wanted = [json.loads(json.dumps(event_json(made, event))) for event in made.events]
    for event in wanted:
        assert client.get(f"/api/v1{event['url']}").get_json() == event
    listed = client.get(f"/api/v1/events?article={made.article.id}").get_json()["events"]
    assert sorted(listed, key=lambda event: event["id"]) == sorted(wanted, key=lambda event: event["id"])


def test_the_keys_of_an_event_are_those_of_the_interfaces(client: FlaskClient) -> None:
    event = client.get("/api/v1/events?text=crews").get_json()["events"][0]
    assert event["quote"] == "Fire crews left late Saturday, the mayor said."
    assert (event["start"], event["end"], event["edtf"]) == ("2025-02-08", "2025-02-09", "2025-02-08")
    assert (event["granularity"], event["label"]) == ("day", "Sat 8 Feb 2025, late")
    assert (event["basis"], event["modality"]) == ("stated", "happened")
    assert event["timex"]["text"] == "late Saturday"
    assert event["why"]["anchor"]["kind"] == "published"
    assert event["why"]["alternatives"] == [{"edtf": "2025-02-15", "reason": "no word points to the future"}]
    text = MADE[0].text
    for part in ("timex", "trigger"):
        assert text[event[part]["start"] : event[part]["end"]] == event[part]["text"]
    assert text[event["sentence"]["start"] : event["sentence"]["end"]] == event["quote"]


def test_pages_follow_one_another_by_cursor(client: FlaskClient) -> None:
    address, seen = "/api/v1/events?limit=3&undated=include", []
    while address:
        answer = client.get(address)
        seen += [event["label"] for event in answer.get_json()["events"]]
        assert answer.get_json()["total"] == 11
        link = answer.headers.get("Link")
        assert (link is None) == (answer.get_json()["next"] is None)
        address = link.removeprefix("<").removesuffix('>; rel="next"') if link else ""
        assert not address or f"cursor={answer.get_json()['next']}" in address
    assert seen == [*LABELS, "undated"]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("?from=2025-02-08&to=2025-02-08", ["since 2024", "Sat 8 Feb 2025, late"]),
        ("?to=1995", ["480 BC", "1990s"]),
        ("?from=2025-04", ["since 2024", "spring 2025", "Jun 2025"]),
        ("?text=alarm", ["Wed 12 Feb 2025"]),
        ("?modality=planned&modality=denied", ["Wed 12 Feb 2025", "Jun 2025"]),
        ("?modality=planned,denied", ["Wed 12 Feb 2025", "Jun 2025"]),
        ("?basis=inherited", ["Fri 31 Oct 1997"]),
        ("?granularity=season", ["spring 2025"]),
        ("?undated=only", ["undated"]),
        ("?source=Nobody", []),
        ("?order=desc&limit=1", ["Jun 2025"]),
    ],
)
def test_filters(client: FlaskClient, query: str, wanted: list[str]) -> None:
    assert labels(client, query) == wanted


def test_other_formats(client: FlaskClient) -> None:
    answer = client.get("/api/v1/events?format=ndjson")
    assert answer.mimetype == "application/x-ndjson"
    lines = answer.get_data(as_text=True).splitlines()
    assert [json.loads(line)["label"] for line in lines] == LABELS
    assert client.get("/api/v1/events?format=csv").mimetype == "text/csv"


# ---- articles ---------------------------------------------------------------------------------------------------


def test_articles_stand_by_publish_date_those_without_last(client: FlaskClient) -> None:
    body = client.get("/api/v1/articles").get_json()
    assert ArticleListSchema().validate(body) == {}
    assert [article["published"] for article in body["articles"]] == [
        "2020-01-01",
        "2024-11-08",
        "2025-02-14T08:15",
        None,
    ]
    assert (body["next"], body["total"]) == (None, 4)
    first = client.get("/api/v1/articles?limit=3")
    assert first.headers["Link"] == f'</api/v1/articles?limit=3&cursor={first.get_json()["next"]}>; rel="next"'
    rest = client.get(f"/api/v1/articles?cursor={first.get_json()['next']}").get_json()["articles"]
    assert first.get_json()["articles"] + rest == body["articles"]


@pytest.mark.parametrize("address", ["/api/v1/articles", "/articles"])
def test_articles_take_no_cursor_of_events_nor_one_of_nowhere(client: FlaskClient, address: str) -> None:
    event = client.get("/api/v1/events?limit=1").get_json()["next"]
    undated = client.get("/api/v1/events?undated=include&limit=10").get_json()["next"]
    for cursor in (event, undated, "OjowOmE", encode_cursor(Cursor(5, None, "a", 1))):
        answer = client.get(f"{address}?cursor={cursor}")
        assert answer.status_code == 400
        assert "cursor" in answer.text
        assert "is not one that this service gave" in answer.text
    first = client.get("/api/v1/articles?limit=3").get_json()["next"]
    assert client.get(f"{address}?cursor={first}").status_code == 200


def test_an_article_comes_with_its_text_and_what_became_of_each_expression(client: FlaskClient) -> None:
    made = timeline(MADE[0])
    body = client.get(f"/api/v1/articles/{made.article.id}").get_json()
    assert ArticleSchema().validate(body) == {}
    assert body["text"] == MADE[0].text
    assert [block["kind"] for block in body["blocks"]][:5] == ["header", "headline", "byline", "dateline", "body"]
    assert [timex["outcome"] for timex in body["timexes"]].count("event") == 9
    for timex in body["timexes"]:
        assert body["text"][timex["start"] : timex["end"]] == timex["text"]


# ---- what goes wrong --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/api/v1/events?frm=2025", "frm"),
        ("/api/v1/events?from=soon", "from"),
        ("/api/v1/events?to=2025-02-30", "to"),
        ("/api/v1/events?from=2025&to=2024", "to"),
        ("/api/v1/events?from=2025&from=2024", "from"),
        ("/api/v1/events?limit=0", "limit"),
        ("/api/v1/events?limit=1001", "limit"),
        ("/api/v1/events?limit=ten", "limit"),
        ("/api/v1/events?cursor=xyz", "cursor"),
        ("/api/v1/events?modality=maybe", "modality"),
        ("/api/v1/events?undated=yes", "undated"),
        ("/api/v1/events?format=docx", "format"),
        ("/api/v1/density?unit=week", "unit"),
        ("/api/v1/density?limit=5", "limit"),
        ("/api/v1/articles?cursor=xyz", "cursor"),
        ("/api/v1/articles?source=x", "source"),
        ("/api/v1/events/0123456789abcdef?x=1", "x"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_name(client: FlaskClient, address: str, field: str) -> None:
    body = problem(client, address, 400)
    assert [error["field"] for error in body["errors"]] == [field]
    assert body["detail"].startswith(f"{field}: ")


@pytest.mark.parametrize("address", ["/api/v1/events", "/api/v1/density", "/export/csv", "/api/v1/events?format=md"])
def test_dates_the_wrong_way_round_are_both_repeated(client: FlaskClient, address: str) -> None:
    body = problem(client, f"{address}{'&' if '?' in address else '?'}from=2025-03&to=2024", 400)
    assert body["errors"] == [{"field": "to", "detail": "'2024' lies before from, '2025-03'"}]


@pytest.mark.parametrize("noun", ["event", "article"])
def test_an_unknown_id_is_not_found(client: FlaskClient, noun: str) -> None:
    body = problem(client, f"/api/v1/{noun}s/0123456789abcdef", 404)
    assert body["detail"] == f"There is no {noun} of the id '0123456789abcdef'; it may have been removed."


def test_an_unknown_address_and_a_wrong_method_are_problems(client: FlaskClient) -> None:
    problem(client, "/api/v1/nothing", 404)
    answer = client.delete("/api/v1/events")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_store_that_cannot_be_read_is_a_503_that_keeps_paths_to_itself(tmp_path: Path) -> None:
    db = fill(tmp_path / "timeline.db")
    client = create_app(db).test_client()
    for path in tmp_path.iterdir():
        path.unlink()
    db.write_bytes(b"not a database, but long enough to look at" * 50)
    body = problem(client, "/api/v1/events", 503)
    assert str(tmp_path) not in json.dumps(body)
    assert client.get("/healthz").status_code == 503
    assert client.get("/").status_code == 503


# ---- HTTP -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/api/v1/events", "/api/v1/articles", "/", "/articles", "/static/timeline.css"])
def test_an_unchanged_answer_is_a_304(client: FlaskClient, address: str) -> None:
    first = client.get(address, buffered=True)
    tag = first.headers["ETag"]
    assert tag.startswith('"')
    again = client.get(address, headers={"If-None-Match": tag}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}, buffered=True).status_code == 200
    head = client.head(address, buffered=True)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == tag
    assert head.headers["Content-Length"] == first.headers["Content-Length"]


def test_a_changed_store_changes_the_etag(tmp_path: Path) -> None:
    db = fill(tmp_path / "timeline.db")
    client = create_app(db).test_client()
    tag = client.get("/api/v1/events").headers["ETag"]
    from timeline.store import Store

    with Store.open(db) as store:
        assert store.remove(timeline(MADE[2]).article.id)
    answer = client.get("/api/v1/events", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.get_json()["total"] == 9


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:8000"])
def test_loopback_answers_to_its_own_names(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).get_json() == {"status": "ok"}


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::", "192.0.2.1"]
)
@pytest.mark.parametrize("address", ["/", "/healthz", "/api/v1/events", "/nothing"])
def test_loopback_refuses_the_names_of_others(client: FlaskClient, address: str, host: str) -> None:
    assert client.get(address, headers={"Host": host}).status_code == 400


def test_bound_to_the_network_any_name_is_answered(tmp_path: Path) -> None:
    client = create_app(tmp_path / "timeline.db", host="0.0.0.0").test_client()  # noqa: S104  a container binds so
    assert client.get("/healthz", headers={"Host": "timeline.example"}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/articles", "/healthz", "/api/v1/events", "/nothing", "/static/timeline.css"]
)
def test_every_answer_keeps_the_browser_to_itself(client: FlaskClient, address: str) -> None:
    headers = client.get(address, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    allowed = re.findall(r"(?:script|style|img|connect)-src ([^;]*)", policy)
    assert set(allowed) <= {"'self'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"

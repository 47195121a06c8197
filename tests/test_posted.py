"""Articles by POST: what is stored, what is refused with which status, and that nothing is stored by halves."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from packed import zipped

from timeline.export import FORMATS
from timeline.schemas import ArticleSchema, EventPageSchema, ProblemSchema
from web import create_app
from web.limits import LONGEST

ADDRESS = "/api/v1/articles"
STORY = {"text": "The plant burned on Saturday. Talks resume on Sunday.", "published": "2025-02-11"}


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(tmp_path / "timeline.db", allow_write=True).test_client()


def files(*named: tuple[str, bytes | str], **said: str) -> dict[str, Any]:
    """Give the form of an upload: (name, content) each, and what is said about all of them."""
    contents = ((name, content.encode() if isinstance(content, str) else content) for name, content in named)
    return {"file": [(io.BytesIO(content), name) for name, content in contents], **said}


def total(client: FlaskClient) -> int:
    return int(client.get(ADDRESS).get_json()["total"])


def told(answer: Any) -> list[tuple[str, str]]:
    return [(event["label"], event["basis"]) for event in answer.get_json()["events"]]


# ---- what is stored ---------------------------------------------------------------------------------------------


def test_an_article_in_json_is_given_back_with_its_events(client: FlaskClient) -> None:
    said = {"title": "Fire", "source": "Wire", "url": "https://wire.example/fire", "lang": "en", "domain": "news"}
    answer = client.post(ADDRESS, json={**STORY, **said})
    body = answer.get_json()
    assert (answer.status_code, ArticleSchema().validate(body)) == (201, {})
    assert {name: body[name] for name in said} == said
    assert (body["text"], body["published"], body["basis"]) == (STORY["text"], "2025-02-11", "user")
    assert told(answer) == [("Sat 8 Feb 2025", "stated"), ("Sun 16 Feb 2025", "stated")]
    assert answer.headers["Location"] == f"{ADDRESS}/{body['id']}"
    assert client.get(answer.headers["Location"]).get_json() == body


def test_null_is_not_said(client: FlaskClient) -> None:
    nulls = dict.fromkeys(("title", "source", "url", "lang", "domain", "published"))
    answer = client.post(ADDRESS, json={"text": "Published: 2025-02-11\nThe plant burned on Saturday.", **nulls})
    assert (answer.status_code, answer.get_json()["basis"]) == (201, "header")
    assert told(answer) == [("Sat 8 Feb 2025", "stated")]


def test_the_same_article_is_stored_once_and_a_missing_date_is_filled_in(client: FlaskClient) -> None:
    undated = client.post(ADDRESS, json={"text": STORY["text"]})
    assert (undated.status_code, told(undated)[0]) == (201, ("Saturday", "stated"))
    again = client.post(ADDRESS, json={"text": STORY["text"]})
    assert (again.status_code, again.get_json()) == (200, undated.get_json())
    dated = client.post(ADDRESS, json=STORY)
    assert (dated.status_code, told(dated)[0]) == (200, ("Sat 8 Feb 2025", "stated"))
    assert dated.get_json()["id"] == undated.get_json()["id"]
    assert total(client) == 1


def test_files_are_read_as_add_reads_them(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, data=files(("C:\\news\\2025-02-11-mill.txt", "The mill burned on Monday.\n")))
    assert (answer.status_code, answer.get_json()["basis"]) == (201, "filename")
    assert told(answer) == [("Mon 10 Feb 2025", "stated")]
    page = (
        '<html><head><meta property="article:published_time" content="2025-02-11"></head><body><p>{}</p></body></html>'
    )
    answer = client.post(ADDRESS, data=files(("a.html", page.format("The mill burned on Monday, they said."))))
    assert (answer.status_code, answer.get_json()["basis"]) == (201, "metadata")


def test_several_files_are_several_articles(client: FlaskClient) -> None:
    lines = "".join(json.dumps({"text": f"The mill burned on {day} May 2021."}) + "\n" for day in (3, 4))
    sent = (("a.txt", "It rained on 5 May 2021."), ("b.jsonl", lines))
    answer = client.post(ADDRESS, data=files(*sent, source="Wire"))
    articles = answer.get_json()["articles"]
    assert (answer.status_code, "Location" in answer.headers) == (201, False)
    assert [article["events"][0]["label"][4:] for article in articles] == ["5 May 2021", "3 May 2021", "4 May 2021"]
    assert {article["source"] for article in articles} == {"Wire"}
    assert client.post(ADDRESS, data=files(*sent, source="Wire")).status_code == 200
    more = client.post(ADDRESS, data=files(*sent, ("c.txt", "It rained on 6 May 2021."), source="Wire"))
    assert (more.status_code, total(client)) == (201, 4)


def test_a_pasted_part_and_the_same_twice(client: FlaskClient) -> None:
    text = "It rained on 5 May 2021."
    assert (
        client.post(ADDRESS, data={"file": [text, text], "x": []}, content_type="multipart/form-data").status_code
        == 201
    )
    assert total(client) == 1


# ---- what is refused --------------------------------------------------------------------------------------------

TEXT = ("a.txt", "It rained on 5 May 2021.")
JSON = {"content_type": "application/json"}


@pytest.mark.parametrize(
    ("sent", "status", "fields"),
    [
        ({"data": b"{", **JSON}, 400, ["body"]),
        ({"data": b"", **JSON}, 400, ["body"]),
        ({"data": b'{"text": "\xff"}', **JSON}, 400, ["body"]),
        ({"data": b'{"text": "\\ud800"}', **JSON}, 400, ["body"]),
        ({"data": b"[" * 100_000, **JSON}, 400, ["body"]),
        ({"json": []}, 422, ["body"]),
        ({"json": {}}, 422, ["text"]),
        ({"json": {"text": " \n\t"}}, 422, ["text"]),
        ({"json": {"text": "?!"}}, 422, ["text"]),
        ({"json": {"text": "a\0b"}}, 422, ["text"]),
        ({"json": {"text": 1, "author": "x"}}, 422, ["text", "author"]),
        ({"json": {**STORY, "published": "soon"}}, 422, ["published"]),
        ({"json": {**STORY, "published": "2025"}}, 422, ["published"]),
        ({"json": {**STORY, "url": "javascript:alert(1)"}}, 422, ["url"]),
        ({"json": {**STORY, "lang": "Klingon"}}, 422, ["lang"]),
        ({"json": {**STORY, "domain": "gossip"}}, 422, ["domain"]),
        ({"json": {"text": "word " * (17 << 18)}}, 413, ["text"]),
        ({"data": b"x" * (33 << 20), **JSON}, 413, []),
        ({"data": "The mill burned.", "content_type": "text/plain"}, 415, []),
        ({"data": {"text": "a"}}, 415, []),
        ({}, 415, []),
        ({"data": files()}, 415, []),
        ({"data": files(("a.txt", ""))}, 422, ["file"]),
        ({"data": files(("a.jsonl", "\n\n"))}, 422, ["file"]),
        ({"data": files(("a.rtf", b"{\\rtf1 a}"))}, 415, ["file"]),
        ({"data": files(("a.xml", "<?xml version='1.0'?><ledger/>"))}, 415, ["file"]),
        ({"data": files(("a.zip", zipped({"a.txt": b"The mill burned."})))}, 415, ["file"]),
        ({"data": files(TEXT, ("b.jsonl", '{"text": "a"}\n{"text": 1}\n'))}, 422, ["file"]),
        ({"data": files(TEXT, published="soon")}, 422, ["published"]),
        ({"data": files(TEXT, author="x")}, 422, ["author"]),
        ({"data": {**files(TEXT), "document": (io.BytesIO(b"a"), "b.txt")}}, 422, ["document"]),
        ({"data": {**files(TEXT), "source": ["a", "b"]}}, 422, ["source"]),
        ({"data": b"--", "content_type": "multipart/form-data; boundary=b"}, 422, ["file"]),
        ({"data": b"--", "content_type": "multipart/form-data"}, 422, ["file"]),
        ({"json": STORY, "query_string": {"dry": "1"}}, 400, ["dry"]),
    ],
)
def test_what_cannot_be_stored_is_refused_by_field(
    client: FlaskClient, sent: dict[str, Any], status: int, fields: list[str]
) -> None:
    answer = client.post(ADDRESS, **sent)
    body = answer.get_json()
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), body
    assert ProblemSchema().validate(body) == {}
    assert sorted(error["field"] for error in body.get("errors", ())) == sorted(fields)
    assert total(client) == 0


def test_a_file_is_refused_by_its_name(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, data=files(TEXT, ("up/scan.png", b"\x89PNG\r\n")))
    assert answer.get_json()["detail"] == "file: scan.png: unsupported: an image"


def test_a_text_too_long_to_be_dated_while_one_waits_is_refused(client: FlaskClient) -> None:
    text = "It rained. " * (LONGEST // 11 + 1)
    allowed = "over HTTP an article may have 1,000,000, `timeline add` takes longer ones"
    reason = f"too large: {len(text):,} characters; {allowed}"
    for sent, wanted in (
        ({"json": {"text": text}}, f"text: {reason}"),
        ({"data": files(("short.txt", TEXT[1]), ("long.txt", text))}, f"file: long.txt: {reason}"),
    ):
        answer = client.post(ADDRESS, **sent)
        assert (answer.status_code, answer.get_json()["detail"]) == (413, wanted)
        answer.request.environ["wsgi.input"].close()  # the client writes what is large into a file of its own
    assert total(client) == 0
    assert client.post(ADDRESS, json={"text": "é" * LONGEST}).status_code == 201


# ---- hostile words ----------------------------------------------------------------------------------------------

HOSTILE = {
    "text": "The </script><script>alert(1)</script> \u202eplant\u2066 burned on 8 May 2025, \x1b[31mthey\x07 said.",
    "title": '=cmd()|" <img src=x onerror=alert(1)>\r\nX-Evil: 1 \0 \u2028',
    "source": "+SUM(1)\n\"'><b>]]> &amp; \ufffe" + "x" * 1000,
    "url": "https://e.example/\"onclick='x'?a=1&b=<2>",
}


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_break_no_format(client: FlaskClient, form: str) -> None:
    stored = client.post(ADDRESS, json=HOSTILE)
    assert (stored.status_code, len(stored.get_json()["events"])) == (201, 1)
    answer = client.get(f"/api/v1/events?format={form}&undated=include")
    assert answer.status_code == 200
    assert answer.content_type == FORMATS[form].media_type
    disposition = answer.headers.get("Content-Disposition", "")
    assert disposition.startswith("attachment") == FORMATS[form].attachment
    assert form == "json" or disposition.endswith(f'filename="timeline{FORMATS[form].suffix}"')
    assert "X-Evil" not in answer.headers
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    if answer.mimetype == "text/html":
        assert answer.headers["Content-Security-Policy"].endswith("; sandbox")
        assert "<script" not in answer.text


def test_hostile_words_break_no_page_and_no_article(client: FlaskClient) -> None:
    article = client.post(ADDRESS, json=HOSTILE).get_json()
    (event,) = article["events"]
    assert EventPageSchema().validate(client.get("/api/v1/events").get_json()) == {}
    for address in ("/", "/articles", f"/articles/{article['id']}", event["url"]):
        page = client.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    timeml = client.get(f"{ADDRESS}/{article['id']}?format=timeml")
    assert (timeml.status_code, timeml.mimetype) == (200, "application/xml")
    assert timeml.headers["Content-Disposition"] == f'attachment; filename="{article["id"]}.tml"'
    assert "<script>" not in timeml.text
    assert client.get(f"{ADDRESS}/{article['id']}?format=csv").get_json()["errors"][0]["field"] == "format"

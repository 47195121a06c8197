"""What is read carries a strong tag: the same tag, the same bytes; also for whole files, written as they are sent."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from made import days, saturday_timeline, timeline_with
from stocked import MADE, fill, timeline
from test_serving import STORY, Server, serving

from timeline.export import ARTICLE_FORMATS, FORMATS
from timeline.store import Store
from web import create_app

STRONG = re.compile(r'"[^"]+"')
FILES = [f"/export/{name}" for name in FORMATS]
FILES += [f"/api/v1/events?format={name}" for name in FORMATS if name != "json"]
LEADS_ON = {"views.one"}  # answers with another address, and has nothing of its own to keep


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = fill(tmp_path_factory.mktemp("store") / "timeline.db")
    with Store.open(path) as store:
        store.save_view("winter", "from=2025-02")
    return path


@pytest.fixture(scope="module")
def server(db: Path) -> Iterator[Server]:
    with serving(db) as started:
        yield started


# ---- every address ----------------------------------------------------------------------------------------------


def addresses(db: Path) -> list[str]:
    """Give all that can be read: what the application routes, and what the OpenAPI document names, in each format."""
    app = create_app(db)
    article = timeline(MADE[0])
    ids = {"event_id": [article.events[0].id], "article_id": [article.article.id], "name": list(FORMATS)}
    ids["filename"] = [file.name for file in (Path(app.root_path) / "static").iterdir()]
    found = []
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in LEADS_ON:
            (name,) = rule.arguments or ("",)
            found += [re.sub(r"<[^>]+>", value, rule.rule) for value in ids.get(name, [""] if not name else [])]
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    for path, methods in document["paths"].items():
        if "get" in methods:
            found += _documented(path.format(**{name: values[0] for name, values in ids.items()}), methods)
    return sorted(set(found))


def _documented(path: str, methods: dict[str, Any]) -> Iterator[str]:
    parameters = {each["name"]: each["schema"] for each in methods["get"].get("parameters", ())}
    yield path
    for form in parameters.get("format", {}).get("enum", ()):
        yield f"{path}?format={form}"
        if "limit" in parameters:
            yield f"{path}?format={form}&limit=1"


def flaw(server: Server, address: str) -> str | None:
    """Say what an address does not keep of what is promised of every read; None when it keeps all."""
    first = server.ask("GET", address)
    tag = first.headers["ETag"] or ""
    if first.status != 200 or not first.body or not STRONG.fullmatch(tag):
        return f"{first.status}, tag {tag}"
    other, head = server.ask("GET", address, headers={"If-None-Match": '"other"'}), server.ask("HEAD", address)
    if (other.status, other.headers["ETag"], other.body) != (200, tag, first.body):
        return "the same tag is not the same bytes"
    if (head.status, head.headers["ETag"], head.headers["Content-Type"]) != (200, tag, first.headers["Content-Type"]):
        return f"HEAD: {head.status}, tag {head.headers['ETag']}"
    for method in ("GET", "HEAD"):
        again = server.ask(method, address, headers={"If-None-Match": f'"other", {tag}'})
        if (again.status, again.headers["ETag"], again.body) != (304, tag, b""):
            return f"{method} with its tag: {again.status}"
    return None


def test_every_read_has_a_strong_tag_and_answers_304_and_head(server: Server, db: Path) -> None:
    found = addresses(db)
    wanted = {*FILES, "/", "/views", "/articles", "/add", "/healthz", "/api/v1/docs", "/static/timeline.css"}
    assert wanted <= set(found)
    assert {f"/api/v1/articles/{timeline(MADE[0]).article.id}?format={name}" for name in ARTICLE_FORMATS} <= set(found)
    assert {address: broken for address in found if (broken := flaw(server, address))} == {}


def test_pages_that_hold_a_form_are_a_304_for_the_visitor_who_has_them(tmp_path: Path) -> None:
    client = create_app(fill(tmp_path / "timeline.db"), allow_write=True).test_client()
    article = timeline(MADE[1]).article.id
    for address in ("/add", "/views?source=Wire", f"/articles/{article}"):
        tag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304, address


# ---- whole files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", FILES)
def test_head_of_a_file_sends_not_a_byte_after_its_headers(server: Server, address: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 20) as raw:
        raw.sendall(f"HEAD {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        data = b"".join(iter(lambda: raw.recv(1 << 16), b""))
    head, end, rest = data.partition(b"\r\n\r\n")
    assert (head.split(b"\r\n")[0], end, rest) == (b"HTTP/1.1 200 OK", b"\r\n\r\n", b"")


def told(server: Server) -> list[tuple[str, bytes]]:
    """Ask for all files by one name, for each server has a port of its own."""
    answers = [server.ask("GET", address, headers={"Host": "localhost"}) for address in FILES]
    return [(answer.headers["ETag"], answer.body) for answer in answers]


def test_a_server_that_is_started_again_gives_the_same_tags_and_bytes(server: Server, db: Path) -> None:
    first = told(server)
    assert len({tag for tag, _ in first}) == len(FILES)
    with serving(db) as again:
        assert told(again) == first


def test_a_file_names_the_address_it_came_from_and_its_tag_does_too(server: Server) -> None:
    near, far = (server.ask("GET", "/export/atom", headers={"Host": host}) for host in ("localhost:1", "127.0.0.1:1"))
    assert near.body != far.body
    assert near.headers["ETag"] != far.headers["ETag"]


@pytest.mark.parametrize("address", ["/export/ics", "/api/v1/events?format=csv"])
def test_each_change_of_the_store_changes_the_tag(tmp_path: Path, address: str) -> None:
    db = tmp_path / "timeline.db"
    with serving(db, "--allow-write") as server:
        seen = [server.ask("GET", address)]

        def changed() -> bytes:
            seen.append(server.ask("GET", address, headers={"If-None-Match": seen[-1].headers["ETag"]}))
            assert seen[-1].status == 200
            return seen[-1].body

        posted = server.ask("POST", "/api/v1/articles", {**STORY, "published": None}).json()
        assert b"burned" not in changed()  # undated as yet
        assert server.ask("POST", "/api/v1/articles", STORY).json()["id"] == posted["id"]
        assert b"burned" in changed()
        with Store.open(db) as store:
            store.remove(posted["id"])
        assert b"burned" not in changed()
        assert server.ask("GET", address, headers={"If-None-Match": seen[-1].headers["ETag"]}).status == 304
    assert len({answer.headers["ETag"] for answer in seen}) == 4


def test_a_copy_that_was_put_back_and_went_on_has_a_tag_of_its_own(tmp_path: Path) -> None:
    """The number of changes is the same once more, and so is the file that holds them."""
    db, copy = tmp_path / "timeline.db", tmp_path / "copy.db"
    with Store.open(db) as store:
        store.save(saturday_timeline())
        store.backup(copy)
        store.save(timeline_with(days(1, 1), name="first"))
    client = create_app(db).test_client()
    before = client.get("/export/csv", buffered=True)
    file = db.stat().st_ino
    shutil.copyfile(copy, db)
    with Store.open(db) as store:
        store.save(timeline_with(days(1, 1), name="other"))
        assert (store.version(), db.stat().st_ino) == (2, file)
    after = client.get("/export/csv", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, b"of other took" in after.data, b"of first took" in before.data) == (200, True, True)


def test_a_file_that_is_not_the_one_meant_is_refused(server: Server) -> None:
    tag = server.ask("GET", "/export/csv").headers["ETag"]
    assert server.ask("GET", "/export/csv", headers={"If-Match": tag}).status == 200
    other = server.ask("GET", "/export/csv", headers={"If-Match": '"other"'})
    assert (other.status, other.body) == (412, b"")


# ---- one moment -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", FILES)
def test_what_is_stored_while_a_file_is_written_is_in_the_next_one(tmp_path: Path, address: str) -> None:
    db = fill(tmp_path / "timeline.db")
    client: FlaskClient = create_app(db).test_client()
    asked = f"{address}{'&' if '?' in address else '?'}undated=include"
    whole = client.get(asked)
    begun = client.get(asked)
    written = [next(begun.iter_encoded())]
    with Store.open(db) as store:
        store.save(saturday_timeline())
        store.save(saturday_timeline(published=None, source="Other Wire"))
        store.remove(timeline(MADE[0]).article.id)
    written += begun.iter_encoded()
    begun.close()
    assert b"".join(written) == whole.data
    assert begun.headers["ETag"] == whole.headers["ETag"]
    later = client.get(asked, headers={"If-None-Match": whole.headers["ETag"]})
    assert (later.status_code, later.data != whole.data) == (200, True)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Make a store whose file is more than a server and a socket hold while nobody reads on: 39 MB."""
    path = tmp_path / "large.db"
    with Store.open(path) as store:
        store.save(timeline_with(*(days(day, day) for day in range(13)), name="x" * 1_000_000))
    return path


def is_held(db: Path, wait: float) -> bool:
    """Say whether a transaction that began before the last change is still read from, `wait` seconds from now."""
    connection = sqlite3.connect(db, timeout=wait)
    try:
        return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    finally:
        connection.close()


def test_a_reader_who_is_slow_gets_the_file_of_one_moment(large: Path) -> None:
    with serving(large) as server:
        whole = server.ask("GET", "/export/ndjson")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        connection.request("GET", "/export/ndjson")
        answer = connection.getresponse()
        first = answer.read(1000)
        with Store.open(large) as store:
            store.save(saturday_timeline())
        assert is_held(large, 0)
        assert first + answer.read() == whole.body
        connection.close()
        assert answer.headers["ETag"] == whole.headers["ETag"]
        later = server.ask("GET", "/export/ndjson", headers={"If-None-Match": whole.headers["ETag"]})
        assert (later.status, later.body.count(b"\n"), whole.body.count(b"\n")) == (200, 14, 13)
        assert not is_held(large, 20)


def test_a_reader_who_hangs_up_lets_go_of_the_store(large: Path) -> None:
    with serving(large) as server:
        with socket.create_connection(("127.0.0.1", server.port), 20) as raw:
            raw.sendall(b"GET /api/v1/events?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert raw.recv(1000).startswith(b"HTTP/1.1 200 OK")
            with Store.open(large) as store:
                store.save(saturday_timeline())
            assert is_held(large, 0)
        assert not is_held(large, 20)


@pytest.mark.parametrize(("method", "status"), [("GET", 304), ("HEAD", 304), ("HEAD", 200)])
def test_an_answer_without_a_body_holds_nothing(db: Path, method: str, status: int) -> None:
    client = create_app(db).test_client()
    tag = client.get("/export/csv", buffered=True).headers["ETag"]
    given = {"If-None-Match": tag} if status == 304 else {}
    answer = client.open("/export/csv", method=method, headers=given)  # and nobody closes it
    assert (answer.status_code, answer.headers["ETag"]) == (status, tag)
    with Store.open(db) as store:
        store.save_view("winter", "from=2025-02")
    assert not is_held(db, 0)


def test_a_store_that_is_no_longer_there_is_a_503(tmp_path: Path) -> None:
    client = create_app(fill(tmp_path / "timeline.db")).test_client()
    for file in tmp_path.iterdir():
        file.unlink()
    answer = client.get("/export/csv")
    assert (answer.status_code, json.loads(answer.data)["status"]) == (503, 503)

"""The API as a real server process gives it: writing, limits on size and time, what is said at the start."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from timeline.cli.listening import listen, port_of
from timeline.cli.serve import _origin, _writers

STORY = {"text": "The plant burned on Saturday. Talks resume on Sunday.", "published": "2025-02-11", "source": "Wire"}


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Server(NamedTuple):
    """A server process: its address, and the next line that it says."""

    port: int
    process: subprocess.Popen[str]

    def said(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.readline().rstrip("\n")

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        given = headers or {}
        if isinstance(body, dict):
            body, given = json.dumps(body), {"Content-Type": "application/json", **given}
        try:
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def send(self, data: bytes) -> Answer:
        """Send bytes as they are and read one answer."""
        with socket.create_connection(("127.0.0.1", self.port), 20) as raw:
            raw.sendall(data)
            answer = http.client.HTTPResponse(raw)
            answer.begin()
            return Answer(answer.status, answer.headers, answer.read())


@contextmanager
def serving(db: Path, *options: str, token: str = "") -> Iterator[Server]:
    words = [sys.executable, "-m", "timeline", "serve", "--port", "0", "--db", str(db), *options]
    environment = {**os.environ, "TIMELINE_TOKEN": token}
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
            assert found
            yield Server(int(found[1]), process)
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("store") / "t.db", "--allow-write", "--cors", "*") as started:
        assert started.said() == "timeline: writing over HTTP is open to everybody on this machine (--allow-write)"
        yield started


# ---- writing ----------------------------------------------------------------------------------------------------


def test_an_article_is_stored_once_and_found(server: Server) -> None:
    first = server.ask("POST", "/api/v1/articles", STORY)
    article = first.json()
    assert (first.status, first.headers["Location"]) == (201, f"/api/v1/articles/{article['id']}")
    assert [event["label"] for event in article["events"]] == ["Sat 8 Feb 2025", "Sun 16 Feb 2025"]
    again = server.ask("POST", "/api/v1/articles", STORY)
    assert (again.status, again.json()) == (200, article)
    assert server.ask("GET", first.headers["Location"]).json() == article
    listed = server.ask("GET", f"/api/v1/events?article={article['id']}").json()
    assert listed["events"] == article["events"]


def test_many_who_write_at_once_store_each_article_once(server: Server) -> None:
    stories = [{"text": f"The mill burned on {day} May 2021.", "source": "Crowd"} for day in range(1, 6)] * 3
    with ThreadPoolExecutor(len(stories)) as pool:
        answers = list(pool.map(lambda story: server.ask("POST", "/api/v1/articles", story), stories))
    assert {answer.status for answer in answers} <= {200, 201}
    assert {answer.json()["id"] for answer in answers if answer.status == 201} == {
        answer.json()["id"] for answer in answers
    }
    assert server.ask("GET", "/api/v1/events?source=Crowd").json()["total"] == 5


def test_what_was_posted_is_what_add_would_have_stored(server: Server, tmp_path: Path) -> None:
    text = "Published: 2025-02-11\nMill burns\n\nThe mill burned on Monday, the mayor said.\n"
    (tmp_path / "mill.txt").write_text(text)
    answer = server.ask("POST", "/api/v1/articles", *multipart([("file", "mill.txt", text.encode())]))
    assert answer.status == 201
    words = [sys.executable, "-m", "timeline", "add", "mill.txt", "--db", "by-hand.db"]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    with serving(tmp_path / "by-hand.db") as other:
        assert other.ask("GET", answer.headers["Location"]).json() == answer.json()


def multipart(parts: list[tuple[str, str | None, bytes]]) -> tuple[bytes, dict[str, str]]:
    """Write a multipart body: (field, file name, content) each."""
    lines: list[bytes] = []
    for field, name, content in parts:
        file = f'; filename="{name}"' if name is not None else ""
        lines += [b"--b", f'Content-Disposition: form-data; name="{field}"{file}'.encode(), b"", content]
    return b"\r\n".join([*lines, b"--b--", b""]), {"Content-Type": "multipart/form-data; boundary=b"}


def test_a_token_in_the_environment_is_what_writing_takes(tmp_path: Path) -> None:
    with serving(tmp_path / "t.db", "--allow-write", token="secret") as server:  # noqa: S106
        assert server.said() == "timeline: writing over HTTP takes the token in TIMELINE_TOKEN"
        assert server.ask("POST", "/api/v1/articles", STORY).status == 401
        assert server.ask("POST", "/api/v1/articles", STORY, {"Authorization": "Bearer Secret"}).status == 401
        assert server.ask("POST", "/api/v1/articles", STORY, {"Authorization": "Bearer secret"}).status == 201


def test_nobody_writes_unless_it_is_said(tmp_path: Path) -> None:
    with serving(tmp_path / "t.db") as server:
        answer = server.ask("POST", "/api/v1/articles", STORY)
        assert (answer.status, answer.headers["Content-Type"]) == (403, "application/problem+json")
        assert server.ask("GET", "/api/v1/articles").json()["total"] == 0


@pytest.mark.parametrize(
    ("host", "token", "allowed", "said"),
    [
        ("127.0.0.1", "", False, None),
        (
            *("0.0.0.0", "", True),  # noqa: S104  nothing is bound here
            "writing over HTTP is off: 0.0.0.0 is not this machine alone, and TIMELINE_TOKEN is not set",
        ),
        ("192.168.0.7", "x", False, "writing over HTTP takes the token in TIMELINE_TOKEN"),
    ],
)
def test_who_may_write_is_said_at_the_start(host: str, token: str, allowed: bool, said: str | None) -> None:
    assert _writers(host, token, allowed) == said


def test_pages_of_other_sites_cannot_write_even_what_needs_no_leave(server: Server) -> None:
    body, headers = multipart([("file", "a.txt", b"The mill burned on 3 May 2021.")])
    answer = server.ask("POST", "/api/v1/articles", body, {**headers, "Origin": "http://evil.example"})
    assert answer.status == 403
    rebound = server.ask("POST", "/api/v1/articles", body, {**headers, "Host": f"evil.example:{server.port}"})
    assert rebound.status == 400


# ---- HTTP -------------------------------------------------------------------------------------------------------


def test_reads_may_be_shared_with_other_sites(server: Server) -> None:
    headers = server.ask("GET", "/api/v1/events", headers={"Origin": "https://other.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Expose-Headers"] == "Content-Disposition, ETag, Link"
    assert "Access-Control-Allow-Credentials" not in headers
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    preflight = server.ask("OPTIONS", "/api/v1/articles", headers=asked)
    assert preflight.status == 200
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "Access-Control-Allow-Origin" not in server.ask("GET", "/").headers
    posted = server.ask("POST", "/api/v1/articles", STORY, {"Origin": "https://other.example"})
    assert (posted.status, posted.headers["Access-Control-Allow-Origin"]) == (403, None)


@pytest.mark.parametrize("path", ["/api/v1/events", "/api/v1/density", "/api/v1/articles", "/api/v1/docs", "/healthz"])
def test_head_is_get_without_a_body_and_knows_the_etag(server: Server, path: str) -> None:
    got, head = server.ask("GET", path), server.ask("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type"):
        assert head.headers[name] == got.headers[name]
    for method in ("GET", "HEAD"):
        again = server.ask(method, path, headers={"If-None-Match": got.headers["ETag"]})
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/api/v1/events", {"GET", "HEAD", "OPTIONS"}),
        ("/api/v1/articles", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("/api/v1/articles/abc", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_methods(server: Server, path: str, allowed: set[str]) -> None:
    for method in ("OPTIONS", "DELETE", "PUT", "PATCH", "TRACE"):
        answer = server.ask(method, path)
        assert set(answer.headers["Allow"].split(", ")) == allowed
        assert answer.status == (200 if method == "OPTIONS" else 405)
        assert method == "OPTIONS" or answer.json()["status"] == 405


def test_an_origin_has_no_path() -> None:
    assert (_origin("*"), _origin("https://Paper.example:8443")) == ("*", "https://paper.example:8443")
    for wrong in ("https://a.example/", "a.example", "https://a@b.example", "null", ""):
        with pytest.raises(argparse.ArgumentTypeError, match="is neither an origin such as https"):
            _origin(wrong)


# ---- limits -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n", 413),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", 431),
        (b"nonsense\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: bzip\r\n\r\n", 501),
    ],
    ids=["too large", "headers too long", "no HTTP", "unknown encoding"],
)
def test_what_never_reaches_the_application_is_a_problem_too(server: Server, head: bytes, status: int) -> None:
    answer = server.send(head)
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert server.ask("GET", "/healthz").status == 200


def test_an_article_that_is_too_large_is_a_413(server: Server) -> None:
    body, headers = multipart([("file", "large.txt", b"word " * (17 << 18))])
    answer = server.ask("POST", "/api/v1/articles", body, headers)
    assert (answer.status, answer.json()["detail"]) == (413, "file: large.txt: too large: more than 16 MB")


def test_a_request_that_takes_too_long_to_arrive_is_cut_off() -> None:
    server = listen(lambda *_: [], "127.0.0.1", 0, largest=1000, slowest=0.2)
    until = time.monotonic() + 20
    with socket.create_connection(("127.0.0.1", port_of(server)), 10) as slow:
        slow.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"[:-1])
        slow.settimeout(0.01)
        while not is_cut_off(slow):
            assert time.monotonic() < until
            server.asyncore.loop(0.05, map=server._map, count=1)  # one round of what `run` does for ever
    server.task_dispatcher.shutdown()
    server.close()


def is_cut_off(slow: socket.socket) -> bool:
    """Send one more byte; say whether the other side has hung up."""
    try:
        slow.sendall(b"x")
        return slow.recv(100) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_the_address_is_the_one_served(server: Server) -> None:
    assert urlsplit(server.ask("GET", "/?text=").headers["Location"]).netloc == ""

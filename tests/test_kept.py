"""The answers that the server keeps: the same bytes as fresh ones, and never older than the store."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from made import days, saturday_timeline, timeline_with

from timeline.store import Store
from web import create_app
from web.kept import MOST, ROOM, Kept

PAGE = "/api/v1/events?limit=1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.db"
    with Store.open(path) as store:
        store.save(saturday_timeline())
    return path


@pytest.fixture
def client(path: Path) -> FlaskClient:
    return create_app(path).test_client()


def test_an_answer_given_again_is_the_same(client: FlaskClient) -> None:
    first, second = client.get(PAGE), client.get(PAGE)
    assert first.status_code == second.status_code == 200
    assert (first.data, list(first.headers)) == (second.data, list(second.headers))
    unchanged = client.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert client.head(PAGE).data == b""


def test_what_is_stored_meanwhile_is_in_the_next_answer(client: FlaskClient, path: Path) -> None:
    assert client.get(PAGE).json["total"] == 1
    with Store.open(path) as store:
        store.save(timeline_with(days(1, 1), days(2, 2)))
    assert client.get(PAGE).json["total"] == 3
    with Store.open(path) as store:
        store.remove(saturday_timeline().article.id)
    assert client.get(PAGE).json["total"] == 2


def test_a_store_put_in_the_place_of_another_is_seen(client: FlaskClient, path: Path) -> None:
    assert client.get(PAGE).json["total"] == 1
    other = path.with_name("other.db")
    with Store.open(other) as store:
        store.save(timeline_with(days(1, 1), days(2, 2)))
    other.replace(path)
    for rest in ("-wal", "-shm"):
        path.with_name(f"{path.name}{rest}").unlink(missing_ok=True)
    assert client.get(PAGE).json["total"] == 2


def test_other_addresses_and_refusals_are_not_mixed_up(client: FlaskClient) -> None:
    assert client.get(PAGE).json["total"] == 1
    assert client.get(f"{PAGE}&text=absent").json["total"] == 0
    assert client.get(f"{PAGE}&nonsense=1").status_code == 400
    assert client.get(PAGE, headers={"Host": "evil.example"}).status_code == 400
    assert client.get(PAGE).json["total"] == 1


# ---- what they take ---------------------------------------------------------------------------------------------


class Counted:
    """An application that answers with a body of a given size, and counts how often it is asked."""

    def __init__(self, size: int = 10) -> None:
        self.size = size
        self.asked = 0

    def __call__(self, _: dict[str, Any], start_response: Any) -> list[bytes]:
        self.asked += 1
        start_response("200 OK", [("Content-Length", str(self.size)), ("X-Long", "h" * 100)])
        return [b"x" * self.size]


def ask(application: Kept, query: str) -> bytes:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/api/v1/events", "QUERY_STRING": query}
    return b"".join(application(environ, lambda *_: None))


def test_no_more_than_a_thousand_answers_are_kept(path: Path) -> None:
    made = Counted()
    application = Kept(made, str(path))
    for number in range(MOST + 1):
        ask(application, f"text={number}")
    assert made.asked == MOST + 1
    assert len(application._answers) == MOST
    ask(application, f"text={MOST}")
    assert made.asked == MOST + 1
    ask(application, "text=0")
    assert made.asked == MOST + 2


def test_what_is_kept_is_counted_whole(path: Path) -> None:
    application = Kept(Counted(), str(path))
    ask(application, "text=" + "a" * 1000)
    (answer,) = application._answers.values()
    assert application._size == answer.size > 1000 + 100 + 10
    full = Kept(Counted(size=1 << 20), str(path))
    for number in range(40):
        ask(full, f"text={number}")
    assert full._size <= ROOM
    assert len(full._answers) == 31


def test_a_long_question_is_not_kept(path: Path) -> None:
    made = Counted()
    application = Kept(made, str(path))
    for _ in range(2):
        assert ask(application, "text=" + "a" * (2 << 10)) == b"x" * 10
    assert (made.asked, len(application._answers), application._size) == (2, 0, 0)


def test_a_change_lets_go_of_all_answers(path: Path) -> None:
    application = Kept(Counted(), str(path))
    for number in range(5):
        ask(application, f"text={number}")
    with Store.open(path) as store:
        store.save(timeline_with(days(1, 1)))
    ask(application, "text=0")
    assert len(application._answers) == 1


def test_it_may_be_let_go_of_in_another_thread(path: Path) -> None:
    """A connection that only its own thread may close would complain here, and the complaint fails the test."""
    held = [Kept(Counted(), str(path))]
    ask(held[0], "text=here")
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    assert gc.collect() >= 0

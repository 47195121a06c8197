"""The answers that the server keeps: the same bytes as fresh ones, and never older than the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from made import days, saturday_timeline, timeline_with

from timeline.store import Store
from web import create_app

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

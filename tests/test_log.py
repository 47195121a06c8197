"""`timeline log`: what was done to a store, a line each."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.lines import dumps
from timeline.store import Store


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, words)], capture_output=True, text=True, check=False, timeout=120
    )


def put(path: Path, day: str) -> Path:
    record = {"text": f"Officials met on {day}.", "published": "2025-02-11", "url": "https://a.example/talks"}
    path.write_bytes(dumps({**record, "title": f"Talks\non {day}"}))
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store to which two versions of a page were added, and the newer one removed."""
    db = tmp_path / "t.db"
    for name, day in (("a.json", "Saturday"), ("b.json", "Sunday")):
        assert run("add", put(tmp_path / name, day), "--db", db).returncode == 0
    assert run("remove", newest(db), "--db", db).returncode == 0
    return db


def newest(db: Path) -> str:
    with sqlite3.connect(db) as connection:
        return str(connection.execute("SELECT article FROM log WHERE what = 'added' ORDER BY seq DESC").fetchone()[0])


def timeless(said: str) -> list[str]:
    """Give the lines without their times, each of which must be one."""
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", line) for line in said.splitlines())
    return [line.partition(" ")[2] for line in said.splitlines()]


def test_the_log_tells_all_that_was_done(db: Path) -> None:
    with Store.open(db, readonly=True) as store:
        old, new = store.articles().items[0]["id"], newest(db)
    done = run("log", "--db", db)
    assert (done.returncode, done.stderr) == (0, "")
    assert timeless(done.stdout) == [
        f'added: {old}; "Talks on Saturday"; 2025-02-11',
        f'added: {new}; "Talks on Sunday"; 2025-02-11',
        f'superseded: {old}; "Talks on Saturday"; {new}',
        f'removed: {new}; "Talks on Sunday"',
        f'stands again: {old}; "Talks on Saturday"; {new}',
    ]
    assert timeless(run("log", new, "--db", db).stdout) == timeless(done.stdout)[1:]
    assert timeless(run("log", old, "--db", db).stdout) == [timeless(done.stdout)[place] for place in (0, 2, 4)]


def test_an_article_that_never_was_is_told(db: Path) -> None:
    done = run("log", "nothing", "--db", db)
    told = "timeline: nothing: the log tells of no article of this id\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)

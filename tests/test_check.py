from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from made import days, saturday_timeline, timeline_with

from timeline.store import Store, StoreError, steps
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, article_row, event_row, timex_row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "timeline.db"
    with Store.open(made) as store:
        store.save(saturday_timeline())
        store.save(timeline_with(days(1, 1), days(2, 2)))
    return made


def faults(path: Path) -> list[str]:
    with Store.open(path, readonly=True) as store:
        return list(store.faults())


@contextmanager
def broken(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path)
    yield db
    db.commit()
    db.close()


def check(path: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "check", "--db", path], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_store_that_is_well_says_so(path: Path) -> None:
    before = path.read_bytes()
    assert faults(path) == []
    assert check(path) == (0, f"all is well: {path}; 2 articles\n", "")
    assert path.read_bytes() == before


EVENT = saturday_timeline().events[0].id
ARTICLE = saturday_timeline().article.id
NO_EVENT = f"DELETE FROM events WHERE id = '{EVENT}'"  # noqa: S608
NO_ARTICLE = f"DELETE FROM articles WHERE id = '{ARTICLE}'"  # noqa: S608


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE articles SET text = 'X' || text", f"event {EVENT}: its quote is not what its article says there"),
        (
            "UPDATE events SET body = json_set(body, '$.timex.text', 'early Sunday')",
            f"event {EVENT}: the words of its timex are not what its article says there",
        ),
        ("UPDATE events SET body = '{'", f"event {EVENT}: cannot be read"),
        (NO_ARTICLE, f"event {EVENT}: its article is not there"),
        (NO_ARTICLE, f"expression of time {ARTICLE}: its article is not there"),
        (
            NO_EVENT,
            f"article {ARTICLE}: event {EVENT} of an expression is not there",
        ),
        (NO_EVENT, "the search index has events too many: 1"),
        ("DELETE FROM event_index_docsize", "the search index has events missing: 3"),
        (
            "INSERT INTO event_index (event_index, rowid, headline) SELECT 'delete', min(seq), 'Officials' FROM events",
            "the search index has events missing: 1",
        ),
        (
            "UPDATE events SET body = json_set(body, '$.headline', 'Otters')",
            "the search index has words astray: ",
        ),
        (
            "UPDATE month_totals SET n = n + 1",
            "what is kept of the events in month_totals is not what they are: ",
        ),
        (
            "DELETE FROM event_keys WHERE seq = (SELECT min(seq) FROM events)",
            "what is kept of the events in event_keys is not what they are: 1 of its rows",
        ),
        ("UPDATE articles SET superseded_by = 'x'", f"article {ARTICLE}: its newer version x does not name it"),
        (
            "UPDATE articles SET superseded_by = 'x'",
            f"event {EVENT}: stands in the chronology and its article was superseded",
        ),
    ],
)
def test_each_fault_has_its_line_and_the_exit_code_is_1(path: Path, sql: str, fault: str) -> None:
    with broken(path) as db:
        db.execute(sql)
    found = faults(path)
    assert [line for line in found if line.startswith(fault)], found


def test_faults_are_told_on_standard_error(path: Path) -> None:
    with broken(path) as db:
        db.execute(NO_EVENT)
    code, said, errors = check(path)
    assert (code, said) == (1, "")
    assert errors.splitlines() == [
        f"timeline: {path}: article {ARTICLE}: event {EVENT} of an expression is not there",
        f"timeline: {path}: the search index has events too many: 1",
        f"timeline: {path}: 2 faults",
    ]


def test_a_damaged_page_is_found(path: Path) -> None:
    with broken(path) as db:
        page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events_by_article'").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * size + 100 : page * size] = bytes(size - 100)
    path.write_bytes(data)
    found = faults(path)
    assert found
    assert found[0].startswith("the file is damaged: ")
    assert check(path)[0] == 1


# ---- from every released shape ------------------------------------------------------------------------------------


def old_store(path: Path, number: int) -> None:
    """Make a file as the first so many steps left it, with an article in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "STEPS", steps.STEPS[:number])
        patch.setattr("timeline.store.file.STEPS", steps.STEPS[:number])
        Store.open(path).close()
    timeline = saturday_timeline()
    article, event, fate = timeline.article, timeline.events[0], timeline.fates[0]
    with broken(path) as db:
        insert(db, "articles", ARTICLE_COLUMNS, article_row(timeline))
        insert(db, "events", EVENT_COLUMNS, event_row(timeline, event))
        insert(db, "timexes", TIMEX_COLUMNS, timex_row(article.id, fate))
        db.execute("INSERT INTO event_index (event_index) VALUES ('rebuild')")
        db.execute("INSERT INTO log (what, article) VALUES ('added', ?)", (article.id,))


def insert(db: sqlite3.Connection, table: str, columns: tuple[str, ...], row: tuple[object, ...]) -> None:
    """Put in a row as far as the table has its columns."""
    there = {each[1] for each in db.execute(f"PRAGMA table_info({table})")}
    kept = [(column, value) for column, value in zip(columns, row, strict=True) if column in there]
    names, marks = ", ".join(column for column, _ in kept), ", ".join("?" * len(kept))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [value for _, value in kept])  # noqa: S608


@pytest.mark.parametrize("number", range(1, len(steps.STEPS)))
def test_every_released_file_is_brought_up_to_date_and_kept_as_it_was(tmp_path: Path, number: int) -> None:
    path, timeline = tmp_path / "old.db", saturday_timeline()
    old_store(path, number)
    with pytest.raises(StoreError, match="holds no timeline that this version can read"):
        Store.open(path, readonly=True)
    with Store.open(path) as store:
        assert store.stored(timeline.article.id) == timeline.article
        assert [event.id for event in timeline.events] == [EVENT]
        assert store.event(EVENT) is not None
        assert store.articles().total == store.events().total == 1
        assert list(store.faults()) == []
        assert store.save(timeline) == "unchanged"
    step = steps.STEPS[number][0].partition(" ")[0]
    kept = tmp_path / f"old.db.before-{step}"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["old.db", kept.name]
    with broken(kept) as db:
        assert db.execute("SELECT id FROM articles").fetchall() == [(timeline.article.id,)]
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (number,)


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, 1)
    with pytest.MonkeyPatch.context() as patch:
        failing = (*steps.STEPS[:1], ("9000 fails", ("CREATE TABLE once (a)", "CREATE TABLE once (a)")))
        patch.setattr(steps, "STEPS", failing)
        patch.setattr("timeline.store.file.STEPS", failing)
        with pytest.raises(StoreError, match=r"old\.db: "):
            Store.open(path)
    with broken(path) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'once'").fetchone() == (0,)
    Store.open(path).close()
    assert faults(path) == []

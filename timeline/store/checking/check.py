"""An open database in, a line for each thing that is not as it must be out; nothing is changed.

What SQLite can tell of its own pages comes first: where those are broken nothing else can be believed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from timeline.store.checking.agreement import UNREADABLE, disagreements
from timeline.store.checking.shape import can_be_asked, misshapen
from timeline.store.kept import COUNTS, copy_of, recount
from timeline.store.ranks import OPEN_START

_ORPHANS = (
    ("event", "SELECT id FROM every_event WHERE article NOT IN (SELECT id FROM articles)"),
    ("expression of time", "SELECT DISTINCT article FROM timexes WHERE article NOT IN (SELECT id FROM articles)"),
    ("record of an input", "SELECT DISTINCT article FROM arrivals WHERE article NOT IN (SELECT id FROM articles)"),
)


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield the faults found: pages, shape, what misses or contradicts one another, versions, log, index."""
    broken = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    yield from (f"the file is damaged: {line}" for line in broken)
    if broken:
        return
    yield from misshapen(db)
    if not can_be_asked(db):
        return
    yield from _orphans(db)
    yield from _chains(db)
    yield from _log(db)
    yield from _counts(db)
    unreadable = False
    for fault in disagreements(db):
        unreadable = unreadable or fault.endswith(UNREADABLE)
        yield fault
    if not unreadable:  # else the words of the index are not to be had
        yield from _index(db)


def _orphans(db: sqlite3.Connection) -> Iterator[str]:
    for noun, sql in _ORPHANS:
        yield from (f"{noun} {row[0]}: its article is not there" for row in db.execute(sql))


def _chains(db: sqlite3.Connection) -> Iterator[str]:
    """See that versions name each other, and that only the newest stands in the chronology."""
    sql = (
        "SELECT old.id, old.superseded_by FROM articles old LEFT JOIN articles new ON new.id = old.superseded_by "
        "WHERE old.superseded_by IS NOT NULL AND new.supersedes IS NOT old.id"
    )
    yield from (f"article {old}: its newer version {new} does not name it" for old, new in db.execute(sql))
    sql = "SELECT id FROM events WHERE article IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL)"
    yield from (f"event {row[0]}: stands in the chronology and its article was superseded" for row in db.execute(sql))
    sql = "SELECT id FROM past_events WHERE article IN (SELECT id FROM articles WHERE superseded_by IS NULL)"
    yield from (f"event {row[0]}: stands beside the chronology and nothing superseded it" for row in db.execute(sql))


def _log(db: sqlite3.Connection) -> Iterator[str]:
    """See that no line of the log is gone, for its numbers have no gap, and that it tells of every article."""
    numbers = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'log'), 0) - (SELECT count(*) FROM log)"
    missing = db.execute(numbers).fetchone()[0]
    if missing:
        yield f"the log has lines missing: {missing}"
    sql = "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM log WHERE what = 'added') ORDER BY seq"
    yield from (f"article {row[0]}: the log does not tell that it was added" for row in db.execute(sql))


def _counts(db: sqlite3.Connection) -> Iterator[str]:
    """Count again what is kept counted, and hold the keys against the events they stand for."""
    tables = {"event_keys": ("SELECT * FROM event_keys", f"SELECT {copy_of('', OPEN_START)} FROM events")}  # noqa: S608
    for name, key in COUNTS.items():
        tables[name] = (f"SELECT {', '.join(column for column, _ in key)}, n FROM {name}", recount(name, key))  # noqa: S608
    for name, (is_, should) in tables.items():
        sql = f"SELECT count(*) FROM (SELECT * FROM ({is_}) EXCEPT SELECT * FROM ({should}))"  # noqa: S608
        back = f"SELECT count(*) FROM (SELECT * FROM ({should}) EXCEPT SELECT * FROM ({is_}))"  # noqa: S608
        wrong = max(int(db.execute(each).fetchone()[0]) for each in (sql, back))
        if wrong:
            yield f"what is kept of the events in {name} is not what they are: {wrong} of its rows"


def _index(db: sqlite3.Connection) -> Iterator[str]:
    """Hold the search index against one made anew beside it, in a temporary place, for the file may be read-only."""
    sql = (
        "SELECT count(*) FROM (SELECT seq FROM events EXCEPT SELECT id FROM event_index_docsize) UNION ALL "
        "SELECT count(*) FROM (SELECT id FROM event_index_docsize EXCEPT SELECT seq FROM events)"
    )
    missing, extra = (row[0] for row in db.execute(sql))
    differing = _terms_that_differ(db) if not missing + extra else 0
    for number, fault in ((missing, "events missing"), (extra, "events too many"), (differing, "words astray")):
        if number:
            yield f"the search index has {fault}: {number}"


def _terms_that_differ(db: sqlite3.Connection) -> int:
    """Count the words that stand in more or fewer events than the index says."""
    shape = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_index'").fetchone()[0]
    columns = ", ".join(row[1] for row in db.execute("PRAGMA table_info(event_index)"))
    db.execute(shape.replace("event_index", "temp.index_anew", 1))
    try:
        db.execute(
            f"INSERT INTO temp.index_anew (rowid, {columns}) SELECT seq, {columns} FROM event_words"  # noqa: S608
        )
        db.execute("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab(main, event_index, col)")
        db.execute("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, index_anew, col)")
        return int(db.execute(_DIFFERING).fetchone()[0])
    finally:
        for table in ("words_kept", "words_anew", "index_anew"):
            db.execute(f"DROP TABLE IF EXISTS temp.{table}")


_DIFFERING = (
    "SELECT count(DISTINCT term) FROM (SELECT * FROM (SELECT * FROM temp.words_kept EXCEPT "
    "SELECT * FROM temp.words_anew) UNION ALL SELECT * FROM (SELECT * FROM temp.words_anew EXCEPT "
    "SELECT * FROM temp.words_kept))"
)

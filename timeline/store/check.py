"""An open database in, a line for each thing that is not as it must be out; nothing is changed.

What SQLite can tell of its own pages comes first: where those are broken nothing else can be believed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from timeline.lines import loads

# What must be the same as counted anew: (what it is called, where it is kept, how it is counted).
Total = tuple[str, str, str]

_ORPHANS = (
    ("event", "SELECT id FROM every_event WHERE article NOT IN (SELECT id FROM articles)"),
    ("expression of time", "SELECT DISTINCT article FROM timexes WHERE article NOT IN (SELECT id FROM articles)"),
    ("record of an input", "SELECT DISTINCT article FROM arrivals WHERE article NOT IN (SELECT id FROM articles)"),
)
_PLACES = ("timex", "trigger", "conflict")  # parts of an event that quote words by their place


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield the faults found: pages, articles and events that miss one another, quotes, versions, index."""
    broken = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    yield from (f"the file is damaged: {line}" for line in broken)
    if broken:
        return
    yield from _orphans(db)
    yield from _quotes(db)
    yield from _chains(db)
    yield from _index(db)


def _orphans(db: sqlite3.Connection) -> Iterator[str]:
    for noun, sql in _ORPHANS:
        yield from (f"{noun} {row[0]}: its article is not there" for row in db.execute(sql))
    sql = "SELECT article, event FROM timexes WHERE event IS NOT NULL AND event NOT IN (SELECT id FROM every_event)"
    yield from (f"article {article}: event {event} of an expression is not there" for article, event in db.execute(sql))


def _quotes(db: sqlite3.Connection) -> Iterator[str]:
    """Hold what every event quotes against the text of its article, one article at a time."""
    for key, text in db.execute("SELECT id, text FROM articles ORDER BY seq"):
        for event, body in db.execute("SELECT id, CAST(body AS BLOB) FROM every_event WHERE article = ?", (key,)):
            yield from _misquotes(event, body, text)


def _misquotes(event: str, body: bytes, text: str) -> Iterator[str]:
    try:
        record = loads(body)
        where = record["sentence"]
        if text[where["start"] : where["end"]] != record["quote"]:
            yield f"event {event}: its quote is not what its article says there"
        for name in _PLACES:
            part: dict[str, Any] | None = record.get(name)
            if part and text[part["start"] : part["end"]] != part["text"]:
                yield f"event {event}: the words of its {name} are not what its article says there"
    except (ValueError, KeyError, TypeError):
        yield f"event {event}: cannot be read"


def _chains(db: sqlite3.Connection) -> Iterator[str]:
    """See that versions name each other, and that only the newest stands in the chronology."""
    sql = (
        "SELECT old.id, old.superseded_by FROM articles old LEFT JOIN articles new ON new.id = old.superseded_by "
        "WHERE old.superseded_by IS NOT NULL AND new.supersedes IS NOT old.id"
    )
    yield from (f"article {old}: its newer version {new} does not name it" for old, new in db.execute(sql))
    sql = "SELECT id FROM events WHERE article IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL)"
    yield from (f"event {row[0]}: stands in the chronology and its article was superseded" for row in db.execute(sql))


def _index(db: sqlite3.Connection) -> Iterator[str]:
    """Let the index hold itself against the words; it can do so only as if it wrote, so that is taken back."""
    db.execute("SAVEPOINT checking")
    try:
        db.execute("INSERT INTO event_index (event_index, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError:
        yield from _counted(db)
    except sqlite3.DatabaseError:
        yield "the search index does not agree with the events; `timeline rebuild` makes it anew"
    finally:
        db.execute("ROLLBACK TO checking")
        db.execute("RELEASE checking")


def _counted(db: sqlite3.Connection) -> Iterator[str]:
    """Compare the number of entries alone, where the file is open for reading only."""
    indexed = db.execute("SELECT count(*) FROM event_index_docsize").fetchone()[0]
    events = db.execute("SELECT count(*) FROM events").fetchone()[0]
    if indexed != events:
        yield f"the search index holds {indexed} of {events} events; `timeline rebuild` makes it anew"

"""Rows of events in, their keys and what is counted of them written, or taken out again; inside a transaction.

What triggers did row by row (steps 0002 to 0005) is done here for many events at once: those of a dozen articles change
a few hundred sums, each once. A statement that has triggers also notes how to undo each of its rows, which took as long
as all the rest of storing. What is counted, and by what, is told in `kept`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.store.kept import COUNTED_BY_ROW, COUNTS, KEY_COLUMNS, recount

_EMPTY = (f"CREATE TEMP TABLE IF NOT EXISTS changed ({', '.join(KEY_COLUMNS)})", "DELETE FROM temp.changed")
_INSERT = f"INSERT INTO temp.changed VALUES ({', '.join('?' * len(KEY_COLUMNS))})"  # noqa: S608  names of our own


class Key(NamedTuple):
    """A row of `event_keys`, its values in the order of KEY_COLUMNS."""

    seq: int
    start: int | None
    end: int | None
    article: str
    place: int
    granularity: str | None
    basis: str
    modality: str
    source: str | None
    wide: int | None
    at: int | None
    month: int | None


def put(db: sqlite3.Connection, keys: list[Key]) -> None:
    """Write the keys of new events and count them."""
    _run(db, _EMPTY)
    db.executemany(_INSERT, keys)
    db.execute("INSERT INTO event_keys SELECT * FROM temp.changed")
    _run(db, _ADD)


def take(db: sqlite3.Connection, article: str) -> None:
    """Take out the keys of the events of an article and count them no more."""
    _run(db, _EMPTY)
    db.execute("INSERT INTO temp.changed SELECT * FROM event_keys WHERE article = ?", (article,))
    db.execute("DELETE FROM event_keys WHERE article = ?", (article,))
    _run(db, _SUBTRACT)


def _run(db: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


def _sums(sign: str) -> Iterator[str]:
    """Write what changes each sum by the keys that are changed, once."""
    for name, key in COUNTS.items():
        columns, sums = ", ".join(column for column, _ in key), recount(name, key, "temp.changed", sign)
        yield f"INSERT INTO {name} {sums} ON CONFLICT ({columns}) DO UPDATE SET n = n + excluded.n"


def _emptied() -> Iterator[str]:
    """Write what takes out the sums that came to nothing: they are no rows."""
    for name, key in COUNTS.items():
        columns, values = (", ".join(part) for part in zip(*key, strict=True))
        changed = f"SELECT {values.format(row='')} FROM temp.changed"  # noqa: S608  names of our own
        yield f"DELETE FROM {name} WHERE n = 0 AND ({columns}) IN ({changed})"  # noqa: S608


_ADD, _SUBTRACT = tuple(_sums("")), (*_sums("-"), *_emptied())


def without_triggers() -> Iterable[str]:
    """Give the statements that end the counting row by row."""
    changes = (f"{name}_{verb}" for name in COUNTED_BY_ROW for verb in ("insert", "delete"))
    return tuple(f"DROP TRIGGER {name}" for name in ("event_added", "event_gone", *changes))

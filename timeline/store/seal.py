"""The rows of an article in, one SHA-256 of them out: what is changed of them later, by whatever means, is found.

It is taken over the columns as they are today: a step that adds one to ARTICLE_COLUMNS, TIMEX_COLUMNS or
EVENT_COLUMNS has to seal the articles there are again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.lines import dumps
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, Row


class Stored(NamedTuple):
    """The rows of an article as they are in the file: values of ARTICLE_COLUMNS, TIMEX_COLUMNS, EVENT_COLUMNS."""

    article: Row
    timexes: list[Row]
    events: list[Row]


_ARTICLE = f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE id = ?"  # noqa: S608  names of our own
_TIMEXES = f"SELECT {', '.join(TIMEX_COLUMNS)} FROM timexes WHERE article = ?"  # noqa: S608
_NAMES = ", ".join(EVENT_COLUMNS)
_EVENTS = (
    f"SELECT {_NAMES} FROM events WHERE article = ?1 UNION ALL "  # noqa: S608
    f"SELECT {_NAMES} FROM past_events WHERE article = ?1"
)


def stored(db: sqlite3.Connection, article: str) -> Stored:
    """Read the rows of an article, whether its events stand in the chronology or beside it."""
    row = db.execute(_ARTICLE, (article,)).fetchone()
    return Stored(row, db.execute(_TIMEXES, (article,)).fetchall(), db.execute(_EVENTS, (article,)).fetchall())


def of_stored(db: sqlite3.Connection, article: str) -> str:
    """Give the seal of an article as it is in the file."""
    return of_rows(*stored(db, article))


def of_rows(article: Row, timexes: Iterable[Row], events: Iterable[Row]) -> str:
    """Give the seal: it does not depend on the order of the rows, for that changes when they are moved."""
    digest = hashlib.sha256(_written(article))
    for rows in (timexes, events):
        digest.update(b"\n\n")
        digest.update(b"\n".join(sorted(map(_written, rows))))
    return digest.hexdigest()


def _written(row: Sequence[object]) -> bytes:
    """Write a row without doubt; a value of bytes, which none of ours is, is written as none of ours can be."""
    try:
        return dumps(row)
    except ValueError:
        return dumps([[value.hex()] if isinstance(value, bytes) else value for value in row])

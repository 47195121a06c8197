"""A connection in, the lines of the append-only log out, in the order in which things were done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class Entry(NamedTuple):
    """A line of the log.

    at      when it was done, ISO 8601 in UTC
    what    added | redated | superseded | older version | removed | stands again | rebuilt | event added |
            event re-dated | event gone
    title   of the article, also when it is stored no more; None when it has none
    name    the input it came from, as the user named it
    detail  its publish date, the id of what superseded it, what became of an event
    """

    at: str
    what: str
    article: str | None
    title: str | None
    name: str | None
    detail: str | None


_ENTRIES = (
    "SELECT log.at, log.what, log.article, articles.title, log.name, log.detail "
    "FROM log LEFT JOIN articles ON articles.id = log.article"
)
_GONE = "SELECT article, detail FROM log WHERE what = 'removed' ORDER BY seq"  # with the title that it had


def entries(db: sqlite3.Connection, article: str | None = None) -> Iterator[Entry]:
    """Yield all lines, or those of an article: what was done to it, and what it took the place of."""
    where, values = ("WHERE log.article = ?1 OR log.detail = ?1", (article,)) if article else ("", ())
    titles: dict[str | None, str | None] = dict(db.execute(_GONE))
    for entry in map(Entry._make, db.execute(f"{_ENTRIES} {where} ORDER BY log.seq", values)):
        detail = None if entry.what == "removed" else entry.detail
        yield entry._replace(title=entry.title or titles.get(entry.article), detail=detail)

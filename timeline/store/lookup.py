"""A connection and a question in, what the database holds out: pages of events and articles, counts, one of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from timeline.lines import loads
from timeline.model import Article
from timeline.query import Cursor, Filters, decode_cursor, encode_cursor
from timeline.record import Record
from timeline.store.conditions import conditions
from timeline.store.rows import (
    ARTICLE_COLUMNS,
    SUMMARY_COLUMNS,
    TIMEX_COLUMNS,
    article_of,
    content_of,
    fate_of,
    summary_of,
)

COUNTED = 10_000  # above it a page says "at least": an exact count of millions would cost more than the page
FACETS = ("source", "granularity", "basis", "modality")
_BODY = "CAST(body AS BLOB)"  # bytes as they are kept, never decoded on the way to a reader
_SUMMARY = (
    f"SELECT {', '.join(SUMMARY_COLUMNS)}, "  # noqa: S608  names of our own
    "(SELECT count(*) FROM every_event WHERE article = articles.id), "
    "(SELECT count(*) - count(start_key) FROM every_event WHERE article = articles.id)"
)


class Page(NamedTuple):
    """Some events in order, each as the bytes of its JSON.

    next      where the following page starts, None on the last
    total     of all events that match; None above COUNTED, where `at_least` says how many there are at least
    """

    items: list[bytes]
    next: Cursor | None
    total: int | None
    at_least: int


class ArticlePage(NamedTuple):
    """Some articles by publish date, as in lists; `next` is the cursor of the following page, None on the last."""

    items: list[Record]
    next: str | None
    total: int


def page(db: sqlite3.Connection, filters: Filters, limit: int, cursor: Cursor | None) -> Page:
    """Give at most `limit` events that match, from the cursor on."""
    rows = list(_select(db, filters, cursor, limit + 1))
    counted = sum(_count(db, filters))
    following = Cursor(*rows[limit - 1][1:]) if len(rows) > limit else None
    return Page([row[0] for row in rows[:limit]], following, counted if counted <= COUNTED else None, counted)


def each(db: sqlite3.Connection, filters: Filters) -> Iterator[bytes]:
    """Yield every event that matches."""
    for row in _select(db, filters, None, -1):
        yield row[0]


def _select(db: sqlite3.Connection, filters: Filters, cursor: Cursor | None, limit: int) -> Iterator[Any]:
    """Yield body and sort key of at most `limit` events; all of them when it is negative."""
    for where, values, order in conditions(filters, cursor):
        columns = f"{_BODY}, start_key, end_key, article, place"
        sql = f"SELECT {columns} FROM {_table(filters)} WHERE {where} ORDER BY {order} LIMIT ?"  # noqa: S608  values are bound
        for row in db.execute(sql, (*values, limit)):
            limit -= 1
            yield row
        if limit == 0:
            return


def _count(db: sqlite3.Connection, filters: Filters) -> Iterator[int]:
    for where, values, _ in conditions(filters):
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {_table(filters)} WHERE {where} LIMIT ?)"  # noqa: S608  values are bound
        yield db.execute(sql, (*values, COUNTED + 1)).fetchone()[0]


def _table(filters: Filters) -> str:
    """Name what is asked: the events of a text that was changed since come only by the id of their article."""
    return "every_event" if filters.article else "events"


def event(db: sqlite3.Connection, key: str) -> bytes | None:
    """Give the JSON of one event."""
    row = db.execute(f"SELECT {_BODY} FROM every_event WHERE id = ?", (key,)).fetchone()  # noqa: S608  the value is bound
    return row[0] if row else None


def facets(db: sqlite3.Connection, filters: Filters) -> dict[str, dict[str, int]]:
    """Count the events that match by each facet without its own filter: what choosing another value would give."""
    return {column: _facet(db, column, filters) for column in FACETS}


def _facet(db: sqlite3.Connection, column: str, filters: Filters) -> dict[str, int]:
    counts: dict[str, int] = {}
    for where, values, _ in conditions(replace(filters, **{column: ()})):  # type: ignore[arg-type]  # all are tuples
        sql = f"SELECT {column}, count(*) FROM events WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
        for value, count in db.execute(sql, values):
            if value is not None:
                counts[value] = counts.get(value, 0) + count
    return counts


# ---- articles ---------------------------------------------------------------------------------------------------


def articles(db: sqlite3.Connection, limit: int, cursor: str | None) -> ArticlePage:
    """Give at most `limit` articles, from the cursor on."""
    after = decode_cursor(cursor) if cursor else None
    where, place = ("WHERE (published_key, id) > (?, ?)", (after.start, after.article)) if after else ("", ())
    sql = f"{_SUMMARY}, published_key FROM articles {where} ORDER BY published_key, id LIMIT ?"
    rows = db.execute(sql, (*place, limit + 1)).fetchall()
    items = [summary_of(row[:-1]) for row in rows[:limit]]
    last = Cursor(rows[limit - 1][-1], None, items[-1]["id"], 0) if len(rows) > limit else None
    return ArticlePage(
        items, encode_cursor(last) if last else None, db.execute("SELECT count(*) FROM articles").fetchone()[0]
    )


def article(db: sqlite3.Connection, key: str) -> Record | None:
    """Give a whole article: its entry in lists, its text and blocks, what became of each timex, its events."""
    row = db.execute(f"{_SUMMARY} FROM articles WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    columns = "text, blocks, silent, published_start, published_end"
    content = content_of(db.execute(f"SELECT {columns} FROM articles WHERE id = ?", (key,)).fetchone())  # noqa: S608
    sql = f"SELECT {', '.join(TIMEX_COLUMNS)} FROM timexes WHERE article = ? ORDER BY start, stop"  # noqa: S608
    fates = [fate_of(fate, content["text"]) for fate in db.execute(sql, (key,))]
    events = [loads(body) for body in each(db, Filters(article=(key,), undated="include"))]
    return {**summary_of(row), **content, "timexes": fates, "events": events}


def stored(db: sqlite3.Connection, key: str) -> Article | None:
    """Give an article as it was read."""
    sql = f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE id = ?"  # noqa: S608  names of our own
    row = db.execute(sql, (key,)).fetchone()
    return article_of(row) if row else None

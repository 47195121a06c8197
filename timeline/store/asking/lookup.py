"""A connection and a question in, what the database holds out: pages of events and articles, counts, one of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from timeline.lines import loads
from timeline.model import Article, Span
from timeline.query import Cursor, Filters, decode_article_cursor, encode_cursor
from timeline.record import Record
from timeline.store.asking.counts import COUNTED, total
from timeline.store.asking.runs import keys
from timeline.store.rows import (
    ARTICLE_COLUMNS,
    SUMMARY_COLUMNS,
    TIMEX_COLUMNS,
    article_of,
    content_of,
    fate_of,
    summary_of,
)

_BODY = "CAST(body AS BLOB)"  # bytes as they are kept, never decoded on the way to a reader


def _counted(what: str) -> str:
    """Count the events of an article, those of older versions too: apart: a view of both would be made whole."""
    of_article = [f"SELECT {what} FROM {table} WHERE article = articles.id" for table in ("event_keys", "past_events")]  # noqa: S608
    return " + ".join(f"({count})" for count in of_article)


_SUMMARY = f"SELECT {', '.join(SUMMARY_COLUMNS)}, {_counted('count(*)')}, {_counted('count(*) - count(start_key)')}"


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
    found = list(islice(keys(db, filters, cursor), limit + 1))
    counted = total(db, filters)
    following = found[limit - 1].cursor if len(found) > limit else None
    items = [_body(db, key.seq) for key in found[:limit]]
    return Page(items, following, counted if counted <= COUNTED else None, counted)


def each(db: sqlite3.Connection, filters: Filters) -> Iterator[bytes]:
    """Yield every event that matches."""
    for key in keys(db, filters):
        yield _body(db, key.seq)


def _body(db: sqlite3.Connection, seq: int) -> bytes:
    """Give the body of a row; the numbers of `past_events` are negative."""
    table, number = ("events", seq) if seq > 0 else ("past_events", -seq)
    row: tuple[bytes] = db.execute(f"SELECT {_BODY} FROM {table} WHERE seq = ?", (number,)).fetchone()  # noqa: S608
    return row[0]


def event(db: sqlite3.Connection, key: str) -> bytes | None:
    """Give the JSON of one event."""
    row = db.execute(f"SELECT {_BODY} FROM every_event WHERE id = ?", (key,)).fetchone()  # noqa: S608  the value is bound
    return row[0] if row else None


# ---- articles ---------------------------------------------------------------------------------------------------


def articles(db: sqlite3.Connection, limit: int, cursor: str | None) -> ArticlePage:
    """Give at most `limit` articles, from the cursor on."""
    after = decode_article_cursor(cursor) if cursor else None
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
    found = _told(db, key)
    if found is None:
        return None
    fates = _fates(db, key, found["text"])
    events = [loads(body) for body in each(db, Filters(article=(key,), undated="include"))]
    return {**found, "timexes": fates, "events": events}


def article_part(db: sqlite3.Connection, key: str, span: Span) -> Record | None:
    """Give an article as `article` does, with those timexes and events alone that stand inside a span of its text."""
    found = _told(db, key)
    if found is None:
        return None
    fates = _fates(db, key, found["text"], " AND start >= ? AND start < ?", span)
    sql = f"SELECT {_BODY} FROM every_event WHERE article = ? AND place >= ? AND place < ? ORDER BY place"  # noqa: S608
    return {**found, "timexes": fates, "events": [loads(row[0]) for row in db.execute(sql, (key, *span))]}


def _told(db: sqlite3.Connection, key: str) -> Record | None:
    """Give an article's entry in lists and its text."""
    row = db.execute(f"{_SUMMARY} FROM articles WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    columns = "text, blocks, silent, published_start, published_end"
    content = content_of(db.execute(f"SELECT {columns} FROM articles WHERE id = ?", (key,)).fetchone())  # noqa: S608
    return {**summary_of(row), **content}


def _fates(db: sqlite3.Connection, key: str, text: str, where: str = "", values: Sequence[int] = ()) -> list[Record]:
    sql = f"SELECT {', '.join(TIMEX_COLUMNS)} FROM timexes WHERE article = ?{where} ORDER BY start, stop"  # noqa: S608
    return [fate_of(fate, text) for fate in db.execute(sql, (key, *values))]


def stored(db: sqlite3.Connection, key: str) -> Article | None:
    """Give an article as it was read."""
    sql = f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE id = ?"  # noqa: S608  names of our own
    row = db.execute(sql, (key,)).fetchone()
    return article_of(row) if row else None

"""Filters and a cursor in, the keys of the events that match out, in order, one by one as they are asked for.

Each run is ordered by itself; laid together they are the whole order, whatever was asked. Nothing is sorted but the
events of one article, or those of one day that hold a word.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, cast

from timeline.calendar import DAY, DAY_SECONDS, MONTH
from timeline.query import Cursor, Filters
from timeline.store import words
from timeline.store.asking.conditions import (
    DATED_KEY,
    EVERYTHING,
    UNDATED,
    Condition,
    Run,
    after,
    chosen,
    inside,
    of_articles,
    opened,
    order_by,
    reaching,
)
from timeline.store.asking.pieces import EVER, number_of, start_of
from timeline.store.kept import MONTH_WIDE, NARROW, OPEN, YEAR_WIDE, YEARLY
from timeline.store.ranks import COUNTER_BITS, OPEN_CODE, UNDATED_CODE, code_of, first_rank, last_rank


class Key(NamedTuple):
    """An event's place in the order, and the number of its row."""

    start: int | None
    end: int | None
    article: str
    place: int
    seq: int

    @property
    def cursor(self) -> Cursor:
        """Give the cursor after which the next page starts."""
        return Cursor(*self[:4])


class Found(NamedTuple):
    """Rows of the index that hold the words: FROM, WHERE and values; joined with the keys where those are needed.

    ranked  the range of row numbers says all that the condition does: the keys are needed only for what stands in them
    """

    expression: str
    first: int
    last: int
    condition: Condition
    ranked: bool = False

    @property
    def keyed(self) -> str:
        """Write FROM and WHERE over the index and `event_keys`."""
        return (
            "event_index CROSS JOIN event_keys ON event_keys.seq = event_index.rowid "
            f"WHERE event_index MATCH ? AND event_index.rowid BETWEEN ? AND ? AND {self.condition.where}"
        )

    @property
    def values(self) -> tuple[str | int | bytes | None, ...]:
        """Give the values of it."""
        return (self.expression, self.first, self.last, *self.condition.values)

    @property
    def numbered(self) -> tuple[str, tuple[str | int | bytes | None, ...]]:
        """Write FROM and WHERE over the index alone where that is enough, with the values; it has the row numbers."""
        if not self.ranked:
            return self.keyed, self.values
        return "event_index WHERE event_index MATCH ? AND event_index.rowid BETWEEN ? AND ?", self.values[:3]


def keys(
    db: sqlite3.Connection, filters: Filters, cursor: Cursor | None = None, only: Condition = EVERYTHING
) -> Iterator[Key]:
    """Yield the keys of what matches, from the cursor on, dated events before undated ones."""
    if filters.undated != "only" and (cursor is None or cursor.start is not None):
        yield from _laid_together(db, filters, only & after(cursor, filters.order, dated=True), cursor, dated=True)
    if filters.undated != "no" and only == EVERYTHING:
        yield from _laid_together(db, filters, after(cursor, filters.order, dated=False), None, dated=False)


def _laid_together(
    db: sqlite3.Connection, filters: Filters, more: Condition, cursor: Cursor | None, *, dated: bool
) -> Iterator[Key]:
    if filters.text:
        runs = [_words(db, found, more, filters.order, cursor) for found in found_in(filters, dated=dated)]
    elif filters.article or not dated:
        runs = [_rows(db, _plain(filters, dated=dated) & more, filters.order)]
    else:
        runs = [_rows(db, run & chosen(filters) & more, filters.order) for _, run in reaching(filters)]
        runs += _inside(db, filters, more, cursor)
    if len(runs) == 1:
        return runs[0]
    return heapq.merge(*runs, key=_dated_order if dated else _undated_order, reverse=filters.order == "desc")


def _plain(filters: Filters, *, dated: bool) -> Run:
    return of_articles(filters, dated=dated) if filters.article else Run("keys_in_order", UNDATED & chosen(filters))


def _dated_order(key: Key) -> tuple[int, int, str, int]:
    return cast("tuple[int, int, str, int]", key[:4])


def _undated_order(key: Key) -> tuple[str, int]:
    return key[2:4]


def _rows(db: sqlite3.Connection, run: Run, order: str) -> Iterator[Key]:
    where, values = run.condition
    sql = f"SELECT {DATED_KEY}, seq FROM {run.source} WHERE {where} ORDER BY {order_by(run.key, order)}"  # noqa: S608
    return map(Key._make, db.execute(sql, values))


def _inside(db: sqlite3.Connection, filters: Filters, more: Condition, cursor: Cursor | None) -> list[Iterator[Key]]:
    """Give what starts in the stretch asked for; where few may match, look only at the days that hold some."""
    if chosen(filters) == EVERYTHING:
        return [_rows(db, Run("keys_in_order", inside(filters) & more), filters.order)]
    found = [_walk(db, filters, more, cursor)]
    if filters.since is None:
        found.append(_rows(db, opened() & chosen(filters) & more, filters.order))
    return found


def _walk(db: sqlite3.Connection, filters: Filters, more: Condition, cursor: Cursor | None) -> Iterator[Key]:
    since, before = filters.since, filters.before
    if cursor is not None and cursor.start is not None and filters.order == "asc":
        since = max(cursor.start, cursor.start if since is None else since)
    if cursor is not None and cursor.start is not None and filters.order == "desc":
        before = min(cursor.start + 1, cursor.start + 1 if before is None else before)
    for start, end in _stretches(db, filters, since, before):
        within = Condition("start_key >= ? AND start_key < ?", (max(start, -EVER), end))
        yield from _rows(db, Run("keys_in_order", within & inside(filters) & chosen(filters) & more), filters.order)


def _stretches(
    db: sqlite3.Connection, filters: Filters, since: int | None, before: int | None
) -> Iterator[tuple[int, int]]:
    """Yield the days, or for a source the months, in which kept counts say that something matches."""
    table, column = ("source_counts", "month") if filters.source else ("day_totals", "day")
    unit = MONTH if filters.source else DAY
    condition = chosen(filters)
    if since is not None:
        condition &= Condition(f"{column} >= ?", (number_of(since, unit),))
    if before is not None:
        condition &= Condition(f"{column} <= ?", (number_of(before - 1, unit),))
    down = " DESC" if filters.order == "desc" else ""
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE {condition.where} ORDER BY 1{down}"  # noqa: S608
    for (number,) in db.execute(sql, condition.values):
        yield start_of(unit, number), start_of(unit, number + 1)


# ---- words ------------------------------------------------------------------------------------------------------


def found_in(filters: Filters, *, dated: bool) -> list[Found]:
    """Give the parts of the index that together hold what matches when words are asked for."""
    if not dated:
        return [Found(words.expression(filters), first_rank(UNDATED_CODE), last_rank(UNDATED_CODE), UNDATED, True)]
    return [*_reaching(filters), started_in(filters, words.expression(filters), OPEN_CODE)]


def started_in(filters: Filters, expression: str, earliest: int) -> Found:
    """Give what an expression finds and starts in the stretch asked for, from the code `earliest` on."""
    since, before = filters.since, filters.before
    first = first_rank(earliest if since is None else code_of(since))
    last = last_rank(UNDATED_CODE - 1 if before is None else code_of(before - 1))
    whole_days = not (since or 0) % DAY_SECONDS and not (before or 0) % DAY_SECONDS
    return Found(expression, first, last, inside(filters), whole_days)


def _reaching(filters: Filters) -> Iterator[Found]:
    since = filters.since
    for wide, run in reaching(filters):
        first, last = first_rank(OPEN_CODE), last_rank(code_of(since))
        if wide in (NARROW, YEARLY) and since is not None:
            first = first_rank(code_of(since - (MONTH_WIDE if wide == NARROW else YEAR_WIDE)))
        elif wide == OPEN:
            last = last_rank(OPEN_CODE)
        yield Found(words.expression(filters, wide), first, last, run.condition)


def _words(db: sqlite3.Connection, found: Found, more: Condition, order: str, cursor: Cursor | None) -> Iterator[Key]:
    """Walk the index in the order of days, and order each day by itself; from the day of the cursor on."""
    down = order == "desc"
    if cursor is not None:
        code = code_of(cursor.start)
        first, last = (found.first, last_rank(code)) if down else (first_rank(code), found.last)
        found = found._replace(first=max(first, found.first), last=min(last, found.last))
    found = found._replace(condition=found.condition & more)
    sql = f"SELECT {DATED_KEY}, seq FROM {found.keyed} ORDER BY event_index.rowid{' DESC' if down else ''}"  # noqa: S608
    rows = map(Key._make, db.execute(sql, found.values))
    for _, day in groupby(rows, key=lambda key: key.seq >> COUNTER_BITS):
        yield from sorted(day, key=lambda key: (key.start or 0, key.end or 0, key.article, key.place), reverse=down)

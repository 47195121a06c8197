"""Filters in, the stretch from the first start to the last end of the events that match out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from timeline.calendar import Interval
from timeline.query import Filters
from timeline.store.asking.conditions import Condition, chosen, of_articles, reaching
from timeline.store.asking.runs import found_in, keys
from timeline.store.kept import OPEN
from timeline.store.ranks import OPEN_END, OPEN_START

Rows = tuple[str, tuple[str | int | bytes | None, ...]]  # FROM and WHERE, and the values

# Events with an open end would name no day.
CLOSED = Condition("start_key > ? AND end_key < ?", (OPEN_START, OPEN_END))


def span(db: sqlite3.Connection, filters: Filters) -> Interval | None:
    """Give the first start and the last end of what matches and has both ends; None when nothing does."""
    if filters.undated == "only":
        return None
    first = next(keys(db, replace(filters, undated="no", order="asc"), only=CLOSED), None)
    last = next(keys(db, replace(filters, undated="no", order="desc"), only=CLOSED), None)
    if first is None or last is None or last.end is None:
        return None
    return Interval(first.start, _last_end(db, filters, last.end))


def _last_end(db: sqlite3.Connection, filters: Filters, end: int) -> int:
    """Give the last end, when the event that starts last ends at `end`: a later one reaches over it from before."""
    before = filters.before if filters.before is not None else OPEN_END
    only = CLOSED & Condition("start_key < ?", (before,))
    later = replace(filters, undated="no", from_=Interval(end, None), to=None)
    if filters.text:
        # The last end whatever the words: frequent ones have it too, and no look at each of their events is needed.
        most = _last_end(db, replace(filters, text=None), end)
        held = only & Condition("end_key = ?", (most,))
        if most == end or any(_asked(db, "1", rows, held) for rows in _reaching_over(later)):
            return most
    ends = (_asked(db, "max(end_key)", rows, only) for rows in _reaching_over(later))
    return max((found for found in ends if found is not None), default=end)


def _asked(db: sqlite3.Connection, what: str, rows: Rows, only: Condition) -> int | None:
    source, values = rows
    sql = f"SELECT {what} FROM {source} AND {only.where} LIMIT 1"  # noqa: S608  values are bound
    found = db.execute(sql, (*values, *only.values)).fetchone()
    return found[0] if found else None


def _reaching_over(later: Filters) -> Iterator[Rows]:
    """Yield what begins before a stretch and reaches into it, as FROM and WHERE with their values."""
    if later.text:
        yield from ((part.keyed, part.values) for part in found_in(later, dated=True))
        return
    runs = [of_articles(later, dated=True)] if later.article else []
    runs = runs or [run & chosen(later) for wide, run in reaching(later) if wide != OPEN]
    yield from ((f"{run.source} WHERE {run.condition.where}", run.condition.values) for run in runs)

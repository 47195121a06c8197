"""Filters in, the stretch from the first start to the last end of the events that match out."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from timeline.calendar import Interval
from timeline.query import Filters
from timeline.store.conditions import Condition
from timeline.store.ranks import OPEN_END, OPEN_START
from timeline.store.runs import keys

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
    later = replace(filters, undated="no", from_=Interval(end, None), to=None)
    starts_before = Condition("start_key < ?", (filters.before if filters.before is not None else OPEN_END,))
    return max((key.end or end for key in keys(db, later, only=CLOSED & starts_before)), default=end)

"""Filters in, how many events begin in each day, month or year out: what a histogram is drawn from."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, MONTH, YEAR, Interval, Period, first_day, period_at
from timeline.query import Filters
from timeline.store.conditions import conditions
from timeline.store.steps import OPEN_END, OPEN_START

_UNITS = {"day": DAY, "month": MONTH, "year": YEAR}


class Bin(NamedTuple):
    """A stretch with the number of events that begin in it, and how many of them are planned."""

    start: int
    end: int
    count: int  # type: ignore[assignment]  # a tuple's own method of that name is not needed here
    planned: int


class Density(NamedTuple):
    """Counts by `unit`: day, month or year."""

    unit: str
    bins: list[Bin]


def density(db: sqlite3.Connection, filters: Filters, unit: str) -> Density:
    """Count the dated events that match by the unit in which they begin."""
    granularity = _UNITS.get(unit, YEAR)
    counts: Counter[Period] = Counter()
    planned: Counter[Period] = Counter()
    for where, values, _ in conditions(replace(filters, undated="no")):
        sql = f"SELECT start_key, modality, count(*) FROM events WHERE {where} GROUP BY 1, 2"  # noqa: S608
        for start, modality, count in db.execute(sql, values):
            if start != OPEN_START:
                period = period_at(granularity, start // DAY_SECONDS)
                counts[period] += count
                planned[period] += count if modality == "planned" else 0
    bins = []
    for period in sorted(counts):
        first, after = first_day(period), first_day(Period(granularity, period.number + 1))
        bins.append(Bin(first * DAY_SECONDS, after * DAY_SECONDS, counts[period], planned[period]))
    return Density(unit, bins)


def span(db: sqlite3.Connection, filters: Filters) -> Interval | None:
    """Give the first beginning and the last end of the dated events that match."""
    for where, values, _ in conditions(replace(filters, undated="no")):
        sql = (
            "SELECT min(CASE WHEN start_key > ? THEN start_key END), max(CASE WHEN end_key < ? THEN end_key END) "  # noqa: S608
            f"FROM events WHERE {where}"
        )
        start, end = db.execute(sql, (OPEN_START, OPEN_END, *values)).fetchone()
        return Interval(start, end) if start is not None and end is not None and start < end else None
    return None

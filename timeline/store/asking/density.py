"""Filters and a unit in, a histogram of when the events that match begin out.

An event counts once, in the bin in which it starts; one with an open beginning in the bin of its end. So the counts of
all bins add up to the dated events that match.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.calendar import CENTURY, DAY, DAY_SECONDS, DECADE, MONTH, YEAR, Granularity, Period, coarsen
from timeline.query import Filters, QueryError
from timeline.store.asking.counts import bounds
from timeline.store.asking.histogram import Bin, Histogram, by_day, histogram
from timeline.store.asking.pieces import start_of

__all__ = ["Bin", "Density", "density"]

UNITS = {"day": DAY, "month": MONTH, "year": YEAR, "decade": DECADE, "century": CENTURY}
ASKED = ("auto", "day", "month", "year")
ENOUGH, MOST = 400, 10_000  # bins: what a picture shows, what anyone may ask for


class Density(NamedTuple):
    """A histogram: the unit of its bins, and the bins in order, each where the one before ends, empty ones too.

    unit   day | month | year, and where `auto` was asked decade | century
    bins   from the first to the last in which an event counts. Bins are cut where the stretch asked for begins and
           ends; what began before it shares one wide bin in front, what has an open beginning and ended after it
           one behind.
    exact  False where words hold too many events to look at: then the counts say "at least"
    """

    unit: str
    bins: list[Bin]
    exact: bool = True


def density(db: sqlite3.Connection, filters: Filters, unit: str) -> Density:
    """Count what matches by day, month, year or as its span suggests; QueryError when that gives over MOST bins."""
    if unit not in ASKED:
        raise QueryError("unit", f"{unit!r} is none of {', '.join(ASKED)}")
    if filters.undated == "only":
        return Density("year" if unit == "auto" else unit, [])
    made = histogram(db, filters)
    chosen = _fitting(made, filters) if unit == "auto" else unit
    if chosen == "day":
        _check(_reach(made), "day")
        made = by_day(db, filters, made)
        # Now the first and the last day are known, not only their months.
        chosen = _fitting(made, filters) if unit == "auto" else unit
    return _binned(made, filters, chosen)


def _span(histogram: Histogram, filters: Filters) -> tuple[int, int]:
    """Give the first and last instant of the stretch: asked for, or as far as there are events."""
    starts = histogram.counts.keys()
    known = [bound for bound in (filters.since, filters.before and filters.before - 1) if bound is not None]
    first = filters.since if filters.since is not None else min(starts, default=known[0] if known else 0)
    last = filters.before - 1 if filters.before is not None else max(starts, default=first)
    return first, max(first, last)


def _fitting(histogram: Histogram, filters: Filters) -> str:
    span = _span(histogram, filters)
    return next((unit for unit in UNITS if _number(span, unit) <= ENOUGH), "century")


def _number(span: tuple[int, ...], unit: str) -> int:
    first, last = (_holding(instant, UNITS[unit]).number for instant in span)
    return last - first + 1


def _holding(instant: int, unit: Granularity) -> Period:
    return coarsen(Period(DAY, instant // DAY_SECONDS), unit)


def _reach(made: Histogram) -> tuple[int, ...]:
    """Give the first and last instant that bins of the unit have to hold; nothing when they have none to hold."""
    if not made.counts and not (made.before and made.behind):
        return ()
    low = made.before.end if made.before else min(made.counts)
    return low, made.behind.start - 1 if made.behind else max(made.counts)


def _check(span: tuple[int, ...], unit: str) -> None:
    number = _number(span, unit) if span else 0
    if number > MOST:
        raise QueryError(
            "unit", f"{unit!r} gives {number:,} bins here, more than {MOST:,}; ask for a wider one or for less time"
        )


def _binned(made: Histogram, filters: Filters, unit: str) -> Density:
    bins = list(_bins(made, filters, unit)) if _reach(made) else []
    around = ([made.before] if made.before else []), ([made.behind] if made.behind else [])
    return Density(unit, [*around[0], *bins, *around[1]], made.exact)


def _bins(made: Histogram, filters: Filters, unit: str) -> Iterator[Bin]:
    """Give the bins between the first and the last that hold something, or up to what stands before and behind them."""
    reach = _reach(made)
    _check(reach, unit)
    first, last = (_holding(instant, UNITS[unit]).number for instant in reach)
    borders = [start_of(UNITS[unit], number) for number in range(first, last + 2)]
    number, planned = [0] * len(borders), [0] * len(borders)
    for start, tally in made.counts.items():
        place = max(bisect_right(borders, start) - 1, 0)
        number[place] += tally.number
        planned[place] += tally.planned
    since, before = bounds(filters)
    for place, (start, end) in enumerate(pairwise(borders)):
        yield Bin(max(start, since), min(end, before), number[place], planned[place])

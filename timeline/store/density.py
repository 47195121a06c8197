"""A connection and filters in, how many events begin in each stretch of time out."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, MONTH, YEAR, Period, interval_of, period_at
from timeline.query import Filters
from timeline.store.conditions import conditions
from timeline.store.steps import OPEN_START

UNITS = {"day": DAY, "month": MONTH, "year": YEAR}
_FEW = 120  # bins that a picture can show


class Bin(NamedTuple):
    """A stretch of civil time `[start, end)`, how many events begin in it, and how many of those are planned."""

    start: int
    end: int
    count: int  # type: ignore[assignment]  # nobody counts the equal values in a bin
    planned: int


class Density(NamedTuple):
    """Events over time; where it is not exact there are at least as many."""

    unit: str
    bins: list[Bin]
    exact: bool = True


def density(db: sqlite3.Connection, filters: Filters, unit: str) -> Density:
    """Count the dated events that match; `auto` takes the finest unit that makes few bins."""
    if filters.undated == "only":
        return Density("year" if unit == "auto" else unit, [])
    days: Counter[tuple[int, bool]] = Counter()
    for where, values, _ in conditions(replace(filters, undated="no")):
        sql = f"SELECT start_key, modality FROM events WHERE {where} AND start_key > {OPEN_START}"  # noqa: S608
        days.update((start // DAY_SECONDS, modality == "planned") for start, modality in db.execute(sql, values))
    found = {name: _bins(days, name) for name in ([unit] if unit in UNITS else UNITS)}
    chosen = next((name for name, bins in found.items() if len(bins) <= _FEW), next(reversed(found)))
    return Density(chosen, found[chosen])


def _bins(days: Counter[tuple[int, bool]], unit: str) -> list[Bin]:
    counts: dict[Period, list[int]] = {}
    for (day, planned), number in days.items():
        both = counts.setdefault(period_at(UNITS[unit], day), [0, 0])
        both[0] += number
        both[1] += number * planned
    stretches = ((interval_of(period), both) for period, both in sorted(counts.items()))
    return [Bin(start or 0, end or 0, *both) for (start, end), both in stretches]

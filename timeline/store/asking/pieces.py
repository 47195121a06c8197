"""A stretch of time in, the years, months and days that fill it out: what kept counts can be summed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, SECOND, Granularity, Period, first_day, period_at

EVER = 1 << 60  # further than any year, month, day or instant that an event has


class Piece(NamedTuple):
    """Whole years, months or days from first to before last, as the calendar numbers them; SECOND is for instants."""

    unit: Granularity
    first: int
    last: int


def pieces(since: int, before: int, units: tuple[Granularity, ...]) -> Iterator[Piece]:
    """Fill a stretch with the given units, coarsest first, and what is left at the edges with instants.

    -EVER and EVER are no bound.
    """
    if since >= before:
        return
    if not units:
        yield Piece(SECOND, since, before)
        return
    unit, finer = units[0], units[1:]
    first, last = _at_or_after(since, unit), number_of(before, unit)
    if first >= last:
        yield from pieces(since, before, finer)
        return
    if since > -EVER:
        yield from pieces(since, start_of(unit, first), finer)
    yield Piece(unit, first, last)
    if before < EVER:
        yield from pieces(start_of(unit, last), before, finer)


def start_of(unit: Granularity, number: int) -> int:
    """Give the instant at which the number-th of a unit begins."""
    return first_day(Period(unit, number)) * DAY_SECONDS


def number_of(instant: int, unit: Granularity) -> int:
    """Give the number of the one of a unit that holds an instant."""
    if abs(instant) >= EVER:
        return instant
    day = instant // DAY_SECONDS
    return day if unit == DAY else period_at(unit, day).number


def _at_or_after(instant: int, unit: Granularity) -> int:
    if abs(instant) >= EVER:
        return instant
    number = number_of(instant, unit)
    return number if start_of(unit, number) == instant else number + 1

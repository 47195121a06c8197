"""A spot of the calendar -> the periods it may mean around a day: the one before, the one at it, the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from timeline.calendar import (
    DAY,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKEND,
    YEAR,
    Granularity,
    Period,
    civil,
    coarsen,
    day_number,
    exists,
    first_day,
    interval_of,
    weekday,
)
from timeline.grammar.language import Feast
from timeline.meaning import Spot, SpotKind

Feasts = Mapping[int, Feast]


class Candidates(NamedTuple):
    """The spot before a day, the one that holds it (or None) and the one after."""

    before: Period
    same: Period | None
    after: Period


_WHEELS: Final[dict[SpotKind, tuple[Granularity, int, int]]] = {
    # granularity, how many make a turn, the number of the first
    SpotKind.MONTH: (MONTH, 12, 1),
    SpotKind.SEASON: (SEASON, 4, 0),
    SpotKind.QUARTER: (QUARTER, 4, 1),
    SpotKind.HALF: (HALF, 2, 1),
}


def around(spot: Spot, day: int, feasts: Feasts) -> Candidates | None:
    """Find the candidates of a spot around a day number; None when there is none (a feast with no known date)."""
    if spot.kind is SpotKind.WEEKDAY:
        back = (weekday(day) - spot.number) % 7
        same = Period(DAY, day) if back == 0 else None
        return Candidates(Period(DAY, day - (back or 7)), same, Period(DAY, day - back + 7))
    if spot.kind in _WHEELS:
        granularity, turn, first = _WHEELS[spot.kind]
        now = coarsen(Period(DAY, day), granularity).number
        back = (now - (spot.number - first)) % turn
        same = Period(granularity, now) if back == 0 else None
        return Candidates(Period(granularity, now - (back or turn)), same, Period(granularity, now - back + turn))
    if spot.kind is SpotKind.WEEKEND:
        week = coarsen(Period(DAY, day), WEEK).number
        same = Period(WEEKEND, week) if weekday(day) >= 5 else None
        return Candidates(Period(WEEKEND, week - 1), same, Period(WEEKEND, week + 1 if same else week))
    return _yearly(spot, day, feasts)


def _yearly(spot: Spot, day: int, feasts: Feasts) -> Candidates | None:
    year, month, _ = civil(day)
    if spot.kind is SpotKind.MONTH_DAY:
        starts = [(year * 12 + month - 1 + step) for step in (-2, -1, 0, 1, 2)]
        return _nearest(
            [day_number(m // 12, m % 12 + 1, spot.day) for m in starts if exists(m // 12, m % 12 + 1, spot.day)], day
        )
    days = _days_of(spot, range(year - 1, year + 2), feasts)
    if not days or not days[0] < day < days[-1]:  # 29 February, or a day of history: one must look farther
        days = _days_of(spot, range(year - 8, year + 9), feasts)
    return _nearest(days, day)


def _days_of(spot: Spot, years: range, feasts: Feasts) -> list[int]:
    return [found for year in years if (found := day_in_year(spot, year, feasts)) is not None]


def _nearest(days: Sequence[int], day: int) -> Candidates | None:
    before = [each for each in days if each < day]
    after = [each for each in days if each > day]
    if not before or not after:
        known = before[-1:] + [each for each in days if each == day] + after[:1]
        return Candidates(*[Period(DAY, known[0])] * 3) if known else None
    return Candidates(Period(DAY, before[-1]), Period(DAY, day) if day in days else None, Period(DAY, after[0]))


def day_in_year(spot: Spot, year: int, feasts: Feasts) -> int | None:
    """Give the day number of a day of a month or a named day in a year; None when the year has none."""
    if spot.kind is SpotKind.MONTHDAY:
        return day_number(year, spot.number, spot.day) if exists(year, spot.number, spot.day) else None
    feast = feasts[spot.number]
    return feast.fixed if feast.fixed is not None else feast.day_in(year)


def inside(spot: Spot, outer: Period, feasts: Feasts) -> Period | None:
    """Find a spot inside something wider: a month of a year, a weekday of a week; None when it has none."""
    start = first_day(outer)
    if spot.kind is SpotKind.WEEKDAY:
        monday = first_day(coarsen(Period(DAY, start), WEEK))
        return Period(DAY, monday + spot.number)
    if spot.kind is SpotKind.WEEKEND:
        return Period(WEEKEND, coarsen(Period(DAY, start), WEEK).number)
    if spot.kind is SpotKind.MONTH_DAY:
        year, month, _ = civil(start)
        return Period(DAY, day_number(year, month, spot.day)) if exists(year, month, spot.day) else None
    year = coarsen(outer, YEAR).number
    if spot.kind in _WHEELS:
        granularity, turn, first = _WHEELS[spot.kind]
        return Period(granularity, year * turn + spot.number - first)
    day = day_in_year(spot, year, feasts)
    return None if day is None else Period(DAY, day)


def nth_inside(count: int, unit: Granularity | Spot, outer: Period) -> Period | None:
    """Find the count-th unit or weekday inside something wider, from its end when negative; None when outside."""
    interval = interval_of(outer)
    first, last = (interval.start or 0) // 86_400, ((interval.end or 0) - 1) // 86_400
    if isinstance(unit, Spot):
        day = _nth_weekday(count, unit.number, first, last)
        return Period(DAY, day) if first <= day <= last else None
    if unit == WEEK:  # the week that the middle of the count-th seven days lies in
        day = first + 7 * count - 4 if count > 0 else last + 7 * count + 4
        return coarsen(Period(DAY, day), WEEK)
    edge = coarsen(Period(DAY, first if count > 0 else last), unit)
    found = Period(unit, edge.number + (count - 1 if count > 0 else count + 1))
    return found if first <= first_day(found) <= last or unit > outer.granularity else None


def _nth_weekday(count: int, number: int, first: int, last: int) -> int:
    if count > 0:
        return first + (number - weekday(first)) % 7 + 7 * (count - 1)
    return last - (weekday(last) - number) % 7 + 7 * (count + 1)


_OPEN: Final = {
    SpotKind.MONTH: "XXXX-{0:02d}",
    SpotKind.MONTHDAY: "XXXX-{0:02d}-{1:02d}",
    SpotKind.MONTH_DAY: "XXXX-XX-{1:02d}",
    SpotKind.QUARTER: "XXXX-Q{0}",
    SpotKind.HALF: "XXXX-H{0}",
    SpotKind.WEEKEND: "XXXX-WE",
}


def open_value(spot: Spot, feasts: Feasts) -> str:
    """Write a spot whose turn is not known: `XXXX-WXX-6`, `XXXX-02-08`."""
    if spot.kind is SpotKind.FEAST:
        days = {civil(day)[1:] for year in (2023, 2024, 2025) if (day := feasts[spot.number].day_in(year)) is not None}
        month, number = days.pop() if len(days) == 1 else (0, 0)
        return f"XXXX-{month:02d}-{number:02d}" if month else "XXXX-XX-XX"
    if spot.kind is SpotKind.WEEKDAY:
        return f"XXXX-WXX-{spot.number + 1}"
    if spot.kind is SpotKind.SEASON:
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[spot.number]}"
    return _OPEN[spot.kind].format(spot.number, spot.day)


def open_unit(unit: Granularity) -> str:
    """Write a unit whose place is not known: `XXXX-WXX`, `XXXX-XX-XX`."""
    return _OPEN_UNITS.get(unit, "XXXX-XX-XX")


_OPEN_UNITS: Final = {
    WEEK: "XXXX-WXX",
    WEEKEND: "XXXX-WXX-WE",
    MONTH: "XXXX-XX",
    SEASON: "XXXX-XX",
    QUARTER: "XXXX-QX",
    HALF: "XXXX-HX",
    YEAR: "XXXX",
    Granularity.DECADE: "XXX",
    Granularity.CENTURY: "XX",
    Granularity.MILLENNIUM: "X",
}

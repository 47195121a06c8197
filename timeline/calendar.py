"""Proleptic Gregorian calendar on plain integers: periods, intervals and stepping from one to another.

A *day number* counts days (1 = 0001-01-01, a Monday, as `datetime.date.toordinal`), an *instant* counts civil
seconds from day number 0, a *year* is astronomical (0 = 1 BC). None of them has a zone or a bound, so 480 BC
and the year 12000 are as ordinary as yesterday. All durations are in seconds unless named otherwise.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

DAY_SECONDS: Final = 86_400
PARTS: Final = ("MO", "MI", "AF", "EV", "NI", "DT")
_PART_HOURS: Final = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "NI": (19, 29), "DT": (6, 18)}
EVENING: Final = _PART_HOURS["EV"][0]  # the hour from which on it is evening
SMALL_HOURS: Final = 6  # hours of a day that are told of the night before: "3 a.m. last night"
SEASONS: Final = ("SP", "SU", "FA", "WI")


class Granularity(IntEnum):
    """The width of a period, finest first."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    PART = 4
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    MONTH = 8
    SEASON = 9
    QUARTER = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15

    __hash__ = int.__hash__  # Enum's own hashes the name, in Python: it cost more than the look-up it serves

    @property
    def word(self) -> str:
        """The name used in JSON and in the filters: `day`."""
        return self.name.lower()


SECOND, MINUTE, HOUR, PART, DAY, WEEKEND, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY, MILLENNIUM = (
    Granularity
)
_SECONDS: Final = {SECOND: 1, MINUTE: 60, HOUR: 3600}
_MONTHS: Final = {MONTH: 1, SEASON: 3, QUARTER: 3, HALF: 6, YEAR: 12}
_YEARS: Final = {DECADE: 10, CENTURY: 100, MILLENNIUM: 1000}


class Interval(NamedTuple):
    """A stretch of civil time `[start, end)` in instants; None is an open end."""

    start: int | None
    end: int | None


class Period(NamedTuple):
    """The number-th second, day, week, month ... of the calendar.

    The number counts periods of that granularity: day numbers for DAY, `year * 12 + month - 1` for MONTH, the year
    for YEAR, weeks from the Monday of day 1 for WEEK and WEEKEND, `day * 6 + place in PARTS` for PART, and so on;
    the next period is always number + 1 (for PART: the next part).
    """

    granularity: Granularity
    number: int


def is_leap(year: int) -> bool:
    """Say whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year: int, month: int) -> int:
    """Count the days of a month (1-12)."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Give the number of a civil day; month and day must exist (see `exists`)."""
    if month <= 2:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day - 306


def exists(year: int, month: int, day: int) -> bool:
    """Say whether year-month-day is a day of the calendar."""
    return 1 <= month <= 12 and 1 <= day <= month_days(year, month)


@lru_cache(maxsize=20_000)  # a text reckons with the same days again and again
def civil(number: int) -> tuple[int, int, int]:
    """Name the year, month and day of a day number."""
    shifted = number + 305
    era, day_of_era = divmod(shifted, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    year = year_of_era + era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def weekday(number: int) -> int:
    """Give the weekday of a day number, Monday = 0."""
    return (number - 1) % 7


def iso_week(week: int) -> tuple[int, int]:
    """Name the ISO year and the week number (1-53) of a week index."""
    thursday = week * 7 + 4
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_of(year: int, number: int) -> int:
    """Give the week index of ISO week `number` of a year."""
    return (day_number(year, 1, 4) - 1) // 7 + number - 1


def _bundle(year: int, size: int) -> int:
    """Index the decade, century ... of a year; BC years are bundled by their BC number, as people name them."""
    return year // size if year > 0 else -((1 - year) // size) - 1


def _bundle_start(index: int, size: int) -> int:
    return max(index * size, 1 if index == 0 else index * size) if index >= 0 else 2 - size * -index


# ---- periods ----------------------------------------------------------------------------------------------------


def period_at(granularity: Granularity, day: int) -> Period:
    """Give the period of a granularity (DAY or coarser) in which a day number lies."""
    if granularity == DAY:
        return Period(DAY, day)
    if granularity in (WEEK, WEEKEND):
        return Period(granularity, (day - 1) // 7)
    year, month, _ = civil(day)
    return _period_of_month(granularity, year * 12 + month - 1)


def _period_of_month(granularity: Granularity, month: int) -> Period:
    if granularity == SEASON:
        return Period(SEASON, (month - 2) // 3)
    if granularity in _MONTHS:
        return Period(granularity, month // _MONTHS[granularity])
    return Period(granularity, _bundle(month // 12, _YEARS[granularity]))


def first_day(period: Period) -> int:
    """Give the day number on which a period starts."""
    granularity, index = period
    if granularity == DAY:
        return index
    if granularity == WEEK:
        return index * 7 + 1
    if granularity == WEEKEND:
        return index * 7 + 6
    if granularity == SEASON:
        return _month_start(index * 3 + 2)
    if granularity in _MONTHS:
        return _month_start(index * _MONTHS[granularity])
    if granularity in _YEARS:
        return day_number(_bundle_start(index, _YEARS[granularity]))
    if granularity == PART:
        return index // len(PARTS)
    return index * _SECONDS[granularity] // DAY_SECONDS


def _month_start(index: int) -> int:
    return day_number(index // 12, index % 12 + 1)


def interval_of(period: Period) -> Interval:
    """Give the stretch of time a period covers."""
    granularity, index = period
    if granularity == DAY:
        return Interval(index * DAY_SECONDS, (index + 1) * DAY_SECONDS)
    if granularity in _SECONDS:
        size = _SECONDS[granularity]
        return Interval(index * size, (index + 1) * size)
    day = first_day(period)
    if granularity == PART:
        opens, closes = _PART_HOURS[PARTS[index % len(PARTS)]]
        return Interval(day * DAY_SECONDS + opens * 3600, day * DAY_SECONDS + closes * 3600)
    end = day + 2 if granularity == WEEKEND else first_day(Period(granularity, index + 1))
    return Interval(day * DAY_SECONDS, end * DAY_SECONDS)


def coarsen(period: Period, granularity: Granularity) -> Period:
    """Give the period of a granularity that holds the start of this one; never refines.

    A period as wide or wider is given back as it is; so is an hour when a PART is asked for, as parts overlap.
    """
    if period.granularity >= granularity or granularity == PART:
        return period
    if granularity in _SECONDS:
        return Period(granularity, (interval_of(period).start or 0) // _SECONDS[granularity])
    return period_at(granularity, first_day(period))


def shift(period: Period, count: int, unit: Granularity) -> Period:
    """Move a period by `count` units, keeping its own granularity; 31 January + 1 month is the last of February."""
    granularity, index = period
    if unit == granularity:
        return Period(granularity, index + count)
    if granularity in _SECONDS or granularity == PART:
        return _shift_fine(period, count, unit)
    if unit in _SECONDS or unit == PART:
        size = _SECONDS.get(unit, DAY_SECONDS)
        return period_at(granularity, (first_day(period) * DAY_SECONDS + count * size) // DAY_SECONDS)
    if unit in (DAY, WEEK, WEEKEND):
        return period_at(granularity, first_day(period) + count * (1 if unit == DAY else 7))
    months = count * (_MONTHS.get(unit) or 12 * _YEARS[unit])
    if granularity >= MONTH:
        year, month, _ = civil(first_day(period))
        return _period_of_month(granularity, year * 12 + month - 1 + months)
    anchor = first_day(period) + (3 if granularity == WEEK else 0)
    return period_at(granularity, _add_months(anchor, months))


def shift_workdays(day: Period, count: int) -> Period:
    """Move a day by so many days from Monday to Friday; a Saturday or Sunday to begin with does not count."""
    step, ends = (1, 4) if count > 0 else (-1, 0)
    number, at = day.number, weekday(day.number)
    if at > _FRIDAY:
        number -= at - _FRIDAY if count > 0 else at - 7
        at = weekday(number)
    weeks, rest = divmod(abs(count), _WORKDAYS)
    over = rest > (ends - at) * step
    return Period(DAY, number + step * (7 * weeks + rest + 2 * over))


_FRIDAY, _WORKDAYS = 4, 5


def _shift_fine(period: Period, count: int, unit: Granularity) -> Period:
    if unit in _SECONDS and period.granularity in _SECONDS:
        start = interval_of(period).start or 0
        return Period(period.granularity, (start + count * _SECONDS[unit]) // _SECONDS[period.granularity])
    day = first_day(period)
    moved = shift(Period(DAY, day), count, unit).number
    per_day = len(PARTS) if period.granularity == PART else DAY_SECONDS // _SECONDS[period.granularity]
    return Period(period.granularity, period.number + (moved - day) * per_day)


def _add_months(day: int, months: int) -> int:
    year, month, number = civil(day)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    return day_number(year, month, min(number, month_days(year, month)))


def part_period(day: int, part: str) -> Period:
    """Give a part (one of PARTS) of a day."""
    return Period(PART, day * len(PARTS) + PARTS.index(part))

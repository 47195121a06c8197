"""How periods and intervals are written and read: ISO 8601, EDTF (library form) and TIMEX3 values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.calendar import (
    CENTURY,
    DAY,
    DAY_SECONDS,
    DECADE,
    HALF,
    HOUR,
    MILLENNIUM,
    MINUTE,
    MONTH,
    PART,
    PARTS,
    QUARTER,
    SEASON,
    SEASONS,
    SECOND,
    WEEK,
    WEEKEND,
    YEAR,
    Interval,
    Period,
    civil,
    day_number,
    exists,
    first_day,
    interval_of,
    iso_week,
)

_SECONDS: Final = {SECOND: 1, MINUTE: 60, HOUR: 3600}

# HTML knows years, months, days and minutes of four-digit years; anything else would be an invalid `datetime`.
_HTML: Final = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")


@lru_cache(maxsize=20_000)  # the days around a publish date come again and again
def iso_day(number: int) -> str:
    """Write a day as ISO 8601 with an astronomical year: `2025-02-08`, `-0479-09-20`."""
    year, month, day = civil(number)
    return f"{_iso_year(year)}-{month:02d}-{day:02d}"


def _iso_year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_instant(instant: int) -> str:
    """Write an instant as ISO 8601: the date alone at midnight, else `2025-02-08T20:00` (seconds when not zero)."""
    day, seconds = divmod(instant, DAY_SECONDS)
    return iso_day(day) + (f"T{_clock(seconds)}" if seconds else "")


def html_date(edtf: str | None) -> str | None:
    """Give the `datetime` that HTML has for a date, None where it has no form for it: ranges, decades, years BC.

    >>> html_date("2025-02-08"), html_date("199X")
    ('2025-02-08', None)
    """
    return edtf if edtf and _HTML.fullmatch(edtf) else None


def _clock(seconds: int) -> str:
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if rest else "")


def edtf(period: Period) -> str:
    """Write a period in EDTF; weeks, weekends and millennia, for which EDTF has no word, as `first/last` day.

    Parts of a day are written as the day, and hours and minutes with full seconds, as EDTF asks: the width stands
    in the granularity.
    """
    granularity, index = period
    if granularity in _SECONDS:
        day, seconds = divmod(index * _SECONDS[granularity], DAY_SECONDS)
        return f"{iso_day(day)}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if granularity in (DAY, PART):
        return iso_day(first_day(period))
    year = index // {MONTH: 12, SEASON: 4, QUARTER: 4, HALF: 2}.get(granularity, 1)
    if granularity == MONTH:
        return f"{_iso_year(year)}-{index % 12 + 1:02d}"
    if granularity == YEAR:
        return _iso_year(year)
    if granularity in (SEASON, QUARTER, HALF):
        base, count = {SEASON: (21, 4), QUARTER: (33, 4), HALF: (40, 2)}[granularity]
        return f"{_iso_year(year)}-{base + index % count}"
    if granularity == DECADE and 0 <= index < 1000:
        return f"{index:03d}X"
    if granularity == CENTURY and 0 <= index < 100:
        return f"{index:02d}XX"
    start, end = interval_of(period)
    return edtf_range(Interval(start, end))


def edtf_range(interval: Interval) -> str:
    """Write an interval as EDTF `first/last`, both inclusive days; open ends are `..`."""
    start = ".." if interval.start is None else iso_day(interval.start // DAY_SECONDS)
    end = ".." if interval.end is None else iso_day((interval.end - 1) // DAY_SECONDS)
    return start if start == end != ".." else f"{start}/{end}"


def timex_value(period: Period) -> str:
    """Write a period as a TIMEX3 value: `2025-02-08TMO`, `2025-W07`, `2025-W06-WE`, `199X`, `BC0480`."""
    granularity, index = period
    if granularity == DAY:
        return _timex_day(index)
    if granularity == YEAR:
        return _timex_year(index)
    if granularity == MONTH:
        return f"{_timex_year(index // 12)}-{index % 12 + 1:02d}"
    if granularity in (WEEK, WEEKEND):
        year, week = iso_week(index)
        return f"{_timex_year(year)}-W{week:02d}" + ("-WE" if granularity == WEEKEND else "")
    if granularity in _SECONDS:
        day, seconds = divmod(index * _SECONDS[granularity], DAY_SECONDS)
        hour = f"{_timex_day(day)}T{seconds // 3600:02d}"
        minute = "" if granularity == HOUR else f":{seconds // 60 % 60:02d}"
        return hour + minute + (f":{seconds % 60:02d}" if granularity == SECOND else "")
    if granularity == PART:
        return f"{_timex_day(index // len(PARTS))}T{PARTS[index % len(PARTS)]}"
    if granularity == SEASON:
        return f"{_timex_year(index // 4)}-{SEASONS[index % 4]}"
    if granularity == QUARTER:
        return f"{_timex_year(index // 4)}-Q{index % 4 + 1}"
    if granularity == HALF:
        return f"{_timex_year(index // 2)}-H{index % 2 + 1}"
    digits = {DECADE: 3, CENTURY: 2, MILLENNIUM: 1}[granularity]
    number = index if index >= 0 else -index - 1
    return ("" if index >= 0 else "BC") + f"{number:0{digits}d}" + "X" * (4 - digits)


def _timex_year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _timex_day(number: int) -> str:
    year, month, day = civil(number)
    return f"{_timex_year(year)}-{month:02d}-{day:02d}"


# Nine digits of year: instants of more would not fit the 64 bits in which the store sorts them.
_EDTF: Final = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d))?)?)?)?"
    r"[?~%]?|(?P<decade>\d{3})X|(?P<century>\d\d)XX",
    re.ASCII,
)


def parse_edtf(text: str) -> Interval:
    """Read an EDTF date, decade, season, quarter or `first/last` as the interval it covers.

    Open ends are `..` or nothing. Raises ValueError with the reason in words.

    >>> parse_edtf("2025-02") == interval_of(Period(MONTH, 2025 * 12 + 1))
    True
    """
    first, slash, last = text.strip().partition("/")
    if not slash:
        return interval_of(parse_period(first))
    start = None if first in ("", "..") else interval_of(parse_period(first)).start
    end = None if last in ("", "..") else interval_of(parse_period(last)).end
    if start is not None and end is not None and start >= end:
        raise ValueError(f"{text!r} ends before it starts")
    return Interval(start, end)


@lru_cache(maxsize=2_000)  # the explanations of an article read its publish date again and again
def parse_period(text: str) -> Period:
    """Read one EDTF date as a period; ValueError when it is none or does not exist."""
    match = _EDTF.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a date such as 2025, 2025-02 or 2025-02-08")
    if match["decade"]:
        return Period(DECADE, int(match["decade"]))
    if match["century"]:
        return Period(CENTURY, int(match["century"]))
    year = int(match["year"].removeprefix("Y"))
    if not match["month"]:
        return Period(YEAR, year)
    month = int(match["month"])
    if not match["day"]:
        return _parse_within(text, year, month)
    day = int(match["day"])
    if not exists(year, month, day):
        raise ValueError(f"{text!r}: there is no such day")
    number = day_number(year, month, day)
    if not match["h"]:
        return Period(DAY, number)
    hour, minute, second = int(match["h"]), int(match["m"]), int(match["s"] or 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second > 0):
        raise ValueError(f"{text!r}: there is no such time of day")
    instant = number * DAY_SECONDS + hour * 3600 + minute * 60 + second
    return Period(SECOND, instant) if match["s"] else Period(MINUTE, instant // 60)


def _parse_within(text: str, year: int, number: int) -> Period:
    if 1 <= number <= 12:
        return Period(MONTH, year * 12 + number - 1)
    for granularity, base, count in ((SEASON, 21, 4), (QUARTER, 33, 4), (HALF, 40, 2)):
        if base <= number < base + count:
            return Period(granularity, year * count + number - base)
    raise ValueError(f"{text!r}: there is no such month")

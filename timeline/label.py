"""Periods and intervals in, the words people read out: "Sat 8 Feb 2025, late", "10–14 Feb 2025", "480 BC".

English, the built-in locale. Weekdays are left out before 1583: there was no Gregorian calendar to have them.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.calendar import (
    CENTURY,
    DAY,
    DAY_SECONDS,
    DECADE,
    HALF,
    HOUR,
    MINUTE,
    MONTH,
    PART,
    PARTS,
    QUARTER,
    SEASON,
    SECOND,
    WEEK,
    WEEKEND,
    YEAR,
    Granularity,
    Interval,
    Period,
    civil,
    first_day,
    period_at,
    weekday,
)
from timeline.notation import parse_period

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = dict(zip(PARTS, ("morning", "midday", "afternoon", "evening", "night", "daytime"), strict=True))
_SEASONS = ("spring", "summer", "autumn", "winter")
_EDGES = {"START": "early", "MID": "mid", "END": "late"}
_LEANS = {
    "APPROX": "about",
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "until",
    "ON_OR_AFTER": "since",
}
_GREGORIAN = 1583
_DAYS_SHOWN, _MONTHS_SHOWN = 60, 730


def label_of(period: Period | None, interval: Interval | None, mod: str | None) -> str:
    """Write a date as people read it, from its period where it has one, else from the stretch it covers.

    An interval that is open at one end reads "since" or "until"; the modifier adds early, mid, late, about, before,
    after. A date that covers nothing is "undated".

    >>> label_of(Period(YEAR, 2004), Interval(63208339200, None), None)
    'since 2004'
    """
    if period is not None:
        lean = _LEANS.get(mod or "") or _opening(interval)
        return f"{lean} {_edged(period, mod)}" if lean else _edged(period, mod)
    if interval is None or interval == (None, None):
        return "undated"
    lean = "about " if mod == "APPROX" else ""
    return lean + _stretch(interval)


def range_label(first: Period, last: Period) -> str:
    """Name a range by what its two ends are called, of which one is a time of day.

    >>> range_label(parse_period("2025-02-08T20:00"), parse_period("2025-02-09"))
    'Sat 8 Feb 2025, 20:00 – Sun 9 Feb 2025'
    """
    begun, ended = _period(first), _period(last)
    day = first_day(first)
    if day != first_day(last) or max(first.granularity, last.granularity) >= DAY:
        return f"{begun} – {ended}"
    within = ended.removeprefix(f"{day_label(day)}, ")
    return f"{begun} – {within}" if PART in (first.granularity, last.granularity) else f"{begun}–{within}"


def _opening(interval: Interval | None) -> str | None:
    if interval is None or interval == (None, None):
        return None
    return "until" if interval.start is None else "since" if interval.end is None else None


def _edged(period: Period, mod: str | None) -> str:
    """Set early, mid or late where it reads well: behind a day, before all else."""
    words, edge = _period(period), _EDGES.get(mod or "")
    if not edge:
        return words
    if period.granularity <= DAY:
        return f"{words}, {'middle' if edge == 'mid' else edge}"
    if period.granularity in (WEEK, WEEKEND):
        return f"{'middle of' if edge == 'mid' else f'{edge} in'} the {words}"
    return f"mid-{words}" if edge == "mid" else f"{edge} {words}"


# ---- one period -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)  # an article names the same few days again and again
def _period(period: Period) -> str:
    granularity, index = period
    if granularity <= WEEK:
        return _short(period)
    if granularity == MONTH:
        return f"{_MONTHS[index % 12]} {year_label(index // 12)}"
    if granularity == SEASON:
        year = index // 4
        span = f"{year}–{(year + 1) % 100:02d}" if index % 4 == 3 and year > 0 else year_label(year)
        return f"{_SEASONS[index % 4]} {span}"
    if granularity == QUARTER:
        return f"Q{index % 4 + 1} {year_label(index // 4)}"
    if granularity == HALF:
        return f"{('first', 'second')[index % 2]} half of {year_label(index // 2)}"
    return year_label(index) if granularity == YEAR else _many_years(granularity, index)


def _short(period: Period) -> str:
    """Name a period of a week or less."""
    granularity, index = period
    first = first_day(period)
    if granularity in (WEEK, WEEKEND):
        return f"{'week' if granularity == WEEK else 'weekend'} of {_date(first)}"
    day = day_label(first)
    if granularity == DAY:
        return day
    if granularity == PART:
        return f"{day}, {_PARTS[PARTS[index % len(PARTS)]]}"
    return f"{day}, {_clock(index * {SECOND: 1, MINUTE: 60, HOUR: 3600}[granularity])}"


def _many_years(granularity: Granularity, index: int) -> str:
    count, era = (index, "") if index >= 0 else (-index - 1, " BC")
    if granularity == DECADE:
        return "AD 1–9" if index == 0 else f"{count}0s{era}"
    return f"{_ordinal(count + 1)} {'century' if granularity == CENTURY else 'millennium'}{era}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def year_label(year: int) -> str:
    """Name an astronomical year: 2025, AD 79, 480 BC."""
    return f"{1 - year} BC" if year <= 0 else f"AD {year}" if year < 1000 else str(year)


def _date(day: int) -> str:
    year, month, number = civil(day)
    return f"{number} {_MONTHS[month - 1]} {year_label(year)}"


def day_label(day: int) -> str:
    """Name a day number with its weekday: "Sat 8 Feb 2025"."""
    return f"{_WEEKDAYS[weekday(day)]} {_date(day)}" if civil(day)[0] >= _GREGORIAN else _date(day)


def _clock(instant: int) -> str:
    seconds = instant % DAY_SECONDS
    rest = f":{seconds % 60:02d}" if seconds % 60 else ""
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}{rest}"


# ---- stretches --------------------------------------------------------------------------------------------------


def _stretch(interval: Interval) -> str:
    start, end = interval
    if start is None or end is None:
        return f"until {_bound(end, -1)}" if start is None else f"since {_bound(start, 0)}"
    if start % DAY_SECONDS or end % DAY_SECONDS:
        return _clocked(start, end)
    first, last = start // DAY_SECONDS, end // DAY_SECONDS - 1
    for granularity in (YEAR, MONTH):
        opens, closes = period_at(granularity, first), period_at(granularity, last)
        if first_day(opens) == first and first_day(Period(granularity, closes.number + 1)) == last + 1:
            return _joined_years(opens, closes) if granularity == YEAR else _joined_months(opens, closes)
    return _joined_days(first, last)


def _bound(instant: int | None, back: int) -> str:
    """Name the first (back 0) or last (back -1) year, month, day or minute of an open stretch."""
    if instant is None:
        return ".."
    day, seconds = divmod(instant, DAY_SECONDS)
    if seconds:
        return f"{day_label(day)}, {_clock(seconds)}"
    for granularity in (YEAR, MONTH):
        period = period_at(granularity, day)
        if first_day(period) == day:
            return _period(Period(granularity, period.number + back))
    return day_label(day + back)


def _clocked(start: int, end: int) -> str:
    """Name a stretch between times of day; where one side is the edge of a day, its day is all that is known."""
    first, last = start // DAY_SECONDS, (end - 1) // DAY_SECONDS
    opens, closes = day_label(first), day_label(last)
    if first == last:
        return f"{opens}, {_clock(start)}–{_clock(end) if end % DAY_SECONDS else '24:00'}"
    begun = f"{opens}, {_clock(start)}" if start % DAY_SECONDS else opens
    return f"{begun} – {f'{closes}, {_clock(end)}' if end % DAY_SECONDS else closes}"


def _joined_years(first: Period, last: Period) -> str:
    if first == last:
        return _period(first)
    return f"{year_label(first.number)}{'–' if first.number >= 1000 else ' – '}{year_label(last.number)}"


def _joined_months(first: Period, last: Period) -> str:
    if first == last:
        return _period(first)
    if first.number // 12 == last.number // 12:
        return f"{_MONTHS[first.number % 12]}–{_period(last)}"
    return f"{_period(first)} – {_period(last)}"


def _joined_days(first: int, last: int) -> str:
    if first == last:
        return day_label(first)
    (year, month, number), (last_year, last_month, _) = civil(first), civil(last)
    if (year, month) == (last_year, last_month):
        return f"{number}–{_date(last)}"
    if year == last_year:
        return f"{number} {_MONTHS[month - 1]} – {_date(last)}"
    return f"{_date(first)} – {_date(last)}"


# ---- between happening and telling ------------------------------------------------------------------------------


def lag(published: str | None, interval: Interval | None) -> str:
    """Say how long after a happening it was told: "told 3 days later", "same day", "4 days ahead".

    Counted from the nearer edge of a wide date; "" when either date is unknown, "meanwhile" inside a wide date.
    """
    day = _published_day(published)
    if day is None or interval is None or interval == (None, None):
        return ""
    first = None if interval.start is None else interval.start // DAY_SECONDS
    last = None if interval.end is None else (interval.end - 1) // DAY_SECONDS
    if first is not None and day < first:
        return f"{_amount(first - day)} ahead"
    if last is not None and day > last:
        return f"told {_amount(day - last)} later"
    return "same day" if first == last else "meanwhile"


def _published_day(published: str | None) -> int | None:
    try:
        period = parse_period(published) if published else None
    except ValueError:
        return None
    return None if period is None or period.granularity > DAY else first_day(period)


def _amount(days: int) -> str:
    """Count days in the unit people would use."""
    count, unit = (
        (days, "day")
        if days <= _DAYS_SHOWN
        else (round(days / 30.44), "month")
        if days <= _MONTHS_SHOWN
        else (round(days / 365.2425), "year")
    )
    return f"{count} {unit}" + ("" if count == 1 else "s")


def counted(number: int, noun: str) -> str:
    """Count a noun in English: "1 event", "1,204 events"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")

"""A stretch of time that is no one period in, its name out: "10–14 Feb 2025", "since 2004", "1914–1918"."""

from __future__ import annotations

from timeline.calendar import DAY_SECONDS, MONTH, YEAR, Interval, Period, civil, first_day, period_at
from timeline.label.day import MONTHS_SHORT, clock_label, date_label, day_label, year_label
from timeline.label.period import period_label


def stretch_label(interval: Interval) -> str:
    """Name a stretch by its ends, in years or months where it is made of whole ones."""
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
        return f"{day_label(day)}, {clock_label(seconds)}"
    for granularity in (YEAR, MONTH):
        period = period_at(granularity, day)
        if first_day(period) == day:
            return period_label(Period(granularity, period.number + back))
    return day_label(day + back)


def _clocked(start: int, end: int) -> str:
    """Name a stretch between times of day; where one side is the edge of a day, its day is all that is known."""
    first, last = start // DAY_SECONDS, (end - 1) // DAY_SECONDS
    opens, closes = day_label(first), day_label(last)
    if first == last:
        return f"{opens}, {clock_label(start)}–{clock_label(end) if end % DAY_SECONDS else '24:00'}"
    begun = f"{opens}, {clock_label(start)}" if start % DAY_SECONDS else opens
    return f"{begun} – {f'{closes}, {clock_label(end)}' if end % DAY_SECONDS else closes}"


def _joined_years(first: Period, last: Period) -> str:
    if first == last:
        return period_label(first)
    return f"{year_label(first.number)}{'–' if first.number >= 1000 else ' – '}{year_label(last.number)}"


def _joined_months(first: Period, last: Period) -> str:
    if first == last:
        return period_label(first)
    if first.number // 12 == last.number // 12:
        return f"{MONTHS_SHORT[first.number % 12]}–{period_label(last)}"
    return f"{period_label(first)} – {period_label(last)}"


def _joined_days(first: int, last: int) -> str:
    if first == last:
        return day_label(first)
    (year, month, number), (last_year, last_month, _) = civil(first), civil(last)
    if (year, month) == (last_year, last_month):
        return f"{number}–{date_label(last)}"
    if year == last_year:
        return f"{number} {MONTHS_SHORT[month - 1]} – {date_label(last)}"
    return f"{date_label(first)} – {date_label(last)}"

"""A publish date and what a happening covers in, how long after it was told out: "told 3 days later"."""

from __future__ import annotations

from timeline.calendar import DAY, DAY_SECONDS, Interval, first_day
from timeline.notation import parse_period

_DAYS_SHOWN, _MONTHS_SHOWN = 60, 730


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

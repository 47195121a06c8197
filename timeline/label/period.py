"""One period in, its name out: "Feb 2025", "week of 3 Feb 2025", "winter 2003–04", "1990s"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.calendar import (
    CENTURY,
    DAY,
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
    Period,
    first_day,
)
from timeline.label.day import MONTHS_SHORT, clock_label, date_label, day_label, year_label

_PARTS: Final = dict(zip(PARTS, ("morning", "midday", "afternoon", "evening", "night", "daytime"), strict=True))
_SEASONS: Final = ("spring", "summer", "autumn", "winter")


@lru_cache(maxsize=20_000)  # an article names the same few days again and again
def period_label(period: Period) -> str:
    """Name a period by its own width."""
    granularity, index = period
    if granularity <= WEEK:
        return _short(period)
    if granularity == MONTH:
        return f"{MONTHS_SHORT[index % 12]} {year_label(index // 12)}"
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
        return f"{'week' if granularity == WEEK else 'weekend'} of {date_label(first)}"
    day = day_label(first)
    if granularity == DAY:
        return day
    if granularity == PART:
        return f"{day}, {_PARTS[PARTS[index % len(PARTS)]]}"
    return f"{day}, {clock_label(index * {SECOND: 1, MINUTE: 60, HOUR: 3600}[granularity])}"


def _many_years(granularity: Granularity, index: int) -> str:
    count, era = (index, "") if index >= 0 else (-index - 1, " BC")
    if granularity == DECADE:
        return "AD 1–9" if index == 0 else f"{count}0s{era}"
    return f"{_ordinal(count + 1)} {'century' if granularity == CENTURY else 'millennium'}{era}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

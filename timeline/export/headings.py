"""Events in JSON in, the headings they stand below out: year, month and day, as far as a date is narrow enough."""

from __future__ import annotations

from typing import Any

from timeline.calendar import DAY, MONTH, YEAR, Granularity, Period, civil, first_day
from timeline.label import day_label, label_of, year_label
from timeline.notation import parse_period

Headings = tuple[str, ...]


def headings(event: dict[str, Any]) -> Headings:
    """Name the year, and where the date is narrow enough the month and the day.

    One wider than a day stands below its month or year; what has no beginning, or no date, below words that say so.
    """
    if event["start"] is None:
        return ("undated",) if event["end"] is None else ("open beginning",)
    first = first_day(parse_period(event["start"]))
    year, month, _ = civil(first)
    width = Granularity[(event["granularity"] or "year").upper()]  # a range has none
    if width > YEAR:
        return (event["label"],)
    found: Headings = (year_label(year),)
    if width <= MONTH:
        found += (label_of(Period(MONTH, year * 12 + month - 1), None, None),)
    return (*found, day_label(first)) if width <= DAY else found


def fresh(found: Headings, above: Headings) -> list[tuple[int, str]]:
    """Give the headings that are not the same as above, each with its depth from 0.

    >>> fresh(("2025", "Feb 2025"), ("2025", "Jan 2025"))
    [(1, 'Feb 2025')]
    """
    return [(depth, one) for depth, one in enumerate(found) if found[: depth + 1] != above[: depth + 1]]

"""Events in JSON in, the headings they stand below out: year, month and day, as far as a date is narrow enough."""

from __future__ import annotations

from typing import Any

from timeline.calendar import DAY, DAY_SECONDS, MONTH, YEAR, Granularity, Period, civil
from timeline.label import day_label, label_of, year_label
from timeline.record import moments

Headings = tuple[str, ...]

EARLIER, OPEN_BEGINNING = "began earlier", "open beginning"
# What stands in the way of the rest where it can be folded away, and the words to unfold it.
FOLDS = {
    EARLIER: "Show what began before these dates and reaches into them",
    OPEN_BEGINNING: "Show those of which only the end is told",
}


def headings(event: dict[str, Any], since: int | None = None) -> Headings:
    """Name the year, and where the date is narrow enough the month and the day.

    One wider than a day stands below its month or year; what has no beginning, or no date, below words that say so.
    So does what began before `since`, the first instant asked for, where one is given.
    """
    start = moments(event).start
    if start is None:
        return ("undated",) if event["end"] is None else (OPEN_BEGINNING,)
    if since is not None and start < since:
        return (EARLIER,)
    first = start // DAY_SECONDS
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

"""A stretch of time goes in, the bars that cut it evenly come out: days, weeks, months, quarters or so many years.

The unit is chosen by the length of the stretch, so that there are never more than BARS bars. Bars are numbered, so
cutting and placing are arithmetic on integers, as in `timeline.calendar`.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.calendar import (
    DAY,
    DAY_SECONDS,
    MONTH,
    QUARTER,
    WEEK,
    YEAR,
    Granularity,
    Interval,
    Period,
    civil,
    first_day,
    period_at,
)
from timeline.label import MONTHS_SHORT, label_of, year_label
from timeline.notation import iso_day

BARS = 60
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MANY = 200  # years a bar: the store counts these by decade or century, as it sees fit
_FINE = ((DAY, "day"), (WEEK, "day"), (MONTH, "month"), (QUARTER, "month"))


class Scale(NamedTuple):
    """How a stretch is cut: `step` units a bar, counted by the store in `unit`: day, month, year, auto.

    first and last are the numbers of the bars at either end, `span` is what was cut.
    """

    granularity: Granularity
    step: int
    unit: str
    first: int
    last: int
    span: Interval

    @property
    def bars(self) -> int:
        """How many bars there are."""
        return self.last - self.first + 1

    def number(self, instant: int) -> int:
        """Give the bar, counted from the first, in which an instant lies; outside it is below 0 or too large."""
        return _bar(period_at(self.granularity, instant // DAY_SECONDS).number, self.step) - self.first

    def bounds(self, bar: int) -> Interval:
        """Give the stretch of a bar."""
        ends = (_begin(self.first + bar + more, self.step) for more in (0, 1))
        start, end = (first_day(Period(self.granularity, each)) for each in ends)
        return Interval(start * DAY_SECONDS, end * DAY_SECONDS)

    def place(self, instant: int) -> float:
        """Give where an instant stands between the ends of the scale, from 0 to 1."""
        start, end = self.bounds(0).start or 0, self.bounds(self.bars - 1).end or 0
        return min(1.0, max(0.0, (instant - start) / (end - start)))

    @property
    def words(self) -> str:
        """Name the width of a bar: "a week", "10 years"."""
        return f"a {self.granularity.word}" if self.step == 1 else f"{self.step:,} {self.granularity.word}s"


def _bar(number: int, step: int) -> int:
    """Give the bar of a year (or unit): before our era they are cut at 100 BC and 50 BC, which are -99 and -49."""
    return (number - 1 if number <= 0 and 1 < step < _MANY else number) // step


def _begin(bar: int, step: int) -> int:
    """Give the first year (or unit) of a bar; there is no year 0, so the first of our era begins with 1."""
    return bar * step + (bar <= 0 and 1 < step < _MANY)


def scale_of(span: Interval) -> Scale:
    """Cut a stretch with both ends into at most BARS bars of the finest unit that does."""
    first, last = (span.start or 0) // DAY_SECONDS, ((span.end or 0) - 1) // DAY_SECONDS
    for granularity, unit in _FINE:
        opens, closes = (period_at(granularity, day).number for day in (first, last))
        bars = Scale(granularity, 1, unit, opens, closes, span)
        if bars.bars <= BARS:
            return bars
    opens, closes = civil(first)[0], civil(last)[0]
    step = next((step for step in _STEPS if _bar(closes, step) - _bar(opens, step) < BARS), 0)
    while not step or closes // step - opens // step >= BARS:
        step = max(1000, step * 10)
    return Scale(YEAR, step, "year" if step < _MANY else "auto", _bar(opens, step), _bar(closes, step), span)


def from_to(stretch: Interval) -> tuple[str, str]:
    """Write a stretch of whole days as the two dates a filter takes, as short as they can be.

    >>> from_to(parse_edtf("2025-02/2025-03"))
    ('2025-02', '2025-03')
    """
    first, after = (stretch.start or 0) // DAY_SECONDS, -(-(stretch.end or 0) // DAY_SECONDS)
    start, end = iso_day(first), iso_day(after - 1)
    opens, closes = civil(first), civil(after)
    if opens[1:] == closes[1:] == (1, 1):
        return start[:-6], end[:-6]
    return (start[:-3], end[:-3]) if opens[2] == closes[2] == 1 else (start, end)


def beside(stretch: Interval, way: int) -> Interval:
    """Give the stretch after (1) or before (-1) one: as many whole months where it has whole ones, else days."""
    first, after = (stretch.start or 0) // DAY_SECONDS, -(-(stretch.end or 0) // DAY_SECONDS)
    if civil(first)[2] == civil(after)[2] == 1:
        opens, closes = (period_at(MONTH, day).number for day in (first, after))
        moved = [first_day(Period(MONTH, number + way * (closes - opens))) for number in (opens, closes)]
    else:
        moved = [first + way * (after - first), after + way * (after - first)]
    return Interval(moved[0] * DAY_SECONDS, moved[1] * DAY_SECONDS)


def name_of(stretch: Interval) -> str:
    """Name a bar in full: "Sat 8 Feb 2025", "week of 3 Feb 2025", "Feb 2025", "2020–2029"."""
    return label_of(None, stretch, None)


def tick_of(scale: Scale, bar: int) -> str:
    """Name the beginning of a bar below it, as short as its unit lets."""
    day = (scale.bounds(bar).start or 0) // DAY_SECONDS
    year, month, number = civil(day)
    if scale.granularity == YEAR:
        return year_label(year)
    if scale.granularity in (MONTH, QUARTER):
        return f"{MONTHS_SHORT[month - 1]} {year_label(year)}"
    return f"{number} {MONTHS_SHORT[month - 1]}" + (f" {year_label(year)}" if bar == 0 else "")

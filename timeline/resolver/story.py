"""The date the text stands at, as one fold over what has been dated so far."""

from __future__ import annotations

from typing import NamedTuple

from timeline.calendar import (
    DAY,
    MONTH,
    PART,
    QUARTER,
    WEEK,
    WEEKEND,
    YEAR,
    Granularity,
    Period,
    civil,
    coarsen,
    first_day,
)
from timeline.model import Anchor, Span
from timeline.notation import timex_value


class Story(NamedTuple):
    """Year, month and day are kept apart: a bare "1941" sets the year and clears month and day.

    day, month, year  periods, None when not told
    last              the last period of any width
    span              the words that set it
    quarter           the last quarter reported on: what a business report compares with others
    """

    day: Period | None = None
    month: Period | None = None
    year: Period | None = None
    last: Period | None = None
    span: Span | None = None
    quarter: Period | None = None

    def at(self, unit: Granularity) -> Period | None:
        """Give the period of a unit that the story stands in, None when it has not told so much."""
        if unit <= DAY:
            return self.day
        if unit == QUARTER and self.quarter is not None:
            return self.quarter
        if unit in (WEEK, WEEKEND):
            known = self.day or (self.last if self.last and self.last.granularity == WEEK else None)
        else:
            known = (self.month or self.day) if unit < YEAR else self.year
        if unit == MONTH:
            known = self.month or self.day
        return coarsen(known, unit) if known else None

    def anchor(self, unit: Granularity) -> Anchor | None:
        """Tell the anchor for a unit."""
        period = self.at(unit)
        return Anchor("story", timex_value(period), None, self.span) if period else None


def advance(story: Story, period: Period | None, span: Span, *, reported: bool = False) -> Story:
    """Move the story to a period; decades and centuries leave it where it is.

    reported  the period is a quarter that is reported on, not one it is compared with
    """
    if period is None or period.granularity > YEAR:
        return story
    year = Period(YEAR, civil(first_day(period))[0])
    quarter = period if reported else story.quarter
    if period.granularity <= DAY or period.granularity == PART:
        day = coarsen(period, DAY)
        return Story(day, coarsen(day, MONTH), year, day, span, quarter)
    if period.granularity in (WEEK, WEEKEND):
        return Story(None, coarsen(Period(DAY, first_day(period)), MONTH), year, period, span, quarter)
    if period.granularity == MONTH:
        return Story(None, period, year, period, span, quarter)
    return Story(None, None, year, period, span, quarter)

"""The date the text stands at, as one fold over what has been dated so far."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from timeline.calendar import (
    DAY,
    DAY_SECONDS,
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
    interval_of,
)
from timeline.model import Anchor, Span
from timeline.notation import timex_value


class Story(NamedTuple):
    """Year, month and day are kept apart: a bare "1941" sets the year and clears month and day.

    day, month, year  periods, None when not told
    last              the last period of any width
    span              the words that set it
    told              the last year told, be it in passing: what "that year" means
    lost              the last date told stayed open, so that "then" leans on nothing known
    quarter           the last quarter reported on: what a business report compares with others
    brief             it left its line for a sentence only
    around            about which month it stands when a season or a late part of a year is told
    aside             the words of the last year told, when it was told in passing
    moment            the time of day told with the day: what "two hours later" leans on
    begun             the earlier date, of another year, of the sentence that told the story's: "from X to Y"
    line              where the story stood when it was left for a look back, None while it follows its line
    """

    day: Period | None = None
    month: Period | None = None
    year: Period | None = None
    last: Period | None = None
    span: Span | None = None
    quarter: Period | None = None
    told: Period | None = None
    lost: bool = False
    line: Story | None = None
    brief: bool = False
    around: Period | None = None
    aside: Span | None = None
    moment: Period | None = None
    begun: Period | None = None

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

    def told_anchor(self) -> Anchor | None:
        """Tell the anchor for the last year told, be it in passing."""
        if self.told is None:
            return None
        return Anchor("story", timex_value(self.told), None, self.aside or self.span)

    def tells_nearby(self, span: Span) -> bool:
        """Say whether the story's date was told in about the same sentence."""
        return self.span is not None and 0 <= span.start - self.span.end < _NEARBY

    def is_midnight(self) -> bool:
        """Say whether the time of day told last is a midnight, which ends the day it is told of."""
        return self.moment is not None and (interval_of(self.moment).start or 0) % DAY_SECONDS == 0

    def is_year_before(self, span: Span, day: Period | None) -> bool:
        """Say whether a year of the past was told just before: "In 1941 it lasted from 9 June"."""
        told = self.last
        if told is None or day is None or told.granularity > YEAR or not self.tells_nearby(span):
            return False
        return coarsen(told, YEAR).number < coarsen(day, YEAR).number - 1  # of last year, a bare month is the nearest


_NEARBY: Final = 120  # characters: about a sentence


def advance(story: Story, period: Period | None, span: Span, *, late: bool = False, reported: bool = False) -> Story:
    """Move the story to a period; decades and centuries leave it where it is.

    late      it is the last part of the period
    reported  the period is a quarter that is reported on, not one it is compared with
    """
    if period is None or period.granularity > YEAR:
        return story
    day, month, year, last, around = _stand(period, late)
    moment = period if period.granularity < PART else None
    quarter = period if reported else story.quarter
    told = (day, month, year, last, span, quarter, year, False, None, False, around, None, moment, None)
    return tuple.__new__(Story, told)


_LATE: Final = 10  # months of a year that have gone when it is late


@lru_cache(maxsize=20_000)  # a text names the same days again and again
def _stand(period: Period, late: bool) -> tuple[Period | None, Period | None, Period, Period, Period | None]:
    """Give the day, month and year a story stands at behind a period, the period to keep, and about which month it is.

    That is the first month of a season, November of a late year.
    """
    year = Period(YEAR, civil(first_day(period))[0])
    if period.granularity <= DAY or period.granularity == PART:
        day = coarsen(period, DAY)
        return day, coarsen(day, MONTH), year, day, None
    if period.granularity == YEAR:
        return None, None, year, period, Period(MONTH, period.number * 12 + _LATE) if late else None
    if period.granularity == WEEK:  # that of its Thursday, by which weeks belong to years
        thursday = Period(DAY, first_day(period) + 3)
        return None, coarsen(thursday, MONTH), coarsen(thursday, YEAR), period, None
    month = coarsen(Period(DAY, first_day(period)), MONTH)
    if period.granularity in (WEEKEND, MONTH):
        return None, month, year, period, None
    return None, None, year, period, month

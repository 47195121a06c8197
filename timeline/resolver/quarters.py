"""The quarter that a business report tells of: named, told by the months it closes, or by the day it ended."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, MONTH, QUARTER, Period, coarsen, first_day, shift
from timeline.meaning import STORY, Length, Shift
from timeline.model import Timex
from timeline.resolver.reading import Surroundings, on_period
from timeline.resolver.story import Story

_OF_QUARTERS: Final = frozenset({Length, Shift})
_ENDED: Final = 10  # characters: "ended", "through"


def quarter_closed(story: Story, length: Timex, closed: Period) -> Story:
    """Take "the three months ended Sept. 30" for the quarter that is reported on."""
    meaning = length.mention.meaning
    counted = isinstance(meaning, Length) and [*meaning.amounts] == [(3, MONTH)]
    return story._replace(quarter=closed) if counted or _is_supposed_quarter(length) else story


QUARTER_TOLD: Final = Shift(0, QUARTER, STORY)


def quarter_ended(quarter: Timex, closed: Period) -> Timex:
    """Take "the quarter ending March 31" for the one that ends so, unless the text has named which it reports on."""
    return on_period(quarter, closed) if _is_supposed_quarter(quarter) else quarter


def _is_supposed_quarter(timex: Timex) -> bool:
    """Say whether a quarter was only supposed to be the last one before the publish date."""
    supposed = timex.anchor is not None and timex.anchor.kind == "published"
    return supposed and timex.mention.meaning == QUARTER_TOLD


def closed_by(words: Timex, end: Timex) -> Period | None:
    """Give the quarter of the year that the day or month right behind words closes."""
    period = end.period
    if period is None or end.mention.span.start - words.mention.span.end > _ENDED:
        return None
    if type(words.mention.meaning) not in _OF_QUARTERS or period.granularity not in (DAY, MONTH):
        return None
    return coarsen(period, QUARTER) if coarsen(period, MONTH).number % 3 == 2 else None  # months count from 0


def is_reported(quarter: Period, near: Surroundings) -> bool:
    """Say whether a quarter is reported on rather than looked ahead or back to: "after a flat second quarter"."""
    known, day = near.story.quarter, near.origin.day
    if known is None or day is None:
        return True
    return quarter.number >= known.number and first_day(shift(quarter, 1, QUARTER)) <= day.number

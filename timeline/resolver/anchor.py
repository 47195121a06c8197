"""The publish date as written -> the period that everything relative is reckoned from, and the anchor as told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.calendar import DAY, Period, coarsen
from timeline.model import Anchor, Published
from timeline.notation import parse_period


@dataclass(frozen=True, slots=True)
class Origin:
    """The publish date ready to reckon with.

    day     its day, None when there is none
    moment  the minute, when a time was written, else the day
    anchor  what is told about it
    """

    day: Period | None
    moment: Period | None
    anchor: Anchor | None


@lru_cache(maxsize=1_000)  # asked for each time that is explained
def origin_of(published: Published | None) -> Origin:
    """Make the origin of a publish date; ValueError when its value is no ISO date."""
    if published is None:
        return Origin(None, None, None)
    moment = parse_period(published.value)
    if moment.granularity > DAY:
        return Origin(None, None, None)
    anchor = Anchor("published", published.value, published.basis, published.span)
    return Origin(coarsen(moment, DAY), moment, anchor)

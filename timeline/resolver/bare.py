"""A spot said alone ("Friday", "May", "Christmas") and where it stands -> what it comes to."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, Interval, Period, first_day
from timeline.meaning import OF_A_YEAR, Spot, SpotKind
from timeline.model import Domain
from timeline.resolver.direction import choose, undecided
from timeline.resolver.in_story import spot_in_story
from timeline.resolver.pointer import NOWHERE, may_point_beyond
from timeline.resolver.reading import Reading, Surroundings, date_reading, open_reading
from timeline.resolver.spots import Candidates, around
from timeline.resolver.told_year import (
    RECENT,
    continues_history,
    continues_month,
    continues_story,
    continues_year,
    in_told_month,
    in_told_year,
    is_of_told_year,
)
from timeline.resolver.year_above import under_year


def spot_reading(spot: Spot, near: Surroundings) -> Reading:
    """Choose which turn of a spot is meant: by the story in a history, else by the words around it."""
    if near.domain is Domain.NARRATIVE and near.story.year is not None:
        return spot_in_story(spot, near)
    if near.domain is Domain.NARRATIVE and near.story.last is None and spot.kind is not SpotKind.FEAST:
        return open_reading(spot, near)
    return _told(spot, near) or _around_document(spot, near)


def _told(spot: Spot, near: Surroundings) -> Reading | None:
    """Read a spot by what the text told just before it; None when that does not reach so far."""
    headed = under_year(spot, near) if spot.kind in OF_A_YEAR else None
    if headed is not None:
        return headed
    if spot.kind in OF_A_YEAR and (continues_year(near) or continues_month(spot, near)):
        return spot_in_story(spot, near)
    if spot.kind in OF_A_YEAR and (told := in_told_year(spot, near)) is not None:
        return told
    if spot.kind in _IN_HISTORY and continues_history(spot, near):
        return spot_in_story(spot, near)
    if spot.kind in (SpotKind.MONTHDAY, SpotKind.MONTH) and continues_story(spot, near):
        return spot_in_story(spot, near)
    return in_told_month(spot, near) if spot.kind is SpotKind.MONTH_DAY else None


def _around_document(spot: Spot, near: Surroundings) -> Reading:
    """Choose the turn of a spot around the publish date by the words around it."""
    day = near.origin.day
    found = around(spot, day.number, near.language.feasts) if day else None
    if day is None or found is None:
        return _fixed_feast(spot, near) or open_reading(spot, near)
    asks = undecided(spot.kind, found, day.number) and not _is_that_day(spot, found, near)
    pointer = near.pointer() if asks else NOWHERE
    period, direction = choose(spot.kind, found, day.number, pointer, near.domain)
    if _lies_off(spot, period, direction, day) and is_of_told_year(near):
        return feast_width(spot_in_story(spot, near), spot, near)
    decisive = pointer.cue if direction != "same" and (pointer.sign > 0) == (direction == "future") else None
    return feast_width(date_reading(period, near.origin.anchor, direction, decisive), spot, near)


def _is_that_day(spot: Spot, found: Candidates, near: Surroundings) -> bool:
    """Say whether a weekday is the publish date's own, and nothing before it could point past that day."""
    same = found.same is not None and spot.kind is SpotKind.WEEKDAY
    return same and not may_point_beyond(near.folded, near.span, near.language)


def _lies_off(spot: Spot, period: Period, direction: str, day: Period) -> bool:
    """Say whether the turn chosen is to come, or is a named day that news would no longer tell of."""
    if direction == "future":
        return spot.kind in OF_A_YEAR or spot.kind is SpotKind.FEAST
    return spot.kind is SpotKind.FEAST and first_day(period) < day.number - RECENT


_IN_HISTORY: Final = frozenset({SpotKind.MONTHDAY, SpotKind.MONTH, SpotKind.MONTH_DAY})


def _fixed_feast(spot: Spot, near: Surroundings) -> Reading | None:
    if spot.kind is not SpotKind.FEAST or near.language.feasts[spot.number].fixed is None:
        return None
    return date_reading(Period(DAY, near.language.feasts[spot.number].fixed or 0))


def feast_width(reading: Reading, spot: Spot, near: Surroundings) -> Reading:
    """Widen a named day that lasts for several."""
    days = near.language.feasts[spot.number].days if spot.kind is SpotKind.FEAST else 1
    if days == 1 or reading.interval is None or reading.interval.start is None:
        return reading
    return reading._replace(interval=Interval(reading.interval.start, reading.interval.start + days * DAY_SECONDS))

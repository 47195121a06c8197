"""A step of so many units and what it is taken from -> where it leads: a day, a range, or nowhere that is known."""

from __future__ import annotations

from typing import Final

from timeline.calendar import (
    DAY,
    MONTH,
    WEEK,
    YEAR,
    Interval,
    Period,
    coarsen,
    first_day,
    interval_of,
    shift,
    shift_workdays,
)
from timeline.meaning import STORY, THAT_DAY, Base, Shift, Spot, SpotKind
from timeline.model import Anchor
from timeline.resolver.aside import told_here
from timeline.resolver.reading import Reading, Surroundings, base_period, date_reading
from timeline.resolver.spots import open_unit


def stepped(move: Shift, start: Period, anchor: Anchor | None, near: Surroundings) -> Reading:
    """Take a step; of news whose words point to the past it does not lead beyond the publish date: it stays open."""
    leans = move.of is STORY and move.count != 0 and anchor is not None and anchor is near.origin.anchor
    if leans and near.elsewhere():
        return from_some_day(Reading("DATE", open_unit(move.keep or move.unit)), move, near)
    if move.workdays and start.granularity > DAY:
        return Reading("DATE", open_unit(DAY))
    if move.workdays:
        return date_reading(shift_workdays(coarsen(start, DAY), move.count), anchor)
    moved = shift(start, move.count, move.unit)
    if move.keep and move.keep >= moved.granularity:
        moved = coarsen(moved, move.keep)
    if leans and move.count > 0 and near.story.last is None and near.is_yet_to_come(moved):
        return Reading("DATE", open_unit(move.keep or move.unit))
    return date_reading(moved, anchor)


def from_some_day(opened: Reading, move: Shift, near: Surroundings) -> Reading:
    """Give what a step covers that is taken from some day of a month or week told: "in March ... three days earlier".

    Its value stays open, for the day is not told.
    """
    told = near.story.last
    if move.of is not STORY or not move.count or told is None or told.granularity <= DAY or move.unit < DAY:
        return opened
    whole = interval_of(told)
    if whole.end is None:
        return opened
    first = shift(Period(DAY, first_day(told)), move.count, move.unit)
    last = shift(Period(DAY, whole.end // _DAY_SECONDS - 1), move.count, move.unit)
    covered = Interval(interval_of(first).start, interval_of(last).end)
    return opened._replace(interval=covered, anchor=near.story.anchor(told.granularity))


_DAY_SECONDS: Final = 86_400


def start_of(move: Shift, base: Base, near: Surroundings) -> tuple[Period | None, Anchor | None]:
    """Find what a step is reckoned from; the day after a midnight is the one that it begins."""
    story = near.story
    if move.unit == YEAR and base is STORY and told_here(near):
        return story.told, story.told_anchor()
    same = move in _SAME or (move == THAT_DAY and near.points_back())
    if same and story.at(move.unit) is None and near.elsewhere():
        return None, None  # told of a month or year long ago, it is not that of publication
    start, anchor = base_period(base, move.keep or move.unit, near)
    if start is not None and base is STORY and move.count and start == story.day and story.is_midnight():
        return shift(start, -1, DAY), anchor
    return start, anchor


_SAME: Final = (Shift(0, WEEK, STORY), Shift(0, MONTH, STORY))


def is_winter(spot: Spot) -> bool:
    """Say whether a spot is the season in which a year ends."""
    return spot.kind is SpotKind.SEASON and spot.number == _WINTER


_WINTER: Final = 3


def nearest_this(spot: Spot, day: int, before: Period, after: Period) -> Period:
    """Choose the turn that "this" points at: a weekday, weekend or feast to come, else the one of the same year."""
    if spot.kind in (SpotKind.WEEKDAY, SpotKind.WEEKEND, SpotKind.FEAST):
        return after
    same_year = [p for p in (before, after) if coarsen(p, YEAR) == coarsen(Period(DAY, day), YEAR)]
    return same_year[0] if len(same_year) == 1 else after

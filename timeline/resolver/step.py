"""A step of so many units and what it is taken from -> where it leads: a day, a range, or nowhere that is known."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, Interval, Period, coarsen, first_day, interval_of, shift, shift_workdays
from timeline.meaning import STORY, Shift
from timeline.model import Anchor
from timeline.resolver.reading import Reading, Surroundings, date_reading
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

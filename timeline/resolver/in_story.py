"""A spot, or a step, whose date a history does not tell outright -> what it comes to in the year of its story."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY, DAY_SECONDS, HOUR, MONTH, WEEK, YEAR, coarsen, first_day, interval_of, shift
from timeline.meaning import STORY, Clock, Length, Shift, Spot, SpotKind
from timeline.model import Domain
from timeline.notation import timex_value
from timeline.resolver.lengths import length_value
from timeline.resolver.reading import Reading, Surroundings, date_reading
from timeline.resolver.spots import around, inside, open_unit, open_value


def spot_in_story(spot: Spot, near: Surroundings) -> Reading:
    """Take the year from the story; roll to the next when the month lies twice as far back as ahead."""
    story = near.story
    if spot.kind in (SpotKind.WEEKDAY, SpotKind.WEEKEND, SpotKind.MONTH_DAY):
        told = story.day or (story.month if spot.kind is SpotKind.MONTH_DAY else None)
        if told is None:
            return Reading("DATE", open_value(spot, near.language.feasts))
        found = around(spot, first_day(told), near.language.feasts)
        period = (
            inside(spot, told, near.language.feasts)
            if spot.kind is SpotKind.MONTH_DAY
            else found and (found.same or found.after)
        )
        return (
            date_reading(period, story.anchor(DAY) or story.anchor(MONTH))
            if period
            else Reading("DATE", open_value(spot, near.language.feasts))
        )
    year = story.year
    assert year is not None  # noqa: S101  (asked before)
    period = inside(spot, year, near.language.feasts)
    month = story.month or story.around
    if (
        period
        and month
        and period.granularity <= MONTH
        and coarsen(period, MONTH).number < month.number - _TOO_FAR_BACK
    ):
        period = inside(spot, shift(year, 1, YEAR), near.language.feasts)
    return (
        date_reading(period, story.anchor(YEAR)) if period else Reading("DATE", open_value(spot, near.language.feasts))
    )


_TOO_FAR_BACK = 7  # months


def open_in_year(move: Shift, near: Surroundings) -> Reading:
    """Keep the year of a history where only the day is not told: "in May 1915 ... four days later"."""
    opened, year, month = open_unit(move.keep or move.unit), near.story.year, near.story.at(MONTH)
    of_story = move.count and move.of is STORY and near.domain is Domain.NARRATIVE and opened.startswith("XXXX-")
    if not of_story or year is None or abs(move.count) * _DAYS.get(move.unit, 366) > _SOON:
        return Reading("DATE", opened)
    if month is not None and month.number % 12 == (11 if move.count > 0 else 0):
        return Reading("DATE", opened)  # it may lie beyond New Year
    return Reading("DATE", timex_value(year) + opened[4:], anchor=near.story.anchor(YEAR))


def moment_later(move: Shift, near: Surroundings) -> Reading:
    """Step by hours or minutes from the time of day told last; without one, only how long it was is known."""
    story = near.story
    if story.moment is not None:
        return date_reading(shift(story.moment, move.count, move.unit), story.anchor(DAY))
    if story.day is not None and move.unit is HOUR and move.count % 24 == 0:
        return date_reading(shift(story.day, move.count // 24, DAY), story.anchor(DAY))
    return Reading("DURATION", length_value(Length(((abs(move.count), move.unit),))))


def nearest_half(clock: Clock, day: int, near: Surroundings) -> Clock:
    """Take the half of the day that lies nearer to the time told last on it: after 11:00, one o'clock is 13:00."""
    told = near.story.moment
    if not clock.either or not 1 <= clock.hour < 12 or told is None or first_day(told) != day:
        return clock
    last, early = (interval_of(told).start or 0) % DAY_SECONDS, clock.hour * 3600 + (clock.minute or 0) * 60
    return replace(clock, hour=clock.hour + 12) if abs(early + _HALF_DAY - last) < abs(early - last) else clock


_HALF_DAY = DAY_SECONDS // 2
_DAYS = {DAY: 1, WEEK: 7}
_SOON = 31  # days

"""Times of day that lean on the time of day told last: two hours later, one o'clock after eleven."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY, DAY_SECONDS, HOUR, first_day, interval_of, shift
from timeline.meaning import Clock, Length, Shift
from timeline.resolver.lengths import length_value
from timeline.resolver.reading import Reading, Surroundings, date_reading


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

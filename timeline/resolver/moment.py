"""Times of day reckoned from the time of day told last: two hours later."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, Granularity, shift
from timeline.meaning import Length, Shift
from timeline.resolver.lengths import length_value
from timeline.resolver.reading import Reading, Surroundings, date_reading


def moment_later(move: Shift, near: Surroundings) -> Reading:
    """Step by hours or minutes from the time of day told last; without one, only how long it was is known."""
    story = near.story
    if story.moment is not None:
        return date_reading(shift(story.moment, move.count, move.unit), story.anchor(DAY))
    if story.day is not None and move.unit is HOUR and move.count % 24 == 0:
        return date_reading(shift(story.day, move.count // 24, DAY), story.anchor(DAY))
    return Reading("DURATION", length_value(_length(abs(move.count), move.unit)))


def _length(count: int, unit: Granularity) -> Length:
    """Tell minutes beyond an hour as hours and minutes: an hour and a quarter."""
    hours, minutes = divmod(count, 60) if unit is MINUTE else (0, 0)
    return Length(((hours, HOUR), (minutes, MINUTE)) if hours and minutes else ((count, unit),))

"""A time of day and the reading of its day -> what both come to."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, HOUR, MINUTE, SECOND, Period, first_day, interval_of, part_period
from timeline.meaning import THAT_DAY, Clock, PartOf
from timeline.model import Domain
from timeline.notation import timex_value
from timeline.resolver.reading import Reading, Surroundings


def part_reading(part: PartOf, day: Reading) -> Reading:
    """Read a part of a day; where the day is open the part is all that is known."""
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{part.part}", anchor=day.anchor)
    period = part_period(day.period.number, part.part)
    return _timed(day, timex_value(period), period)


def clock_reading(clock: Clock, day: Reading, told: Period | None) -> Reading:
    """Read a time of day; it is as wide as what is said: an hour, a minute, a second.

    told  the time of day told last, which settles the half of the day where either may be meant
    """
    hour, minute, second = clock.hour, clock.minute, clock.second
    if told is not None and clock.either and day.period is not None:
        hour = _nearest_half(hour, minute or 0, first_day(day.period), told)
    written = _written(hour, minute, second)
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{written}", anchor=day.anchor)
    instant = day.period.number * DAY_SECONDS + hour * 3600 + (minute or 0) * 60 + (second or 0)
    width, size = (HOUR, 3600) if minute is None else (MINUTE, 60) if second is None else (SECOND, 1)
    return _timed(day, f"{day.value}T{written}", Period(width, instant // size))


def is_still_to_strike(clock: Clock, told: Period, near: Surroundings) -> bool:
    """Say whether news tells as past what is hours later on its own day: at nine, "broke in at 3 p.m." was yesterday.

    Some hours are let pass, for the hour of publication is often that of another zone.
    """
    written = near.origin.moment
    if near.domain is not Domain.NEWS or written is None or written.granularity > MINUTE or clock.of != THAT_DAY:
        return False
    if near.story.at(DAY) is not None or first_day(told) != first_day(written):
        return False
    ahead = (interval_of(told).start or 0) - (interval_of(written).start or 0)
    return ahead >= _HOURS * 3600 and near.pointer().sign < 0


_HOURS: Final = 3


def is_beside(clock: Clock, near: Surroundings) -> bool:
    """Say whether words right before a time of day make it inexact: "shortly before 6 a.m."; after 24:00 is no time."""
    syntax, start = near.language.syntax, near.span.start
    if not near.folded.endswith(_endings(syntax.beside_hours), 0, start):
        return False
    return clock.hour < _MIDNIGHT or not near.folded.endswith(_endings(syntax.after_end), 0, start)


_MIDNIGHT: Final = 24


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)


def _nearest_half(hour: int, minute: int, day: int, told: Period) -> int:
    """Take the half of the day that lies nearer to the time told last on it: after 11:00, one o'clock is 13:00."""
    if not 1 <= hour < 12 or first_day(told) != day:
        return hour
    last, early = (interval_of(told).start or 0) % DAY_SECONDS, hour * 3600 + minute * 60
    return hour + 12 if abs(early + DAY_SECONDS // 2 - last) < abs(early - last) else hour


@lru_cache(maxsize=2_000)  # the same times are said again and again
def _written(hour: int, minute: int | None, second: int | None) -> str:
    written = f"{hour:02d}" + ("" if minute is None else f":{minute:02d}")
    return written + ("" if second is None else f":{second:02d}")


def _timed(day: Reading, value: str, period: Period) -> Reading:
    """Make the reading of a time from that of its day; field by field, as `_replace` takes three times as long."""
    _, _, mod, quant, freq, _, _, anchor, direction, cue, flags = day
    read = ("TIME", value, mod, quant, freq, period, interval_of(period), anchor, direction, cue, flags)
    return tuple.__new__(Reading, read)  # see Tagger.tag

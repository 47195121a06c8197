"""A time of day and the reading of its day -> what both come to."""

from __future__ import annotations

from functools import lru_cache

from timeline.calendar import DAY, DAY_SECONDS, HOUR, MINUTE, SECOND, Period, interval_of, part_period
from timeline.meaning import Clock, PartOf
from timeline.notation import timex_value
from timeline.resolver.reading import Reading


def part_reading(part: PartOf, day: Reading) -> Reading:
    """Read a part of a day; where the day is open the part is all that is known."""
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{part.part}", anchor=day.anchor)
    period = part_period(day.period.number, part.part)
    return _timed(day, timex_value(period), period)


def clock_reading(clock: Clock, day: Reading) -> Reading:
    """Read a time of day; it is as wide as what is said: an hour, a minute, a second."""
    hour, minute, second = clock.hour, clock.minute, clock.second
    written = _written(hour, minute, second)
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{written}", anchor=day.anchor)
    instant = day.period.number * DAY_SECONDS + hour * 3600 + (minute or 0) * 60 + (second or 0)
    width, size = (HOUR, 3600) if minute is None else (MINUTE, 60) if second is None else (SECOND, 1)
    return _timed(day, f"{day.value}T{written}", Period(width, instant // size))


@lru_cache(maxsize=2_000)  # the same times are said again and again
def _written(hour: int, minute: int | None, second: int | None) -> str:
    written = f"{hour:02d}" + ("" if minute is None else f":{minute:02d}")
    return written + ("" if second is None else f":{second:02d}")


def _timed(day: Reading, value: str, period: Period) -> Reading:
    """Make the reading of a time from that of its day; field by field, as `_replace` takes three times as long."""
    _, _, mod, quant, freq, _, _, anchor, direction, cue, flags = day
    return Reading("TIME", value, mod, quant, freq, period, interval_of(period), anchor, direction, cue, flags)

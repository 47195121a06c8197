"""Hours that a part of the day beside them makes one: "at 7 tonight", "2nite @ 9"."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import after_at, counts_nothing
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.numeric import Figures
from timeline.meaning import PUBLISHED, Clock, Meaning, PartOf, Range, Several, Shift, Spot

_CHAT = ("colloquial",)
_LAST_NIGHT = Shift(-1, DAY, PUBLISHED)
_LAST_MINUTE = 59
_YEARS_OF_OURS = range(2001, 2040)
_HOURS = {"MO": range(4, 12), "AF": range(12, 19), "EV": range(17, 24), "NI": range(18, 24)}  # wide: as people say them


@rule(
    "{hour} [,] {a_part}",
    when=after_at,
    only=_CHAT,
    examples={"got in @ 2 last night": "2025-02-11T02:00"},
    not_=["we play 7 tonight"],
)
def hour_in_part(hour: int, a_part: PartOf) -> Meaning | None:
    """Read a bare hour by the part of the day behind it."""
    return _in_part(hour, a_part)


@rule(
    "{a_part} [,] (at|@|by|from|around) {a_clock}",
    only=_CHAT,
    examples={"2nite @ 9": "2025-02-11T21:00", "fri night at 8!": "2025-02-14T20:00"},
)
def part_at_hour(a_part: PartOf, a_clock: Clock) -> Meaning | None:
    """Read an hour that leaves the half of the day open by the part of the day before it."""
    return _in_part(a_clock.hour, a_part, a_clock.minute) if a_clock.either else None


@rule("{a_day} <at|@> {a_clock}", only=_CHAT)
def day_at_hour(a_day: Meaning, a_clock: Clock) -> Several | None:
    """Read a day and, behind a preposition, a time of it as two: "tomorrow at 12pm"; so all gold parts them."""
    return Several((a_day, replace(a_clock, of=a_day))) if a_clock.of == DAY_OF_STORY else None


@rule(
    "{dotted_clock} [,] {a_part}",
    only=_CHAT,
    examples={"landed 3.40 this afternoon": "2025-02-11T15:40", "open til 6.30 friday morning": "2025-02-14T06:30"},
)
def dotted_clock_in_part(dotted_clock: Figures, a_part: PartOf) -> Meaning | None:
    """Read figures with a stop by the part of the day behind them."""
    return _in_part(dotted_clock.hour, a_part, dotted_clock.minute)


@rule(
    "{a_part} [,|at|@|by] {military}",
    when=counts_nothing,
    only=_CHAT,
    examples={"voting closes fri night, 2359": "2025-02-14T23:59"},
    not_=["the saturday night 2014 tour", "friday night 2100 people came"],
)
def part_and_military(a_part: PartOf, military: tuple[int, int]) -> Meaning | None:
    """Read four figures behind a part of a day as a time in it; "2015" may be a year of ours."""
    hour, minute = military
    if hour not in _HOURS.get(a_part.part, ()) or not _is_told(minute) or hour * 100 + minute in _YEARS_OF_OURS:
        return None
    return Clock(hour, minute, None, None, a_part.of)


def _is_told(minute: int) -> bool:
    """Say whether people name such a minute: they round to five, and deadlines end at 59."""
    return minute % 5 == 0 or minute == _LAST_MINUTE


@rule(
    "{weekday_spot} [,|at|@|by] {military}",
    when=counts_nothing,
    only=_CHAT,
    examples={"project due fri 2359": "2025-02-14T23:59"},
    not_=["friday 2014 vibes", "friday 1000 words due", "friday 2300 miles to go"],
)
def weekday_and_military(weekday_spot: Spot, military: tuple[int, int]) -> Meaning | None:
    """Read four figures beside a weekday as a time of it, where they can be no year."""
    hour, minute = military
    timed = hour < 10 or (hour, minute) > (21, 0) or (hour < 15 and minute % 15 == 0)
    return Clock(hour, minute, None, None, weekday_spot) if timed else None


@rule("{half_hour:a_clock} [,] {a_part}", only=_CHAT, examples={"first band @ 7 tonight": "2025-02-11T19:00"})
def open_clock_in_part(half_hour: Clock, a_part: PartOf) -> Meaning | None:
    """Put a clock time that leaves the half of the day open into the part of the day behind it."""
    return _in_part(half_hour.hour, a_part, half_hour.minute) if half_hour.either else None


@rule(
    "{a:a_clock} <-|to|until> {b:a_clock} [on] {a_day}",
    "<between> {a:a_clock} <and|&> {b:a_clock} [on] {a_day}",
    only=_CHAT,
)
def clocks_on_day(a: Clock, b: Clock, a_day: Meaning) -> Range:
    """Read two hours whose day stands behind them: "3pm til 8pm wed"."""
    return Range(replace(a, of=a_day), replace(b, of=a_day))


@rule(
    "{a_day} [,|at] {a_clock}",
    "{a_clock} [on] {a_day}",
    only=_CHAT,
    examples={"apply by 15 feb midnight": "2025-02-15T24:00", "ends midnight on friday": "2025-02-14T24:00"},
)
def midnight_of_day(a_day: Meaning, a_clock: Clock) -> Meaning | None:
    """Read the midnight that ends a day told beside it, as deadlines do."""
    midnight = a_clock.of == Shift(0, DAY, PUBLISHED) and a_clock.hour in (0, 24) and not a_clock.minute
    return Clock(24, 0, None, None, a_day) if midnight else None


@rule("{a_clock} [on] {a_day} {a_part}", only=_CHAT, examples={"9pm wed night": "2025-02-12T21:00"})
def clock_on_night(a_clock: Clock, a_day: Meaning, a_part: PartOf) -> Meaning:
    """Read a part of the day behind a day as one of that day, and not of today."""
    later = a_part.part in ("AF", "EV", "NI") and 1 <= a_clock.hour < 12
    return replace(a_clock, hour=a_clock.hour + 12 * later, of=a_day, either=False)


def _in_part(hour: int, a_part: PartOf, minute: int | None = 0) -> Meaning | None:
    """Put an hour into a part of the day; "at 2 tonight" may be of two days, and is left open."""
    if not 1 <= hour <= 12 or a_part.part not in ("MO", "AF", "EV", "NI"):
        return None
    if a_part.part == "NI" and hour < 5:
        return Clock(hour, minute, None, None, Shift(0, DAY, PUBLISHED)) if a_part.of == _LAST_NIGHT else None
    if a_part.part == "NI" and hour == 12:
        return Clock(24, minute, None, None, a_part.of) if not minute else None
    return Clock(hour % 12 + (0 if a_part.part == "MO" else 12), minute, None, None, a_part.of)

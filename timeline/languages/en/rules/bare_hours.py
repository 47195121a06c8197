"""Hours without a sign that a part of the day tells the half of: "tonight at 9", "at 8 on Sunday night"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import after, all_of
from timeline.languages.en.around.weekdays import weekday_word
from timeline.languages.en.rules.clock import DAY_OF_STORY, hours_of
from timeline.languages.en.rules.joins import in_part
from timeline.languages.numeric import Figures
from timeline.meaning import PUBLISHED, STORY, Clock, Meaning, PartOf, Range, Shift, Spot, SpotKind

_PRINT = ("news", "narrative")  # messages have their own
_ENDS = re.compile(
    r"\s*(?:[.;:)!?\n]|,(?! \d)|$)(?!\d)|"
    r" (?:in|on|at|and|or|but|with|to|for|from|when|as|while|after|before|by|the|a|an|he|she|it|they|we|his|her)\b"
)


_PRICED = re.compile(
    r" (?:(?:a|an|the|per) (?:litre|liter|gallon|kilo|kilogramme|kg|tonne|ton|pound|ounce|barrel|bushel|metre|meter|"
    r"mile|share|unit|head|piece|bottle|pint|pack|word|page)\b|per\b|per cent\b|percent\b)"
)


def _counts_nothing(place: Place) -> str | None:
    """Refuse "tonight at 9 venues", "tonight at 1.45 a litre"."""
    ends = _ENDS.match(after(place)) and not _PRICED.match(after(place))
    return None if ends else Unfit("goes on to count something")


_HOURS = {"MO": range(1, 13), "AF": range(12, 19), "EV": range(16, 24), "NI": range(17, 24)}


def _within(clock: Clock, part: str, day: Meaning) -> Meaning | None:
    """Read a time of day in the half that its part tells; None where it does not lie in that part."""
    read = in_part(clock, PartOf(part, day)) if 1 <= clock.hour <= 12 else None
    if not isinstance(read, Clock):
        return None
    if part == "NI" and (read.hour, read.minute) == (12, 0):
        return replace(read, hour=24)
    return read if read.hour in _HOURS.get(part, ()) else None


def _hour_of(hour: int, part: str, day: Meaning) -> Meaning | None:
    return _within(Clock(hour, 0, None, None, DAY_OF_STORY, either=True), part, day)


@rule("<at|from|until|by> {hour} {tonight}", only=_PRINT, examples={"He speaks at 9 tonight.": "2025-02-11T21:00"})
def hour_before_tonight(hour: int, tonight: str) -> Meaning | None:
    """Read "at 9 tonight"."""
    return _hour_of(hour, tonight, Shift(0, DAY, PUBLISHED))


@rule(
    "{tonight} at {hour}",
    when=_counts_nothing,
    only=_PRINT,
    examples={"He speaks tonight at 9.": "2025-02-11T21:00"},
    not_=["Fans gather tonight at 9 venues."],
)
def hour_behind_tonight(hour: int, tonight: str) -> Meaning | None:
    """Read "tonight at 9"."""
    return _hour_of(hour, tonight, Shift(0, DAY, PUBLISHED))


@rule(
    "this {part} at {dotted_clock}",
    "{tonight} at {dotted_clock}",
    "{tomorrow} {part} at {dotted_clock}",
    when=_counts_nothing,
    only=_PRINT,
    examples={"A vigil is held this evening at 7.30.": "2025-02-11T19:30", "tonight at 8.15": "2025-02-11T20:15"},
    not_=["Fuel sold tonight at 1.30 euros.", "Petrol cost tonight at 1.45 a litre."],
)
def dotted_clock_behind_part(
    dotted_clock: Figures, part: str = "", tonight: str = "", tomorrow: int = 0
) -> Meaning | None:
    """Read "this evening at 7.30", as the British write it."""
    clock = Clock(dotted_clock.hour, dotted_clock.minute, None, None, DAY_OF_STORY, either=True)
    return _within(clock, part or tonight, Shift(tomorrow, DAY, PUBLISHED))


@rule("<at> {hour} last {part}", only=_PRINT, examples={"It fell silent at 8 last night.": "2025-02-10T20:00"})
def hour_of_last_part(hour: int, part: str) -> Meaning | None:
    """Read "at 8 last night"."""
    return _hour_of(hour, part, Shift(-1, DAY, PUBLISHED))


@rule("<at> {hour} (that|the same) {part}", only=_PRINT, examples={"At 8 that evening it fell.": "2025-02-11T20:00"})
def hour_of_that_part(hour: int, part: str) -> Meaning | None:
    """Read "at 8 that evening"."""
    return _hour_of(hour, part, Shift(0, DAY, STORY))


@rule("<at> {hour} the (next|following) {part}", only=_PRINT, examples={"at 8 the next morning": "2025-02-12T08:00"})
def hour_of_next_part(hour: int, part: str) -> Meaning | None:
    """Read "at 8 the next morning"."""
    return _hour_of(hour, part, Shift(1, DAY, STORY))


@rule(
    "<at> {hour} [on] {weekday} {part}",
    when=weekday_word,
    only=_PRINT,
    examples={"It aired at 8 on Sunday night.": "2025-02-09T20:00"},
)
def hour_before_weekday(hour: int, weekday: int, part: str) -> Meaning | None:
    """Read "at 8 Sunday night"."""
    return _hour_of(hour, part, Spot(SpotKind.WEEKDAY, weekday))


@rule(
    "{weekday} {part} at {hour}",
    when=all_of(weekday_word, _counts_nothing),
    only=_PRINT,
    examples={"It aired Sunday night at 8.": "2025-02-09T20:00"},
    not_=["They ate Sunday night at 8 restaurants."],
)
def hour_behind_weekday(hour: int, weekday: int, part: str) -> Meaning | None:
    """Read "Sunday night at 8"."""
    return _hour_of(hour, part, Spot(SpotKind.WEEKDAY, weekday))


@rule(
    "{a:hour} <-|to|until> {b:hour} {ampm} [on] {weekday}",
    "<from> {a:hour} <to|until|till|-> {b:hour} {ampm} [on] {weekday}",
    "<between> {a:hour} <and> {b:hour} {ampm} [on] {weekday}",
    when=weekday_word,
    only=_PRINT,
)
def hours_on_weekday(a: int, b: int, ampm: str, weekday: int) -> Range | None:
    """Read "between 2 and 3 p.m. on Tuesday", whose day is that of both hours."""
    hours = hours_of(a, b, ampm)
    day = Spot(SpotKind.WEEKDAY, weekday)
    return Range(replace(hours[0], of=day), replace(hours[1], of=day)) if hours else None

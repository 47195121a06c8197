"""Units that stand alone in messages: "such a nice day", "hour and a half", "the weekend"."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, QUARTER, SECOND, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import no_sworn_thing
from timeline.languages.en.around.chat_units import chat_unit, counted_in_chat, no_award, not_happy, numbers_day
from timeline.languages.en.around.lengths import not_fraction, not_split
from timeline.languages.en.around.match import all_of, no_compound
from timeline.languages.en.around.occasions import told_of
from timeline.languages.en.around.words import no_studio, not_of_date
from timeline.languages.en.rules.durations import one_of
from timeline.meaning import (
    PUBLISHED,
    Every,
    Length,
    Meaning,
    PartOf,
    Shift,
    Spot,
    SpotKind,
    Step,
)

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


@rule(
    "{a:a} {one_unit}",
    "{a} {short_unit}",
    when=all_of(not_split, not_fraction, no_compound),
    only=_CHAT,
    examples={"an apple a day": "P1D"},
)
def a_unit_in_chat(
    one_unit: Granularity | None = None,
    short_unit: Granularity | None = None,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "a day" as a length, though it may say how often."""
    return one_of(one_unit or short_unit)


_SWORN = "(damn|damned|goddamn|freaking|freakin|frickin|fucking|fuckin|bloody|fkn|f)"


@rule(
    f"{{every}} {_SWORN} {{unit}}",
    f"{{every}} {_SWORN} {{weekday}}",
    f"{{every}} {_SWORN} {{part}}",
    f"{{every}} {_SWORN} {{weekday}} {{part}}",
    when=no_sworn_thing,
    only=_CHAT,
    examples={"every damn day": "P1D", "late every damn wed": "XXXX-WXX-3", "every fkn morning": "XXXX-XX-XXTMO"},
    not_=["damn wed it is then", "every damn sat nav"],
)
def every_damn_unit(
    every: str, unit: Granularity | None = None, weekday: int | None = None, part: str | None = None
) -> Meaning:
    """Read a set of units, weekdays or parts of the day that is sworn at."""
    if unit is not None:
        return Every(Length(((1, unit),)), quant=every)
    if weekday is None:
        return Every(PartOf(part or "", _TODAY), quant=every)
    day = Spot(SpotKind.WEEKDAY, weekday)
    return Every(PartOf(part, day) if part else day, quant=every)


@rule("{one_unit} and {a} half", only=_CHAT, examples={"year and a half of this": "P1.5Y"})
def unit_and_a_half(one_unit: Granularity, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "year and a half", whose article is left out."""
    return Length(((1.5, one_unit),))


@rule("hour and {a} half", only=_CHAT, examples={"hour and a half in all": "PT1H30M"})
def hour_and_a_half(a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "hour and a half", whose article is left out."""
    return Length(((1, HOUR), (30, MINUTE)))


@rule("hour", when=not_happy, only=_CHAT, examples={"at lunch hour": "PT1H"}, not_=["happy hour at joes"])
def bare_hour() -> Meaning:
    """Read a bare hour as a length."""
    return Length(((1, HOUR),))


@rule("{one_unit}", when=chat_unit, only=_CHAT, examples={"such a nice day": "P1D"}, not_=["like yr hair"])
def bare_unit(one_unit: Granularity) -> Meaning | None:
    """Read a bare unit as a length: "a very long day"."""
    return None if one_unit in (SECOND, QUARTER) else Length(((1, one_unit),))


@rule(
    "the {one_unit:one_unit}",
    when=all_of(no_compound, no_award, chat_unit),
    only=_CHAT,
    examples={"a swim to round off the week": "2025-W07"},
)
def the_unit(one_unit: Granularity) -> Meaning | None:
    """Read "the week" as the one that the message was written in."""
    return Shift(0, one_unit, PUBLISHED) if one_unit in (DAY, WEEK, MONTH, YEAR) else None


@rule("all day [and|n|,|&] all night", only=_CHAT, examples={"rain all day all night": "P1D"})
def day_and_night() -> Meaning:
    """Read "all day all night" as one day."""
    return Length(((1, DAY),))


@rule("[the] last day", "{ordinal} last day", only=_CHAT, examples={"last day of school": "2025-02-11"})
def last_day(ordinal: int = 1) -> Meaning:  # noqa: ARG001
    """Read "last day" as today, which is the last of something, and not as yesterday."""
    return _TODAY


@rule("{units:units}", "(those|these) {units}", when=counted_in_chat, only=_CHAT, examples={"i miss those days": "PXD"})
def bare_units_in_chat(units: Granularity) -> Meaning | None:
    """Read bare units as an uncounted length."""
    return None if units in (SECOND, QUARTER, WEEKEND) else Length(((None, units),))


@rule(
    "weekend",
    "the weekend",
    when=told_of,
    only=_CHAT,
    examples={"had such a fun weekend": "2025-W06-WE", "thanks for an amazing weekend": "2025-W06-WE"},
    not_=["weekendy"],
)
def weekend_told_of() -> Meaning:
    """Read a weekend that one had as the last one; on its own days it is that of this week."""
    return Step(-1, Spot(SpotKind.WEEKEND), Shift(2, DAY, PUBLISHED))


@rule(
    "[the] weekend",
    "all weekend",
    "[the] (whole|entire) weekend",
    only=_CHAT,
    examples={"enjoy your weekend": "2025-W07-WE", "rain all weekend": "2025-W07-WE"},
)
def bare_weekend() -> Meaning:
    """Read a bare weekend as the one of this week."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule("[the|this] (wkend|wknd)", only=_CHAT, examples={"no plans this wknd": "2025-W07-WE"})
def short_weekend() -> Meaning:
    """Read a weekend in short."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule(
    "[the] {ordinal} {one_unit}",
    when=all_of(not_of_date, no_studio),
    only=_CHAT,
    examples={"sad first day at school": "P1D", "the 2nd week of camp": "P1W"},
)
def nth_unit_in_chat(ordinal: int, one_unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read "first day" of something as a day."""
    return Length(((1, one_unit),))


@rule(
    "day {count}",
    when=numbers_day,
    only=_CHAT,
    examples={"day 3 of camp": "P1D"},
    not_=["day 2 years of this"],
)
def day_number(count: int) -> Meaning:  # noqa: ARG001
    """Read "day 3" of something as a day."""
    return Length(((1, DAY),))

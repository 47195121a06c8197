"""Times made of times already found: "the end of {date}", "8 p.m. {day}", the last Monday of {date}."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY, SMALL_HOURS, WEEK, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.clock_figures import no_day_of_its_own, no_sentence_between
from timeline.languages.en.around.idioms import not_after_all
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.meaning import (
    PUBLISHED,
    At,
    Clock,
    Dated,
    Edge,
    Length,
    Meaning,
    Nth,
    PartOf,
    Shift,
    Spot,
    SpotKind,
    Stretch,
    Within,
)

# ---- parts of days and times of day ----


@rule(
    "{a_day} {part}",
    "{a_day} [in the|'s|,] {part}",
    "{part} of {a_day}",
    "{a_day} at {part}",
    examples={"Monday morning": "2025-02-10TMO"},
)
def part_of_day(a_day: Meaning, part: str) -> Meaning:
    """Read a part of a day."""
    return PartOf(part, a_day)


@rule(
    "first thing [on] {a_day}",
    examples={"We leave first thing tomorrow.": "2025-02-12TMO", "It sold out first thing on Monday.": "2025-02-10TMO"},
    not_=["the first thing: Monday is off"],
)
def first_thing(a_day: Meaning) -> Meaning:
    """Read "first thing tomorrow" as the morning of that day."""
    return PartOf("MO", a_day)


@rule("first thing {a_part}", examples={"We met first thing this morning.": "2025-02-11TMO"})
def first_thing_of_part(a_part: PartOf) -> Meaning | None:
    """Read "first thing this morning" as that morning."""
    return a_part if a_part.part == "MO" else None


@rule("{a_part} [,|of|on] {a_day} [{part}]", "{a_day} [,|in] {a_part}", examples={"dawn on May 3": "2025-05-03TMO"})
def part_on_day(a_part: PartOf, a_day: Meaning, part: str = "") -> Meaning:  # noqa: ARG001
    """Put a part of a day on its day: also "the early hours of Sunday morning"."""
    return replace(a_part, of=a_day)


@rule(
    "{part_edge} {a_day} {part}",
    "{part_edge} on {a_day} {part}",
    "{a_day} {part_edge} [in the] {part}",
    examples={"early Monday morning": "2025-02-10TMO"},
)
def edge_of_part_of_day(part_edge: str, a_day: Meaning, part: str) -> Meaning:
    """Read the early or late part of a part of a day."""
    return Edge(part_edge, PartOf(part, a_day))


@rule(
    "<after|past> {a_clock} [,|on|of] {a_day}",
    only=("narrative",),
    examples={"It sank shortly after midnight on 3 May 1944.": "1944-05-03T00:00"},
)
def midnight_before_day(a_clock: Clock, a_day: Meaning) -> Meaning | None:
    """Read "after midnight on 3 May" in a history as the beginning of that day; "at midnight" is its end."""
    ends = a_clock.hour == _MIDNIGHT and a_clock.of == DAY_OF_STORY
    return replace(a_clock, hour=0, of=a_day) if ends else None


_MIDNIGHT = 24


@rule(
    "{a_clock} [,|on|of|-] {a_day}",
    "{a_clock} [,] on {a_day}",
    "{a_clock} lparen {a_day}",
    "{a_day} [,|at|-|from|around|about] {a_clock}",
    "{a_day} , at [about] {a_clock}",
    "{a_day} lparen {a_clock}",
    "{a_day} @ {a_clock}",
    when=no_day_of_its_own,
    examples={"They met at 8 p.m. Friday.": "2025-02-07T20:00"},
)
def clock_on_day(a_clock: Clock, a_day: Meaning) -> Meaning | None:
    """Put a time of day on its day, unless it has one: "Monday at noon, Tuesday"."""
    return replace(a_clock, of=a_day) if a_clock.of == DAY_OF_STORY else None


@rule("{a_clock} [,|on] {a_day} {part}", examples={"9 p.m. on Friday night": "2025-02-07T21:00"})
def clock_in_part_of_day(a_clock: Clock, a_day: Meaning, part: str) -> Meaning | None:
    """Put a time of day into a part of the day told before it."""
    return in_part(a_clock, PartOf(part, a_day))


@rule(
    "{a_clock} [,|on|in the] {a_part}",
    "{a_part} [,|at] {a_clock}",
    when=no_sentence_between,
    examples={"9 p.m. last night": "2025-02-10T21:00"},
)
def clock_in_part(a_clock: Clock, a_part: PartOf) -> Meaning | None:
    """Put a time of day into a part of a day: "9 tonight", "yesterday evening at 7"."""
    return in_part(a_clock, a_part)


def in_part(a_clock: Clock, a_part: PartOf) -> Meaning | None:
    """Take the half of the day from the part; None when each has a day of its own: they are two times."""
    if DAY_OF_STORY not in (a_clock.of, a_part.of):
        return None
    after_noon = a_part.part in ("AF", "EV", "NI") and 1 <= a_clock.hour < 12
    day = a_part.of if a_clock.of == DAY_OF_STORY else a_clock.of
    if a_part.part == "NI" and a_clock.hour < SMALL_HOURS and not a_clock.either:
        return replace(a_clock, of=Shift(1, DAY, day))  # "3 a.m. last night" is of the day after
    return replace(a_clock, hour=a_clock.hour + 12 * after_noon, of=day, either=False)


# ---- early, middle, late ----


@rule(
    "[the] {part_edge} {date}",
    "{part_edge} in {date}",
    "{part_edge} on {date}",
    examples={"late Saturday": "2025-02-08", "the early 1980s": "198X"},
)
def edge_of_date(part_edge: str, date: Meaning) -> Meaning:
    """Read the early, middle or late part of a date."""
    return Edge(part_edge, date)


@rule("{part_edge} {a_part}", examples={"late yesterday evening": "2025-02-10TEV"})
def edge_of_part(part_edge: str, a_part: Meaning) -> Meaning:
    """Read the early or late part of a part of a day."""
    return Edge(part_edge, a_part)


@rule("[the] [very] {edge} of {date}", examples={"the end of 1990": "1990"})
def edge_of(edge: str, date: Meaning) -> Meaning:
    """Read the beginning, middle or end of a date."""
    return Edge(edge, date)


@rule("[the] first half of {date}", examples={"the first half of the 19th century": "18XX"})
def first_half_of(date: Meaning) -> Meaning:
    """Read the first half of something that has no halves of its own as its beginning."""
    return Edge("START", date)


@rule("[the] (second|latter|last) half of {date}", examples={"the second half of the 1990s": "199X"})
def second_half_of(date: Meaning) -> Meaning:
    """Read the second half of something that has no halves of its own as its end."""
    return Edge("END", date)


@rule(
    "[the] [very] {edge} of [the] {one_unit}",
    when=not_after_all,
    examples={"the end of the month": "2025-02", "It was shut at the end of the day.": "2025-02-11"},
    not_=["At the end of the day, it is a game.", "But at the end of the day you have to win."],
)
def edge_of_unit(edge: str, one_unit: Granularity) -> Meaning:
    """Read the beginning, middle or end of the unit of the publish date; a history has its story's instead."""
    return Edge(edge, Shift(0, one_unit, PUBLISHED))


@rule("(earlier|early) [on] {date}", examples={"earlier Tuesday": "2025-02-11"})
def earlier_on_date(date: Meaning) -> Meaning:
    """Read "earlier today" as the early part of the day."""
    return Edge("START", date)


@rule("later [on] {date}", examples={"later Friday": "2025-02-07"})
def later_on_date(date: Meaning) -> Meaning:
    """Read "later today" as the late part of the day."""
    return Edge("END", date)


# ---- inside something wider ----

_WEEKLY = (SpotKind.WEEKDAY, SpotKind.WEEKEND, SpotKind.MONTH_DAY)


@rule(
    "{a_spot} [,|of|in] {a_year}",
    "{a_spot} of the {a_year}",
    "{a_year} [,|'s] {a_spot}",
    examples={"Easter of last year": "2024-03-31"},
)
def spot_of_year(a_spot: Spot, a_year: Meaning) -> Meaning | None:
    """Read a spot of a year."""
    return None if a_spot.kind in _WEEKLY else Within(a_spot, a_year)


@rule("[the] {ordinal} {unit} (of|in) [the] {date}", examples={"the second year of the 1990s": "1991"})
def nth_unit_of(ordinal: int, unit: Granularity, date: Meaning) -> Meaning:
    """Read the second week of March."""
    return Nth(ordinal, unit, date)


@rule("[the] (last|final) {one_unit} (of|in) [the] {date}", examples={"the last year of the 1990s": "1999"})
def last_unit_of(one_unit: Granularity, date: Meaning) -> Meaning:
    """Read the last week of March."""
    return Nth(-1, one_unit, date)


@rule("[the] {ordinal} {weekday_spot} (of|in) {date}", examples={"the first Monday in this month": "2025-02-03"})
def nth_weekday_of(ordinal: int, weekday_spot: Spot, date: Meaning) -> Meaning:
    """Read the first Monday of something wider."""
    return Nth(ordinal, weekday_spot, date)


@rule("[the] first {length} (of|in) {date}", examples={"the first two months of 1939": "P2M"})
def first_units_of(length: Length, date: Meaning) -> Meaning | None:
    """Read the first units of something wider as a length that stands for them."""
    return _stretch(length, 1, date)


@rule("[the] (last|final) {length} (of|in) {date}", examples={"the last three days of June": "P3D"})
def last_units_of(length: Length, date: Meaning) -> Meaning | None:
    """Read the last units of something wider as a length that stands for them."""
    return _stretch(length, -1, date)


def _stretch(length: Length, sign: int, of: Meaning) -> Meaning | None:
    amount, unit = length.amounts[0]
    if amount is None or length.of is not None:
        return None
    return replace(length, of=Stretch(sign * max(1, int(amount)), unit, of))


@rule(
    "[the] week of {a_day}",
    "[the] week (ending|ended|beginning|starting) [on] {a_day}",
    examples={"the week of March 3": "2025-W10"},
)
def week_of(a_day: Meaning) -> Meaning:
    """Read the week that holds a day."""
    return Shift(0, WEEK, a_day, keep=WEEK)


@rule(
    "{weekday_spot} [,|lparen] {a_day}",
    "{a_day} [,] lparen {weekday_spot}",
    examples={"Saturday (Feb. 8)": "2025-02-08"},
)
def weekday_and_day(weekday_spot: Spot, a_day: Meaning) -> Meaning | None:
    """Read a weekday beside the day it names."""
    named = isinstance(a_day, At | Within) or (isinstance(a_day, Spot) and a_day.kind is not SpotKind.WEEKDAY)
    return Dated(a_day, weekday_spot.number) if named else None

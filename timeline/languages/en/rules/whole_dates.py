"""Phrases over times found: a clock on the part of a day, and a date that is said to be whole or half over."""

from __future__ import annotations

from dataclasses import replace

from timeline.grammar.rule import rule
from timeline.meaning import Clock, Edge, Meaning


@rule(
    "{a_clock} [,|on] {a_day} {part}",
    "{a_clock} on [the] {part} of {a_day}",
    examples={"at 7:45 on Saturday morning": "2025-02-08T07:45", "at 7:45 on Saturday evening": "2025-02-08T19:45"},
)
def clock_on_part_of_day(a_clock: Clock, a_day: Meaning, part: str) -> Meaning:
    """Put a time of day on its day and into the half that the part of the day tells."""
    late = part in ("AF", "EV", "NI") and 1 <= a_clock.hour < 12
    return replace(a_clock, hour=a_clock.hour + 12 if late else a_clock.hour, of=a_day, either=False)


@rule(
    "{approx} {a_clock} [,|on|of] {a_day}",
    "{approx} {a_clock} , on {a_day}",
    examples={"at about 9 a.m. on 8 February": "2025-02-08T09:00"},
)
def approximate_clock_on_day(approx: str, a_clock: Clock, a_day: Meaning) -> Meaning | None:
    """Put an approximate time of day on its day."""
    return Edge(approx, replace(a_clock, of=a_day)) if approx == "APPROX" else None


@rule("[the] (whole|entire) {date}", "[the] whole of {date}", examples={"the whole of 1998": "1998"})
def whole_date(date: Meaning) -> Meaning:
    """Read a date that is said to be whole."""
    return date


@rule("[the] (rest|remainder) of {date}", examples={"the rest of 1998": "1998"})
def rest_of_date(date: Meaning) -> Meaning:
    """Read what is left of a date as its later part."""
    return Edge("END", date)

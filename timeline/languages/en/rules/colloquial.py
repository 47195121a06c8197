"""What only messages say: bare parts of the day, bare units, a bare weekend."""

from __future__ import annotations

from timeline.calendar import DAY, QUARTER, SECOND, WEEKEND, Granularity
from timeline.grammar.rule import rule
from timeline.meaning import PUBLISHED, Clock, Length, Meaning, PartOf, Shift, Vague

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


@rule("[the|an] {part}", "a {part}", "(good|gd) {part}", only=_CHAT)
def bare_part(part: str) -> Meaning:
    """Read a bare part of the day as one of today."""
    return PartOf(part, _TODAY)


@rule("{one_unit}", "[the] {one_unit}", only=_CHAT)
def bare_unit(one_unit: Granularity) -> Meaning | None:
    """Read a bare unit as a length: "a very long day"."""
    return None if one_unit in (SECOND, QUARTER) else Length(((1, one_unit),))


@rule("[the|my|a] [long] weekend", only=_CHAT)
def bare_weekend() -> Meaning:
    """Read a bare weekend as the one of this week."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule("{midnight}", only=_CHAT)
def chat_midnight(midnight: int) -> Meaning:
    """Read midnight as the hour that begins the day, as messages date it."""
    return Clock(midnight, 0, None, None, _TODAY)


@rule("<in> future", only=_CHAT)
def in_future() -> Meaning:
    """Read "in future"."""
    return Vague("FUTURE_REF")


@rule("day {count}", only=_CHAT)
def day_number(count: int) -> Meaning:  # noqa: ARG001
    """Read "day 3" of something as a day."""
    return Length(((1, DAY),))

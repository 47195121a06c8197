"""Times that messages leave open, and ends of units: "back in the day", "one day", "end of month"."""

from __future__ import annotations

from timeline.calendar import DAY, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import not_of_day, of_no_year
from timeline.languages.en.around.occasions import hoped_for
from timeline.meaning import PUBLISHED, Edge, Meaning, Shift, Vague

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


@rule(
    "this day",
    when=of_no_year,
    only=_CHAT,
    examples={"let this day end": "2025-02-11"},
    not_=["They won on this day in 1969."],
)
def this_day() -> Meaning:
    """Read "this day" as today, unless it is that of other years."""
    return _TODAY


@rule("back in (the|my|our|their) (day|days)", only=_CHAT, examples={"the songs we had back in the day": "PAST_REF"})
def back_in_the_day() -> Meaning:
    """Read "back in the day" as the past."""
    return Vague("PAST_REF")


@rule("any (day|minute|moment|second|time) now", only=_CHAT, examples={"baby any day now": "FUTURE_REF"})
def any_day_now() -> Meaning:
    """Read "any day now" as the future."""
    return Vague("FUTURE_REF")


@rule(
    "one day",
    when=hoped_for,
    only=_CHAT,
    examples={"gonna go there one day i swear": "FUTURE_REF"},
    not_=["One day I was walking home", "gonna take one day off", "it'll take one day to learn"],
)
def one_day_hoped_for() -> Meaning:
    """Read "one day" behind what one means to do as a vague future."""
    return Vague("FUTURE_REF")


@rule("[the] {edge} of {one_unit}", only=_CHAT, examples={"end of month sale": "2025-02"})
def edge_of_bare_unit(edge: str, one_unit: Granularity) -> Meaning:
    """Read "end of month" as that of this month."""
    return Edge(edge, Shift(0, one_unit, PUBLISHED))


@rule("(eod|eob|cob)", when=not_of_day, only=_CHAT, examples={"send it by EOD": "2025-02-11"})
def end_of_day() -> Meaning:
    """Read the end of the day as offices write it."""
    return Edge("END", _TODAY)


@rule("the other {one_unit}", only=_CHAT, examples={"saw her the other day": "PAST_REF"})
def the_other_unit(one_unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read "the other day" as some time ago."""
    return Vague("PAST_REF")


@rule("the other {part}", only=_CHAT, examples={"the other night was wild": "PAST_REF"})
def the_other_part(part: str) -> Meaning:  # noqa: ARG001
    """Read "the other night" as some time ago."""
    return Vague("PAST_REF")


@rule("future", only=_CHAT, examples={"what is my future": "FUTURE_REF"})
def bare_future() -> Meaning:
    """Read the future without an article."""
    return Vague("FUTURE_REF")

"""Parts of the day, the month or the year the story stands at, and of the days beside it: early the next morning."""

from __future__ import annotations

from timeline.calendar import DAY, MONTH, WEEK, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.words import nothing_follows
from timeline.meaning import PUBLISHED, STORY, Edge, Meaning, Nth, PartOf, Shift

_DAY = Shift(0, DAY, STORY)


@rule("(that|the same|that same|that very) {part}", examples={"That night it burnt.": "2025-02-11TNI"})
def that_part(part: str) -> Meaning:
    """Read a part of the day the story stands at."""
    return PartOf(part, _DAY)


@rule("(early|earlier) (that|the same|that same) {part}", examples={"early that morning": "2025-02-11TMO"})
def early_that_part(part: str) -> Meaning:
    """Read the early part of a part of the story's day."""
    return Edge("START", PartOf(part, _DAY))


@rule("(late|later) (that|the same|that same) {part}", examples={"late that night": "2025-02-11TNI"})
def late_that_part(part: str) -> Meaning:
    """Read the late part of a part of the story's day."""
    return Edge("END", PartOf(part, _DAY))


@rule(
    "{count} {parts} (later|afterwards|after)",
    "{pair} {parts} (later|afterwards|after)",
    "{a} {part:night_word} later",
    when=nothing_follows,
    examples={"Two nights later it will burn.": "2025-02-13TNI"},
    not_=["two nights after the storm"],
)
def parts_later(parts: str = "", count: float = 1, pair: int = 0, a: int = 1, part: str = "") -> Meaning:  # noqa: ARG001
    """Read "two nights later" as the night of that day."""
    return PartOf(parts or part, Shift(int(pair or count), DAY, STORY))


@rule(
    "{count} {parts} (earlier|before)",
    "{pair} {parts} (earlier|before)",
    "{a} {part:night_word} earlier",
    when=nothing_follows,
    examples={"Two nights earlier it burnt.": "2025-02-09TNI"},
)
def parts_earlier(parts: str = "", count: float = 1, pair: int = 0, a: int = 1, part: str = "") -> Meaning:  # noqa: ARG001
    """Read "two nights earlier" as the night of that day."""
    return PartOf(parts or part, Shift(-int(pair or count), DAY, STORY))


@rule("{count} {parts} ago", "{pair} {parts} ago", examples={"He left two nights ago.": "2025-02-09TNI"})
def parts_ago(parts: str, count: float = 1, pair: int = 0) -> Meaning:
    """Read "two nights ago" as the night of that day."""
    return PartOf(parts, Shift(-int(pair or count), DAY, PUBLISHED))


@rule("[the] (next|following) {part}", examples={"The next morning it will go.": "2025-02-12TMO"})
def next_part(part: str) -> Meaning:
    """Read a part of the day after the one the story stands at."""
    return PartOf(part, Shift(1, DAY, STORY))


@rule(
    "(early|earlier) [on] the (next|following) {part}",
    "early in the {part} of the (next|following) day",
    examples={"early the next morning": "2025-02-12TMO"},
)
def early_next_part(part: str) -> Meaning:
    """Read the early part of a part of the day after."""
    return Edge("START", PartOf(part, Shift(1, DAY, STORY)))


@rule(
    "[the] (previous|preceding) {part}",
    "the {part} before",
    when=nothing_follows,
    examples={"the previous evening": "2025-02-10TEV"},
)
def previous_part(part: str) -> Meaning:
    """Read a part of the day before the one the story stands at."""
    return PartOf(part, Shift(-1, DAY, STORY))


@rule(
    "the last day of (the|that) {one_unit}",
    examples={"It closed on the last day of the month.": "2025-02-28"},
    not_=["the last day of school"],
)
def last_day_of_unit(one_unit: Granularity) -> Meaning | None:
    """Read "the last day of the year" as a day of the story's."""
    return Nth(-1, DAY, Shift(0, one_unit, STORY)) if one_unit in (WEEK, MONTH, YEAR) else None


@rule("the first day of (the|that) {one_unit}", examples={"It opened on the first day of the year.": "2025-01-01"})
def first_day_of_unit(one_unit: Granularity) -> Meaning | None:
    """Read "the first day of the year" as a day of the story's."""
    return Nth(1, DAY, Shift(0, one_unit, STORY)) if one_unit in (WEEK, MONTH, YEAR) else None

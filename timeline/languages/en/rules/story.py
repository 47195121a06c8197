"""Dates reckoned from the date the story stands at: the next day, two years earlier, that same spring."""

from __future__ import annotations

import re

from timeline.calendar import CENTURY, DAY, DECADE, HOUR, MINUTE, MONTH, SECOND, WEEK, YEAR, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import no_compound
from timeline.languages.en.around.parts import of_happening
from timeline.languages.en.around.words import nothing_dated_follows, nothing_follows
from timeline.meaning import STORY, Edge, Length, Meaning, Shift, Stretch, Vague

_FINE = (SECOND, MINUTE, HOUR)
_NEAR = (DAY, WEEK, MONTH, YEAR)
_IN_YEARS = {DECADE: 10, CENTURY: 100}
_KEEP = {WEEK: DAY}  # so many weeks from a day end on a day
_DAY = Shift(0, DAY, STORY)


# ---- one unit away ----


_BEFORE_A_NOUN = re.compile(r" [a-z]")


def _adjective(place: Place) -> str | None:
    """Keep to what stands before a noun: "future wars"."""
    return None if _BEFORE_A_NOUN.match(place.folded, place.end) else Unfit("no noun follows")


def _no_latter(place: Place) -> str | None:
    """Refuse "the former" of two things, and one that "the latter" answers to."""
    follows = place.folded[place.end : place.end + 200]
    of_two = not _BEFORE_A_NOUN.match(follows) or follows.startswith(" was ") or "the latter" in follows
    return "one of two things, not a time" if of_two and place.folded.endswith("the ", 0, place.start) else None


def _no_office(place: Place) -> str | None:
    """Refuse "by then Prime Minister May", which says what she was."""
    office = place.text[place.end : place.end + 2][1:].isupper() and place.folded.startswith("by ", place.start - 3)
    return "says what somebody was then" if office else None


def _of_nothing(place: Place) -> str | None:
    """Refuse "during the week" where it goes on "of 5 June"."""
    follows = place.folded.startswith(" of ", place.end)
    return Unfit("goes on to say of what") if follows else nothing_follows(place)


@rule(
    "the next {one_unit}",
    "[the] following {one_unit}",
    "[the] {one_unit} following",
    "[the] {one_unit} (after|afterward|afterwards)",
    when=nothing_follows,
    examples={"The next year it will go.": "2026", "The following day it will go.": "2025-02-12"},
)
def following_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after the one the story stands at; the next decade is a stretch of ten years."""
    if one_unit is DECADE:
        return Length(((1, DECADE),), of=Stretch(1, DECADE, STORY))
    return Shift(1, one_unit, STORY)


@rule("[the] (previous|preceding|prior) {one_unit}", examples={"The previous year it was there.": "2024"})
def previous_unit(one_unit: Granularity) -> Meaning:
    """Read the unit before the one the story stands at."""
    return Shift(-1, one_unit, STORY)


@rule(
    "the {one_unit} (before|previously|earlier|prior)",
    "(a|one) {one_unit} (earlier|before|previously|prior)",
    when=nothing_follows,
    examples={"A day earlier it was there.": "2025-02-10"},
)
def unit_before(one_unit: Granularity) -> Meaning:
    """Read the unit before the one the story stands at."""
    return Shift(-1, one_unit, STORY)


@rule("(that|that same|that very|the same|this same) {one_unit}", examples={"That year it was there.": "2025"})
def same_unit(one_unit: Granularity) -> Meaning:
    """Read the unit the story stands at."""
    return Shift(0, one_unit, STORY)


@rule("(this|that|the same) date", only=("narrative",), examples={"On that date it ended.": "XXXX-XX-XX"})
def same_date() -> Meaning:
    """Read the day a history stands at, called a date."""
    return _DAY


@rule(
    "(earlier|early) (that|that same|the same) {one_unit}",
    "(earlier|early) in (that|that same|the same) {one_unit}",
    examples={"Earlier that year it was there.": "2025"},
)
def early_same_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the unit the story stands at."""
    return Edge("START", Shift(0, one_unit, STORY))


@rule(
    "(later|late) (that|that same|the same) {one_unit}",
    "(later|late) in (that|that same|the same) {one_unit}",
    examples={"Later that day it was gone.": "2025-02-11"},
)
def late_same_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the unit the story stands at."""
    return Edge("END", Shift(0, one_unit, STORY))


@rule("(earlier|early) in the {one_unit}", only=("narrative",), examples={"early in the year": "XXXX"})
def early_in_story_unit(one_unit: Granularity) -> Meaning:
    """Read "early in the year" in a history."""
    return Edge("START", Shift(0, one_unit, STORY))


@rule("(later|late) in the {one_unit}", only=("narrative",), examples={"later in the year": "XXXX"})
def late_in_story_unit(one_unit: Granularity) -> Meaning:
    """Read "later in the year" in a history."""
    return Edge("END", Shift(0, one_unit, STORY))


@rule(
    "[the] (first|last|final|opening|closing) {one_unit}",
    "[the] (first|last|final|early|opening|closing) {units}",
    only=("narrative",),
    when=of_happening,
    examples={"in the last month of the siege": "P1M", "the closing months of this war": "PXM"},
    not_=["On the first day of the battle it rained."],
)
def part_of_happening(one_unit: Granularity | None = None, units: Granularity | None = None) -> Meaning | None:
    """Read so much of what happened as a length; its first day is a date that is not told."""
    return None if one_unit is DAY else Length(((1 if one_unit else None, one_unit or units or DAY),))


@rule(
    "<throughout|during> the {one_unit}",
    only=("narrative",),
    when=_of_nothing,
    examples={"throughout the year": "XXXX"},
    not_=["during the week of 5 June 1915"],
)
def through_story_unit(one_unit: Granularity) -> Meaning | None:
    """Read "throughout the year" in a history."""
    return None if one_unit < DAY else Shift(0, one_unit, STORY)


@rule("<within> the {one_unit}", when=no_compound, examples={"It fell within the week.": "P1W"})
def within_unit(one_unit: Granularity) -> Meaning | None:
    """Read "within the week" as how long it takes at most."""
    return Length(((1, one_unit),)) if one_unit in _NEAR else None


@rule(
    "(early|earlier) the (next|following) {one_unit}",
    "(early|earlier) in the (next|following) {one_unit}",
    examples={"early the next year": "2026"},
)
def early_following_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the unit after the story's."""
    return Edge("START", Shift(1, one_unit, STORY))


@rule(
    "late the (next|following) {one_unit}",
    "late in the (next|following) {one_unit}",
    examples={"late the following year": "2026"},
)
def late_following_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the unit after the story's."""
    return Edge("END", Shift(1, one_unit, STORY))


# ---- counted units away ----


@rule(
    "[{approx}] {count} {unit} (later|after|afterwards|afterward|on)",
    "[{approx}] {pair} {unit} (later|after|afterwards|afterward)",
    "[{approx}] {a} {unit} (later|afterwards|afterward)",
    "[{approx}] {a} {double_unit} (later|afterwards|afterward)",
    when=nothing_follows,
    examples={"Three days later it will be over.": "2025-02-14"},
)
def units_later(
    unit: Granularity = DAY, count: float = 1, approx: str | None = None, pair: int = 0, a: int = 1,  # noqa: ARG001
    double_unit: Granularity | None = None,
) -> Meaning | None:  # fmt: skip
    """Step forward from the date the story stands at."""
    if double_unit is not None:
        return Shift(2, double_unit, STORY, keep=None if approx else _KEEP.get(double_unit))
    if unit in _IN_YEARS:  # ten years on, not some year of the next ten
        return Shift(_IN_YEARS[unit] * int(pair or count), YEAR, STORY)
    return None if unit in _FINE else Shift(int(pair or count), unit, STORY, keep=None if approx else _KEEP.get(unit))


@rule(
    "[{approx}] {count} {unit} (earlier|before|previously|prior)",
    "[{approx}] {pair} {unit} (earlier|before|previously)",
    when=nothing_follows,
    examples={"Two days earlier it was there.": "2025-02-09"},
)
def units_earlier(unit: Granularity, count: float = 1, approx: str | None = None, pair: int = 0) -> Meaning | None:
    """Step back from the date the story stands at."""
    return None if unit in _FINE else Shift(-int(pair or count), unit, STORY, keep=None if approx else _KEEP.get(unit))


@rule(
    "[{some}] {units} (earlier|before)",
    only=("narrative",),
    when=nothing_follows,
    examples={"weeks earlier": "PAST_REF"},
)
def some_units_earlier(units: Granularity, some: str = "") -> Meaning:  # noqa: ARG001
    """Read "weeks earlier": how long is not told."""
    return Vague("PAST_REF")


@rule(
    "[{some}] {units} later",
    "{some} {unit} later",
    only=("narrative",),
    when=nothing_follows,
    examples={"a few months later": "FUTURE_REF"},
)
def some_units_later(units: Granularity | None = None, unit: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read "months later": how long is not told."""
    return Vague("FUTURE_REF")


@rule(
    "of late",
    when=nothing_dated_follows,
    examples={"It has rained of late.": "PAST_REF"},
    not_=["the war of late 1948", "the wares of late shops"],
)
def of_late() -> Meaning:
    """Read "of late" as a vague past."""
    return Vague("PAST_REF")


@rule(
    "former",
    only=("narrative",),
    when=_no_latter,
    examples={"the former capital": "PAST_REF"},
    not_=["He chose the former.", "The former plan failed while the latter was never tried."],
)
def former() -> Meaning:
    """Read "the former capital", which histories count as a time."""
    return Vague("PAST_REF")


@rule("future", only=("narrative",), when=_adjective, examples={"to prevent future wars": "FUTURE_REF"})
def future_adjective() -> Meaning:
    """Read "future wars", which histories count as a time."""
    return Vague("FUTURE_REF")


@rule(
    "<by|until|from|till> then",
    only=("news", "narrative"),  # a message tells no story whose date "then" could be
    when=_no_office,
    examples={"By then it was over.": "2025-02-11"},
)
def then() -> Meaning:
    """Read the date the story stands at."""
    return STORY


@rule("<since> then", only=("narrative",), examples={"Since then it was shut.": "XXXX-XX-XX"})
def since_then() -> Meaning:
    """Read the date the story stands at; news gold leaves "since then" alone in four of four cases."""
    return STORY

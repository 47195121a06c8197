"""Lengths that leave open how long: a week or so, another day or two, a year or so ago."""

from __future__ import annotations

from timeline.calendar import CENTURY, DECADE, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.meaning import PUBLISHED, Edge, Length, Meaning, Shift, Stretch

_IN_YEARS = {DECADE: 10, CENTURY: 100}


@rule(
    "[{approx}] {a} {one_unit} or (so|two)",
    "[{approx}] {a} {short_unit} or (so|two)",
    "[{approx}] another {one_unit} or (so|two)",
    "[{approx}] another {short_unit} or (so|two)",
    "[{approx}] {count} {unit} or so",
    examples={"It takes a week or so.": "P1W", "for another day or two": "P1D", "twenty years or so": "P20Y"},
    not_=["a day or 3 of them"],
)
def length_or_so(
    one_unit: Granularity | None = None,
    short_unit: Granularity | None = None,
    unit: Granularity | None = None,
    count: float = 1,
    approx: str | None = None,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "a week or so"; what it may be more is left open."""
    said = one_unit or short_unit or unit
    return Length(((count, said),), mod=approx or "APPROX") if said else None


@rule(
    "{a} {one_unit} or more",
    "{a} {short_unit} or more",
    "{count} {unit} or more",
    examples={"It may take six months or more.": "P6M"},
)
def length_or_more(
    one_unit: Granularity | None = None,
    short_unit: Granularity | None = None,
    unit: Granularity | None = None,
    count: float = 1,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "six months or more"."""
    said = one_unit or short_unit or unit
    return Length(((count, said),), mod="EQUAL_OR_MORE") if said else None


@rule(
    "[the] (next|coming) {one_unit} or (so|two)",
    examples={"over the next year or so": "P1Y"},
)
def stretch_or_so(one_unit: Granularity) -> Meaning:
    """Read "the next year or so" as a length from the publish date."""
    return Length(((1, one_unit),), mod="APPROX", of=Stretch(1, one_unit, PUBLISHED))


@rule("the (last|past) {one_unit} or (so|two)", examples={"in the past month or two": "P1M"})
def past_stretch_or_so(one_unit: Granularity) -> Meaning:
    """Read "the past month or two" as a length up to the publish date."""
    return Length(((1, one_unit),), mod="APPROX", of=Stretch(-1, one_unit, PUBLISHED))


@rule(
    "{a} {one_unit} or (so|two|more) ago",
    "[{approx}] {count} {unit} or so ago",
    examples={"They left a week or so ago.": "2025-W06", "three years or so ago": "2022"},
)
def or_so_ago(
    one_unit: Granularity | None = None,
    unit: Granularity | None = None,
    count: float = 1,
    approx: str | None = None,  # noqa: ARG001
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "a year or so ago" as about then."""
    said = one_unit or unit
    if said is None:
        return None
    if said in _IN_YEARS:
        return Edge("APPROX", Shift(-int(count) * _IN_YEARS[said], YEAR, PUBLISHED))
    return Edge("APPROX", Shift(-int(count), said, PUBLISHED))

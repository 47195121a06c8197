"""Stretches of years of three digits or of one century: "from 618 to 907", "(912-973)", "from 1963 to 66"."""

from __future__ import annotations

from timeline.grammar.rule import rule
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.words import old_year_here
from timeline.languages.en.around.year_spans import no_amount, of_a_life, of_a_reign
from timeline.languages.numeric import fixed_year
from timeline.meaning import Range

_HISTORY = ("narrative",)
_LIFE, _DYNASTY = 110, 400  # years that a stretch may last


@rule(
    "<from> {a:any_year} <to> {b:any_year}",
    "<between> {a:any_year} <and> {b:any_year}",
    only=_HISTORY,
    when=all_of(of_a_reign, old_year_here),
    not_=["It rose from 618 to 907.", "The king paid from 300 to 500 pounds.", "They lived on from 120 to 250 acres."],
)
def years_of_reign(a: int, b: int) -> Range | None:
    """Read "ruled from 618 to 907"."""
    return _span(a, b, _DYNASTY)


@rule(
    "{a:any_year} <-> {b:any_year}",
    only=_HISTORY,
    when=of_a_life,
    not_=["He won (107-112).", "It is told there (pp. 112-118).", "The bill failed in the House (212-218)."],
)
def years_in_brackets(a: int, b: int) -> Range | None:
    """Read "Otto I (912-973)", a life, a reign or a dynasty."""
    return _span(a, b, _DYNASTY)


def _span(first: int, last: int, longest: int) -> Range | None:
    fits = 100 <= first < last <= min(999, first + longest)
    return Range(fixed_year(first), fixed_year(last)) if fits else None


@rule(
    "<from> {a:year} <to|until> {b:two_digits}",
    "<between> {a:year} <and> {b:two_digits}",
    only=_HISTORY,
    when=all_of(no_amount, old_year_here),
    not_=[
        "Output rose from 1963 to 66 tons.",
        "It fell from 1150 to 99.",
        "It cost between 1914 and 18 percent more.",
    ],
)
def years_of_century(a: int, b: int) -> Range | None:
    """Read "from 1963 to 66", whose second year leaves out the century."""
    last = a // 100 * 100 + b
    return Range(fixed_year(a), fixed_year(last)) if a < last <= a + _LIFE else None

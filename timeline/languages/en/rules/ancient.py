"""Years as old histories write them: of two halves ("446/5 BC"), and without their era ("49 BC ... in 47")."""

from __future__ import annotations

from timeline.calendar import SEASON, Period
from timeline.grammar.rule import rule
from timeline.languages.en.around.eras import before_christ
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.words import old_year_or_name_here
from timeline.languages.numeric import fixed_date, fixed_year
from timeline.meaning import At, Edge, Meaning, Range

_here = all_of(old_year_or_name_here, before_christ)  # the one that reads far back last


@rule("[the year] {any_year} / {two_digits} {bc}", examples={"in 446/5 BC": "BC0446", "in 431/30 BC": "BC0431"})
def year_of_two_before_christ(any_year: int, two_digits: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a year that ran from one of ours into the next, as the Greeks counted, as the one it began in."""
    wheel = 10 if two_digits < 10 else 100
    return fixed_year(1 - any_year) if any_year > 99 and (any_year - 1) % wheel == two_digits else None


@rule(
    "<in|by|since|until|from|before|after> {any_year}",
    only=("narrative",),
    when=_here,
    examples={"It began in 89 BC and ended in 87.": "BC0087", "It began in 489 BC. In 487 Eudamos fled.": "BC0487"},
    not_=["It began in 89 AD and ended in 91.", "It began in 89 BC and ended in 48 hours."],
)
def ancient_year(any_year: int) -> Meaning | None:
    """Read a bare year as one before Christ."""
    return fixed_year(1 - any_year) if 10 <= any_year <= 999 else None


@rule(
    "(the year|year) {any_year}",
    only=("narrative",),
    when=before_christ,
    examples={"It began in 89 BC and ended in the year 87.": "BC0087"},
    not_=["It began in 89 AD and ended in the year 91."],
)
def ancient_named_year(any_year: int) -> Meaning | None:
    """Read as one before Christ a bare year that is called one."""
    return fixed_year(1 - any_year) if 10 <= any_year <= 999 else None


@rule(
    "<from> {a:any_year} <to|until> {b:any_year}",
    "<between> {a:any_year} <and> {b:any_year}",
    "<in> {a:any_year} <and|or> {b:any_year}",
    only=("narrative",),
    when=_here,
)
def ancient_years(a: int, b: int) -> Range | None:
    """Read two bare years that count down."""
    return Range(fixed_year(1 - a), fixed_year(1 - b)) if 999 >= a > b >= 10 else None


@rule(
    "{month} [,|of] {year:any_year}",
    only=("narrative",),
    when=_here,
    examples={"It began in 89 BC and ended in March 87.": "BC0087-03"},
)
def ancient_month(month: int, year: int) -> Meaning | None:
    """Read a month of a bare year; smaller figures are its days."""
    return fixed_date(1 - year, month) if 31 < year <= 999 else None


@rule(
    "{day} {month} {year:any_year}",
    only=("narrative",),
    when=_here,
    examples={"It began in 89 BC and ended on 3 March 87.": "BC0087-03-03"},
)
def ancient_day(day: int, month: int, year: int) -> Meaning | None:
    """Read a day of a bare year."""
    return fixed_date(1 - year, month, day) if 10 <= year <= 999 else None


@rule(
    "{midseason} [of] {any_year}",
    only=("narrative",),
    when=before_christ,
    examples={"It began in 89 BC and ended in midsummer 87.": "BC0087-SU"},
)
def ancient_midseason(midseason: int, any_year: int) -> Meaning | None:
    """Read the middle of a season of a bare year."""
    if not 10 <= any_year <= 999:
        return None
    return Edge("MID", At(Period(SEASON, (1 - any_year) * 4 + midseason)))


@rule("{midseason} [of] {any_year} {bc}", only=("narrative",), examples={"in midwinter 479 BC": "BC0479-WI"})
def midseason_before_christ(midseason: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read the middle of a season of a year before Christ."""
    return Edge("MID", At(Period(SEASON, (1 - any_year) * 4 + midseason))) if any_year else None


@rule(
    "[the] {season} (of|in) {any_year}",
    only=("narrative",),
    when=before_christ,
    examples={"It began in 89 BC and ended in the spring of 87.": "BC0087-SP"},
)
def ancient_season(season: int, any_year: int) -> Meaning | None:
    """Read a season of a bare year."""
    return At(Period(SEASON, (1 - any_year) * 4 + season)) if 10 <= any_year <= 999 else None

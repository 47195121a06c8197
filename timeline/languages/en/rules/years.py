"""Years, decades, centuries and eras."""

from __future__ import annotations

from timeline.calendar import CENTURY, DECADE, MILLENNIUM, SEASON, YEAR, Granularity, Period
from timeline.grammar.rule import rule
from timeline.languages.en.around.figures import figures_end, one_figure, year_alone
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.words import (
    after_in,
    christian_era,
    no_age_or_temperature,
    no_studio,
    old_year_here,
    old_year_or_name_here,
)
from timeline.languages.numeric import fixed_date, fixed_year
from timeline.meaning import At, Edge, Meaning, Range, Several, ShortYear


@rule("{year}", when=year_alone, examples={"in 1984": "1984"}, not_=["1984 soldiers", "$1999"])
def year_by_itself(year: int) -> Meaning:
    """Read four digits as a year where nothing makes them a number of something."""
    return fixed_year(year)


@rule("[the] year [of] {year}", "[the] {year} calendar year", examples={"the year 2000": "2000"})
def named_year(year: int) -> Meaning:
    """Read a year called one."""
    return fixed_year(year)


@rule("{short_year}", when=after_in, examples={"It split in '98.": "1998"}, not_=["the '98 model"])
def short_year_alone(short_year: int) -> Meaning:
    """Read two digits with an apostrophe as a year where a preposition stands before them."""
    return ShortYear(short_year, YEAR)


@rule("[the] year {any_year}", when=old_year_here, examples={"in the year 732": "0732"})
def old_named_year(any_year: int) -> Meaning | None:
    """Read a year of the first thousand that is called one."""
    return fixed_year(any_year) if 100 <= any_year <= 999 else None


@rule(
    "<in> {any_year}",
    only=("narrative",),
    when=old_year_or_name_here,
    examples={"In 410 Alaric came.": "0410"},
    not_=["In 300 Roman villages it rained."],
)
def old_year(any_year: int) -> Meaning | None:
    """Read "in 732" in a history as a year."""
    return fixed_year(any_year) if 100 <= any_year <= 999 else None


@rule("pre {year}", "pre - {year}", examples={"the pre-1914 houses": "1914"})
def before_year(year: int) -> Meaning:
    """Read "pre-1914"."""
    return Edge("BEFORE", fixed_year(year))


@rule("post {year}", "post - {year}", examples={"the post-1959 houses": "1959"})
def after_year(year: int) -> Meaning:
    """Read "post-1959"."""
    return Edge("AFTER", fixed_year(year))


# ---- ranges of years ----


@rule("[the years] {a:year} <-|/> {figure:two_digits}", when=all_of(year_alone, one_figure, figures_end))
def years_shortest(a: int, figure: int) -> Range | None:
    """Read a range of years whose second is its last figure: "1791-2"."""
    last = a // 10 * 10 + figure
    return Range(fixed_year(a), fixed_year(last)) if a < last else None


@rule("[the years] {a:year} <-|/> {b:two_digits}", when=year_alone)
def years_short(a: int, b: int) -> Range | None:
    """Read a range of years whose second is cut short: "1914-18", "1899-01"."""
    last = a // 100 * 100 + b
    last += 100 if last <= a else 0
    return Range(fixed_year(a), fixed_year(last)) if last <= a + 60 else None


@rule(
    "[the years] {a:year} <-|/> {b:year}",
    "<from> {a:year} <to|until|till|through|-> {b:year}",
    "<between> {a:year} <and> {b:year}",
    when=figures_end,
    not_=["part 1999-2012-88"],
)
def years(a: int, b: int) -> Range | None:
    """Read a range of years."""
    return Range(fixed_year(a), fixed_year(b)) if a < b else None


@rule(
    "<from> [{approx}] {a:any_year} <until|till> [{approx2:approx}] {b:any_year}",
    only=("narrative",),
    when=old_year_here,
)
def old_years(a: int, b: int, approx: str | None = None, approx2: str | None = None) -> Range | None:
    """Read "from about 900 until 1187" in a history as years."""
    if not 100 <= a < b <= 2100:
        return None
    first, last = fixed_year(a), fixed_year(b)
    return Range(Edge(approx, first) if approx else first, Edge(approx2, last) if approx2 else last)


# ---- before and after Christ ----


@rule(
    "[the] {any_year} {bc}",
    "[the] {bc} {any_year}",
    "[the] year {any_year} {bc}",
    examples={"in 480 BC": "BC0480"},
)
def year_before_christ(any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a year before Christ."""
    return fixed_year(1 - any_year) if any_year else None


@rule(
    "[the years] {a:any_year} [{bc2:bc}] <-|to|and|until|/> {b:any_year} {bc}",
    "<between|from> {a:any_year} [{bc2:bc}] <and|to|until|-> {b:any_year} {bc}",
)
def years_before_christ(a: int, b: int, bc: str, bc2: str = "") -> Range | None:  # noqa: ARG001
    """Read a range of years before Christ, which count down."""
    return Range(fixed_year(1 - a), fixed_year(1 - b)) if a > b > 0 else None


@rule(
    "<from|between> {a:any_year} {bc} <to|and|until> {b:any_year} {ad}",
    "{a:any_year} {bc} <-|to> {b:any_year} {ad}",
    "<from|between> {a:any_year} {bc} <to|and|until> {ad} {b:any_year}",
    "{a:any_year} {bc} <-|to> {ad} {b:any_year}",
)
def years_around_christ(a: int, b: int, bc: str, ad: str) -> Range | None:  # noqa: ARG001
    """Read a range of years across the eras."""
    return Range(fixed_year(1 - a), fixed_year(b)) if a and b else None


@rule(
    "[the] {ad} {any_year}",
    "[the] {any_year} {ad}",
    "[the] year {any_year} {ad}",
    "[the] year {ad} {any_year}",
    when=christian_era,
    examples={"in AD 79": "0079", "in 410 AD": "0410"},
    not_=["the 30 ad spots"],
)
def year_of_the_lord(any_year: int, ad: str) -> Meaning | None:  # noqa: ARG001
    """Read a year after Christ that says so."""
    return fixed_year(any_year) if any_year else None


@rule(
    "{month} [the] {day} [,] {any_year} {bc}",
    "[the] {day} [of] {month} [,] {any_year} {bc}",
    examples={"on 15 March 44 BC": "BC0044-03-15"},
)
def day_before_christ(month: int, day: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a full date before Christ."""
    return fixed_date(1 - any_year, month, day) if any_year else None


@rule("{month} [of|,] {any_year} {bc}", examples={"in March 44 BC": "BC0044-03"})
def month_before_christ(month: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a month before Christ."""
    return fixed_date(1 - any_year, month) if any_year else None


@rule(
    "{month} [{day}] [of|,] {any_year} {ad}",
    "{month} [{day}] [of|,] {ad} {any_year}",
    "{day} {month} [,] {any_year} {ad}",
    examples={"in August 378 AD": "0378-08"},
)
def date_of_the_lord(month: int, any_year: int, ad: str, day: int | None = None) -> Meaning | None:  # noqa: ARG001
    """Read a date after Christ that says so."""
    return fixed_date(any_year, month, day) if any_year else None


@rule(
    "[the] {season} (of|in) {any_year} {bc}",
    "[the] {any_year} {bc} {season}",
    examples={"the spring of 218 BC": "BC0218-SP"},
)
def season_before_christ(season: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a season before Christ."""
    return At(Period(SEASON, (1 - any_year) * 4 + season)) if any_year else None


# ---- decades ----


@rule("[the] {decade}", "[the] decade of the {decade}", examples={"in the 1990s": "199X"})
def decade_of_century(decade: int) -> Meaning:
    """Read a decade; "the 1800s" are a century."""
    if decade % 100 == 0 and decade < 2000:
        return At(Period(CENTURY, decade // 100))
    return At(Period(DECADE, decade // 10))


@rule(
    "[the] {old_decade} {bc}",
    "[the] {old_decade:short_decade} {bc}",
    examples={"in the 470s BC": "BC047X", "the 30s BC": "BC003X"},
)
def decade_before_christ(old_decade: int, bc: str) -> Meaning:  # noqa: ARG001
    """Read a decade before Christ."""
    return At(Period(DECADE, -(old_decade // 10) - 1))


@rule("[the] {short_decade}", when=no_age_or_temperature, examples={"the '60s": "196X"}, not_=["a man in his 30s"])
def decade_in_short(short_decade: int) -> Meaning:
    """Read a decade of two digits."""
    return ShortYear(short_decade, DECADE)


@rule("the {named_decade}", when=no_age_or_temperature, examples={"in the eighties": "198X"})
def decade_by_name(named_decade: int) -> Meaning:
    """Read a decade in words."""
    return ShortYear(named_decade, DECADE)


@rule(
    "[the] {part_edge} {named_decade}",
    when=no_age_or_temperature,
    examples={"the late sixties": "196X"},
    not_=["in his late forties"],
)
def part_of_decade_by_name(part_edge: str, named_decade: int) -> Meaning:
    """Read a part of a decade in words."""
    return Edge(part_edge, ShortYear(named_decade, DECADE))


@rule(
    "[the] (closing|final|last|dying|latter) {units} of {year}",
    examples={"in the closing months of 1915": "1915"},
    not_=["the closing months of the war"],
)
def last_units_of_year(units: Granularity, year: int) -> Meaning | None:
    """Read "the closing months of 1915" as its late part."""
    return Edge("END", fixed_year(year)) if units < YEAR else None


@rule("[the] (opening|early|first) {units} of {year}", examples={"in the opening days of 1916": "1916"})
def first_units_of_year(units: Granularity, year: int) -> Meaning | None:
    """Read "the opening days of 1916" as its early part."""
    return Edge("START", fixed_year(year)) if units < YEAR else None


# ---- centuries ----


@rule("[the] {ordinal} century [{ad}]", when=no_studio, examples={"the 19th century": "18XX"})
def century(ordinal: int, ad: str = "") -> Meaning | None:  # noqa: ARG001
    """Read a century: the 19th has the years 18XX."""
    return At(Period(CENTURY, ordinal - 1)) if 1 <= ordinal <= 30 else None


@rule("[the] {ordinal} century {bc}", examples={"the 5th century BC": "BC04XX"})
def century_before_christ(ordinal: int, bc: str) -> Meaning:  # noqa: ARG001
    """Read a century before Christ."""
    return At(Period(CENTURY, -ordinal))


@rule("[the] {a:ordinal} <and|to|or|-|through> [the] {b:ordinal} (centuries|century) [{bc}]")
def centuries(a: int, b: int, bc: str = "") -> Several:
    """Read two centuries said together."""
    if bc:
        return Several((At(Period(CENTURY, -a)), At(Period(CENTURY, -b))))
    return Several((At(Period(CENTURY, a - 1)), At(Period(CENTURY, b - 1))))


@rule(
    "[the] {edge_a:part_edge} {a:ordinal} <and|to> [the] {edge_b:part_edge} {b:ordinal} (centuries|century) [{bc}]",
    "[the] {edge_a:part_edge} {a:ordinal} <and|to> [the] {b:ordinal} (centuries|century) [{bc}]",
)
def parts_of_centuries(edge_a: str, a: int, b: int, edge_b: str = "", bc: str = "") -> Several:
    """Read "the late 19th and early 20th centuries"."""
    first, last = ((At(Period(CENTURY, -each if bc else each - 1))) for each in (a, b))
    return Several((Edge(edge_a, first), Edge(edge_b, last) if edge_b else last))


@rule(
    "[the] {ordinal} millennium [{bc}]", examples={"the third millennium": "2XXX", "the second millennium BC": "BC1XXX"}
)
def millennium(ordinal: int, bc: str = "") -> Meaning:
    """Read a millennium, of either era."""
    return At(Period(MILLENNIUM, -ordinal if bc else ordinal - 1))

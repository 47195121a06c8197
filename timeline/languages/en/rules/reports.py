"""Quarters, halves and fiscal years, as business reports tell them."""

from __future__ import annotations

from timeline.calendar import HALF, MONTH, QUARTER, WEEK, YEAR, Granularity, Period
from timeline.grammar.rule import rule
from timeline.languages.en.around.games import no_quarter_of_game
from timeline.languages.en.around.halves import half_of_business, half_of_result
from timeline.languages.en.around.lengths import dated_end, not_of_place
from timeline.languages.en.around.match import all_of, no_compound
from timeline.languages.en.around.words import not_of_date, possessive
from timeline.languages.numeric import fixed_year
from timeline.meaning import PUBLISHED, STORY, At, Length, Meaning, Several, Shift, ShortYear, Spot, SpotKind, Within


def quarter_spot(number: int) -> Spot | None:
    """Name a quarter as a spot; None when no year has so many."""
    return Spot(SpotKind.QUARTER, number) if 1 <= number <= 4 else None


def _inside(spot: Spot | None, of: Meaning) -> Meaning | None:
    return Within(spot, of) if spot else None


# ---- quarters ----


@rule(
    "[the] {ordinal} (quarter|quarters) [of|in|,] [fiscal|fiscal year|financial year|calendar] {year}",
    "[the] {year} [fiscal] {ordinal} quarter",
    "[the] {ordinal:quarter_code} [of|,|/] {year}",
    "[the] {year} {ordinal:quarter_code}",
    examples={"the third quarter of 1998": "1998-Q3", "the 1988 third quarter": "1988-Q3"},
)
def quarter_of_year(year: int, ordinal: int) -> Meaning | None:
    """Read a quarter of a year."""
    return At(Period(QUARTER, year * 4 + ordinal - 1)) if 1 <= ordinal <= 4 else None


@rule(
    "[the] [fiscal] {ordinal} quarter",
    "[the] {ordinal} (fiscal|financial) quarter",
    "[the] {ordinal:quarter_code}",
    when=no_quarter_of_game,
    examples={"in the third quarter": "2024-Q3", "Q3 sales rose": "2024-Q3"},
    not_=["They led by nine in the third quarter but made four of 21 shots.", "the second quarter of the game"],
)
def quarter_alone(ordinal: int) -> Meaning | None:
    """Read a quarter whose year is left to the reader."""
    return quarter_spot(ordinal)


@rule(
    "[the] {a:month} (-|to|through) {b:month} (quarter|period)",
    examples={"in the October-December quarter": "2024-Q4"},
    not_=["in the jan-feb quarter"],
)
def quarter_of_months(a: int, b: int) -> Meaning | None:
    """Read a quarter told by its first and last month."""
    return quarter_spot(b // 3) if b == a + 2 and b % 3 == 0 else None


@rule("[the] {month} quarter", examples={"in the December quarter": "2024-Q4"}, not_=["in the May quarter-finals"])
def quarter_to_month(month: int) -> Meaning | None:
    """Read a quarter told by its last month."""
    return quarter_spot(month // 3) if month % 3 == 0 else None


@rule("[the] {a:ordinal} <and|or|to|through> [the] {b:ordinal} (quarter|quarters) [of {year}]")
def two_quarters(a: int, b: int, year: int | None = None) -> Several | None:
    """Read two quarters said together."""
    first, second = quarter_spot(a), quarter_spot(b)
    if first is None or second is None:
        return None
    return Several(
        (first, second) if year is None else (Within(first, fixed_year(year)), Within(second, fixed_year(year)))
    )


@rule(
    "[the] {ordinal} quarter [of] last year",
    "last year 's {ordinal} quarter",
    examples={"the third quarter of last year": "2024-Q3"},
)
def quarter_last_year(ordinal: int) -> Meaning | None:
    """Read a quarter of last year."""
    return _inside(quarter_spot(ordinal), Shift(-1, YEAR, PUBLISHED))


@rule(
    "[the] {ordinal} quarter [of] (this|the|the current) [fiscal] year",
    "this year 's {ordinal} quarter",
    examples={"the second quarter of this year": "2025-Q2"},
)
def quarter_this_year(ordinal: int) -> Meaning | None:
    """Read a quarter of this year."""
    return _inside(quarter_spot(ordinal), Shift(0, YEAR, PUBLISHED))


@rule(
    "[the] {ordinal} quarter [of] next year",
    "next year 's {ordinal} quarter",
    examples={"next year's first quarter": "2026-Q1"},
)
def quarter_next_year(ordinal: int) -> Meaning | None:
    """Read a quarter of next year."""
    return _inside(quarter_spot(ordinal), Shift(1, YEAR, PUBLISHED))


# ---- halves ----


@rule(
    "[the] {ordinal} half [of|in] [fiscal|fiscal year] {year}",
    "[the] {year} {ordinal} half",
    "[the] {ordinal:half_code} [of|,|/] {year}",
    "[the] {year} {ordinal:half_code}",
    examples={"the first half of 1998": "1998-H1"},
)
def half_of_year(ordinal: int, year: int) -> Meaning | None:
    """Read a half of a year."""
    return At(Period(HALF, year * 2 + ordinal - 1)) if 1 <= ordinal <= 2 else None


@rule(
    "the {ordinal} half",
    only=("news",),
    when=half_of_business,
    examples={"Sales should grow in the second half.": "2025-H2", "Profit in the first half is flat.": "2025-H1"},
    not_=["They scored twice in the second half.", "Sales of the second half-pint grew."],
)
def half_alone(ordinal: int) -> Meaning | None:
    """Read a half of a business year whose year is left to the reader."""
    return Spot(SpotKind.HALF, ordinal) if ordinal <= 2 else None


@rule(
    "{ordinal} half",
    only=("news",),
    when=half_of_result,
    examples={"Second-half profit fell.": "2024-H2"},
    not_=["a second-half goal", "His second half profit was spent."],
)
def half_of_results(ordinal: int) -> Meaning | None:
    """Read the half of a business year that results are of."""
    return Spot(SpotKind.HALF, ordinal) if ordinal <= 2 else None


@rule("[the] (last|latter|final) half of [fiscal] {year}", examples={"the last half of 1998": "1998-H2"})
def last_half_of_year(year: int) -> Meaning:
    """Read the second half of a year."""
    return At(Period(HALF, year * 2 + 1))


@rule(
    "[the] {ordinal} half [of] (this|the|the current|the fiscal) year",
    "this year 's {ordinal} half",
    examples={"the second half of the year": "2025-H2"},
)
def half_this_year(ordinal: int) -> Meaning | None:
    """Read a half of this year."""
    return Within(Spot(SpotKind.HALF, ordinal), Shift(0, YEAR, PUBLISHED)) if ordinal <= 2 else None


@rule(
    "[the] {ordinal} half [of] {last_or_next} year",
    "{last_or_next} year 's {ordinal} half",
    examples={"the first half of last year": "2024-H1", "in the second half of next year": "2026-H2"},
)
def half_of_year_beside(ordinal: int, last_or_next: int) -> Meaning | None:
    """Read a half of last year or of the next."""
    return Within(Spot(SpotKind.HALF, ordinal), Shift(last_or_next, YEAR, PUBLISHED)) if ordinal <= 2 else None


# ---- fiscal years ----


@rule(
    "[the] (fiscal|financial|tax|calendar) [year] {year}",
    "[the] {year} (fiscal|financial|school|academic|calendar|tax) year",
    "[the] {year:fiscal_code}",
    "fy {year}",
    examples={"in fiscal 1998": "1998", "the 2024 fiscal year": "2024"},
)
def fiscal_year(year: int) -> Meaning:
    """Read a fiscal year as the year it is named after."""
    return fixed_year(year)


@rule("[the] (fiscal|financial) [year] {short_year}", examples={"in fiscal '98": "1998"})
def short_fiscal_year(short_year: int) -> Meaning:
    """Read a fiscal year of two digits."""
    return ShortYear(short_year, YEAR)


@rule(
    "[the] {year} (period|quarter)",
    examples={"in the 1988 period": "1988"},
)
def period_of_year(year: int) -> Meaning:
    """Read the time of a year that a report compares with; which months it has is not told."""
    return fixed_year(year)


@rule(
    "(the|this|its|their|our) [current] (fiscal|financial) year",
    "[the|this] (current|present) (fiscal|financial|calendar|tax|school) (year|quarter)",
    "this (calendar|tax|school|academic) year",
    examples={"for the fiscal year": "2025", "the current fiscal year": "2025"},
)
def this_fiscal_year() -> Meaning:
    """Read the fiscal year the publish date lies in."""
    return Shift(0, YEAR, PUBLISHED)


@rule(
    "[the] (last|latest|previous|past|prior) (fiscal|financial|calendar|tax|school|academic) year",
    examples={"the latest fiscal year": "2024"},
)
def last_fiscal_year() -> Meaning:
    """Read the fiscal year before this one."""
    return Shift(-1, YEAR, PUBLISHED)


@rule(
    "[the] (next|coming) (fiscal|financial|calendar|tax|school|academic) year",
    examples={"the next fiscal year": "2026"},
)
def next_fiscal_year() -> Meaning:
    """Read the fiscal year after this one."""
    return Shift(1, YEAR, PUBLISHED)


# ---- what a report tells and compares ----


@rule(
    "[the] [comparable|same|corresponding] (year earlier|year ago) (quarter|period)",
    "[the] (comparable|same|corresponding) (quarter|period) a year earlier",
    "[the] (year earlier|year ago)",
    "the quarter a year earlier",
    examples={"the year-earlier quarter": "2024"},
)
def year_earlier() -> Meaning:
    """Read what a business report compares with: the same quarter, or the year, a year before."""
    return Shift(-1, YEAR, STORY)


@rule(
    "[the] (comparable|same|corresponding) (quarter|period) (a year ago|last year|of last year)",
    "the quarter a year ago",
    examples={"the same period last year": "2024"},
)
def year_before() -> Meaning:
    """Read the same quarter of last year, or last year where no quarter is reported."""
    return Shift(-1, YEAR, PUBLISHED, keep=YEAR)


@rule(
    "[the] same month (a year ago|a year earlier|last year|of last year)",
    examples={"the same month last year": "2024-02"},
)
def month_year_before() -> Meaning:
    """Read the month reported on, a year before."""
    return Shift(-1, YEAR, Shift(0, MONTH, STORY), keep=MONTH)


@rule("the {one_unit}", when=possessive, examples={"the week's heaviest day": "2025-W07"}, not_=["by the year's end"])
def unit_of_report(one_unit: Granularity) -> Meaning | None:
    """Read "the week's heaviest trading" as this week; "the day's" and "the century's" say less."""
    return Shift(0, one_unit, PUBLISHED) if one_unit in (WEEK, MONTH, YEAR) else None


@rule("the quarter", when=all_of(no_compound, not_of_place), examples={"In the quarter it lost money.": "2024-Q4"})
def the_bare_quarter() -> Meaning:
    """Read the quarter that is reported on."""
    return Shift(0, QUARTER, STORY)


@rule("[the] (latest|most recent) [fiscal] (quarter|period)", examples={"the latest quarter": "2024-Q4"})
def the_quarter() -> Meaning:
    """Read the quarter that is reported on."""
    return Shift(0, QUARTER, STORY)


@rule("the [fiscal|full] {one_unit} <ended|ending|through>", when=dated_end, not_=["The day ended with a song."])
def unit_ended(one_unit: Granularity) -> Meaning | None:
    """Read "the year ended March 31" as its length; a quarter that ended is the one reported on."""
    return Shift(0, QUARTER, STORY) if one_unit is QUARTER else Length(((1, one_unit),))


@rule(
    "[the] (year earlier|year ago) {count} {units}",
    "[the] (first|latest|most recent) {count} {units}",
    when=not_of_date,
    examples={"the first nine months": "P9M"},
)
def reported_units(count: float, units: Granularity) -> Meaning:
    """Read the months a business report covers."""
    return Length(((count, units),))

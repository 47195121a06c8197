"""Dates that need nothing else: days, months and years, decades, centuries and eras."""

from __future__ import annotations

from timeline.calendar import CENTURY, DECADE, HALF, MILLENNIUM, QUARTER, SEASON, YEAR, Period
from timeline.grammar.rule import rule
from timeline.languages.en.conditions import month_word, weekday_word, year_alone
from timeline.languages.numeric import date_of, fixed_date, fixed_year, month_day
from timeline.meaning import At, Clock, Dated, Meaning, Range, Several, ShortYear, Spot, SpotKind


def _with_weekday(date: Meaning | None, weekday: int | None) -> Meaning | None:
    return date if date is None or weekday is None else Dated(date, weekday)


@rule("{isodate}", "{isodate} , {weekday}", examples={"since 2025-02-08": "2025-02-08", "2024/02/29": "2024-02-29"})
def iso_day(isodate: At, weekday: int | None = None) -> Meaning | None:
    """Read a day written as ISO 8601."""
    return _with_weekday(isodate, weekday)


@rule("{isotime}", examples={"at 2025-02-08T20:15": "2025-02-08T20:15"})
def iso_time(isotime: Clock) -> Meaning:
    """Read a day and a time written as ISO 8601."""
    return isotime


@rule("[{weekday} [,]] {numdate}", examples={"on 2/8/2025": "2025-02-08", "am 8.2.2025": "2025-02-08"}, not_=["50/6/2018"])
def numeric_day(numdate: tuple[int, int, str, str], weekday: int | None = None) -> Meaning | None:
    """Read a date of three numbers; refused when there is no such day."""
    return _with_weekday(date_of(*numdate), weekday)


@rule(
    "[{weekday} [,]] {month} [the] {day} [,] [of] {year}",
    "[{weekday} [,]] {month} - {day} - {year}",
    examples={"Tuesday, February 11, 2025": "2025-02-11", "on Feb. 3 2024": "2024-02-03"},
)
def month_day_year(month: int, day: int, year: int, weekday: int | None = None) -> Meaning | None:
    """Read a full date, month first."""
    return _with_weekday(fixed_date(year, month, day), weekday)


@rule(
    "[{weekday} [,]] [the] {day} [day] [of] {month} [,] [of] {year}",
    "[{weekday} [,]] {day} - {month} - {year}",
    "{year} [,] {month} {day}",
    examples={"on 8 February 2025": "2025-02-08", "the 3rd of May, 1998": "1998-05-03", "11-Feb-2025": "2025-02-11"},
)
def day_month_year(day: int, month: int, year: int, weekday: int | None = None) -> Meaning | None:
    """Read a full date, day first."""
    return _with_weekday(fixed_date(year, month, day), weekday)


@rule(
    "[{weekday} [,]] {month} {day} [,] {short_year}",
    "[{weekday} [,]] {day} {month} {short_year}",
    "{day} - {month} - {short_year:two_digits}",
    examples={"on Feb. 3, '24": "2024-02-03"},
)
def day_short_year(day: int, month: int, short_year: int, weekday: int | None = None) -> Meaning | None:
    """Read a full date whose year has two digits."""
    return _with_weekday(fixed_date(short_year + (1900 if short_year >= 50 else 2000), month, day), weekday)


@rule(
    "{month} {a:day} <-|to|through|thru|until|till> {b:day} [,] {year}",
    "<from> {month} {a:day} <-|to|through|thru|until|till> {b:day} [,] {year}",
    "<between> {month} {a:day} <and> {b:day} [,] {year}",
    "<from> [the] {a:day} <-|to|through|until|till> [the] {b:day} [of] {month} [,] {year}",
    "<between> [the] {a:day} <and> [the] {b:day} [of] {month} [,] {year}",
    "[the] {a:day} <-|to|/|through> [the] {b:day} [of] {month} [,] {year}",
)
def days_of_month_year(a: int, b: int, month: int, year: int) -> Range | None:
    """Read two days of one month as a range."""
    first, last = fixed_date(year, month, a), fixed_date(year, month, b)
    return Range(first, last) if first and last and a < b else None


@rule("{month} {a:day} <and|,|&|or> {b:day} [,] {year}", "[the] {a:day} <and|,|&|or> [the] {b:day} [of] {month} [,] {year}")
def two_days_of_month_year(a: int, b: int, month: int, year: int) -> Several | None:
    """Read two days of one month that are no range."""
    first, last = fixed_date(year, month, a), fixed_date(year, month, b)
    return Several((first, last)) if first and last else None


@rule(
    "{month} {a:day} <-|to|through|thru|until|till> {b:day}",
    "<from> {month} {a:day} <-|to|through|thru|until|till> {b:day}",
    "<between> {month} {a:day} <and> {b:day}",
    "<from> [the] {a:day} <-|to|through|until|till> [the] {b:day} [of] {month}",
    "<between> [the] {a:day} <and> [the] {b:day} [of] {month}",
    "[the] {a:day} <-|to|/|through> [the] {b:day} [of] {month}",
)
def days_of_month(a: int, b: int, month: int) -> Range | None:
    """Read two days of one month without a year as a range."""
    first, last = month_day(month, a), month_day(month, b)
    return Range(first, last) if first and last and a < b else None


@rule("{month} {a:day} <and|,|&|or> {b:day}", "[the] {a:day} <and|,|&|or> [the] {b:day} [of] {month}", when=month_word)
def two_days_of_month(a: int, b: int, month: int) -> Several | None:
    """Read two days of one month, without a year, that are no range."""
    first, last = month_day(month, a), month_day(month, b)
    return Several((first, last)) if first and last else None


@rule(
    "[the month of] {month} [,|of] {year}",
    "{month} - {year}",
    "{year} {month}",
    examples={"in May 1998": "1998-05", "September, 2001": "2001-09"},
)
def month_of_year(month: int, year: int) -> Meaning | None:
    """Read a month of a year."""
    return fixed_date(year, month)


@rule("{month} [of] {short_year}", "{month} - {short_year:two_digits}", examples={"in May '98": "1998-05"})
def month_of_short_year(month: int, short_year: int) -> Meaning | None:
    """Read a month of a year of two digits."""
    return fixed_date(short_year + (1900 if short_year >= 50 else 2000), month)


@rule("[the] {season} [season] [of|,] {year}", "[the] {year} {season}", examples={"the summer of 1998": "1998-SU"})
def season_of_year(season: int, year: int) -> Meaning:
    """Read a season of a year; winter is named after the year of its December."""
    return At(Period(SEASON, year * 4 + season))


@rule(
    "[the] {ordinal} (quarter|quarters) [of|in|,] [fiscal|fiscal year|financial year|calendar] {year}",
    "[the] {year} {ordinal} quarter",
    "[the] {year} fiscal {ordinal} quarter",
    "[the] {quarter_code} [of|,] {year}",
    "[the] {year} {quarter_code}",
    examples={"the third quarter of 1998": "1998-Q3", "the 1988 third quarter": "1988-Q3"},
)
def quarter_of_year(year: int, ordinal: int = 0, quarter_code: int = 0) -> Meaning | None:
    """Read a quarter of a year."""
    number = ordinal or quarter_code
    return At(Period(QUARTER, year * 4 + number - 1)) if 1 <= number <= 4 else None


@rule("[the] {ordinal} half of [fiscal|fiscal year] {year}", "[the] {year} {ordinal} half", examples={"the first half of 1998": "1998-H1"})
def half_of_year(ordinal: int, year: int) -> Meaning | None:
    """Read a half of a year."""
    return At(Period(HALF, year * 2 + ordinal - 1)) if 1 <= ordinal <= 2 else None


@rule("[the] last half of [fiscal] {year}", examples={"the last half of 1998": "1998-H2"})
def last_half_of_year(year: int) -> Meaning:
    """Read the second half of a year."""
    return At(Period(HALF, year * 2 + 1))


@rule(
    "[the] (fiscal|financial|tax|calendar) [year] {year}",
    "[the] {year} (fiscal|financial|school|academic|calendar) year",
    "[the] fiscal [year] {short_year}",
    "[the] year {year}",
    "[the] year of {year}",
    examples={"in fiscal 1998": "1998", "the year 2000": "2000"},
)
def named_year(year: int | None = None, short_year: int | None = None) -> Meaning:
    """Read a year called one."""
    return fixed_year(year) if year is not None else ShortYear(short_year or 0, YEAR)


@rule("{a:year} <-|/> {b:two_digits}", when=year_alone)
def years_short(a: int, b: int) -> Range | None:
    """Read a range of years whose second is cut short: "1914-18"."""
    last = a // 100 * 100 + b
    return Range(fixed_year(a), fixed_year(last)) if a < last <= a + 60 else None


@rule("{a:year} <-> {b:year}", "<from> {a:year} <to|until|till|through> {b:year}", "<between> {a:year} <and> {b:year}")
def years(a: int, b: int) -> Range | None:
    """Read a range of years."""
    return Range(fixed_year(a), fixed_year(b)) if a < b else None


@rule("{year}", when=year_alone, examples={"in 1984": "1984"}, not_=["1984 soldiers", "$1999"])
def year_by_itself(year: int) -> Meaning:
    """Read four digits as a year where nothing makes them a number of something."""
    return fixed_year(year)


@rule("[the] {any_year} {bc}", "[the] {bc} {any_year}", "[the] year {any_year} {bc}", examples={"in 480 BC": "BC0480"})
def year_before_christ(any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a year before Christ."""
    return fixed_year(1 - any_year) if any_year else None


@rule("{a:any_year} <-|to|and|until|/> {b:any_year} {bc}", "<between|from> {a:any_year} [bc] <and|to|until> {b:any_year} {bc}")
def years_before_christ(a: int, b: int, bc: str) -> Range | None:  # noqa: ARG001
    """Read a range of years before Christ, which count down."""
    return Range(fixed_year(1 - a), fixed_year(1 - b)) if a > b > 0 else None


@rule("[the] {ad} {any_year}", "[the] {any_year} {ad}", "[the] year {any_year} {ad}", examples={"in AD 79": "0079", "410 AD": "0410"})
def year_of_the_lord(any_year: int, ad: str) -> Meaning | None:  # noqa: ARG001
    """Read a year after Christ that says so."""
    return fixed_year(any_year) if any_year else None


@rule(
    "[{weekday} [,]] {month} [the] {day} [,] {any_year} {bc}",
    "[the] {day} [of] {month} [,] {any_year} {bc}",
    examples={"on 15 March 44 BC": "BC0044-03-15"},
)
def day_before_christ(month: int, day: int, any_year: int, bc: str, weekday: int | None = None) -> Meaning | None:  # noqa: ARG001
    """Read a full date before Christ."""
    return fixed_date(1 - any_year, month, day) if any_year else None


@rule("{month} [of|,] {any_year} {bc}", examples={"in March 44 BC": "BC0044-03"})
def month_before_christ(month: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a month before Christ."""
    return fixed_date(1 - any_year, month) if any_year else None


@rule("[the] {season} of {any_year} {bc}", "[the] {any_year} {bc} {season}")
def season_before_christ(season: int, any_year: int, bc: str) -> Meaning | None:  # noqa: ARG001
    """Read a season before Christ."""
    return At(Period(SEASON, (1 - any_year) * 4 + season)) if any_year else None


@rule("[the] {decade}", "[the] decade of the {decade}", examples={"in the 1990s": "199X"})
def decade_of_century(decade: int) -> Meaning:
    """Read a decade."""
    return At(Period(DECADE, decade // 10))


@rule("[the] {short_decade}", examples={"the '60s": "196X"})
def decade_in_short(short_decade: int) -> Meaning:
    """Read a decade of two digits."""
    return ShortYear(short_decade, DECADE)


@rule("the {named_decade}", "<early|late|mid> {named_decade}", examples={"in the eighties": "198X"})
def decade_by_name(named_decade: int) -> Meaning:
    """Read a decade in words."""
    return ShortYear(named_decade, DECADE)


@rule("[the] {ordinal} (century|centuries) [{ad}]", examples={"the 19th century": "18XX"})
def century(ordinal: int, ad: str = "") -> Meaning | None:  # noqa: ARG001
    """Read a century: the 19th has the years 18XX."""
    return At(Period(CENTURY, ordinal - 1)) if 1 <= ordinal <= 30 else None


@rule("[the] {ordinal} century {bc}", examples={"the 5th century BC": "BC04XX"})
def century_before_christ(ordinal: int, bc: str) -> Meaning:  # noqa: ARG001
    """Read a century before Christ."""
    return At(Period(CENTURY, -ordinal))


@rule("[the] {a:ordinal} <and|to|or|-> {b:ordinal} centuries", "[the] {a:ordinal} <and|to|or|-> {b:ordinal} century")
def centuries(a: int, b: int) -> Several:
    """Read two centuries said together."""
    return Several((At(Period(CENTURY, a - 1)), At(Period(CENTURY, b - 1))))


@rule("[the] {ordinal} millennium", examples={"the third millennium": "2XXX"})
def millennium(ordinal: int) -> Meaning:
    """Read a millennium."""
    return At(Period(MILLENNIUM, ordinal - 1))


@rule(
    "[{weekday} [,]] {month} [the] {day}",
    "[{weekday} [,]] {day} [of] {month}",
    "[{weekday} [,]] the {day} [day] of {month}",
    "the {day} {month}",
    examples={"on Feb. 8": "2025-02-08", "the 3rd of March": "2025-03-03"},
)
def day_of_month(month: int, day: int, weekday: int | None = None) -> Meaning | None:
    """Read a day of a month whose year is left to the reader."""
    return _with_weekday(month_day(month, day), weekday)


@rule("[the month of] {month}", "[the] {month} (month|period)", when=month_word, examples={"in January": "2025-01"}, not_=["He may resign."])
def month_alone(month: int) -> Meaning:
    """Read a month whose year is left to the reader."""
    return Spot(SpotKind.MONTH, month)


@rule("{weekday}", when=weekday_word, examples={"They met on Saturday.": "2025-02-08"}, not_=["He sat down."])
def weekday_alone(weekday: int) -> Meaning:
    """Read a weekday whose week is left to the reader."""
    return Spot(SpotKind.WEEKDAY, weekday)

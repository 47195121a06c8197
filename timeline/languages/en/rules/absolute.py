"""Days, months and seasons with their year, and days of a month without one."""

from __future__ import annotations

from timeline.calendar import SEASON, Period, exists
from timeline.grammar.rule import rule
from timeline.languages.en.around.figures import days_end, figures_end, no_spoken_count, no_such_day, tight_hyphen
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.months import day_word, days_not_hours, ordinal_ends
from timeline.languages.en.around.seasons import no_downfall
from timeline.languages.en.around.words import old_year_here, old_year_of_day
from timeline.languages.numeric import date_of, fixed_date, month_day
from timeline.meaning import At, Clock, Dated, Edge, Meaning, PartOf, Range, Several, Spot, SpotKind


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


@rule(
    "[{weekday} [,]] {numdate}",
    when=figures_end,
    examples={"on 2/8/2025": "2025-02-08", "am 8.2.2025": "2025-02-08"},
    not_=["50/6/2018", "part 12-05-88-K"],
)
def numeric_day(numdate: tuple[int, int, str, str], weekday: int | None = None) -> Meaning | None:
    """Read a date of three numbers; refused when there is no such day."""
    return _with_weekday(date_of(*numdate), weekday)


@rule(
    "[{weekday} [,]] {month} [the] {day} [,] [of] {year}",
    "[{weekday} [,]] {month} - {day} - {year}",
    "<this> {month} {day} [,] {year}",
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


@rule(
    "{month} {a:day} <and|,|&|or> {b:day} [,] {year}",
    "[the] {a:day} <and|,|&|or> [the] {b:day} [of] {month} [,] {year}",
)
def two_days_of_month_year(a: int, b: int, month: int, year: int) -> Several | None:
    """Read two days of one month that are no range."""
    first, last = fixed_date(year, month, a), fixed_date(year, month, b)
    return Several((first, last)) if first and last else None


@rule(
    "{month} {a:day} <,> {b:day} <[,] (and|or|&)> {c:day} [[,] {year}]",
    "[the] {a:day} <,> [the] {b:day} <[,] (and|or|&)> [the] {c:day} [of] {month} [[,] {year}]",
    when=all_of(day_word, days_end),
)
def three_days_of_month(a: int, b: int, c: int, month: int, year: int | None = None) -> Several | None:
    """Read three days of one month: "Aug. 4, 5 and 6"."""
    days = [fixed_date(year, month, day) if year else month_day(month, day) for day in (a, b, c)]
    return Several(tuple(day for day in days if day)) if all(days) else None


@rule(
    "{month} {a:day} <-|to|through|thru|until|till> {b:day}",
    "<from> {month} {a:day} <-|to|through|thru|until|till> {b:day}",
    "<between> {month} {a:day} <and> {b:day}",
    "<from> [the] {a:day} <-|to|through|until|till> [the] {b:day} [of] {month}",
    "<between> [the] {a:day} <and> [the] {b:day} [of] {month}",
    "[the] {a:day} <-|to|/|through> [the] {b:day} [of] {month}",
    when=all_of(days_not_hours, days_end),
)
def days_of_month(a: int, b: int, month: int) -> Range | None:
    """Read two days of one month without a year as a range."""
    first, last = month_day(month, a), month_day(month, b)
    return Range(first, last) if first and last and a < b else None


@rule(
    "{month} {a:day} <to|through|thru|until|till> the {b:ordinal_day}",
    "[the] {a:ordinal_day} [of] {month} <-|to|through|thru|until|till> [the] {b:ordinal_day}",
    when=ordinal_ends,
    not_=["May 2 to the 3rd floor", "21st June to 26th July"],
)
def day_of_month_to_ordinal(a: int, b: int, month: int) -> Range | None:
    """Read "1st July to 15th", whose month is that of both days."""
    first, last = month_day(month, a), month_day(month, b)
    return Range(first, last) if first and last and a < b else None


@rule(
    "{month} {a:day} <and|,|&|or|+> {b:day}",
    "[the] {a:day} <and|,|&|or> [the] {b:day} [of] {month}",
    when=all_of(days_not_hours, days_end),
)
def two_days_of_month(a: int, b: int, month: int) -> Several | None:
    """Read two days of one month, without a year, that are no range."""
    first, last = month_day(month, a), month_day(month, b)
    return Several((first, last)) if first and last else None


@rule(
    "[the month of] {month} [,|of] {year}",
    "{month} - {year}",
    "{year} {month}",
    "<this> {month} [,] {year}",
    when=no_spoken_count,
    examples={"in May 1998": "1998-05", "September, 2001": "2001-09", "in May two thousand": "2000-05"},
    not_=["In May two thousand men had left."],
)
def month_of_year(month: int, year: int) -> Meaning | None:
    """Read a month of a year."""
    return fixed_date(year, month)


@rule(
    "{month} [of] {short_year}",
    "{month} - {short_year:two_digits}",
    when=tight_hyphen,
    examples={"in May '98": "1998-05"},
)
def month_of_short_year(month: int, short_year: int) -> Meaning | None:
    """Read a month of a year of two digits."""
    return fixed_date(short_year + (1900 if short_year >= 50 else 2000), month)


@rule(
    "[the] {season} [season] [of|in|,] {year}",
    "[the] {year} [-] {season}",
    "[the] {year} - {two_digits} {season}",
    "[the] {year} / {two_digits} {season}",
    "[the] {year} - {year2:year} {season}",
    "[the] {season} (of|in) {year} - {two_digits}",
    "[the] {season} (of|in) {year} - {year2:year}",
    "[the] {season} (of|in) {year} / {two_digits}",
    "[the] {season} {year} - {two_digits}",
    "[the] {season} {year} / {two_digits}",
    when=no_downfall,
    examples={"the summer of 1998": "1998-SU", "the winter of 1776-77": "1776-WI"},
    not_=["the king's fall in 1998", "the 1990 fall of the walls"],
)
def season_of_year(season: int, year: int, two_digits: int = 0, year2: int = 0) -> Meaning:  # noqa: ARG001
    """Read a season of a year; winter is named after the year of its December."""
    return At(Period(SEASON, year * 4 + season))


@rule(
    "[the] {a:season} <and|or|to|,> [the] [{part_edge}] {b:season} [of|in|,] {year}",
    "<from|between> [the] {a:season} <and|to|until> [the] {b:season} [of|in|,] {year}",
)
def two_seasons_of_year(a: int, b: int, year: int, part_edge: str | None = None) -> Several:
    """Read two seasons of one year."""
    last = At(Period(SEASON, year * 4 + b))
    return Several((At(Period(SEASON, year * 4 + a)), Edge(part_edge, last) if part_edge else last))


@rule(
    "[{weekday} [,]] {month} [the] {day}",
    "[{weekday} [,]] {day} [of] {month}",
    "[{weekday} [,]] the {day} [day] of {month}",
    "the {day} {month}",
    examples={"on Feb. 8": "2025-02-08", "the 3rd of March": "2025-03-03"},
    when=day_word,
)
def day_of_month(month: int, day: int, weekday: int | None = None) -> Meaning | None:
    """Read a day of a month whose year is left to the reader."""
    return _with_weekday(month_day(month, day), weekday)


@rule(
    "[the] {part} of {a:day} (-|/|to) {b:day} {month} [,] {year}",
    "[the] {part} of {month} {a:day} (-|/|to) {b:day} , {year}",
    "[the] {part} of {a:day} (-|/|to) {b:day} {month}",
    "[the] {part} of {month} {a:day} (-|/|to) {b:day}",
    "[the] {part} of {pair:day_pair} {month} [{year}]",
    examples={"the night of 3-4 May 1944": "1944-05-03TNI", "the night of May 3-4, 1944": "1944-05-03TNI"},
)
def night_between(
    part: str, month: int, a: int = 0, b: int = 0, year: int = 0, pair: tuple[int, int] = (0, 0)
) -> Meaning | None:
    """Read the night between two days as that of the first."""
    a, b = pair if pair[0] else (a, b)
    day = fixed_date(year, month, a) if year else month_day(month, a)
    return PartOf(part, day) if part == "NI" and b == a + 1 and day else None


@rule(
    "<(attacks|events|hijackings|aftermath|wake|victims|horrors|tragedy) of> {month} {day}",
    "<(attacks|events|hijackings|aftermath|wake|victims|horrors|tragedy) of> {day} {month}",
    examples={"in the wake of September 11": "2001-09-11"},
)
def eleventh_of_september(month: int, day: int) -> Meaning | None:
    """Read the eleventh of September behind what happened on it as that of 2001."""
    return fixed_date(2001, 9, 11) if (month, day) == (9, 11) else None


@rule(
    "[{weekday} [,]] {month} [the] {day} [[,] [of] {year}]",
    "[{weekday} [,]] [the] {day} [of] {month} [[,] [of] {year}]",
    when=no_such_day,
    not_=["On Feb. 30 it rained.", "On 31 April 2024 it rained.", "They left on Feb. 29, 2023."],
)
def no_day_of_month(month: int, day: int, year: int = 2024, weekday: int | None = None) -> Meaning | None:  # noqa: ARG001
    """Find a day that no calendar has, so that it is refused with its reason and not read as its month."""
    return None if exists(year, month, day) else Spot(SpotKind.MONTHDAY, month, day)


@rule("{no_date}", when=no_such_day, not_=["2018-13-45"])
def no_iso_day(no_date: str) -> Meaning:  # noqa: ARG001
    """Find a day written as ISO 8601 that no calendar has."""
    return Spot(SpotKind.MONTHDAY)


@rule("{numdate}", "{weekday} [,] {numdate}", when=no_such_day, not_=["The form says 50/6/2018."])
def no_numeric_day(numdate: tuple[int, int, str, str], weekday: int | None = None) -> Meaning | None:  # noqa: ARG001
    """Find three numbers that look like a day and are none."""
    return None if date_of(*numdate) else Spot(SpotKind.MONTHDAY)


@rule(
    "the {parts} of [the] {a:day} <and|,> [the] {b:day} [of] {month} [{year}]",
    "the {parts} of {month} {a:day} <and|,> {b:day} [, {year}]",
)
def two_parts_of_days(parts: str, a: int, b: int, month: int, year: int = 0) -> Several | None:
    """Read "the nights of 11 and 13 June" as two."""
    first, last = (fixed_date(year, month, day) if year else month_day(month, day) for day in (a, b))
    return Several((PartOf(parts, first), PartOf(parts, last))) if first and last else None


@rule(
    "{day} {month} {any_year}",
    "{month} {day} , {any_year}",
    only=("narrative",),
    when=old_year_of_day,
    examples={"on 21 July 365": "0365-07-21"},
)
def day_of_old_year(month: int, day: int, any_year: int) -> Meaning | None:
    """Read a full date of the first thousand years, which only histories have: "21 July 365"."""
    return fixed_date(any_year, month, day) if 100 <= any_year <= 999 else None


@rule("{month} [,|of] {any_year}", only=("narrative",), when=old_year_here, examples={"in August 378": "0378-08"})
def month_of_old_year(month: int, any_year: int) -> Meaning | None:
    """Read a month of the first thousand years."""
    return fixed_date(any_year, month) if 100 <= any_year <= 999 else None

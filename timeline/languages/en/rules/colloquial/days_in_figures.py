"""Days as messages write them in figures: "10/24", "july4th", "on the 4th", "Fri 14th"."""

from __future__ import annotations

from timeline.calendar import YEAR
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing, year_of_then
from timeline.languages.en.around.chat_days import in_figures, named_or_waited_for, ranks_nothing
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.slashes import slash_date
from timeline.languages.numeric import fixed_date, month_day
from timeline.meaning import (
    Dated,
    Meaning,
    Range,
    Several,
    ShortYear,
    Spot,
    SpotKind,
)

_CHAT = ("colloquial",)


@rule(
    "[{weekday} [,|lparen]] {slash_day}",
    when=slash_date,
    only=_CHAT,
    examples={"closes 10/24": "2025-10-24", "out on 3/7!": "2025-03-07", "fri 2/14": "2025-02-14"},
    not_=["7/10 would eat here again", "open 24/7", "3/16 inch", "got 12/20 lol"],
)
def slash_day(slash_day: tuple[int, int], weekday: int | None = None) -> Meaning | None:
    """Read a month and a day in figures."""
    date = month_day(*slash_day)
    return Dated(date, weekday) if date and weekday is not None else date


@rule("{a:slash_day} <-|to|thru|through> {b:slash_day}", only=_CHAT)
def slash_days(a: tuple[int, int], b: tuple[int, int]) -> Range | None:
    """Read two days in figures as a range."""
    first, last = month_day(*a), month_day(*b)
    return Range(first, last) if first and last else None


@rule("{glued_day}", only=_CHAT, examples={"#july4th sale": "2025-07-04"})
def glued_day(glued_day: tuple[int, int]) -> Meaning | None:
    """Read a month with its day written onto it."""
    return month_day(*glued_day)


@rule("{glued_year}", only=_CHAT, examples={"#dec2014": "2014-12"})
def glued_year(glued_year: tuple[int, int]) -> Meaning | None:
    """Read a month with its year written onto it."""
    return fixed_date(glued_year[1], glued_year[0])


@rule(
    "<on|by|until|is|its|'s|before|after|from|since|do|due|for|about|off> the {ordinal_day}",
    when=all_of(counts_nothing, in_figures),
    only=_CHAT,
    examples={"on the 4th we grill": "2025-03-04", "payday is the 28th": "2025-02-28"},
    not_=["on the 4th floor", "this is the 2nd time", "3 yrs after the first."],
)
def chat_day_alone(ordinal_day: int) -> Meaning:
    """Read a day whose month is left to the reader, before any word that it cannot count."""
    return Spot(SpotKind.MONTH_DAY, day=ordinal_day)


@rule(
    "the {ordinal_day}",
    when=named_or_waited_for,
    only=_CHAT,
    examples={
        "the 28th can't come soon enough": "2025-02-28",
        "omg the 17th is payday": "2025-02-17",
        "the 8th is election day": "2025-03-08",
    },
    not_=["the 2nd is better", "the 21st is my favourite century", "see the 18th is a par 5", "the 3rd is my fave"],
)
def day_waited_for(ordinal_day: int) -> Meaning:
    """Read "the 28th can't come soon enough": of what it is told nothing else is so high in number."""
    return Spot(SpotKind.MONTH_DAY, day=ordinal_day)


@rule(
    "{weekday} [the] {ordinal_day}",
    when=ranks_nothing,
    only=_CHAT,
    examples={"Fri 14th: quiz": "2025-02-14", "friday the 14th!": "2025-02-14", "mon 17th works": "2025-02-17"},
    not_=["Saturday 2nd half highlights"],
)
def weekday_and_ordinal(weekday: int, ordinal_day: int) -> Meaning:
    """Read a weekday with its day of the month."""
    return Dated(Spot(SpotKind.MONTH_DAY, day=ordinal_day), weekday)


@rule(
    "<on|by|from|off> the {a:ordinal_day} <and|&|or|-|,|to> [the] {b:ordinal_day}",
    "the {a:ordinal_day} <-|to|thru|through|until> [the] {b:ordinal_day}",
    when=counts_nothing,
    only=_CHAT,
)
def chat_two_days(a: int, b: int) -> Range:
    """Read "on the 15th and 16th" together, as both are of one month."""
    return Range(Spot(SpotKind.MONTH_DAY, day=a), Spot(SpotKind.MONTH_DAY, day=b))


@rule(
    "the {a:ordinal_day} <,|/> [the] {b:ordinal_day} <[,] (and|&|or|/)> [the] {c:ordinal_day}",
    when=counts_nothing,
    only=_CHAT,
)
def chat_three_days(a: int, b: int, c: int) -> Several:
    """Read "the 14th, 15th or 19th" together."""
    return Several(tuple(Spot(SpotKind.MONTH_DAY, day=day) for day in (a, b, c)))


@rule(
    "<since> {two_digits}",
    "<(born|way back) in> {two_digits}",
    when=year_of_then,
    only=_CHAT,
    examples={"best side since 94": "1994", "since 82, still going": "1982"},
    not_=["best since 70 people came", "since 12"],
)
def bare_short_year(two_digits: int) -> Meaning | None:
    """Read a year of two digits without its apostrophe behind "since"."""
    return ShortYear(two_digits, YEAR) if two_digits >= 30 else None

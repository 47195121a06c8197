"""Dates and hours as messages write them: "10/24", "8p", "9ish", "sat & sun", "july4th", "the other day"."""

from __future__ import annotations

from timeline.calendar import DAY, MONTH, SEASON, YEAR, Granularity, Period
from timeline.grammar.rule import rule
from timeline.languages.en.chat_around import (
    beside_time,
    counts_nothing,
    letter_time,
    slash_date,
    small_month,
    young,
)
from timeline.languages.numeric import fixed_date, month_day
from timeline.meaning import PUBLISHED, At, Clock, Dated, Edge, Length, Meaning, Range, Several, Shift, Spot, SpotKind, Vague

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


# ---- weekdays and months ----


@rule(
    "{weekday:weekday}",
    when=beside_time,
    only=_CHAT,
    examples={"off sun and mon": "2025-02-16", "gym mon morning": "2025-02-17TMO"},
    not_=["we sat and ate", "sun and sand"],
)
def weekday_beside_time(weekday: int) -> Meaning:
    """Read a weekday in short that is no word, as there is a time beside it."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule("this {weekday:weekday}", only=_CHAT, examples={"we won this sun": "2025-02-09", "gig this sun": "2025-02-16"})
def chat_this_weekday(weekday: int) -> Meaning:
    """Read "this sun" by its verb: messages say it of the last one as well."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "{month} {a:day} <-|to|&|and> {b:day} <lparen> {c:weekday} <-|to|&|and> {d:weekday}",
    "{a:day} <-|to|&|and> {b:day} {month} <lparen> {c:weekday} <-|to|&|and> {d:weekday}",
    only=_CHAT,
)
def days_with_weekdays(month: int, a: int, b: int, c: int, d: int) -> Several | None:
    """Read two days with the weekdays they are: "May 5 - 6 (Tue-Wed)"."""
    first, last = month_day(month, a), month_day(month, b)
    return Several((first, last, Dated(first, c), Dated(last, d))) if first and last and a < b else None


@rule("{month:month}", when=small_month, only=_CHAT, examples={"since jan": "2025-01"}, not_=["i may go", "we march on"])
def month_in_small_letters(month: int) -> Meaning:
    """Read a month written small."""
    return Spot(SpotKind.MONTH, month)


@rule("{season} [of] {short_year}", only=_CHAT, examples={"back in summer '09": "2009-SU"})
def season_of_short_year(season: int, short_year: int) -> Meaning:
    """Read a season of a year of two digits."""
    return At(Period(SEASON, (short_year + (1900 if short_year >= 50 else 2000)) * 4 + season))


# ---- days in figures ----


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
    "<on|by|until> the {ordinal_day}",
    when=counts_nothing,
    only=_CHAT,
    examples={"on the 4th we grill": "2025-03-04"},
    not_=["on the 4th floor"],
)
def chat_day_alone(ordinal_day: int) -> Meaning:
    """Read a day whose month is left to the reader, before any word that it cannot count."""
    return Spot(SpotKind.MONTH_DAY, day=ordinal_day)


# ---- hours ----


@rule("{letter_clock}", when=letter_time, only=_CHAT, examples={"doors at 8p": "2025-02-11T20:00"}, not_=["for 10p"])
def letter_time_of_day(letter_clock: tuple[int, int]) -> Meaning:
    """Read an hour with half a word for the half of the day."""
    return Clock(*letter_clock, None, None, _TODAY)


@rule("{a:letter_clock} <-|to|until> {b:letter_clock}", only=_CHAT)
def letter_times(a: tuple[int, int], b: tuple[int, int]) -> Range:
    """Read "10a-4p"."""
    return Range(Clock(*a, None, None, _TODAY), Clock(*b, None, None, _TODAY))


@rule(
    "{about_clock}",
    when=counts_nothing,
    only=_CHAT,
    examples={"home by 9ish": "2025-02-11T09:00", "around 7pmish": "2025-02-11T19:00"},
)
def about_hour(about_clock: tuple[int, int]) -> Meaning:
    """Read "9ish"."""
    return Edge("APPROX", Clock(*about_clock, None, None, _TODAY))


@rule(
    "{about_clock} {tonight}",
    "{tonight} [at|around|@] {about_clock}",
    only=_CHAT,
    examples={"come over 8ish tonight": "2025-02-11T20:00"},
)
def about_hour_tonight(about_clock: tuple[int, int], tonight: str) -> Meaning:  # noqa: ARG001
    """Read "8ish tonight"."""
    hour, minute = about_clock
    return Edge("APPROX", Clock(hour + 12 if hour < 12 else hour, minute, None, None, _TODAY))


@rule(
    "<at|by|until|from|about|abt|around|ard|@> {short_clock}",
    when=counts_nothing,
    only=_CHAT,
    examples={"up at 530 for work": "2025-02-11T05:30"},
    not_=["bake at 350 degrees"],
)
def three_digit_time(short_clock: tuple[int, int]) -> Meaning:
    """Read "at 530" as a time of day."""
    return Clock(*short_clock, None, None, _TODAY)


# ---- lengths ----


@rule("{tiny_length}", only=_CHAT, examples={"took 1h30m": "PT1H30M", "in 6mos": "P6M"})
def tiny_length(tiny_length: tuple[tuple[int, Granularity], ...]) -> Meaning | None:
    """Read a length whose units are single letters."""
    return Length(tiny_length) if len(tiny_length) > 1 or tiny_length[0][1] is MONTH else None


@rule("{tiny_length} ago", only=_CHAT, examples={"posted 3d ago": "2025-02-08"})
def tiny_length_ago(tiny_length: tuple[tuple[int, Granularity], ...]) -> Meaning:
    """Step back by a length whose unit is a single letter."""
    number, unit = tiny_length[0]
    return Shift(-number, unit, PUBLISHED)


@rule(
    "{count} {unit} old",
    when=young,
    only=_CHAT,
    examples={"our pup is 16 days old": "P16D"},
    not_=["he is 21 years old"],
)
def young_age(count: float, unit: Granularity) -> Meaning | None:
    """Read an age of less than years as a length; who is years old is not dated by it."""
    return Length(((count, unit),)) if unit < YEAR else None


# ---- far off ----


@rule("the other {one_unit}", only=_CHAT, examples={"saw her the other day": "PAST_REF"})
def the_other_unit(one_unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read "the other day" as some time ago."""
    return Vague("PAST_REF")


@rule("the other {part}", only=_CHAT, examples={"the other night was wild": "PAST_REF"})
def the_other_part(part: str) -> Meaning:  # noqa: ARG001
    """Read "the other night" as some time ago."""
    return Vague("PAST_REF")


@rule("future", only=_CHAT, examples={"what is my future": "FUTURE_REF"})
def bare_future() -> Meaning:
    """Read the future without an article."""
    return Vague("FUTURE_REF")



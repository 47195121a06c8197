"""Weekdays, months and seasons as messages write them: "sat & sun", "since nov", "2 weeks today", "the other day"."""

from __future__ import annotations

from timeline.calendar import DAY, SEASON, WEEK, WEEKEND, Period
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import (
    beside_time,
    closes_clause,
    no_anniversary,
    no_list,
    no_marching,
    small_month,
    with_capital,
    year_of_then,
)
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.plans import announced, gone_by, noted_down
from timeline.languages.en.rules.clock import time_of
from timeline.languages.numeric import Figures, month_day
from timeline.meaning import (
    PUBLISHED,
    At,
    Dated,
    Meaning,
    Nth,
    Several,
    Shift,
    Spot,
    SpotKind,
    Step,
)

_CHAT = ("colloquial",)
_TOMORROW = Shift(1, DAY, PUBLISHED)


@rule(
    "{weekday:weekday}",
    when=beside_time,
    only=_CHAT,
    examples={"car boot sat 3-4": "2025-02-15"},
    not_=["we sat and ate", "sun and sand"],
)
def weekday_beside_time(weekday: int) -> Meaning:
    """Read a weekday in short that is no word, as there is a time beside it."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "this {noted:weekday}",
    when=noted_down,
    only=_CHAT,
    examples={"secret santa this thurs, i bought a mug": "2025-02-13"},
)
def weekday_noted(noted: int) -> Meaning:
    """Read "gig this fri, just got tickets" as one to come: what one got for it is told behind it."""
    return Step(0, Spot(SpotKind.WEEKDAY, noted), PUBLISHED)


@rule("this {weekday:weekday}", only=_CHAT, examples={"we won this sun": "2025-02-09", "gig this sun": "2025-02-16"})
def chat_this_weekday(weekday: int) -> Meaning:
    """Read "this sun" by its verb: messages say it of the last one as well."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "this {weekday:weekday} [,|at|@] {hour} {ampm}",
    "this {weekday:weekday} [,|at|@] {clock} [{ampm}]",
    when=announced,
    only=_CHAT,
    examples={"winners announced this Sunday @ 6pm": "2025-02-16T18:00"},
)
def this_weekday_with_hour(
    weekday: int, hour: int = 0, ampm: str | None = None, clock: Figures | None = None
) -> Meaning | None:
    """Read "this Sunday @ 6pm" as one to come: who gives the hour with "this" announces."""
    day = Step(0, Spot(SpotKind.WEEKDAY, weekday), PUBLISHED)
    return time_of(clock.hour, clock.minute, ampm, day) if clock else time_of(hour, 0, ampm, day)


@rule(
    "this {last:weekday} [,|at|@] {hour} {ampm}",
    "this {last:weekday} [,|at|@] {clock} [{ampm}]",
    when=gone_by,
    only=_CHAT,
    examples={"went this sunday at 6pm": "2025-02-09T18:00", "this sunday at 6pm was great": "2025-02-09T18:00"},
)
def this_last_weekday_with_hour(
    last: int, hour: int = 0, ampm: str | None = None, clock: Figures | None = None
) -> Meaning | None:
    """Read "this Sunday at 6pm" as the last one where a verb tells of it."""
    day = Step(-1, Spot(SpotKind.WEEKDAY, last), _TOMORROW)
    return time_of(clock.hour, clock.minute, ampm, day) if clock else time_of(hour, 0, ampm, day)


@rule(
    "next {weekday:weekday}",
    only=_CHAT,
    examples={"see you next Wednesday": "2025-02-19", "see you next thurs": "2025-02-13"},
)
def chat_next_weekday(weekday: int) -> Meaning:
    """Read "next Friday" on a Thursday as the one after tomorrow's, which would be called tomorrow."""
    return Step(1, Spot(SpotKind.WEEKDAY, weekday), Shift(1, DAY, PUBLISHED))


@rule(
    "{month} {a:day} <-|to|&|and> {b:day} <lparen> {c:weekday} <-|to|&|and> {d:weekday}",
    "{a:day} <-|to|&|and> {b:day} {month} <lparen> {c:weekday} <-|to|&|and> {d:weekday}",
    only=_CHAT,
)
def days_with_weekdays(month: int, a: int, b: int, c: int, d: int) -> Several | None:
    """Read two days with the weekdays they are: "May 5 - 6 (Tue-Wed)"."""
    first, last = month_day(month, a), month_day(month, b)
    return Several((first, last, Dated(first, c), Dated(last, d))) if first and last and a < b else None


@rule(
    "{month:month}", when=small_month, only=_CHAT, examples={"since jan": "2025-01"}, not_=["i may go", "we march on"]
)
def month_in_small_letters(month: int) -> Meaning:
    """Read a month written small."""
    return Spot(SpotKind.MONTH, month)


@rule(
    "{last_or_next} {month:month}",
    when=no_marching,
    only=_CHAT,
    examples={"single since last march": "2024-03", "wedding next may!": "2025-05"},
    not_=["the last march for peace", "the next may be it", "our last march on parliament", "last may i add"],
)
def month_beside(last_or_next: int, month: int) -> Meaning:
    """Read "last march" and "next may", which are words elsewhere when written small."""
    return Step(last_or_next, Spot(SpotKind.MONTH, month), PUBLISHED)


@rule(
    "{month:month} <(hols|holidays|intake|exams|sale|sales|babies|rent|issue|edition|salary|collection|calendar)>",
    when=with_capital,
    only=_CHAT,
    examples={"tickets for Dec hols": "2025-12", "Shop March Collection": "2025-03"},
    not_=["we may sale on"],
)
def month_of_noun(month: int) -> Meaning:
    """Read a month by what it has: exams and collections are named by it, people are not."""
    return Spot(SpotKind.MONTH, month)


@rule(
    "{season} {two_digits}",
    "[the] {season} of {two_digits}",
    when=year_of_then,
    only=_CHAT,
    examples={"summer 18 was the one": "2018-SU"},
    not_=["spring 20 clean", "summer 35"],
)
def season_of_bare_year(season: int, two_digits: int) -> Meaning | None:
    """Read "summer 18" like "summer '18"."""
    return season_of(season, two_digits) if two_digits < 30 or two_digits >= 60 else None


@rule(
    "[the] {season} [of] {short_year}",
    only=_CHAT,
    examples={"back in summer '09": "2009-SU", "who remembers the winter of '62": "1962-WI"},
)
def season_of_short_year(season: int, short_year: int) -> Meaning:
    """Read a season of a year of two digits."""
    return season_of(season, short_year)


def season_of(season: int, year: int) -> Meaning:
    """Give a season of a year of two digits."""
    return At(Period(SEASON, (year + (1900 if year >= 50 else 2000)) * 4 + season))


@rule("{count} {weekdays} ago", examples={"two fridays ago": "2025-01-31"})
def weekdays_ago(count: int, weekdays: int) -> Meaning:
    """Step back by weekdays."""
    latest = Step(-1, Spot(SpotKind.WEEKDAY, weekdays), PUBLISHED)
    return Shift(1 - int(count), WEEK, latest, keep=DAY)


@rule(
    "{day} {month} {weekday}",
    "{month} {day} {weekday}",
    when=all_of(no_list, closes_clause),
    only=_CHAT,
    examples={"live on 14 february friday": "2025-02-14"},
    not_=["exam 12 feb monday results", "we land 5 march saturday is free"],
)
def day_and_weekday(day: int, month: int, weekday: int) -> Meaning | None:
    """Read "14th December Friday" as one day."""
    date = month_day(month, day)
    return Dated(date, weekday) if date else None


@rule(
    "{count} (week|weeks) {today}",
    "{count} (week|weeks) {today:tomorrow}",
    "{a} week {today}",
    "{a} week {today:tomorrow}",
    when=no_anniversary,
    only=_CHAT,
    examples={"we fly 2 weeks today": "2025-02-25", "a week tomorrow": "2025-02-19"},
    not_=["3 weeks today since he left"],
)
def weeks_today(today: int, count: float = 1, a: int = 1) -> Meaning | None:  # noqa: ARG001
    """Read "2 weeks today" as the day so far ahead."""
    return Shift(int(count), WEEK, Shift(today, DAY, PUBLISHED), keep=DAY) if float(count).is_integer() else None


@rule(
    "[the] weekend [of] {last_or_next} week",
    only=_CHAT,
    examples={"we move house weekend next week": "2025-W08-WE"},
)
def weekend_of_week(last_or_next: int) -> Meaning:
    """Read the weekend of the week before or after this one."""
    return Shift(last_or_next, WEEKEND, PUBLISHED)


@rule("{last_or_next} weekends", only=_CHAT, examples={"next weekends party": "2025-W08-WE"})
def weekend_without_apostrophe(last_or_next: int) -> Meaning:
    """Read "next weekends" before what is on it."""
    return Shift(last_or_next, WEEKEND, PUBLISHED)


@rule(
    "[the] {ordinal} weekend (of|in) {month}",
    "[the] last weekend (of|in) {month}",
    only=_CHAT,
    examples={"the last weekend of june": "2025-W26-WE"},
)
def nth_weekend(month: int, ordinal: int = -1) -> Meaning:
    """Read the first weekend of a month: that of its first Saturday."""
    return Shift(0, WEEKEND, Nth(ordinal, Spot(SpotKind.WEEKDAY, 5), Spot(SpotKind.MONTH, month)), keep=WEEKEND)


@rule(
    "(all|whole|entire|full) day {today}",
    "the (whole|entire|full) day {today}",
    "(all|whole|entire|full) day {today:tomorrow}",
    "the (whole|entire|full) day {today:tomorrow}",
    "(all|whole|entire|full) day {today:yesterday}",
    "the (whole|entire|full) day {today:yesterday}",
    only=_CHAT,
    examples={"slept the whole day yesterday": "2025-02-10", "rain all day tomorrow": "2025-02-12"},
)
def whole_day(today: int) -> Meaning:
    """Read "the whole day tomorrow" as that day."""
    return Shift(today, DAY, PUBLISHED)

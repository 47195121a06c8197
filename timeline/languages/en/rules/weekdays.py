"""Weekdays reckoned from the publish date: last Friday, Tuesday of last week, a week from Monday."""

from __future__ import annotations

from timeline.calendar import DAY, MONTH, WEEK, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.match import all_of, no_programme
from timeline.languages.en.around.parts import weekday_not_before
from timeline.languages.en.around.weekdays import no_guest, no_noun_follows, weekday_word
from timeline.languages.numeric import fixed_date, month_day
from timeline.meaning import PUBLISHED, Dated, Meaning, Nth, PartOf, Shift, Spot, SpotKind, Step, Within


def weekday_spot(weekday: int) -> Spot:
    """Name a weekday as a spot."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule("{weekday}", when=weekday_word, examples={"They met on Saturday.": "2025-02-08"}, not_=["He sat down."])
def weekday_alone(weekday: int) -> Meaning:
    """Read a weekday whose week is left to the reader."""
    return weekday_spot(weekday)


@rule(
    "the {weekday}",
    only=("narrative", "news"),
    when=all_of(weekday_word, no_noun_follows),
    examples={"On the Saturday they met.": "2025-02-08"},
    not_=["The Sunday paper lay there."],
)
def the_weekday(weekday: int) -> Meaning:
    """Read "on the Sunday", of the week that is told."""
    return weekday_spot(weekday)


@rule(
    "the {weekday} {part}",
    only=("narrative", "news"),
    when=all_of(weekday_word, no_noun_follows),
    examples={"On the Saturday evening they met.": "2025-02-08TEV"},
    not_=["The Sunday morning paper lay there."],
)
def part_of_the_weekday(weekday: int, part: str) -> Meaning:
    """Read "on the Thursday evening"."""
    return PartOf(part, weekday_spot(weekday))


@rule(
    "(last|this past|past) {weekday}",
    when=all_of(weekday_word, weekday_not_before),
    examples={"last Saturday": "2025-02-08"},
)
def last_weekday(weekday: int) -> Meaning:
    """Read the latest such weekday before the publish date."""
    return Step(-1, weekday_spot(weekday), PUBLISHED)


@rule("this {weekday}", when=weekday_word, examples={"this Friday": "2025-02-14"})
def this_weekday(weekday: int) -> Meaning:
    """Read such a weekday, nearest to come."""
    return Step(0, weekday_spot(weekday), PUBLISHED)


@rule(
    "next {weekday}",
    "[the|this] (coming|upcoming) {weekday}",
    "<as soon as> {weekday}",
    when=all_of(weekday_word, no_guest),
    examples={"next Friday": "2025-02-14", "this coming Sunday": "2025-02-16"},
)
def next_weekday(weekday: int) -> Meaning:
    """Read the first such weekday after the publish date."""
    return Step(1, weekday_spot(weekday), PUBLISHED)


@rule(
    "(next|coming|upcoming) {weekday} [,|lparen] {month} {day}",
    "(next|coming|upcoming) {weekday} [,|lparen] [the] {day} [of] {month}",
    examples={"next Saturday, 22 February": "2025-02-22"},
)
def next_weekday_dated(weekday: int, month: int, day: int) -> Meaning | None:
    """Leave what "next" means to the date behind it."""
    date = month_day(month, day)
    return Dated(date, weekday) if date else None


@rule(
    "{weekday} [of] last week",
    "last week [on] {weekday}",
    "last week 's {weekday}",
    examples={"on Monday last week": "2025-02-03", "on Tuesday of last week": "2025-02-04"},
)
def weekday_last_week(weekday: int) -> Meaning:
    """Read a weekday of last week."""
    return Within(weekday_spot(weekday), Shift(-1, WEEK, PUBLISHED))


@rule(
    "{weekday} [of] this week",
    "this week on {weekday}",
    when=no_programme,
    examples={"on Monday this week": "2025-02-10"},
    not_=["She was on This Week on Sunday."],
)
def weekday_this_week(weekday: int) -> Meaning:
    """Read a weekday of this week."""
    return Within(weekday_spot(weekday), Shift(0, WEEK, PUBLISHED))


@rule("{weekday} [of] next week", "next week on {weekday}", examples={"on Monday of next week": "2025-02-17"})
def weekday_next_week(weekday: int) -> Meaning:
    """Read a weekday of next week."""
    return Within(weekday_spot(weekday), Shift(1, WEEK, PUBLISHED))


@rule(
    "a week ago [on|last] {weekday}", examples={"a week ago Monday": "2025-02-03", "a week ago Tuesday": "2025-02-04"}
)
def week_ago_weekday(weekday: int) -> Meaning:
    """Read the weekday a week before the latest one; said on that weekday, today is the latest."""
    return Shift(-1, WEEK, Step(-1, weekday_spot(weekday), Shift(1, DAY, PUBLISHED)))


@rule("{count} weeks ago [on|last] {weekday}", examples={"three weeks ago Friday": "2025-01-17"})
def weeks_ago_weekday(count: float, weekday: int) -> Meaning:
    """Read the weekday so many weeks before the latest one."""
    return Shift(-int(count), WEEK, Step(-1, weekday_spot(weekday), Shift(1, DAY, PUBLISHED)))


@rule(
    "{count} {unit} ago [on] [last|this] {weekday}",
    "{a} {unit} ago [on] [last|this] {weekday}",
    examples={"One year ago Thursday it closed.": "2024-02-06", "a month ago Sunday": "2025-01-09"},
    not_=["two days ago Monday's vote was lost"],
)
def units_ago_weekday(
    unit: Granularity,
    weekday: int,
    count: float = 1,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read the day so many years before the latest such weekday; of weeks a rule of their own tells."""
    latest = Step(-1, weekday_spot(weekday), Shift(1, DAY, PUBLISHED))
    return Shift(-int(count), unit, latest, keep=DAY) if unit in (MONTH, YEAR) and count % 1 == 0 else None


@rule(
    "(a|one) week from [next|this] {weekday}",
    "a week on {weekday}",
    "a week {weekday}",
    "{weekday} week",
    examples={"a week from Friday": "2025-02-21"},
)
def week_from_weekday(weekday: int) -> Meaning:
    """Read the weekday a week after the next one."""
    return Shift(1, WEEK, Step(1, weekday_spot(weekday), PUBLISHED))


@rule(
    "a week last {weekday}",
    "last {weekday} week",
    examples={"It broke a week last Friday.": "2025-01-31", "We crossed last Wednesday week.": "2025-01-29"},
)
def week_before_weekday(weekday: int) -> Meaning:
    """Read the weekday a week before the latest one, as the British say it."""
    return Shift(-1, WEEK, Step(-1, weekday_spot(weekday), PUBLISHED))


@rule("{count} weeks from [next|this] {weekday}", examples={"two weeks from Friday": "2025-02-28"})
def weeks_from_weekday(count: float, weekday: int) -> Meaning:
    """Read the weekday some weeks after the next one."""
    return Shift(int(count), WEEK, Step(1, weekday_spot(weekday), PUBLISHED))


@rule("<on> {weekday} in {count} weeks", examples={"It opens on Monday in two weeks.": "2025-02-24"})
def weekday_in_weeks(weekday: int, count: float) -> Meaning | None:
    """Read the weekday of the week that lies so many weeks ahead."""
    return Within(weekday_spot(weekday), Shift(int(count), WEEK, PUBLISHED)) if float(count).is_integer() else None


@rule("[the] {weekday} (before last|before that)", examples={"the Friday before last": "2025-01-31"})
def weekday_before_last(weekday: int) -> Meaning:
    """Read the weekday a week before the latest one."""
    return Shift(-1, WEEK, Step(-1, weekday_spot(weekday), PUBLISHED))


@rule(
    "[the] {ordinal} {weekday} (of|in) {month} [[,|of] {year}]",
    examples={"the first Monday in March 2024": "2024-03-04"},
)
def nth_weekday_of_month(ordinal: int, weekday: int, month: int, year: int | None = None) -> Meaning:
    """Read the second Tuesday of a month."""
    return Nth(ordinal, weekday_spot(weekday), _month(month, year))


@rule(
    "[the] (last|final) {weekday} (of|in) {month} [[,|of] {year}]",
    examples={"the last Friday of June 2024": "2024-06-28"},
)
def last_weekday_of_month(weekday: int, month: int, year: int | None = None) -> Meaning:
    """Read the last Friday of a month."""
    return Nth(-1, weekday_spot(weekday), _month(month, year))


def _month(month: int, year: int | None) -> Meaning:
    return Spot(SpotKind.MONTH, month) if year is None else fixed_date(year, month) or Spot(SpotKind.MONTH, month)

"""Named days, and days that are named by something, as messages write them: "happy labour day", "on valentines"."""

from __future__ import annotations

from timeline.calendar import DAY, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing
from timeline.languages.en.around.occasions import (
    greeted,
    no_pupils,
    opens_memory,
    still_so,
    wished,
)
from timeline.meaning import PUBLISHED, Meaning, Shift, ShortYear, Spot, SpotKind, Step

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)
_VALENTINES = 6  # by their numbers in feasts.toml
_OF_EACH_LAND = (49, 52)  # Mother's Day and Labour Day
_HALF_A_WEEK = 4  # days; the latest one before them is the nearest of all
_RECALLED = 10  # years; what is farther back is told by the year


@rule("<happy|merry|blessed> {feast:feast}", only=_CHAT, examples={"happy valentine's day!": "2025-02-14"})
def greeting(feast: int) -> Meaning:
    """Read the day of a greeting, which elsewhere may be a name; where lands differ, it is greeted on its day."""
    return _TODAY if feast in _OF_EACH_LAND else Spot(SpotKind.FEAST, feast)


@rule(
    "<happy> {weekday:weekday}",
    when=wished,
    only=_CHAT,
    examples={"Happy Monday y'all": "2025-02-10", "morning all, happy friday!": "2025-02-14"},
)
def happy_weekday(weekday: int) -> Meaning:
    """Read "happy Friday", which is wished on the day itself or by those who are a day early or late."""
    return Step(-1, Spot(SpotKind.WEEKDAY, weekday), Shift(_HALF_A_WEEK, DAY, PUBLISHED))


@rule("day", when=greeted, only=_CHAT, examples={"happy teachers day!": "2025-02-11"}, not_=["happy first day of term"])
def greeted_day() -> Meaning:
    """Read the day of a greeting that no calendar here knows as today: "happy national day"."""
    return _TODAY


@rule(
    "<on|for|until|till|before|after|this|happy> (valentine|valentines|valentine's)",
    when=counts_nothing,
    only=_CHAT,
    examples={"single on valentines again": "2025-02-14"},
    not_=["card for valentines cards"],
)
def valentines() -> Meaning:
    """Read Valentine's Day without its "day"."""
    return Spot(SpotKind.FEAST, _VALENTINES)


@rule("{count} {unit} after {feast}", only=_CHAT, examples={"3 days after xmas": "2024-12-28"})
def units_after_feast(count: float, unit: Granularity, feast: int) -> Meaning:
    """Step forward from a named day."""
    return Shift(int(count), unit, Spot(SpotKind.FEAST, feast))


@rule(
    "<until|till|til> {weekday}",
    when=still_so,
    only=_CHAT,
    examples={"got camp until Sunday": "2025-02-16", "they shut it till Friday": "2025-02-14"},
)
def weekday_to_come(weekday: int) -> Meaning:
    """Read the end of what was settled as one to come, though its verb is in the past."""
    return Step(1, Spot(SpotKind.WEEKDAY, weekday), PUBLISHED)


@rule(
    "{weekday} <'s> <[match|race|game|gig|meeting] (report|reports|results|score|scores|winner|winners|recap)>",
    only=_CHAT,
    examples={"Sunday's match report is up": "2025-02-09"},
)
def weekday_reported(weekday: int) -> Meaning:
    """Read the day of what is reported as the last one, though the report is to come."""
    return Step(-1, Spot(SpotKind.WEEKDAY, weekday), Shift(1, DAY, PUBLISHED))


@rule(
    "<(notes|pics|pictures|photos|footage|video|videos|highlights|leftovers|results|scenes) from> {weekday}",
    only=_CHAT,
    examples={"who has the notes from Thursday??": "2025-02-06"},
)
def weekday_left_of(weekday: int) -> Meaning:
    """Read the day of which something is left as the last one: "pics from Saturday"."""
    return Step(-1, Spot(SpotKind.WEEKDAY, weekday), Shift(1, DAY, PUBLISHED))


@rule(
    "{count} (year|years|yrs|yr) ago",
    "{a} (year|yr) ago",
    when=opens_memory,
    only=_CHAT,
    examples={"Three years ago, we moved in": "2022-02-11", "Photo: a year ago, same beach": "2024-02-11"},
)
def anniversary(count: float = 1, a: int = 1) -> Meaning | None:  # noqa: ARG001
    """Read the years with which a message opens a memory as the anniversary that it is."""
    return Shift(-int(count), YEAR, PUBLISHED, keep=DAY) if float(count).is_integer() and count <= _RECALLED else None


@rule(
    "<class of> {two_digits}",
    when=no_pupils,
    only=_CHAT,
    examples={"the Class of 05 reunion": "2005"},
    not_=["a class of 25 kids", "a class of 20 8 year olds"],
)
def class_of_year(two_digits: int) -> Meaning:
    """Read the year of a class without its apostrophe."""
    return ShortYear(two_digits, YEAR)

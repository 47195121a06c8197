"""Two times told in one breath -> one read by the other: ends of a range, a list of weekdays, a day of that week."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, MINUTE, MONTH, YEAR, Period, coarsen, first_day, shift
from timeline.grammar.language import Language
from timeline.meaning import OF_A_YEAR, At, Clock, Edge, Meaning, PartOf, Shift, Spot, SpotKind, Step, spot_of
from timeline.model import Mention, Timex
from timeline.resolver.reading import Surroundings, on_period
from timeline.resolver.spots import around
from timeline.resolver.story import Story
from timeline.resolver.within import within_last

_NOT_AHEAD: Final = ("past", "same")
_WIDE: Final = frozenset({Shift, Edge, Step, At})
_OF_MONTHS: Final = (SpotKind.MONTH, SpotKind.MONTHDAY)
_HALF_DAY: Final = 12 * 60  # minutes
_LISTED: Final = re.compile(r"[^.;:!?\n()]{1,9}")


def range_read(first: Timex, last: Timex, near: Surroundings) -> tuple[Timex, Timex]:
    """Read both ends of a range together; one of the past ends by the publish date: "doubled from May to July"."""
    last = _after_first(first, last, near.language)
    begun = first.direction == "past" and _is_of_year(first)
    if begun and _is_of_year(last) and last.period and near.is_yet_to_come(last.period):
        return _a_year_back(first), _a_year_back(last)
    return first, last


def _after_first(first: Timex, last: Timex, language: Language) -> Timex:
    """Read the last end of a range from the first: the Thursday, the 5 February after it."""
    if first.period is None or last.period is None:
        return last
    spot, start = spot_of(last.mention.meaning), first_day(first.period)
    away = first_day(last.period) - start
    # from Monday to Thursday of one week; "from Sept. 14 to Thursday" is up to the one near the publish date
    week = spot is not None and spot.kind is SpotKind.WEEKDAY and _is_weekday(first.mention.meaning)
    if spot is not None and not 0 <= away < (7 if week else 366):
        found = around(spot, start, language.feasts)
        return on_period(last, found.same or found.after) if found else last
    if isinstance(last.mention.meaning, Clock) and away < 0 and (ended := _on_weekday_after(last, start, language)):
        return ended
    if isinstance(last.mention.meaning, Clock) and (away < 0 or (away == 0 and _is_earlier(last, first))):
        if away == 0 and last.mention.meaning.either and (later := _in_other_half(last, first)):
            return later
        return on_period(last, shift(last.period, 1, DAY))
    return last


def _on_weekday_after(last: Timex, start: int, language: Language) -> Timex | None:
    """Read the hour of a weekday that ends a range on the first such day after its beginning: "Thurs 9pm - Fri 5am"."""
    clock, day = last.mention.meaning, last.period
    spot = spot_of(clock.of) if isinstance(clock, Clock) else None
    if spot is None or day is None or spot.kind is not SpotKind.WEEKDAY:
        return None
    found = around(spot, start, language.feasts)
    ends = (found.same or found.after) if found else None
    return on_period(last, shift(day, first_day(ends) - first_day(day), DAY)) if ends else None


def _in_other_half(last: Timex, first: Timex) -> Timex | None:
    """Read an open hour as one after noon where the first is: "from 4 to 8", of an afternoon."""
    later = on_period(last, shift(last.period, _HALF_DAY, MINUTE)) if last.period else last
    same_day = (
        later.period is not None and last.period is not None and first_day(later.period) == first_day(last.period)
    )
    return later if same_day and not _is_earlier(later, first) else None


def _is_of_year(timex: Timex) -> bool:
    spot = spot_of(timex.mention.meaning)
    return spot is not None and spot.kind in OF_A_YEAR and timex.anchor is not None and timex.anchor.kind == "published"


def _a_year_back(timex: Timex) -> Timex:
    return on_period(timex, shift(timex.period, -1, YEAR)) if timex.period and _is_of_year(timex) else timex


def _is_earlier(last: Timex, first: Timex) -> bool:
    """Say whether a time of day comes before another: "10 pm to 6 am" ends on the day after."""
    if last.interval is None or first.interval is None or not isinstance(first.mention.meaning, Clock):
        return False
    return (last.interval.start or 0) < (first.interval.start or 0)


def around_story(first: Timex, following: Mention, story: Story) -> Timex:
    """Take a range that runs over New Year from the year before when the story stands at its last part or before.

    "From October to March" in a story that stands in February began last October.
    """
    spot, end, month = spot_of(first.mention.meaning), spot_of(following.meaning), story.at(MONTH)
    if spot is None or end is None or month is None or first.period is None:
        return first
    if not (spot.kind in _OF_MONTHS and end.kind in _OF_MONTHS and month.number % 12 + 1 <= end.number < spot.number):
        return first
    return on_period(first, shift(first.period, -1, YEAR)) if coarsen(first.period, YEAR) == story.year else first


def beside(first: Timex, timex: Timex, near: Surroundings) -> Timex:
    """Read a time by the one before it: a weekday or month listed behind another, or one told inside a week."""
    folded = near.folded
    if timex.direction in _NOT_AHEAD and timex.period and _is_listed(folded, first, timex):
        return on_period(timex, shift(timex.period, 7, DAY))._replace(direction="future", cue=None)
    if (moved := _in_other_zone(folded, first, timex)) is not None:
        return moved
    if _is_day_listed(folded, first, timex):
        return _in_same_month(first, timex)
    if _is_month(first) and _is_month(timex) and _differ_in_list(folded, first, timex):
        return _in_list(first, timex, near)
    if type(first.mention.meaning) in _WIDE:
        return within_last(first, timex, folded, near.language)
    return timex


_ZONES: Final = re.compile(r" ?(?:[a-z]{1,4} ?)?[,/;(-] ?")
_WEEK: Final = 7  # days


def _in_other_zone(folded: str, first: Timex, timex: Timex) -> Timex | None:
    """Put the same moment in another zone beside the first: "7:55 p.m. Monday ET, 1:55 a.m. Tuesday in Cairo"."""
    if first.period is None or timex.period is None or not _ZONES.fullmatch(folded, first.span.end, timex.span.start):
        return None
    clocks = isinstance(first.mention.meaning, Clock) and isinstance(timex.mention.meaning, Clock)
    if not clocks or not (_is_weekday(first.mention.meaning) and _is_weekday(timex.mention.meaning)):
        return None
    away = first_day(timex.period) - first_day(first.period)
    if abs(away) <= 1 or abs(away) % _WEEK not in (1, _WEEK - 1):
        return None
    weeks = round(away / _WEEK)
    return on_period(timex, shift(timex.period, -weeks * _WEEK, DAY))._replace(direction=None, cue=None)


def _is_day_listed(folded: str, first: Timex, timex: Timex) -> bool:
    """Say whether a day takes its month from the one before: "met on May 2, 9 and 16"."""
    spot, day = spot_of(first.mention.meaning), spot_of(timex.mention.meaning)
    if spot is None or day is None or not spot.kind is day.kind is SpotKind.MONTHDAY or spot.number != day.number:
        return False
    words = timex.span.of(folded)
    bare = words[:1].isdigit() and " " not in words
    return bare and _LISTED.fullmatch(folded, first.span.end, timex.span.start) is not None


def _in_same_month(first: Timex, timex: Timex) -> Timex:
    if first.period is None or timex.period is None or not first_day(first.period) < first_day(timex.period):
        return timex
    years = coarsen(timex.period, YEAR).number - coarsen(first.period, YEAR).number
    moved = on_period(timex, shift(timex.period, -years, YEAR))
    return moved._replace(direction=first.direction, cue=first.cue) if years else timex


def _is_month(timex: Timex) -> bool:
    meaning = timex.mention.meaning
    return isinstance(meaning, Spot) and meaning.kind is SpotKind.MONTH and timex.period is not None


def _differ_in_list(folded: str, first: Timex, last: Timex) -> bool:
    listed = _LISTED.fullmatch(folded, first.span.end, last.span.start) is not None
    return listed and first.direction != last.direction


def _in_list(first: Timex, last: Timex, near: Surroundings) -> Timex:
    """Read a month of a list as the next after the one before it: "June, July and August", not "March and February"."""
    spot, opens, day = spot_of(last.mention.meaning), spot_of(first.mention.meaning), near.origin.day
    if spot is None or opens is None or first.period is None or day is None:
        return last
    found = around(spot, first_day(first.period), near.language.feasts)
    if found is None or (spot.number - opens.number) % _MONTHS > _MONTHS // 2:
        return last
    return on_period(last, found.after)._replace(direction=_direction(found.after, day), cue=None)


_MONTHS: Final = 12  # of a year; a list leads on through less than half of it


def _direction(month: Period, day: Period) -> str:
    """Say where a month lies from the publish date."""
    away = month.number - coarsen(day, MONTH).number
    return "past" if away < 0 else "future" if away else "same"


def _is_listed(folded: str, first: Timex, last: Timex) -> bool:
    """Say whether a weekday is told in one breath with one that is to come: "will play Friday and Sunday"."""
    if first.direction != "future" or not _LISTED.fullmatch(folded, first.span.end, last.span.start):
        return False
    return _is_weekday(first.mention.meaning) and _is_weekday(last.mention.meaning)


def _is_weekday(meaning: Meaning) -> bool:
    while isinstance(meaning, Edge | PartOf | Clock):
        meaning = meaning.of
    return isinstance(meaning, Spot) and meaning.kind is SpotKind.WEEKDAY

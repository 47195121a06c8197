"""A spot, or a step, whose date a history does not tell outright -> what it comes to in the year of its story."""

from __future__ import annotations

from typing import Final

from timeline.calendar import (
    DAY,
    DECADE,
    MONTH,
    SEASON,
    WEEK,
    WEEKEND,
    YEAR,
    Period,
    coarsen,
    first_day,
    shift,
    weekday,
)
from timeline.meaning import STORY, Shift, ShortYear, Spot, SpotKind
from timeline.model import Anchor, Domain
from timeline.notation import timex_value
from timeline.resolver.reading import SENTENCE_END, Reading, Surroundings, date_reading, open_reading
from timeline.resolver.restart import restarts
from timeline.resolver.spots import around, inside, open_unit


def spot_in_story(spot: Spot, near: Surroundings) -> Reading:
    """Take the year from the story; roll to the next when the month lies twice as far back as ahead."""
    story = near.story
    if spot.kind in (SpotKind.WEEKDAY, SpotKind.WEEKEND, SpotKind.MONTH_DAY):
        week = story.last if story.last is not None and story.last.granularity in (WEEK, WEEKEND) else None
        told = story.day or (story.month if spot.kind is SpotKind.MONTH_DAY else week)
        if told is None:
            return open_reading(spot, near)
        found = around(spot, first_day(told), near.language.feasts)
        period = (
            inside(spot, told, near.language.feasts)
            if spot.kind is SpotKind.MONTH_DAY
            else found and (found.same or found.after)
        )
        return date_reading(period, story.anchor(DAY) or story.anchor(MONTH)) if period else open_reading(spot, near)
    year = story.year
    assert year is not None  # noqa: S101  (asked before)
    if story.begun is not None and (again := restarts(spot, near)) is not None:
        return date_reading(again, Anchor("story", timex_value(coarsen(again, YEAR)), None, story.span))
    period = inside(spot, year, near.language.feasts)
    month = story.month or story.around
    if period and month and _is_behind(period, month, near):
        period = inside(spot, shift(year, 1, YEAR), near.language.feasts)
    return date_reading(period, story.anchor(YEAR)) if period else open_reading(spot, near)


def _is_behind(period: Period, month: Period, near: Surroundings) -> bool:
    """Say whether a month or day lies so far back in the story's year that the next year's is meant.

    A season is that behind the winter told right before, where it opens its sentence: "In the winter of 1812 typhus
    raged. In the spring he fled", but not "In the spring he had fled".
    """
    if period.granularity == SEASON:
        last = near.story.last
        winter = last is not None and last.granularity == SEASON and last.number % 4 == _WINTER
        return winter and last != period and near.story.tells_nearby(near.span) and _goes_on(near)
    return period.granularity <= MONTH and coarsen(period, MONTH).number < month.number - _TOO_FAR_BACK


def _goes_on(near: Surroundings) -> bool:
    """Say whether a mention opens its sentence behind a preposition, and no verb there looks back."""
    folded, span, language = near.folded, near.span, near.language
    story = near.story.span
    begins = max(
        (mark.end() for mark in SENTENCE_END.finditer(folded, story.end if story else 0, span.start)), default=-1
    )
    words = folded[begins : span.start].split() if begins >= 0 else []
    if not words or len(words) > _OPENING or words[0] not in language.syntax.time_prepositions:
        return False
    end = SENTENCE_END.search(folded, span.end, span.end + _SENTENCE)
    behind = folded[span.end : end.start() if end else span.end + _SENTENCE]
    return all("have_past" not in language.verbs.tags(word) for word in behind.rstrip(".!?").split())


_OPENING: Final = 2  # words that open a sentence: "in the"
_SENTENCE: Final = 200  # characters
_TOO_FAR_BACK: Final = 7  # months
_WINTER: Final = 3  # the last of the seasons of a year


def fitting_in_story(spot: Spot, day: int, reading: Reading, near: Surroundings) -> Reading:
    """Take the year told in passing where the weekday fits only there: "went on into 1920; on Sunday, 21 November"."""
    told, period = near.story.told, reading.period
    if told is None or period is None or period.granularity != DAY or weekday(period.number) == day:
        return reading
    found = inside(spot, told, near.language.feasts)
    fits = found is not None and found.granularity == DAY and weekday(found.number) == day
    return date_reading(found, near.story.told_anchor()) if found and fits else reading


def open_in_year(move: Shift, near: Surroundings) -> Reading:
    """Keep the year of a history where only the day is not told: "in May 1915 ... four days later"."""
    opened, year, month = open_unit(move.keep or move.unit), near.story.year, near.story.at(MONTH)
    of_story = move.count and move.of is STORY and near.domain is Domain.NARRATIVE and opened.startswith("XXXX-")
    if not of_story or year is None or abs(move.count) * _DAYS.get(move.unit, 366) > _SOON:
        return Reading("DATE", opened)
    if month is not None and month.number % 12 == (11 if move.count > 0 else 0):
        return Reading("DATE", opened)  # it may lie beyond New Year
    return Reading("DATE", timex_value(year) + opened[4:], anchor=near.story.anchor(YEAR))


def read_short_year(short: ShortYear, near: Surroundings) -> Reading:
    """Read a year or a decade of two digits: of the story's century in a history, else the latest not far ahead."""
    day = near.origin.day
    if day is None:
        return Reading("DATE", f"XX{short.year:02d}" if short.width == YEAR else f"XX{short.year // 10}X")
    if near.domain is Domain.NARRATIVE and near.story.year is not None:
        return _short_year_in_story(short, near)
    now = coarsen(day, YEAR).number
    year = now // 100 * 100 + short.year
    year -= 100 if year > now + 10 else 0
    period = Period(YEAR, year) if short.width == YEAR else Period(DECADE, year // 10)
    return date_reading(period, near.origin.anchor)


def _short_year_in_story(short: ShortYear, near: Surroundings) -> Reading:
    """Take the century that brings a year or a decade of two digits nearest to the story; ancient ones count down."""
    year = near.story.year
    assert year is not None  # noqa: S101  (asked before)
    ancient = year.number <= 0
    told = 1 - year.number if ancient else year.number
    found = min((told // 100 * 100 + short.year + step for step in (-100, 0, 100)), key=lambda each: abs(each - told))
    if short.width == YEAR:
        period = Period(YEAR, 1 - found if ancient else found)
    else:
        period = Period(DECADE, -(found // 10) - 1 if ancient else found // 10)
    return date_reading(period, near.story.anchor(YEAR))


_DAYS: Final = {DAY: 1, WEEK: 7}
_SOON: Final = 31  # days

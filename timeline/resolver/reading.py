"""What a meaning comes to, and what it is read in: the records and first steps that every reading shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.calendar import (
    DAY,
    MONTH,
    PART,
    QUARTER,
    Granularity,
    Interval,
    Period,
    coarsen,
    first_day,
    interval_of,
    shift,
    weekday,
)
from timeline.grammar.language import Language
from timeline.meaning import PUBLISHED, STORY, Base, Edge, Shift, Spot
from timeline.model import Anchor, Clause, Cue, Domain, Span, Tense, Timex
from timeline.notation import timex_value
from timeline.resolver.anchor import Origin
from timeline.resolver.pointer import NOWHERE, Pointer, is_parted, point
from timeline.resolver.spots import open_value
from timeline.resolver.story import Story

_BEGUN_ANEW: Final = re.compile(r"[.!?]+\s|\n")
_OF_PAST: Final = frozenset({"past", "be_past", "have_past", "participle"})
SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")


class Reading(NamedTuple):
    """What a meaning comes to; the fields are those of a Timex after its mention."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    period: Period | None = None
    interval: Interval | None = None
    anchor: Anchor | None = None
    direction: str | None = None
    cue: Cue | None = None
    flags: tuple[str, ...] = ()


_STALE: Final = 14  # days back beyond which a day of news is background
_SINCE: Final = 80  # characters in which "since" stands before what it leans on
_LINE: Final = 2_000  # characters

ClauseAt = Callable[[int], Clause]
"""Gives the clause in which a position of the text lies; worked out only where a direction has to be decided."""


class Surroundings(NamedTuple):
    """What a mention is read in."""

    origin: Origin
    story: Story
    domain: Domain
    language: Language
    span: Span
    folded: str
    clause_at: ClauseAt
    before: Sequence[Timex] = ()

    def last_day_on(self, day: int) -> Timex | None:
        """Find the last day told so far that was such a weekday: what "that Friday" means in news."""
        if self.domain is not Domain.NEWS:
            return None
        days = (timex for timex in reversed(self.before) if timex.period and timex.period.granularity <= DAY)
        return next((timex for timex in days if timex.period and weekday(first_day(timex.period)) == day), None)

    def day_before_long_ago(self) -> Reading | None:
        """Give the day news told before it said how long ago something else was: "the war began two months ago"."""
        if self.domain is not Domain.NEWS or len(self.before) < 2:
            return None
        earlier, last = self.before[-2:]
        if earlier.period is None:
            return None
        ago = last.mention.meaning.of if isinstance(last.mention.meaning, Edge) else last.mention.meaning
        if not isinstance(ago, Shift) or ago.of is not PUBLISHED or earlier.period.granularity > DAY:
            return None
        day = coarsen(earlier.period, DAY)
        return date_reading(day, Anchor("story", timex_value(day), None, earlier.span))

    def is_past_background(self) -> bool:
        """Say whether a sentence of news before told the story's day, long gone, only as since when something is so."""
        told, day, span = self.story.day, self.origin.day, self.story.span
        if told is None or day is None or span is None or told.number > day.number - _STALE:
            return False
        if not self._is_next_of_news():
            return False
        said = SENTENCE_END.split(self.folded[max(0, span.start - _SINCE) : span.start])[-1].split()
        return any("cue_past_prepositions" in self.language.verbs.tags(word) for word in said)

    def elsewhere(self) -> bool:
        """Say whether the story stands in a month or year that is not that of the publish date."""
        last, day = self.story.last, self.origin.day
        return (
            last is not None and day is not None and last.granularity > DAY and coarsen(day, last.granularity) != last
        )

    def points_back(self) -> bool:
        """Say whether the words of a mention point to what was told: "that night", "the same evening"."""
        words, happenings = self.folded[self.span.start : self.span.end].split(), self.language.happenings
        return not (happenings.demonstrative | happenings.identical).isdisjoint(words)

    def line_around(self) -> tuple[str, str]:
        """Give what stands before a mention and after it in its line, as far as a paragraph may go."""
        before = self.folded[max(0, self.span.start - _LINE) : self.span.start]
        after = self.folded[self.span.end : self.span.end + _LINE]
        return before[before.rfind("\n") + 1 :], after.partition("\n")[0]

    def in_quotes(self) -> bool:
        """Say whether quotation marks are open on either side, in one line; they may hold several sentences."""
        before, after = self.line_around()
        return bool(before.count('"') % 2 and after.count('"') % 2)

    def is_across_today(self, told: Period) -> bool:
        """Say whether the words point back from a date of the story that is yet to come: "closed at 4 p.m.".

        News looks ahead in passing; what its next sentence tells in the past happened by the publish date, and so
        did what is said of it: "will land on Friday, the service said at 5 p.m.".
        """
        return (self._is_next_of_news() or self.clause_at(self.span.start).reports) and self.is_yet_to_come(told)

    def is_yet_to_come(self, told: Period) -> bool:
        """Say whether a date lies beyond that of news whose words point to the past."""
        day = self.origin.day
        if self.domain is not Domain.NEWS or day is None or first_day(told) <= day.number:
            return False
        return self.pointer().sign < 0

    def tells_nearby(self) -> bool:
        """Say whether the story's date was told just before, in news in the same sentence."""
        return self.story.tells_nearby(self.span) and not self._is_next_of_news()

    def compared_month(self) -> Period | None:
        """Give the month that has ended and is told in the same sentence of news: a year earlier goes back from it."""
        last, day = self.story.last, self.origin.day
        if self.domain is not Domain.NEWS or last is None or last.granularity != MONTH or day is None:
            return None
        return None if self._is_next_of_news() or last.number >= coarsen(day, MONTH).number else last

    def _is_next_of_news(self) -> bool:
        """Say whether a sentence of news has ended since the story's date was told."""
        told = self.story.span
        if self.domain is not Domain.NEWS or told is None:
            return False
        return SENTENCE_END.search(self.folded, told.end, self.span.start) is not None

    def pointer(self) -> Pointer:
        """Work out where the words around point; most mentions never ask.

        A time that a comma parts from a relative clause is of the one before: "will meet him, who is ill, on Friday".
        """
        clause = self.clause_at(self.span.start)
        if clause.relative and clause.span.start and is_parted(self.folded, clause, self.span, self.language):
            before = self.clause_at(clause.span.start - 1)
            clause = before if before.span.end == clause.span.start else clause
        pointer = point(self.folded, self.span, clause, self.language)
        return NOWHERE if pointer.sign < 0 and self._is_of_sentence_before(pointer) else pointer

    def _is_of_sentence_before(self, pointer: Pointer) -> bool:
        """Say whether a message has begun anew, small letters and all, since what points: "missed u. free sunday?"."""
        if self.domain is not Domain.COLLOQUIAL or pointer.cue is None or pointer.cue.span.end > self.span.start:
            return False
        ends = [end.end() for end in _BEGUN_ANEW.finditer(self.folded, pointer.cue.span.end, self.span.start)]
        since = self.folded[ends[-1] : self.span.start].split() if ends else []
        return bool(ends) and not any(_OF_PAST & self.language.verbs.tags(word) for word in since)


@lru_cache(maxsize=20_000)  # the days around a publish date come again and again
def _plain(period: Period) -> tuple[str, str, Interval]:
    return "TIME" if period.granularity <= PART else "DATE", timex_value(period), interval_of(period)


def date_reading(
    period: Period, anchor: Anchor | None = None, direction: str | None = None, cue: Cue | None = None
) -> Reading:
    """Make the reading of a period."""
    kind, value, interval = _plain(period)
    read = (kind, value, None, None, None, period, interval, anchor, direction, cue, ())
    return tuple.__new__(Reading, read)  # see Tagger.tag


def on_period(timex: Timex, period: Period) -> Timex:
    """Put a timex on another period."""
    return timex._replace(value=timex_value(period), period=period, interval=interval_of(period))


def base_period(base: Base, unit: Granularity, near: Surroundings) -> tuple[Period | None, Anchor | None]:
    """Give the period of the publish date or of the story, at the width of a unit, with its anchor."""
    if base is STORY or (near.domain is Domain.NARRATIVE and not _speaks_of_now(near)):  # else its now is its story's
        told = near.story.at(unit)
        if told is not None and not near.is_across_today(told):
            return told, near.story.anchor(unit)
        if told is None and (near.domain is Domain.NARRATIVE or near.tells_nearby()):
            return None, None  # the story's date is wider than what is asked: better open than invented
    origin = near.origin
    if unit == QUARTER and base is STORY and origin.day:  # what is reported on is the quarter that has ended
        return shift(coarsen(origin.day, QUARTER), -1, QUARTER), origin.anchor
    if unit < DAY:
        fine = origin.moment if origin.moment and origin.moment.granularity <= unit else None
        return (coarsen(fine, unit) if fine else None), origin.anchor
    return (coarsen(origin.day, unit) if origin.day else None), origin.anchor


_NOW: Final = frozenset({Tense.PRESENT, Tense.PERFECT})


def _speaks_of_now(near: Surroundings) -> bool:
    """Say whether the verb of a history tells of the present: "this year it hopes for more"."""
    return near.clause_at(near.span.start).tense in _NOW and not near.in_quotes()


def open_reading(spot: Spot, near: Surroundings) -> Reading:
    """Leave a spot open: nothing tells which turn is meant."""
    return Reading("DATE", open_value(spot, near.language.feasts))

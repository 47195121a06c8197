"""Mentions of a document -> timexes, in order: one fold that carries the date the story stands at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from timeline.calendar import DAY, MONTH, QUARTER, YEAR, Period, coarsen, first_day, interval_of, shift
from timeline.grammar.language import Language
from timeline.meaning import Clock, Edge, Length, Meaning, Spot, SpotKind
from timeline.model import Anchor, Domain, Mention, Published, Span, Timex
from timeline.notation import timex_value
from timeline.resolver.anchor import origin_of
from timeline.resolver.reading import ClauseAt, Surroundings
from timeline.resolver.spots import around
from timeline.resolver.story import Story, advance
from timeline.resolver.value import read


def resolve(
    folded: str,
    mentions: Sequence[Mention],
    published: Published | None,
    domain: Domain,
    language: Language,
    clause_at: ClauseAt,
) -> tuple[Timex, ...]:
    """Date the mentions of a text, in order.

    Ends of a range are resolved together: the last is never before the first. Raises ValueError when `published` is
    no ISO date.
    """
    origin = origin_of(published)
    story = Story()
    timexes: list[Timex] = []
    for mention in mentions:
        reading = read(mention.meaning, Surroundings(origin, story, domain, language, mention.span, folded, clause_at))
        timex = Timex(mention, *reading)
        if mention.range_end and timexes:
            timex = _after_first(timexes[-1], timex, language)
        timexes.append(timex)
        story = _moved_on(folded, story, timex)
        if len(timexes) > 1:
            story = _quarter_closed(story, timexes[-2], timex)
    return tuple(_as_said(timexes, clause_at, language))


def _moved_on(folded: str, story: Story, timex: Timex) -> Story:
    """Move the story to a timex; a year told in passing is only remembered."""
    if _in_passing(folded, timex, story):
        return story._replace(told=timex.period)
    if timex.period is None and timex.value.startswith("XXXX"):
        return story._replace(lost=True)
    meaning = timex.mention.meaning
    reported = isinstance(meaning, Spot) and meaning.kind is SpotKind.QUARTER and timex.period is not None
    return advance(story, timex.period, timex.span, reported=reported)


_ENDED = 10  # characters: "ended", "through"


def _quarter_closed(story: Story, length: Timex, end: Timex) -> Story:
    """Take "the three months ended Sept. 30" for the quarter that is reported on."""
    meaning, period = length.mention.meaning, end.period
    if not isinstance(meaning, Length) or [*meaning.amounts] != [(3, MONTH)] or period is None:
        return story
    if end.span.start - length.span.end > _ENDED or period.granularity not in (DAY, MONTH):
        return story
    month = coarsen(period, MONTH)
    return story._replace(quarter=coarsen(period, QUARTER)) if month.number % 3 == 2 else story  # months count from 0


_BREAK = re.compile(r"[.!?:;,\n]")
_OPENING_WORDS = 4


def _in_passing(folded: str, timex: Timex, story: Story) -> bool:
    """Say whether a bare year stands deep in its clause, as an aside that leaves the story where it is.

    In histories this rights four of ten months and days that a wrong year had spoiled.
    """
    if timex.period is None or story.year is None or timex.period.granularity != YEAR:
        return False
    if timex.period.number == story.year.number + 1 and story.day is None:
        return False  # the year that follows is where a story goes on
    before = folded[max(0, timex.span.start - 60) : timex.span.start]
    return len(_BREAK.split(before)[-1].split()) > _OPENING_WORDS


def _as_said(timexes: Sequence[Timex], clause_at: ClauseAt, language: Language) -> Iterator[Timex]:
    """Reckon a past weekday from the day it was said on, where that is told and lies before it.

    "the strike that began on Monday, the company said late Saturday" is the Monday before that Saturday.
    """
    for timex in timexes:
        spot = _spot_of(timex.mention.meaning)
        if spot is None or spot.kind is not SpotKind.WEEKDAY or timex.direction != "past" or timex.period is None:
            yield timex
            continue
        said = _said_on(timexes, clause_at(timex.span.start).saying)
        if said is None or said.period is None or first_day(timex.period) < first_day(said.period):
            yield timex
            continue
        anchor = Anchor("speech", timex_value(said.period), None, said.span)
        found = around(spot, first_day(said.period), language.feasts)
        yield _moved(timex, found.before)._replace(anchor=anchor) if found else timex


def _said_on(timexes: Sequence[Timex], saying: Span | None) -> Timex | None:
    """Find the day that a reporting clause is dated with."""
    if saying is None:
        return None
    first = bisect_left(timexes, saying.start, key=lambda timex: timex.span.start)
    inside = takewhile(lambda timex: timex.span.start < saying.end, timexes[first:])
    return next((t for t in inside if t.period is not None and t.period.granularity <= DAY), None)


def _after_first(first: Timex, last: Timex, language: Language) -> Timex:
    """Read the last end of a range from the first: the Thursday, the 5 February after it."""
    if first.period is None or last.period is None:
        return last
    spot, start = _spot_of(last.mention.meaning), first_day(first.period)
    away = first_day(last.period) - start
    if spot is not None and not 0 <= away < (7 if spot.kind is SpotKind.WEEKDAY else 366):
        found = around(spot, start, language.feasts)
        return _moved(last, found.same or found.after) if found else last
    if isinstance(last.mention.meaning, Clock) and away < 0:
        return _moved(last, shift(last.period, 1, DAY))
    return last


def _spot_of(meaning: Meaning) -> Spot | None:
    while isinstance(meaning, Edge):
        meaning = meaning.of
    return meaning if isinstance(meaning, Spot) else None


def _moved(timex: Timex, period: Period) -> Timex:
    return timex._replace(value=timex_value(period), period=period, interval=interval_of(period))

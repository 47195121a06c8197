"""Mentions of a document -> timexes, in order: one fold that carries the date the story stands at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile, zip_longest

from timeline.calendar import DAY, MONTH, QUARTER, YEAR, Period, coarsen, first_day, interval_of, shift
from timeline.grammar.language import Language
from timeline.meaning import At, Clock, Edge, Length, Meaning, PartOf, Spot, SpotKind, spot_of
from timeline.model import Anchor, Domain, Mention, Published, Span, Timex
from timeline.notation import timex_value
from timeline.resolver.anchor import origin_of
from timeline.resolver.aside import back_on_line, in_passing, with_line
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
    for mention, following in zip_longest(mentions, mentions[1:]):
        near = Surroundings(origin, story, domain, language, mention.span, folded, clause_at)
        if story.line is not None:
            story = back_on_line(mention, near)
            near = near._replace(story=story)
        timex = Timex._make((mention, *read(mention.meaning, near)))
        if mention.range_end and timexes:
            timex = _after_first(timexes[-1], timex, language)
        elif timex.direction == "past" and timex.period and timexes and _is_listed(folded, timexes[-1], timex):
            timex = _moved(timex, shift(timex.period, 7, DAY))._replace(direction="future", cue=None)
        if following is not None and following.range_end and domain is Domain.NARRATIVE:
            timex = _around_story(timex, following, story)
        timexes.append(timex)
        story = with_line(_moved_on(timex, near), timex, near)
        if len(timexes) > 1:
            story = _quarter_closed(story, timexes[-2], timex)
    return tuple(
        _as_said(timex, timexes, clause_at, language) if timex.direction == "past" else timex for timex in timexes
    )


def _moved_on(timex: Timex, near: Surroundings) -> Story:
    """Move the story to a timex; a year told in passing is only remembered."""
    story, period = near.story, timex.period
    if period is not None and in_passing(timex, near):
        return story._replace(told=coarsen(period, YEAR), aside=timex.span)
    if period is None and timex.value.startswith("XXXX"):
        return story if story.lost else story._replace(lost=True)
    meaning = timex.mention.meaning
    reported = isinstance(meaning, Spot) and meaning.kind is SpotKind.QUARTER and period is not None
    return advance(story, period or _stretched(timex), timex.span, late=timex.mod == "END", reported=reported)


def _stretched(timex: Timex) -> Period | None:
    """Give the date that a length is the first or last part of: "the first eight months of 1926"."""
    stretch = timex.mention.meaning.of if isinstance(timex.mention.meaning, Length) else None
    return stretch.of.period if stretch is not None and isinstance(stretch.of, At) else None


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


def _as_said(timex: Timex, timexes: Sequence[Timex], clause_at: ClauseAt, language: Language) -> Timex:
    """Reckon a past weekday from the day it was said on, where that is told and lies before it.

    "the strike that began on Monday, the company said late Saturday" is the Monday before that Saturday.
    """
    spot = spot_of(timex.mention.meaning)
    if spot is None or spot.kind is not SpotKind.WEEKDAY or timex.period is None:
        return timex
    said = _said_on(timexes, clause_at(timex.span.start).saying)
    if said is None or said.period is None or first_day(timex.period) < first_day(said.period):
        return timex
    anchor = Anchor("speech", timex_value(coarsen(said.period, DAY)), None, said.span)
    found = around(spot, first_day(said.period), language.feasts)
    return _moved(timex, found.before)._replace(anchor=anchor) if found else timex


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
    spot, start = spot_of(last.mention.meaning), first_day(first.period)
    away = first_day(last.period) - start
    if spot is not None and not 0 <= away < (7 if spot.kind is SpotKind.WEEKDAY else 366):
        found = around(spot, start, language.feasts)
        return _moved(last, found.same or found.after) if found else last
    if isinstance(last.mention.meaning, Clock) and (away < 0 or (away == 0 and _is_earlier(last, first))):
        return _moved(last, shift(last.period, 1, DAY))
    return last


def _is_earlier(last: Timex, first: Timex) -> bool:
    """Say whether a time of day comes before another: "10 pm to 6 am" ends on the day after."""
    if last.interval is None or first.interval is None:
        return False
    return (last.interval.start or 0) < (first.interval.start or 0)


def _around_story(first: Timex, following: Mention, story: Story) -> Timex:
    """Take a range that runs over New Year from the year before when the story stands at its last part or before.

    "From October to March" in a story that stands in February began last October.
    """
    spot, end, month = spot_of(first.mention.meaning), spot_of(following.meaning), story.at(MONTH)
    if spot is None or end is None or month is None or first.period is None:
        return first
    if not (spot.kind in _OF_MONTHS and end.kind in _OF_MONTHS and month.number % 12 + 1 <= end.number < spot.number):
        return first
    return _moved(first, shift(first.period, -1, YEAR)) if coarsen(first.period, YEAR) == story.year else first


_OF_MONTHS = (SpotKind.MONTH, SpotKind.MONTHDAY)
_LISTED = re.compile(r"[^.;:!?\n()]{1,9}")


def _is_listed(folded: str, first: Timex, last: Timex) -> bool:
    """Say whether a weekday is told in one breath with one that is to come: "will play Friday and Sunday"."""
    if first.direction != "future" or not _LISTED.fullmatch(folded, first.span.end, last.span.start):
        return False
    return _is_weekday(first.mention.meaning) and _is_weekday(last.mention.meaning)


def _is_weekday(meaning: Meaning) -> bool:
    while isinstance(meaning, Edge | PartOf | Clock):
        meaning = meaning.of
    return isinstance(meaning, Spot) and meaning.kind is SpotKind.WEEKDAY


def _moved(timex: Timex, period: Period) -> Timex:
    return timex._replace(value=timex_value(period), period=period, interval=interval_of(period))

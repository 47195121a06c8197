"""Mentions of a document -> timexes, in order: one fold that carries the date the story stands at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.calendar import DAY, MONTH, WEEK, YEAR, Granularity, Period, first_day, interval_of, shift
from timeline.grammar.language import Language
from timeline.meaning import Clock, Dated, Edge, Meaning, PartOf, Spot, SpotKind
from timeline.model import Domain, Mention, Published, Timex
from timeline.notation import timex_value
from timeline.resolver.anchor import Origin, origin_of
from timeline.resolver.story import Story, advance
from timeline.resolver.value import ClauseAt, Surroundings, read


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
            timexes[-1], timex = _in_order(timexes[-1], timex, origin)
        timexes.append(timex)
        if not _in_passing(folded, timex, story):
            reported = isinstance(mention.meaning, Spot) and mention.meaning.kind is SpotKind.QUARTER
            story = advance(story, timex.period, mention.span, reported=reported and timex.period is not None)
    return tuple(timexes)


_BREAK = re.compile(r"[.!?:;,\n]")
_OPENING_WORDS = 4


def _in_passing(folded: str, timex: Timex, story: Story) -> bool:
    """Say whether a bare year stands deep in its clause, as an aside that leaves the story where it is.

    In histories this rights four of ten months and days that a wrong year had spoiled.
    """
    if timex.period is None or story.year is None or timex.period.granularity != YEAR:
        return False
    before = folded[max(0, timex.span.start - 60) : timex.span.start]
    return len(_BREAK.split(before)[-1].split()) > _OPENING_WORDS


def _in_order(first: Timex, last: Timex, origin: Origin) -> tuple[Timex, Timex]:
    """Move one end by its turn (a week, a year) when the last lies before the first: the one that stays nearer."""
    a, b = first.period, last.period
    if a is None or b is None or first_day(a) <= first_day(b):
        return first, last
    later = _turned(last, 1)
    earlier = _turned(first, -1)
    if later is None and earlier is None:
        return first, last
    now = origin.day.number if origin.day else first_day(a)
    if earlier is None or (later and abs(first_day(later) - now) <= abs(first_day(earlier) - now)):
        return first, _moved(last, later or b)
    return _moved(first, earlier), last


_TURNS: dict[SpotKind, Granularity] = {SpotKind.WEEKDAY: WEEK, SpotKind.WEEKEND: WEEK, SpotKind.MONTH_DAY: MONTH}


def _turned(timex: Timex, count: int) -> Period | None:
    spot = _spot_of(timex.mention.meaning)
    if timex.period is None:
        return None
    if spot is not None:
        return shift(timex.period, count, _TURNS.get(spot.kind, YEAR))
    return shift(timex.period, count, DAY) if isinstance(timex.mention.meaning, Clock) else None


def _spot_of(meaning: Meaning) -> Spot | None:
    while isinstance(meaning, Edge | PartOf | Dated):
        meaning = meaning.of
    return meaning if isinstance(meaning, Spot) else None


def _moved(timex: Timex, period: Period) -> Timex:
    return timex._replace(value=timex_value(period), period=period, interval=interval_of(period))

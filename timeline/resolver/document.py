"""Mentions of a document -> timexes, in order: one fold that carries the date the story stands at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, MONTH, WEEK, WEEKEND, YEAR, Period, coarsen, first_day
from timeline.grammar.language import Language
from timeline.meaning import (
    At,
    Clock,
    Edge,
    Length,
    PartOf,
    Shift,
    Spot,
    SpotKind,
    Vague,
    spot_of,
)
from timeline.model import Clause, Domain, Mention, Published, Span, Timex
from timeline.resolver.ahead import ahead
from timeline.resolver.anchor import origin_of
from timeline.resolver.aside import in_passing
from timeline.resolver.closed import closed
from timeline.resolver.day_first import day_first
from timeline.resolver.lengths import length_value
from timeline.resolver.line import back_on_line, with_line
from timeline.resolver.order import in_order
from timeline.resolver.pair import around_story, beside, range_read
from timeline.resolver.quarters import closed_by, is_reported, quarter_closed, quarter_ended
from timeline.resolver.reading import SENTENCE_END, ClauseAt, Reading, Surroundings
from timeline.resolver.restart import with_begun
from timeline.resolver.small_hours import past_midnight
from timeline.resolver.speech import Speech, as_said
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
    origin, history, chat = origin_of(published), domain is Domain.NARRATIVE, domain is Domain.COLLOQUIAL
    story = Story()
    timexes: list[Timex] = []
    make = tuple.__new__  # see Tagger.tag
    mentions = _on_days_behind(day_first(mentions, folded, origin.day), folded, language)
    for mention, following in zip_longest(mentions, mentions[1:]):
        span, _, meaning, _, closes = mention
        standing = _standing(meaning) if story.line is None and type(meaning) in _STANDING else None
        if standing is not None:
            timexes.append(make(Timex, (mention, *standing)))
            continue
        near = make(Surroundings, (origin, story, domain, language, span, folded, clause_at, timexes))
        if story.line is not None:
            story = back_on_line(mention, near)
            near = near._replace(story=story)
        timex = make(Timex, (mention, *read(meaning, near)))
        close = bool(timexes) and span[0] - timexes[-1].mention.span[1] < _CLOSE
        if closes and timexes:
            timexes[-1], timex = range_read(timexes[-1], timex, near)
        elif close and timex.period:
            timex = beside(timexes[-1], timex, near)
        if timexes and not closes and (type(meaning) is Clock or type(meaning) is PartOf):
            timex = past_midnight(timexes, timex, near)
        if history and following is not None and following.range_end:
            timex = around_story(timex, following, story)
        moved = _moved_on(timex, near)
        story = moved if chat else with_line(moved, timex, near)
        if history:
            story = with_begun(story, timex, near)
        quarter = closed_by(timexes[-1], timex) if close else None
        if quarter is not None:
            story = quarter_closed(story, timexes[-1], quarter)
            timexes[-1] = quarter_ended(timexes[-1], quarter)
        timexes.append(timex)
    return _told_together(timexes, Surroundings(origin, Story(), domain, language, _NOWHERE, folded, clause_at))


def _told_together(timexes: Sequence[Timex], text: Surroundings) -> tuple[Timex, ...]:
    """Date anew what the other times of the text tell: their order, a length that ends with one, when it was said."""
    folded, language, clause_at = text.folded, text.language, text.clause_at
    if text.domain is Domain.NEWS:
        timexes = [*in_order(folded, timexes, clause_at, language)]
    if text.domain is not Domain.NARRATIVE:
        timexes = [*ahead(closed(folded, timexes, language), text)]
    return tuple(as_said(timexes, Speech(folded, text.origin, text.domain, language, clause_at)))


_NOWHERE: Final = Span(0, 0)
_STANDING: Final = frozenset({Length, Vague})
_CLOSE: Final = 12  # characters between two times that are told in one breath


@lru_cache(maxsize=2_000)  # few are said often: a day, two weeks, recently
def _standing(meaning: Length | Vague) -> Reading | None:
    """Read what leans on nothing and leaves the story where it stands, which a third of all mentions do."""
    if isinstance(meaning, Vague):
        return Reading("DATE", meaning.ref)
    return Reading("DURATION", length_value(meaning), meaning.mod) if meaning.of is None else None


_CLOCKS: Final = frozenset({Clock, Edge})
_BRACKETED: Final = re.compile(r"(?: \([^()\n]{1,40})?\),? (?:([a-z]+) )?")


def _on_days_behind(mentions: Sequence[Mention], folded: str, language: Language) -> Sequence[Mention]:
    return [
        _on_day_behind(mentions, place, folded, language) if type(mention.meaning) in _CLOCKS else mention
        for place, mention in enumerate(mentions)
    ]


def _on_day_behind(mentions: Sequence[Mention], place: int, folded: str, language: Language) -> Mention:
    """Put a time of day on the day told behind brackets: "at 9 p.m. (1900 GMT) on Friday"."""
    mention, end = mentions[place], mentions[place].span.end
    if not folded.startswith((" (", ")"), end):
        return mention
    about = mention.meaning if isinstance(mention.meaning, Edge) else None
    clock = about.of if about else mention.meaning
    if not isinstance(clock, Clock) or not isinstance(clock.of, Shift):
        return mention
    for day in mentions[place + 1 : place + 3]:
        gap, spot = _BRACKETED.fullmatch(folded, end, day.span.start), spot_of(day.meaning)
        dated = spot is not None and spot.kind in (SpotKind.WEEKDAY, SpotKind.MONTHDAY)
        if gap and dated and (gap[1] is None or gap[1] in language.syntax.time_prepositions):
            dated_clock = replace(clock, of=day.meaning)
            return mention._replace(meaning=replace(about, of=dated_clock) if about else dated_clock)
    return mention


def _moved_on(timex: Timex, near: Surroundings) -> Story:
    """Move the story to a timex; a year told in passing is only remembered, a step in passing not even that."""
    story, period = near.story, timex.period
    if period is not None and in_passing(timex, near):
        if near.domain is Domain.NARRATIVE and isinstance(timex.mention.meaning, Shift):
            return story
        return story._replace(told=coarsen(period, YEAR), aside=timex.span)
    if period is None and timex.value.startswith("XXXX"):
        return story if story.lost else story._replace(lost=True)
    if _only_said(timex, near):
        return story
    span, _, meaning, _, _ = timex.mention
    is_quarter = type(meaning) is Spot and meaning.kind is SpotKind.QUARTER
    reported = is_quarter and period is not None and is_reported(period, near)
    moved = advance(story, period or _stretched(timex), span, late=timex.mod == "END", reported=reported)
    wide = period is not None and period.granularity in _AROUND
    return moved._replace(day=story.day) if wide and _stands_around(period, near) else moved


def _only_said(timex: Timex, near: Surroundings) -> bool:
    """Say whether a day is that of the saying that closes a sentence: "They fled Sunday, he said Monday"."""
    day, period = near.story.day, timex.period
    if near.domain is not Domain.NEWS or day is None or period is None or period.granularity != DAY or not near.before:
        return False
    told = near.before[-1]
    if told.period is None or told.period.granularity > DAY or first_day(told.period) != day.number:
        return False
    if not 0 < period.number - day.number < _RECENT or SENTENCE_END.search(near.folded, told.span.end, near.span.start):
        return False
    clause = near.clause_at(near.span.start)
    governs = clause.reports and near.clause_at(told.span.start).saying == clause.span
    return governs and _closes_sentence(clause, near) and not _sayer_goes_on(clause, told, near)


def _closes_sentence(clause: Clause, near: Surroundings) -> bool:
    """Say whether a clause stands behind what it says, at the end of the sentence; not what "and" joins to it."""
    folded, end = near.folded, SENTENCE_END.search(near.folded, near.span.end)
    if folded[clause.span.start - 2 : clause.span.start].rstrip()[-1:] not in _PARTED:
        return False
    opener = _WORD.search(folded, *clause.span)
    joins = opener is not None and opener.group() in near.language.happenings.joining
    last = end.start() if end else len(folded)
    return not joins and not any(map(str.isalpha, folded[clause.span.end : last]))


def _sayer_goes_on(clause: Clause, told: Timex, near: Surroundings) -> bool:
    """Say whether the next sentence names who spoke, or somebody who may be: "she told a crowd on Sunday. She wept"."""
    folded, syntax, end = near.folded, near.language.syntax, SENTENCE_END.search(near.folded, near.span.end)
    if end is None:
        return False
    following = SENTENCE_END.search(folded, end.end())
    words = {*_WORD.findall(folded, end.end(), following.start() if following else len(folded))}
    sayer = {*_WORD.findall(folded, clause.span.start, near.span.start)} - syntax.determiners
    sayer -= {clause.verb.of(folded)} if clause.verb else set()
    single = syntax.subjects - syntax.determiners - syntax.plural_subjects
    known = {*_WORD.findall(folded, near.clause_at(told.span.start).span.start, clause.span.start)}
    return not words.isdisjoint(sayer | (single - known))


_WORD: Final = re.compile(r"[\w']+")
_PARTED: Final = (",", '"', "”", "’", "'")
_RECENT: Final = 10  # days
_AROUND: Final = (WEEK, WEEKEND)


def _stands_around(period: Period | None, near: Surroundings) -> bool:
    """Say whether a weekend or week is told around a day of the same sentence, on which the news stays."""
    day, told = near.story.day, near.story.span
    if period is None or day is None or told is None:
        return False
    if near.domain is not Domain.NEWS or coarsen(day, period.granularity) != period:
        return False
    return SENTENCE_END.search(near.folded, told.end, near.span.start) is None


def _stretched(timex: Timex) -> Period | None:
    """Give the date that a length is the first or last part of: "the first eight months of 1926", "... days of May"."""
    meaning = timex.mention.meaning
    stretch = meaning.of if isinstance(meaning, Length) else None
    if stretch is None or isinstance(stretch.of, At):
        return stretch.of.period if stretch is not None and isinstance(stretch.of, At) else None
    told = isinstance(stretch.of, Spot) and stretch.of.kind is SpotKind.MONTH and timex.interval is not None
    if not told or timex.interval is None or timex.interval.start is None:
        return None
    return coarsen(Period(DAY, timex.interval.start // DAY_SECONDS), MONTH)

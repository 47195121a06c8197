"""What an article has told so far: the day of its news, the date told last, the happenings that have a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline.calendar import DAY, MONTH, Period, first_day
from timeline.events.dating import Dating, Rule
from timeline.events.link import Link
from timeline.events.nouns import clause_nouns, modified_nouns, relative_noun
from timeline.grammar.language import Language
from timeline.model import Clause, Domain, Tense, Timex

_RECENT = 10  # days before the publish date: news tells of them as its own; what is older is background
_OPENING = 5  # sentences, headline and date line included, in which the day of the news is told


class Ground(NamedTuple):
    """What stays the same for a whole article."""

    folded: str
    published: Period | None
    domain: Domain
    language: Language


_SHARED = frozenset({Rule.BESIDE, Rule.AROUND, Rule.APART})


@dataclass(frozen=True, slots=True)
class Thread:
    """What the article has told so far: the date its news is of, the date told last, and the dated happenings.

    lead       the first recent day on which something happened
    said       the day of the last saying that has a day
    last       the date of the last clause that moved the story, with its sentence's place
    known      stem of a happening's word -> its date
    """

    lead: Dating | None = None
    said: Dating | None = None
    last: Dating | None = None
    place: int = -9
    known: Mapping[str, Dating] = field(default_factory=dict)


def dating_of(link: Link) -> Dating:
    """Give the date of a link as it is stated."""
    return Dating(link.timexes, link.period, link.interval, Rule.STATED)


def is_recent(ground: Ground, period: Period | None) -> bool:
    """Say whether a date is a day of the news: no wider than a day, and shortly before the publish date or on it."""
    if ground.published is None or period is None or period.granularity > DAY:
        return False
    return 0 <= ground.published.number - first_day(period) <= _RECENT


def moved(
    ground: Ground,
    thread: Thread,
    place: int,
    kind: str,
    clauses: Sequence[Clause],
    timexes: Sequence[Timex],
    links: Sequence[Link],
    datings: Sequence[Dating],
) -> Thread:
    """Move the thread over a sentence: its dated words are remembered, its first main clause moves the story.

    Captions and headlines move no story.
    """
    if not timexes:
        return thread
    known = dict(thread.known)
    for stem, dating in _told_of(ground, clauses, timexes, links):
        known.setdefault(stem, dating)
    for clause, dating in zip(clauses, datings, strict=True):
        if clause.verb and dating.rule in _SHARED:
            known.setdefault(ground.language.happenings.stem(clause.verb.of(ground.folded)), dating)
    thread = replace(thread, known=known, said=_said(ground, clauses, links) or thread.said)
    if kind != "body":
        return thread
    for link in links:
        if _moves(ground, clauses[link.clause], link):
            dating = dating_of(link)
            leads = place < _OPENING and is_recent(ground, dating.period)
            return replace(thread, lead=thread.lead or (dating if leads else None), last=dating, place=place)
    return thread


def _said(ground: Ground, clauses: Sequence[Clause], links: Sequence[Link]) -> Dating | None:
    found = (dating_of(link) for link in links if clauses[link.clause].reports and not link.head)
    return next((dating for dating in found if is_recent(ground, dating.period)), None)


def _moves(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether a dated clause moves the story: a main clause of the past or present, not in a quotation."""
    if link.head or not link.interval or clause.relative or clause.quoted or clause.tense is Tense.FUTURE:
        return False
    if ground.domain is not Domain.NEWS:
        return True
    period = link.timexes[0].period
    ahead = period and ground.published and first_day(period) > ground.published.number
    return clause.verb is not None and not ahead


def _told_of(
    ground: Ground, clauses: Sequence[Clause], timexes: Sequence[Timex], links: Sequence[Link]
) -> Iterator[tuple[str, Dating]]:
    """Yield the stems of the words that a sentence dates, verbs before nouns, narrow times before wide ones."""
    folded, language = ground.folded, ground.language
    for link in links:
        if link.interval:
            yield from _stems(folded, clauses[link.clause], link, language)
    nouns = [(noun, t) for noun, t in modified_nouns(folded, timexes, language) if t.period is not None]
    for noun, timex in sorted(nouns, key=lambda pair: pair[1].period is None or pair[1].period.granularity > MONTH):
        yield noun, Dating((timex,), timex.period, timex.interval, Rule.STATED)


def _stems(folded: str, clause: Clause, link: Link, language: Language) -> Iterator[tuple[str, Dating]]:
    dating, head = dating_of(link), link.head or clause.verb
    if head:
        yield language.happenings.stem(head.of(folded)), dating
    noun = relative_noun(folded, clause, language)
    if noun:
        yield noun, dating
    if not link.head and not clause.reports:
        yield from ((stem, dating) for stem in clause_nouns(folded, clause, language))

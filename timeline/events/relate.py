"""Sentences in order -> a date for each clause that states none: what it leans on, and why.

One fold over the sentences. What a clause states itself comes from `link`; the rest is carried: from a happening it
leans on, from the clause it hangs on, from the date the story stands at, from the publish date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from timeline.calendar import DAY, MONTH, Interval, Period, first_day, interval_of
from timeline.events.link import Link, links_of
from timeline.events.nouns import leaning_noun, modified_nouns
from timeline.events.shape import is_past_perfect
from timeline.grammar.language import Language
from timeline.model import Clause, Domain, Sentence, Tense, Timex

_RECENT = 10  # days before the publish date: news tells of them as its own; what is older is background
_OPENING = 5  # sentences, headline and date line included, in which the day of the news is told


class Rule(Enum):
    """What carried a date to a clause; the values name it in explanations."""

    STATED = "stated"
    LEANS = "leans on a happening that was dated before"
    SAME = "tells again what was dated before"
    BESIDE = "is told in the same sentence"
    SPEECH = "is said on the day it was said"
    STORY = "goes on from the sentence before"
    LEAD = "goes on with the news of the day the article tells of"
    NOW = "is told in the present, as the publish date stands"
    NEWS = "is told as news, as the publish date stands"
    AHEAD = "lies ahead, and nothing says when"
    OPEN = "nothing tells when"


class Dating(NamedTuple):
    """The date of a clause and what gave it.

    timexes  the words that date it, here or elsewhere; none when only the publish date does
    """

    timexes: tuple[Timex, ...]
    period: Period | None
    interval: Interval | None
    rule: Rule

    @property
    def basis(self) -> str | None:
        """Give the basis: stated, inherited, published; None when there is no date."""
        if self.rule is Rule.STATED:
            return "stated"
        if self.interval is None:
            return None
        return "inherited" if self.timexes else "published"


OPEN = Dating((), None, None, Rule.OPEN)


@dataclass(frozen=True, slots=True)
class Thread:
    """What the article has told so far: the date its news is of, the date told last, and the dated happenings.

    lead       the first recent day on which something happened
    last       the date of the last clause that moved the story, with its sentence's place
    known      stem of a happening's word -> its date
    """

    lead: Dating | None = None
    last: Dating | None = None
    place: int = -9
    known: Mapping[str, Dating] = field(default_factory=dict)


class Told(NamedTuple):
    """A sentence with its clauses and a date for each; `links` are the times it states itself."""

    sentence: Sentence
    clauses: Sequence[Clause]
    timexes: Sequence[Timex]
    links: tuple[Link, ...]
    datings: tuple[Dating, ...]
    before: Thread
    place: int


class Ground(NamedTuple):
    """What stays the same for a whole article."""

    folded: str
    published: Period | None
    domain: Domain
    language: Language


def told(
    ground: Ground, sentences: Sequence[tuple[Sentence, Sequence[Clause], Sequence[Timex]]]
) -> Iterator[Told]:
    """Date the clauses of all sentences, in order."""
    thread = Thread()
    for place, (sentence, clauses, timexes) in enumerate(sentences):
        links = tuple(links_of(ground.folded, clauses, timexes, ground.language)) if timexes else ()
        datings = _datings(ground, thread, place, clauses, links)
        yield Told(sentence, clauses, timexes, links, datings, thread, place)
        thread = _on(ground, thread, place, clauses, timexes, links, datings)


def dating_of(link: Link) -> Dating:
    """Give the date of a link as it is stated."""
    return Dating(link.timexes, link.period, link.interval, Rule.STATED)


def _datings(
    ground: Ground, thread: Thread, place: int, clauses: Sequence[Clause], links: Sequence[Link]
) -> tuple[Dating, ...]:
    stated = {link.clause: dating_of(link) for link in links if link.head is None and link.interval}
    found: list[Dating] = []
    for number, clause in enumerate(clauses):
        own = stated.get(number)
        found.append(own or _carried(ground, thread, place, clauses, number, stated, found))
    return tuple(found)


def _carried(
    ground: Ground,
    thread: Thread,
    place: int,
    clauses: Sequence[Clause],
    number: int,
    stated: Mapping[int, Dating],
    before: Sequence[Dating],
) -> Dating:
    clause = clauses[number]
    leaned = leaning_noun(ground.folded, clause, ground.language)
    if leaned and leaned in thread.known:
        return thread.known[leaned]._replace(rule=Rule.LEANS)
    if clause.tense is Tense.FUTURE and not clause.reports:
        return Dating((), None, None, Rule.AHEAD)
    if clause.tense is Tense.PRESENT:
        return published_day(ground, Rule.NOW)
    beside = _beside(ground, clauses, number, stated)
    if beside is not None:
        return beside._replace(rule=Rule.BESIDE)
    return story_date(ground, thread, place, clause)


def _beside(ground: Ground, clauses: Sequence[Clause], number: int, stated: Mapping[int, Dating]) -> Dating | None:
    """Find the date of a neighbour in the sentence that this clause shares: "met on Monday and agreed to ..."."""
    clause = clauses[number]
    if clause.reports and clause.governor is None:
        return None
    if clause.governor is not None and clause.governor in stated:
        return None if is_past_perfect(ground.folded, clause, ground.language) else stated[clause.governor]
    if number and number - 1 in stated and not clauses[number - 1].relative:
        return stated[number - 1]
    return None


def story_date(ground: Ground, thread: Thread, place: int, clause: Clause | None) -> Dating:
    """Give the date the story stands at: what was told last where it goes on, else the day of the news."""
    if ground.domain is not Domain.NEWS:
        return thread.last._replace(rule=Rule.STORY) if thread.last else OPEN
    if thread.last and _goes_on(ground, thread, place, clause):
        return thread.last._replace(rule=Rule.STORY)
    if thread.lead is not None:
        return thread.lead._replace(rule=Rule.LEAD)
    return published_day(ground, Rule.NEWS)


def _goes_on(ground: Ground, thread: Thread, place: int, clause: Clause | None) -> bool:
    """Say whether the date told last still holds: a day of the news until the news moves on, a flashback for one sentence."""
    if thread.last is None:
        return False
    news = thread.lead.period if thread.lead else ground.published
    if _is_recent(ground, thread.last) and thread.last.period and news:
        if first_day(thread.last.period) >= first_day(news):
            return True
    return place - thread.place <= 1 and clause is not None and is_past_perfect(ground.folded, clause, ground.language)


def published_day(ground: Ground, rule: Rule) -> Dating:
    """Give the publish date as the date of what is told."""
    day = ground.published
    return Dating((), day, interval_of(day), rule) if day else OPEN


def _is_recent(ground: Ground, dating: Dating) -> bool:
    """Say whether a date is a day of the news: no wider than a day, and shortly before the publish date or on it."""
    if ground.published is None or dating.period is None or dating.period.granularity > DAY:
        return False
    return 0 <= ground.published.number - first_day(dating.period) <= _RECENT


def _on(
    ground: Ground,
    thread: Thread,
    place: int,
    clauses: Sequence[Clause],
    timexes: Sequence[Timex],
    links: Sequence[Link],
    datings: Sequence[Dating],
) -> Thread:
    """Move the thread over a sentence: its main clauses move the story, all its dated words are remembered."""
    known = dict(thread.known)
    language = ground.language
    for link in links:
        if not link.interval:
            continue
        dating = dating_of(link)
        head = link.head or clauses[link.clause].verb
        if head and "say" not in language.verbs.tags(head.of(ground.folded)):
            known.setdefault(language.happenings.stem(head.of(ground.folded)), dating)
    for noun, timex in modified_nouns(ground.folded, timexes, language):
        if timex.period is None or timex.period.granularity > MONTH and noun in known:
            continue
        known.setdefault(noun, Dating((timex,), timex.period, timex.interval, Rule.STATED))
    thread = replace(thread, known=known)
    for link in links:
        clause, dating = clauses[link.clause], dating_of(link)
        if link.head or not dating.interval or clause.relative or clause.quoted or clause.tense is Tense.FUTURE:
            continue
        if ground.domain is Domain.NEWS and clause.verb is None:
            continue
        leads = place < _OPENING and _is_recent(ground, dating)
        lead = thread.lead or (dating if leads else None)
        return replace(thread, lead=lead, last=dating, place=place)
    return thread

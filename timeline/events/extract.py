"""Sentences with their clauses and timexes -> events, and what became of every timex and every sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.events.headline import headline, trigger
from timeline.events.link import Link, links_of
from timeline.events.modality import modality_of
from timeline.grammar.language import Language
from timeline.label import label_of
from timeline.model import Article, Clause, Event, Explanation, Fate, Provenance, Sentence, Span, Timex
from timeline.notation import edtf, edtf_range


class Tools(NamedTuple):
    """What extraction needs of the stages before it.

    clauses_of  sentence span -> its clauses
    explain     timex -> why it has its date
    """

    clauses_of: Callable[[Span], Sequence[Clause]]
    explain: Callable[[Timex], Explanation]
    language: Language


class Extraction(NamedTuple):
    """What the sentences of an article gave: events, the fate of every timex, sentences without an event and why."""

    events: tuple[Event, ...]
    fates: tuple[Fate, ...]
    silent: tuple[tuple[Sentence, str], ...]


def extract(
    article: Article, folded: str, sentences: Sequence[Sentence], timexes: Sequence[Timex], tools: Tools
) -> Extraction:
    """Make an event of every dated clause, in the order of the text."""
    events: list[Event] = []
    dated: dict[Span, str] = {}
    silent: list[tuple[Sentence, str]] = []
    for sentence, inside in by_sentence(sentences, timexes):
        found = list(_events_of(article, folded, sentence, inside, tools)) if inside else []
        for event, used in found:
            events.append(event)
            dated |= {timex.span: event.id for timex in used}
        if not found:
            silent.append((sentence, _silence(inside)))
    return Extraction(tuple(events), tuple(_fates(article, timexes, dated)), tuple(silent))


def by_sentence(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[tuple[Sentence, Sequence[Timex]]]:
    """Yield each sentence with the times in it."""
    place = 0
    for sentence in sentences:
        while place < len(timexes) and timexes[place].span.start < sentence.span.start:
            place += 1
        first = place
        while place < len(timexes) and timexes[place].span.start < sentence.span.end:
            place += 1
        yield sentence, timexes[first:place]


def _events_of(
    article: Article, folded: str, sentence: Sentence, timexes: Sequence[Timex], tools: Tools
) -> Iterator[tuple[Event, tuple[Timex, ...]]]:
    clauses = tools.clauses_of(sentence.span)
    for each in links_of(folded, clauses, timexes, tools.language):
        yield _event(article, folded, sentence, clauses, each, tools), each.timexes


def _event(
    article: Article, folded: str, sentence: Sentence, clauses: Sequence[Clause], each: Link, tools: Tools
) -> Event:
    clause, timex = clauses[each.clause], each.timexes[0]
    words = trigger(article.text, clause, tools.language.syntax)
    single = each.period
    label = label_of(single, each.interval, timex.mod) if each.interval else timex.span.of(article.text)
    return Event(
        id=event_id(article.id, words),
        headline=headline(article.text, sentence, clause, article.title, tools.language.syntax),
        quote=sentence.span.of(article.text),
        interval=each.interval,
        granularity=timex.period.granularity if timex.period and each.interval else None,
        edtf=edtf(single) if single else edtf_range(each.interval) if each.interval else "",
        label=label,
        basis="stated",
        modality=modality_of(folded, clauses, each.clause, tools.language.verbs),
        provenance=Provenance(sentence, words, timex, tools.explain(timex)),
    )


def event_id(article: str, words: Span) -> str:
    """Name an event by its article and its trigger, so that a new date leaves the name as it is."""
    return hashlib.sha256(f"{article}:{words.start}-{words.end}".encode()).hexdigest()[:16]


def _fates(article: Article, timexes: Sequence[Timex], dated: Mapping[Span, str]) -> Iterator[Fate]:
    for timex in timexes:
        event = dated.get(timex.span)
        if event:
            yield Fate(timex, "event", "dates an event", event)
        else:
            yield Fate(timex, *_fate(article, timex))


def _fate(article: Article, timex: Timex) -> tuple[str, str]:
    if timex.type == "DURATION":
        return "duration", "a length of time, not a date"
    if timex.type == "SET":
        return "set", "a time that comes again and again, not one date"
    if timex.value.endswith("_REF"):
        return "vague", "points to a time without saying when"
    if timex.interval is None:
        missing = "this article has no publish date" if article.published is None else "nothing tells which is meant"
        return "open", f"cannot be dated yet: {missing}"
    return "unused", "another time in the same clause dates its happening"


def _silence(timexes: Sequence[Timex]) -> str:
    if not timexes:
        return "no time is said in it"
    kinds = {_KINDS.get(t.type, "date") if not t.value.endswith("_REF") else "vague reference" for t in timexes}
    return "it says only a " + " and a ".join(sorted(kinds))


_KINDS = {"DURATION": "length of time", "SET": "recurring time"}

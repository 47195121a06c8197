"""Sentences with their clauses and timexes -> events, and what became of every timex and every sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Final, NamedTuple

from timeline.calendar import Granularity, interval_of
from timeline.events.carry import Scene
from timeline.events.confidence import confidence_of
from timeline.events.conflicts import misfit_of
from timeline.events.dating import Dating, Rule
from timeline.events.disputed import conflicts_of
from timeline.events.fates import fates_of, silence_of
from timeline.events.groups import LEADING, by_sentence, telling
from timeline.events.heading import heading_of, headings_of, is_right_below
from timeline.events.headline import headline, trigger
from timeline.events.ids import event_id, named_alone
from timeline.events.interval import opening_word
from timeline.events.lengths import length_of
from timeline.events.link import Link
from timeline.events.misfit import head_of, lies_behind
from timeline.events.modality import modality_of
from timeline.events.naming import label_of_dating
from timeline.events.once import told_once
from timeline.events.relate import Told, told
from timeline.events.shape import first_word, is_no_happening
from timeline.events.thread import Ground, dating_of
from timeline.events.why import explanation_of
from timeline.meaning import Length, Shift
from timeline.model import Article, Clause, Event, Explanation, Fate, Provenance, Sentence, Span, Tense, Timex
from timeline.notation import edtf, edtf_range


class Tools(NamedTuple):
    """What extraction needs of the stages before it.

    clauses_of  sentence span -> its clauses
    explain     timex -> why it has its date
    """

    clauses_of: Callable[[Span], Sequence[Clause]]
    explain: Callable[[Timex], Explanation]


class Extraction(NamedTuple):
    """What the sentences of an article gave: events, the fate of every timex, sentences without an event and why."""

    events: tuple[Event, ...]
    fates: tuple[Fate, ...]
    silent: tuple[tuple[Sentence, str], ...]


class _Happening(NamedTuple):
    """A dated clause, or a word of it that is dated by itself."""

    clause: int
    dating: Dating
    head: Span | None = None
    again: int = 0
    conflict: Timex | None = None


def extract(
    article: Article, ground: Ground, sentences: Sequence[Sentence], timexes: Sequence[Timex], tools: Tools
) -> Extraction:
    """Make an event of every dated clause, in the order of the text."""
    events: list[Event] = []
    dated: dict[Span, str] = {}
    ids: set[str] = set()
    tools = tools._replace(explain=_once(tools.explain))
    groups = tuple(by_sentence(sentences, timexes))
    headings = headings_of(ground, groups)
    scenes = (
        Scene(place, *_scene(*groups[place], tools), headings.below.get(place))
        for place in telling(groups, headings.alone, headings.below)
    )
    each = None
    for each in told(ground, scenes):
        for happening in _happenings(ground, each):
            event = named_alone(article, _event(article, ground, each, happening, tools), ids)
            events.append(event)
            dated |= dict.fromkeys(_spans_used(happening.dating), event.id)
            if happening.conflict:
                dated.setdefault(happening.conflict.span, event.id)
    if each:
        each.memory.forget()
    kept, instead = told_once(ground, sentences, events)
    dated = {span: instead.get(event, event) for span, event in dated.items()}
    spoken = {event.provenance.sentence.span for event in kept}
    silent = (
        (sentence, silence_of(inside, dated, alone=place in headings.alone))
        for place, (sentence, inside) in enumerate(groups)
        if sentence.span not in spoken
    )
    alone = {timex.span for place in headings.alone for timex in groups[place][1]}
    return Extraction(kept, tuple(fates_of(article, ground, timexes, dated, alone)), tuple(silent))


def _spans_used(dating: Dating) -> list[Span]:
    """List the words that date a clause and nothing else: its own times, its heading, how far it lies from another."""
    whole = dating.rule in (Rule.STATED, Rule.HEADING)
    used = dating.timexes if whole else dating.timexes[:1] if dating.rule is Rule.APART else ()
    return [timex.span for timex in used]


def _once(explain: Callable[[Timex], Explanation]) -> Callable[[Timex], Explanation]:
    """Explain each time once, however many clauses it dates."""
    known: dict[Span, Explanation] = {}

    def explained(timex: Timex) -> Explanation:
        if timex.span not in known:
            known[timex.span] = explain(timex)
        return known[timex.span]

    return explained


def _scene(
    sentence: Sentence, timexes: Sequence[Timex], tools: Tools
) -> tuple[Sentence, Sequence[Clause], Sequence[Timex]]:
    return sentence, tools.clauses_of(sentence.span), timexes


def _happenings(ground: Ground, each: Told) -> list[_Happening]:
    """List what a sentence tells with a date: its stated times first of all, then what is carried to its clauses."""
    disputed = conflicts_of(ground, each)
    heads = ((link, head_of(ground, each, link)) for link in each.links if not _is_unfinished(ground, each, link))
    stated = [
        _Happening(link.clause, dating_of(link), head, link.again, disputed.get(link.clause))
        for link, head in heads
        if head or not lies_behind(ground, each, link)
    ]
    taken = {one.clause for one in stated}
    carried = (
        _Happening(number, each.dating(number))
        for number, clause in enumerate(each.clauses)
        if number not in taken
        and (_may_be_told(ground, clause) or _may_be_apart(each, clause))
        and _is_told(ground, each, number, each.dating(number))
    )
    found = [*stated, *(carried if stated else islice(carried, 1))] or _headed(ground, each)
    return sorted(found, key=lambda one: (one.clause, one.head or (0, 0))) if len(found) > 1 else found


def _headed(ground: Ground, each: Told) -> list[_Happening]:
    """Date what stands right below a date by it, though it be a fragment: "1998 / Founding of the company"."""
    if each.heading is None or each.links or not is_right_below(ground.folded, each.heading, each.sentence):
        return []
    main = next((number for number, clause in enumerate(each.clauses) if not (clause.relative or clause.quoted)), None)
    if main is None:
        return []
    clause = each.clauses[main]
    planned = clause.tense is Tense.FUTURE  # on that day to come: "12 March / The ferry will return"
    return [_Happening(main, each.heading)] if planned or heading_of(ground, each.heading, clause) else []


def _is_unfinished(ground: Ground, each: Told, link: Link) -> bool:
    """Say whether a length ends after the publish date, though its clause tells the past: it was only guessed at."""
    ends, day = link.interval and link.interval.end, ground.published
    if link.timexes[0].type != "DURATION" or ends is None or day is None:
        return False
    return each.clauses[link.clause].tense is Tense.PAST and ends > (interval_of(day).end or ends)


def _may_be_told(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause tells a happening, whatever its date: to find a date costs more than this."""
    if clause.verb is None or clause.relative or clause.quoted or clause.reports:
        return False
    told = clause.tense in (Tense.PAST, Tense.PERFECT)
    return told and not is_no_happening(ground.folded, clause, ground.language)


def _may_be_apart(each: Told, clause: Clause) -> bool:
    """Say whether a clause tells what is to come, or what was said: only how far from what it lies can date it."""
    told = clause.tense is Tense.PAST if clause.reports else clause.tense in (Tense.FUTURE, Tense.PRESENT)
    return told and not (clause.relative or clause.quoted) and any(map(length_of, each.timexes))


def _is_told(ground: Ground, each: Told, number: int, dating: Dating) -> bool:
    """Say whether a clause without a time of its own tells a happening whose date is worth carrying to it.

    Not the sayings, for what is said is the news; not what hangs on a noun, stands in a quotation, or lies ahead.
    """
    clause, rule = each.clauses[number], dating.rule
    if (clause.tense in (Tense.FUTURE, Tense.PRESENT) or clause.reports) and rule is not Rule.APART:
        return False
    if rule not in (_BESIDE if each.links else _CARRIED) or dating.interval is None:
        return False
    if rule is Rule.BESIDE and clause.tense is Tense.PERFECT and number:
        return False  # "the strike that began on Monday has ended"
    if rule is Rule.LEAD and each.before.place == each.place - 1 and each.before.last != each.before.lead:
        return False
    news = clause.tense is Tense.PERFECT and each.place < LEADING and each.sentence.kind == "body"
    if rule is Rule.NEWS and not news:
        return False
    coordinated = ground.language.syntax.openers - ground.language.happenings.joining
    return rule in (Rule.APART, Rule.NEWS) or first_word(ground.folded, clause) not in coordinated


_BESIDE: Final = frozenset({Rule.BESIDE, Rule.LEANS, Rule.APART})
_CARRIED: Final = _BESIDE | {Rule.STORY, Rule.LEAD, Rule.NEWS, Rule.HEADING}


def _event(article: Article, ground: Ground, each: Told, happening: _Happening, tools: Tools) -> Event:
    clause, dating = each.clauses[happening.clause], happening.dating
    syntax = ground.language.syntax
    words = happening.head or trigger(article.text, clause, syntax)
    timex = dating.timexes[0] if dating.timexes else None
    width = _width(timex) if timex else dating.period and dating.period.granularity
    return Event(
        id=event_id(article.id, words, happening.again),
        headline=headline(article.text, ground, each, happening.clause, article.title, happening.again),
        quote=each.sentence.span.of(article.text),
        interval=dating.interval,
        granularity=width if dating.interval else None,
        edtf=edtf(dating.period) if dating.period else edtf_range(dating.interval) if dating.interval else "",
        label=label_of_dating(dating) or (timex.span.of(article.text) if timex else ""),
        basis=dating.basis or "stated",
        modality=modality_of(ground, each, happening.clause, happening.head, timex),
        provenance=Provenance(
            each.sentence,
            words,
            timex,
            explanation_of(article.text, words, dating, _opening(ground, dating), tools.explain),
            happening.conflict or (misfit_of(ground.folded, timex, ground.language) if timex else None),
        ),
        confidence=confidence_of(dating),
    )


def _width(timex: Timex) -> Granularity | None:
    """Give how wide a time is; of a length, or a step from some day, the unit that it is told in."""
    meaning = timex.mention.meaning
    if timex.period is not None:
        return timex.period.granularity
    return (
        meaning.unit if isinstance(meaning, Shift) else meaning.amounts[0][1] if isinstance(meaning, Length) else None
    )


def _opening(ground: Ground, dating: Dating) -> Span | None:
    """Find the word that leaves a stated date open at one end: "by", "since"."""
    if dating.rule is not Rule.STATED or len(dating.timexes) != 1 or dating.interval == dating.timexes[0].interval:
        return None
    return opening_word(ground.folded, dating.timexes[0], ground.language.syntax)

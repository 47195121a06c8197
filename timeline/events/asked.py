"""Words of an article -> when what they tell happened: the dates of the clauses, asked the other way round."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import Final

from timeline.calendar import DAY
from timeline.events.again import told_again
from timeline.events.before_noun import modified_noun, words_before
from timeline.events.beside import shares_subject
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.hanging import done_by
from timeline.events.interval import interval_told
from timeline.events.lean import Known
from timeline.events.lengths import DAY_APART, day_from, length_before, reckoned_from, stepped_back
from timeline.events.link import has_place
from timeline.events.nouns import behind_noun
from timeline.events.planning import before_plan, intended, of_plan
from timeline.events.present import is_present_form
from timeline.events.relate import Told
from timeline.events.shape import first_relative
from timeline.events.standing import published_day, story_date
from timeline.events.surface import Surface
from timeline.events.thread import Ground
from timeline.model import Clause, Span, Tense, Timex

_PHRASE: Final = 3  # words of a noun phrase behind the time that stands before it: "a Wednesday media event"


def asked(ground: Ground, told: Told, span: Span) -> Dating:
    """Say when what the words at a span tell happened."""
    number = min(bisect_right([c.span.end for c in told.clauses], span.start), len(told.clauses) - 1)
    clause, dating = told.clauses[number], told.dating(number)
    if (due := _due(ground, told, span)) is not None:
        return due
    if clause.verb is not None and clause.verb.start <= span.start < clause.verb.end:
        narrower = None if clause.tense is Tense.FUTURE else _narrower(ground, told, clause.verb, dating)
        return of_plan(ground, told, clause, span) or narrower or dating
    own = _behind(ground, told, span)
    before = partial(told.memory.find, before=told.place)
    named = (
        of_plan(ground, told, clause, span)
        or _own_time(ground, told, clause, span)
        or _pointed_at(ground, told, span)
        or _attributive(ground, span)
        or told_again(ground, told, clause, before, span, own)
        or own
    )
    if named:
        return _narrower(ground, told, span, named) or named
    return (
        _undergone(ground, before, span)
        or _stepped(ground, told, number, span)
        or told_again(ground, told, clause, told.memory.find, span, own)
        or intended(ground, told, number, span)
        or _present(ground, told, number, span)
        or _nearest(ground, told, number, span)
        or _hanging(ground, told, number, span)
        or _shared(ground, told, number, span)
    )


def _due(ground: Ground, told: Told, span: Span) -> Dating | None:
    """Find the time by which an infinitive right behind it is due: "gave them until Monday to approve the text"."""
    syntax = ground.language.syntax
    if not told.timexes or words_before(ground.folded, span.start)[1] != syntax.infinitive:
        return None
    for timex in told.timexes:
        behind = ground.folded[timex.span.end : span.start].split() if timex.span.end < span.start else ()
        near = words_before(ground.folded, timex.span.start)[1]
        if (
            behind == [syntax.infinitive]
            and near in syntax.lasting
            and has_place(ground.folded, timex, ground.language)
        ):
            return Dating((timex,), timex.period, timex.interval, Rule.STATED)
    return None


def _narrower(ground: Ground, told: Told, word: Span, dating: Dating) -> Dating | None:
    """Take the day that the article tells elsewhere of what is told here with a month or a year only."""
    period, language = dating.period, ground.language
    if period is None or period.granularity <= DAY or dating.rule not in (Rule.STATED, Rule.SAME):
        return None
    several = word.of(ground.folded) in language.happenings.nouns and language.syntax.is_plural(word.of(ground.folded))
    return None if several else told.memory.narrower(language.happenings.stem(word.of(ground.folded)), dating)


def _undergone(ground: Ground, known: Known, span: Span) -> Dating | None:
    """Date a participle by what did it: "the homes damaged by the quake"."""
    if ground.language.verbs.tags(span.of(ground.folded)).isdisjoint(_PARTICIPLES):
        return None
    found = done_by(ground.folded, span.end, known, ground.language)
    return at_its_time(found)._replace(rule=Rule.LEANS) if found else None


def _hanging(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Date a participle that opens a clause's words by the clause before: "he spoke, saying that it is new"."""
    clause = told.clauses[number]
    if not number or clause.verb is None or span.start > clause.verb.start:
        return None
    between = ground.folded[clause.span.start : span.start]
    gerund = ground.language.syntax.ends(span.of(ground.folded), ground.language.syntax.gerund_ending)
    dating = told.dating(number - 1)
    if not gerund or len(between.split()) >= _PHRASE:
        return None
    return dating._replace(rule=Rule.BESIDE) if dating.rule is Rule.STATED else dating


def _shared(ground: Ground, told: Told, number: int, span: Span) -> Dating:
    """Give the date of the clause the words stand in; what is given already lies neither ahead nor before."""
    clause, dating = told.clauses[number], told.dating(number)
    if clause.relative and clause.verb and number + 1 < len(told.clauses):
        opened = first_relative(ground.folded, clause, ground.language)
        if opened is None and shares_subject(ground.folded, told.clauses, number + 1, ground.language):
            opened = clause.verb.start
        if opened is not None and span.end <= opened:
            return _shared(ground, told, number + 1, span)
    if dating.rule is Rule.STATED:
        return before_plan(ground, told, clause, span) or dating._replace(rule=Rule.BESIDE)
    if dating.rule not in (Rule.AHEAD, Rule.BEFORE) or clause.verb is None:
        return dating
    given = ground.language.happenings.points_back(words_before(ground.folded, span.start)[1])
    early = dating.rule is Rule.AHEAD and span.end <= clause.verb.start
    return story_date(ground, told.before) if given or early else dating


def _stepped(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Date the noun that a dated clause lies so far from: "painted it in 1887, a year before his death"."""
    base, folded, language = told.dating(number), ground.folded, ground.language
    start = told.clauses[number].span.start
    for word in language.happenings.lean.finditer(folded, start, span.start):
        if not folded[start : word.start()].strip():
            continue  # it opens the clause, which lies so far off as a whole
        side = language.happenings.leaning[word.group()]
        if side in DAY_APART and _is_phrase(folded, word.end() + 1, span.start):
            return day_from(base, -DAY_APART[side])  # "this is the eve of the visit"
        length = length_before(folded, Span(*word.span()), told.timexes)
        if length and base.rule in _SURE and _is_phrase(folded, word.end() + 1, span.start):
            return stepped_back(length, Span(*word.span()), language.happenings.leaning[word.group()], base)
    return None


_SURE: Final = frozenset({Rule.STATED, Rule.SAME, Rule.LEANS, Rule.APART, Rule.NEWS, Rule.NOW, Rule.LEAD, Rule.STORY})


def _own_time(ground: Ground, told: Told, clause: Clause, span: Span) -> Dating | None:
    """Find a time that stands before the noun, or that its participle governs."""
    for link in told.links:
        if link.head and link.interval and link.head.start <= span.start < link.head.end:
            return Dating(link.timexes, link.period, link.interval, Rule.STATED)
    for timex in told.timexes:
        if not has_place(ground.folded, timex, ground.language):
            continue
        noun = modified_noun(ground.folded, timex, ground.language)
        if noun and noun.start <= span.start and _is_phrase(ground.folded, noun.start, span.start):
            if noun.start < span.start and is_present_form(ground.folded, clause, span, ground.language):
                continue  # "Monday's agreement covers them"
            if any(map(ground.language.verbs.tags, ground.folded[noun.end : span.start].split())):
                continue  # "Monday's statement said fire crews were late"
            own = reckoned_from(ground.folded, timex, ground.language)
            return Dating((own,), own.period, own.interval, Rule.STATED)  # on it, also "before Friday's vote"
    return None


def _behind(ground: Ground, told: Told, span: Span) -> Dating | None:
    """Find a time right behind the noun: "the attack on Saturday"."""
    for timex in told.timexes:
        behind = (
            behind_noun(ground.folded, timex, ground.language)
            if has_place(ground.folded, timex, ground.language)
            else None
        )
        if behind and behind.start <= span.start < behind.end:
            return _stated(ground, timex)
    return None


def _is_phrase(folded: str, start: int, end: int) -> bool:
    between = folded[start:end]
    return start == end or (len(between.split()) < _PHRASE and between.translate(_LOOSE).isalpha())


_LOOSE: Final = str.maketrans("", "", " -'")


def _stated(ground: Ground, timex: Timex) -> Dating:
    interval = interval_told(ground.folded, (timex,), ground.language)
    return Dating((timex,), timex.period if interval == timex.interval else None, interval, Rule.STATED)


def _pointed_at(ground: Ground, told: Told, span: Span) -> Dating | None:
    """Find the date of what the sentence before told of: "In 2005 a storm hit the coast. That storm ..."."""
    last = told.before.last
    if last is None or told.place - told.before.place != 1:
        return None
    points = words_before(ground.folded, span.start)[1] in ground.language.happenings.demonstrative
    return at_its_time(last)._replace(rule=Rule.STORY) if points else None


def _attributive(ground: Ground, span: Span) -> Dating | None:
    """Leave open when that was which only tells what a thing is: "the recently announced merger"."""
    syntax = ground.language.syntax
    before, near = words_before(ground.folded, span.start)
    if near not in syntax.lately:
        return None
    known = before in syntax.determiners or ground.language.happenings.points_back(before)
    tags = ground.language.verbs.tags(span.of(ground.folded))
    return OPEN if known and not tags.isdisjoint(_PARTICIPLES) else None


_PARTICIPLES: Final = frozenset({"past", "participle"})


def _present(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Date a verb in the present by the time of its clause, else by the publish date."""
    if not is_present_form(ground.folded, told.clauses[number], span, ground.language):
        return None
    if words_before(ground.folded, span.start)[1] in ground.language.syntax.relatives:
        return published_day(ground, Rule.NOW)  # "In May her son, who studies law, left"
    surface = Surface.of(ground.folded, told.clauses[number], told.timexes)
    verb = surface.clause.verb
    for timex in told.timexes:
        if verb and max(verb.end, timex.span.start) <= span.start:
            continue  # of the verb before: "sold the dam in 2022 and denies blame", "in 2004 built a mill, which now"
        if modified_noun(ground.folded, timex, ground.language):
            continue  # of what it stands before: "Monday's agreement covers them"
        part = surface.part(timex.span.start)
        opening = ground.folded[part.start : timex.span.end].split()[:1]
        if not ground.language.happenings.reporting.isdisjoint(opening):
            continue  # "For the full year, the firm expects a loss"
        opens = part.start == surface.clause.span.start <= timex.span.start < part.end
        if has_place(ground.folded, timex, ground.language) and opens:
            return _stated(ground, timex)
    return published_day(ground, Rule.NOW)


def _nearest(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Find the time nearest to the words in their own part of the clause, behind them rather than before."""
    surface = Surface.of(ground.folded, told.clauses[number], told.timexes)
    part = surface.part(span.start)
    times = [t for t in told.timexes if has_place(ground.folded, t, ground.language)]
    inside = [t for t in times if part.start <= t.span.start < part.end]
    leading = [t for t in times if not ground.folded[t.span.end : part.start - 1].strip() and t.span.end < part.start]
    inside = inside or leading[-1:]
    if not inside:
        return None
    if told.dating(number).rule is Rule.STATED and len(inside) == 1 and inside != leading[-1:]:
        return None
    return _stated(ground, min(inside, key=lambda t: (t.span.start < span.start, abs(t.span.start - span.start))))

"""Words of an article -> when what they tell happened: the dates of the clauses, asked the other way round."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import Final

from timeline.calendar import DAY
from timeline.events.attach import stands_apart
from timeline.events.before_noun import modified_noun, words_before
from timeline.events.beside import shares_subject
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.interval import interval_told
from timeline.events.lean import Known
from timeline.events.lengths import DAY_APART, day_from, length_before, stepped_back
from timeline.events.link import dates_something
from timeline.events.memory import is_narrower
from timeline.events.nouns import behind_noun
from timeline.events.planning import before_plan, intended, of_plan
from timeline.events.present import is_present_form
from timeline.events.relate import Told
from timeline.events.shape import first_relative
from timeline.events.standing import is_before, published_day, story_date
from timeline.events.surface import WORD, Surface
from timeline.events.thread import Ground
from timeline.model import Clause, Span, Tense, Timex

_PHRASE: Final = 3  # words of a noun phrase behind the time that stands before it: "a Wednesday media event"


def asked(ground: Ground, told: Told, span: Span) -> Dating:
    """Say when what the words at a span tell happened."""
    number = min(bisect_right([c.span.end for c in told.clauses], span.start), len(told.clauses) - 1)
    clause, dating = told.clauses[number], told.dating(number)
    if clause.verb is not None and clause.verb.start <= span.start < clause.verb.end:
        return of_plan(ground, told, clause, span) or _narrower(ground, told, clause, dating) or dating
    return (
        of_plan(ground, told, clause, span)
        or _own_time(ground, told, clause, span)
        or _pointed_at(ground, told, span)
        or _attributive(ground, span)
        or _told_again(ground, told, clause, partial(told.memory.find, before=told.place), span)
        or _behind(ground, told, span)
        or _stepped(ground, told, number, span)
        or _told_again(ground, told, clause, told.memory.find, span)
        or intended(ground, told, number, span)
        or _present(ground, told, number, span)
        or _nearest(ground, told, number, span)
        or _hanging(ground, told, number, span)
        or _shared(ground, told, number, span)
    )


def _narrower(ground: Ground, told: Told, clause: Clause, dating: Dating) -> Dating | None:
    """Take the day that the article tells elsewhere of what a clause tells with a month or a year only."""
    period = dating.period
    if clause.verb is None or clause.tense is Tense.FUTURE or period is None or period.granularity <= DAY:
        return None
    known = dating.rule in (Rule.STATED, Rule.SAME)
    return (
        told.memory.narrower(ground.language.happenings.stem(clause.verb.of(ground.folded)), dating) if known else None
    )


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
    for word in language.happenings.lean.finditer(folded, told.clauses[number].span.start, span.start):
        side = language.happenings.leaning[word.group()]
        if side in DAY_APART and _is_phrase(folded, word.end() + 1, span.start):
            return day_from(base, -DAY_APART[side])  # "this is the eve of the visit"
        length = length_before(folded, Span(*word.span()), told.timexes)
        if length and base.rule in _SURE and _is_phrase(folded, word.end() + 1, span.start):
            return stepped_back(length, Span(*word.span()), language.happenings.leaning[word.group()], base)
    return None


_SURE: Final = frozenset({Rule.STATED, Rule.SAME, Rule.LEANS, Rule.APART})


def _own_time(ground: Ground, told: Told, clause: Clause, span: Span) -> Dating | None:
    """Find a time that stands before the noun, or that its participle governs."""
    for link in told.links:
        if link.head and link.interval and link.head.start <= span.start < link.head.end:
            return Dating(link.timexes, link.period, link.interval, Rule.STATED)
    for timex in told.timexes:
        if not _dates(ground, timex):
            continue
        noun = modified_noun(ground.folded, timex, ground.language)
        if noun and noun.start <= span.start and _is_phrase(ground.folded, noun.start, span.start):
            if noun.start < span.start and is_present_form(ground.folded, clause, span, ground.language):
                continue  # "Monday's agreement covers them"
            return Dating((timex,), timex.period, timex.interval, Rule.STATED)  # on it, also "before Friday's vote"
    return None


def _behind(ground: Ground, told: Told, span: Span) -> Dating | None:
    """Find a time right behind the noun: "the attack on Saturday"."""
    for timex in told.timexes:
        behind = behind_noun(ground.folded, timex, ground.language) if _dates(ground, timex) else None
        if behind and behind.start <= span.start < behind.end:
            return _stated(ground, timex)
    return None


def _dates(ground: Ground, timex: Timex) -> bool:
    placed = timex.interval is not None and dates_something(timex)
    return placed and not stands_apart(ground.folded, timex, ground.language)


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


def _told_again(ground: Ground, told: Told, clause: Clause, known: Known, span: Span) -> Dating | None:
    """Find the date of a happening told elsewhere that this definite noun names again."""
    happenings = ground.language.happenings
    before = words_before(ground.folded, span.start)
    given = any(happenings.points_back(word) for word in before) or _is_done(ground, span, before[1])
    if not given or before[1] in happenings.indefinite:
        return None
    if _is_another(ground, told, clause, span):
        return None
    found = known(happenings.stem(span.of(ground.folded)))
    if found is None or _is_elsewhere(_behind(ground, told, span), found):
        return None
    return found._replace(rule=Rule.SAME)


def _is_done(ground: Ground, span: Span, before: str) -> bool:
    """Say whether a participle takes its happening as known: "soon after being captured", "jailed for robbing it"."""
    syntax, happenings = ground.language.syntax, ground.language.happenings
    if before in syntax.passives:
        return syntax.is_gerund(before)
    return syntax.is_gerund(span.of(ground.folded)) and (before in happenings.outside or before in happenings.leaning)


def _is_elsewhere(own: Dating | None, found: Dating) -> bool:
    """Say whether a noun has a time of its own that is not that of what was told: "its launch in 2003".

    A day behind it may be that of the verb: "announced the death on Monday".
    """
    if own is None:
        return False
    own = at_its_time(own)
    if is_narrower(own, found):
        return True  # "abducted in March ... his capture on 26 March"
    if own.period is None or own.period.granularity <= DAY:
        return False
    return is_before(own, found) or is_before(found, own)


def _is_another(ground: Ground, told: Told, clause: Clause, span: Span) -> bool:
    """Say whether what stands behind a noun tells it anew: "the robbery of a bank", "the strike at Lind on Sunday"."""
    happenings, verb = ground.language.happenings, clause.verb
    behind = WORD.findall(ground.folded, span.end, clause.span.end)[:2]
    if len(behind) > 1 and behind[0] in happenings.belonging and behind[1] in happenings.indefinite:
        return True
    subject = verb is not None and span.end < verb.start
    times = (t for t in told.timexes if subject and verb and span.end < t.span.start < verb.start and _dates(ground, t))
    return any("," not in ground.folded[span.end : timex.span.start] for timex in times)


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
        if _dates(ground, timex) and opens:
            return _stated(ground, timex)
    return published_day(ground, Rule.NOW)


def _nearest(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Find the time nearest to the words in their own part of the clause, behind them rather than before."""
    surface = Surface.of(ground.folded, told.clauses[number], told.timexes)
    part = surface.part(span.start)
    times = [t for t in told.timexes if _dates(ground, t)]
    inside = [t for t in times if part.start <= t.span.start < part.end]
    leading = [t for t in times if not ground.folded[t.span.end : part.start - 1].strip() and t.span.end < part.start]
    inside = inside or leading[-1:]
    if not inside:
        return None
    if told.dating(number).rule is Rule.STATED and len(inside) == 1 and inside != leading[-1:]:
        return None
    return _stated(ground, min(inside, key=lambda t: (t.span.start < span.start, abs(t.span.start - span.start))))

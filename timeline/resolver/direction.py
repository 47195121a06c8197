"""Which of several dates is meant: the tense and the small words around a mention, and before all nearness.

The figures behind the choices were counted on news (314 weekdays, 79 months, 144 days of a month): a weekday that is
the publish date's own is that day in 135 of 137 cases; the nearest month or day of a month is right in 85 and 94 %,
and in 90 and 96 % when a verb of its own clause may overrule it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from timeline.calendar import Period, first_day
from timeline.grammar.language import Language
from timeline.meaning import SpotKind
from timeline.model import Clause, Cue, Domain, Span, Tense
from timeline.resolver.spots import Candidates


class Pointer(NamedTuple):
    """Where the words around a mention point: -1 past, +1 future, 0 nowhere; strict when they govern it for sure.

    bound  they leave no other reading, however far the date lies: "since it began in March"
    """

    sign: int
    strict: bool
    cue: Cue | None
    bound: bool = False


NOWHERE = Pointer(0, False, None)
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def point(folded: str, span: Span, clause: Clause, language: Language) -> Pointer:
    """Read the words around a mention: the preposition before it, the words that point, the verb of its clause."""
    genitive = language.syntax.genitive
    if genitive and folded.startswith(genitive, span.end):
        return NOWHERE  # "Monday's vote": the verb is said of the vote
    words = list(_WORDS.finditer(folded, max(clause.span.start, span.start - 60), span.start))
    for distance, word in enumerate(reversed(words)):
        sign = _cue_sign(folded, word, distance, clause, language)
        if sign:
            reason = "points to the past" if sign < 0 else "points to the future"
            bound = sign < 0 and "cue_past_prepositions" in language.verbs.tags(word.group())
            return Pointer(sign, True, Cue(Span(word.start(), word.end()), reason), bound)
    return _verb_pointer(folded, span, clause, language)


def _cue_sign(folded: str, word: re.Match[str], distance: int, clause: Clause, language: Language) -> int:
    """Say where a word so many words before a mention points; prepositions only count right before it."""
    tags = language.verbs.tags(word.group())
    if "cue_past_prepositions" in tags:
        return -1 if distance < _PREPOSED or word.start() == clause.span.start else 0
    if "cue_future_prepositions" in tags:
        ahead = clause.tense is not Tense.PAST or _put_off(folded, clause, language)
        return 1 if ahead and distance < _PREPOSED else 0
    points = distance < _POINTING and "cue_future" in tags and "cue_past" not in tags
    if points and any(folded.startswith(cause, word.start()) for cause in language.syntax.causes):
        return 0
    if points and _long_past(folded, word.start(), language):
        return 0
    return int(points)


_PREPOSED, _POINTING = 2, 5  # how many words before a mention a preposition, or another word that points, may stand


def _present_pointer(folded: str, span: Span, verb: Span, language: Language, *, same_segment: bool) -> Pointer:
    if "scheduled_present" in language.verbs.tags(verb.of(folded)):
        return Pointer(1, same_segment, Cue(verb, "is in the present, as for what is on the calendar"))
    if _is_under_way(folded, span, verb, language):
        return Pointer(1, False, Cue(verb, "is in the present, as for what is planned"))
    return NOWHERE


def _long_past(folded: str, position: int, language: Language) -> bool:
    """Say whether what was ahead was so in the past, which tells nothing: "had been due to expire Friday"."""
    return any("have_past" in language.verbs.tags(word) for word in _WORDS.findall(folded, position - 18, position))


def _put_off(folded: str, clause: Clause, language: Language) -> bool:
    return clause.verb is not None and "cue_put_off" in language.verbs.tags(clause.verb.of(folded))


def _verb_pointer(folded: str, span: Span, clause: Clause, language: Language) -> Pointer:
    if clause.verb is None:
        return NOWHERE
    if clause.verb.start >= span.end and _hung_on(folded, span.end, clause.verb.start, language):
        return NOWHERE
    tags = language.verbs.tags(clause.verb.of(folded))
    between = folded[clause.verb.end : span.start] if clause.verb.end <= span.start else ""
    same_segment = "," not in between
    if clause.tense is Tense.FUTURE:
        if _long_past(folded, clause.verb.start, language):
            return NOWHERE
        return Pointer(1, same_segment and not clause.reports, Cue(clause.verb, "is in the future"))
    if clause.tense is Tense.PRESENT:
        return _present_pointer(folded, span, clause.verb, language, same_segment=same_segment)
    if clause.tense is Tense.PAST:
        plan = _plan(between, clause.verb.end, language) if "plan" in tags else None
        if plan:
            return Pointer(1, True, Cue(plan, "is a plan"))
        if "plan" in tags and "cue_future" in tags:  # "planned a march for Saturday"
            return Pointer(1, same_segment, Cue(clause.verb, "is a plan"))
        return Pointer(-1, same_segment and not clause.reports, Cue(clause.verb, "is in the past tense"))
    if clause.tense is Tense.PERFECT:
        return Pointer(-1, False, Cue(clause.verb, "is in the present perfect"))
    return NOWHERE


def _is_under_way(folded: str, span: Span, verb: Span, language: Language) -> bool:
    """Say whether a verb in -ing dates a mention: "are meeting on Friday", but not "are working under a June deal"."""
    before = folded[max(0, span.start - 16) : span.start].split()
    bare = before and before[-1] not in language.syntax.determiners - language.syntax.time_prepositions
    return bool(bare) and language.syntax.ends(verb.of(folded), language.syntax.gerund_ending)


def _hung_on(folded: str, start: int, end: int, language: Language) -> bool:
    """Say whether a verb behind a mention belongs to a clause that hangs on it: "a vow Friday that he will go"."""
    hangers = (*language.syntax.relatives, *language.syntax.complementizers)
    return any(word in hangers for word in _WORDS.findall(folded, start, end))


def _plan(between: str, start: int, language: Language) -> Span | None:
    """Find the infinitive behind a verb of planning: "agreed *to meet* on Friday"."""
    words = list(_WORDS.finditer(between))
    for word, following in pairwise(words):
        if word.group() == language.syntax.infinitive:
            return Span(start + word.start(), start + following.end())
    return None


def undecided(kind: SpotKind, found: Candidates, day: int) -> bool:
    """Say whether the words around can change the choice; reading them is most of what resolving costs."""
    if found.same is not None:
        return kind is SpotKind.FEAST
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    return kind in _WEEKLY or kind is SpotKind.QUARTER or max(back, ahead) < _NAMED * min(back, ahead)


# How many times farther a date may lie that the words around point to; named days are said from far off.
_STRICT, _LOOSE, _NAMED = 6, 3, 20
_WEEKLY = (SpotKind.WEEKDAY, SpotKind.WEEKEND)


def _reach(kind: SpotKind, pointer: Pointer) -> int:
    return _LOOSE if not pointer.strict else _NAMED if pointer.bound or kind is SpotKind.FEAST else _STRICT


def choose(kind: SpotKind, found: Candidates, day: int, pointer: Pointer, domain: Domain) -> tuple[Period, str]:
    """Choose among the candidates around a day; the answer is the period and past | same | future."""
    if found.same is not None and not (pointer.bound and kind is SpotKind.FEAST):
        return found.same, "same"
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    if kind in _WEEKLY:
        sign = _weekday_sign(back, ahead, pointer, domain)
    elif kind is SpotKind.QUARTER:  # quarters are reported when they have ended
        sign = 1 if pointer.sign > 0 and pointer.strict and ahead < back else -1
    else:
        sign = -1 if back < ahead and not (domain is Domain.COLLOQUIAL and ahead < 2 * back) else 1
        if pointer.sign and pointer.sign != sign and max(back, ahead) < _reach(kind, pointer) * min(back, ahead):
            sign = pointer.sign
    return (found.before, "past") if sign < 0 else (found.after, "future")


def _weekday_sign(back: int, ahead: int, pointer: Pointer, domain: Domain) -> int:
    if pointer.sign > 0 and pointer.strict:
        return 1
    if pointer.sign < 0:
        return -1
    if domain is Domain.COLLOQUIAL:
        return 1
    if pointer.sign > 0 and ahead <= back:
        return 1
    return -1 if back <= 4 or ahead > 1 else 1

"""Which of several dates is meant: the tense and the small words around a mention, and before all nearness.

The figures behind the choices were counted on news (314 weekdays, 79 months, 144 days of a month): a weekday that is
the publish date's own is that day in 135 of 137 cases; the nearest month or day of a month is right in 85 and 94 %,
and in 90 and 96 % when a verb of its own clause may overrule it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.calendar import Period, first_day
from timeline.grammar.language import Language
from timeline.meaning import SpotKind
from timeline.model import Clause, Cue, Domain, Span, Tense
from timeline.resolver.spots import Candidates


class Pointer(NamedTuple):
    """Where the words around a mention point: -1 past, +1 future, 0 nowhere; strict when they govern it for sure."""

    sign: int
    strict: bool
    cue: Cue | None


NOWHERE = Pointer(0, False, None)
_MARK = re.compile(r"[?!]")
_PAUSE = re.compile(r"[,!?]|:-?[()D/P]|\.\.")  # a comma, a mark, a face: what follows may be of another clause
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def point(folded: str, span: Span, clause: Clause, language: Language) -> Pointer:
    """Read the words around a mention: the preposition before it, the words that point, the verb of its clause."""
    words = list(_WORDS.finditer(folded, max(clause.span.start, span.start - 60), span.start))
    genitive = language.syntax.genitive
    if genitive and folded.startswith(genitive, span.end):  # "Monday's vote": the verb is said of the vote
        return _awaited(words, language)
    for distance, word in enumerate(words[: -_POINTING - 1 : -1]):
        tags = language.verbs.tags(word.group())
        sign = tags and _cue_sign(folded, word, tags, distance, clause, language)
        if sign:
            reason = "points to the past" if sign < 0 else "points to the future"
            return Pointer(sign, True, _cue(word, reason))
    return _verb_pointer(folded, span, clause, language)


def _cue(word: re.Match[str], reason: str) -> Cue:
    return Cue(Span(word.start(), word.end()), reason)


def _awaited(words: Sequence[re.Match[str]], language: Language) -> Pointer:
    """Look for what makes a day's happening one to come: "await Friday's report", "ahead of Sunday's vote"."""
    for word in words[-_PREPOSED:]:
        if "cue_future_of_genitive" in language.verbs.tags(word.group()):
            return Pointer(1, True, _cue(word, "points to the future"))
    return NOWHERE


def _cue_sign(
    folded: str, word: re.Match[str], tags: frozenset[str], distance: int, clause: Clause, language: Language
) -> int:
    """Say where a word so many words before a mention points; prepositions only count right before it."""
    past = clause.tense is Tense.PAST and not _apart(folded, word.start(), clause)
    if "cue_past_prepositions" in tags:
        return -1 if distance < _PREPOSED else 0
    if distance == 0 and "cue_appointing_prepositions" in tags and _appoints(folded, word.start(), clause, language):
        return 1
    if "cue_future_prepositions" in tags:
        return 1 if distance < _PREPOSED and (not past or _goes_on(folded, word.start(), clause, language)) else 0
    if "cue_past" in tags:
        return 0
    if word.group() == language.syntax.infinitive:
        return int(_is_passive(folded, word.end(), language))
    points = "cue_future" in tags or ("cue_future_unless_past" in tags and not past)
    return int(points and not any(folded.startswith(cause, word.start()) for cause in language.syntax.causes))


def _apart(folded: str, place: int, clause: Clause) -> bool:
    """Say whether the last pause before a word comes after the verb: "it was epic, leftovers *until* Friday"."""
    if clause.verb is None or clause.verb.end > place:
        return False
    between = folded[clause.verb.end : place]
    pause = between.rfind(",")
    return pause >= 0 and len(between[pause:].split()) <= _FRAGMENT


_FRAGMENT = 4  # words that a fragment behind a comma may have, its comma too

_PREPOSED, _POINTING = 2, 5  # how many words before a mention a preposition, or another word that points, may stand


def _is_passive(folded: str, place: int, language: Language) -> bool:
    """Say whether a passive follows an infinitive's word: "a review to *be completed* by Nov. 1"."""
    words = _WORDS.findall(folded, place, place + 30)[:2]
    return len(words) == 2 and words[0] in language.syntax.passives and "participle" in language.verbs.tags(words[1])


def _goes_on(folded: str, place: int, clause: Clause, language: Language) -> bool:
    """Say whether a bare participle before "until" tells how things stand: "road closed until Friday"."""
    verb = clause.verb
    if verb is None or folded[verb.end : place].strip() or "lasting_state" not in language.verbs.tags(verb.of(folded)):
        return False
    left = _WORDS.findall(folded, max(clause.span.start, verb.start - 12), verb.start)
    return not left or language.verbs.tags(left[-1]).isdisjoint(_AUXILIARIES)


_AUXILIARIES = frozenset({"be_past", "have_past", "have_present"})


def _appoints(folded: str, place: int, clause: Clause, language: Language) -> bool:
    """Say whether the verb before a preposition gives a happening its day: "moved the vote *to* Monday"."""
    verb = clause.verb
    return verb is not None and verb.end <= place and "appoint" in language.verbs.tags(verb.of(folded))


def _verb_pointer(folded: str, span: Span, clause: Clause, language: Language) -> Pointer:
    if clause.verb is None:
        return _participle(folded, span, clause, language)
    tags = language.verbs.tags(clause.verb.of(folded))
    between = folded[clause.verb.end : span.start] if clause.verb.end <= span.start else ""
    same_segment = not _PAUSE.search(between)
    if span.end < clause.verb.start and _MARK.search(folded, span.end, clause.verb.start):
        return NOWHERE  # "Wednesday? confused": the verb is of another sentence
    if clause.tense is Tense.FUTURE:
        return Pointer(1, same_segment, Cue(clause.verb, "is in the future"))
    if clause.tense is Tense.PRESENT and "scheduled_present" in tags:
        return Pointer(1, same_segment, Cue(clause.verb, "is in the present, as for what is on the calendar"))
    if clause.tense is Tense.PAST:
        plan = None if tags.isdisjoint(_ORDERED) else _plan(between, clause.verb.end, language)
        if plan:
            return Pointer(1, True, Cue(plan, "is a plan"))
        return Pointer(-1, same_segment and not clause.reports, Cue(clause.verb, "is in the past tense"))
    if clause.tense is Tense.PERFECT:
        return Pointer(-1, False, Cue(clause.verb, "is in the present perfect"))
    return NOWHERE


def _participle(folded: str, span: Span, clause: Clause, language: Language) -> Pointer:
    """Find the participle that stands for a verb in a fragment: "last *seen* on Tuesday", "bike *stolen* Monday"."""
    words = list(_WORDS.finditer(folded, max(clause.span.start, span.start - 60), span.start))
    for word in words[: -_POINTING - 1 : -1]:
        if "participle" in language.verbs.tags(word.group()):
            return Pointer(-1, True, _cue(word, "is a participle of what has happened"))
    return NOWHERE


_ORDERED = frozenset({"plan", "order"})


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
_RECENT = 62  # days back from which a message, which is mostly about what is to come, needs a verb in the past
_WEEKLY = (SpotKind.WEEKDAY, SpotKind.WEEKEND)


def _reach(kind: SpotKind, pointer: Pointer) -> int:
    return _LOOSE if not pointer.strict else _NAMED if kind is SpotKind.FEAST else _STRICT


def choose(kind: SpotKind, found: Candidates, day: int, pointer: Pointer, domain: Domain) -> tuple[Period, str]:
    """Choose among the candidates around a day; the answer is the period and past | same | future."""
    chat = domain is Domain.COLLOQUIAL
    elsewhere = pointer.strict and pointer.sign > 0 and kind is SpotKind.FEAST and not chat
    if found.same is not None and not elsewhere:  # a message on a named day is about that day
        return found.same, "same"
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    if kind in _WEEKLY or (chat and kind is SpotKind.MONTH_DAY):
        sign = _weekday_sign(back, ahead, pointer, domain)
    elif kind is SpotKind.QUARTER:  # quarters are reported when they have ended
        sign = 1 if pointer.sign > 0 and pointer.strict and ahead < back else -1
    else:
        sign = -1 if back < ahead and not (chat and (ahead < 2 * back or back > _RECENT)) else 1
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

"""Which of several dates is meant: the tense and the small words around a mention, and before all nearness.

The figures behind the choices were counted on news (314 weekdays, 79 months, 144 days of a month): a weekday that is
the publish date's own is that day in 135 of 137 cases; the nearest month or day of a month is right in 85 and 94 %,
and in 90 and 96 % when a verb of its own clause may overrule it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.calendar import Period, first_day
from timeline.grammar.verbs import VerbTable
from timeline.meaning import SpotKind
from timeline.model import Clause, Cue, Domain, Span, Tense
from timeline.resolver.spots import Candidates


class Pointer(NamedTuple):
    """Where the words around a mention point: -1 past, +1 future, 0 nowhere; strict when they govern it for sure."""

    sign: int
    strict: bool
    cue: Cue | None


NOWHERE = Pointer(0, False, None)
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def point(folded: str, span: Span, clause: Clause, verbs: VerbTable) -> Pointer:
    """Read the words around a mention: the preposition before it, the words that point, the verb of its clause."""
    if folded.startswith("'s", span.end):
        return NOWHERE  # "Monday's vote": the verb is said of the vote
    words = list(_WORDS.finditer(folded, max(clause.span.start, span.start - 60), span.start))
    for distance, word in enumerate(reversed(words)):
        tags = verbs.tags(word.group())
        here = Span(word.start(), word.end())
        if distance < 2 and "cue_past_prepositions" in tags:
            return Pointer(-1, True, Cue(here, "points to the past"))
        if "cue_future_prepositions" in tags:
            if distance < 2 and clause.tense is not Tense.PAST:
                return Pointer(1, True, Cue(here, "points to the future"))
        elif distance < 5 and "cue_future" in tags and "cue_past" not in tags and not _is_cause(folded, here):
            return Pointer(1, True, Cue(here, "points to the future"))
    return _verb_pointer(folded, span, clause, verbs)


def _is_cause(folded: str, word: Span) -> bool:
    """Say whether "due" gives a cause ("due to its loss") instead of pointing ahead."""
    return word.of(folded) == "due" and folded.startswith(" to ", word.end)


def _verb_pointer(folded: str, span: Span, clause: Clause, verbs: VerbTable) -> Pointer:
    if clause.verb is None:
        return NOWHERE
    word = clause.verb.of(folded)
    between = folded[clause.verb.end : span.start] if clause.verb.end <= span.start else ""
    same_segment = "," not in between
    if clause.tense is Tense.FUTURE:
        return Pointer(1, same_segment and not clause.reports, Cue(clause.verb, "is in the future"))
    if clause.tense is Tense.PRESENT and "scheduled_present" in verbs.tags(word):
        return Pointer(1, same_segment, Cue(clause.verb, "is in the present, as for what is on the calendar"))
    if clause.tense is Tense.PAST:
        infinitive = re.search(r"\bto ([a-z]+)\b(?!,)", between)
        if infinitive and "plan" in verbs.tags(word):
            start = clause.verb.end + infinitive.start()
            return Pointer(1, True, Cue(Span(start, start + len(infinitive.group())), "is a plan"))
        return Pointer(-1, same_segment and not clause.reports, Cue(clause.verb, "is in the past tense"))
    if clause.tense is Tense.PERFECT:
        return Pointer(-1, False, Cue(clause.verb, "is in the present perfect"))
    return NOWHERE


_STRICT, _LOOSE = 6, 3  # how many times farther a date may lie that the words around point to


def undecided(kind: SpotKind, found: Candidates, day: int) -> bool:
    """Say whether the words around can change the choice; reading them is most of what resolving costs."""
    if found.same is not None:
        return kind is SpotKind.FEAST
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    return kind in _WEEKLY or kind is SpotKind.QUARTER or max(back, ahead) < _STRICT * min(back, ahead)


_WEEKLY = (SpotKind.WEEKDAY, SpotKind.WEEKEND)


def choose(kind: SpotKind, found: Candidates, day: int, pointer: Pointer, domain: Domain) -> tuple[Period, str]:
    """Choose among the candidates around a day; the answer is the period and past | same | future."""
    if found.same is not None and not (pointer.strict and pointer.sign and kind is SpotKind.FEAST):
        return found.same, "same"
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    if kind in _WEEKLY:
        sign = _weekday_sign(back, ahead, pointer, domain)
    elif kind is SpotKind.QUARTER:  # quarters are reported when they have ended
        sign = 1 if pointer.sign > 0 and pointer.strict else -1
    else:
        sign = -1 if back < ahead and not (domain is Domain.COLLOQUIAL and ahead < 2 * back) else 1
        if (
            pointer.sign
            and pointer.sign != sign
            and max(back, ahead) < (_STRICT if pointer.strict else _LOOSE) * min(back, ahead)
        ):
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

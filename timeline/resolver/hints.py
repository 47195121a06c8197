"""The words around a mention -> whether they tell what no tense tells: what lapsed, is to be done, or has a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.grammar.language import Language
from timeline.model import Clause, Span, Tense

_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_REACH = 40  # characters in which a few small words behind a clause stand
_BASE = frozenset({"scheduled_present", "say", "plan", "order", "appoint"})
_PAST = frozenset({"participle", "past", "past_same_as_base"})


def is_lapsed(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the sentence goes on to tell that what was to be is not done: "was due, but has not come"."""
    if clause.tense is not Tense.PAST:
        return False
    behind = _WORDS.findall(folded, clause.span.end, clause.span.end + _REACH)[:4]
    if not behind or behind[0] not in language.syntax.openers:
        return False
    place = next((n for n, word in enumerate(behind) if "have_present" in language.verbs.tags(word)), None)
    if place is None:
        return False
    denied = language.syntax.ends(behind[place], language.syntax.negative_ending)
    return denied or any("negators" in language.verbs.tags(word) for word in behind[place + 1 : place + 2])


def is_dated_subject(folded: str, span: Span, verb: Span, language: Language) -> bool:
    """Say whether a date ends the subject of a present: "the concert on Saturday is sold out"."""
    if "say" in language.verbs.tags(verb.of(folded)):
        return False  # "the report on Friday says"
    before = _WORDS.findall(folded, max(0, span.start - 16), span.start)
    group = _WORDS.findall(folded, span.end, verb.start)
    states = not folded[span.end : verb.end].startswith(",") and all(language.verbs.tags(word) for word in group)
    return states and bool(before) and before[-1] in language.syntax.time_prepositions


def told_to(words: Sequence[re.Match[str]], folded: str, language: Language) -> re.Match[str] | None:
    """Find what somebody is told to do behind a colon: "Osei: *call* the printer on Wednesday"."""
    if not words or folded.find(": ", max(0, words[0].start() - 2), words[-1].end()) < 0:
        return None
    for word, following in pairwise(words):
        tags = language.verbs.tags(word.group())
        base = not tags.isdisjoint(_BASE) and tags.isdisjoint(_PAST)
        if base and folded.endswith(": ", 0, word.start()) and following.group() in language.syntax.determiners:
            return None if language.syntax.agrees_with_one(word.group()) else word
    return None

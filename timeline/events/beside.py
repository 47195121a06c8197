"""A clause among the others of its sentence -> what it shares a date with: the clause before it, a time before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.events.shape import is_past_perfect
from timeline.grammar.language import Language
from timeline.model import Clause, Tense, Timex

_WORD: Final = re.compile(r"[\w']+")


def goes_on(folded: str, clauses: Sequence[Clause], number: int, language: Language) -> bool:
    """Say whether a clause goes on with the subject of the one before: "met on Monday and asked him", "but lost"."""
    if not number or clauses[number].tense is not Tense.PAST or clauses[number - 1].tense is not Tense.PAST:
        return False
    return joins_subject(folded, clauses, number, language)


def joins_subject(folded: str, clauses: Sequence[Clause], number: int, language: Language) -> bool:
    """Say whether a clause goes on with the subject of the one before, whatever their tenses."""
    before, (span, verb) = clauses[number - 1], clauses[number][:2]
    if before.relative and (clauses[number].reports or is_past_perfect(folded, before, language)):
        return False  # it goes on with a clause farther off
    opener = _WORD.search(folded, span.start, verb.start if verb else 0)
    if opener is None or opener.group() not in language.happenings.joining:
        return False
    return _has_no_subject(_WORD.findall(folded, opener.end(), verb.start if verb else 0), language)


def shares_subject(folded: str, clauses: Sequence[Clause], number: int, language: Language) -> bool:
    """Say whether a clause is only a verb behind the words that hang on its subject: "a deal, signed by her, fell"."""
    span, verb = clauses[number][:2]
    return verb is not None and _has_no_subject(_WORD.findall(folded, span.start, verb.start), language)


def leads_back(folded: str, clauses: Sequence[Clause], number: int, language: Language) -> bool:
    """Say whether a clause goes on from before a relative one of two verbs: "Lind, who rose and fell, left"."""
    if number < 2 or not folded.endswith(",", 0, clauses[number - 1].span.end):
        return False
    inside = ends_relative(folded, clauses, number - 1, language) or _said_in_relative(clauses, number - 1)
    return inside and shares_subject(folded, clauses, number, language)


def _said_in_relative(clauses: Sequence[Clause], number: int) -> bool:
    """Say whether a clause is what a relative one says: "who testified that they fished, wept"."""
    before = clauses[number - 1]
    return before.relative and before.reports and clauses[number].governor == number - 1


def ends_relative(folded: str, clauses: Sequence[Clause], number: int, language: Language) -> bool:
    """Say whether a clause is the second verb of a relative one: "and fell," in "Lind, who rose and fell, left"."""
    if number < 1 or not clauses[number - 1].relative or not folded.endswith(",", 0, clauses[number].span.end):
        return False
    return joins_subject(folded, clauses, number, language)


def _has_no_subject(words: Sequence[str], language: Language) -> bool:
    syntax = language.syntax
    return all(
        language.verbs.tags(word) or word in syntax.adverbs or syntax.ends(word, syntax.adverb_ending) for word in words
    )


def time_before(folded: str, clause: Clause, timexes: Sequence[Timex], language: Language) -> Timex | None:
    """Find the time that a clause explains: "since 1966, when a student fell", "the night when it burned"."""
    opener = _WORD.search(folded, clause.span.start, clause.span.end)
    if opener is None or opener.group() not in language.happenings.explaining or clause.tense is not Tense.PAST:
        return None
    for timex in timexes:
        if timex.span.end <= opener.start() and folded[timex.span.end : opener.start()].strip(" \n") in ("", ","):
            return timex if timex.interval else None
    return None

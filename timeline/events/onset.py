"""A clause and the time behind "until" -> whether a thing begins then: "did not open until 1990", "adjourned until"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.events.before_noun import words_before
from timeline.events.interval import opening_word
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Timex

_STATES: Final = frozenset({"be_present", "be_past", "be_other"})


def is_moved(folded: str, clause: Clause, head: Span | None, language: Language) -> bool:
    """Say whether the verb takes a happening from the first day to the last: "was moved from Friday to Monday"."""
    return head is None and clause.verb is not None and "move" in language.verbs.tags(clause.verb.of(folded))


def is_put_off(folded: str, ends: Sequence[Timex], language: Language) -> bool:
    """Say whether the first of two days is that of the putting off itself: "was adjourned on Monday until 3 March"."""
    return words_before(folded, ends[0].span.start)[1] not in language.syntax.starting and bool(
        _until(folded, ends[-1], language)
    )


def begins_then(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether what a clause tells begins at the time behind "until", and does not end: not before, or put off."""
    return defers(folded, clause, timex, language) or begins_no_sooner(folded, clause, timex, language)


def defers(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a clause tells of a putting off to the time behind "until": "was adjourned until 3 March"."""
    put_off = clause.verb is not None and "put_off" in language.verbs.tags(clause.verb.of(folded))
    return put_off and _until(folded, timex, language) is not None


def begins_no_sooner(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a clause denies what it tells up to the time behind "until" alone: "did not open until 1990".

    A verb must tell what comes at a point, or how things are: not "did not last until May".
    """
    verb = clause.verb
    if verb is None or defers(folded, clause, timex, language) or not _until(folded, timex, language):
        return False
    start = _part_start(folded, clause, verb)
    if _is_nobody(folded, start, verb, language):
        return verb.of(folded) not in language.syntax.enduring
    group = _group_before(folded, start, verb, language)
    tags = language.verbs.tags(verb.of(folded))
    if tags & _STATES:
        behind = WORD.match(folded, verb.end + 1, clause.span.end)
        return any(_denies(word, language) for word in (*group, verb.of(folded), *([behind.group()] if behind else [])))
    near = next((word for word in reversed(group) if not language.syntax.is_adverb(word)), "")
    passive = bool(language.verbs.tags(near) & _STATES and tags & _PARTICIPLES)
    return (passive or "come_about" in tags) and any(_denies(word, language) for word in group)


def _until(folded: str, timex: Timex, language: Language) -> Span | None:
    opening = opening_word(folded, timex, language.syntax)
    return opening if opening is not None and opening.of(folded) in language.syntax.lasting else None


def _part_start(folded: str, clause: Clause, verb: Span) -> int:
    """Find where the words begin, behind the last comma, that lead up to a verb."""
    return max(folded.rfind(",", clause.span.start, verb.start) + 1, clause.span.start)


def _is_nobody(folded: str, start: int, verb: Span, language: Language) -> bool:
    """Say whether the subject of a verb is nobody: "no trains will run"."""
    words = (word.group() for word in WORD.finditer(folded, start, verb.start))
    first = next((word for word in words if word not in language.syntax.openers), "")
    return first not in language.syntax.adverbs and "negators" in language.verbs.tags(first)


def _group_before(folded: str, start: int, verb: Span, language: Language) -> list[str]:
    """Give the words of a verb group before its head: "will never be" in "the mill will never be sold"."""
    words: list[str] = WORD.findall(folded, start, verb.start)
    size = next((size for size, word in enumerate(reversed(words)) if not _helps(word, language)), len(words))
    return words[len(words) - size :]


def _helps(word: str, language: Language) -> bool:
    tags = language.verbs.tags(word)
    syntax = language.syntax
    aims = word == syntax.infinitive or word in syntax.awaiting  # "is not expected to open"
    return aims or syntax.is_adverb(word) or "negators" in tags or not tags.isdisjoint(_AUXILIARIES)


def _denies(word: str, language: Language) -> bool:
    ending = language.syntax.negative_ending
    return "negators" in language.verbs.tags(word) or bool(ending and word.endswith(ending))


_PARTICIPLES: Final = frozenset({"past", "participle", "past_same_as_base", "participles_same_as_base"})
_AUXILIARIES: Final = _STATES | {
    *("have_present", "have_past", "have_other", "do_present", "do_past"),
    *("future", "future_in_past", "possible", "necessary"),
}

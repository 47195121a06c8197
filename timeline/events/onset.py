"""A clause and the time behind "until" -> whether a thing begins then: "did not open until 1990", "adjourned until"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.events.before_noun import words_before
from timeline.events.interval import opening_word
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Modality, Span, Timex

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
    """Say whether what a clause tells begins at the time behind "until", and does not end: it was denied, or put off.

    "did not open until 1990", "will not be until Friday", "was adjourned until 3 March"; not "did not last until May"
    """
    if clause.verb is None or not _until(folded, timex, language):
        return False
    verb = clause.verb.of(folded)
    if "put_off" in language.verbs.tags(verb):
        return True
    return verb not in language.syntax.enduring and _is_denied(folded, clause, clause.verb, language)


def _until(folded: str, timex: Timex, language: Language) -> Span | None:
    opening = opening_word(folded, timex, language.syntax)
    return opening if opening is not None and opening.of(folded) in language.syntax.lasting else None


def _is_denied(folded: str, clause: Clause, verb: Span, language: Language) -> bool:
    if clause.modality is Modality.DENIED:
        return True
    tags = language.verbs.tags
    before = WORD.findall(folded, clause.span.start, verb.start)
    behind = WORD.match(folded, verb.end + 1, clause.span.end) if tags(verb.of(folded)) & _STATES else None
    return any("negators" in tags(word) for word in (*before, *([behind.group()] if behind else [])))

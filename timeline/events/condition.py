"""A clause -> whether a condition stands in it: "if the vote fails", "had the talks failed"."""

from __future__ import annotations

from timeline.events.shape import first_word
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.model import Clause


def is_conditional(ground: Ground, clause: Clause) -> bool:
    """Say whether a condition stands in the clause of a plan: "if the vote fails, he will resign"."""
    tags, openers = ground.language.verbs.tags, ground.language.syntax.openers
    words = (word.group() for word in WORD.finditer(ground.folded, *clause.span))
    return any(word in openers and "possible_words" in tags(word) for word in words)


def opens_condition(ground: Ground, clause: Clause) -> bool:
    """Say whether a condition opens the clause: "if there is no offer"."""
    first = first_word(ground.folded, clause)
    return first in ground.language.syntax.openers and "possible_words" in ground.language.verbs.tags(first)


def is_unreal(ground: Ground, before: Clause, clause: Clause) -> bool:
    """Say whether an auxiliary opens what might have been: "Had the talks failed on Monday, ..."."""
    if before.verb is None or before.span.start != before.verb.start or before.verb.end + 1 < clause.span.start:
        return False
    subject, tags = first_word(ground.folded, clause), ground.language.verbs.tags
    return "have_past" in tags(before.verb.of(ground.folded)) and subject in ground.language.syntax.subjects

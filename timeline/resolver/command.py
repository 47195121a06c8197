"""The words before a mention -> what somebody is told to do behind a colon: "Osei: *call* the printer on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.grammar.language import Language

_BASE: Final = frozenset({"scheduled_present", "say", "plan", "order", "appoint"})
_PAST: Final = frozenset({"participle", "past", "past_same_as_base"})


def command_in(words: Sequence[re.Match[str]], folded: str, language: Language) -> re.Match[str] | None:
    """Find the verb right behind a colon that tells somebody what to do; None when there is none."""
    if not words or folded.find(": ", max(0, words[0].start() - 2), words[-1].end()) < 0:
        return None
    for word, following in pairwise(words):
        tags = language.verbs.tags(word.group())
        base = not tags.isdisjoint(_BASE) and tags.isdisjoint(_PAST)
        if base and folded.endswith(": ", 0, word.start()) and following.group() in language.syntax.determiners:
            return None if language.syntax.agrees_with_one(word.group()) else word
    return None

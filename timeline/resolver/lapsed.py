"""The words behind a clause -> whether what it says was to be is not done: "was due, but has not come"."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Clause, Tense

_WORDS: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_REACH: Final = 40  # characters in which a few small words behind a clause stand


def is_lapsed(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the sentence goes on to tell that what was to be is not done."""
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

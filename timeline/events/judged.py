"""A happening in a clause -> whether somebody is held or sentenced over it later: "convicted in the 1993 bombing"."""

from __future__ import annotations

from typing import Final

from timeline.events.surface import words_since_break
from timeline.grammar.language import Language

_REACH: Final = 80  # characters before the happening in which the verb stands
_NEAR: Final = 7  # words before it among which the verb stands: "was convicted of murder in the"


def is_judged(folded: str, position: int, preposition: str, noun: str, language: Language) -> bool:
    """Say whether an offence told at a position is what somebody is judged over; during it they are taken."""
    if noun not in language.happenings.offences or preposition in language.happenings.leaning:
        return False
    words = words_since_break(folded, position, _REACH)
    return any("judge" in language.verbs.tags(word) for word in words[-_NEAR:])

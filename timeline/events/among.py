"""A time behind "the third fire" -> whether it only says among how many: "the third fire this year", "in two weeks"."""

from __future__ import annotations

import re

from timeline.calendar import DAY
from timeline.grammar.language import Language
from timeline.model import Timex

_BREAK = re.compile(r"[,;()–—.]|--")
_REACH = 60  # characters before a time among which the verb stands: "was the third fatal accident there"
_STATES = ("be_present", "be_past", "be_other")


def counts_among(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a stretch of time frames a count and dates nothing: what it frames is told by the verb "be"."""
    if timex.period is not None and timex.period.granularity <= DAY:
        return False
    words = _BREAK.split(folded[max(0, timex.span.start - _REACH) : timex.span.start])[-1].split()
    numbering = language.happenings.numbering
    if numbering.isdisjoint(words):
        return False
    place = max(place for place, word in enumerate(words) if word in numbering)
    near, small = words[-1], language.syntax.time_prepositions
    if place < 2 or (near in small and timex.type != "DURATION"):
        return False
    state = not language.verbs.tags(words[place - 2]).isdisjoint(_STATES)
    return state and words[place - 1] in language.syntax.determiners and len(words) - place <= _PHRASE


_PHRASE = 5  # words from the number to the time

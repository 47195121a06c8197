"""A time of a clause -> whether it steps by hours only from what was told last: "two hours later", "minutes later"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, HOUR, MINUTE, SECOND
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.meaning import STORY, PartOf, Shift
from timeline.model import Clause, Timex

_MOST: Final = {HOUR: 6, MINUTE: 360, SECOND: 21_600}  # of each; more may reach the next day
_SOME: Final = "PTX"  # a number not told, of hours, minutes or seconds


def is_soon(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a time of the clause steps from what was told last by a few hours at most."""
    if timex.interval is not None or not clause.span.start <= timex.span.start < clause.span.end:
        return False
    meaning = timex.mention.meaning
    if isinstance(meaning, PartOf) and isinstance(meaning.of, Shift):
        return meaning.of.of is STORY and abs(meaning.of.count) <= 1  # "the next morning", of a month
    if isinstance(meaning, Shift) and not meaning.count:
        return meaning.of is STORY  # "the same week", of a month
    if isinstance(meaning, Shift):
        return meaning.of is STORY and meaning.unit < DAY and abs(meaning.count) <= _MOST.get(meaning.unit, 0)
    following = WORD.match(folded, timex.span.end + 1) if timex.value.startswith(_SOME) else None
    return following is not None and following.group() in language.happenings.stepping


def is_beyond_soon(clause: Clause, timex: Timex) -> bool:
    """Say whether a time of the clause steps by so many hours that the day is not told: "36 hours later"."""
    if timex.interval is not None or not clause.span.start <= timex.span.start < clause.span.end:
        return False
    meaning = timex.mention.meaning
    if not isinstance(meaning, Shift) or meaning.of is not STORY or meaning.unit >= DAY:
        return False
    return abs(meaning.count) > _MOST.get(meaning.unit, 0)

"""A clause that tells one happening at several times -> its words with one of them: "met … again on Thursday"."""

from __future__ import annotations

from typing import Final

from timeline.events.relate import Told
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.model import Timex

_REACH: Final = 24  # characters before a time in which its small words stand: "and again on"
_CLOSING: Final = " .,;!?”\"'"


def with_one_time(text: str, ground: Ground, each: Told, number: int, again: int) -> str | None:
    """Leave out the other times of a clause; None when it has but one, or does not end with them.

    again  which of the times it is, the first being 0
    """
    ends = [link.timexes for link in each.links if link.clause == number and link.head is None]
    clause = each.clauses[number]
    if len(ends) < 2 or again >= len(ends) or not clause.span.start < ends[0][0].span.start:
        return None
    between = set(ground.folded[ends[0][0].span.end : ends[-1][0].span.start].split())
    if not ground.language.happenings.alternative.isdisjoint(between):
        return None  # "on Monday or Tuesday": it is one of them
    own, last = ends[again], ends[-1][-1].span.end
    if text[last : clause.span.end].strip(_CLOSING):
        return None
    if not again:
        return text[clause.span.start : own[-1].span.end]
    first = _opening(ground, ends[0][0], clause.span.start)
    told = text[clause.span.start : first].rstrip()
    return f"{told} … {text[_opening(ground, own[0], first) : own[-1].span.end]}"


def _opening(ground: Ground, timex: Timex, start: int) -> int:
    """Give where the small words before a time begin: "again on", "until"."""
    syntax, begins = ground.language.syntax, timex.span.start
    small = syntax.time_prepositions | syntax.adverbs | syntax.open_start | syntax.open_end | syntax.starting
    for word in reversed(list(WORD.finditer(ground.folded, max(start, begins - _REACH), begins))):
        if word.group() not in small or ground.folded[word.end() : begins].strip():
            break
        begins = word.start()
    return begins

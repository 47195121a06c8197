"""A clause -> the parts that commas and other breaks make of it, and how far a time stands from its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline.model import Clause, Span, Timex

WORD: Final = re.compile(r"[\w'-]+")  # what counts as a word where clauses are read
_BREAK: Final = re.compile(r"[;()–—]|,(?!\d{3}(?!\d))|--")  # not the one of "10,000"


def words_since_break(folded: str, position: int, reach: int) -> list[str]:
    """Give the words before a position, back to the last break and no farther than so many characters."""
    return _BREAK.split(folded[max(0, position - reach) : position])[-1].split()


class Surface(NamedTuple):
    """A clause with the places of its commas and other breaks, those inside times left out."""

    clause: Clause
    breaks: tuple[int, ...]

    @classmethod
    def of(cls, folded: str, clause: Clause, timexes: Sequence[Timex]) -> Surface:
        """Find the breaks of a clause."""
        start, end = clause.span
        places = [m.start() for m in _BREAK.finditer(folded, start, end)]
        for timex in timexes if places else ():
            first, last = timex.span
            if start <= first < end:
                places = [place for place in places if not first <= place < last]
        return cls(clause, tuple(places))

    def part(self, position: int) -> Span:
        """Give the stretch between breaks that holds a position."""
        start, end = self.clause.span
        for place in self.breaks:  # in order
            if place >= position:
                return Span(start, place)
            start = place + 1
        return Span(start, end)


def distance_to(surface: Surface, verb: Span | None, timex: Timex) -> tuple[int, int]:
    """Say how far a time stands from a verb: in breaks between them, then in characters; opening a clause is near."""
    if verb is None:
        return 0, timex.span.start
    low, high = sorted((timex.span.start, verb.start))
    between = sum(low < b < high for b in surface.breaks)
    opens = surface.part(timex.span.start).start == surface.clause.span.start
    return 0 if opens else min(between, 2), abs(timex.span.start - verb.end)

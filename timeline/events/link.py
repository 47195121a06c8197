"""The clauses and timexes of a sentence -> which timex dates which clause, and from when to when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.calendar import Interval, Period
from timeline.grammar.syntax import Syntax
from timeline.model import Clause, Timex

_WORDS_BEFORE = re.compile(r"(?:(\w+) )?(\w+)\s$")


class Link(NamedTuple):
    """A clause and the time that dates it.

    timexes   the timex, or the two ends of a range
    interval  what they cover together; None when they stay open
    """

    clause: int
    timexes: tuple[Timex, ...]
    interval: Interval | None

    @property
    def period(self) -> Period | None:
        """Give the single period it covers; None for ranges, open ends and what stays open."""
        timex = self.timexes[0]
        return timex.period if len(self.timexes) == 1 and self.interval == timex.interval else None


def dates_something(timex: Timex) -> bool:
    """Say whether a timex can date a happening: a date or a time of day, placed or open, but no vague reference."""
    return timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")


def links_of(folded: str, clauses: Sequence[Clause], timexes: Sequence[Timex], syntax: Syntax) -> Iterator[Link]:
    """Yield the dated clauses of a sentence in order; of several times in one the narrowest dates it."""
    ends = [clause.span.end for clause in clauses]
    groups: dict[int, list[int]] = {}
    for number, timex in enumerate(timexes):
        if dates_something(timex):
            groups.setdefault(min(bisect_right(ends, timex.span.start), len(ends) - 1), []).append(number)
    for place, numbers in sorted(groups.items()):
        chosen = min(numbers, key=lambda n: _fitness(timexes[n], clauses[place]))
        both = _ends(chosen, timexes)
        yield Link(place, both, _interval(folded, both, syntax))


def _fitness(timex: Timex, clause: Clause) -> tuple[bool, int, int]:
    """Order the times of a clause: placed before open, narrow before wide, near the verb before far."""
    return timex.interval is None, _width(timex), _distance(timex, clause)


def _width(timex: Timex) -> int:
    return int(timex.period.granularity) if timex.period else 99


def _distance(timex: Timex, clause: Clause) -> int:
    return abs(timex.span.start - clause.verb.end) if clause.verb else timex.span.start


def _ends(place: int, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    chosen = timexes[place]
    if chosen.mention.range_start and place + 1 < len(timexes):
        return _forward(chosen, timexes[place + 1])
    if chosen.mention.range_end and place:
        return _forward(timexes[place - 1], chosen)
    return (chosen,)


def _forward(first: Timex, last: Timex) -> tuple[Timex, ...]:
    """Give both ends of a range, or the first alone when it is told backwards: "from 2010 to 2005"."""
    starts, ends = first.interval and first.interval.start, last.interval and last.interval.end
    return (first,) if starts is not None and ends is not None and ends <= starts else (first, last)


def _interval(folded: str, ends: Sequence[Timex], syntax: Syntax) -> Interval | None:
    first, last = ends[0].interval, ends[-1].interval
    if first is None or last is None:
        return None
    if len(ends) == 2:
        return Interval(first.start, last.end)
    words = _WORDS_BEFORE.search(folded, max(0, ends[0].span.start - 24), ends[0].span.start)
    said = {words.group(2), f"{words.group(1)} {words.group(2)}"} if words else set()
    if said & syntax.open_end:
        return Interval(first.start, None)
    if said & syntax.open_start:
        return Interval(None, first.end)
    if said & syntax.after_end and ends[0].type == "DATE":  # "after 10 p.m." is shortly after, not for good
        return Interval(first.end, None)
    return Interval(None, first.start) if said & syntax.before_start else first

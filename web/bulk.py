"""Counts by time go in, the stretch that holds most of them comes out, where the others lie far enough to flatten it.

One article about 1620 among ten years of news must not make one bar of all the news. The others are counted beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.calendar import Interval
from timeline.store import Bin

_FEW = 3  # at most one event in so many is left out: one long history among a year of news
_SHORTER = 12  # and only where the rest would share a twelfth of the picture or less


class Bulk(NamedTuple):
    """The stretch to draw, and what lies before and after it as one bin each, None where nothing does."""

    stretch: Interval
    before: Bin | None
    after: Bin | None


def bulk_of(bins: Sequence[Bin], *, early: bool = True, late: bool = True) -> Bulk | None:
    """Leave out the few that stand far before (`early`) or after (`late`) the rest; None where there are none."""
    full = [one for one in bins if one.count]
    kept = first, last = 0, len(full) - 1
    room = sum(one.count for one in full) // _FEW
    while first < last:
        ahead = full[first + 1].start - full[first].end if early else -1
        behind = full[last].start - full[last - 1].end if late else -1
        room -= full[first if ahead >= behind else last].count
        if room < 0 or max(ahead, behind) < 0:
            break
        first, last = (first + 1, last) if ahead >= behind else (first, last - 1)
        if _length(full, first, last) * _SHORTER <= _length(full, *kept):
            kept = first, last
    if kept == (0, len(full) - 1):
        return None
    before, inside, after = full[: kept[0]], full[kept[0] : kept[1] + 1], full[kept[1] + 1 :]
    return Bulk(Interval(inside[0].start, inside[-1].end), _joined(before), _joined(after))


def filled(bins: Sequence[Bin], stretch: Interval) -> Interval:
    """Give the part of a stretch from the first bin that holds something to the last one."""
    first, last = stretch.start or 0, stretch.end or 0
    full = [one for one in bins if one.count and first <= one.start and one.end <= last]
    return Interval(full[0].start, full[-1].end) if full else stretch


def _length(bins: Sequence[Bin], first: int, last: int) -> int:
    return bins[last].end - bins[first].start


def _joined(bins: Sequence[Bin]) -> Bin | None:
    if not bins:
        return None
    count, planned = sum(one.count for one in bins), sum(one.planned for one in bins)
    return Bin(bins[0].start, bins[-1].end, count, planned)

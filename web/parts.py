"""The text of an article and a place in it go in, the part of the text that one page shows comes out.

All but the longest articles are one part. A cut is made where a paragraph ends, else a sentence, else a line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

LONGEST = 60_000  # characters of a part: some thousand marks at the most, and a page that opens at once
SURE = LONGEST // 2  # what stands before this is in the first part of any article
_ENDS = ("\n\n", ".\n", ". ", "\n")


class Part(NamedTuple):
    """One part: where it begins and ends, which it is, and where each of all parts begins."""

    start: int
    end: int
    number: int
    starts: Sequence[int]


def part_at(text: str, place: int) -> Part:
    """Give the part that holds a place; the last one for what lies beyond the end."""
    starts = [0]
    while len(text) - starts[-1] > LONGEST:
        starts.append(_cut(text, starts[-1]))
    number = max(1, bisect_right(starts, place))
    return Part(starts[number - 1], [*starts[1:], len(text)][number - 1], number, starts)


def _cut(text: str, start: int) -> int:
    for end in _ENDS:
        found = text.rfind(end, start + SURE, start + LONGEST)
        if found >= 0:
            return found + len(end)
    return start + LONGEST


def blocks_of(blocks: Sequence[dict[str, Any]], part: Part) -> list[dict[str, Any]]:
    """Give the blocks inside a part; one that a cut goes through ends, or begins, there."""
    cut = [{**one, "start": max(one["start"], part.start), "end": min(one["end"], part.end)} for one in blocks]
    return [one for one in cut if one["start"] < one["end"]]


def spot(name: str, place: int) -> str:
    """Give the end of the address of a mark in an article: its name, and its place where it may be in a later part.

    >>> spot("t", 12), spot("s", 70_000)
    ('#t12', '?at=70000#s70000')
    """
    return f"{f'?at={place}' if place >= SURE else ''}#{name}{place}"

"""The quotation marks of a sentence and of the lines before -> which of its verbs are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.clauses.words import QUOTES, VerbGroup

_FAR: Final = 2_000  # characters before a sentence in which a quotation may have begun
_OPENING, _CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})


def is_open(folded: str, start: int) -> bool:
    """Say whether quotation marks that opened in the sentences of the line before are still open."""
    reach = max(0, start - _FAR)
    line = max(reach, folded.rfind("\n", reach, start) + 1)
    if folded.count('"', line, start) % 2:
        return True
    if line > reach and folded.find('"', line, start) < 0 and _is_open_over_lines(folded, line, start):
        return True
    opened = max(folded.rfind(mark, line, start) for mark in _OPENING)
    return opened >= 0 and all(folded.rfind(mark, opened, start) < 0 for mark in _CLOSING)


def _is_open_over_lines(folded: str, line: int, start: int) -> bool:
    """Say whether a quotation that an earlier line opens is closed at the end of a later one, with none between."""
    mark = folded.rfind('"', max(0, line - _FAR), line)
    opens = folded.rfind("\n", 0, mark) + 1 if mark >= 0 else 0
    if mark < 0 or folded.count('"', opens, line) % 2 == 0 or folded.find("\n\n", mark, start) >= 0:
        return False
    close = folded.find('"', start, start + _FAR)
    if close < 0 or folded.find("\n\n", start, close) >= 0:
        return False
    begins = folded.rfind("\n", 0, close) + 1
    before = folded[max(begins, close - 2) : close].rstrip()
    return bool(before) and before[-1] in _ENDS


_ENDS: Final = frozenset(".!?,")  # before the mark that closes a quotation


def quoted_heads(texts: Sequence[str], groups: Sequence[VerbGroup], inside: bool) -> list[bool]:
    """Say of the head of each group whether it stands inside quotation marks, which may be open from the start."""
    if QUOTES.isdisjoint(texts):
        return [inside] * len(groups)
    marks = []
    for text in texts:
        if text in QUOTES:
            inside = text in _OPENING or (text == '"' and not inside)
        marks.append(inside)
    return [marks[group.last] for group in groups]

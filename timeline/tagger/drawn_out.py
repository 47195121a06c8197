"""Folded text of messages -> the same, as long, with drawn-out words written plainly: "todayyyy" as "today   "."""

from __future__ import annotations

import re
from collections.abc import Collection

# A letter three times, which no English word has, or the last letter of a long word twice: "weekendd".
_DRAWN = re.compile(r"\b(?=[a-z]*?([a-z])\1\1|[a-z]{4,}?([a-z])\2\b)[a-z]+\b")
_RUN = re.compile(r"([a-z])\1+")


def write_plainly(folded: str, words: Collection[str]) -> str:
    """Write drawn-out words that are then known as they are known, filled up with spaces so that all keeps its place.

    >>> write_plainly("todayyyy is sooo hot", {"today", "soon"})
    'today    is sooo hot'
    """
    return _DRAWN.sub(lambda match: _plain(match.group(), words), folded)


def _plain(word: str, words: Collection[str]) -> str:
    if word in words:
        return word
    for kept in (r"\1", r"\1\1"):  # "sooon" is "soon", "todayyy" is "today"
        short = _RUN.sub(kept, word)
        if short in words:
            return short.ljust(len(word))
    once = re.sub(r"([a-z])\1{2,}", r"\1", word)  # "weeeekend" keeps "ee", "wweeeek" is no word
    return once.ljust(len(word)) if once in words else word

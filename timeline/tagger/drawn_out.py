"""Folded text of messages -> the same, as long, with drawn-out words written plainly: "todayyyy" as "today   "."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

# A letter three times, which no English word has ("2dayyy"), or the last letter of a long word twice: "weekendd".
_DRAWN: Final = re.compile(r"\b(?=2?[a-z]*?([a-z])\1\1|2?[a-z]{4,}?([a-z])\2\b)2?[a-z]+\b")
_RUN, _LONG_RUN, _LAST_RUN = (re.compile(rf"([a-z])\1{more}") for more in ("+", "{2,}", "+$"))


def write_plainly(folded: str, words: Collection[str]) -> str:
    """Write drawn-out words that are then known as they are known, filled up with spaces so that all keeps its place.

    >>> write_plainly("todayyyy is sooo hot", {"today", "soon"})
    'today    is sooo hot'
    """
    return _DRAWN.sub(lambda match: _plain(match.group(), words), folded)


def _plain(word: str, words: Collection[str]) -> str:
    if word in words:
        return word
    shorter = (_RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word), _LONG_RUN.sub(r"\1", word))
    for short in (*shorter, *(_LAST_RUN.sub(r"\1", each) for each in shorter)):  # "weeeekenddd" has "ee" and "d"
        if len(short) > 2 and short in words:  # "AAA" is no "a"
            return short.ljust(len(word))
    return word

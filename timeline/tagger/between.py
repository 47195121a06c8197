"""Words of letters alone: where one ends, and whether something longer may go on behind it.

Most words of a text are such, and most stand between two spaces. What the expressions of the scan say of one they say
of it wherever it stands, unless something longer begins with it or holds it: it is then known without trying them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mypy_extensions import i64  # a number of the machine: in the compiled form it costs no object

_A: Final = 0x61
_Z: Final = 0x7A
_LETTERS: Final = re.compile("[a-z]+")


class Longer:
    """What may stand in a window and is more than one word of letters.

    parts  every word of letters that is one, or stands in something longer
    """

    __slots__ = ("_following", "parts")

    def __init__(self, entries: Iterable[str], hints: Iterable[str]) -> None:
        """Take in what may stand in a window, and words that mean something only with what follows them."""
        following: dict[str, set[str]] = {}
        parts: set[str] = set()
        for entry, any_sign in (*((entry, False) for entry in entries), *((hint, True) for hint in hints)):
            words = _LETTERS.findall(entry)
            parts.update(words)
            if words and entry.startswith(words[0]) and (any_sign or entry != words[0]):
                end = len(words[0])
                following.setdefault(words[0], set()).add("" if any_sign else entry[end : end + 2])
        self._following = {word: frozenset(signs) for word, signs in following.items()}
        self.parts = frozenset(parts)

    def may_begin(self, word: str, folded: str, end: int) -> bool:
        """Say whether something longer may begin with the word that ends at a place; its next two signs tell."""
        signs = self._following.get(word)
        return signs is not None and not signs.isdisjoint(("", folded[end : end + 1], folded[end : end + 2]))


def letters_end(folded: str, at: i64) -> i64:
    """Give where the letters from a place on end."""
    size: i64 = len(folded)
    while at < size and _A <= ord(folded[at]) <= _Z:
        at += 1
    return at

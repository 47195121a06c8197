"""Words -> where in a text one of them may begin: a prefix tree in one table, walked letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from timeline.grammar.lexicon import prefix_tree

if TYPE_CHECKING:
    from mypy_extensions import i64  # a number of the machine: in the compiled form it costs no object

_COMPILED: Final = not __file__.endswith(".py")
DEPTH: Final = 6  # letters that are looked at; more would tell hardly a word apart
_ASCII: Final = 128
_SPACE: Final = 0x20
_A: Final = 0x61
_Z: Final = 0x7A
_LETTERS: Final = "\0abcdefghijklmnopqrstuvwxyz0 "  # what the table tells apart; 0 is any digit, the first all else
_KINDS: Final = 29
_DIGIT: Final = 27
# Rows of the table: no word begins so, one may, a word begins. Written out, as the compiler knows such names by value.
_NO: Final = 0
_YES: Final = 1
_ROOT: Final = 2


def _kind(letter: str) -> int:
    return max(0, _LETTERS.find("0" if letter.isdecimal() else letter))


_KIND: Final = bytes([_kind(chr(code)) for code in range(_ASCII)])
_IN_WORD: Final = bytes([chr(code).isalnum() or chr(code) == "_" for code in range(_ASCII)])
_BEHIND: Final = [_kind("\0"), _kind(" ")]  # what follows where a word ends


class Beginnings:
    """Finds where a word of a list may begin: behind a space, or behind another sign that is part of no word.

    It lets some other words pass and holds none of the list back.

    words    end where they are said to end
    written  have something written onto them: "8pm", "july4th"
    """

    __slots__ = ("_moves", "_pattern")

    def __init__(self, words: Iterable[str], written: Iterable[str]) -> None:
        tree = prefix_tree({word[:DEPTH] for word in (*words, *written)})
        self._pattern = re.compile(rf"(?: |[^ a-z0-9_\w](?=\w))(?=\d|{tree})")
        rows = [[_NO] * _KINDS for _ in range(_ROOT + 1)]
        for word in words:
            kinds = list(map(_kind, word[:DEPTH]))
            for ending in _BEHIND if len(word) < DEPTH else ():
                _insert(rows, [*kinds, ending])
            if len(word) >= DEPTH:
                _insert(rows, kinds)
        for word in written:
            _insert(rows, list(map(_kind, word[:DEPTH])))
        # A string serves as a table of numbers: both forms of the code look one up in it without making an object.
        self._moves = "".join([chr(following) for row in rows for following in row])

    def next(self, folded: str, at: int) -> int:
        """Give the place of the next word that may be one, behind a sign at or after a place; -1 when there is none.

        The last DEPTH characters of a text are only looked at. No character costs a call or an object: passing over
        them is nine tenths of all the work of a scan. Sources that run as they are leave it to an expression.
        """
        if not _COMPILED:
            found = self._pattern.search(folded, at)
            return found.end() if found else -1
        moves, kinds, in_word = self._moves, _KIND, _IN_WORD
        place: i64 = at
        size: i64 = len(folded) - DEPTH
        while place < size:
            code: i64 = ord(folded[place])
            place += 1
            if _A <= code <= _Z or (in_word[code] if code < _ASCII else folded[place - 1].isalnum()):
                continue
            look: i64 = place
            row: i64 = _ROOT
            while row > _YES:
                letter: i64 = ord(folded[look])
                kind: i64 = 0
                if letter < _ASCII:
                    kind = kinds[letter]
                elif folded[look].isdecimal():
                    kind = _DIGIT
                row = ord(moves[row * _KINDS + kind])
                look += 1
            if row == _YES and (code == _SPACE or _is_in_word(folded[place])):
                return place
        return -1


def _is_in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _insert(rows: list[list[int]], kinds: Sequence[int]) -> None:
    """Add a way through the table; where a shorter one ends already, nothing is to be added."""
    row = _ROOT
    for kind in kinds[:-1]:
        following = rows[row][kind]
        if following == _YES:
            return
        if following == _NO:
            rows.append([_NO] * _KINDS)
            following = rows[row][kind] = len(rows) - 1
        row = following
    rows[row][kinds[-1]] = _YES

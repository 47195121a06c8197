"""A stored text with the spans in it goes in, pieces to print one after the other come out.

A piece is a stretch of the text with what covers it; pieces joined give the text again, nothing added or lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W_]+")
_MARKED = 10_000  # characters of a line in which found words are looked for


class Piece(NamedTuple):
    """Words of a line: `kind` is plain, time (the words that say when) or trigger (the words that say what).

    `found` says that they were looked for.
    """

    kind: str
    words: str
    found: bool = False


def quote_pieces(event: dict[str, Any], wanted: Sequence[str] = (), limit: int = 1200) -> list[Piece]:
    """Cut the quote of an event at its time, its trigger and the words that were looked for.

    An endless sentence is shortened around the time.
    """
    quote, base = event["quote"], event["sentence"]["start"]
    spans = []
    for kind, key in (("time", "timex"), ("trigger", "trigger")):
        part = event.get(key)
        if part and 0 <= part["start"] - base < part["end"] - base <= len(quote):
            spans.append((part["start"] - base, part["end"] - base, kind))
    pieces = list(_cut(quote, spans))
    pieces = pieces if len(quote) <= limit else _shortened(pieces, limit)
    return [part for piece in pieces for part in found_pieces(piece.words, wanted, piece.kind)] if wanted else pieces


def found_pieces(words: str, wanted: Sequence[str], kind: str = "plain") -> list[Piece]:
    """Cut words at those that were looked for, compared as the search does: no case, no accents, whole words."""
    if not wanted:
        return [Piece(kind, words)]
    pieces, done = [], 0
    for start, end in _found(words, wanted):
        if start > done:
            pieces.append(Piece(kind, words[done:start]))
        if start >= done:
            pieces.append(Piece(kind, words[start:end], True))
            done = end
    return [*pieces, Piece(kind, words[done:])] if done < len(words) else pieces


def _found(words: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where one of the wanted words or phrases stands, from left to right."""
    spans = [found.span() for found in _WORD.finditer(words, 0, _MARKED)]
    folded = [fold(words[start:end]) for start, end in spans]
    phrases = [[fold(found[0]) for found in _WORD.finditer(each)] for each in wanted]
    for place in range(len(spans)):
        lengths = [len(each) for each in phrases if each and folded[place : place + len(each)] == each]
        if lengths:
            yield spans[place][0], spans[place + max(lengths) - 1][1]


def fold(word: str) -> str:
    """Take case and accents off a word."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _cut(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterable[Piece]:
    """Cut a text at spans; where two overlap the one that starts first, or was named first, wins."""
    done = 0
    for start, end, kind in sorted(spans, key=lambda span: span[0]):
        if start < done:
            continue
        if start > done:
            yield Piece("plain", text[done:start])
        yield Piece(kind, text[start:end])
        done = end
    if done < len(text):
        yield Piece("plain", text[done:])


def _shortened(pieces: Sequence[Piece], limit: int) -> list[Piece]:
    share = max(40, limit // len(pieces))
    return [piece if len(piece.words) <= share else Piece(piece.kind, _ends(piece.words, share)) for piece in pieces]


def _ends(words: str, share: int) -> str:
    return f"{words[: share // 2]} […] {words[-(share // 2) :]}"

"""A stored text with the spans in it goes in, pieces to print one after the other come out.

A piece is a stretch of the text with what covers it; pieces joined give the text again, nothing added or lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """Words of a line: `kind` is plain, time (the words that say when) or trigger (the words that say what)."""

    kind: str
    words: str


def quote_pieces(event: dict[str, Any], limit: int = 1200) -> list[Piece]:
    """Cut the quote of an event at its time and its trigger; an endless sentence is shortened around the time."""
    quote, base = event["quote"], event["sentence"]["start"]
    spans = []
    for kind, key in (("time", "timex"), ("trigger", "trigger")):
        part = event.get(key)
        if part and 0 <= part["start"] - base < part["end"] - base <= len(quote):
            spans.append((part["start"] - base, part["end"] - base, kind))
    pieces = list(_cut(quote, spans))
    return pieces if len(quote) <= limit else _shortened(pieces, limit)


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

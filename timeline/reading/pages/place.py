"""The pieces of a page and what trafilatura takes for its article -> the pieces, and the paragraphs, that are it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from timeline.model import Block
from timeline.reading.draft import Draft
from timeline.reading.layout.head import DATELINE
from timeline.reading.pages.page_guess import plain_form
from timeline.reading.pages.walk import Piece

_ENOUGH = 150  # characters of text that make an <article> or <main> the place of the text
_FEW = 3  # paragraphs that need no sorting
_SURE = 500  # characters of the article among the paragraphs that make the others furniture,
_MOST = 0.5  # or their share; and the share of the article that its place must hold
_ENDS = (".", "!", "?", '."', ".”", "!”", "?”", ".’", ".)", "。")
_LINE = 30  # letters that make a line one that is told apart from others


def place_of_text(pieces: Sequence[Piece], article: Collection[str]) -> list[Piece]:
    """Keep the pieces of the longest <article>, else of <main>, else all; headlines are kept from anywhere.

    article  its paragraphs in plain form, none where that is not known: a place that lacks most of them is not it
    """
    pieces = _unmarked(pieces, article)
    for kept in _places(pieces):
        if sum(len(piece.words) for piece in kept) >= _ENOUGH and holds(kept, article):
            if any(piece.kind == "headline" for piece in kept):
                return kept
            return [piece for piece in pieces if piece.kind == "headline"][:1] + kept
    return pieces


def _unmarked(pieces: Sequence[Piece], article: Collection[str]) -> list[Piece]:
    """Take a long paragraph of the article for text, whatever the class of an element around it says.

    The other sentences of the article in that element are text too, unless it holds links to other articles.
    """
    long = [
        piece.kind in ("related", "boilerplate") and len(piece.words) >= _ENOUGH and _stands_in(piece, article)
        for piece in pieces
    ]
    holding = {piece.mark for piece, told in zip(pieces, long, strict=True) if told and piece.kind == "boilerplate"} - {
        0
    }
    return [
        piece._replace(kind=None) if told or (piece.mark in holding and _is_short(piece, article)) else piece
        for piece, told in zip(pieces, long, strict=True)
    ]


def _is_short(piece: Piece, article: Collection[str]) -> bool:
    """Say whether a piece of furniture is a sentence of the article."""
    return piece.kind == "boilerplate" and piece.words.endswith(_ENDS) and _stands_in(piece, article)


def _stands_in(piece: Piece, article: Collection[str]) -> bool:
    plain = plain_form(piece.words)
    return len(plain) >= _LINE and any(plain in paragraph for paragraph in article)


def _places(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    lengths: Counter[int] = Counter()
    for piece in pieces:
        if piece.kind is None and piece.article:
            lengths[piece.article] += len(piece.words)
    if lengths:
        best, _ = max(lengths.items(), key=lambda item: (item[1], -item[0]))
        yield [piece for piece in pieces if piece.article == best]
    yield [piece for piece in pieces if piece.in_main]


def holds(pieces: Iterable[Piece], article: Collection[str]) -> bool:
    """Say whether most of an article stands in the pieces."""
    joined = "".join(plain_form(piece.words) for piece in pieces)
    found = sum(len(paragraph) for paragraph in article if paragraph in joined)
    return found >= _MOST * sum(map(len, article))


def without_furniture(draft: Draft, article: Collection[str], described: Sequence[str] = ()) -> tuple[Block, ...]:
    """Make boilerplate of the paragraphs that are not of the article, where enough of it is found among them.

    described  what the page's head says that it tells: the standfirst, which stands apart from the paragraphs
    """
    body = [block for block in draft.blocks if block.kind == "body"]
    if len(body) <= _FEW:
        return draft.blocks
    joined = "".join(article)
    kept = {block for block in body if plain_form(block.span.of(draft.text)) in joined}
    if _length(kept) < min(_SURE, _MOST * _length(body)):
        return draft.blocks
    kept.update(_leads(draft, body, kept, tuple(map(plain_form, described))))
    return tuple(
        block._replace(kind="boilerplate") if block.kind == "body" and block not in kept else block
        for block in draft.blocks
    )


def _leads(draft: Draft, body: Sequence[Block], kept: Collection[Block], described: Sequence[str]) -> Iterator[Block]:
    """Yield what opens the story before its first paragraph known: the standfirst, and a line with a dateline."""
    headline = next((block.span.start for block in draft.blocks if block.kind == "headline"), None)
    for block in body:
        if block in kept:
            return
        words = block.span.of(draft.text)
        plain = plain_form(words)
        if len(plain) < _LINE:
            continue
        below = headline is not None and headline < block.span.start
        if any(plain in told for told in described) or (below and len(words) >= _ENOUGH and DATELINE.match(words)):
            yield block


def _length(blocks: Iterable[Block]) -> int:
    return sum(block.span.end - block.span.start for block in blocks)

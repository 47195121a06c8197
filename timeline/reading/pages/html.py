"""An HTML page in, a Draft out: title and readable paragraphs, and what the page says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from timeline.model import Block
from timeline.reading.draft import Draft
from timeline.reading.layout.language import language_of
from timeline.reading.layout.plain import lay_out
from timeline.reading.pages.metadata import Metadata, Said, read_metadata
from timeline.reading.pages.page_dates import claims_of_page, dating_language
from timeline.reading.pages.page_guess import article_paragraphs, plain_form
from timeline.reading.pages.walk import LEFT_OUT, Piece, Walk

_FEW, _MOST = 3, 0.5  # paragraphs that need no sorting; the share that trafilatura must have found
_ENOUGH = 150  # characters of text that make an <article> or <main> the place of the text
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|head|body|article|meta|div|title|link|main|section)\b[^<>]{0,300}>", re.IGNORECASE)
_HTML_PARAGRAPH = re.compile(r"<p\b[^<>]{0,200}>.{0,5000}?</p>", re.IGNORECASE | re.DOTALL)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


def looks_like_html(text: str, name: str) -> bool:
    """Say whether a text is an HTML page: by its start, by tags only a page has, or a known name and a paragraph."""
    head = text[:4096]
    if _HTML_START.match(head) or (head.lstrip().startswith("<") and _HTML_TAG.search(head)):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return len(_HTML_TAG.findall(head)) > 2 or (
        (named or head.lstrip().startswith("<")) and _HTML_PARAGRAPH.search(text[:20_000]) is not None
    )


def read_html(page: str, languages: tuple[str, ...] | None = None, address: str | None = None) -> Draft:
    """Extract the readable text of a page and lay it out; furniture (nav, footer, aside) is left out.

    address  where it came from, when that is known
    """
    found = Metadata()
    walk = Walk(found, LEFT_OUT)
    walk.through(page)
    pieces = _place_of_text(walk.pieces)
    notes: tuple[str, ...] = ()
    if not any(piece.kind is None for piece in pieces):  # a nav that nothing closes, a page that is one form
        again = Walk(Metadata(), frozenset())
        again.through(page)
        if again.pieces:
            pieces, notes = _place_of_text(again.pieces), ("no text outside of menus and footers: read them too",)
    said = read_metadata(found)
    text, kinds, title = _text_of(pieces, said, found.title)
    url = said.url or address
    lang = dating_language(said.lang, url)
    known = languages or ((lang,) if lang else None)
    draft = lay_out(text, kinds, known)
    return Draft(
        text,
        _without_furniture(draft, page),
        claims_of_page(page, said, draft, url, known or (language_of(text),)),
        title=title or draft.title,
        source=said.source or draft.source,
        url=said.url or draft.url,
        domain=draft.domain or found.meta.get("domain"),
        lang=lang or draft.lang,
        notes=draft.notes + notes,
    )


def _without_furniture(draft: Draft, page: str) -> tuple[Block, ...]:
    """Take what trafilatura leaves out of the article as boilerplate, where it found most of the body."""
    body = [block for block in draft.blocks if block.kind == "body"]
    article = article_paragraphs(page) if len(body) > _FEW else None
    if not article:
        return draft.blocks
    joined = "".join(sorted(article))
    kept = {block for block in body if plain_form(block.span.of(draft.text)) in joined}
    words = sum(block.span.end - block.span.start for block in kept)
    if words < _MOST * sum(block.span.end - block.span.start for block in body):
        return draft.blocks
    return tuple(
        block._replace(kind="boilerplate") if block.kind == "body" and block not in kept else block
        for block in draft.blocks
    )


def fragment_text(fragment: str) -> str:
    """Give the text of a piece of HTML (in a feed, a mail, a table): its paragraphs, a blank line between them."""
    walk = Walk(Metadata(), frozenset())
    walk.through(fragment)
    return "\n\n".join(piece.words for piece in walk.pieces)


def _place_of_text(pieces: Iterable[Piece]) -> list[Piece]:
    """Keep the pieces of the longest <article>, else of <main>, else all; headlines are kept from anywhere."""
    pieces = list(pieces)
    lengths: Counter[int] = Counter()
    for piece in pieces:
        if piece.kind is None and piece.article:
            lengths[piece.article] += len(piece.words)
    best, length = max(lengths.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if length >= _ENOUGH:
        kept = [piece for piece in pieces if piece.article == best]
    else:
        kept = [piece for piece in pieces if piece.in_main]
        if sum(len(piece.words) for piece in kept) < _ENOUGH:
            return pieces
    if any(piece.kind == "headline" for piece in kept):
        return kept
    return [piece for piece in pieces if piece.kind == "headline"][:1] + kept


def _text_of(pieces: list[Piece], said: Said, page_title: str | None) -> tuple[str, dict[int, str], str | None]:
    """Join the pieces: the text, the known kinds by offset, the title; a page without <h1> gets its title on top."""
    heading = next((piece.words for piece in pieces if piece.kind == "headline"), None)
    title = said.title or heading or (_SITE_SUFFIX.sub("", page_title) if page_title else None)
    title = " ".join(title.split()) if title else None
    if heading is None and title and not any(piece.words == title for piece in pieces[:5]):
        pieces = [Piece(title, "headline", 0, False), *pieces]
    kinds: dict[int, str] = {}
    offset, seen_headline = 0, False
    for piece in pieces:
        if piece.kind and not (piece.kind == "headline" and seen_headline):
            kinds[offset] = piece.kind
        seen_headline = seen_headline or piece.kind == "headline"
        offset += len(piece.words) + 2
    return "\n\n".join(piece.words for piece in pieces), kinds, title

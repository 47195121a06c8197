"""An HTML page in, a Draft out: title and readable paragraphs, and what the page says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.model import Block
from timeline.reading.draft import Draft
from timeline.reading.layout.language import language_of
from timeline.reading.layout.plain import lay_out
from timeline.reading.pages.markup import Tag, tokens
from timeline.reading.pages.metadata import Metadata, Said, read_metadata
from timeline.reading.pages.page_dates import claims_of_page, dating_language
from timeline.reading.pages.page_guess import article_paragraphs, plain_form

_HIDDEN_NAMES = "math select button iframe object canvas audio video map"  # script, style ... come as raw text
_FURNITURE_NAMES = "nav header footer aside form dialog menu"
_BREAK_NAMES = (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody td th thead tr ul"
)
_LEFT_OUT = frozenset(f"{_HIDDEN_NAMES} {_FURNITURE_NAMES}".split())
_BREAKS = frozenset(_BREAK_NAMES.split())
_RAW = frozenset(("style", "noscript", "template", "svg", "textarea"))
_FEW, _MOST = 3, 0.5  # paragraphs that need no sorting; the share that trafilatura must have found
_ENOUGH = 150  # characters of text that make an <article> or <main> the place of the text
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|head|body|article|meta|div|title|link|main|section)\b[^<>]{0,300}>", re.IGNORECASE)
_HTML_PARAGRAPH = re.compile(r"<p\b[^<>]{0,200}>.{0,5000}?</p>", re.IGNORECASE | re.DOTALL)
_CAPTION_CLASS = re.compile(r"\b(?:caption|credit|wp-caption-text)\b", re.IGNORECASE)
_RELATED_CLASS = re.compile(
    r"\b(?:related|read-?more|also-?read|recommend\w*|more-?stories|see-?also)\b", re.IGNORECASE
)
_BOILERPLATE_CLASS = re.compile(
    r"\b(?:newsletter|subscribe|share|social\w*|cookie\w*|advert\w*|promo|breadcrumbs?|copyright|tags?)\b",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


class _Piece(NamedTuple):
    """A stretch of text between two breaks: its words, its kind if the markup tells, and where it stood."""

    words: str
    kind: str | None
    article: int
    in_main: bool


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
    walk = _Walk(found, _LEFT_OUT)
    walk.through(page)
    pieces = _place_of_text(walk.pieces)
    notes: tuple[str, ...] = ()
    if not any(piece.kind is None for piece in pieces):  # a nav that nothing closes, a page that is one form
        again = _Walk(Metadata(), frozenset())
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
    walk = _Walk(Metadata(), frozenset())
    walk.through(fragment)
    return "\n\n".join(piece.words for piece in walk.pieces)


class _Walk:
    """One way through a page, counting what is open; a tag that is never closed costs a count, not a stack."""

    def __init__(self, found: Metadata, left_out: frozenset[str]) -> None:
        self.found = found
        self.left_out = left_out
        self.pieces: list[_Piece] = []
        self.open: Counter[str] = Counter()
        self.words: list[str] = []
        self.linked = 0  # characters of the piece that stand in a link
        self.article = 0
        self.marks: list[tuple[str, int, str]] = []  # (tag, its depth, kind) of elements whose class tells their kind
        self.raw: str | None = None
        self.hidden = False

    def through(self, page: str) -> None:
        """Walk the page from end to end."""
        for token in tokens(page):
            if isinstance(token, str):
                self._take_text(token)
            else:
                self._take_tag(token)
        self._end_piece()

    def _take_text(self, words: str) -> None:
        if self.raw is not None:
            if self.raw == "json" and words.strip():
                self.found.scripts.append(words)
            elif self.raw == "title" and self.found.title is None:
                self.found.title = " ".join(words.split()) or None
            self.raw = None
            return
        if self.hidden:
            return
        if self.open["pre"]:
            for index, paragraph in enumerate(re.split(r"\n\s*\n", words)):
                if index:
                    self._end_piece()
                self.words.append(paragraph)
        else:
            self.words.append(words)
        self.linked += len(words.strip()) if self.open["a"] else 0

    def _watch(self, name: str) -> None:
        """Settle anew whether text is left out here, when a tag that bears on it opens or closes."""
        if name not in self.left_out and name not in ("h1", "article", "main"):
            return
        if self.open["h1"] and not self.open["nav"] and not self.open["footer"]:
            self.hidden = False  # many pages put the headline into a header
            return
        inside = self.open["article"] or self.open["main"]
        self.hidden = any(self.open[tag] and not (tag == "header" and inside) for tag in self.left_out)

    def _take_tag(self, tag: Tag) -> None:
        name = tag.name
        if name in _BREAKS:
            self._end_piece()
        if tag.closes:
            self.raw = None
            self._close(name)
            return
        if name in ("script", "title"):
            self.raw = name if name == "title" else "json" if "ld+json" in tag.raw.lower() else "code"
        elif name in _RAW:
            self.raw = "code"
        elif name in ("meta", "time", "link", "html"):
            self._take_head(name, tag.attributes())
        elif name == "article" and not self.open["article"]:
            self.article += 1
        if name in _BREAKS and ("class" in tag.raw or "id" in tag.raw):
            attributes = tag.attributes()
            kind = _kind_of_class(f"{attributes.get('class', '')} {attributes.get('id', '')}")
            if kind and name not in ("html", "body", "main", "article", "br", "hr"):
                self.marks.append((name, self.open[name], kind))
        if self.raw is None and not tag.raw.endswith("/"):
            self.open[name] += 1
            self._watch(name)

    def _close(self, name: str) -> None:
        if self.open[name]:
            self.open[name] -= 1
            self._watch(name)
        while self.marks and self.marks[-1][0] == name and self.open[name] <= self.marks[-1][1]:
            self.marks.pop()

    def _take_head(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "meta":
            self.found.take_meta(attributes)
        elif name == "time":
            self.found.take_time(attributes)
        elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.found.canonical = self.found.canonical or attributes.get("href", "").strip() or None
        elif name == "html":
            self.found.lang = self.found.lang or attributes.get("lang") or attributes.get("xml:lang") or None

    def _end_piece(self) -> None:
        words = " ".join("".join(self.words).split())
        linked, self.linked = self.linked, 0
        self.words = []
        if words:
            inside = self.article if self.open["article"] else 0
            self.pieces.append(_Piece(words, self._kind(words, linked), inside, self.open["main"] > 0))

    def _kind(self, words: str, linked: int) -> str | None:
        if self.open["h1"]:
            return "headline"
        if self.open["figcaption"]:
            return "caption"
        if self.marks:
            return self.marks[-1][2]
        return "related" if self.open["li"] and linked >= 0.9 * len(words) else None


def _kind_of_class(words: str) -> str | None:
    for pattern, kind in (
        (_RELATED_CLASS, "related"),
        (_CAPTION_CLASS, "caption"),
        (_BOILERPLATE_CLASS, "boilerplate"),
    ):
        if pattern.search(words):
            return kind
    return None


def _place_of_text(pieces: Iterable[_Piece]) -> list[_Piece]:
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


def _text_of(pieces: list[_Piece], said: Said, page_title: str | None) -> tuple[str, dict[int, str], str | None]:
    """Join the pieces: the text, the known kinds by offset, the title; a page without <h1> gets its title on top."""
    heading = next((piece.words for piece in pieces if piece.kind == "headline"), None)
    title = said.title or heading or (_SITE_SUFFIX.sub("", page_title) if page_title else None)
    title = " ".join(title.split()) if title else None
    if heading is None and title and not any(piece.words == title for piece in pieces[:5]):
        pieces = [_Piece(title, "headline", 0, False), *pieces]
    kinds: dict[int, str] = {}
    offset, seen_headline = 0, False
    for piece in pieces:
        if piece.kind and not (piece.kind == "headline" and seen_headline):
            kinds[offset] = piece.kind
        seen_headline = seen_headline or piece.kind == "headline"
        offset += len(piece.words) + 2
    return "\n\n".join(piece.words for piece in pieces), kinds, title

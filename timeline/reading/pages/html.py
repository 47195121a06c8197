"""An HTML page in, a Draft out: title and readable paragraphs, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline.reading.draft import Draft
from timeline.reading.layout.language import language_of
from timeline.reading.layout.plain import lay_out
from timeline.reading.pages.metadata import Metadata, Said, read_metadata
from timeline.reading.pages.page_dates import claims_of_page, dating_language
from timeline.reading.pages.page_guess import article_paragraphs, plain_form
from timeline.reading.pages.place import holds, place_of_text, without_furniture
from timeline.reading.pages.walk import LEFT_OUT, Piece, Walk

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|head|body|article|meta|div|title|link|main|section)\b[^<>]{0,300}>", re.IGNORECASE)
_HTML_PARAGRAPH = re.compile(r"<p\b[^<>]{0,200}>.{0,5000}?</p>", re.IGNORECASE | re.DOTALL)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—-]{2,40})$")


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
    article = article_paragraphs(page)
    pieces, notes = _pieces_of(page, walk.pieces, article)
    said = read_metadata(found)
    text, kinds, title = _text_of(pieces, said, found)
    url = said.url or address
    lang = dating_language(said.lang, url)
    known = languages or ((lang,) if lang else None)
    draft = lay_out(text, kinds, known)
    return Draft(
        text,
        without_furniture(draft, article, said.described),
        claims_of_page(page, said, draft, url, known or (language_of(text),)),
        title=title or draft.title,
        source=said.source or draft.source,
        url=said.url or draft.url,
        domain=draft.domain or found.meta.get("domain"),
        lang=lang or draft.lang,
        notes=draft.notes + notes,
    )


def _pieces_of(page: str, pieces: list[Piece], article: Collection[str]) -> tuple[list[Piece], tuple[str, ...]]:
    """Give the pieces that hold the text; a nav that nothing closes, or a page that is one form, may hide it."""
    place = place_of_text(pieces, article)
    if any(piece.kind is None for piece in place) and holds(place, article):
        return place, ()
    again = Walk(Metadata(), frozenset())
    again.through(page)
    if not again.pieces or (not holds(again.pieces, article) and any(piece.kind is None for piece in place)):
        return place, ()
    return place_of_text(again.pieces, article), ("no text outside of menus and footers: read them too",)


def fragment_text(fragment: str) -> str:
    """Give the text of a piece of HTML (in a feed, a mail, a table): its paragraphs, a blank line between them."""
    walk = Walk(Metadata(), frozenset())
    walk.through(fragment)
    return "\n\n".join(piece.words for piece in walk.pieces)


def _text_of(pieces: list[Piece], said: Said, found: Metadata) -> tuple[str, dict[int, str], str | None]:
    """Join the pieces: the text, the known kinds by offset, the title; a page without its <h1> gets it on top."""
    heading = next((piece.words for piece in pieces if piece.kind == "headline"), None)
    title = said.title or heading or (_SITE_SUFFIX.sub("", found.title) if found.title else None)
    title = " ".join(title.split()) if title else None
    sites = _names_of_site(said, found, title) if heading and title else ()
    if title and heading and all(_is_sign(piece, title, sites) for piece in pieces if piece.kind == "headline"):
        pieces = [piece._replace(kind=None) if piece.kind == "headline" else piece for piece in pieces]
        heading = None
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


def _is_sign(heading: Piece, title: str, sites: Collection[str]) -> bool:
    """Say whether an <h1> names the site or skips to another place of the page, and is no part of the title.

    sites  the names of the site, in plain form
    """
    plain = plain_form(heading.words)
    return plain not in plain_form(title) and (heading.skips or any(plain in site for site in sites))


def _names_of_site(said: Said, found: Metadata, title: str) -> tuple[str, ...]:
    """Give what a page calls its site, in plain form: as the head says, and behind the title in the page's title."""
    names = [name for name in (found.meta.get("og:site_name"), said.source) if name]
    suffix = _SITE_SUFFIX.search(found.title or "")
    if suffix and found.title:
        before, told = plain_form(found.title[: suffix.start()]), plain_form(title)
        names += [suffix[1]] if before in told or told in before else []
    return tuple(map(plain_form, names))

"""An HTML page in, the dates it shows beside its headline out: of elements that are named or marked as a date.

Comments, related articles, side columns and footers have dates of their own, which are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from timeline.reading.pages.markup import Tag, tokens

_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|reply|replies|related\w*|sidebar|side-?bar|widgets?|recent\w*|popular"
    r"|trending|latest|teasers?|ticker|archives?|calendar|footer|foot|copyright|colophon|nav|navbar|navigation|menu"
    r"|upcoming|events?-list|recommend\w*|more-?(?:news|stories|articles)|read-?more|most-?read|promo|breaking"
    r"|newsletter|social|share|pagination|prev|next|today|weather|currentdate|date-?today|signature|discussion)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"updat|modif|lastmod|last-?edit|revis|aktualisier|geaendert|actualiz|mise?-a-jour", re.IGNORECASE)
_SURE = re.compile(
    r"publi(?:sh|ca|é)|posted|post-?date|entry-?date|article-?date|news-?date|story-?date|date-?header|date-?line"
    r"|date-?time|pub-?date|created|erstellt|veroeffentlicht|datum|(?:^|[\s_-])fecha|(?:^|[\s_-])(?:date|time|timestamp)"
    r"(?:$|[\s_-])|submitted|dateposted|postmetadata|(?:^|[\s_-])stamp",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"date|time|(?:^|[\s_-])(?:post|entry|article|news|story|page|content)?-?(?:meta\w*|info|byline|details?|header)"
    r"|byline|author|dateline|kicker|subline|sub-?title|sub-?head|published|credits",
    re.IGNORECASE,
)
_FURNITURE_NAMES = "nav footer aside form select button iframe"
_FURNITURE = frozenset(_FURNITURE_NAMES.split())
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_LONGEST, _MOST = 220, 200
_MOST_OPEN = 2_000


class Trust(IntEnum):
    """How much says that a shown date is the page's own, most first."""

    MARKED = 0
    SURE = 1
    MAYBE = 2
    CHANGE = 3


class Shown(NamedTuple):
    """Words shown, or a stamp in an attribute, that may hold a date; `elsewhere`: in a comment, a footer ..."""

    words: str
    trust: Trust
    elsewhere: bool
    after_heading: bool


class _Open(NamedTuple):
    name: str
    trust: Trust | None
    at: int
    elsewhere: bool


def shown_dates(page: str) -> list[Shown]:
    """Gather what may be the date of a page, in the order of the page."""
    walk = _Walk()
    for token in tokens(page):
        if isinstance(token, str):
            walk.take_text(token)
        else:
            walk.take_tag(token)
        if len(walk.shown) >= _MOST:
            break
    return walk.shown


class _Walk:
    """One way through a page with the elements that are open and of interest."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self.open: list[_Open] = []
        self.texts: list[str] = []
        self.capturing = 0
        self.elsewhere = 0
        self.heading = False
        self.raw = False

    def take_text(self, words: str) -> None:
        if self.raw:
            self.raw = False
        elif self.capturing:
            self.texts.append(words)

    def take_tag(self, tag: Tag) -> None:
        if tag.closes:
            self._close(tag.name)
            return
        self.raw = tag.name in ("script", "style", "title", "noscript", "template", "svg", "textarea")
        self.heading = self.heading or tag.name == "h1"
        if self.capturing:
            self.texts.append(" ")
        if tag.name in ("meta", "html", "body", "head", "link", "script"):
            return
        attributes = tag.attributes() if tag.name == "time" or _named(tag.raw) else {}
        marks = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('itemprop', '')}"
        trust = _trust_of(tag.name, marks, attributes)
        elsewhere = tag.name in _FURNITURE or _ELSEWHERE.search(marks) is not None
        if trust is not None:
            self._take_stamp(attributes, trust, elsewhere)
        if tag.name in _VOID or tag.raw.endswith("/") or len(self.open) > _MOST_OPEN:
            return
        # every element is kept while it matters, so that an end tag finds its own start tag
        if trust is not None or elsewhere or self.open:
            self.open.append(_Open(tag.name, trust, len(self.texts), elsewhere))
            self.capturing += trust is not None
            self.elsewhere += elsewhere

    def _take_stamp(self, attributes: Mapping[str, str], trust: Trust, elsewhere: bool) -> None:
        for name in ("datetime", "content", "title", "data-datetime", "data-time", "data-date", "data-published"):
            stamp = attributes.get(name, "").strip()
            if stamp and any(map(str.isdigit, stamp)):
                self._show(
                    stamp, min(trust, Trust.SURE) if name == "datetime" and trust != Trust.CHANGE else trust, elsewhere
                )

    def _close(self, name: str) -> None:
        depth = next((index for index in range(len(self.open) - 1, -1, -1) if self.open[index].name == name), None)
        if depth is None:
            return
        while len(self.open) > depth:
            closed = self.open.pop()
            self.elsewhere -= closed.elsewhere
            if closed.trust is not None:
                self.capturing -= 1
                words = " ".join("".join(self.texts[closed.at :]).split())
                if any(map(str.isdigit, words)) and len(words) <= _LONGEST:
                    self._show(words, closed.trust, closed.elsewhere)
        if not self.capturing:
            self.texts = []

    def _show(self, words: str, trust: Trust, elsewhere: bool) -> None:
        self.shown.append(Shown(words[:_LONGEST], trust, elsewhere or self.elsewhere > 0, self.heading))


def _named(raw: str) -> bool:
    return "class" in raw or "id" in raw or "itemprop" in raw


def _trust_of(name: str, marks: str, attributes: Mapping[str, str]) -> Trust | None:
    if name in ("article", "main", "section", "ul", "ol", "table", "form", "img", "input", "a") and name != "a":
        return None
    itemprop = attributes.get("itemprop", "").lower()
    if _CHANGE.search(marks) and "publi" not in marks.lower():
        return Trust.CHANGE
    if "datepublished" in itemprop or "datecreated" in itemprop or (name == "time" and "pubdate" in attributes):
        return Trust.MARKED
    if name == "abbr" and "published" in marks:
        return Trust.MARKED
    if name == "time":
        return Trust.SURE
    if name == "a":
        return Trust.SURE if "date" in marks or "time" in marks else None
    if _SURE.search(marks):
        return Trust.SURE
    return Trust.MAYBE if _MAYBE.search(marks) else None

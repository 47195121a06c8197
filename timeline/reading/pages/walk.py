"""An HTML page in, its stretches of text between two breaks out, and what its head says on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from timeline.reading.pages.markup import Tag, tokens
from timeline.reading.pages.metadata import Metadata

_HIDDEN_NAMES = "math select button iframe object canvas audio video map"  # script, style ... come as raw text
_FURNITURE_NAMES = "nav header footer aside form dialog menu"
_BREAK_NAMES = (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody td th thead tr ul"
)
LEFT_OUT = frozenset(f"{_HIDDEN_NAMES} {_FURNITURE_NAMES}".split())
_BREAKS = frozenset(_BREAK_NAMES.split())
_RAW = frozenset(("style", "noscript", "template", "svg", "textarea"))
_CAPTION_CLASS = re.compile(r"\b(?:caption|credit|wp-caption-text)\b", re.IGNORECASE)
_RELATED_CLASS = re.compile(
    r"\b(?:related|read-?more|also-?read|recommend\w*|more-?stories|see-?also)\b", re.IGNORECASE
)
_COMMENT_CLASS = re.compile(
    r"(?<![\w-])(?:comments|comments?-?(?:list|area|section|thread|wrapper|body)|commentlist|disqus_thread|(?:reader|user)-?comments|"
    r"respond)(?![\w-])",
    re.IGNORECASE,
)
_BOILERPLATE_CLASS = re.compile(
    r"\b(?:newsletter|subscribe|share|social\w*|cookie\w*|advert\w*|promo|breadcrumbs?|copyright|tags?|playlist)\b",
    re.IGNORECASE,
)

_SMALL_NAMES = "abbr b dd div em i label li p small span strong time"
_SMALL = frozenset(_SMALL_NAMES.split())  # may hold a running time alone
_RUNNING_NAME = re.compile(r"duration|run(?:ning)?[-_]?time", re.IGNORECASE)
_RECORDINGS = frozenset(("audio", "clip", "film", "media", "movie", "player", "podcast", "video"))
_NAME_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_RUNNING_TIME = re.compile(r"\s*(?:\d{1,2}:)?\d{1,2}:\d\d\s*")
_TOPIC_CLASS = re.compile(  # what an article is about, not what it is: "post tag-newsletter category-social-media"
    r"(?<![\w-])(?:tag|category|topic|section|author|keyword)-[\w-]+", re.IGNORECASE
)


class Piece(NamedTuple):
    """A stretch of text between two breaks: its words, its kind if the markup tells, and where it stood.

    mark  the number of the element whose class told the kind, 0 for none
    skips  all of it is a link to another place of the page
    """

    words: str
    kind: str | None
    article: int
    in_main: bool
    mark: int = 0
    skips: bool = False


class Walk:
    """One way through a page, counting what is open; a tag that is never closed costs a count, not a stack."""

    def __init__(self, found: Metadata, left_out: frozenset[str]) -> None:
        self.found = found
        self.left_out = left_out
        self.pieces: list[Piece] = []
        self.open: Counter[str] = Counter()
        self.words: list[str] = []
        self.linked = 0  # characters of the piece that stand in a link
        self.article = 0
        self.marked = 0
        self.marks: list[
            tuple[str, int, str, int]
        ] = []  # (tag, its depth, kind, its number) of elements whose class tells their kind
        self.raw: str | None = None
        self.hidden = False
        self.running: tuple[str, int] | None = None  # an element, and its depth, that may tell how long a video runs
        self.time: int | None = None  # which of the words is such a time
        self.skipping = False  # a link in an <h1> leads to another place of the page
        self.skipped = 0  # characters of the piece that stand in one

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
        if self.running and _RUNNING_TIME.fullmatch(words):
            self.time = len(self.words) - 1
        if self.open["a"]:
            self.linked += len(words.strip())
            self.skipped += len(words.strip()) if self.skipping else 0

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
            self._take_mark(tag)
        if self.raw is None and not tag.raw.endswith("/"):
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self.skipping = self.open["h1"] > 0 and _leads_within(tag.attributes().get("href", ""))
        if self.running is None and _tells_running_time(tag):
            self.running = (name, self.open[name])
        self.open[name] += 1
        self._watch(name)

    def _take_mark(self, tag: Tag) -> None:
        attributes = tag.attributes()
        kind = _kind_of_class(f"{attributes.get('class', '')} {attributes.get('id', '')}")
        if kind and tag.name not in ("html", "body", "main", "article", "br", "hr"):
            self.marked += 1
            self.marks.append((tag.name, self.open[tag.name], kind, self.marked))

    def _close(self, name: str) -> None:
        if self.open[name]:
            self.open[name] -= 1
            self._watch(name)
        if self.running and self.running[0] == name and self.open[name] <= self.running[1]:
            self.running = None
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
        if self.time is not None and not "".join(self.words[self.time + 1 :]).strip():
            del self.words[self.time :]  # what words follow is a time in a sentence
        words = " ".join("".join(self.words).split())
        linked, skipped = self.linked, self.skipped
        self.words, self.linked, self.skipped = [], 0, 0
        self.running = self.time = None  # an element that holds a break holds more than a time
        if words:
            inside = self.article if self.open["article"] else 0
            kind, mark = self._kind(words, linked), self.marks[-1][3] if self.marks else 0
            skips = skipped > 0 and skipped >= 0.9 * len(words)
            self.pieces.append(Piece(words, kind, inside, self.open["main"] > 0, mark, skips))

    def _kind(self, words: str, linked: int) -> str | None:
        if self.open["h1"]:
            if _is_titled(words, self.found):
                self.marks.clear()  # what holds the page's headline holds its story, whatever its class says
            return "headline"
        if self.open["figcaption"]:
            return "caption"
        if self.marks:
            return self.marks[-1][2]
        return "related" if self.open["li"] and linked >= 0.9 * len(words) else None


def _is_titled(words: str, found: Metadata) -> bool:
    """Say whether a heading is the page's own: it stands in what the head gives as the title."""
    titles = (found.title, found.meta.get("og:title"))
    return any(title is not None and words.lower() in title.lower() for title in titles)


def _leads_within(address: str) -> bool:
    """Say whether a link leads to a named place of the page it stands on."""
    return address.strip().startswith("#") and len(address.strip()) > 1


def _tells_running_time(tag: Tag) -> bool:
    """Say whether an element may hold how long a recording runs: a small one, by its class or id."""
    if tag.name not in _SMALL or not _RUNNING_NAME.search(tag.raw):
        return False
    attributes = tag.attributes()
    return any(map(_names_running_time, f"{attributes.get('class', '')} {attributes.get('id', '')}".split()))


def _names_running_time(name: str) -> bool:
    """Say whether a class names a running time: with nothing else, or with what it is the time of.

    >>> [_names_running_time(name) for name in ("duration", "running-time", "c-video__duration", "videoDuration")]
    [True, True, True, True]
    >>> [_names_running_time(name) for name in ("duration-300", "webpack-runtime", "eclipse-duration", "video")]
    [False, False, False, False]
    """
    if _RUNNING_NAME.fullmatch(name):
        return True
    parts = {part.lower() for part in _NAME_PARTS.split(name)}
    return not _RECORDINGS.isdisjoint(parts) and _RUNNING_NAME.search(name) is not None


def _kind_of_class(words: str) -> str | None:
    words = _TOPIC_CLASS.sub(" ", words)
    for pattern, kind in (
        (_RELATED_CLASS, "related"),
        (_CAPTION_CLASS, "caption"),
        (_BOILERPLATE_CLASS, "boilerplate"),
        (_COMMENT_CLASS, "boilerplate"),
    ):
        if pattern.search(words):
            return kind
    return None

"""What was read: a stretch of text, a block, a publish date, the article they make; frozen and picklable.

Spans are half-open, in code points of the stored text: `article.text[span.start:span.end]` is always the words.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of the stored text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words the span stands for."""
        return text[self[0] : self[1]]  # by place, for by name it takes half as long again


class Domain(Enum):
    """What kind of text it is; it decides what a bare date leans on and where bare weekdays point."""

    NEWS = "news"
    NARRATIVE = "narrative"
    COLLOQUIAL = "colloquial"


@dataclass(frozen=True, slots=True)
class Published:
    """The document creation time (DCT): the anchor of everything relative.

    value     as written, ISO 8601, a date or a date and time: `2025-02-11T09:33`
    basis     header | metadata | feed | url | filename | dateline | user
    zone      as written (`+03:00`, `Z`, `EST`), or None; it moves nothing
    span      the words of the stored text it was read from, None when from elsewhere
    conflict  what another source said, in words, when two disagree
    """

    value: str
    basis: str
    zone: str | None = None
    span: Span | None = None
    conflict: str | None = None


class Block(NamedTuple):
    """A stretch of the stored text and what it is.

    kind: header | headline | byline | dateline | body | caption | related | boilerplate. Blocks are in order, do not
    overlap, and hold no surrounding white space; a body block is one paragraph. In a chat the stamp and the sender's
    name in front of a message are a byline.
    """

    kind: str
    span: Span


def article_id(text: str, url: str | None, source: str | None) -> str:
    """Name an article: 16 hexadecimal digits from its text and its url, else its source."""
    return hashlib.sha256(f"{text}\0{url or source or ''}".encode()).hexdigest()[:16]


DATED_BLOCKS: Final = frozenset({"headline", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Article:
    r"""A text as read: what every later stage starts from.

    id          hash of the stored text and its url or source (see `article_id`)
    text        the whole decoded file, newlines as `\n`, nothing else changed
    published   None when no publish date could be found
    lang        ISO 639-1 code, given or found out
    reader      which reader made it, and how it decoded the bytes, in words
    sha256      of the bytes as received, in hexadecimal
    notes       what the reader noticed and a person should know, in words
    """

    id: str
    text: str
    published: Published | None
    blocks: tuple[Block, ...]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    lang: str = "en"
    domain: Domain = Domain.NEWS
    reader: str = "plain"
    sha256: str = ""
    notes: tuple[str, ...] = ()

"""What a reader hands over before the article is assembled: text, blocks and every claim found on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.model import Block, Span


class Claim(NamedTuple):
    """A date string somebody wrote as the publish date, not read yet.

    basis  header | metadata | feed | url | filename | dateline | user
    span   its words in the stored text, None when they are not in it
    rung   its place on the ladder of trust (claims.LADDER) where that is not the place of its basis: `shown` a date
           seen on a page that nothing marks as its own, `update` a later version's, `made` that of the file itself
    """

    words: str
    basis: str
    span: Span | None = None
    rung: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The text with its blocks, and what the file says about itself; None where it says nothing.

    claims  publish dates in the order of trust within their basis
    domain, lang  as the file says them, unchecked
    undated  a note for want of a publish date
    """

    text: str
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...] = ()
    title: str | None = None
    source: str | None = None
    url: str | None = None
    domain: str | None = None
    lang: str | None = None
    notes: tuple[str, ...] = ()
    undated: str | None = None

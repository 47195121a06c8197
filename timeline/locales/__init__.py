"""A text in which dates stand as labels write them goes in, the same dates as a reader's language writes them come out.

Labels and the sentences that explain them are English and are kept so, ready made, in stores and exports; a page may
show them as its reader writes dates. So the dates are looked for in the finished words. Only dates, months, weekdays
and clock times are written anew. The words around them ("late", "since", "the 1990s") belong to the page. What is
quoted “so” is somebody's words and stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.locales.cldr import cldr_of
from timeline.locales.forms import found_in

__all__ = ["ENGLISH", "Piece", "chosen", "written"]

ENGLISH = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ASKED = 8  # languages of one reader that are looked for


class Piece(NamedTuple):
    """A part of a text: `lang` is the language tag of what was written anew, None where the text stayed as it was."""

    words: str
    lang: str | None = None


@lru_cache(maxsize=64)
def chosen(asked: tuple[str, ...]) -> str:
    """Choose the first of a reader's languages (BCP 47, best first) in which dates can be written; else English.

    Plain "en" is the English of the labels; "en-US" writes dates its own way.
    """
    for tag in asked[:_ASKED]:
        if tag.lower() == ENGLISH:
            break
        if _TAG.fullmatch(tag) and cldr_of(tag) is not None:
            return tag
    return ENGLISH


@lru_cache(maxsize=8_000)  # a page names the same few dates again and again
def written(text: str, lang: str, *, bare: bool = False) -> tuple[Piece, ...]:
    """Write the dates of a text in a language that `chosen` gave; `bare` also weekdays and months that stand alone."""
    cldr = None if lang == ENGLISH else cldr_of(lang)
    if cldr is None:
        return (Piece(text),)
    pieces, done = [], 0
    for found in found_in(text, bare=bare):
        words = found.written(cldr)
        if words is not None and words != found.words:
            pieces += [Piece(text[done : found.start]), Piece(words, cldr.tag)]
            done = found.start + len(found.words)
    return tuple(piece for piece in (*pieces, Piece(text[done:])) if piece.words)

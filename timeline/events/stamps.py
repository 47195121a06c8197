"""A timex -> whether it only stamps the words beside it: a reader's comment, a post, an entry brought up to date."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Timex

_REACH: Final = 60  # characters from the bracket of an update to its last time: "(Update 3 p.m. Cairo, 8 a.m. ET)"
_BAR: Final = "|"
_BEHIND_BAR: Final = "| "
_EDGES: Final = ("\n", "|", ". ", "! ", "? ")
_DASH: Final = " - "
_OPENING: Final = re.compile(r"(?:[(\[]|-lrb-)\s*")
_CLOSING: Final = re.compile(r"[)\]]|-rrb-")
_BEFORE: Final = re.compile(r"([^\W\d_]+)[ :]{1,3}(?:[^\W\d_]{2} )?$")
_BEHIND: Final = re.compile(r"[ |]{1,3}([^\W\d_]+)\b")
_BEGINS: Final = ("", "\n", ".", "!", "?", ":")
_CLOCK: Final = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\b")
_YEAR: Final = re.compile(r"\b\d{4}\b")


def is_stamp(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a time of the clock says when the words beside it were written, and so dates nothing they tell.

    "3 May 2012 at 2:16 pm | Well said", "7:01 pm 3 May 2012 Reply", "(Update 3 p.m.) Two planes left"
    """
    if timex.type != "TIME" or ":" not in timex.value:
        return False
    return _is_of_comment(folded, timex, language) or _is_of_update(folded, timex, language)


def _is_of_comment(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a button stands behind a time, or a bar behind a date with its hour: "3 May 2012 at 9:00 |"."""
    behind = _BEHIND.match(folded, timex.span.end)
    if behind is not None and behind[1] in language.happenings.buttons:
        return True
    words, near = timex.span.of(folded), folded[max(0, timex.span.start - _REACH) : timex.span.start]
    barred = behind is not None and _BAR in behind[0]
    opening = near[max(map(near.rfind, _EDGES)) + 1 :].split()[:1]
    if barred and not language.happenings.updating.isdisjoint(opening):
        return True  # "Posted by Ann Lee at 10:48 AM | Comments"
    if near.endswith(_BEHIND_BAR) and not barred and _YEAR.search(words) is not None:
        return True  # "OSLO | Mon Jun 15, 2009 11:45 am EDT"
    if not folded[timex.span.end : timex.span.end + 2].strip().startswith(_BAR) or _YEAR.search(words) is None:
        return False
    return not language.syntax.time_prepositions.isdisjoint(words.split())  # a log writes none: "2012-05-03 14:05 |"


def _is_of_update(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a time stands in a bracket that opens with "update", or behind it where a line or sentence opens.

    A bracket that opens an entry and tells its hour in two zones says when the entry was written as well.
    """
    start, updating = timex.span.start, language.happenings.updating
    near = folded[max(0, start - _REACH) : start]
    opening = next(iter([*_OPENING.finditer(near)][-1:]), None)
    if opening is not None and _CLOSING.search(near, opening.end()) is None:
        if near.startswith(tuple(updating), opening.end()):
            return True
        return _begins(near, opening.start()) and _is_of_two_zones(folded, start - len(near) + opening.end())
    before = _BEFORE.search(near)
    if before is None or before[1] not in updating:
        return False
    return _begins(near, before.start()) or _DASH in timex.span.of(folded)


def _begins(near: str, place: int) -> bool:
    """Say whether a line or a sentence begins at a place."""
    return near[:place].rstrip(" ")[-1:] in _BEGINS


def _is_of_two_zones(folded: str, start: int) -> bool:
    """Say whether a bracket tells its hour twice: "(7:55 p.m. Monday ET, 1:55 a.m. Tuesday in Libya)"."""
    closing = _CLOSING.search(folded, start, start + 2 * _REACH)
    first, comma, last = folded[start : closing.start() if closing else start].partition(",")
    return bool(comma) and _CLOCK.search(first) is not None and _CLOCK.search(last) is not None

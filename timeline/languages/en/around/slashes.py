"""The words around two figures with a stroke in messages: what makes "7/4" a day, and no mark, share or number."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.chat import DAY_NAMES, HOUR_IN_FIGURES, UNIT_AFTER
from timeline.languages.en.around.match import after, before

_SCORE_BEFORE = re.compile(
    r"\b(?:got|scored?|rated?|rating|about|only|just|like|give|gave|solid|a|w|went|are|were) $|[$£€]$"
)
_DATE_BEFORE = re.compile(
    rf"\b(?:on|by|until|till?|thru|through|from|since|starting|starts?|begins?|ends?|closes?|closing|drops?|dropping|"
    rf"out|due|before|after|date|dates|see (?:u|ya|yall|you)|{DAY_NAMES}):? ?[(,]? ?$"
)


_HISTORY_BEFORE = re.compile(r"\b(?:since|after|before|post|pre|during) $")


def nine_eleven(place: Place) -> str | None:
    """Keep to the day of 2001: "never forget 9/11", "since 9/11"; "sale on 9/11" is a day to come."""
    named = place.folded[place.start : place.end] == "9/11"
    left = before(place)
    told = named and (_HISTORY_BEFORE.search(left) or not _DATE_BEFORE.search(left))
    return None if told else Unfit("some 11 September")


_SENTENCE_BEGINS = re.compile(r"(?:^|\n|[.!?:|]) ?$")
_PLACE_NEXT = re.compile(r" (?:(@|at) (?:the )?(?=[A-Z])|@| ?[-:|] )")
_SHARE = 4  # into so many parts things are shared: "1/2 at Nan's"
_LIST = 60  # how far from a date another of a list may stand


def _opens_listing(place: Place, first: int, second: int) -> bool:
    """Say whether a place follows: "5/6 at The Roxy", "9/3 - Oslo"; "1/5 - how we built it" numbers a post."""
    shown = _PLACE_NEXT.match(place.text, place.end)
    if shown is None or first > second:
        return shown is not None
    return shown[1] == "@" or (shown[1] == "at" and second > _SHARE)


def slash_date(place: Place) -> str | None:
    """Refuse fractions, marks and scores: "7/10 would eat again", "24/7"; "10/24" can be no other thing than a date."""
    figures = re.search(r"(\d\d?)/(\d\d?)$", place.folded[place.start : place.end])
    if figures is None or figures.group() == "24/7" or UNIT_AFTER.match(after(place)):
        return "a fraction or a mark, not a date"
    left = before(place)
    if nine_eleven(place) is None:
        return Unfit("the day of 2001 that is called so")
    if place.folded[place.start].isalpha() or _DATE_BEFORE.search(left):
        return None
    if _SCORE_BEFORE.search(left):
        return "a fraction or a mark, not a date"
    first, second = map(int, figures.groups())
    if _SENTENCE_BEGINS.search(left) and _opens_listing(place, first, second):
        return None
    near = place.folded[max(0, place.start - _LIST) : place.end + _LIST]
    others = re.findall(rf"(?<![\d/])(?:{figures[1]}/\d\d?|\d\d?/{figures[2]})(?![\d/])", near)
    listed = len(set(others)) > 1 or re.match(rf",? @? ?{HOUR_IN_FIGURES}", after(place))
    return None if listed or max(first, second) > 12 else "a fraction or a mark, not a date"

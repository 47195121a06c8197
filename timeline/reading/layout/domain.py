"""A text in, its domain out: news unless it plainly is a history or a message."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.model import Domain

_YEAR = re.compile(r"(?<![\d$€£.,])(1[0-9]\d\d|20\d\d)(?![\d%])")
_PAST = re.compile(r"\b(?:was|were|had|became|began|died|\w{3,}ed)\b")
CHATTY = re.compile(
    r"(?:^|\s)[@#]\w|https?://|\b(?:lol|omg|u|ur|gonna|wanna|gotta|thx|pls|btw|tmrw|2nite|im|dont|cant|haha\w*|yeah|hey)\b"
    r"|!!|\?\?|[\U0001f300-\U0001faff]|[:;]-?[)(DP](?:\s|$)|\bi\b(?!\.)"
)
_PERSONS = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]ours?|[Yy]ourself|[Uu]r?)\b(?!\.)")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|^[ \t]*>.*$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_WORDS_A_PERSON = 30  # one says I or you that often in what is said to somebody; a report does so in quotes alone
_MESSAGE = 320
_LEAST_YEARS, _LEAST_OF_OLD = 5, 3  # how many years a history tells; news whose date was not found may tell some too
_LEAST_SPAN = 5
_OLD = 1950  # before it no news speaks of its own days
WITHOUT_DATE = ": no publish date, "  # stands in the reason of a history until it is given one


class Verdict(NamedTuple):
    """The domain and why, in words; no words when nothing spoke for another one than news."""

    domain: Domain
    why: str | None = None


def domain_of_mail(words: str) -> Verdict:
    """Tell whether what somebody wrote in a mail is talk, from one person to another, or a report that was sent."""
    own = _QUOTED.sub("", words)
    persons = len(_PERSONS.findall(own))
    if persons and persons * _WORDS_A_PERSON >= len(_WORD.findall(own)):
        return Verdict(Domain.COLLOQUIAL, "read as colloquial: a mail in which one talks to another")
    return Verdict(Domain.NEWS)


def domain_of(text: str, *, dated: bool) -> Verdict:
    """Tell the domain of a text; `dated` says whether a publish date was found (histories have none)."""
    if len(text) <= _MESSAGE:
        signs = len(CHATTY.findall(text))
        if signs >= 2 and not dated:
            return Verdict(Domain.COLLOQUIAL, f"read as colloquial: short, with {signs} marks of a message")
        return Verdict(Domain.NEWS)
    if dated:
        return Verdict(Domain.NEWS)
    years = [int(year) for year in _YEAR.findall(text)]
    least = _LEAST_OF_OLD if max(years, default=_OLD) < _OLD else _LEAST_YEARS
    if len(years) < least or max(years) - min(years) < _LEAST_SPAN:
        return Verdict(Domain.NEWS)
    if len(_PAST.findall(text)) < len(years):
        return Verdict(Domain.NEWS)
    why = f"read as narrative{WITHOUT_DATE}told in the past, {len(years)} years from {min(years)} to {max(years)}"
    return Verdict(Domain.NARRATIVE, why)

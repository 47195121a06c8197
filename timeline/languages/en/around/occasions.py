"""The words around days that something names in messages: greetings, memories, classes and what was settled."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around import after, before

_SETTLED = re.compile(
    r"\b(?:got|shut|closed|extended|postponed|delayed|suspended|banned|booked|cancelled|told|given|signed off)\b"
    r"[^.!?\n]{0,24}$"
)


def still_so(place: Place) -> str | None:
    """Keep to what was settled and goes on: "got camp until Sunday"; "stayed until Sunday" is over."""
    return None if _SETTLED.search(before(place, 48)) else Unfit("nothing was settled")


_GREETED = re.compile(
    r"\b(?:happy|blessed) (?:(?!(?:first|1st|last|second|2nd|every|one|with|for|about|that|to|and|of|my|i|we|a|the)\b)"
    r"[\w'’]+ ){1,3}$"
)


def greeted(place: Place) -> str | None:
    """Keep to the day that a greeting names: "happy national day", not "happy first day of term"."""
    return None if _GREETED.search(before(place)) else Unfit("no greeting")


_PUPILS = re.compile(r" (?:\d|of\b|people|children|men|women|[a-z]+s\b)")


def no_pupils(place: Place) -> str | None:
    """Refuse the size of a class: "a class of 25 kids"."""
    return Unfit("counts pupils") if _PUPILS.match(after(place)) or before(place).endswith("a class of ") else None


_OPENS = re.compile(r"(?:^|\n|[.:!?|]) ?$")


def opens_memory(place: Place) -> str | None:
    """Keep to years ago that open a message or its sentence and end there: "Four years ago, I started here"."""
    opens = _OPENS.search(before(place)) and after(place, 1) in (",", ":")
    opens = opens or _RECALLED_TAG.match(after(place)) is not None
    return None if opens else Unfit("opens no memory")


_RECALLED_TAG = re.compile(r"[.!]{0,3} ?#(?:tb|tbt|throwback|onthisday|otd|memories|flashback)")


_TOLD = re.compile(
    r"(?:^|[.!?,] ?|\b(?:i|we|they|you|u|yall|y'all|everyone|all|that|it|and|just|hope) )"
    r"(?:had|was|spent|enjoyed|loved|survived) [^.!?\n]{0,24}$|"
    r"\b(?:what an?|thanks? (?:u |you |y'all |yall |everyone )?for|thx for|back from|after|pics? from|photos? from|"
    r"recap of|recovering from) [^.!?\n]{0,24}$"
)
_TOLD_AFTER = re.compile(r" (?:was|went|flew|came and went)\b")


def told_of(place: Place) -> str | None:
    """Keep to what one looks back to: "had such a fun weekend", "thanks for an amazing weekend", "the weekend was"."""
    told = _TOLD.search(before(place, 60)) or _TOLD_AFTER.match(after(place))
    return None if told else Unfit("nothing tells that it is over")

"""The words around a half that make it one of a business year: "second-half profit", not that of a match."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after

_BUSINESS = re.compile(
    r"\b(?:profits?|earnings|sales|revenues?|outlook|forecasts?|guidance|growth|econom\w+|demand|quarter|shareholders?|"
    r"chief executive|inflation|break even|exports|output|orders|budget|fiscal|investors?)\b"
)
_SPORT = re.compile(
    r"\b(?:goals?|scor(?:e|ed|ing)|match|kick\w*|penalt\w+|touchdowns?|halftime|coach|striker|midfielder|quarterback|"
    r"points|minutes?|play(?:ed|ers?|ing)|teams?|fans|inning|league|cup)\b"
)
_ABOUT = 150  # characters: about a sentence on either side


def half_of_business(place: Place) -> str | None:
    """Refuse the half of a match: a bare "second half" is one of a year only where business is told of."""
    if re.match(r"-| of\b", after(place)):
        return Unfit("goes on to say of what")
    around = place.folded[max(0, place.start - _ABOUT) : place.end + _ABOUT]
    told = _BUSINESS.search(around) and not _SPORT.search(around)
    return None if told else "nothing around it makes it a part of a year"


_RESULT = re.compile(
    r" (?:pretax |net |operating )?(?:profits?|earnings|sales|revenues?|results?|loss(?:es)?|net|growth)\b"
)


def half_of_result(place: Place) -> str | None:
    """Keep to the halves that a company's results are of: "second-half profit"."""
    tied = "-" in place.folded[place.start : place.end]
    return None if tied and _RESULT.match(after(place)) else Unfit("a half of something else")

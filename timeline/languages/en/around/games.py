"""The words around a quarter that make it one of a game: "led by nine in the third quarter"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place
from timeline.languages.en.around.match import after

_ABOUT = 150  # characters: about a sentence on either side
_BALL = re.compile(
    r"\b(?:touchdowns?|yards?|rebounds?|free throws?|field goals?|(?:3|three)-pointers?|jump shots?|shots|halftime|"
    r"overtime|interceptions?|fumbles?|outscored|baskets?|turnovers?|layups?|dunks?|quarterbacks?|punts?|buzzer|playoffs?|"
    r"trail(?:ed|ing) by|led by \w+ in|games?|coach|scored)\b"
)
_OF_GAME = re.compile(r" of (?:the |a |his |their )?(?:[a-z]+ )?(?:game|match|bout|final|super bowl)\b")


def no_quarter_of_game(place: Place) -> str | None:
    """Refuse the quarter of a game, where players and not firms are told of."""
    if _OF_GAME.match(after(place, 40)):
        return "a part of a game"
    around = place.folded[max(0, place.start - _ABOUT) : place.end + _ABOUT]
    return "a part of a game" if _BALL.search(around) and not _BUSINESS_ALONE.search(around) else None


_BUSINESS_ALONE = re.compile(
    r"\b(?:profits?|earnings|sales|revenues?|net income|net loss|shareholders?|analysts?|gdp|growth|econom\w+|a share|"
    r"fiscal|quarterly results)\b"
)

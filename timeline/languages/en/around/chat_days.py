"""The words around a day by its number in messages, "the 28th": what makes it one and not the number of a thing."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before


def in_figures(place: Place) -> str | None:
    """Refuse ordinals in words behind a preposition that may lead to any thing: "after the first", "for the second"."""
    spelled = place.folded[place.end - 3 : place.end - 2].isalpha()
    return Unfit("an ordinal of something else") if spelled and not before(place).endswith(("on ", "by ")) else None


_RANKED = re.compile(
    r" ?-?(?:half|place|round|leg|time|floor|edition|annual|st|street|ave|grade|year|day|in|team|set|game|race|period|"
    r"quarter|row|choice|attempt|gen|anniversary|birthday|bday)\b"
)


def ranks_nothing(place: Place) -> str | None:
    """Refuse ordinals that rank a thing: "Saturday 2nd half", "Sunday 3rd round"."""
    return Unfit("ranks something") if _RANKED.match(after(place)) else None


_WAITED_BEFORE = re.compile(r"(?:^|[.!?,\n] ?|\b(?:omg|but|so|and|n|if|when|cuz|bc|because|til|till|until|yay|ugh) )$")
_WAITED_AFTER = re.compile(
    r" (?:(?:can['’]?t|cannot|cant) (?:come|get here)|needs? to (?:come|hurry)|hurry up|better|couldn['’]?t come|"
    r"works|suits|(?:is|will be) (?:my (?:b-?day|birthday|last|first|due)\b|an? [a-z]+day\b|"
    r"(?!(?:my|the (?:best|worst|one)|better|worse|nice|good|great|bad|shit|trash|par|an?)\b)[a-z#'’]+))"
)


_NAMED_DAY_AFTER = re.compile(
    r" (?:is|will be) (?:my |our |the )?(?:[a-z'’]+ )?(?:day|night|eve|payday|b-?day|birthday|anniversary)\b"
)


def is_some_day(place: Place) -> bool:
    """Say whether it goes on with which day it is: "the 8th is election day"."""
    return _NAMED_DAY_AFTER.match(after(place, 40)) is not None


def named_or_waited_for(place: Place) -> str | None:
    """Keep to a day at the head of a clause of which it is told which it is, or a high one that is waited for."""
    if _WAITED_BEFORE.search(before(place)) and is_some_day(place):
        return None
    figure = int(re.sub(r"\D", "", place.folded[place.start : place.end]) or 0)
    return waited_for(place) if figure > _RANKS else Unfit("the number of something")


_RANKS = 12  # up to which messages number things


def waited_for(place: Place) -> str | None:
    """Keep to a day at the head of a clause that is waited for or is some day: "the 28th can't come soon enough"."""
    waited = _WAITED_BEFORE.search(before(place)) and _WAITED_AFTER.match(after(place, 40))
    return None if waited else Unfit("the number of something")

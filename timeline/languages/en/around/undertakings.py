"""The words around a season or a month that make it say when something was undertaken: "a spring offensive"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_UNDERTAKING = re.compile(
    r" (?:(?:counter-?)?offensives?|(?:counter-?)?attacks?|assaults?|campaigns?|campaigning|fighting|operations?|"
    r"advance|retreat|invasion|push|drive|raids?|manoeuvres|maneuvers|harvest|elections?|planting|session|"
    r"expeditions?|battles?)\b"
)
_LASTING = re.compile(
    r" (?:(?!(?:boys?|girls?|sons?|daughters?|child|children|man|men|woman|women|baby)\b)[a-z]+ )?"
    r"(?:truce|cease-?fire|war|conflict|strike|walkout|lockout|boycott|dispute|feud|siege|standoff|stalemate|blockade|"
    r"embargo|ban|uprising|revolt|rebellion|insurgency|unrest|crisis|drought|recession|slump|occupation|investigation|"
    r"inquiry|trial|struggle|battle|shutdown|deadlock|impasse|protests?)\b"
)


def old_undertaking(place: Place) -> str | None:
    """Keep to the age of what goes on, which is how long it has lasted: "the two-year-old war"."""
    tied = "-" in place.folded[place.start : place.end]
    return None if tied and _LASTING.match(after(place, 40)) else Unfit("an age, not a time")


_DETERMINED = re.compile(r"\b(?:a|the|his|her|its|their|that) $")


def season_of_undertaking(place: Place) -> str | None:
    """Keep to seasons that say when something was undertaken: "a spring offensive", "the fall campaign"."""
    return None if _UNDERTAKING.match(after(place)) else Unfit("says which kind, not when")


def march_of_undertaking(place: Place) -> bool:
    """Say whether March is the month of an undertaking: "a March operation"."""
    return _DETERMINED.search(before(place)) is not None and _UNDERTAKING.match(after(place)) is not None

"""The words around a time that make it a way of speaking: "at the end of the day, it is about trust"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place
from timeline.languages.en.around.match import after, before

_FINAL = re.compile(  # a verdict follows, and nothing that is done on a day
    r",? (?:(?:it|that|this)(?:['’]?s| is) (?:all |just |only |really )?(?:(?:not )?about|an?|what|up to|down to)|"
    r"(?:it|this|that|everything) (?:all )?(?:comes|boils) down|what (?:really )?(?:matters|counts)|"
    r"we(?:['’]re| are) all|we all (?:want|need|know|have|like|love|hope|make|live|die)|"
    r"you (?:have to|need to|must|can['’]?t|cannot)|the (?:[a-z]+ )?question is)\b"
)


def not_after_all(place: Place) -> str | None:
    """Refuse "at the end of the day, it is about trust", which says what counts after all."""
    if not place.folded.endswith("end of the day", place.start, place.end) or not before(place).endswith("at "):
        return None
    return "says what counts after all, not when" if _FINAL.match(after(place, 48)) else None

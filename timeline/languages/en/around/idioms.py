"""The words around a time that make it a way of speaking: "at the end of the day, it is about trust"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place
from timeline.languages.en.around.match import after, before

_FINAL = re.compile(  # a verdict follows, and nothing that was done on a day
    r",? (?:(?:i think|though|really|what matters|all|they|we|you|i|people|everyone|everybody|it|this|that|"
    r"there|he|she|the [a-z]+|[a-z]+ing)['’]?) ?(?:['’]?(?:s|re|ll|ve)\b|(?:is|are|has|have|had to|will|can|can't|"
    r"cannot|must|need|needs|want|wants|do|does|don't|doesn't|comes? down|matters?|boils|know|think|believe)\b)"
)


def not_after_all(place: Place) -> str | None:
    """Refuse "at the end of the day, it is about trust", which says what counts after all."""
    if not place.folded.endswith("end of the day", place.start, place.end) or not before(place).endswith("at "):
        return None
    return "says what counts after all, not when" if _FINAL.match(after(place, 48)) else None

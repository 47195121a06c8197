"""The words around "minutes" that make them those of a meeting: "publish minutes of the meeting"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place
from timeline.languages.en.around.match import after, before

_WRITES = re.compile(
    r"\b(?:tak(?:e|es|ing|en)|took|keep|keeps|kept|publish\w*|releas\w*|approv\w*|read|sign(?:s|ed)?|"
    r"fed|meeting|board|its|bank) (?:the )?$"
)
_OF_MEETING = re.compile(
    r" (?:of|from|for) (?:(?:the|its|their|his|a|that|this|last) )?(?:[a-z0-9.' -]{0,20} )?"
    r"(?:meetings?|gathering|sessions?|council|board|committee|proceedings)\b"
)


def written_down(place: Place) -> bool:
    """Say whether minutes are those of a meeting: "publish minutes of the meeting", "took the minutes"."""
    if not place.folded.endswith("minutes", place.start, place.end):
        return False
    if _OF_MEETING.match(after(place, 60)):
        return True
    goes_on = re.match(r" (?:after|before|that|leading|follow|later|earlier|ago|to)", after(place))
    return not goes_on and (place.folded.startswith("the ", place.start) or bool(_WRITES.search(before(place))))

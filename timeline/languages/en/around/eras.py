"""The text around a year without an era: whether it tells of times before Christ."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit

_ERA = re.compile(r"\b(\d{1,4})s? ?(b\.? ?c\b|a\.? ?d\b|c\.?e\b)|\ba\.?d\.? (\d{1,4})\b")
_YEAR = re.compile(r"\d{2,3}(?!.*\d)")
_BACK, _AHEAD, _FAR = 1_500, 200, 80  # characters; years


def before_christ(place: Place) -> str | None:
    """Keep to a year near one before Christ that is told before it, or soon behind it: "49 BC ... in 47"."""
    figures = _YEAR.search(place.folded, place.start, place.end)
    told = list(_ERA.finditer(place.folded, max(0, place.start - _BACK), place.start))
    era = told[-1] if told else _ERA.search(place.folded, place.end, place.end + _AHEAD)
    if figures is None or era is None or not (era[2] or "").startswith("b"):
        return Unfit("no year before Christ is told near it")
    return None if abs(int(era[1]) - int(figures.group())) <= _FAR else Unfit("far from the year told before Christ")

"""The words around a year of business: whether it is reported on or forecast."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit

_FORECAST = (
    r"forecasts?|forecasting|guidance|outlook|expectations?|expects?|expected|expecting|predict\w*|projects?|projected|"
    r"projections?|estimates?|estimated|anticipat\w+|targets?|targeted"
)
_WHAT_TELLS = re.compile(
    r"\b(?:"
    # what had been forecast is the yardstick of a report: "above its forecast", "beat expectations"
    rf"(?P<back>(?:above|below|beat|beating|than|missed|missing|topped|topping|exceed\w*|short of|in line with|"
    rf"ahead of) "
    rf"(?:[\w'’]+ ){{0,3}}?(?:{_FORECAST}))|"
    rf"(?P<ahead>(?:(?:was|were|been|be|had) )?(?:{_FORECAST})|will|would|sees?|aims?|hopes?|plans?|intends?|likely|"
    r"should|may|could|set to|on track|on course)|"
    r"(?P<told>rose|fell|grew|was|were|had|came|made|lost|beat|slid|shrank|sank|swung|earned|reported|posted|"
    r"(?:slipp|dropp|climb|jump|increas|declin|total|totall|end|gain|record|soar|surg|tumbl|doubl|plung|widen|narrow|"
    r"improv|slow|contract|expand|turn|finish)ed)"
    r")\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_REACH = 150  # characters on either side


def _is_forecast(place: Place) -> bool:
    """Say whether what stands nearest before the year, or else behind it, in its sentence tells of what is to come."""
    start = max(0, place.start - _REACH)
    opens = max((end.end() for end in _SENTENCE_END.finditer(place.folded, start, place.start)), default=start)
    closes = _SENTENCE_END.search(place.folded, place.end, place.end + _REACH)
    before = list(_WHAT_TELLS.finditer(place.folded, opens, place.start))
    behind = _WHAT_TELLS.search(place.folded, place.end, closes.start() if closes else place.end + _REACH)
    nearest = before[-1] if before else behind
    return nearest is not None and nearest["ahead"] is not None


def looked_forward_to(place: Place) -> str | None:
    """Keep to a year that is forecast: "expects a profit for the full year"."""
    return None if _is_forecast(place) else Unfit("reported on, not forecast")


def looked_back_to(place: Place) -> str | None:
    """Keep to a year that is reported on: "profit for the full year fell"."""
    return Unfit("forecast, not reported on") if _is_forecast(place) else None

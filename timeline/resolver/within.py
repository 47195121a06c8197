"""A time right behind a wider one -> the one that lies inside it: "last week, on Friday", "last month, on the 5th"."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, MONTH, WEEK, YEAR, first_day, shift
from timeline.grammar.language import Language
from timeline.meaning import Clock, Edge, Meaning, PartOf, Spot, SpotKind
from timeline.model import Anchor, Timex
from timeline.notation import timex_value
from timeline.resolver.reading import on_period
from timeline.resolver.spots import inside

_APPOSED: Final = re.compile(r",? (?:([a-z]+) )?")
_HELD: Final = {
    WEEK: frozenset({SpotKind.WEEKDAY}),
    MONTH: frozenset({SpotKind.MONTH_DAY}),
    YEAR: frozenset({SpotKind.MONTH, SpotKind.MONTHDAY}),
}


def within_last(outer: Timex, timex: Timex, folded: str, language: Language) -> Timex:
    """Put a weekday into the week told right before it, a day into the month, a month into the year."""
    spot, period = _spot(timex.mention.meaning), timex.period
    if spot is None or period is None or outer.period is None:
        return timex
    if spot.kind not in _HELD.get(outer.period.granularity, ()):
        return timex
    between = _APPOSED.fullmatch(folded, outer.span.end, timex.span.start)
    if between is None or not (between[1] is None or between[1] in language.syntax.time_prepositions):
        return timex
    found = inside(spot, outer.period, language.feasts)
    if found is None or first_day(found) == first_day(period):
        return timex
    moved = shift(period, first_day(found) - first_day(period), DAY)
    anchor = Anchor("story", timex_value(outer.period), None, outer.span)
    return on_period(timex, moved)._replace(anchor=anchor, direction=None, cue=None)


_AROUND: Final = frozenset({Edge, PartOf, Clock})


def _spot(meaning: Meaning) -> Spot | None:
    while type(meaning) in _AROUND:
        meaning = meaning.of  # type: ignore[union-attr, assignment]
    return meaning if isinstance(meaning, Spot) else None

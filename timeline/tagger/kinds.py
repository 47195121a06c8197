"""Meaning -> the classes by which phrases over times call it: {date}, {day}, {month}, {length} ..."""

from __future__ import annotations

from functools import lru_cache

from timeline.calendar import DAY, MONTH, PART, SEASON, YEAR
from timeline.meaning import (
    At,
    Clock,
    Dated,
    Edge,
    Every,
    Length,
    Meaning,
    PartOf,
    Shift,
    ShortYear,
    Spot,
    SpotKind,
    Vague,
    Within,
)

_SPOT_KINDS = {
    SpotKind.WEEKDAY: "{a_day}",
    SpotKind.MONTHDAY: "{a_day}",
    SpotKind.MONTH_DAY: "{a_day}",
    SpotKind.FEAST: "{a_day}",
    SpotKind.MONTH: "{a_month}",
    SpotKind.SEASON: "{a_season}",
}


_EDGED = frozenset({"{date}", "{a_day}", "{a_month}", "{a_year}"})  # what a modified date still is


@lru_cache(maxsize=20_000)
def kinds_of(meaning: Meaning) -> frozenset[str]:
    """Name the classes of a meaning.

    {date} any date; {a_day} one as wide as a day; {a_month}, {a_year}; {a_clock} a time of day, {a_part} a part of
    a day, both with {bare} when the day is still open; {length}, {set}, {vague}
    """
    match meaning:
        case Length():
            return frozenset({"{length}"})
        case Every():
            return frozenset({"{set}"})
        case Vague():
            return frozenset({"{vague}"})
        case Clock():
            return frozenset({"{a_clock}"})
        case PartOf():
            return frozenset({"{a_part}"})
        case Edge():
            return (kinds_of(meaning.of) & _EDGED) | {"{edged}"}
    return frozenset({"{date}", *_width_kinds(meaning)})


def _width_kinds(meaning: Meaning) -> set[str]:
    match meaning:
        case Spot():
            kind = _SPOT_KINDS.get(meaning.kind)
            return {"{a_spot}", f"{{{meaning.kind.name.lower()}_spot}}"} | ({kind} if kind else set())
        case At() if meaning.period.granularity == DAY:
            return {"{a_day}", "{fixed}"}
        case At() if meaning.period.granularity == MONTH:
            return {"{a_month}", "{fixed}"}
        case At() if meaning.period.granularity == YEAR:
            return {"{a_year}", "{fixed}"}
        case At() if meaning.period.granularity in (SEASON, PART):
            return {"{fixed}"}
        case ShortYear():
            return {"{a_year}"}
        case Shift():
            width = meaning.keep or meaning.unit
            names = {DAY: "{a_day}", MONTH: "{a_month}", YEAR: "{a_year}"}
            return {names[width]} if width in names else set()
        case Dated():
            return {"{a_day}"}
        case Within():
            kind = _SPOT_KINDS.get(meaning.spot.kind)
            return {kind} if kind else set()
    return (
        {"{a_day}"} if hasattr(meaning, "spot") and meaning.spot.kind in (SpotKind.WEEKDAY, SpotKind.FEAST) else set()
    )

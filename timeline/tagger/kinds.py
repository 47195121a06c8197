"""Meaning -> the classes by which phrases over times call it: {date}, {day}, {month}, {length} ..."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from timeline.calendar import DAY, MONTH, YEAR
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
    Step,
    Vague,
    Within,
)

_SPOT_KINDS: Final = {
    SpotKind.WEEKDAY: "{a_day}",
    SpotKind.MONTHDAY: "{a_day}",
    SpotKind.MONTH_DAY: "{a_day}",
    SpotKind.FEAST: "{a_day}",
    SpotKind.MONTH: "{a_month}",
}


def _dates(*kinds: str) -> frozenset[str]:
    return frozenset({"{date}", *kinds})


# Each set is made once: a meaning is asked for its kinds whenever a window is read for the first time.
_DATE: Final = _dates()
_DAY, _YEAR = _dates("{a_day}"), _dates("{a_year}")
_WIDE: Final = {DAY: _DAY, MONTH: _dates("{a_month}"), YEAR: _YEAR}
_INSIDE: Final = {kind: _dates(name) for kind, name in _SPOT_KINDS.items()}
_SPOTS: Final = {
    kind: _dates("{a_spot}", f"{{{kind.name.lower()}_spot}}", *([_SPOT_KINDS[kind]] if kind in _SPOT_KINDS else []))
    for kind in SpotKind
}
_EDGED: Final = frozenset({"{date}", "{a_day}", "{a_month}", "{a_year}"})  # what a modified date still is


def _stepped(step: Step) -> frozenset[str]:
    return _DAY if step.spot.kind in (SpotKind.WEEKDAY, SpotKind.FEAST) else _DATE


_KINDS: Final[dict[type[Any], frozenset[str] | Callable[[Any], frozenset[str]]]] = {
    Length: frozenset({"{length}"}),
    Every: frozenset({"{set}"}),
    Vague: frozenset(),
    Clock: frozenset({"{a_clock}"}),
    PartOf: frozenset({"{a_part}"}),
    Edge: lambda edge: (kinds_of(edge.of) & _EDGED) | {"{edged}"},
    Spot: lambda spot: _SPOTS[spot.kind],
    At: lambda at: _WIDE.get(at.period.granularity, _DATE),
    ShortYear: _YEAR,
    Shift: lambda shift: _WIDE.get(shift.keep or shift.unit, _DATE),
    Dated: _DAY,
    Within: lambda within: _INSIDE.get(within.spot.kind, _DATE),
    Step: _stepped,
}


def kinds_of(meaning: Meaning) -> frozenset[str]:
    """Name the classes of a meaning.

    {date} any date; {a_day} one as wide as a day; {a_month}, {a_year}; {edged} one with a modifier; {a_spot} one said
    alone, {month_spot}, {weekday_spot} ... by its kind; {a_clock} a time of day, {a_part} a part of a day; {length},
    {set}. A vague reference has none: nothing is made of it.
    """
    kinds = _KINDS.get(type(meaning), _DATE)
    return kinds if isinstance(kinds, frozenset) else kinds(meaning)

"""Lengths and sets -> TIMEX3 values: `P3D`, `PT2H10M`, `PXM`, `XXXX-WXX-7`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.calendar import Granularity
from timeline.meaning import Clock, Every, Length, PartOf, Spot
from timeline.resolver.spots import Feasts, open_value

_DATE_LETTERS: Final = {
    Granularity.DAY: "D",
    Granularity.WEEKEND: "WE",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.SEASON: "S",
    Granularity.QUARTER: "Q",
    Granularity.HALF: "H",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "DE",
    Granularity.CENTURY: "CE",
    Granularity.MILLENNIUM: "ML",
}
_TIME_LETTERS: Final = {Granularity.SECOND: "S", Granularity.MINUTE: "M", Granularity.HOUR: "H"}


def length_value(length: Length) -> str:
    """Write a length as a TIMEX3 value: `P3D`, `PT2H10M`, `PXM`."""
    return _written(length.amounts)


@lru_cache(maxsize=2_000)  # few lengths are said often: a day, two weeks, ten years
def _written(amounts: tuple[tuple[float | None, Granularity], ...]) -> str:
    value, fine = "P", False
    for amount, unit in amounts:
        if unit in _TIME_LETTERS and not fine:
            value, fine = value + "T", True
        value += _amount(amount) + (_TIME_LETTERS.get(unit) or _DATE_LETTERS[unit])
    return value


def _amount(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if float(amount).is_integer() else f"{amount:g}"


def set_value(every: Every, feasts: Feasts) -> str:
    """Write what comes again and again: `P1W`, `XXXX-WXX-7`, `XXXX-XX-XXTMO`."""
    match every.of:
        case Length() as length:
            return length_value(length)
        case Spot() as spot:
            return open_value(spot, feasts)
        case PartOf(part, of):
            return f"{open_value(of, feasts) if isinstance(of, Spot) else 'XXXX-XX-XX'}T{part}"
        case Clock(hour, minute, _, _, of):
            day = open_value(of, feasts) if isinstance(of, Spot) else "XXXX-XX-XX"
            return f"{day}T{hour:02d}" + ("" if minute is None else f":{minute:02d}")
        case Granularity() as unit:
            return length_value(Length(((1, unit),)))

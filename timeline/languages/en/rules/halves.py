"""Halves and quarters of a length: two and a half years, half an hour, a quarter of a century."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.lengths import no_age
from timeline.languages.en.rules.durations import HALVES, with_half
from timeline.meaning import Length, Meaning


@rule(
    "[{approx}] {count} and {a:a} half {unit}",
    "[{approx}] {a} {unit} and {a2:a} half",
    "[{approx}] {count} {unit} and {a2:a} half",
    "[{approx}] {count} {a2:a} half {unit}",
    when=no_age,
    examples={"two and a half years": "P2.5Y", "an hour and a half": "PT1H30M", "a year and a half": "P1.5Y"},
)
def with_a_half(unit: Granularity, count: float = 1, a: int = 1, a2: int = 1, approx: str | None = None) -> Meaning:  # noqa: ARG001
    """Read a length with a half."""
    return with_half(count, unit, approx)


@rule(
    "[{approx}] {a} {unit} and {a2:a} quarter",
    "[{approx}] {count} and {a:a} quarter {unit}",
    examples={"It took an hour and a quarter.": "PT1H15M"},
    not_=["a goal and a quarter"],
)
def with_a_quarter(unit: Granularity, count: float = 1, a: int = 1, a2: int = 1, approx: str | None = None) -> Meaning:  # noqa: ARG001
    """Read a length with a quarter of its unit."""
    return Length(((count, unit), (15, MINUTE)) if unit is HOUR else ((count + 0.25, unit),), mod=approx)


@rule(
    "[{approx}] half {a} {unit}",
    "[{approx}] {a} half {unit}",
    "half {unit}",
    "[the] (last|past|next) half {unit}",
    "half of {a} {unit}",
    examples={"half an hour": "PT30M", "in half a year": "P6M"},
)
def half_unit(unit: Granularity, a: int = 1, approx: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Read half a unit as so many of the next smaller one."""
    smaller = {**HALVES, DAY: (12, HOUR), YEAR: (6, MONTH)}.get(unit)
    return Length((smaller if smaller else (0.5, unit),), mod=approx)


@rule(
    "[{approx}] {a} quarter of {a2:a} hour",
    "[{approx}] {a} quarter hour",
    "[{approx}] {three:count} (quarter|quarters) of {a2:a} hour",
    examples={"It took a quarter of an hour.": "PT15M", "after three-quarters of an hour": "PT45M"},
    not_=["a quarter of an orange"],
)
def quarters_of_hour(three: float = 1, a: int = 1, a2: int = 1, approx: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Read quarters of an hour as minutes."""
    return Length(((15 * three, MINUTE),), mod=approx) if three in (1, 3) else None


@rule(
    "[{approx}] {big_half}",
    "[{approx}] {a} {big_half}",
    examples={"for half a century": "P50Y", "a quarter of a century": "P25Y"},
)
def big_half(big_half: int, approx: str | None = None, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read a part of a century or decade as the years it has."""
    return Length(((big_half, YEAR),), mod=approx)

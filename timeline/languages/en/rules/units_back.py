"""Steps back that are told by "back" instead of "ago": two years back, several weeks back."""

from __future__ import annotations

from timeline.calendar import DAY, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.words import looking_back
from timeline.languages.en.rules.units import away
from timeline.meaning import Meaning, Vague


@rule(
    "[{approx}] {count} {unit} back",
    "[{approx}] {pair} {unit} back",
    "[{approx}] {a} {unit} back",
    when=looking_back,
    examples={"He left two years back.": "2023", "Three weeks back, it closed.": "2025-W04"},
    not_=["He spent two weeks back in Ohio.", "It goes 200 years back.", "It would send the old town 20 years back."],
)
def units_back(
    unit: Granularity, count: float = 1, approx: str | None = None, pair: int = 0, a: int = 1  # noqa: ARG001
) -> Meaning | None:  # fmt: skip
    """Read "two years back" like "two years ago"."""
    return away(-int((pair or count) + 0.5), unit, approx) if unit >= DAY else None


@rule(
    "{some} {unit} back",
    "{units} back",
    when=looking_back,
    examples={"The ban came several weeks back.": "PAST_REF"},
    not_=["They put it several weeks back.", "She wished the lost years back."],
)
def some_units_back(unit: Granularity | None = None, units: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read "several weeks back" like "several weeks ago"."""
    return Vague("PAST_REF")

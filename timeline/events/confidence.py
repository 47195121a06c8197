"""A date and the rule that gave it -> the share of such dates that was right on gold held back from the rules.

The table beside this file is measured, never typed: `tests/eval/confidence.py` writes it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from timeline.calendar import DAY, WEEK, YEAR
from timeline.events.dating import Dating, Rule

_LEAST: Final = 15  # happenings: fewer say too little of a kind, and its basis is taken as a whole


def kind_of(dating: Dating) -> str:
    """Name the kind of expression that dates: its width where it is stated, else the rule that carried it."""
    if dating.rule is not Rule.STATED:
        return dating.rule.name.lower()
    period = dating.timexes[0].period
    if period is None or period.granularity > YEAR:
        return "other"
    if period.granularity <= DAY:
        return "day" if dating.timexes[0].anchor is None else "day_reckoned"
    return "week" if period.granularity == WEEK else "month" if period.granularity < YEAR else "year"


def confidence_of(dating: Dating) -> float | None:
    """Look up how often such a date is right, None where too few were measured."""
    basis = dating.basis
    return None if basis is None else _share(basis, kind_of(dating))


@cache
def _share(basis: str, kind: str) -> float | None:
    rows = _table().get(basis, {})
    for name in (kind, "all"):
        right, of = rows.get(name, (0, 0))
        if of >= _LEAST:
            return round(right / of, 2)
    return None


@cache
def _table() -> Mapping[str, Mapping[str, tuple[int, int]]]:
    found = tomllib.loads((files(__package__) / "confidence.toml").read_text("utf-8"))
    return {basis: {kind: (row[0], row[1]) for kind, row in rows.items()} for basis, rows in found.items()}

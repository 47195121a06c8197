"""A date and how long after another it came, told together: "in 1931, eighty years later," "a week later, on 3 May"."""

from __future__ import annotations

import re

from timeline.calendar import DAY, MONTH, YEAR
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import after
from timeline.meaning import STORY, At, Base, Dated, Edge, Meaning, Several, Shift, Within

_ENDS = re.compile(r"(?: to the day)?\s*(?:[,.;:)]|$)")


def _ends(place: Place) -> str | None:
    """Keep to what commas set apart: "in 1931, eighty years later, it was found"."""
    return None if _ENDS.match(after(place)) else Unfit("opens what follows")


@rule(
    "{a:date} <,> {b:date}",
    "{a:date} <,> {approx} {b:date}",
    when=_ends,
    not_=["In 1931, eighty years later it was found elsewhere."],
)
def date_and_step(a: Meaning, b: Meaning, approx: str = "") -> Several | None:  # noqa: ARG001
    """Read "eighty years later" behind a date as that date."""
    return Several((a, a)) if _is_told(a) and _is_step(b) else None


@rule("{b:date} <,> {a:date}", "{b:date} <, (on|in)> {a:date}")
def step_and_date(b: Meaning, a: Meaning) -> Several | None:
    """Read "a week later, on 3 May 1944," as that day, and "five years later, on 3 May 1944," as that year."""
    if not _is_told(a) or not _is_step(b):
        return None
    unit = b.unit if isinstance(b, Shift) else DAY
    return Several((Shift(0, unit, a, keep=unit) if unit in (MONTH, YEAR) else a, a))


@rule("{b:date} <to the day ,> {a:date}", "{b:date} <to the day , on> {a:date}")
def step_to_the_day(b: Meaning, a: Meaning) -> Several | None:
    """Read "five years later to the day, on 3 May 1944," as that day."""
    return Several((a, a)) if _is_told(a) and _is_step(b) else None


def _is_told(meaning: Meaning) -> bool:
    """Say whether a date is told with its year."""
    return isinstance(meaning, At | Within) or (isinstance(meaning, Dated) and isinstance(meaning.of, At))


def _is_step(meaning: Meaning) -> bool:
    """Say whether a meaning leads so far from the story's date: "eighty years later", "the day before"."""
    while isinstance(meaning, Edge):
        meaning = meaning.of
    of_story = isinstance(meaning, Shift) and isinstance(meaning.of, Base) and meaning.of is STORY
    return of_story and isinstance(meaning, Shift) and meaning.count != 0

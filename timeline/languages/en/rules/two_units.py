"""Steps of two units: two years and three months ago, a year and a day later."""

from __future__ import annotations

from timeline.calendar import DAY, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.words import nothing_follows
from timeline.meaning import PUBLISHED, STORY, Meaning, Shift

_AWAY = {"LATER": (1, STORY), "EARLIER": (-1, STORY), "AGO": (-1, PUBLISHED)}


@rule(
    "{a:count} {unit} and {b:count} {unit2:unit} {step_word}",
    "{a:count} {unit} , {b:count} {unit2:unit} ago",
    "{a:count} {unit} and {one:a} {unit2:unit} {step_word}",
    "{one:a} {unit} and {b:count} {unit2:unit} {step_word}",
    when=nothing_follows,
    examples={
        "Two years and three months later it will close.": "2027-05",
        "Two years and three months earlier it closed.": "2022-11",
        "two years and three months ago": "2022-11",
        "two years, three months ago": "2022-11",
        "a year and two months ago": "2023-12",
    },
    not_=["It closed two years and three months later than planned.", "It closed two months and three years earlier."],
)
def two_units_away(
    unit: Granularity,
    unit2: Granularity,
    step_word: str = "AGO",
    a: float = 1,
    b: float = 1,
    one: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Step by two units from the date the story stands at, or back from the publish date."""
    sign, base = _AWAY[step_word]
    if unit2 >= unit or (base is STORY and unit2 < DAY):
        return None
    return Shift(sign * int(b), unit2, Shift(sign * int(a), unit, base, keep=unit2), keep=unit2)

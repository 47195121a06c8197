"""The whole year that a business report tells of: the full year, the year as a whole."""

from __future__ import annotations

from timeline.calendar import QUARTER, YEAR
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.lengths import half_of_business
from timeline.meaning import STORY, Meaning, Shift


def _of_business(place: Place) -> str | None:
    """Keep to a year of which business is told: elsewhere "the full year" is a length."""
    return None if half_of_business(place) is None else Unfit("a length")


@rule(
    "the (full|whole|entire) year",
    "the year as a whole",
    only=("news",),
    when=_of_business,
    examples={"For the full year, sales fell.": "2024", "Profit for the year as a whole fell.": "2024"},
)
def full_year() -> Meaning:
    """Read "the full year" as that of the quarter reported on."""
    return Shift(0, YEAR, Shift(0, QUARTER, STORY), keep=YEAR)

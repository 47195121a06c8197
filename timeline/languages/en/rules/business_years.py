"""The whole year that a business report tells of: the full year, the year as a whole."""

from __future__ import annotations

from timeline.calendar import QUARTER, YEAR
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.halves import half_of_business
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.outlooks import looked_back_to, looked_forward_to
from timeline.meaning import PUBLISHED, STORY, Meaning, Shift


def _of_business(place: Place) -> str | None:
    """Keep to a year of which business is told: elsewhere "the full year" is a length."""
    return None if half_of_business(place) is None else Unfit("a length")


@rule(
    "the (full|whole|entire) year",
    "the year as a whole",
    only=("news",),
    when=all_of(_of_business, looked_back_to),
    examples={"For the full year, sales fell.": "2024", "Profit for the year as a whole fell.": "2024"},
)
def full_year() -> Meaning:
    """Read "the full year" as that of the quarter reported on."""
    return Shift(0, YEAR, Shift(0, QUARTER, STORY), keep=YEAR)


@rule(
    "the year as a whole",
    "the (full|whole|entire) year",
    only=("news",),
    when=all_of(_of_business, looked_forward_to),
    examples={"It cut its profit forecast for the full year.": "2025"},
)
def full_year_forecast() -> Meaning:
    """Read "the full year" of a forecast as the one that is under way."""
    return Shift(0, YEAR, PUBLISHED)

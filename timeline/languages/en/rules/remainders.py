"""The whole of a time and what is left of it: all winter, the whole summer of 2008, the rest of the year."""

from __future__ import annotations

from timeline.calendar import YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.seasons import no_falling
from timeline.languages.en.rules.spots import season_spot
from timeline.meaning import PUBLISHED, STORY, Edge, Meaning, Shift, Within


@rule(
    "all [through] [the] {season}",
    "[the] (whole|entire) {season}",
    when=no_falling,
    examples={"They sat there all winter.": "2024-WI"},
    not_=["It could all fall apart."],
)
def whole_season(season: int) -> Meaning:
    """Read a season that is said to be whole."""
    return season_spot(season)


@rule("the (rest|remainder) of (that|the same) {one_unit}", examples={"the rest of that year": "2025"})
def rest_of_that_unit(one_unit: Granularity) -> Meaning:
    """Read what is left of the unit the story stands at as its later part."""
    return Edge("END", Shift(0, one_unit, STORY))


@rule("the (rest|remainder) of (that|the same) {season}", examples={"the rest of that summer": "2025-SU"})
def rest_of_that_season(season: int) -> Meaning:
    """Read what is left of a season of the story's year."""
    return Edge("END", Within(season_spot(season), Shift(0, YEAR, STORY)))


@rule("the (rest|remainder) of the {one_unit}", examples={"the rest of the year": "2025"})
def rest_of_unit(one_unit: Granularity) -> Meaning:
    """Read what is left of the unit of the publish date; a history has its story's instead."""
    return Edge("END", Shift(0, one_unit, PUBLISHED))


@rule("the (rest|remainder) of [the] {season}", examples={"for the rest of the winter": "2024-WI"})
def rest_of_season(season: int) -> Meaning:
    """Read what is left of a season."""
    return Edge("END", season_spot(season))

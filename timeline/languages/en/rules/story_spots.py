"""Seasons, months and weekdays reckoned from the date the story stands at: that same spring, the following Friday."""

from __future__ import annotations

from timeline.calendar import SEASON, WEEK, YEAR, Period
from timeline.grammar.rule import rule
from timeline.languages.en.around.figures import no_counted_year
from timeline.languages.en.around.match import all_of, pointing_that
from timeline.languages.en.around.months import month_inside
from timeline.languages.en.around.seasons import no_falling, no_games
from timeline.languages.en.around.weekdays import weekday_word
from timeline.languages.en.around.words import capital, feast_word, nothing_follows
from timeline.languages.en.rules.spots import feast_spot, month_spot, season_spot
from timeline.languages.en.rules.weekdays import weekday_spot
from timeline.meaning import STORY, At, Edge, Meaning, Shift, Step, Within


@rule(
    "(that|the same|that same) {season}",
    "[the] {season} of (that|the same) year",
    when=no_falling,
    examples={"that autumn": "2025-FA"},
    not_=["the clans that fall under it"],
)
def that_season(season: int) -> Meaning:
    """Read such a season of the story's year."""
    return Within(season_spot(season), Shift(0, YEAR, STORY))


@rule(
    "[the] {midseason} [of] {year}",
    when=all_of(no_games, no_counted_year),
    examples={"in midsummer 1812": "1812-SU"},
    not_=["In midsummer 2000 people marched."],
)
def midseason_of_year(midseason: int, year: int) -> Meaning:
    """Read the middle of a season of a year."""
    return Edge("MID", At(Period(SEASON, year * 4 + midseason)))


@rule(
    "<in|by|until|till|since|before|after|of> {midseason}",
    only=("narrative",),
    examples={"By midsummer they had gone.": "XXXX-SU"},
    not_=["A Midsummer Night's Dream"],
)
def midseason(midseason: int) -> Meaning:
    """Read the middle of a season of the year the story stands at."""
    return Edge("MID", season_spot(midseason))


@rule("(the following|the next|following) {season}", when=no_games, examples={"the following spring": "2025-SP"})
def following_season(season: int) -> Meaning:
    """Read the first such season after the story."""
    return Step(1, season_spot(season), STORY)


@rule("[the] (previous|preceding) {season}", examples={"the previous winter": "2023-WI"})
def previous_season(season: int) -> Meaning:
    """Read the latest such season before the story."""
    return Step(-1, season_spot(season), STORY)


@rule("[the] {season} of the (next|following) year", examples={"the spring of the next year": "2026-SP"})
def season_following_year(season: int) -> Meaning:
    """Read a season of the year after the story's."""
    return Within(season_spot(season), Shift(1, YEAR, STORY))


@rule(
    "(the following|the next|following) {month} [{day}]",
    when=month_inside,
    examples={"the following June": "2025-06", "the following June 28": "2025-06-28"},
)
def following_month_name(month: int, day: int | None = None) -> Meaning:
    """Read the first such month, or day of it, after the story."""
    return Step(1, month_spot(month, day), STORY)


@rule("[the] (previous|preceding) {month}", when=month_inside, examples={"the previous June": "2024-06"})
def previous_month_name(month: int) -> Meaning:
    """Read the latest such month before the story."""
    return Step(-1, month_spot(month), STORY)


@rule("{month} [{day}] [of] (that|the same|that same) year", when=capital, examples={"June of that year": "2025-06"})
def month_that_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of the year the story stands at."""
    return Within(month_spot(month, day), Shift(0, YEAR, STORY))


@rule("that {month}", when=month_inside, examples={"that June": "2025-06"})
def that_month_name(month: int) -> Meaning:
    """Read such a month of the year the story stands at."""
    return Within(month_spot(month), Shift(0, YEAR, STORY))


@rule(
    "{month} [{day}] [of] the (next|following) year", when=capital, examples={"June of the following year": "2026-06"}
)
def month_following_year(month: int, day: int | None = None) -> Meaning:
    """Read a month of the year after the story's."""
    return Within(month_spot(month, day), Shift(1, YEAR, STORY))


@rule(
    "{month} [{day}] [of] the (previous|preceding) year",
    when=capital,
    examples={"June of the previous year": "2024-06"},
)
def month_previous_year(month: int, day: int | None = None) -> Meaning:
    """Read a month of the year before the story's."""
    return Within(month_spot(month, day), Shift(-1, YEAR, STORY))


@rule("the following {feast}", when=feast_word, examples={"the following Easter": "2025-04-20"})
def following_named_day(feast: int) -> Meaning:
    """Read the first such day after the story's date."""
    return Step(1, feast_spot(feast), STORY)


@rule(
    "the following {weekday}",
    "the next {weekday}",
    when=weekday_word,
    examples={"the following Friday": "2025-02-14"},
)
def following_weekday(weekday: int) -> Meaning:
    """Read the first such weekday after the story's date."""
    return Step(1, weekday_spot(weekday), STORY)


@rule(
    "(that|that same|the same) {weekday}",
    when=pointing_that,
    examples={"They left on that Thursday.": "2025-02-06"},
    not_=["He said that Sun's chip was ready."],
)
def that_weekday(weekday: int) -> Meaning:
    """Read a weekday of the week the story stands in."""
    return Within(weekday_spot(weekday), Shift(0, WEEK, STORY))


@rule("the {weekday} after", when=nothing_follows, examples={"They met the Friday after.": "2025-02-14"})
def weekday_after(weekday: int) -> Meaning:
    """Read the first such weekday after the story's date, a week on where that is its own."""
    return Step(1, weekday_spot(weekday), STORY)


@rule("[the] (previous|preceding) {weekday}", when=weekday_word, examples={"the previous Friday": "2025-02-07"})
def previous_weekday(weekday: int) -> Meaning:
    """Read the latest such weekday before the story's date."""
    return Step(-1, weekday_spot(weekday), STORY)


@rule(
    "the {weekday} before",
    when=nothing_follows,
    examples={"He had left on the Friday before.": "2025-02-07"},
    not_=["the Friday before the feast"],
)
def weekday_before(weekday: int) -> Meaning:
    """Read "the Thursday before" as the latest one before the story's date."""
    return Step(-1, weekday_spot(weekday), STORY)


@rule("{weekday} [of] the following week", examples={"Friday of the following week": "2025-02-21"})
def weekday_following_week(weekday: int) -> Meaning:
    """Read a weekday of the week after the story's."""
    return Within(weekday_spot(weekday), Shift(1, WEEK, STORY))

"""Months, seasons and named days reckoned from the publish date: last May, next summer, this Christmas."""

from __future__ import annotations

import re

from timeline.calendar import DAY, WEEK, YEAR
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import all_of, no_person
from timeline.languages.en.around.months import month_inside, month_word, no_infinitive
from timeline.languages.en.around.parts import not_before_happening
from timeline.languages.en.around.seasons import no_games, of_no_year, plain_season, season_word, two_season_words
from timeline.languages.en.around.undertakings import season_of_undertaking
from timeline.languages.en.around.words import capital, feast_word
from timeline.languages.numeric import fixed_year
from timeline.meaning import PUBLISHED, Meaning, Range, Several, Shift, Spot, SpotKind, Step, Within


def month_spot(month: int, day: int | None = None) -> Spot:
    """Name a month, or a day of it, as a spot."""
    return Spot(SpotKind.MONTHDAY, month, day) if day else Spot(SpotKind.MONTH, month)


def season_spot(season: int) -> Spot:
    """Name a season as a spot."""
    return Spot(SpotKind.SEASON, season)


def feast_spot(feast: int) -> Spot:
    """Name a named day as a spot."""
    return Spot(SpotKind.FEAST, feast)


# ---- months ----


@rule(
    "{month}",
    when=all_of(no_person, no_infinitive, month_word),
    examples={"in January": "2025-01"},
    not_=["He may resign.", "She asked June, who is 71."],
)
def month_alone(month: int) -> Meaning:
    """Read a month whose year is left to the reader."""
    return month_spot(month)


@rule(
    "[the] {month} (month|period)",
    "the month of {month}",
    when=month_inside,
    examples={"in the January period": "2025-01", "in the month of May": "2025-05"},
)
def month_period(month: int) -> Meaning:
    """Read a month that is called one."""
    return month_spot(month)


@rule("last {month} [{day}]", "[the|this] past {month}", when=month_inside, examples={"last December": "2024-12"})
def last_month_name(month: int, day: int | None = None) -> Meaning:
    """Read the latest such month before that of the publish date."""
    return Step(-1, month_spot(month, day), PUBLISHED)


@rule("next {month} [{day}]", "[the|this] coming {month}", when=month_inside, examples={"next May": "2025-05"})
def next_month_name(month: int, day: int | None = None) -> Meaning:
    """Read the first such month after that of the publish date."""
    return Step(1, month_spot(month, day), PUBLISHED)


@rule("this {month} [{day}]", when=month_inside, examples={"this May": "2025-05"})
def this_month_name(month: int, day: int | None = None) -> Meaning:
    """Read such a month of the publish year."""
    return Within(month_spot(month, day), Shift(0, YEAR, PUBLISHED))


@rule("{month} [{day}] [,] [of] last year", "last year 's {month}", examples={"in May last year": "2024-05"})
def month_last_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of last year."""
    return Within(month_spot(month, day), Shift(-1, YEAR, PUBLISHED))


@rule("{month} [{day}] [,] [of] this year", examples={"in May this year": "2025-05"})
def month_this_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of this year."""
    return Within(month_spot(month, day), Shift(0, YEAR, PUBLISHED))


@rule("{month} [{day}] [,] [of] next year", examples={"in May next year": "2026-05"})
def month_next_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of next year."""
    return Within(month_spot(month, day), Shift(1, YEAR, PUBLISHED))


_COMES = re.compile(
    r"(?:\b(?:will|shall|would|be|being|is|are|am|was|were|been|come|comes|coming|came|go|goes|going|went|get|gets|"
    r"getting|got|bring|brings|brought|take|takes|took|see|sees|send|sent|put|move|moved|moving|return|returns|returned|"
    r"returning|arrive|arrives|fly|flies|flying|head|heads|heading|welcome|due|expected|want|wants|wanted)|"
    r"['’](?:ll|s|re|m))(?: \w+){0,3} $"
)


def _looks_back(place: Place) -> str | None:
    """Refuse what comes back: "will be back in June", "we go back in May"; "that night back in March" looks back."""
    ahead = _COMES.search(place.folded, max(0, place.start - 48), max(0, place.start - len("back in ")))
    return Unfit("the words before it may look ahead") if ahead else month_inside(place)


@rule(
    "<back in> {month}",
    when=_looks_back,
    examples={"Back in September they met.": "2024-09", "That night back in March was a turn.": "2024-03"},
    not_=["back in may be", "She will be back in June.", "The team goes back in March."],
)
def month_back(month: int) -> Meaning:
    """Read "back in September" as the latest one."""
    return Step(-1, month_spot(month), PUBLISHED)


# ---- seasons ----


@rule(
    "{season}",
    "the {season}",
    only=("narrative",),
    when=season_of_undertaking,
    examples={"They planned a spring offensive.": "XXXX-SP"},
    not_=["They packed winter clothes."],
)
def season_of_history(season: int) -> Meaning:
    """Read the season of an undertaking in a history."""
    return season_spot(season)


@rule("[the] {season}", when=season_word, examples={"in the summer": "2025-SU"})
def season_alone(season: int) -> Meaning:
    """Read a season whose year is left to the reader."""
    return season_spot(season)


@rule("the {season}", when=plain_season, examples={"They lost the summer.": "2024-SU"}, not_=["They lost the fall."])
def the_season(season: int) -> Meaning:
    """Read "the summer" where nothing before it is needed to make it a season."""
    return season_spot(season)


@rule("[the] {season} months", examples={"in the summer months": "2025-SU"})
def season_months(season: int) -> Meaning:
    """Read the months of a season."""
    return season_spot(season)


@rule("[the] {a:season} <and> [the] {b:season}", when=all_of(of_no_year, two_season_words))
def season_and_next(a: int, b: int) -> Range | None:
    """Read two seasons of which one follows the other as one stretch: "the autumn and winter"."""
    return Range(season_spot(a), season_spot(b)) if b == (a + 1) % 4 else None


@rule("[the] {a:season} <and|or> [the] {b:season}", when=two_season_words)
def two_seasons(a: int, b: int) -> Several:
    """Read two seasons said together."""
    return Several((season_spot(a), season_spot(b)))


@rule(
    "last {season}",
    "[the|this] past {season}",
    when=not_before_happening,
    examples={"last summer": "2024-SU"},
    not_=["It was the last winter before the invasion."],
)
def last_season(season: int) -> Meaning:
    """Read the latest such season before the publish date."""
    return Step(-1, season_spot(season), PUBLISHED)


@rule("[the] {season} before last", examples={"the summer before last": "2023-SU"})
def season_before_last(season: int) -> Meaning:
    """Read the season a year before the latest one."""
    return Shift(-1, YEAR, Step(-1, Spot(SpotKind.SEASON, season), PUBLISHED))


@rule("this {season}", examples={"this summer": "2025-SU"})
def this_season(season: int) -> Meaning:
    """Read such a season, nearest to the publish date."""
    return Step(0, season_spot(season), PUBLISHED)


@rule(
    "next {season}",
    "[the|this] coming {season}",
    when=no_games,
    examples={"next summer": "2025-SU"},
    not_=["They met before the next Winter Games."],
)
def next_season(season: int) -> Meaning:
    """Read the first such season after the publish date."""
    return Step(1, season_spot(season), PUBLISHED)


@rule("{count} {seasons} ago", "{pair} {seasons} ago", examples={"two winters ago": "2022-WI"})
def seasons_ago(seasons: int, count: float = 2, pair: int = 0) -> Meaning:
    """Count summers back from the latest."""
    return Shift(-int(pair or count), YEAR, Step(0, season_spot(seasons), PUBLISHED))


@rule("[the] {season} [of] last year", "last year 's {season}", examples={"the spring of last year": "2024-SP"})
def season_last_year(season: int) -> Meaning:
    """Read a season of last year."""
    return Within(season_spot(season), Shift(-1, YEAR, PUBLISHED))


@rule("[the] {season} [of] next year", "next year 's {season}", examples={"the spring of next year": "2026-SP"})
def season_next_year(season: int) -> Meaning:
    """Read a season of next year."""
    return Within(season_spot(season), Shift(1, YEAR, PUBLISHED))


# ---- named days ----


@rule(
    "[the] {feast} [holiday|holidays|weekend|season|day]", when=feast_word, examples={"on Christmas Day": "2024-12-25"}
)
def named_day(feast: int) -> Meaning:
    """Read a named day whose year is left to the reader."""
    return feast_spot(feast)


@rule(
    "[the] {feast:capital_feast} [season|day]", when=capital, examples={"in Lent": "2025-03-05"}, not_=["She lent it."]
)
def named_day_with_capital(feast: int) -> Meaning:
    """Read a named day that is an ordinary word when written small."""
    return feast_spot(feast)


@rule("[the] {feast} [('|'s)] eve", examples={"on Diwali eve": "2024-10-30"})
def eve_of_named_day(feast: int) -> Meaning:
    """Read the day before a named day."""
    return Shift(-1, DAY, feast_spot(feast))


@rule("[the] {feast} week", examples={"in Easter week": "2025-W16"})
def week_of_named_day(feast: int) -> Meaning:
    """Read the week that holds a named day."""
    return Shift(0, WEEK, feast_spot(feast), keep=WEEK)


@rule(
    "[the] {feast} [of|,] {year}", "[the] {feast:capital_feast} [of|,] {year}", examples={"Easter 2024": "2024-03-31"}
)
def named_day_of_year(feast: int, year: int) -> Meaning:
    """Read a named day of a year."""
    return Within(feast_spot(feast), fixed_year(year))


@rule("last {feast}", "this past {feast}", examples={"last Christmas": "2024-12-25"})
def last_named_day(feast: int) -> Meaning:
    """Read the latest such day before the publish date."""
    return Step(-1, feast_spot(feast), PUBLISHED)


@rule("next {feast}", "this coming {feast}", examples={"next Christmas": "2025-12-25"})
def next_named_day(feast: int) -> Meaning:
    """Read the first such day after the publish date."""
    return Step(1, feast_spot(feast), PUBLISHED)


@rule("this {feast}", "this year 's {feast}", examples={"this Christmas": "2025-12-25"})
def this_named_day(feast: int) -> Meaning:
    """Read such a day of the publish year."""
    return Within(feast_spot(feast), Shift(0, YEAR, PUBLISHED))


@rule("last year 's {feast}", "{feast} last year", examples={"Christmas last year": "2024-12-25"})
def named_day_last_year(feast: int) -> Meaning:
    """Read such a day of last year."""
    return Within(feast_spot(feast), Shift(-1, YEAR, PUBLISHED))

"""Units reckoned from the publish date: last week, this year, two months ago."""

from __future__ import annotations

from timeline.calendar import CENTURY, DAY, DECADE, MONTH, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.lengths import not_afar
from timeline.languages.en.around.match import all_of, no_programme
from timeline.languages.en.around.parts import not_before_happening, not_of_happening
from timeline.languages.en.around.words import not_of_date
from timeline.meaning import PUBLISHED, STORY, Edge, Length, Meaning, Shift, Spot, SpotKind, Stretch, Vague, Within

# "more than two years ago" lies before the year that two years back gives, "less than a year ago" after it.
_AGO = {"MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_LESS": "ON_OR_AFTER"}


# "a decade ago" is about the year ten years back, not the decade that year lies in: gold and ear agree.
_IN_YEARS = {DECADE: 10, CENTURY: 100}


def _modified(mod: str | None, meaning: Meaning) -> Meaning:
    return meaning if mod is None else Edge(_AGO.get(mod, mod), meaning)


def away(count: int, unit: Granularity, approx: str | None) -> Meaning:
    """Step from the publish date by so many units, about so many of decades and centuries."""
    if unit in _IN_YEARS:
        return _modified(approx or "APPROX", Shift(count * _IN_YEARS[unit], YEAR, PUBLISHED))
    return _modified(approx, Shift(count, unit, PUBLISHED, keep=YEAR if unit is YEAR and count == -1 else None))


# ---- last, this and next ----


@rule(
    "[the] last {one_unit}",
    when=all_of(not_of_date, not_of_happening, not_before_happening),
    examples={"last week": "2025-W06", "in the last century": "19XX", "Last year's crop": "2024"},
    not_=["the last year of the 1990s", "in the last week of the campaign", "in the last year before the war"],
)
def last_unit(one_unit: Granularity) -> Meaning | None:
    """Read the unit before that of the publish date; "the last decade" is the ten years up to it, "last day" no day."""
    if one_unit is DECADE:
        return Length(((1, DECADE),), of=Stretch(-1, DECADE, PUBLISHED))
    return None if one_unit is DAY else Shift(-1, one_unit, PUBLISHED)


@rule(
    "this {one_unit}",
    "this (whole|entire) {one_unit}",
    "[the] current {one_unit}",
    when=no_programme,
    examples={"this week": "2025-W07", "the current month": "2025-02", "this whole week": "2025-W07"},
    not_=["She told ABC's This Week that it was over."],
)
def this_unit(one_unit: Granularity) -> Meaning | None:
    """Read the unit the publish date lies in; "this day" is seldom today."""
    return None if one_unit is DAY else Shift(0, one_unit, PUBLISHED)


@rule(
    "(next|nxt) {one_unit}",
    "[the] (coming|upcoming|forthcoming) {one_unit}",
    examples={"next month": "2025-03", "the coming year": "2026"},
)
def next_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after that of the publish date; "next day" is the story's."""
    return Shift(1, one_unit, STORY if one_unit is DAY else PUBLISHED)


@rule(
    "(this|the same) time {last:last_or_next} year",
    only=("news", "narrative"),  # in messages gold holds "last year" alone
    examples={"this time last year": "2024-02", "By this time next year it will be gone.": "2026-02"},
)
def this_time_of_year(last: int) -> Meaning:
    """Read the same month of another year."""
    return Shift(last, YEAR, Shift(0, MONTH, PUBLISHED))


@rule("[the] {one_unit} after next", examples={"the week after next": "2025-W09"})
def after_next_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after the next."""
    return Shift(2, one_unit, PUBLISHED)


@rule("[the] {one_unit} before last", examples={"the week before last": "2025-W05"})
def before_last_unit(one_unit: Granularity) -> Meaning:
    """Read the unit before the last."""
    return Shift(-2, one_unit, PUBLISHED)


@rule("the weekend before last", examples={"the weekend before last": "2025-W05-WE"})
def weekend_before_last() -> Meaning:
    """Read the weekend before the last."""
    return Shift(-2, WEEKEND, PUBLISHED)


@rule(
    "[the] (last|past|previous|preceding) weekend",
    "this past weekend",
    when=not_before_happening,
    examples={"last weekend": "2025-W06-WE"},
    not_=["It was the last weekend before the election."],
)
def last_weekend() -> Meaning:
    """Read the weekend before the publish date."""
    return Shift(-1, WEEKEND, PUBLISHED)


@rule("this weekend", "this coming weekend", examples={"this weekend": "2025-W07-WE"})
def this_weekend() -> Meaning:
    """Read the weekend of this week."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule("[the] (next|coming|following) weekend", examples={"next weekend": "2025-W08-WE"})
def next_weekend() -> Meaning:
    """Read the next weekend but the one this week."""
    return Shift(1, WEEKEND, PUBLISHED)


@rule("the weekend", examples={"over the weekend": "2025-W06-WE"})
def the_weekend() -> Meaning:
    """Read a weekend whose week is left to the reader."""
    return Spot(SpotKind.WEEKEND)


# ---- counted ----


@rule(
    "[{approx}] {count} {unit} ago",
    "[{approx}] {pair} {unit} ago",
    "[{approx}] {dozen} {unit} ago",
    "[{approx}] {double_unit} ago",
    "[{approx}] {a} {double_unit} ago",
    examples={"two weeks ago": "2025-W05", "three days ago": "2025-02-08", "a couple of years ago": "2023"},
)
def units_ago(
    unit: Granularity = WEEK,
    count: float = 1,
    approx: str | None = None,
    pair: int = 0,
    dozen: int = 0,
    double_unit: Granularity | None = None,
    a: int = 1,  # noqa: ARG001
) -> Meaning:
    """Step back from the publish date by a counted unit; halves are rounded up."""
    number = dozen or (2 if pair or double_unit else count)
    whole = float(number).is_integer()
    return away(-int(number + 0.5), unit, approx if whole else "APPROX")


@rule("[{approx}] {a} {unit} ago", examples={"a month ago": "2025-01", "a year ago": "2024"})
def a_unit_ago(a: int, unit: Granularity, approx: str | None = None) -> Meaning:
    """Step back by one unit; the width kept tells "a year ago", which reports compare with, from "last year"."""
    return away(-a, unit, approx)


@rule(
    "<exactly> {count} {unit} ago",
    "<exactly> {a} {unit} ago",
    examples={"It burnt down exactly a year ago.": "2024-02-11", "exactly two weeks ago": "2025-01-28"},
)
def exactly_so_long_ago(unit: Granularity, count: float = 1, a: int = 1) -> Meaning | None:  # noqa: ARG001
    """Read "exactly a year ago" as that day."""
    exact = unit in (WEEK, MONTH, YEAR) and float(count).is_integer()
    return Shift(-int(count), unit, PUBLISHED, keep=DAY) if exact else None


@rule("[{approx}] [{a}] {big_half} ago", examples={"half a century ago": "1975", "a quarter-century ago": "2000"})
def big_half_ago(big_half: int, approx: str | None = None, a: int = 1) -> Meaning:  # noqa: ARG001
    """Step back by a part of a century or decade."""
    return _modified(approx or "APPROX", Shift(-big_half, YEAR, PUBLISHED))


@rule(
    "{count} {unit} ago this {one_unit}",
    "{a} {unit} ago this {one_unit}",
    "{count} {unit} ago {last:last_or_next} {one_unit}",
    "{a} {unit} ago {last:last_or_next} {one_unit}",
    examples={"a year ago this month": "2024-02", "two years ago next week": "2023-W08"},
)
def units_ago_this_unit(
    unit: Granularity,
    one_unit: Granularity,
    count: float = 1,
    a: int = 1,  # noqa: ARG001
    last: int = 0,
) -> Meaning | None:
    """Step back from this week or month, or the next one, to the one that long ago."""
    return Shift(-int(count), unit, Shift(last, one_unit, PUBLISHED), keep=one_unit) if one_unit < unit else None


@rule(
    "{count} {unit} ago in {month}",
    "{a} {unit} ago in {month}",
    "{a} {unit} ago last {month}",
    "{count} {unit} ago this {season}",
    "{a} {unit} ago this {season}",
    examples={"a year ago in May": "2024-05", "two years ago in June": "2023-06", "a year ago this fall": "2024-FA"},
)
def month_years_ago(
    unit: Granularity,
    month: int = 0,
    season: int = 0,
    count: float = 1,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read a month or a season of the year so many years back."""
    spot = Spot(SpotKind.MONTH, month) if month else Spot(SpotKind.SEASON, season)
    return Within(spot, Shift(-int(count), YEAR, PUBLISHED)) if unit is YEAR else None


@rule("{some} {unit} ago", "{units} ago", examples={"a few years ago": "PAST_REF", "weeks ago": "PAST_REF"})
def some_units_ago(unit: Granularity | None = None, units: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted time ago: how long is not told."""
    return Vague("PAST_REF")


@rule(
    "[{approx}] {count} {unit} (from now|hence)",
    "[{approx}] {pair} {unit} (from now|hence)",
    "[{approx}] {a} {unit} (from now|hence)",
    "[{approx}] {count} {unit} away",
    "[{approx}] {a} {unit} away",
    when=not_afar,
    examples={"three days from now": "2025-02-14", "a year from now": "2026", "The vote is a month away.": "2025-03"},
    not_=["It lies two hours away.", "He spent a month away from home."],
)
def units_from_now(
    unit: Granularity,
    count: float = 1,
    approx: str | None = None,
    pair: int = 0,
    a: int = 1,  # noqa: ARG001
) -> Meaning:
    """Step forward from the publish date by a counted unit."""
    if unit in _IN_YEARS:
        return away(int(pair or count), unit, approx)
    move = Shift(int(pair or count), unit, PUBLISHED)
    return Edge(approx, move) if approx else move


@rule(
    "<in> {count} {unit} ('|'s) time",
    "<in> {pair} {unit} ('|'s) time",
    "<in> {a} {unit} 's time",
    only=("news", "narrative"),
    examples={"in two days' time": "2025-02-13", "in a week's time": "2025-W08"},
    not_=["In time the days passed."],
)
def units_of_time(unit: Granularity, count: float = 1, pair: int = 0, a: int = 1) -> Meaning:  # noqa: ARG001
    """Step forward from the publish date by so many days' time."""
    return Shift(int(pair or count), unit, PUBLISHED)

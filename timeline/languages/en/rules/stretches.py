"""Stretches of the calendar told by their length: the past three months, the coming weeks, the last week of May."""

from __future__ import annotations

import re

from timeline.calendar import CENTURY, DECADE, HOUR, MONTH, QUARTER, WEEK, YEAR, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.lengths import last_adjective, no_age
from timeline.languages.en.around.match import after, all_of, before
from timeline.languages.en.around.words import not_of_date, nothing_follows
from timeline.languages.numeric import fixed_date, fixed_year
from timeline.meaning import PUBLISHED, STORY, Length, Meaning, Nth, Shift, Spot, SpotKind, Stretch, Vague

# ---- up to the publish date ----


@rule(
    "[the|these|this] (past|last|previous|preceding) {count} {unit}",
    "[the] {count} (past|last|previous|preceding) {unit:units}",
    "[the] (past|last|previous) {pair} {unit}",
    "[the] (past|last|previous) {dozen} {unit}",
    "[the] (past|last) {double_unit}",
    when=all_of(not_of_date, last_adjective),
    examples={"in the past three months": "P3M", "the last two weeks": "P2W"},
)
def last_units(
    unit: Granularity = WEEK, count: float = 1, pair: int = 0, dozen: int = 0, double_unit: Granularity | None = None
) -> Meaning | None:
    """Read the units up to the publish date as a length that stands for them; "1,200 last year" counts no years."""
    number = dozen or pair or (2 if double_unit else count)
    if number > 1000:
        return None
    return Length(((number, unit),), of=Stretch(-max(1, int(number)), unit, PUBLISHED))


@rule(
    "[the] (past|last|previous) {a:count} (to|or|-) {b:count} {unit}",
    when=last_adjective,
    examples={"the past two or three weeks": "P3W"},
)
def last_units_from_to(a: float, b: float, unit: Granularity) -> Meaning | None:
    """Read "the past two or three weeks" by its longer end."""
    return Length(((b, unit),), of=Stretch(-max(1, int(b)), unit, PUBLISHED)) if a < b else None


@rule(
    "[the] (past|last|previous) {count} and {a} half {unit}",
    when=last_adjective,
    examples={"over the past two and a half years": "P2.5Y"},
)
def last_units_and_half(unit: Granularity, count: float, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read the units and a half up to the publish date."""
    return Length(((count + 0.5, unit),), of=Stretch(-int(count + 1), unit, PUBLISHED))


@rule("[the] (past|last|previous) {big_half}", examples={"over the past half century": "P50Y"})
def last_big_half(big_half: int) -> Meaning:
    """Read a part of a century up to the publish date."""
    return Length(((big_half, YEAR),), of=Stretch(-big_half, YEAR, PUBLISHED))


@rule("[the|this] past {one_unit}", examples={"over the past year": "P1Y"})
def past_unit(one_unit: Granularity) -> Meaning:
    """Read the unit up to the publish date."""
    return Length(((1, one_unit),), of=Stretch(-1, one_unit, PUBLISHED))


@rule(
    "[the] recent (years|decades|times)",
    "[the] recent (weeks|months) and (months|years)",
    examples={"in recent years": "PAST_REF"},
)
def recent_times() -> Meaning:
    """Read "recent years" as a vague past; shorter units are lengths, as in "recent days"."""
    return Vague("PAST_REF")


@rule(
    "[the] recent {units}",
    "[the|these] (past|last|previous|preceding) {units}",
    "[the] (past|last|previous) {some} {units}",
    "[the] {some} (past|last|previous) {units}",
    when=last_adjective,
    examples={"recent days": "PXD", "the past few weeks": "PXW"},
)
def recent_units(units: Granularity, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted stretch up to the publish date."""
    return Length(((None, units),), of=Stretch(-3, units, PUBLISHED))


def _no_end_of(place: Place) -> str | None:
    """Refuse "the last hour of the siege", which is its end."""
    return Unfit("the end of something") if after(place).startswith(" of ") else None


@rule(
    "the (past|last|next|coming) (hour|hr)",
    examples={"Three shops shut in the past hour.": "PT1H", "It is due within the next hour.": "PT1H"},
    not_=["a past hour", "the last hour of the siege"],
    when=_no_end_of,
)
def past_hour() -> Meaning:
    """Read "the past hour" and the next as a length."""
    return Length(((1, HOUR),))


# ---- from the publish date on ----


def _no_day_set(place: Place) -> str | None:
    """Refuse "booked for the next day", which says when."""
    day = place.folded.endswith("day", place.start, place.end) and before(place).endswith("for ")
    return Unfit("a day, not so long") if day else None


@rule("[the] (next|coming) {a:count} (to|or|-) {b:count} {unit}", examples={"the next 12 to 18 months": "P18M"})
def next_units_from_to(a: float, b: float, unit: Granularity) -> Meaning | None:
    """Read "the next two or three weeks" by its longer end."""
    return Length(((b, unit),), of=Stretch(max(1, int(b)), unit, PUBLISHED)) if a < b else None


@rule(
    "<over|within|in|during|for|throughout> the (next|coming) {one_unit}",
    only=("news", "colloquial"),
    when=_no_day_set,
    examples={"over the next year": "P1Y", "within the next week": "P1W"},
    not_=["They were booked for the next day."],
)
def next_unit_long(one_unit: Granularity) -> Meaning | None:
    """Read the unit from the publish date on as a length, as in "over the past year"."""
    return Length(((1, one_unit),), of=Stretch(1, one_unit, PUBLISHED)) if one_unit < CENTURY else None


@rule(
    "[the] (next|coming) {count} {unit}",
    "the following {count} {unit}",
    "[the] {count} (following|coming) {unit}",
    "[the] (next|coming) {pair} {unit}",
    "[the] (next|coming) {double_unit}",
    examples={"the next 14 months": "P14M"},
)
def next_units(
    unit: Granularity = WEEK, count: float = 1, pair: int = 0, double_unit: Granularity | None = None
) -> Meaning:
    """Read the units from the publish date on as a length that stands for them."""
    number = pair or (2 if double_unit else count)
    return Length(((number, unit),), of=Stretch(max(1, int(number)), unit, PUBLISHED))


@rule(
    "[the] (coming|next|future|upcoming) {units}",
    "the following {units}",
    "[the] (next|coming) {some} {units}",
    "[the] {units} ahead",
    "[the] {units} to come",
    examples={"the coming weeks": "PXW"},
)
def coming_units(units: Granularity, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted stretch from the publish date on."""
    return Length(((None, units),), of=Stretch(3, units, PUBLISHED))


# ---- inside something wider ----


@rule(
    "the {count} {unit:units}",
    "[the] (last|final) {count} {unit} of the year",
    when=no_age,
    examples={"the nine months": "P9M"},
    not_=["the three-day strike"],
)
def first_units(count: float, unit: Granularity) -> Meaning:
    """Read the first units of the year as a length that stands for them."""
    if unit not in (MONTH, QUARTER) or count > 12:
        return Length(((count, unit),))
    return Length(((count, unit),), of=Stretch(int(count), unit, Shift(0, YEAR, PUBLISHED)))


@rule(
    "the {count} {unit:units} (after|following|before)",
    "the {some} {units} (after|following|before)",
    when=nothing_follows,
    examples={"More fell in the ten days after.": "P10D"},
    not_=["the ten days after the storm"],
)
def units_around(
    unit: Granularity | None = None, units: Granularity | None = None, count: float | None = None, some: str = ""  # noqa: ARG001
) -> Meaning:  # fmt: skip
    """Read "the ten days after" as a length; "ten days after" is a day."""
    return Length(((count, unit or units or MONTH),))


@rule(
    "[the] (last|final) {one_unit} (of|in) {month} [[,|of] {year}]",
    "[the] (last|final) {one_unit} (of|in) {year}",
    examples={"the last week of March 2003": "2003-W13", "the final month of 1918": "1918-12"},
)
def last_unit_of_month(one_unit: Granularity, month: int | None = None, year: int | None = None) -> Meaning:
    """Read the last week of a month, the last month of a year."""
    return Nth(-1, one_unit, _outer(month, year))


@rule(
    "[the] (last|final) {one_unit} (of|in) {last:last_or_next} {outer:one_unit}",
    "[the] (last|final) {one_unit} (of|in) this {outer:one_unit}",
    examples={"the last day of this month": "2025-02-28", "the last day of last month": "2025-01-31"},
)
def last_unit_of_unit(one_unit: Granularity, outer: Granularity, last: int = 0) -> Meaning:
    """Read the last week of this month, of last month."""
    return Nth(-1, one_unit, Shift(last, outer, PUBLISHED))


@rule(
    "[the] {ordinal} {one_unit} (of|in) {month} [[,|of] {year}]",
    "[the] {ordinal} {one_unit} (of|in) {year}",
    "{one_unit} {ordinal:count} (of|,) {year}",
    examples={"the second week of March 2003": "2003-W11", "week 12 of 2025": "2025-W12"},
)
def nth_unit_of_month(
    one_unit: Granularity, ordinal: int, month: int | None = None, year: int | None = None
) -> Meaning | None:
    """Read the second week of a month, the third day of a year."""
    return Nth(ordinal, one_unit, _outer(month, year)) if one_unit < YEAR and 0 < ordinal <= 366 else None


def _outer(month: int | None, year: int | None) -> Meaning:
    if month is None:
        return fixed_year(year or 0)
    return Spot(SpotKind.MONTH, month) if year is None else fixed_date(year, month) or fixed_year(year)


def _of_no_other(place: Place) -> str | None:
    """Refuse "the decade after the war", which leans on that."""
    leans = re.match(r" (?:after|before|since|to|from|that|of|up|ending|ended)\b", after(place))
    return Unfit("leans on what follows") if leans else None


@rule("the decade", when=_of_no_other, examples={"during the decade": "202X"}, not_=["in the decade after 2014"])
def this_decade() -> Meaning:
    """Read a decade near the story."""
    return Shift(0, DECADE, STORY)

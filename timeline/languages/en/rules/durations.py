"""Lengths of time: three days, a year and a half, half an hour, for weeks."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, QUARTER, SECOND, WEEKEND, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.lengths import (
    bare_units,
    no_age,
    no_compound_age,
    no_days_before,
    no_issue,
    no_nth,
    no_numbered_unit,
    no_rate,
    no_step,
    not_as_many,
    not_fraction,
    not_split,
)
from timeline.languages.en.around.match import all_of, no_compound
from timeline.languages.en.around.undertakings import old_undertaking
from timeline.meaning import Length, Meaning

# Half an hour is so many minutes; days and years keep their half: a smaller unit would sound more exact than it is.
HALVES = {HOUR: (30, MINUTE), MINUTE: (30, SECOND)}


def with_half(whole: float, unit: Granularity, mod: str | None) -> Length:
    """Give the length of so many units and a half."""
    if unit in HALVES:
        return Length(((whole, unit), HALVES[unit]) if whole else (HALVES[unit],), mod=mod)
    return Length(((whole + 0.5, unit),), mod=mod)


_counted = all_of(no_age, not_split, not_fraction, no_issue)


@rule(
    "[{approx}] {count} (working|business|work|banking) {unit}",
    "[{approx}] {pair} (working|business|work|banking) {unit}",
    examples={"within five working days": "P5D", "after ten business days": "P10D"},
    not_=["the long working day", "a business day"],
)
def workdays_length(unit: Granularity, count: float = 0, approx: str | None = None, pair: int = 0) -> Meaning | None:
    """Read a length in days of work, of which a week has five."""
    number = count or pair
    return Length(((number, unit),), mod=approx, workdays=True) if unit is DAY and number % 1 == 0 else None


@rule(
    "[{approx}] {count} {unit}",
    "[{approx}] {pair} {unit}",
    "[{approx}] {dozen} {unit}",
    "[the] {count} {unit} (period|span|stretch)",
    "[{approx}] {count} more {unit}",
    "[{approx}] {count} [(straight|consecutive|full|whole|long|successive|solid|entire|bloody|short)] {unit}",
    "[{approx}] {count} [(additional|extra|different|separate|working|calendar|business)] {unit}",
    "[{approx}] {count} {unit} long",
    when=all_of(_counted, no_numbered_unit),
    examples={"lasted three days": "P3D", "a four-year study": "P4Y", "a 24-hour strike": "PT24H"},
    not_=["a 45-year-old man", "three-quarters of voters", "Report of 2016 day 1."],
)
def counted_length(
    unit: Granularity, count: float = 0, approx: str | None = None, pair: int = 0, dozen: int = 0
) -> Meaning | None:
    """Read a counted length of time."""
    number = count or pair or dozen
    if number == 0:
        return None  # "zero hour"
    if unit in (SECOND, WEEKEND) and number == 1 and not pair:
        return None
    return with_half(int(number), unit, approx) if number % 1 == 0.5 else Length(((number, unit),), mod=approx)


@rule("[{approx}] {a} {double_unit}", "[{approx}] {count} {double_unit}", examples={"for a fortnight": "P2W"})
def double_length(double_unit: Granularity, count: float = 1, approx: str | None = None, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read a length in a unit of two: "a fortnight"."""
    return Length(((2 * count, double_unit),), mod=approx)


@rule(
    "{a} (full|whole|entire|long|good|solid|further|single) {unit}",
    "another {unit}",
    "[the] (whole|entire|full) {one_unit}",
    "{approx} {a} {unit}",
    "all {one_unit}",
    when=all_of(_counted, no_nth),
    examples={"the entire year": "P1Y", "another week": "P1W", "lost in a single day": "P1D"},
    not_=["on its first full day"],
)
def one_unit_length(
    unit: Granularity | None = None,
    one_unit: Granularity | None = None,
    a: int = 1,  # noqa: ARG001
    approx: str | None = None,
) -> Meaning | None:
    """Read a length of one unit that is said to be one."""
    which = unit or one_unit
    return Length(((1, which),), mod=approx) if which and which not in (SECOND, WEEKEND) else None


@rule(
    "{a} {one_unit}",
    "{a} {short_unit}",
    when=all_of(no_age, not_split, not_fraction, no_compound, no_rate),
    examples={"for a year": "P1Y", "It took an hour.": "PT1H", "It opened a day before he left.": "P1D"},
    not_=["700 seats a week", "in a day-care centre", "two pills a day after meals"],
)
def a_unit_length(
    one_unit: Granularity | None = None,
    short_unit: Granularity | None = None,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "a week" as a length where it is no rate."""
    return one_of(one_unit or short_unit)


def one_of(unit: Granularity | None) -> Length | None:
    """Give the length of one unit; "a second" is mostly another one."""
    return Length(((1, unit),)) if unit and unit is not SECOND else None


@rule(
    "[{approx}] {count} [(straight|consecutive|more|full|long|whole|successive)] {parts}",
    "[{approx}] {pair} {parts}",
    "[{approx}] {count} days and [{other:count}] {parts}",
    when=no_days_before,
    examples={"They slept there for eight nights.": "P8D", "for three days and three nights": "P3D"},
)
def counted_parts(
    parts: str, count: float = 1, pair: int = 0, other: float = 0, approx: str | None = None  # noqa: ARG001
) -> Meaning | None:  # fmt: skip
    """Read so many nights or mornings as so many days, and "three days and three nights" as three."""
    return Length(((int(pair or count), DAY),), mod=approx) if other in (0, count) else None


# ---- two units, two counts ----


@rule(
    "[{approx}] {a:count} {unit} and {b:count} {unit2:unit}",
    "[{approx}] {a:count} {unit} [,] {b:count} {unit2:unit}",
    "[{approx}] {one:a} {unit} and {b:count} {unit2:unit}",
    "[{approx}] {one:a} (hour|hr) {b:count} (minutes|mins|min)",
    "[{approx}] {a:count} {unit} and {two:a} {unit2:unit}",
    when=all_of(no_age, no_step),
    examples={
        "two hours and ten minutes": "PT2H10M",
        "a year and six months": "P1Y6M",
        "an hour ten minutes": "PT1H10M",
    },
)
def two_unit_length(
    unit: Granularity = HOUR,
    unit2: Granularity = MINUTE,
    a: float = 1,
    b: float = 1,
    one: int = 1,  # noqa: ARG001
    two: int = 1,  # noqa: ARG001
    approx: str | None = None,
) -> Meaning | None:
    """Read a length in two units, the larger first."""
    return Length(((a, unit), (b, unit2)), mod=approx) if unit > unit2 else None


@rule(
    "[{approx}] {a:count} {unit} [,] {b:count} {unit2:unit} [,] [and] {c:count} {unit3:unit}",
    when=no_age,
    examples={"two hours, ten minutes and 55 seconds": "PT2H10M55S"},
)
def three_unit_length(
    unit: Granularity, unit2: Granularity, unit3: Granularity, a: float, b: float, c: float, approx: str | None = None
) -> Meaning | None:
    """Read a length in three units, the largest first."""
    return Length(((a, unit), (b, unit2), (c, unit3)), mod=approx) if unit > unit2 > unit3 else None


@rule("[{approx}] {a:count} <to|or|-|and> {b:count} {unit}", when=no_age)
def from_to_length(a: float, b: float, unit: Granularity, approx: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Read "two to three weeks" by its longer end; in "then 38 and four months" the first counts something else."""
    return Length(((b, unit),)) if a < b else None


# ---- not counted ----


@rule(
    "{some} {units}",
    "{some} {unit}",
    "{some} more {unit}",
    "(these|those) (last|past|many|few) {units}",
    when=all_of(no_age, not_as_many),
    examples={"for several months": "PXM", "a few hours": "PTXH"},
    not_=["his third visit in as many months"],
)
def some_units(units: Granularity | None = None, unit: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted length."""
    return Length(((None, units or unit or DAY),))


@rule(
    "{count} {unit} (old|of age)",
    only=("narrative",),
    when=no_compound_age,
    examples={"all who were 18 years old": "P18Y"},
    not_=["a 45-year-old man"],
)
def age(count: float, unit: Granularity) -> Meaning:
    """Read an age, which histories count as a length of time."""
    return Length(((count, unit),))


@rule(
    "{count} {unit} old",
    only=("news",),
    when=old_undertaking,
    examples={"the two-year-old war": "P2Y", "an 18-month-old trade dispute": "P18M"},
    not_=["a two-year-old boy", "a two-year-old boy at war", "a three-year-old car"],
)
def age_of_undertaking(count: float, unit: Granularity) -> Meaning:
    """Read the age of what goes on as how long it has lasted."""
    return Length(((count, unit),))


@rule(
    "{units}",
    "the {units}",
    when=bare_units,
    examples={"for months": "PXM"},
    not_=["light years", "the minutes", "on other days", "in after-hours trading"],
)
def bare_unit_length(units: Granularity) -> Meaning | None:
    """Read bare units as an uncounted length."""
    return None if units in (QUARTER, WEEKEND, SECOND) else Length(((None, units),))


@rule("[{approx}] [{count}] {long}", examples={"a year-long study": "P1Y", "the 48-year-long war": "P48Y"})
def unit_long(long: Granularity, count: float = 1, approx: str | None = None) -> Meaning:
    """Read "year-long"."""
    return Length(((count, long),), mod=approx)

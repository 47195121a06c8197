"""Lengths of time, sets of times and vague references."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, QUARTER, SECOND, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.conditions import bare_units, no_age, no_rate, not_fraction, not_split
from timeline.meaning import STORY, Every, Length, Meaning, PartOf, Shift, Spot, SpotKind, Vague



def _both(*conditions):  # type: ignore[no-untyped-def]
    def check(place):  # type: ignore[no-untyped-def]
        return next((reason for condition in conditions if (reason := condition(place))), None)

    return check


@rule(
    "[{approx}] {count} {unit}", "[{approx}] {pair} {unit}", "[{approx}] {dozen} {unit}", "[the] {count} {unit} (period|span|stretch)", "[{approx}] {count} more {unit}",
    "[{approx}] {count} [(straight|consecutive|full|whole|long|successive|solid|entire|bloody|short|additional|extra|different|separate)] {unit}", "[{approx}] {count} + {unit}", "[{approx}] {count} {unit} long",
    when=_both(no_age, not_split, not_fraction), examples={"lasted three days": "P3D", "a four-year study": "P4Y"}, not_=["a 45-year-old man"],
)
def counted_length(unit: Granularity, count: float = 0, approx: str | None = None, pair: int = 0, dozen: int = 0) -> Meaning | None:
    """Read a counted length of time."""
    number = count or pair or dozen
    if unit in (SECOND, WEEKEND) and number == 1 and not pair:
        return None
    return Length(((number, unit),), mod=approx)


@rule(
    "{a} (full|whole|entire|long|good|solid) {unit}",
    "[the] (whole|entire|full) {one_unit}",
    "{approx} {a} {unit}",
    "all {one_unit}",
    when=_both(no_age, not_split, not_fraction),
)
def one_unit_length(unit: Granularity | None = None, one_unit: Granularity | None = None, a: str = "", approx: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Read a length of one unit that is said to be one."""
    which = unit or one_unit
    return Length(((1, which),), mod=approx) if which and which is not SECOND else None


@rule("{a} {one_unit}", "{a} {short_unit}", when=_both(no_age, not_split, not_fraction, no_rate), examples={"for a year": "P1Y"}, not_=["700 seats a week"])
def a_unit_length(one_unit: Granularity | None = None, short_unit: Granularity | None = None, a: str = "") -> Meaning | None:  # noqa: ARG001
    """Read "a week" as a length where it is no rate."""
    which = one_unit or short_unit
    return Length(((1, which),)) if which and which is not SECOND else None


@rule("[{approx}] {count} and {a:a} half {unit}", "{a} {unit} and a half", "[{approx}] {count} {a2:a} half {unit}", examples={"two and a half years": "P2.5Y"})
def with_a_half(unit: Granularity, count: float = 1, a: str = "", a2: str = "", approx: str | None = None) -> Meaning:  # noqa: ARG001
    """Read a length with a half."""
    return Length(((count + 0.5, unit),), mod=approx)


@rule("half {a} {unit}", "{a} half {unit}", "half {unit}", "half of {a} {unit}", examples={"half an hour": "PT30M"})
def half_unit(unit: Granularity, a: str = "") -> Meaning | None:  # noqa: ARG001
    """Read half a unit as so many of the next smaller one."""
    smaller = {HOUR: (30, MINUTE), DAY: (12, HOUR), YEAR: (6, MONTH), MINUTE: (30, SECOND)}.get(unit)
    return Length((smaller if smaller else (0.5, unit),))


@rule("{a:count} {unit} and {b:count} {unit2:unit}", "{a:count} {unit} [,] {b:count} {unit2:unit}", when=no_age, examples={"two hours and ten minutes": "PT2H10M"})
def two_unit_length(a: float, unit: Granularity, b: float, unit2: Granularity) -> Meaning | None:
    """Read a length in two units, the larger first."""
    return Length(((a, unit), (b, unit2))) if unit > unit2 else None


@rule("[{approx}] {a:count} <to|or|-|and> {b:count} {unit}", when=no_age)
def from_to_length(a: float, b: float, unit: Granularity, approx: str | None = None) -> Meaning:  # noqa: ARG001
    """Read "two to three weeks" by its longer end."""
    return Length(((b, unit),))


@rule("{some} {units}", "{some} {unit}", "{some} more {unit}", "(these|those) (last|past|many|few) {units}", examples={"for several months": "PXM"})
def some_units(units: Granularity | None = None, unit: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted length."""
    return Length(((None, units or unit or DAY),))


@rule("{units}", "the {units}", when=bare_units, examples={"for months": "PXM"})
def bare_unit_length(units: Granularity) -> Meaning | None:
    """Read bare units as an uncounted length."""
    return None if units in (QUARTER, WEEKEND, SECOND) else Length(((None, units),))


@rule("{long}", examples={"a year-long study": "P1Y"})
def unit_long(long: Granularity) -> Meaning:
    """Read "year-long"."""
    return Length(((1, long),))


# ---- sets ----


@rule("{every} {unit}", "{every} single {unit}", "{every} {a:count} {unit}", "{every} {pair} {unit}", "{every} {some} {unit}", examples={"every day": "P1D"})
def every_unit(every: str, unit: Granularity, a: int = 1, pair: int = 0, some: str = "") -> Meaning:
    """Read a set of units."""
    return Every(Length(((None if some else pair or a, unit),)), quant=every)


@rule("every other {unit}", examples={"every other week": "P2W"})
def every_other_unit(unit: Granularity) -> Meaning:
    """Read every second unit."""
    return Every(Length(((2, unit),)), quant="EVERY")


@rule("{every} {weekday}", "{weekdays}", "[on] {weekdays} and {b:weekdays}", "{every} other {weekday}", examples={"every Sunday": "XXXX-WXX-7"})
def every_weekday(weekday: int | None = None, weekdays: int | None = None, every: str = "EVERY", b: int = 0) -> Meaning:  # noqa: ARG001
    """Read a set of weekdays."""
    return Every(Spot(SpotKind.WEEKDAY, weekday if weekday is not None else weekdays or 0), quant=every)


@rule("{every} {weekday} {part}", "{weekday} {parts}")
def every_weekday_part(weekday: int, part: str = "", parts: str = "", every: str = "EVERY") -> Meaning:
    """Read a set of parts of a weekday."""
    return Every(PartOf(part or parts, Spot(SpotKind.WEEKDAY, weekday)), quant=every)


@rule("{every} {part}", "{parts}", "<in|during> the {parts}")
def every_part(part: str = "", parts: str = "", every: str = "EVERY") -> Meaning:
    """Read a set of parts of the day."""
    return Every(PartOf(part or parts, Shift(0, DAY, STORY)), quant=every)


@rule("{every} {month}", examples={"every May": "XXXX-05"})
def every_month_name(every: str, month: int) -> Meaning:
    """Read a set of months."""
    return Every(Spot(SpotKind.MONTH, month), quant=every)


@rule("{every} {season}")
def every_season(every: str, season: int) -> Meaning:
    """Read a set of seasons."""
    return Every(Spot(SpotKind.SEASON, season), quant=every)


@rule("{often}", examples={"annually": "P1Y"})
def often(often: Granularity) -> Meaning:
    """Read an adverb or adjective of frequency."""
    return Every(Length(((1, often),)))


@rule("{twice_often}", examples={"fortnightly": "P2W"})
def twice_often(twice_often: Granularity) -> Meaning:
    """Read an adverb for every second unit."""
    return Every(Length(((2, twice_often),)))


@rule("{times} (a|per|each|every) {unit}", examples={"twice a week": "P1W"})
def times_a_unit(times: str, unit: Granularity) -> Meaning:
    """Read how often in a unit."""
    return Every(Length(((1, unit),)), freq=times)


@rule("{count} times (a|per|each|every) {unit}")
def counted_times_a_unit(count: int, unit: Granularity) -> Meaning:
    """Read how many times in a unit."""
    return Every(Length(((1, unit),)), freq=f"{count}X")


@rule("{a:count} {unit} (a|per|each|every) {unit2:unit}", examples={"three days a week": "P1W"})
def units_a_unit(a: int, unit: Granularity, unit2: Granularity) -> Meaning:
    """Read how many units in a larger one."""
    letter = {MINUTE: "TM", HOUR: "TH", DAY: "D", WEEK: "W", MONTH: "M"}.get(unit, "D")
    return Every(Length(((1, unit2),)), freq=f"P{letter[0]}{a}{letter[1]}" if len(letter) == 2 else f"P{a}{letter}")


@rule("<on> weekends", "weekends")
def weekends() -> Meaning:
    """Read the set of weekends."""
    return Every(Spot(SpotKind.WEEKEND), quant="EVERY")


# ---- vague ----


@rule("{now}", examples={"are currently held": "PRESENT_REF"})
def now(now: str) -> Meaning:
    """Read a vague present."""
    return Vague(now)


@rule("{recent}", "{recent_adjective}", examples={"was recently seen": "PAST_REF"})
def recent(recent: str = "", recent_adjective: str = "") -> Meaning:
    """Read a vague past."""
    return Vague(recent or recent_adjective)


@rule("{future}", "the future", examples={"in the near future": "FUTURE_REF"})
def future(future: str = "FUTURE_REF") -> Meaning:
    """Read a vague future."""
    return Vague(future)


@rule("the (past|recent past|distant past|not too distant past)", "<in> the past", examples={"a thing of the past": "PAST_REF"})
def past() -> Meaning:
    """Read a vague past as a noun."""
    return Vague("PAST_REF")


@rule("{current_adjective}", examples={"the current crisis": "PRESENT_REF"})
def current(current_adjective: str) -> Meaning:
    """Read a vague present as an adjective."""
    return Vague(current_adjective)

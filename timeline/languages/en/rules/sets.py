"""Sets of times: every Sunday, twice a week, annually, on Tuesday nights."""

from __future__ import annotations

import re

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.lengths import no_rate
from timeline.languages.en.around.match import before, no_paper
from timeline.languages.en.around.months import month_inside
from timeline.languages.numeric import month_day
from timeline.meaning import PUBLISHED, Edge, Every, Length, Meaning, PartOf, Several, Shift, Spot, SpotKind

_HALVES = {HOUR: (30, MINUTE), MINUTE: (0.5, MINUTE), DAY: (12, HOUR), YEAR: (6, MONTH)}


def _no_set(place: Place) -> str | None:
    """Refuse weekdays in the plural that are some of them: "the last Fridays", "two Sundays"."""
    left = before(place, 12)
    return "not all of them" if left.endswith(("the ", "tgi ", "t.g.i. ", "two ", "three ", "few ", "many ")) else None


def _uncounted(place: Place) -> str | None:
    """Refuse counted nights: "7 days 6 nights", "six nights"."""
    left = before(place, 10)
    if left.rstrip()[-1:].isdigit() or _COUNT_BEFORE.search(left):
        return "counted, so a length"
    return "some of them, not all" if _SOME_BEFORE.search(left) else None


_SOME_BEFORE = re.compile(r"\b(?:more|other|dark|those|these|his|her|their|our|my|sleepless) $")


_COUNT_BEFORE = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|few|many|several|couple of)[ -]$")


def _not_always(place: Place) -> str | None:
    """Refuse "24 hours a day" and "seven days a week", which mean always."""
    word = place.folded[place.start : place.end]
    return "means always" if word.startswith(("24 hours", "twenty-four hours", "7 days a", "seven days a")) else None


_COUNTED_BEFORE = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|dozens?|times|once|twice|men|women|people|children)|[a-z]{3,}s) $"
)


def _rate(place: Place) -> str | None:
    """Keep to what is counted by the day: "30 a day", "700 seats a week"."""
    counted = place.folded.startswith("per", place.start) or _COUNTED_BEFORE.search(before(place))
    return None if counted and no_rate(place) else Unfit("no rate")


# ---- every ----


@rule(
    "{every} {unit}",
    "{every} {a:count} {unit}",
    "{every} {pair} {unit}",
    "{every} {some} {unit}",
    examples={"every day": "P1D", "every two weeks": "P2W"},
)
def every_unit(every: str, unit: Granularity, a: float = 1, pair: int = 0, some: str = "") -> Meaning:
    """Read a set of units."""
    if unit is WEEKEND and not some and a == 1:
        return Every(Spot(SpotKind.WEEKEND), quant=every)
    return Every(Length(((None if some else pair or a, unit),)), quant=every)


@rule("every other {unit}", "every second {unit}", examples={"every other week": "P2W"})
def every_other_unit(unit: Granularity) -> Meaning:
    """Read every second unit."""
    return Every(Length(((2, unit),)), quant="EVERY")


@rule(
    "{one_unit} (after|by) {again:one_unit}",
    examples={"It rained day after day.": "P1D", "week by week": "P1W"},
    not_=["the day after weeks of rain"],
)
def unit_after_unit(one_unit: Granularity, again: Granularity) -> Meaning | None:
    """Read "day after day" as every day."""
    return Every(Length(((1, one_unit),)), quant="EVERY") if one_unit is again else None


@rule("{every} half {unit}", examples={"every half hour": "PT30M"})
def every_half_unit(every: str, unit: Granularity) -> Meaning:
    """Read a set of halves of a unit."""
    return Every(Length((_HALVES.get(unit, (0.5, unit)),)), quant=every)


@rule("{every} {ordinal} {one_unit}", examples={"every third day": "P3D"})
def every_nth_unit(every: str, ordinal: int, one_unit: Granularity) -> Meaning:
    """Read every third unit."""
    return Every(Length(((ordinal, one_unit),)), quant=every)


@rule(
    "{every} {weekday}",
    "{every} other {weekday}",
    "{every} {ordinal} {weekday}",
    examples={"every Sunday": "XXXX-WXX-7"},
)
def every_weekday(weekday: int, every: str, ordinal: int = 1) -> Meaning:  # noqa: ARG001
    """Read a set of weekdays."""
    return Every(Spot(SpotKind.WEEKDAY, weekday), quant=every)


_AND = "<and|&|, and|,>"


@rule(
    "{every} {a:weekday} <and|&|or|,> {b:weekday}",
    f"{{every}} {{a:weekday}} <,> {{b:weekday}} {_AND} {{c:weekday}}",
    f"{{every}} {{a:weekday}} <,> {{b:weekday}} <,> {{c:weekday}} {_AND} {{d:weekday}}",
)
def every_weekday_listed(every: str, a: int, b: int, c: int | None = None, d: int | None = None) -> Several:
    """Read "every Friday and Saturday" as two sets, and longer lists as so many."""
    days = (day for day in (a, b, c, d) if day is not None)
    return Several(tuple(Every(Spot(SpotKind.WEEKDAY, day), quant=every) for day in days))


@rule(
    "[the] {ordinal} {weekday} (of|in) {every} {one_unit}", examples={"on the first Friday of each month": "XXXX-WXX-5"}
)
def nth_weekday_of_every(ordinal: int, weekday: int, every: str, one_unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read a weekday that comes round with each month."""
    return Every(Spot(SpotKind.WEEKDAY, weekday), quant=every)


@rule("{every} {weekday} {part}", examples={"every Friday night": "XXXX-WXX-5TNI"})
def every_weekday_part(weekday: int, part: str, every: str) -> Meaning:
    """Read a set of parts of a weekday."""
    return Every(PartOf(part, Spot(SpotKind.WEEKDAY, weekday)), quant=every)


@rule("{every} {part}", examples={"every morning": "XXXX-XX-XXTMO"})
def every_part(part: str, every: str) -> Meaning:
    """Read a set of parts of the day."""
    return Every(PartOf(part, Shift(0, DAY, PUBLISHED)), quant=every)


@rule("{every} {day} {month}", "{every} {month} {day}", when=month_inside, examples={"every 1 February": "XXXX-02-01"})
def every_day_of_month(every: str, day: int, month: int) -> Meaning | None:
    """Read a day of the year that comes round."""
    spot = month_day(month, day)
    return Every(spot, quant=every) if spot else None


@rule("{every} {month}", when=month_inside, examples={"every May": "XXXX-05"}, not_=["each may come forth"])
def every_month_name(every: str, month: int) -> Meaning:
    """Read a set of months."""
    return Every(Spot(SpotKind.MONTH, month), quant=every)


@rule("{every} {season}", examples={"every summer": "XXXX-SU"})
def every_season(every: str, season: int) -> Meaning:
    """Read a set of seasons."""
    return Every(Spot(SpotKind.SEASON, season), quant=every)


@rule("{every} {feast}", examples={"every Christmas": "XXXX-12-25"})
def every_feast(every: str, feast: int) -> Meaning:
    """Read a set of named days."""
    return Every(Spot(SpotKind.FEAST, feast), quant=every)


@rule("<each of> the (last|past|next) {count} {units}", "<every one of> the (last|past|next) {count} {units}")
def each_of_units(count: float, units: Granularity) -> Meaning:  # noqa: ARG001
    """Read "each of the last three years" as every single one."""
    return Every(Length(((1, units),)), quant="EACH")


@rule(
    "per {one_unit}",
    "{a} {one_unit}",
    only=("narrative",),
    when=_rate,
    examples={"30 attacks a day": "P1D", "ten ships per month": "P1M"},
    not_=["a day later than planned"],
)
def rate(one_unit: Granularity, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "a day" and "per day" behind what is counted as how often, which histories count as a time."""
    return Every(Length(((1, one_unit),)))


# ---- in the plural ----


@rule("{weekdays}", when=_no_set, examples={"on Sundays": "XXXX-WXX-7"}, not_=["the Fridays chain"])
def weekdays_plural(weekdays: int) -> Meaning:
    """Read weekdays in the plural as a set."""
    return Every(Spot(SpotKind.WEEKDAY, weekdays))


@rule("{weekday} {parts}", examples={"on Tuesday nights": "XXXX-WXX-2TNI"})
def weekday_parts(weekday: int, parts: str) -> Meaning:
    """Read parts of a weekday in the plural as a set."""
    return Every(PartOf(parts, Spot(SpotKind.WEEKDAY, weekday)))


@rule("{parts}", "<in|during> the {parts}", when=_uncounted, examples={"in the evenings": "XXXX-XX-XXTEV"})
def parts_plural(parts: str) -> Meaning:
    """Read parts of the day in the plural as a set."""
    return Every(PartOf(parts, Shift(0, DAY, PUBLISHED)))


@rule("weekends", examples={"on weekends": "XXXX-WE"})
def weekends() -> Meaning:
    """Read the set of weekends."""
    return Every(Spot(SpotKind.WEEKEND))


# ---- how often ----


@rule("{often}", when=no_paper, examples={"annually": "P1Y"}, not_=["The Daily Mail"])
def often(often: Granularity) -> Meaning:
    """Read an adverb or adjective of frequency."""
    return Every(Length(((1, often),)))


@rule("{twice_often}", when=no_paper, examples={"fortnightly": "P2W"})
def twice_often(twice_often: Granularity) -> Meaning:
    """Read an adverb for every second unit."""
    return Every(Length(((2, twice_often),)))


@rule("{times} {often}", "{count} times {often}", examples={"twice daily": "P1D"})
def times_often(often: Granularity, times: str = "", count: int = 0) -> Meaning:
    """Read how many times daily."""
    return Every(Length(((1, often),)), freq=times or f"{count}X")


@rule("{times} (a|an|per|each|every) {unit}", "{times} every {count} {unit}", examples={"twice a week": "P1W"})
def times_a_unit(times: str, unit: Granularity, count: float = 1) -> Meaning:
    """Read how often in a unit."""
    return Every(Length(((count, unit),)), freq=times)


@rule("{count} times (a|an|per|each|every) {unit}", examples={"three times a day": "P1D"})
def counted_times_a_unit(count: int, unit: Granularity) -> Meaning:
    """Read how many times in a unit."""
    return Every(Length(((1, unit),)), freq=f"{count}X")


@rule("{count} {parts} (a|per|each|every) {unit}", examples={"six nights a week": "P1W"})
def parts_a_unit(count: int, parts: str, unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read how many evenings in a week."""
    return Every(Length(((1, unit),)), freq=f"{count}X")


_FREQ = {MINUTE: ("T", "M"), HOUR: ("T", "H"), DAY: ("", "D"), WEEK: ("", "W"), MONTH: ("", "M")}


@rule("{a:count} {unit} (a|per|each|every) {unit2:unit}", when=_not_always, examples={"three days a week": "P1W"})
def units_a_unit(a: int, unit: Granularity, unit2: Granularity) -> Meaning | None:
    """Read how many units in a larger one."""
    if unit not in _FREQ or unit2 <= unit:
        return None
    fine, letter = _FREQ[unit]
    return Every(Length(((1, unit2),)), freq=f"{fine}{a}{letter}")


@rule(
    "{a:count} {unit} (a|per|each) night",
    "{approx} {a:count} {unit} (a|per|each) night",
    examples={"six hours a night": "P1D"},
)
def units_a_night(a: int, unit: Granularity, approx: str = "") -> Meaning | None:
    """Read how many hours of each night."""
    if unit not in (HOUR, MINUTE):
        return None
    every = Every(Length(((1, DAY),)), freq=f"T{a}{_FREQ[unit][1]}")
    return Edge(approx, every) if approx else every

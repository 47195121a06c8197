"""Times a length away from the date or the time of day a text stands at: two hours later, two days after that."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import CENTURY, DAY, DECADE, MILLENNIUM, MINUTE, MONTH, SECOND, WEEK, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.lengths import leans_on_story
from timeline.meaning import PUBLISHED, STORY, Clock, Length, Meaning, Shift

_FINE = {MINUTE: 1, Granularity.HOUR: 60}
_DAYS_OF_MONTH = 30
_YEARS = {DECADE: 10, CENTURY: 100, MILLENNIUM: 1000}


@rule(
    "{length} (later|afterwards|afterward)",
    "{length} after [that]",
    only=("narrative", "news"),
    when=leans_on_story,
    examples={"A year and a half later it will close.": "2026-08", "Two days after that it will rain.": "2025-02-13"},
    not_=["two days after that battle", "two hours later than planned"],
)
def length_later(length: Length) -> Meaning | None:
    """Step forward by a length from where the story stands."""
    return step_by(length, 1)


@rule(
    "{length} (earlier|previously)",
    "{length} before [that]",
    only=("narrative", "news"),
    when=leans_on_story,
    examples={"Half a century earlier it was built.": "1975", "Two days before that it rained.": "2025-02-09"},
    not_=["two days before that battle", "two hours earlier than planned"],
)
def length_earlier(length: Length) -> Meaning | None:
    """Step back by a length from where the story stands."""
    return step_by(length, -1)


@rule("{length} ago", examples={"It was built three and a half years ago.": "2021-08"})
def length_ago(length: Length) -> Meaning | None:
    """Step back by a length from the publish date."""
    return step_by(length, -1, PUBLISHED)


@rule(
    "{length} (before|to) {a_clock}",
    examples={
        "He left an hour and a half before midnight.": "2025-02-11T22:30",
        "an hour before noon": "2025-02-11T11:00",
    },
    not_=["two days before midnight"],
)
def length_before_clock(length: Length, a_clock: Clock) -> Meaning | None:
    """Read a time of day told by how long before another it is."""
    step = step_by(length, -1)
    if not isinstance(step, Shift) or step.unit not in _FINE or a_clock.second is not None:
        return None
    minutes = a_clock.hour * 60 + (a_clock.minute or 0) + step.count * _FINE[step.unit]
    return replace(a_clock, hour=minutes // 60, minute=minutes % 60) if minutes >= 0 else None


def step_by(length: Length, sign: int, of: Meaning = STORY) -> Meaning | None:
    """Make a step of a length: halves of years as months, of centuries as years; weeks end on a day.

    None when how long is not told, or when it is told in units that do not add up.
    """
    amounts = [(amount, unit) for amount, unit in length.amounts if amount is not None]
    if length.of is not None or len(amounts) < len(length.amounts):
        return None
    if all(unit in _FINE for _, unit in amounts):
        if length.mod not in (None, "APPROX"):
            return None  # "less than 12 hours earlier" tells no time of day
        return _fine_step(sum(amount * _FINE[unit] for amount, unit in amounts), sign, of)
    amount, unit = amounts[0]
    if unit in _YEARS and amount % 1:
        amount, unit = amount * _YEARS[unit], YEAR
    if unit is YEAR and amount % 1:
        amount, unit = amount * 12, MONTH
    if len(amounts) == 1 and amount % 1 and unit is MONTH:  # "a month and a half ago", some day of a month
        return Shift(sign * int(amount * _DAYS_OF_MONTH), DAY, of, keep=unit)
    if len(amounts) > 1 or amount % 1 or unit is SECOND:
        return None
    if length.workdays:
        return Shift(sign * int(amount), unit, of, workdays=True)
    return Shift(sign * int(amount), unit, of, keep=DAY if unit is WEEK and not length.mod else None)


def _fine_step(minutes: float, sign: int, of: Meaning) -> Meaning | None:
    if minutes % 1:
        return None
    whole = sign * int(minutes)
    return Shift(whole, MINUTE, of) if whole % 60 else Shift(whole // 60, Granularity.HOUR, of)

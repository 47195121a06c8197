"""Days a length away from a date that is said: two days after Christmas, the third anniversary of 1 March 2022."""

from __future__ import annotations

from timeline.calendar import DAY, MONTH, YEAR
from timeline.grammar.rule import rule
from timeline.languages.en.around.words import ends_here
from timeline.meaning import At, Dated, Edge, Length, Meaning, Nth, Shift, Spot, SpotKind, Step, Within


@rule(
    "{length} (from|after|following) {a_day}",
    "{length} after {date}",
    when=ends_here,
    examples={"two days after Christmas 2024": "2024-12-27", "ten business days after 3 March 2025": "2025-03-17"},
)
def after_date(length: Length, a_day: Meaning | None = None, date: Meaning | None = None) -> Meaning | None:
    """Step forward from a date that is said."""
    return _away(length, 1, a_day or date)


@rule("<within> {length} of {date}", examples={"within 30 days of 3 March 2025": "2025-04-02"})
def within_of_date(length: Length, date: Meaning) -> Meaning | None:
    """Read the last day of a term that a date begins."""
    return _away(length, 1, date)


@rule("[the] {ordinal} anniversary of {date}", examples={"on the third anniversary of 1 March 2022": "2025-03-01"})
def anniversary_of(ordinal: int, date: Meaning) -> Meaning | None:
    """Read the day so many years after one that is told in full."""
    return Shift(ordinal, YEAR, date) if isinstance(date, At) and date.period.granularity is DAY else None


@rule(
    "<by> (close|end) of (business|play|trading) [on] {date}",
    examples={"by close of business Friday": "2025-02-14"},
    not_=["by the close of business talks"],
)
def close_of_business(date: Meaning) -> Meaning | None:
    """Read the end of a working day."""
    return Edge("END", date) if is_day(date) else None


@rule("{length} before {date}", examples={"two days before Christmas 2024": "2024-12-23"})
def before_date(length: Length, date: Meaning) -> Meaning | None:
    """Step back from a date that is said."""
    return _away(length, -1, date)


def _away(length: Length, sign: int, of: Meaning | None) -> Meaning | None:
    if of is None or len(length.amounts) != 1 or length.of is not None:
        return None
    amount, unit = length.amounts[0]
    if amount is None or not float(amount).is_integer():
        return None
    step = Shift(sign * int(amount), unit, of, workdays=length.workdays)
    mod = _BOUNDS.get((length.mod or "", sign), "APPROX" if length.mod == "APPROX" else "")
    return Edge(mod, step) if mod else step


# "at least 14 days before 1 June" is on 18 May or before it
_BOUNDS = {
    ("EQUAL_OR_MORE", -1): "ON_OR_BEFORE",
    ("EQUAL_OR_MORE", 1): "ON_OR_AFTER",
    ("EQUAL_OR_LESS", -1): "ON_OR_AFTER",
    ("EQUAL_OR_LESS", 1): "ON_OR_BEFORE",
}


@rule("[the] day before {date}", "[the] eve of {date}", examples={"the day before Christmas 2024": "2024-12-24"})
def day_before(date: Meaning) -> Meaning | None:
    """Read the day before a day."""
    return Shift(-1, DAY, date) if is_day(date) else None


@rule("[the] day (after|following) {date}", examples={"the day after Christmas 2024": "2024-12-26"})
def day_after(date: Meaning) -> Meaning | None:
    """Read the day after a day."""
    return Shift(1, DAY, date) if is_day(date) else None


_DAYS = (SpotKind.WEEKDAY, SpotKind.MONTHDAY, SpotKind.MONTH_DAY, SpotKind.FEAST)


def is_day(meaning: Meaning) -> bool:
    """Say whether a meaning is as wide as a day."""
    match meaning:
        case At():
            return meaning.period.granularity == DAY
        case Spot():
            return meaning.kind in _DAYS
        case Step() | Within():
            return meaning.spot.kind in _DAYS
        case Shift():
            return (meaning.keep or meaning.unit) is DAY
    return isinstance(meaning, Dated)


_LATE_IDES = (3, 5, 7, 10)  # March, May, July, October


@rule(
    "[the] ides of {date}",
    examples={"killed on the Ides of March 44 BC": "BC0044-03-15", "by the Ides of May": "2025-05-15"},
    not_=["the ides of 1994"],
)
def ides(date: Meaning) -> Meaning | None:
    """Read the middle day of a Roman month: the 15th of four, the 13th of the others."""
    if isinstance(date, At) and date.period.granularity is MONTH:
        month = date.period.number % 12 + 1
    elif isinstance(date, Spot) and date.kind is SpotKind.MONTH:
        month = date.number
    else:
        return None
    return Nth(15 if month in _LATE_IDES else 13, DAY, date)

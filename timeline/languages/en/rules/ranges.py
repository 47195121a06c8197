"""Two or three times said together, and times open on one side: "from {date} to {date}", "no later than {date}"."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY, MONTH, YEAR, coarsen, first_day
from timeline.grammar.rule import rule
from timeline.languages.en.rules.joins import in_part
from timeline.languages.numeric import fixed_date, fixed_year
from timeline.meaning import (
    STORY,
    At,
    Clock,
    Dated,
    Edge,
    Every,
    Length,
    Meaning,
    PartOf,
    Range,
    Several,
    Shift,
    Spot,
    SpotKind,
    Within,
)


@rule(
    "<from> {a:date} <to|until|till|through|-> {b:date}",
    "<between> {a:date} <and> {b:date}",
    "{a:date} <-|through|until> {b:date}",
)
def date_range(a: Meaning, b: Meaning) -> Range:
    """Tie two dates as the ends of a stretch."""
    return Range(_in_year_of(a, b), b)


@rule("{a:date} <to> {b:date}", not_=["a change on Friday to March's tables"])
def bare_range(a: Meaning, b: Meaning) -> Range | None:
    """Tie two dates that only "to" joins when they are of one kind: "Monday to Friday", "June to September 1950"."""
    alike = type(a) is type(b) and (not isinstance(a, Spot) or not isinstance(b, Spot) or a.kind is b.kind)
    return Range(_in_year_of(a, b), b) if alike or _is_of_kind(a, b) else None


def _is_of_kind(a: Meaning, b: Meaning) -> bool:
    """Say whether a month or a day stands before one that tells its year."""
    if not isinstance(a, Spot) or not isinstance(b, At):
        return False
    return (a.kind, b.period.granularity) in ((SpotKind.MONTH, MONTH), (SpotKind.MONTHDAY, DAY))


@rule(
    "<from> {a:a_clock} <to|until|till|-> {b:a_clock}",
    "<between> {a:a_clock} <and> {b:a_clock}",
    "{a:a_clock} <-|to|until|till> {b:a_clock}",
)
def clock_range(a: Clock, b: Clock) -> Range:
    """Tie two times of day; the first takes its day from the second."""
    return Range(replace(a, of=b.of) if b.of != a.of and a.of == Shift(0, DAY, STORY) else a, b)


@rule("{a:month_spot} <and|or|&> {b:a_month}", "{a:monthday_spot} <and|or|&> {b:a_day}")
def two_dates_of_year(a: Spot, b: Meaning) -> Several | None:
    """Give the first of two months or days the year of the second: "June and July 2021"."""
    return Several((_in_year_of(a, b), b)) if isinstance(b, At | Within) else None


@rule("{a:edged} <and|or> {b:edged}", "{a:edged} <and|or> {b:date}")
def two_edges_of_year(a: Edge, b: Meaning) -> Several | None:
    """Give "late June" the year of "early July 1940"."""
    borrowed = _in_year_of(a, b)
    return None if borrowed == a else Several((borrowed, b))


@rule(
    "{a:month_spot} <,> {b:month_spot} <[,] (and|or)> {c:a_month}",
    "{a:monthday_spot} <,> {b:monthday_spot} <[,] (and|or)> {c:a_day}",
)
def three_dates_of_year(a: Spot, b: Spot, c: Meaning) -> Several | None:
    """Give the first of three months or days the year of the last."""
    return Several((_in_year_of(a, c), _in_year_of(b, c), c)) if isinstance(c, At | Within) else None


_YEARLY = (SpotKind.MONTH, SpotKind.MONTHDAY, SpotKind.SEASON, SpotKind.QUARTER, SpotKind.FEAST)


def _in_year_of(first: Meaning, last: Meaning) -> Meaning:
    """Put the first of two dates into the year of the last, or the year before when it would come after it."""
    if isinstance(first, Edge):
        return replace(first, of=_in_year_of(first.of, last))
    while isinstance(last, Edge):
        last = last.of
    if not isinstance(first, Spot) or first.kind not in _YEARLY:
        return first
    if isinstance(last, Within):
        return Within(first, last.of) if last.spot.kind is first.kind else first
    if not isinstance(last, At) or last.period.granularity >= YEAR:
        return first
    year = coarsen(last.period, YEAR).number
    found = _fixed(first, year)
    if isinstance(found, At) and first_day(found.period) > first_day(last.period):
        return _fixed(first, year - 1)
    return found


def _fixed(spot: Spot, year: int) -> Meaning:
    if spot.kind in (SpotKind.MONTH, SpotKind.MONTHDAY):
        return fixed_date(year, spot.number, spot.day or None) or Within(spot, fixed_year(year))
    return Within(spot, fixed_year(year))


# ---- again and again ----


@rule(
    "{set} [,] [at] {a_clock}",
    examples={"every Saturday at 3 p.m.": "XXXX-WXX-6T15:00", "every night, 10pm": "XXXX-XX-XXT22:00"},
)
def set_at_clock(set: Every, a_clock: Clock) -> Meaning | None:  # noqa: A002  (a hole is called by its class)
    """Put a time of day on each day of a set: "every day at 9 a.m."."""
    return _at_each(set, a_clock)


@rule("{set} [,] [at|from] {a:a_clock} <-|to|til|till|until> {b:a_clock}", not_=["every night from two to three"])
def set_between_clocks(set: Every, a: Clock, b: Clock) -> Several | None:  # noqa: A002
    """Put both hours on each day of a set: "every night 9pm til 1am"."""
    first, last = _at_each(set, a), _at_each(set, b)
    return Several((first, last)) if first and last else None


_EACH_DAY = Length(((1, DAY),))


def _at_each(each: Every, clock: Clock) -> Meaning | None:
    if isinstance(each.of, Spot) and each.of.kind is SpotKind.WEEKDAY:
        return replace(each, of=replace(clock, of=each.of))
    if isinstance(each.of, PartOf):
        timed = in_part(clock, each.of)
        # the night of a Saturday is told by its weekday, though its small hours are of the day after
        return replace(each, of=replace(timed, of=each.of.of)) if isinstance(timed, Clock) else None
    return replace(each, of=clock) if each.of == _EACH_DAY and each.freq is None else None


# ---- one day under two names ----


@rule("{a:a_day} <, (a|the)> {b:weekday_spot}")
def day_and_its_weekday(a: Meaning, b: Spot) -> Several | None:
    """Read "May 9, a Tuesday" as one day said twice."""
    if not isinstance(a, At | Within) and not (isinstance(a, Spot) and a.kind is SpotKind.MONTHDAY):
        return None
    return Several((Dated(a, b.number), Dated(a, b.number)))


@rule("{a:a_day} <,> {b:feast_spot}")
def day_and_its_feast(a: Meaning, b: Spot) -> Several | None:
    """Put a named day beside a full date into its year: "April 24, 1916, Easter Monday"."""
    return Several((a, Within(b, At(coarsen(a.period, YEAR))))) if isinstance(a, At) else None


# ---- open on one side ----


@rule("<on or before> {date}", "<(no|not) later than> {date}", examples={"no later than 5 May 2025": "2025-05-05"})
def at_latest(date: Meaning) -> Meaning:
    """Read "no later than Friday"."""
    return Edge("ON_OR_BEFORE", date)


@rule(
    "<on or after> {date}", "<(no|not) (earlier|sooner) than> {date}", examples={"no earlier than June 2025": "2025-06"}
)
def at_earliest(date: Meaning) -> Meaning:
    """Read "no earlier than June"."""
    return Edge("ON_OR_AFTER", date)

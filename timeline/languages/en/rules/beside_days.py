"""Weekdays, weekends and weeks told by a day beside them: the Saturday before Christmas, the week after Easter."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import WEEK, WEEKEND
from timeline.grammar.rule import rule
from timeline.languages.en.rules.away import is_day
from timeline.meaning import Clock, Meaning, Several, Shift, Spot, SpotKind, Step


@rule(
    "the [last] {weekday_spot} before {a_day}",
    "{weekend_spot} before {a_day}",
    examples={
        "the Saturday before Christmas": "2024-12-21",
        "on the last Sunday before Christmas 2023": "2023-12-24",
        "the weekend before Christmas": "2024-W51-WE",
    },
    not_=["He left Saturday before Christmas."],
)
def spot_before(a_day: Meaning, weekday_spot: Spot | None = None, weekend_spot: Spot | None = None) -> Meaning | None:
    """Read the last weekday or weekend before a day."""
    return _nearest_to(a_day, weekday_spot or weekend_spot, -1)


@rule(
    "the [first] {weekday_spot} (after|following) {a_day}",
    "{weekend_spot} (after|following) {a_day}",
    examples={"the Sunday after Easter 2024": "2024-04-07", "the first Monday after Easter 2024": "2024-04-01"},
)
def spot_after(a_day: Meaning, weekday_spot: Spot | None = None, weekend_spot: Spot | None = None) -> Meaning | None:
    """Read the first weekday or weekend after a day."""
    return _nearest_to(a_day, weekday_spot or weekend_spot, 1)


@rule("{weekend_spot} of {a_day}", examples={"the weekend of July 5, 2025": "2025-W27-WE"})
def weekend_of(a_day: Meaning, weekend_spot: Spot) -> Meaning | None:  # noqa: ARG001
    """Read the weekend of the week that holds a day."""
    return Shift(0, WEEKEND, a_day, keep=WEEKEND) if _is_named(a_day) else None


@rule("[the] week before {a_day}", examples={"the week before Christmas": "2024-W51"})
def week_before(a_day: Meaning) -> Meaning | None:
    """Read the week before that of a day."""
    return Shift(-1, WEEK, a_day, keep=WEEK) if _is_named(a_day) else None


@rule("[the] week (after|following) {a_day}", examples={"the week after Christmas": "2025-W01"})
def week_after(a_day: Meaning) -> Meaning | None:
    """Read the week after that of a day."""
    return Shift(1, WEEK, a_day, keep=WEEK) if _is_named(a_day) else None


@rule("{a:a_clock} <-|to|until> {b:a_clock} <,|on|from|lparen> {c:weekday_spot} <-|to|through|until> {d:weekday_spot}")
def hours_of_days(a: Clock, b: Clock, c: Spot, d: Spot) -> Several:
    """Read "9am-5pm, Mon-Fri": the hours are those of each of the days, of which the first is told."""
    return Several((replace(a, of=c), replace(b, of=c), c, Step(1, d, c)))


@rule("{a:a_clock} <-|to|until> {b:a_clock} {c:weekday_spot} <-|to|through|thru|until> {d:weekday_spot}")
def hours_right_before_days(a: Clock, b: Clock, c: Spot, d: Spot) -> Several:
    """Read "9am-5pm Mon-Fri", in which the first day is that of both hours."""
    return Several((replace(a, of=c), replace(b, of=c), Step(1, d, c)))


def _nearest_to(day: Meaning, spot: Spot | None, count: int) -> Meaning | None:
    return Step(count, spot, day) if spot and _is_named(day) else None


def _is_named(meaning: Meaning) -> bool:
    """Say whether a day is told by its name or date: "the Friday before Monday" would say too little."""
    return is_day(meaning) and not (isinstance(meaning, Spot) and meaning.kind is SpotKind.WEEKDAY)

"""Days of one month told together: "May 2-3, 9-10 and 16-17", "Friday 25 to Monday 28 March"."""

from __future__ import annotations

from itertools import pairwise

from timeline.grammar.rule import rule
from timeline.languages.en.around.figures import days_end
from timeline.languages.numeric import fixed_date, month_day
from timeline.meaning import Dated, Meaning, Range, Several

# Only the last two may be joined by a word: each choice multiplies the phrases.
_FIRST, _LAST = "{a:day} <-> {b:day}", "<,|and|&|, and> {i:day} <-> {j:day}"
_TWO = f"{_FIRST} {_LAST}"
_THREE = f"{_FIRST} <,> {{c:day}} <-> {{d:day}} {_LAST}"
_FOUR = f"{_FIRST} <,> {{c:day}} <-> {{d:day}} <,> {{e:day}} <-> {{f:day}} {_LAST}"
_FIVE = f"{_FIRST} <,> {{c:day}} <-> {{d:day}} <,> {{e:day}} <-> {{f:day}} <,> {{g:day}} <-> {{h:day}} {_LAST}"


@rule(
    *(f"{{month}} {days} [, {{year}}]" for days in (_TWO, _THREE, _FOUR, _FIVE)),
    *(f"{days} [of] {{month}} [[,] {{year}}]" for days in (_TWO, _THREE, _FOUR, _FIVE)),
    when=days_end,
)
def stretches_of_month(month: int, year: int = 0, **days: int) -> Several | None:
    """Read stretches of days that share their month, as courses and tours are announced."""
    listed = [days[name] for name in sorted(days)]
    found: list[Meaning | None] = [_day_of(year, month, day) for day in listed]
    rising = all(first < last for first, last in pairwise(listed))
    return Several(tuple(day for day in found if day)) if rising and all(found) else None


@rule(
    "{c:weekday} [the] {a:day} <-|to|until|till|through> {d:weekday} [the] {b:day} [of] {month} [[,] {year}]",
    "{c:weekday} [,] {month} {a:day} <-|to|until|till|through> {d:weekday} [,] [the] {b:day} [, {year}]",
    when=days_end,
)
def weekdays_of_month(month: int, a: int, b: int, c: int, d: int, year: int = 0) -> Range | None:
    """Read "Mon 1st - Fri 5th September", whose month is that of both days."""
    first, last = _day_of(year, month, a), _day_of(year, month, b)
    return Range(Dated(first, c), Dated(last, d)) if first and last and a < b else None


@rule(
    "{c:weekday} [the] {a:day} <and|&> {d:weekday} [the] {b:day} [of] {month} [[,] {year}]",
    "{c:weekday} [,] {month} {a:day} <and|&> {d:weekday} [,] [the] {b:day} [, {year}]",
    when=days_end,
)
def two_weekdays_of_month(month: int, a: int, b: int, c: int, d: int, year: int = 0) -> Several | None:
    """Read "Monday 3 and Friday 7 March", two days that share their month."""
    first, last = _day_of(year, month, a), _day_of(year, month, b)
    return Several((Dated(first, c), Dated(last, d))) if first and last and a < b else None


def _day_of(year: int, month: int, day: int) -> Meaning | None:
    return fixed_date(year, month, day) if year else month_day(month, day)

"""A table of named days (feasts.toml) -> how to find each in a year, and the classes and rules of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from string import capwords
from typing import Any, NamedTuple

from timeline.calendar import civil, day_number, exists, month_days, weekday
from timeline.grammar.language import Feast
from timeline.grammar.rule import Rule
from timeline.meaning import Meaning, Spot, SpotKind

_FindDay = Callable[[int], int | None]


class NamedDays(NamedTuple):
    """What a table of named days gives a language.

    feasts   by id, how to find each
    classes  of the lexicon: `feast`, and `capital_feast` for names that are ordinary words when written small
    rules    for names that are no words: figures ("9/11"), and dates that are a name only before a noun
    hints    what makes the scan stop at names of figures
    """

    feasts: dict[int, Feast]
    classes: dict[str, dict[str, str]]
    rules: tuple[Rule, ...]
    hints: tuple[str, ...]


def read_feasts(table: Mapping[str, Any]) -> NamedDays:
    """Read the table; a name without a letter to begin with is a phrase of its parts, not a word."""
    classes: dict[str, dict[str, str]] = {"feast": {}, "capital_feast": {}}
    rules: list[Rule] = []
    hints: list[str] = []
    for row in table["feast"]:
        words = [name for name in row["names"] if not name[0].isdigit()]
        figures = [name for name in row["names"] if name[0].isdigit()]
        classes["capital_feast" if row.get("capital") else "feast"][str(row["id"])] = "; ".join(words)
        phrases = [_phrase(name) for name in figures] + _before_nouns(row.get("before"))
        if phrases:
            examples = {row["names"][0]: row["date"]} if "date" in row else {}
            rules.append(Rule(phrases[0], tuple(phrases), _production(row["id"]), examples=examples))
        hints += [re.escape(name) + r"(?![\w/])" for name in figures]
    feasts = {row["id"]: _feast(row) for row in table["feast"]}
    return NamedDays(feasts, _without_empty(classes), tuple(rules), tuple(hints))


def _without_empty(classes: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {name: {key: words for key, words in rows.items() if words} for name, rows in classes.items()}


def _before_nouns(before: Mapping[str, list[str]] | None) -> list[str]:
    return [f"{_phrase(name)} <{'|'.join(before['nouns'])}>" for name in before["names"]] if before else []


def _phrase(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+(?:'[a-z]+)?\.?|\d+(?:st|nd|rd|th)?|/", name))


def _production(number: int) -> Callable[[], Meaning]:
    def named() -> Meaning:
        """Read a named day of figures."""
        return Spot(SpotKind.FEAST, number)

    return named


def _feast(row: Mapping[str, Any]) -> Feast:
    fixed = _iso(row["date"]) if "date" in row else None
    name = capwords(row["names"][0]) if row["names"] else "named day"
    return Feast(name, _finder(row), row.get("days", 1), fixed)


def _finder(row: Mapping[str, Any]) -> _FindDay:
    if "date" in row:
        day = _iso(row["date"])
        return lambda year: day if civil(day)[0] == year else None
    if "dates" in row:
        return _listed(row["dates"])
    if "easter" in row:
        return lambda year: easter(year) + row["easter"]
    if "orthodox_easter" in row:
        return lambda year: orthodox_easter(year) + row["orthodox_easter"]
    if "weekday" in row:
        return lambda year: nth_weekday(year, row["month"], row["weekday"], row["nth"]) + row.get("offset", 0)
    return lambda year: day_number(year, row["month"], row["day"]) if exists(year, row["month"], row["day"]) else None


def _listed(dates: list[str]) -> _FindDay:
    days: dict[int, int] = {}
    for each in dates:
        first = _iso(each.partition("/")[0])
        days.setdefault(civil(first)[0], first)
    return days.get


def _iso(text: str) -> int:
    year, month, day = map(int, str(text).split("-"))
    return day_number(year, month, day)


def nth_weekday(year: int, month: int, which: int, nth: int) -> int:
    """Give the day number of the nth weekday (Monday = 0) of a month, from its end when negative."""
    if nth > 0:
        first = day_number(year, month, 1)
        return first + (which - weekday(first)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, month_days(year, month))
    return last - (weekday(last) - which) % 7 + 7 * (nth + 1)


def easter(year: int) -> int:
    """Give the day number of Western Easter Sunday (the anonymous Gregorian computus, Nature, 20 April 1876).

    Before the reform of the calendar it is the day that people of the time wrote, as for all dates a history tells.
    """
    if year < _REFORM:
        return _julian_easter(year)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Give the day number of Orthodox Easter Sunday as a Gregorian date, before the reform as a Julian one."""
    ahead = year // 100 - year // 400 - 2
    return _julian_easter(year) + (ahead if year >= _REFORM else 0)


def _julian_easter(year: int) -> int:
    """Give the day number of Easter Sunday as it is called in the Julian calendar (Meeus, Astronomical Algorithms)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return day_number(year, month, day + 1)


_REFORM = 1583

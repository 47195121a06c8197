"""The words around a bare unit in messages that make it another word or part of a name: "yr hair", "year 7 pupils"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before
from timeline.languages.en.around.minutes import written_down

_ONE_BEFORE = re.compile(r"\b(?:a|per|this|last|next|nxt|one|1st) $")


_SCHOOL_YEAR = re.compile(r"(?:the )?ye?a?rs? (?:\d\d?s\b|\d\d? (?!(?:of|in|at)\b)[a-z])")  # "year 7 pupils"


def counted_in_chat(place: Place) -> str | None:
    """Refuse "light years" and the minutes of a meeting."""
    return "not a length of time here" if before(place).endswith(("light ", "light-")) or written_down(place) else None


_NAMED_UNIT = re.compile(r"(?:Century|Millennium|century) (?:[A-Z][a-z]|mark\b)")


_TITLE_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|dr|sir|dame|coach|judge|mayor|gov|sen|rep|councilman|councilwoman|councillor|senator|governor|officer|"
    r"sgt|capt)\.? $"
)


def chat_unit(place: Place) -> str | None:
    """Refuse "yr" for "your", and the first half of a compound."""
    if place.folded.startswith("yr", place.start) and not _ONE_BEFORE.search(before(place)):
        return "short for your"
    if _SCHOOL_YEAR.match(place.folded, place.start):
        return "a form of a school"
    if _NAMED_UNIT.match(place.text, place.start):
        return "part of a name"
    if place.text[place.start].isupper() and _TITLE_BEFORE.search(before(place)):
        return "the name of a person"
    return "the first half of a compound" if re.match(r"-[a-z]", after(place, 2)) else None


_AWARD = re.compile(
    r"\b(?:player|album|song|man|woman|person|artist|coach|rookie|team|word|goal|save|car|game|book|film|movie|band|track|"
    r"single|athlete|personality|manager|teacher|employee|act|video)s? of $"
)


def no_award(place: Place) -> str | None:
    """Refuse "Player of the Year", a prize."""
    year = place.folded.endswith("year", place.start, place.end)
    return "the name of a prize" if year and _AWARD.search(before(place)) else None


_NAMED_HOUR = re.compile(r"\b(?:happy|rush|zero|man|per|this)[ -]$")


def not_happy(place: Place) -> str | None:
    """Refuse "happy hour" and "rush hour", which are no length."""
    return Unfit("the name of an hour") if _NAMED_HOUR.search(before(place)) else None


_COUNTS_UNITS = re.compile(
    r" (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?|times|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b"
)


def numbers_day(place: Place) -> str | None:
    """Refuse "this day 5 years ago", where the figure goes on to count."""
    return Unfit("goes on to count") if _COUNTS_UNITS.match(after(place)) else None

"""Vague references: now, recently, the future, the current crisis."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.lengths import now_adjective, past_noun
from timeline.languages.en.around.match import all_of, before, no_title
from timeline.languages.en.around.words import looking_back
from timeline.meaning import Meaning, Vague


@rule(
    "{now}",
    when=no_title,
    examples={"are currently held": "PRESENT_REF"},
    not_=["The firm has no plans at this stage.", "The show Hope for Haiti Now raised more."],
)
def now(now: str) -> Meaning:
    """Read a vague present."""
    return Vague(now)


def _no_comparison(place: Place) -> str | None:
    """Refuse "as recently as last week"."""
    compared = place.folded.startswith(" as ", place.end) and before(place).endswith("as ")
    return "compares" if compared else None


def _no_stay(place: Place) -> str | None:
    """Refuse "spent a while back in Ohio", which tells how long."""
    return looking_back(place) if place.folded.endswith(" back", place.start, place.end) else None


@rule(
    "{recent}",
    when=all_of(_no_comparison, _no_stay),
    examples={"was recently seen": "PAST_REF", "He left a while back.": "PAST_REF"},
    not_=["as recently as 1990", "She spent a while back in Ohio."],
)
def recent(recent: str) -> Meaning:
    """Read a vague past."""
    return Vague(recent)


_PRINT = ("news", "narrative")  # in messages "my current mood" and "the recent update" say which one, not when


@rule("{recent_adjective}", only=_PRINT, examples={"a recent poll": "PAST_REF"})
def recent_one(recent_adjective: str) -> Meaning:
    """Read a vague past as an adjective."""
    return Vague(recent_adjective)


@rule(
    "{future}",
    "<in> future",
    when=past_noun,
    examples={"in the near future": "FUTURE_REF", "in future": "FUTURE_REF"},
    not_=["the future tense"],
)
def future(future: str = "FUTURE_REF") -> Meaning:
    """Read a vague future."""
    return Vague(future)


@rule("one of {now}", examples={"One of these days it will fall.": "FUTURE_REF"})
def one_of_these_days(now: str) -> Meaning:  # noqa: ARG001
    """Read "one of these days" as a vague future."""
    return Vague("FUTURE_REF")


@rule(
    "<will|would|could|may|might|can> (one|some) day",
    examples={"The town will one day be rich.": "FUTURE_REF"},
)
def one_day() -> Meaning:
    """Read a day that is to come, nobody says when."""
    return Vague("FUTURE_REF")


@rule(
    "the (past|recent past|distant past|not too distant past)",
    "<in> the past",
    when=past_noun,
    examples={"a thing of the past": "PAST_REF"},
    not_=["the past tense", "the past three drills"],
)
def past() -> Meaning:
    """Read a vague past as a noun."""
    return Vague("PAST_REF")


@rule(
    "the [good] (old|olden|bygone) days",
    only=("news", "narrative"),  # in messages bare units are lengths
    examples={"in the good old days": "PAST_REF"},
    not_=["The shop was 10 days old, days of rain."],
)
def old_days() -> Meaning:
    """Read "the good old days" as a vague past."""
    return Vague("PAST_REF")


@rule(
    "{current_adjective}",
    only=_PRINT,
    when=all_of(no_title, now_adjective),
    examples={"the current crisis": "PRESENT_REF"},
    not_=["an electric current killed it", "She gave him a present.", "The Loop Current carried it."],
)
def current(current_adjective: str) -> Meaning:
    """Read a vague present as an adjective."""
    return Vague(current_adjective)


_WHEN = re.compile(r"\b(?:by|around|about|of|in|from|until|till|to|since|during|throughout|before|after) $")


def _no_turn(place: Place) -> str | None:
    """Refuse "they came again, this time by sea", which counts how often."""
    timed = place.folded.startswith("at", place.start) or _WHEN.search(before(place))
    return None if timed else "says which of several times it was"


@rule(
    "[at] this time",
    only=("narrative",),
    when=_no_turn,
    examples={"By this time it was over.": "PRESENT_REF"},
    not_=["They came again, this time by sea."],
)
def this_time() -> Meaning:
    """Read the present of a history."""
    return Vague("PRESENT_REF")


def _up_to_now(place: Place) -> str | None:
    """Refuse "referred to this day as": to this day, it says how long."""
    ends = re.match(r"[.,;:)]|$", place.folded[place.end : place.end + 1])
    return (
        None
        if ends or re.search(r"(?:^|[.;\n] ?|\b(?:and|but) )to $", before(place))
        else Unfit("does not say how long")
    )


@rule(
    "<to> this day",
    only=("narrative",),
    when=_up_to_now,
    examples={"The mines are there to this day.": "PRESENT_REF"},
)
def to_this_day() -> Meaning:
    """Read "to this day" in a history as the present."""
    return Vague("PRESENT_REF")


@rule("<for> the time being", only=("narrative",), examples={"It stood for the time being.": "PRESENT_REF"})
def time_being() -> Meaning:
    """Read "for the time being" in a history as its present."""
    return Vague("PRESENT_REF")


@rule("modern day", only=("narrative",), examples={"near modern-day Lyon": "PRESENT_REF"})
def modern_day() -> Meaning:
    """Read "modern-day"."""
    return Vague("PRESENT_REF")


@rule("present day", examples={"in present-day Croatia": "PRESENT_REF"})
def present_day() -> Meaning:
    """Read "present-day"."""
    return Vague("PRESENT_REF")

"""Days and parts of days reckoned from the publish date: today, yesterday morning, last night."""

from __future__ import annotations

import re

from timeline.calendar import DAY, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import after, before, no_title
from timeline.meaning import PUBLISHED, STORY, Edge, Meaning, PartOf, Shift, Vague

TODAY = Shift(0, DAY, PUBLISHED)
YESTERDAY = Shift(-1, DAY, PUBLISHED)


@rule(
    "{today}",
    only=("narrative",),
    when=no_title,
    examples={"as it is today": "PRESENT_REF"},
    not_=["USA Today ran it."],
)
def today_in_history(today: int) -> Meaning:  # noqa: ARG001
    """Read "today" in a history as the present, not as a day of its story."""
    return Vague("PRESENT_REF")


@rule(
    "{today}",
    only=("news", "colloquial"),
    when=no_title,
    examples={"It opened today.": "2025-02-11"},
    not_=["He told USA Today that it works."],
)
def today(today: int) -> Meaning:
    """Read today."""
    return Shift(today, DAY, PUBLISHED)


@rule("{yesterday}", examples={"It opened yesterday.": "2025-02-10"})
def yesterday(yesterday: int) -> Meaning:
    """Read yesterday."""
    return Shift(yesterday, DAY, PUBLISHED)


@rule("{tomorrow}", examples={"It opens tomorrow.": "2025-02-12"})
def tomorrow(tomorrow: int) -> Meaning:
    """Read tomorrow."""
    return Shift(tomorrow, DAY, PUBLISHED)


@rule("[the] day before {yesterday}", examples={"the day before yesterday": "2025-02-09"})
def before_yesterday(yesterday: int) -> Meaning:
    """Read the day before yesterday."""
    return Shift(yesterday - 1, DAY, PUBLISHED)


@rule("[the] day after {tomorrow}", examples={"the day after tomorrow": "2025-02-13"})
def after_tomorrow(tomorrow: int) -> Meaning:
    """Read the day after tomorrow."""
    return Shift(tomorrow + 1, DAY, PUBLISHED)


@rule(
    "{count} {unit} from {today}",
    "{a} {unit} from {today}",
    "{count} {unit} from {today:tomorrow}",
    "{a} {unit} from {today:tomorrow}",
    examples={"a week from today": "2025-02-18", "two weeks from tomorrow": "2025-02-26"},
)
def units_from_today(unit: Granularity, today: int, count: float = 1, a: int = 1) -> Meaning:  # noqa: ARG001
    """Step forward from today or tomorrow to a day."""
    return Shift(int(count), unit, Shift(today, DAY, PUBLISHED), keep=DAY)


@rule(
    "{count} {unit} ago {today}",
    "{a} {unit} ago {today}",
    "{count} {unit} ago {today:yesterday}",
    "{a} {unit} ago {today:yesterday}",
    "{count} {unit} ago {today:tomorrow}",
    "{a} {unit} ago {today:tomorrow}",
    examples={"a year ago today": "2024-02-11", "a week ago yesterday": "2025-02-03"},
)
def units_ago_today(unit: Granularity, today: int, count: float = 1, a: int = 1) -> Meaning:  # noqa: ARG001
    """Step back from today, yesterday or tomorrow to a day."""
    return Shift(-int(count), unit, Shift(today, DAY, PUBLISHED), keep=DAY)


# ---- parts of days ----


def _tonight(tonight: str) -> Meaning:
    """Read tonight; in print not where it closes a name."""
    return PartOf(tonight, TODAY)


_TONIGHT = ("{tonight}", "(late|early|later) {tonight}")
_PLAYED = {"They play tonight.": "2025-02-11TNI"}
tonight_in_print = rule(
    *_TONIGHT,
    only=("news", "narrative"),
    when=no_title,
    examples=_PLAYED,
    not_=["He hosts The Town Tonight on the radio."],
)(_tonight)
tonight_in_messages = rule(*_TONIGHT, only=("colloquial",), examples=_PLAYED)(_tonight)


@rule("last {part:night_word}", examples={"He died last night.": "2025-02-10TNI"})
def last_night(part: str) -> Meaning:
    """Read last night: the night that began yesterday."""
    return PartOf(part, YESTERDAY)


@rule(
    "(late|early|later|earlier) last {part:night_word}",
    "late in the {part:night_word} yesterday",
    examples={"They left late last night.": "2025-02-10TNI"},
)
def edge_of_last_night(part: str) -> Meaning:
    """Read the late (or early) part of last night."""
    return PartOf(part, YESTERDAY)


@rule("the {part:night_word} before last", examples={"It burnt down the night before last.": "2025-02-09TNI"})
def night_before_last(part: str) -> Meaning:
    """Read the night before last."""
    return PartOf(part, Shift(-2, DAY, PUBLISHED))


_OF_A_NIGHT = re.compile(
    r" (?:funds?|rates?|lending|loans?|borrowing|deposits?|repos?|swaps?|index|delivery|deliveries|shipping|parking|"
    r"stays?|guests?|accommodation|success|sensation|hit|bags?)\b"
)


def _names_no_kind(place: Place) -> str | None:
    """Refuse what says of which kind a thing is: "the overnight rate", "an overnight stay"."""
    return "says what kind of thing it is, not when" if _OF_A_NIGHT.match(after(place)) else None


@rule("overnight", only=("narrative",), when=_names_no_kind, examples={"Two more died overnight.": "XXXX-XX-XXTNI"})
def overnight_in_history() -> Meaning:
    """Read overnight in a history: the night that begins on the day it stands at."""
    return PartOf("NI", Shift(0, DAY, STORY))


_WITHIN = r"(?:(?!\b(?:after|when|as|while|since|following|who|which|that|was|were|had|has|have)\b)[^.!?\n]){0,40}"
_TO_COME_AFTER = re.compile(
    rf"(?!.{{0,40}}\b(?:and|but)\b){_WITHIN}\b(?:will|gonna|expected|forecast|likely|lows?|could|should)\b|'ll\b"
)
_TO_COME_BEFORE = re.compile(
    rf"\b(?:will|gonna|(?:is|are|'s|'re) (?:going|set|due) to|expected|forecast|likely|could|should|continu(?:e|ing))\b"
    rf"{_WITHIN}$|'ll {_WITHIN}$"
)


# A forecast has no verb: "showers early, clearing overnight"; what the night has done is told: "snow overnight closed".
_WEATHER = re.compile(
    r"\b(?:rain|snow|showers?|sleet|hail|frost|fog|mist|clouds?|cloudy|winds?|windy|gusts|storms?|lows?|dry|clear|"
    r"clearing|drizzle|thunderstorms?|highs?)\b[^.!?\n]*$"
)
_IS_OVER = re.compile(
    r"\b(?:[a-z]+(?<!expect)(?<!scatter)(?<!isolat)ed|fell|left|hit|was|were|had|has|have|got|brought|after)\b"
)


def _about(place: Place) -> tuple[int, int]:
    return max(0, place.start - 90), place.end + 60


def _to_come(place: Place) -> str | None:
    """Keep to a night that is to come: "Overnight lows will drop", "snow will fall overnight"."""
    if kind := _names_no_kind(place):
        return Unfit(kind)
    if _TO_COME_BEFORE.search(before(place, 60)) or _TO_COME_AFTER.match(after(place, 60)):
        return None
    forecast = _WEATHER.search(before(place, 90)) and not _IS_OVER.search(place.folded, *_about(place))
    return None if forecast else Unfit("nothing says that it is to come")


@rule(
    "[the] overnight",
    only=("news", "colloquial"),
    when=_to_come,
    examples={
        "Showers early, winds easing overnight.": "2025-02-11TNI",
        "Overnight lows will drop to 9 degrees.": "2025-02-11TNI",
    },
    not_=["Two more died overnight.", "Snow overnight closed the pass."],
)
def overnight_to_come() -> Meaning:
    """Read the night to come in a forecast."""
    return PartOf("NI", TODAY)


@rule(
    "overnight",
    only=("news", "colloquial"),
    when=_names_no_kind,
    examples={"Two more died overnight.": "2025-02-10TNI"},
    not_=["Banks lend to each other at the overnight rate."],
)
def overnight() -> Meaning:
    """Read overnight: the night that began yesterday."""
    return PartOf("NI", YESTERDAY)


@rule("this {part}", examples={"They met this morning.": "2025-02-11TMO"})
def this_part(part: str) -> Meaning:
    """Read a part of today."""
    return PartOf(part, TODAY)


@rule("(early|earlier) this {part}", examples={"They met earlier this morning.": "2025-02-11TMO"})
def early_this_part(part: str) -> Meaning:
    """Read the early part of a part of today."""
    return Edge("START", PartOf(part, TODAY))


@rule("(late|later) this {part}", examples={"They meet later this evening.": "2025-02-11TEV"})
def late_this_part(part: str) -> Meaning:
    """Read the late part of a part of today."""
    return Edge("END", PartOf(part, TODAY))


@rule("{part} {today}", "{today} {part}", examples={"at lunchtime today": "2025-02-11TMI"})
def today_part(today: int, part: str) -> Meaning:
    """Read a part of today."""
    return PartOf(part, Shift(today, DAY, PUBLISHED))


@rule("{yesterday} {part}", "{part} {yesterday}", examples={"It began yesterday evening.": "2025-02-10TEV"})
def yesterday_part(yesterday: int, part: str) -> Meaning:
    """Read a part of yesterday."""
    return PartOf(part, Shift(yesterday, DAY, PUBLISHED))


@rule("{tomorrow} {part}", examples={"It begins tomorrow morning.": "2025-02-12TMO"})
def tomorrow_part(tomorrow: int, part: str) -> Meaning:
    """Read a part of tomorrow."""
    return PartOf(part, Shift(tomorrow, DAY, PUBLISHED))

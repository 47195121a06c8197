"""Lengths as messages write them: "1h30m", "2 hrs 20", "3 more sleeps", "30 mins ago"."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, SECOND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing, on_no_day, young
from timeline.languages.en.around.hours import minutes_left, no_more_than
from timeline.languages.en.around.lengths import no_age, no_comparison, no_days_before
from timeline.languages.en.around.match import all_of
from timeline.meaning import PUBLISHED, Length, Meaning, Shift

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


@rule("{tiny_length}", only=_CHAT, examples={"took 1h30m": "PT1H30M", "in 6mos": "P6M"})
def tiny_length(tiny_length: tuple[tuple[int, Granularity], ...]) -> Meaning | None:
    """Read a length whose units are single letters."""
    return Length(tiny_length) if len(tiny_length) > 1 or tiny_length[0][1] is MONTH else None


@rule(
    "{whole:count} {unit} [and] {count}",
    "{a} {unit} [and] {count}",
    when=all_of(no_more_than, counts_nothing),
    only=_CHAT,
    examples={"took 2 hrs 20 door to door": "PT2H20M", "walked an hour and ten": "PT1H10M"},
    not_=["queued 2 hours 20 people deep", "2 hours 15 to 20 people"],
)
def hours_and_minutes(unit: Granularity, count: float, whole: float = 1, a: int = 1) -> Meaning | None:  # noqa: ARG001
    """Read "2 hrs 20", which leaves out the word for minutes."""
    minutes = 5 <= count < 60 and count % 5 == 0 and whole % 1 == 0
    return Length(((whole, HOUR), (count, MINUTE))) if unit is HOUR and minutes else None


@rule(
    "{count} [more] (sleeps|nights)",
    "{count} more (sleep|night)",
    when=no_days_before,
    only=_CHAT,
    examples={"3 more sleeps til Bali": "P3D", "camping for 2 nites": "P2D"},
    not_=["7 days 6 nights"],
)
def nights_long(count: float) -> Meaning | None:
    """Read nights counted as days; "sleeps" count what is left."""
    return Length(((count, DAY),)) if float(count).is_integer() else None


@rule(
    "<in> {count}",
    when=minutes_left,
    only=_CHAT,
    examples={"be there in 20": "PT20M", "call starts in 5, brb": "PT5M"},
    not_=["2 in 10 people", "back in 5 years time", "born in 10"],
)
def minutes_to_go(count: float) -> Meaning | None:
    """Read "there in 20" as minutes."""
    return Length(((count, MINUTE),)) if count in (5, 10, 15, 20, 30, 45) else None


@rule("{tiny_length} ago", only=_CHAT, examples={"posted 3d ago": "2025-02-08"})
def tiny_length_ago(tiny_length: tuple[tuple[int, Granularity], ...]) -> Meaning:
    """Step back by a length whose unit is a single letter."""
    number, unit = tiny_length[0]
    return _TODAY if unit is MINUTE else Shift(-number, unit, PUBLISHED)


@rule(
    "[{approx}] {count:count} {unit} ago",
    "[{approx}] {a} {unit} ago",
    only=_CHAT,
    examples={"30 mins ago i was asleep": "2025-02-11"},
)
def minutes_ago(unit: Granularity, count: float = 1, a: int = 1, approx: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Step back by minutes; where the hour of a message is not known, that is today."""
    return _TODAY if unit is SECOND else Shift(-int(count), unit, PUBLISHED) if unit is MINUTE else None


@rule(
    "<{approx}> {count} {unit}",
    when=all_of(no_comparison, no_age),
    only=_CHAT,
    examples={"almost 2 hrs now": "PT2H", "its close to 3 weeks": "P3W"},
)
def about_so_long(approx: str, count: float, unit: Granularity) -> Meaning | None:
    """Read a counted length behind "almost": messages say the word of the happening rather than of the length."""
    return None if float(count) % 1 == 0.5 else Length(((count, unit),), mod=approx)


@rule(
    "[{approx}] {count:count} {unit} <later|on>",
    "{a:a} {unit} <later>",
    when=on_no_day,
    only=_CHAT,
    examples={"10 years later and still here": "P10Y", "10 yrs on": "P10Y"},
)
def length_later(unit: Granularity, count: float = 1, approx: str | None = None, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "10 years later" as a length: a message seldom says since when, and it is not 10 years from now."""
    return Length(((count, unit),), mod=approx)


@rule(
    "[{approx}] {count:count} {unit} <away>",
    "{a:a} {unit} <away>",
    only=_CHAT,
    examples={"im only 5 mins away": "PT5M", "she lives an hour away": "PT1H"},
    not_=["xmas is 2 weeks away"],
)
def way_off(unit: Granularity, count: float = 1, approx: str | None = None, a: int = 1) -> Meaning | None:  # noqa: ARG001
    """Read "5 mins away" as a length: it says how far rather than when."""
    return Length(((count, unit),), mod=approx) if unit in (MINUTE, HOUR) else None


@rule(
    "{count} {unit} old",
    when=young,
    only=_CHAT,
    examples={"our pup is 16 days old": "P16D"},
    not_=["he is 21 years old"],
)
def young_age(count: float, unit: Granularity) -> Meaning | None:
    """Read an age of less than years as a length; who is years old is not dated by it."""
    return Length(((count, unit),)) if unit < YEAR else None

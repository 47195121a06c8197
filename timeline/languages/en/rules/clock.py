"""Times of day: clock times, noon and midnight, parts of the day."""

from __future__ import annotations

from timeline.calendar import DAY
from timeline.grammar.rule import Place, rule
from timeline.languages.en.conditions import after, before
from timeline.meaning import STORY, Clock, Meaning, PartOf, Shift

DAY_OF_STORY = Shift(0, DAY, STORY)
Time = tuple[int, int, int | None]


def _hour(hour: int, ampm: str | None) -> int | None:
    if ampm is None:
        return hour
    if not 1 <= hour <= 12:
        return hour if 12 < hour <= 24 and ampm == "pm" else None
    return hour % 12 + (12 if ampm == "pm" else 0)


def _no_score(place: Place) -> str | None:
    """Refuse figures that are a score or a ratio: "a 3:2 win", verses: "John 3:16"."""
    left = before(place, 14)
    if any(left.endswith(word) for word in ("ratio of ", "verse ", "psalm ", "luke ", "john ", "mark ", "matthew ", "genesis ", "exodus ")):
        return "a verse or a ratio, not a time"
    word = place.folded[place.start : place.end]
    if word[:1].isdigit() and "m" not in word and not word.startswith("0") and len(word) <= 4 and after(place, 8).startswith((" win", " loss", " lead", " odds", " defeat", " aspect")):
        return "a score, not a time"
    return None


@rule(
    "{clock} [{ampm}] [{zone}]", "{clock} [{ampm}] lparen {zone}", "{clock} (hours|hrs) [{zone}]", "{clock} [{ampm}] [{zone}] in the {part:morning_word}",
    when=_no_score, examples={"at 10:35 a.m.": "2025-02-11T10:35", "at 20:15": "2025-02-11T20:15"},
)
def clock_time(clock: Time, ampm: str | None = None, zone: str | None = None, part: str | None = None) -> Meaning | None:
    """Read a clock time with minutes."""
    hour = _hour(clock[0], ampm or part)
    return None if hour is None else Clock(hour, clock[1], clock[2], zone, DAY_OF_STORY)


@rule("{hour} {ampm} [{zone}]", "{hour} o'clock", "{hour} o'clock in the {part:morning_word}", "{hour} in the {part:morning_word}", examples={"at 8 p.m. EST": "2025-02-11T20:00"})
def hour_time(hour: int, ampm: str | None = None, zone: str | None = None, part: str | None = None) -> Meaning | None:
    """Read a clock time of a full hour."""
    full = _hour(hour, ampm or part)
    return None if full is None else Clock(full, 0, None, zone, DAY_OF_STORY)


@rule("{military} (hours|hrs) [{zone}]", "{military} {zone:world_zone}", examples={"at 0530 hours": "2025-02-11T05:30"})
def military_time(military: tuple[int, int], zone: str | None = None) -> Meaning:
    """Read four digits as a time of day where they say they are."""
    return Clock(military[0], military[1], None, zone, DAY_OF_STORY)


@rule("half past {hour}", "half past {hour} in the {part:morning_word}", examples={"at half past nine in the evening": "2025-02-11T21:30"})
def half_past(hour: int, part: str | None = None) -> Meaning | None:
    """Read half past an hour."""
    full = _hour(hour, part)
    return None if full is None else Clock(full, 30, None, None, DAY_OF_STORY)


@rule("[a] quarter past {hour}")
def quarter_past(hour: int) -> Meaning:
    """Read a quarter past an hour."""
    return Clock(hour, 15, None, None, DAY_OF_STORY)


@rule("{noon}", examples={"at noon": "2025-02-11T12:00"})
def noon(noon: int) -> Meaning:
    """Read noon."""
    return Clock(noon, 0, None, None, DAY_OF_STORY)


@rule("{midnight}", examples={"until midnight": "2025-02-11T24:00"})
def midnight(midnight: int) -> Meaning:  # noqa: ARG001
    """Read midnight: the end of the day."""
    return Clock(24, 0, None, None, DAY_OF_STORY)


@rule("<in|during|by|of|all|through|throughout|for|early|late> the {part}", "the {part}", "[the] (early|late|mid) {part}", "[the] early {part} hours", "{part_alone}")
def part_alone(part: str = "", part_alone: str = "") -> Meaning:
    """Read a part of the day the story stands at."""
    return PartOf(part or part_alone, DAY_OF_STORY)


@rule("<at> {part:night_word}")
def at_night(part: str) -> Meaning:
    """Read the night of the day the story stands at."""
    return PartOf(part, DAY_OF_STORY)

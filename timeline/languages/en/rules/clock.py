"""Times of day: clock times, noon and midnight."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.clock_figures import no_ministers, no_score
from timeline.languages.en.around.match import no_name
from timeline.languages.numeric import Figures
from timeline.meaning import PUBLISHED, STORY, Clock, Meaning, Range, Shift

DAY_OF_STORY = Shift(0, DAY, STORY)


def _hour(hour: int, ampm: str | None) -> int | None:
    if ampm is None:
        return hour
    if not 1 <= hour <= 12:
        return hour if 12 < hour <= 24 and ampm == "pm" else None
    return hour % 12 + (12 if ampm == "pm" else 0)


def time_of(hour: int, minute: int | None, ampm: str | None, of: Meaning = DAY_OF_STORY) -> Clock | None:
    """Give a time of day, whose half is open where nothing says it."""
    full = _hour(hour, ampm)
    return None if full is None else Clock(full, minute, None, None, of, either=ampm is None and 1 <= hour <= 12)


# ---- the clock ----


@rule(
    "{clock} [{ampm}] [{zone}]",
    "{clock} [{ampm}] lparen {zone}",
    "{clock} (hours|hrs) [{zone}]",
    "{clock} [{ampm}] [{zone}] in the {part:morning_word}",
    "{clock} at {part:morning_word}",
    "{clock} sharp",
    when=no_score,
    examples={"at 10:35 a.m.": "2025-02-11T10:35", "at 20:15": "2025-02-11T20:15", "at 7.30am": "2025-02-11T07:30"},
    not_=["a scale of 1:50", "John 3:16"],
)
def clock_time(
    clock: Figures, ampm: str | None = None, zone: str | None = None, part: str | None = None
) -> Meaning | None:
    """Read a clock time with minutes."""
    hour = _hour(clock[0], ampm or part)
    unsaid = clock.either and not (ampm or part)
    return None if hour is None else Clock(hour, clock.minute, clock.second, zone, DAY_OF_STORY, unsaid)


@rule(
    "{hour} {ampm} [{zone}]",
    "{hour} o'clock",
    "{hour} o'clock (in the|at) {part:morning_word}",
    "{hour} in the {part:morning_word}",
    "{hour} at {part:morning_word}",
    "{hour} {ampm} in the {part:morning_word}",
    when=no_ministers,
    examples={"at 8 p.m. EST": "2025-02-11T20:00", "at 3 in the morning": "2025-02-11T03:00"},
    not_=["The 2 P-M aides resigned."],
)
def hour_time(hour: int, ampm: str | None = None, zone: str | None = None, part: str | None = None) -> Meaning | None:
    """Read a clock time of a full hour."""
    full = _hour(hour, ampm or part)
    either = 1 <= hour <= 12 and not (ampm or part)
    return None if full is None else Clock(full, 0, None, zone, DAY_OF_STORY, either=either)


@rule(
    "{a:hour} <-|to|until|till> {b:hour} {ampm} [{zone}]",
    "<from> {a:hour} <to|until|till|-> {b:hour} {ampm} [{zone}]",
    "<between> {a:hour} <and> {b:hour} {ampm} [{zone}]",
)
def hours_from_to(a: int, b: int, ampm: str, zone: str | None = None) -> Range | None:
    """Read "2-4 pm": the half of the day is said once; "10-2 pm" begins before noon, "10-6 am" in the evening."""
    hours = hours_of(a, b, ampm, zone)
    return Range(*hours) if hours else None


def hours_of(a: int, b: int, ampm: str, zone: str | None = None) -> tuple[Clock, Clock] | None:
    """Give both ends of "2-4 pm"."""
    last = _hour(b, ampm)
    first = _hour(a, ampm)
    if last is None or first is None:
        return None
    if first > last:
        first += 12 if first < 12 else -12
    return Clock(first, 0, None, zone, DAY_OF_STORY), Clock(last, 0, None, zone, DAY_OF_STORY)


@rule(
    "{a:clock} <-|to|until|till> {b:clock} {ampm} [{zone}]",
    "{a:clock} <-|to|until|till> {hour} {ampm} [{zone}]",
    "{a_hour:hour} <-|to|until|till> {b:clock} {ampm} [{zone}]",
    "<from> {a:clock} <to|until|till|-> {b:clock} {ampm} [{zone}]",
    "<from> {a:clock} <to|until|till|-> {hour} {ampm} [{zone}]",
    "<from> {a_hour:hour} <to|until|till|-> {b:clock} {ampm} [{zone}]",
)
def clocks_from_to(
    ampm: str,
    a: Figures | None = None,
    b: Figures | None = None,
    a_hour: int = 0,
    hour: int = 0,
    zone: str | None = None,
) -> Range | None:
    """Read "7:30-9 pm" like "2-4 pm"."""
    first, last = a or Figures(a_hour, 0), b or Figures(hour, 0)
    if not 1 <= first[0] <= 12 or (hours := hours_of(first[0], last[0], ampm, zone)) is None:
        return None
    return Range(replace(hours[0], minute=first[1]), replace(hours[1], minute=last[1]))


@rule(
    "{hour} {tomorrow} {part:morning_word}",
    examples={"at 8 tomorrow morning": "2025-02-12T08:00"},
)
def hour_tomorrow(hour: int, tomorrow: int, part: str) -> Meaning | None:
    """Read an hour whose half of the day is told by the part of tomorrow."""
    return time_of(hour, 0, part, Shift(tomorrow, DAY, PUBLISHED))


@rule("{hour} {yesterday} {part:morning_word}", examples={"at 8 yesterday morning": "2025-02-10T08:00"})
def hour_yesterday(hour: int, yesterday: int, part: str) -> Meaning | None:
    """Read an hour whose half of the day is told by the part of yesterday."""
    return time_of(hour, 0, part, Shift(yesterday, DAY, PUBLISHED))


@rule("{hour} this {part:morning_word}", examples={"at 8 this evening": "2025-02-11T20:00"})
def hour_this_part(hour: int, part: str) -> Meaning | None:
    """Read an hour whose half of the day is told by the part of today."""
    return time_of(hour, 0, part, Shift(0, DAY, PUBLISHED))


@rule("{military} (hours|hrs) [{zone}]", "{military} {zone:world_zone}", examples={"at 0530 hours": "2025-02-11T05:30"})
def military_time(military: tuple[int, int], zone: str | None = None) -> Meaning:
    """Read four digits as a time of day where they say they are."""
    return Clock(military[0], military[1], None, zone, DAY_OF_STORY)


@rule(
    "half past {hour}",
    "half past {hour} in the {part:morning_word}",
    examples={"at half past nine in the evening": "2025-02-11T21:30"},
)
def half_past(hour: int, part: str | None = None) -> Meaning | None:
    """Read half past an hour."""
    return time_of(hour, 30, part)


@rule(
    "[a] quarter past {hour}",
    "[a] quarter past {hour} in the {part:morning_word}",
    examples={"at a quarter past nine": "2025-02-11T09:15"},
)
def quarter_past(hour: int, part: str | None = None) -> Meaning | None:
    """Read a quarter past an hour."""
    return time_of(hour, 15, part)


@rule("[a] quarter to {hour}", examples={"at a quarter to nine": "2025-02-11T08:45"})
def quarter_to(hour: int) -> Meaning | None:
    """Read a quarter before an hour."""
    return time_of(hour - 1 or 12, 45, None) if 1 <= hour <= 12 else None


@rule(
    "{minutes:count} [minutes] past {hour}",
    "{minutes:count} [minutes] past {hour} in the {part:morning_word}",
    "{minutes:count} minutes after {hour} in the {part:morning_word}",
    when=no_score,
    examples={"at ten past one in the morning": "2025-02-11T01:10", "at five past six": "2025-02-11T06:05"},
    not_=["She walked two miles past ten houses."],
)
def minutes_past(minutes: float, hour: int, part: str | None = None) -> Meaning | None:
    """Read so many minutes past an hour."""
    return time_of(hour, int(minutes), part) if _minutes(minutes, hour) else None


@rule(
    "{minutes:count} minutes (to|before) {hour}",
    "{minutes:count} [minutes] to {hour} in the {part:morning_word}",
    "{minutes:count} [minutes] to {hour} o'clock",
    examples={"at five minutes to six": "2025-02-11T05:55", "at ten to nine in the evening": "2025-02-11T20:50"},
    not_=["at ten minutes to sixty"],
)
def minutes_to(minutes: float, hour: int, part: str | None = None) -> Meaning | None:
    """Read so many minutes before an hour."""
    full = _hour(hour, part) if _minutes(minutes, hour) else None
    return None if full is None else Clock((full or 24) - 1, 60 - int(minutes), None, None, DAY_OF_STORY, not part)


@rule(
    "{minutes:count} [minutes] (to|before) {twelve:noon}",
    "{minutes:count} [minutes] (to|before) {twelve:midnight}",
    examples={"at three minutes to midnight": "2025-02-11T23:57"},
)
def minutes_to_twelve(minutes: float, twelve: int) -> Meaning | None:
    """Read so many minutes before noon or midnight."""
    if not _minutes(minutes, 12):
        return None
    return Clock((twelve or 24) - 1, 60 - int(minutes), None, None, DAY_OF_STORY)


def _minutes(minutes: float, hour: int) -> bool:
    return minutes % 1 == 0 and 1 <= minutes < 60 and 1 <= hour <= 12


@rule("{noon}", "12 {noon}", when=no_name, examples={"at noon": "2025-02-11T12:00"}, not_=["Judge Noon adjourned."])
def noon(noon: int) -> Meaning:
    """Read noon."""
    return Clock(noon, 0, None, None, DAY_OF_STORY)


@rule(
    "<after|past> {midnight}",
    only=("news",),
    when=no_name,
    examples={"It sank well after midnight.": "2025-02-11T00:00"},
)
def after_midnight(midnight: int) -> Meaning:
    """Read "after midnight" in news as the beginning of the day it tells of."""
    return Clock(midnight, 0, None, None, DAY_OF_STORY)


@rule(
    "{midnight}",
    "12 {midnight}",
    when=no_name,
    examples={"until midnight": "2025-02-11T24:00"},
    not_=["Midnight Oil played."],
)
def midnight(midnight: int) -> Meaning:  # noqa: ARG001
    """Read midnight: the end of the day."""
    return Clock(24, 0, None, None, DAY_OF_STORY)

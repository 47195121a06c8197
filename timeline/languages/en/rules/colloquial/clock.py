"""Clock times that messages write without a sign: "@ 4", "half five", "til 7.45", "doors 7"."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing
from timeline.languages.en.around.hours import (
    at_work,
    departs,
    doors_before,
    half_of_hour,
    hour_follows,
    hours_listed,
    hours_told,
    label_before,
    open_late,
)
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.numeric import Figures
from timeline.meaning import PUBLISHED, Clock, Meaning, Range, Several, Shift, Spot, SpotKind

_CHAT = ("colloquial",)
_FIVES = (5, 10, 20, 25)


def _clock(hour: int, minute: int = 0) -> Clock | None:
    return Clock(hour, minute, None, None, DAY_OF_STORY, hour <= 12) if 1 <= hour < 24 else None


@rule(
    "{hour}",
    when=all_of(hour_follows, counts_nothing),
    only=_CHAT,
    examples={"pub @ 4": "2025-02-11T16:00", "woke up at 6": "2025-02-11T06:00", "shut til 12": "2025-02-11T12:00"},
    not_=["lost by 5", "stuck at 3 goals", "from 5 to 10 people", "at 30"],
)
def bare_hour_of_day(hour: int) -> Meaning | None:
    """Read a bare number behind "at" or its like as an hour."""
    return _clock(hour) if hour <= 12 else None


@rule(
    "{dotted_clock}",
    when=all_of(hour_follows, counts_nothing),
    only=_CHAT,
    examples={"train at 1.15": "2025-02-11T13:15", "meeting at 9.30, ugh": "2025-02-11T09:30"},
    not_=["sold at 1.15 euros", "up by 2.30"],
)
def dotted_time(dotted_clock: Figures) -> Meaning | None:
    """Read figures with a stop behind "at" or its like as a time of day."""
    return _clock(dotted_clock.hour, dotted_clock.minute)


@rule(
    "{a:dotted_clock} <-|to|til|till|until> {b:dotted_clock}",
    when=all_of(hours_told, counts_nothing),
    only=_CHAT,
    not_=["GPA went 3.00 to 3.45", "odds of 2.15 to 4.30", "paid 3.15 to 4.30 for lunch", "GBP 9.00 - 12.30"],
)
def dotted_times(a: Figures, b: Figures) -> Range | None:
    """Read "10.30-3.30" as two times of day, when both are of quarters of an hour."""
    first, last = _clock(a.hour, a.minute), _clock(b.hour, b.minute)
    quarters = a.minute % 15 == 0 and b.minute % 15 == 0
    return Range(first, last) if first and last and quarters else None


@rule(
    "the {dotted_clock}",
    "the {clock}",
    when=departs,
    only=_CHAT,
    examples={
        "missed the 7.52 again": "2025-02-11T07:52",
        "gonna get the 5:15": "2025-02-11T17:15",
        "missed the 6.15 am train": "2025-02-11T06:15",
    },
    not_=["the 2.30 score", "at the 4.50 mark"],
)
def departure(dotted_clock: Figures | None = None, clock: Figures | None = None) -> Meaning | None:
    """Read a train, a bus or a race by its time of day."""
    if clock and not clock.either:
        return Clock(clock.hour, clock.minute, None, None, DAY_OF_STORY)
    figures = dotted_clock or clock
    return _clock(figures.hour, figures.minute) if figures else None


@rule(
    "<at|by|till|until|around> {a:hour} <and|or|/|&> {b:hour}",
    when=counts_nothing,
    only=_CHAT,
    not_=["at 3 and 5 km"],
)
def two_hours(a: int, b: int) -> Several | None:
    """Read two bare hours, of which only the first has a preposition."""
    first, last = _clock(a), _clock(b)
    return Several((first, last)) if first and last and max(a, b) <= 12 else None


@rule(
    "<at|by|around> {a:hour} <,> {b:hour} <[,] (and|or|&)> {c:hour}",
    "<at|by|around> {a:hour} <,> {b:hour} <[,] (and|or|&)> half {half:hour}",
    when=counts_nothing,
    only=_CHAT,
)
def three_hours(a: int, b: int, c: int = 0, half: int = 0) -> Several | None:
    """Read three bare hours, of which only the first has a preposition."""
    hours = (_clock(a), _clock(b), _clock(half, 30) if half else _clock(c))
    return Several(tuple(each for each in hours if each)) if all(hours) and max(a, b, c, half) <= 12 else None


@rule(
    "{count} [minutes|mins|min] past {hour}",
    only=_CHAT,
    examples={"woke at 20 past 8": "2025-02-11T08:20"},
    not_=["2 past 5 of them"],
)
def minutes_past(count: float, hour: int) -> Meaning | None:
    """Read "20 past 8"."""
    return _clock(hour, int(count)) if count in _FIVES and hour <= 12 else None


@rule(
    "{count} (minutes|mins|min) to {hour}",
    "<at|by|until|@> {count} to {hour}",
    only=_CHAT,
    examples={"leave by ten to 4": "2025-02-11T15:50"},
    not_=["lost 3 to 4", "5 to 8 people"],
)
def minutes_to(count: float, hour: int) -> Meaning | None:
    """Read "ten to 4"."""
    return _clock(hour - 1 or 12, 60 - int(count)) if count in _FIVES and 1 <= hour <= 12 else None


@rule(
    "{a:hour} <-|to|until> {b:hour} [on] {weekday:weekday}",
    when=hours_listed,
    only=_CHAT,
    not_=["won 3-2 sunday"],
)
def hours_of_weekday(a: int, b: int, weekday: int) -> Range | None:
    """Read "party 2-4 sunday", whose day is that of both hours."""
    first, last = _clock(a), _clock(b)
    if not first or not last or max(a, b) > 12:
        return None
    day = Spot(SpotKind.WEEKDAY, weekday)
    return Range(replace(first, of=day), replace(last, of=day))


@rule(
    "{a:hour} <til|till|until> {b:hour}",
    when=all_of(hours_told, counts_nothing),
    only=_CHAT,
    not_=["read 10 til 12 pages", "kids aged 10 til 12", "we play 10 til 10"],
)
def hour_until_hour(a: int, b: int) -> Range | None:
    """Read "10 til 12", in which the small word makes both of them times of day."""
    first, last = _clock(a), _clock(b)
    return Range(first, last) if first and last and max(a, b) <= 12 else None


@rule("{hour} sharp", only=_CHAT, examples={"be there 6 sharp": "2025-02-11T18:00"}, not_=["25 sharp knives"])
def hour_sharp(hour: int) -> Meaning | None:
    """Read "6 sharp"."""
    return _clock(hour) if hour <= 12 else None


@rule("half {hour} in the {part:morning_word}", only=_CHAT, examples={"half 2 in the morning": "2025-02-11T02:30"})
def half_hour_of_part(hour: int, part: str) -> Meaning | None:
    """Read "half 2 in the morning"."""
    clock = _clock(hour, 30) if hour <= 12 else None
    return replace(clock, hour=hour % 12 + 12 * (part == "pm"), either=False) if clock else None


@rule(
    "{a:hour} <-|to|until> {b:hour}",
    "{a:hour} <-|to|until> {b:hour} {tomorrow:tomorrow}",
    when=all_of(at_work, counts_nothing),
    only=_CHAT,
    not_=["won 4-1", "open 3-2 up", "the match was open 3-1", "i read 4 to 5 books"],
)
def working_hours(a: int, b: int, tomorrow: int = 0) -> Range | None:
    """Read "work 4-11" as two hours: one at work is there by day unless the hours go on into the evening."""
    first, last = _clock(a), _clock(b)
    if not first or not last or max(a, b) > 12 or a == b:
        return None
    if b < a < _EARLIEST and not tomorrow:
        return None  # "open 3-1"
    of = Shift(tomorrow, DAY, PUBLISHED) if tomorrow else DAY_OF_STORY
    by_noon = _FIRST_AT_WORK <= a < b  # "class 9 to 11"
    late = a < min(b, _FIRST_AT_WORK)  # "work 4-11"
    first = replace(first, of=of, hour=a + 12 if late else a, either=False)
    return Range(first, replace(last, of=of, hour=b if by_noon else b % 12 + 12, either=False))


_FIRST_AT_WORK = 7
_EARLIEST = 6  # work that begins before it is no work of the day


@rule(
    "<until> {hour} {ampm}",
    "<until> {clock} {ampm}",
    when=open_late,
    only=_CHAT,
    examples={"we r open until 2am, swing by": "2025-02-12T02:00", "party til 1:30am with DJ Foo": "2025-02-12T01:30"},
    not_=["was open until 2am", "party until 9pm", "open until 2am every sat", "up til 3am"],
)
def small_hour_to_come(ampm: str, hour: int = 0, clock: Figures | None = None) -> Meaning | None:
    """Read the small hour until which a place is open as one of the night that begins today."""
    hour, minute = (clock.hour, clock.minute) if clock else (hour, 0)
    small = ampm == "am" and hour % 12 < _SMALL
    return Clock(hour % 12, minute, None, None, Shift(1, DAY, PUBLISHED)) if small and hour <= 12 else None


_SMALL = 5


@rule(
    "half {hour}",
    when=half_of_hour,
    only=_CHAT,
    examples={
        "pub at half five": "2025-02-11T17:30",
        "call half 10": "2025-02-11T10:30",
        "at half 3 wish me luck": "2025-02-11T15:30",
    },
    not_=["and a half two", "half 3 pizzas", "first half 2 nil"],
)
def half_hour(hour: int) -> Meaning | None:
    """Read "half five" as half past."""
    return _clock(hour, 30) if hour <= 12 else None


@rule(
    "{hour:hour}",
    "{dotted_clock:dotted_clock}",
    when=all_of(label_before, counts_nothing),
    only=_CHAT,
    examples={"doors 7, free entry": "2025-02-11T19:00", "doors 7.30": "2025-02-11T19:30"},
    not_=["start 3 new books"],
)
def labelled_time(hour: int = 0, dotted_clock: Figures | None = None) -> Meaning | None:
    """Read an hour behind the name of what begins then."""
    return _clock(dotted_clock.hour, dotted_clock.minute) if dotted_clock else _clock(hour) if hour <= 12 else None


@rule(
    "{label:military}",
    when=all_of(doors_before, counts_nothing),
    only=_CHAT,
    examples={"doors 1930, free entry": "2025-02-11T19:30", "kick off 1945": "2025-02-11T19:45"},
    not_=["started 1930", "doors 1930 style", "show 1930"],
)
def labelled_four_figures(label: tuple[int, int]) -> Meaning:
    """Read four figures behind "doors" as a time of day."""
    return Clock(*label, None, None, DAY_OF_STORY)


@rule(
    "<from> {a:hour} <to|until|-> {b:hour}",
    "<from> {a_dotted:dotted_clock} <to|until|-> {b:hour}",
    "<from> {a:hour} <to|until|-> {b_dotted:dotted_clock}",
    "<from> {a_dotted:dotted_clock} <to|until|-> {b_dotted:dotted_clock}",
    when=counts_nothing,
    only=_CHAT,
    not_=["from 5 to 10 people"],
)
def bare_hours(
    a: int = 0, b: int = 0, a_dotted: Figures | None = None, b_dotted: Figures | None = None
) -> Range | None:
    """Read two bare hours as the ends of a stretch."""
    first = _clock(a_dotted.hour, a_dotted.minute) if a_dotted else _clock(a)
    last = _clock(b_dotted.hour, b_dotted.minute) if b_dotted else _clock(b)
    return Range(first, last) if first and last and first.hour <= 12 and last.hour <= 12 else None

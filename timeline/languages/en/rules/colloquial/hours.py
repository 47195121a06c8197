"""Hours as messages write them: "8p", "9ish", "at 530", "@ 8 est"."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import after_at, counts_nothing, in_capitals, letter_time
from timeline.languages.en.around.hours import hour_follows, no_lasting, no_measure
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY, hours_of
from timeline.meaning import PUBLISHED, Clock, Edge, Meaning, Range, Shift, Spot, SpotKind

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


_NIGHT_ENDS = 5  # the hour from which on nobody says that it is of tonight


@rule(
    "{a:hour} <-|to|until> {b:hour} {ampm} [on] {weekday}",
    "{a:hour} <-|to|until> {b:hour} {ampm} {day:tomorrow}",
    "{a:hour} <-|to|until> {b:hour} {ampm} {day:today}",
    "{a:hour} <-|to|until> {b:hour} {ampm} {day:yesterday}",
    "{a:hour} <-|to|until> {b:hour} {ampm} {tonight}",
    only=_CHAT,
)
def hours_on_day(
    a: int, b: int, ampm: str, weekday: int | None = None, day: int = 0, tonight: str = ""
) -> Range | None:  # fmt: skip
    """Read "8-10pm sat", whose day is that of both hours; "1-3am tonight" is of the day after."""
    hours = hours_of(a, b, ampm)
    if hours and tonight and hours[0].hour < _NIGHT_ENDS:
        day = 1
    of = Shift(day, DAY, PUBLISHED) if weekday is None else Spot(SpotKind.WEEKDAY, weekday)
    return Range(replace(hours[0], of=of), replace(hours[1], of=of)) if hours else None


@rule(
    "<at|@|from|until|by|before|after> {hour} {zone}",
    when=in_capitals,
    only=_CHAT,
    examples={"debate at 9 ET": "2025-02-11T09:00"},
    not_=["at 9 et al", "from 3 est customers"],
)
def hour_in_zone(hour: int, zone: str) -> Meaning | None:
    """Read "at 9 ET", an hour by its zone."""
    return Clock(hour, 0, None, zone, DAY_OF_STORY, either=True) if 1 <= hour <= 12 else None


@rule(
    "{hour} {zone:world_zone}",
    "{hour} (et|pt|ct)",
    when=all_of(hour_follows, counts_nothing),
    only=_CHAT,
    examples={"stream @ 8 est": "2025-02-11T08:00", "show at 9 pst, link in bio": "2025-02-11T21:00"},
    not_=["lost by 3 est", "at 30 est", "dinner for 8 et al"],
)
def hour_in_small_zone(hour: int, zone: str | None = None) -> Meaning | None:
    """Read "@ 8 est", a zone that is no word beside an hour, however it is written."""
    return Clock(hour, 0, None, zone, DAY_OF_STORY, either=True) if 1 <= hour <= 12 else None


@rule(
    "{weekday:weekday} [at|@] {hour} {zone:world_zone}",
    "{weekday:weekday} [at|@] {hour} (et|pt|ct)",
    only=_CHAT,
    examples={"game 1 thurs 9 et": "2025-02-13T21:00"},
)
def weekday_hour_in_zone(weekday: int, hour: int, zone: str | None = None) -> Meaning | None:
    """Read "thurs 9 et", an hour by its zone however it is written."""
    day = Spot(SpotKind.WEEKDAY, weekday)
    return Clock(hour, 0, None, zone, day, either=True) if 1 <= hour <= 12 else None


@rule(
    "{tonight} [at|@|,] {hour} {zone:world_zone}",
    "{tonight} [at|@|,] {hour} (et|pt|ct)",
    only=_CHAT,
    examples={"kicks off tonite 10 ET": "2025-02-11T22:00"},
)
def tonight_in_zone(tonight: str, hour: int, zone: str | None = None) -> Meaning | None:  # noqa: ARG001
    """Read "tonight 10 ET"."""
    return Clock(hour + 12 * (hour < 12), 0, None, zone, _TODAY) if 5 <= hour <= 12 else None


@rule("{letter_clock}", when=letter_time, only=_CHAT, examples={"doors at 8p": "2025-02-11T20:00"}, not_=["for 10p"])
def letter_time_of_day(letter_clock: tuple[int, int]) -> Meaning:
    """Read an hour with half a word for the half of the day."""
    return Clock(*letter_clock, None, None, DAY_OF_STORY)


@rule(
    "{about_clock}",
    when=counts_nothing,
    only=_CHAT,
    examples={"home by 9ish": "2025-02-11T09:00", "around 7pmish": "2025-02-11T19:00"},
)
def about_hour(about_clock: tuple[int, int]) -> Meaning:
    """Read "9ish"."""
    return Edge("APPROX", Clock(*about_clock, None, None, DAY_OF_STORY, 1 <= about_clock[0] <= 12))


@rule(
    "{about_clock} {tonight}",
    "{tonight} [at|around|@] {about_clock}",
    only=_CHAT,
    examples={"come over 8ish tonight": "2025-02-11T20:00"},
)
def about_hour_tonight(about_clock: tuple[int, int], tonight: str) -> Meaning:  # noqa: ARG001
    """Read "8ish tonight"."""
    hour, minute = about_clock
    return Edge("APPROX", Clock(hour + 12 if hour < 12 else hour, minute, None, None, DAY_OF_STORY))


@rule(
    "{short_clock}",
    when=all_of(after_at, counts_nothing),
    only=_CHAT,
    examples={"up at 530 for work": "2025-02-11T05:30"},
    not_=["bake at 350 degrees"],
)
def three_digit_time(short_clock: tuple[int, int]) -> Meaning:
    """Read "at 530" as a time of day."""
    return Clock(*short_clock, None, None, DAY_OF_STORY, either=True)


@rule(
    "<by|until|since|from|before|after> {military}",
    when=no_measure,
    only=_CHAT,
    examples={"due by 2359": "2025-02-11T23:59", "up since 0630": "2025-02-11T06:30"},
    not_=["since 1998", "by 2100"],
)
def military_in_chat(military: tuple[int, int]) -> Meaning | None:
    """Read "by 2359", where the figures can be no year of our time."""
    hour, minute = military
    return Clock(hour, minute, None, None, DAY_OF_STORY) if hour < 10 or (hour, minute) > (21, 0) else None


@rule(
    "<by|until|before|after|at|since> {military}",
    when=all_of(counts_nothing, no_measure, no_lasting),
    only=_CHAT,
    examples={"home by 1230": "2025-02-11T12:30", "till 1430, then home": "2025-02-11T14:30"},
    not_=["by 1750 people"],
)
def quarter_hour_in_chat(military: tuple[int, int]) -> Meaning | None:
    """Read "home by 1230" as a time of day: messages tell of hours, seldom of the thirteenth century."""
    hour, minute = military
    return Clock(hour, minute, None, None, DAY_OF_STORY) if hour < 15 and minute % 15 == 0 else None


@rule("{military} <-|to|til|till|until> {short_clock}", when=counts_nothing, only=_CHAT)
def military_to_short(military: tuple[int, int], short_clock: tuple[int, int]) -> Range:
    """Read "1130 to 130" as two times of day, whose halves are open."""
    ends = (Clock(*each, None, None, DAY_OF_STORY, either=each[0] <= 12) for each in (military, short_clock))
    return Range(*ends)


@rule(
    "{a:military} <-|to|til|till|until> {b:military}",
    when=counts_nothing,
    only=_CHAT,
    not_=["1939-1945", "1500-2000 words"],
)
def military_hours(a: tuple[int, int], b: tuple[int, int]) -> Range | None:
    """Read "1230-1315" as two times of day, unless both may be years of late."""
    if a >= b or (a >= (15, 0) and b < (21, 0)) or a[1] % 5 or b[1] % 5:
        return None
    return Range(*(Clock(*each, None, None, DAY_OF_STORY) for each in (a, b)))

"""Hours and lengths as messages write them: "8p", "9ish", "at 530", "1h30m", "30 mins ago"."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, SECOND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import after_at, counts_nothing, in_capitals, letter_time, on_no_day, young
from timeline.languages.en.around.hours import minutes_left, no_lasting, no_measure, no_more_than
from timeline.languages.en.around.lengths import no_age, no_comparison, no_days_before
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY, hours_of
from timeline.meaning import PUBLISHED, Clock, Edge, Length, Meaning, Range, Shift, Spot, SpotKind

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


_NIGHT_ENDS = 5  # the hour from which on nobody says that it is of tonight


# ---- hours ----


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


# ---- lengths ----


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

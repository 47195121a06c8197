"""What only messages say: bare parts of the day, bare units and seasons, a bare weekend, "rn", "on sat"."""

from __future__ import annotations

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, QUARTER, SECOND, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import chat_season, ends_there, right_at, tonight_in_short, written_small
from timeline.languages.en.around.chat_units import chat_unit, counted_in_chat, no_award, not_happy, numbers_day
from timeline.languages.en.around.figures import chat_year
from timeline.languages.en.around.lengths import not_fraction, not_split
from timeline.languages.en.around.match import all_of, no_compound
from timeline.languages.en.around.occasions import told_of
from timeline.languages.en.around.words import no_studio, not_of_date
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.en.rules.durations import one_of
from timeline.languages.numeric import fixed_year
from timeline.meaning import (
    PUBLISHED,
    Clock,
    Every,
    Length,
    Meaning,
    PartOf,
    Shift,
    Spot,
    SpotKind,
    Step,
    Vague,
    Within,
)

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


# ---- parts of the day ----


@rule("[the|an] {part}", "a {part}", "<good|gd> {part}", only=_CHAT, examples={"good morning all": "2025-02-11TMO"})
def bare_part(part: str) -> Meaning:
    """Read a bare part of the day as one of today."""
    return PartOf(part, _TODAY)


@rule(
    "tom {part}", when=written_small, only=_CHAT, examples={"flying tom morning": "2025-02-12TMO"}, not_=["Tom night"]
)
def tom_part(part: str) -> Meaning:
    """Read "tom morning", in which nobody is called Tom."""
    return PartOf(part, Shift(1, DAY, PUBLISHED))


@rule(
    "tn",
    when=tonight_in_short,
    only=_CHAT,
    examples={"who is out tn": "2025-02-11TNI"},
    not_=["live in Nashville, tn", "shows in TN this week", "love nashville tn", "moving to memphis tn next week"],
)
def short_tonight() -> Meaning:
    """Read "tn", written small, as tonight."""
    return PartOf("NI", _TODAY)


@rule("this {ampm}", only=_CHAT, examples={"flying this am": "2025-02-11TMO", "see u this pm": "2025-02-11TAF"})
def this_half(ampm: str) -> Meaning:
    """Read "this am" as this morning."""
    return PartOf("MO" if ampm == "am" else "AF", _TODAY)


@rule(
    "{weekday:weekday} {ampm}",
    "{tomorrow} {ampm}",
    "{yesterday} {ampm}",
    only=_CHAT,
    examples={"gym sat am": "2025-02-15TMO", "see u tmrw pm": "2025-02-12TAF"},
)
def half_of_day(ampm: str, weekday: int = 0, tomorrow: int = 0, yesterday: int = 0) -> Meaning:
    """Read "sat am" as the morning of that day."""
    away = tomorrow or yesterday
    return PartOf(
        "MO" if ampm == "am" else "AF", Shift(away, DAY, PUBLISHED) if away else Spot(SpotKind.WEEKDAY, weekday)
    )


@rule(
    "{weekday:weekday} eve",
    "{tomorrow} eve",
    "{yesterday} eve",
    only=_CHAT,
    examples={"pub sat eve?": "2025-02-15TEV", "free tomorrow eve": "2025-02-12TEV"},
    not_=["on the eve of battle"],
)
def eve_of_day(weekday: int = 0, tomorrow: int = 0, yesterday: int = 0) -> Meaning:
    """Read "sat eve" as the evening of that day."""
    away = tomorrow or yesterday
    return PartOf("EV", Shift(away, DAY, PUBLISHED) if away else Spot(SpotKind.WEEKDAY, weekday))


@rule("{midnight:midnight}", "12 {midnight}", only=_CHAT, examples={"at midnight": "2025-02-11T00:00"})
def chat_midnight(midnight: int) -> Meaning:
    """Read midnight as the hour that begins the day, as messages date it."""
    return Clock(midnight, 0, None, None, _TODAY)


@rule(
    "{midnight} {tonight}",
    "{tonight} [at|@|,] {midnight}",
    "<until|by|before> {midnight}",
    "<until|by|before> {midnight} {tonight}",
    only=_CHAT,
    examples={"ends midnight tonight": "2025-02-11T24:00", "open til midnight": "2025-02-11T24:00"},
)
def midnight_to_come(midnight: int, tonight: str = "") -> Meaning:  # noqa: ARG001
    """Read the midnight that ends the day, where the words around it tell."""
    return Clock(24, 0, None, None, _TODAY)


@rule("{military}", when=right_at, only=_CHAT, examples={"meet @ 1930": "2025-02-11T19:30"})
def four_digit_time(military: tuple[int, int]) -> Meaning | None:
    """Read "at 2250" as a time of day; "at 2014" is a year of our time."""
    hour, minute = military
    return None if hour == 20 and 10 < minute < 40 else Clock(hour, minute, None, None, DAY_OF_STORY)


# ---- units ----


@rule(
    "{a:a} {one_unit}",
    "{a} {short_unit}",
    when=all_of(not_split, not_fraction, no_compound),
    only=_CHAT,
    examples={"an apple a day": "P1D"},
)
def a_unit_in_chat(
    one_unit: Granularity | None = None,
    short_unit: Granularity | None = None,
    a: int = 1,  # noqa: ARG001
) -> Meaning | None:
    """Read "a day" as a length, though it may say how often."""
    return one_of(one_unit or short_unit)


@rule(
    "{every} (damn|damned|goddamn|freaking|freakin|frickin|fucking|fuckin|bloody|fkn|f) {unit}",
    only=_CHAT,
    examples={"every damn day": "P1D"},
)
def every_damn_unit(every: str, unit: Granularity) -> Meaning:
    """Read a set of units that is sworn at."""
    return Every(Length(((1, unit),)), quant=every)


@rule("{one_unit} and {a} half", only=_CHAT, examples={"year and a half of this": "P1.5Y"})
def unit_and_a_half(one_unit: Granularity, a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "year and a half", whose article is left out."""
    return Length(((1.5, one_unit),))


@rule("hour and {a} half", only=_CHAT, examples={"hour and a half in all": "PT1H30M"})
def hour_and_a_half(a: int = 1) -> Meaning:  # noqa: ARG001
    """Read "hour and a half", whose article is left out."""
    return Length(((1, HOUR), (30, MINUTE)))


@rule("hour", when=not_happy, only=_CHAT, examples={"at lunch hour": "PT1H"}, not_=["happy hour at joes"])
def bare_hour() -> Meaning:
    """Read a bare hour as a length."""
    return Length(((1, HOUR),))


@rule("{one_unit}", when=chat_unit, only=_CHAT, examples={"such a nice day": "P1D"}, not_=["like yr hair"])
def bare_unit(one_unit: Granularity) -> Meaning | None:
    """Read a bare unit as a length: "a very long day"."""
    return None if one_unit in (SECOND, QUARTER) else Length(((1, one_unit),))


@rule(
    "the {one_unit:one_unit}",
    when=all_of(no_compound, no_award, chat_unit),
    only=_CHAT,
    examples={"a swim to round off the week": "2025-W07"},
)
def the_unit(one_unit: Granularity) -> Meaning | None:
    """Read "the week" as the one that the message was written in."""
    return Shift(0, one_unit, PUBLISHED) if one_unit in (DAY, WEEK, MONTH, YEAR) else None


@rule("all day [and|n|,|&] all night", only=_CHAT, examples={"rain all day all night": "P1D"})
def day_and_night() -> Meaning:
    """Read "all day all night" as one day."""
    return Length(((1, DAY),))


@rule("[the] last day", "{ordinal} last day", only=_CHAT, examples={"last day of school": "2025-02-11"})
def last_day(ordinal: int = 1) -> Meaning:  # noqa: ARG001
    """Read "last day" as today, which is the last of something, and not as yesterday."""
    return _TODAY


@rule("{units:units}", "(those|these) {units}", when=counted_in_chat, only=_CHAT, examples={"i miss those days": "PXD"})
def bare_units_in_chat(units: Granularity) -> Meaning | None:
    """Read bare units as an uncounted length."""
    return None if units in (SECOND, QUARTER, WEEKEND) else Length(((None, units),))


@rule(
    "weekend",
    "the weekend",
    when=told_of,
    only=_CHAT,
    examples={"had such a fun weekend": "2025-W06-WE", "thanks for an amazing weekend": "2025-W06-WE"},
    not_=["weekendy"],
)
def weekend_told_of() -> Meaning:
    """Read a weekend that one had as the last one; on its own days it is that of this week."""
    return Step(-1, Spot(SpotKind.WEEKEND), Shift(2, DAY, PUBLISHED))


@rule("[the] weekend", only=_CHAT, examples={"enjoy your weekend": "2025-W07-WE"})
def bare_weekend() -> Meaning:
    """Read a bare weekend as the one of this week."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule("[the|this] (wkend|wknd)", only=_CHAT, examples={"no plans this wknd": "2025-W07-WE"})
def short_weekend() -> Meaning:
    """Read a weekend in short."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule(
    "[the] {ordinal} {one_unit}",
    when=all_of(not_of_date, no_studio),
    only=_CHAT,
    examples={"sad first day at school": "P1D", "the 2nd week of camp": "P1W"},
)
def nth_unit_in_chat(ordinal: int, one_unit: Granularity) -> Meaning:  # noqa: ARG001
    """Read "first day" of something as a day."""
    return Length(((1, one_unit),))


@rule(
    "day {count}",
    when=numbers_day,
    only=_CHAT,
    examples={"day 3 of camp": "P1D"},
    not_=["that day 2 years ago"],
)
def day_number(count: int) -> Meaning:  # noqa: ARG001
    """Read "day 3" of something as a day."""
    return Length(((1, DAY),))


# ---- dates ----


@rule("<on|by|till|til|until|since|come> {weekday}", only=_CHAT)
def small_weekday(weekday: int) -> Meaning:
    """Read "on sat", which elsewhere is a word when written small."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "<for|from|after|before> {weekday:weekday}",
    "<see (u|you|ya|yall|y'all)> {weekday:weekday}",
    "<(how|what) about> {weekday:weekday}",
    when=ends_there,
    only=_CHAT,
    examples={"who's up for sat?": "2025-02-15", "see u wed": "2025-02-12", "off from wed, yay": "2025-02-12"},
    not_=["cream for sun lovers", "for sun"],
)
def small_weekday_at_end(weekday: int) -> Meaning:
    """Read "up for sat?" where nothing goes on behind it."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "[the] {season:season}",
    when=chat_season,
    only=_CHAT,
    examples={"spring makeup picks": "2025-SP"},
    not_=["prices fall"],
)
def bare_season(season: int) -> Meaning:
    """Read a bare season as the one of this year."""
    return Within(Spot(SpotKind.SEASON, season), Shift(0, YEAR, PUBLISHED))


@rule(
    "{year:year}",
    when=chat_year,
    only=_CHAT,
    examples={"HARBOUR FEST 2014 with friends": "2014"},
    not_=["lost 1500 today"],
)
def name_year(year: int) -> Meaning:
    """Read a year of our time behind the name of what takes place in it."""
    return fixed_year(year)


@rule("{chat_now}", only=_CHAT, examples={"i need coffee rn": "PRESENT_REF"})
def chat_now(chat_now: str) -> Meaning:
    """Read a vague present as messages spell it."""
    return Vague(chat_now)

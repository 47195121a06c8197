"""What only messages say: bare parts of the day, bare seasons and years, "rn", "on sat"."""

from __future__ import annotations

from timeline.calendar import DAY, YEAR
from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing, ends_there, right_at, tonight_in_short, written_small
from timeline.languages.en.around.figures import chat_year
from timeline.languages.en.around.lengths import no_price
from timeline.languages.en.around.seasons import chat_season
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.numeric import fixed_year
from timeline.meaning import (
    PUBLISHED,
    Clock,
    Meaning,
    PartOf,
    Shift,
    Spot,
    SpotKind,
    Vague,
    Within,
)

_CHAT = ("colloquial",)
_TODAY = Shift(0, DAY, PUBLISHED)


# ---- parts of the day ----


@rule(
    "[the|an] {part}",
    "a {part}",
    "<good|gd> {part}",
    when=no_price,
    only=_CHAT,
    examples={"good morning all": "2025-02-11TMO", "what a night": "2025-02-11TNI"},
    not_=["rooms from £50 a night", "a hotel for 80 bucks a night lol"],
)
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


@rule(
    "this aft",
    only=_CHAT,
    examples={"winds picking up this aft": "2025-02-11TAF"},
    when=counts_nothing,
    not_=["this aft deck"],
)
def this_aft() -> Meaning:
    """Read "this aft" as this afternoon."""
    return PartOf("AF", _TODAY)


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


# ---- dates ----


@rule("<on|by|till|til|until|since|come> {weekday}", only=_CHAT)
def small_weekday(weekday: int) -> Meaning:
    """Read "on sat", which elsewhere is a word when written small."""
    return Spot(SpotKind.WEEKDAY, weekday)


@rule(
    "<for|from|after|before|was|is|its|it's> {weekday:weekday}",
    "<4> {weekday:weekday}",
    "<(moved|pushed|changed|switched|bumped|postponed|brought forward) to> {weekday:weekday}",
    "<see (u|you|ya|yall|y'all)> {weekday:weekday}",
    "<(how|what) about> {weekday:weekday}",
    when=ends_there,
    only=_CHAT,
    examples={"see u wed": "2025-02-12", "off from wed, yay": "2025-02-12"},
    not_=["cream for sun lovers", "for sun", "moved to mon repos"],
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

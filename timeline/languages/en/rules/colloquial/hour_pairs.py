"""Two hours that messages put side by side: "3-6p", "10:30-2", "10-12 noon", "8am-midnight"."""

from __future__ import annotations

from dataclasses import replace

from timeline.grammar.rule import rule
from timeline.languages.en.around.chat import counts_nothing
from timeline.languages.en.around.hours import hours_beside, not_verses
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY, hours_of
from timeline.languages.numeric import Figures
from timeline.meaning import Clock, Range, Spot, SpotKind

_CHAT = ("colloquial",)
_NOON = 12


@rule(
    "{a:letter_clock} <-|to|until> {b:letter_clock}",
    "{weekday:weekday} [,|at|@] {a:letter_clock} <-|to|until> {b:letter_clock}",
    only=_CHAT,
)
def letter_times(a: tuple[int, int], b: tuple[int, int], weekday: int | None = None) -> Range:
    """Read "10a-4p", "Sat 8a-1p"."""
    of = DAY_OF_STORY if weekday is None else Spot(SpotKind.WEEKDAY, weekday)
    return Range(Clock(*a, None, None, of), Clock(*b, None, None, of))


@rule(
    "{hour} <-|to|until> {letter_clock}",
    when=hours_beside,
    only=_CHAT,
    not_=["costs 3-6p each", "only 5-10p a go", "i got 2-3p left"],
)
def hour_to_letter_time(hour: int, letter_clock: tuple[int, int]) -> Range | None:
    """Read "3-6p" like "3-6 pm"."""
    last, minute = letter_clock
    hours = hours_of(hour, last % 12 or 12, "pm" if last >= _NOON else "am") if 1 <= hour <= 12 else None
    return Range(hours[0], replace(hours[1], minute=minute)) if hours else None


@rule(
    "{clock} <-|to|until> {b:hour}",
    "{a:hour} <-|to|until> {clock}",
    when=all_of(counts_nothing, not_verses, hours_beside),
    only=_CHAT,
    not_=["John 3:15-10", "won 10:30-2 on aggregate", "ratio 1-2:30", "score was 5 to 1:30"],
)
def clock_and_hour(clock: Figures, a: int = 0, b: int = 0) -> Range | None:
    """Read "10:30-2" and "9-12:30", in which the minutes of one make both of them times of day."""
    if not clock.either or clock.minute % 5 or not 1 <= (a or b) <= 12:
        return None
    timed, bare = (
        Clock(hour, minute, None, None, DAY_OF_STORY, either=True)
        for hour, minute in ((clock.hour, clock.minute), (a or b, 0))
    )
    return Range(bare, timed) if a else Range(timed, bare)


@rule("{hour} <-|to|til|till|until> {noon}", "{hour} <-|to|til|till|until> 12 {noon}", only=_CHAT)
def from_hour_to_noon(hour: int, noon: int) -> Range | None:
    """Read "10-12 noon"."""
    if not 1 <= hour < noon:
        return None
    return Range(Clock(hour, 0, None, None, DAY_OF_STORY), Clock(noon, 0, None, None, DAY_OF_STORY))


@rule("{hour} {ampm} <-|to|til|till|until> {midnight}", only=_CHAT)
def from_hour_to_midnight(hour: int, ampm: str, midnight: int) -> Range | None:  # noqa: ARG001
    """Read "8am-midnight", which ends with the day."""
    if not 1 <= hour <= 12:
        return None
    begun = Clock(hour % 12 + 12 * (ampm == "pm"), 0, None, None, DAY_OF_STORY)
    return Range(begun, Clock(24, 0, None, None, DAY_OF_STORY))

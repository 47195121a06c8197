"""Days in messages that are to come or over whatever the tense of the verb is: "bought a dress for saturday"."""

from __future__ import annotations

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.plans import is_over, lasted, longed_for, month_to_come, to_come, told_of_its_day
from timeline.meaning import PUBLISHED, Meaning, PartOf, Shift, Spot, SpotKind, Step

_CHAT = ("colloquial",)
_TOMORROW = Shift(1, DAY, PUBLISHED)


def _coming(weekday: int) -> Meaning:
    return Step(0, Spot(SpotKind.WEEKDAY, weekday), PUBLISHED)


def _latest(weekday: int) -> Meaning:
    return Step(-1, Spot(SpotKind.WEEKDAY, weekday), _TOMORROW)


@rule(
    "{planned:weekday}",
    "<on|for|about> {planned:weekday}",
    when=to_come,
    only=_CHAT,
    examples={
        "got a date Monday wish me luck": "2025-02-17",
        "got an exam on thurs": "2025-02-13",
        "2 tix left for sat": "2025-02-15",
        "bought a dress for Saturday": "2025-02-15",
        "so worried about friday": "2025-02-14",
        "she said she'd call friday": "2025-02-14",
        "forgot its my mums bday sunday": "2025-02-16",
    },
    not_=["thanks for Saturday", "she said she called friday", "cream for sun lovers"],
)
def planned_weekday(planned: int) -> Meaning:
    """Read the day of what one has to go to, or what something is for, as one to come."""
    return _coming(planned)


@rule(
    "{planned:weekday} {part}",
    "<on|for|about> {planned:weekday} {part}",
    when=to_come,
    only=_CHAT,
    examples={"got a gig friday night": "2025-02-14TNI", "bought a dress for saturday night": "2025-02-15TNI"},
)
def planned_part(planned: int, part: str) -> Meaning:
    """Read the evening of what one has to go to as one to come."""
    return PartOf(part, _coming(planned))


@rule(
    "<for> {planned:month}",
    when=month_to_come,
    only=_CHAT,
    examples={"got tickets for December!!": "2025-12", "booked a villa for july": "2025-07"},
    not_=["thanks for December"],
)
def planned_month(planned: int) -> Meaning:
    """Read the month that something is for as one to come."""
    return Step(0, Spot(SpotKind.MONTH, planned), PUBLISHED)


@rule(
    "{last:weekday}",
    "<on|for|about> {last:weekday}",
    when=is_over,
    only=_CHAT,
    examples={
        "Police appeal after robbery on High St on Thursday": "2025-02-06",
        "great win on Saturday lads": "2025-02-08",
        "thanks for coming Saturday": "2025-02-08",
        "sorry about saturday": "2025-02-08",
    },
    not_=["drinks after the game on Thursday", "a great chance to win on Saturday"],
)
def weekday_over(last: int) -> Meaning:
    """Read the day of what has been as the last one, though no verb is in the past."""
    return _latest(last)


@rule("{last:weekday} {part}", when=is_over, only=_CHAT, examples={"great result Saturday night": "2025-02-08TNI"})
def part_over(last: int, part: str) -> Meaning:
    """Read the evening of what has been as the last one."""
    return PartOf(part, _latest(last))


@rule(
    "{told:weekday}",
    when=told_of_its_day,
    only=_CHAT,
    examples={"a victim of Sunday's crash": "2025-02-09", "we raised £400 at Saturday's bake sale": "2025-02-08"},
    not_=["tickets for Saturday's bake sale"],
)
def weekday_told_of(told: int) -> Meaning:
    """Read the day of what befell, or of what is told in the past, as the last one."""
    return _latest(told)


@rule(
    "<back to> {last:month}",
    "<back to> {last_day:weekday}",
    "<back to> {last_day:weekday} {part}",
    when=longed_for,
    only=_CHAT,
    examples={
        "take me back to june": "2024-06",
        "take me back to December": "2024-12",
        "wish i could go back to saturday": "2025-02-08",
    },
    not_=["pushed back to june", "it goes back to monday"],
)
def longed_for_time(last: int = 0, last_day: int = 0, part: str = "") -> Meaning:
    """Read the month or day that one would go back to as the last one."""
    gone = Step(-1, Spot(SpotKind.MONTH, last) if last else Spot(SpotKind.WEEKDAY, last_day), PUBLISHED)
    return PartOf(part, gone) if part else gone


@rule(
    "all weekend",
    "[the] (whole|entire) weekend",
    when=lasted,
    only=_CHAT,
    examples={"it rained all weekend": "2025-W06-WE"},
    not_=["rain all weekend"],
)
def weekend_that_lasted() -> Meaning:
    """Read a weekend told in the past as the last one; on its own days it is that of this week."""
    return Step(-1, Spot(SpotKind.WEEKEND), Shift(2, DAY, PUBLISHED))

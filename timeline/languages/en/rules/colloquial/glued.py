"""Words that messages write as one, and figures of theirs alone: "lastnight", "#nextweek", "9/8c", "back in 09"."""

from __future__ import annotations

from timeline.calendar import DAY, YEAR, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.chat import year_of_then
from timeline.languages.en.around.slashes import nine_eleven
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.numeric import fixed_date
from timeline.meaning import PUBLISHED, Clock, Meaning, PartOf, Shift, ShortYear, Spot, SpotKind

_CHAT = ("colloquial",)
_NIGHT = "NI"


@rule("{glued_part}", only=_CHAT, examples={"lastnight was fun": "2025-02-10TNI", "#thismorning": "2025-02-11TMO"})
def glued_part(glued_part: tuple[int, str]) -> Meaning | None:
    """Read "lastnight"; there is no "lastmorning"."""
    step, part = glued_part
    return PartOf(part, Shift(step, DAY, PUBLISHED)) if step == 0 or (step < 0 and part == _NIGHT) else None


@rule("{glued_unit}", only=_CHAT, examples={"party #nextweek": "2025-W08", "#lastyear": "2024"})
def glued_unit(glued_unit: tuple[int, Granularity]) -> Meaning:
    """Read "nextweek"."""
    return Shift(*glued_unit, PUBLISHED)


@rule("{glued_day_part}", only=_CHAT, examples={"#fridaynight with the girls": "2025-02-14TNI"})
def glued_day_part(glued_day_part: tuple[int, str]) -> Meaning:
    """Read "fridaynight"."""
    return PartOf(glued_day_part[1], Spot(SpotKind.WEEKDAY, glued_day_part[0]))


@rule("{listed_hour}", only=_CHAT, examples={"new episode 9/8c": "2025-02-11T21:00"}, not_=["due 9/8"])
def listed_hour(listed_hour: int) -> Meaning:
    """Read the hour of a programme, which is one of the evening."""
    return Clock(listed_hour % 12 + 12, 0, None, None, DAY_OF_STORY)


def _nought_before(place: Place) -> str | None:
    """Keep to two figures of which the first is a nought."""
    return year_of_then(place) if place.text[place.start] == "0" else Unfit("may be a number of anything")


@rule("<in> {two_digits}", when=_nought_before, only=_CHAT, examples={"back in 09 lol": "2009"}, not_=["in 09 minutes"])
def year_with_nought(two_digits: int) -> Meaning:
    """Read "in 09" as a year."""
    return ShortYear(two_digits, YEAR)


@rule(
    "{attack:slash_day}", when=nine_eleven, only=_CHAT, examples={"never forget 9/11": "2001-09-11"}, not_=["on 9/11"]
)
def nine_eleven_day(attack: tuple[int, int]) -> Meaning | None:
    """Read "9/11" as the day of 2001 that is called so."""
    return fixed_date(2001, *attack)

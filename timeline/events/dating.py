"""The date of a clause and the rule that gave it."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from timeline.calendar import Interval, Period
from timeline.model import Timex


class Rule(Enum):
    """What gave a clause its date; the values say it in explanations, after the happening's word."""

    STATED = "has its own time"
    LEANS = "leans on what the article dated"
    APART = "is that long before or after what the article dated"
    SAME = "names again what the article dated"
    BESIDE = "has the date of the clause beside it"
    SAID = "was said then"
    SPOKEN = "was said on the day of the saying before"
    AROUND = "came shortly before or after the clause beside it"
    STORY = "goes on from what the article dated last"
    LEAD = "belongs to the news, dated where the article begins"
    BEFORE = "had happened before what the article dated"
    NOW = "is told in the present, with no date but that of publication"
    NEWS = "is told as news, with no date but that of publication"
    HEADING = "stands below that date"
    AHEAD = "lies ahead, and nothing says when"
    OPEN = "has no date, and nothing to go by"


class Dating(NamedTuple):
    """The date of a clause and what gave it.

    timexes  the words that date it, here or elsewhere; none when only the publish date does
    """

    timexes: tuple[Timex, ...]
    period: Period | None
    interval: Interval | None
    rule: Rule

    @property
    def basis(self) -> str | None:
        """Give the basis: stated, inherited, published; None when there is no date."""
        if self.rule is Rule.STATED:
            return "stated"
        if self.interval is None:
            return None
        return "inherited" if self.timexes else "published"

    @property
    def named(self) -> Period | None:
        """Give the period to write: its own, or the one its words name where it goes on from that or ends with it."""
        known = self.timexes[0] if len(self.timexes) == 1 else None
        if known is None or known.interval is None or self.interval is None or None not in self.interval:
            return self.period
        if self.rule is Rule.BEFORE:
            return None
        bound = self.interval.start == known.interval.start or self.interval.end == known.interval.end
        return known.period if bound else self.period


OPEN: Final = Dating((), None, None, Rule.OPEN)


def at_its_time(dating: Dating) -> Dating:
    """Take a date that is open at one end as the time its words name: what goes with "since 1957" was in 1957."""
    timex = dating.timexes[0] if len(dating.timexes) == 1 else None
    if timex is None or timex.period is None or dating.interval is None or None not in dating.interval:
        return dating
    return dating._replace(period=timex.period, interval=timex.interval)

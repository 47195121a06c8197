"""The date of a clause and the rule that gave it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from timeline.calendar import Interval, Period
from timeline.model import Timex


class Rule(Enum):
    """What carried a date to a clause; the values name it in explanations."""

    STATED = "stated"
    LEANS = "leans on a happening that was dated before"
    APART = "is so long after or before a happening that was dated"
    SAME = "tells again what was dated before"
    BESIDE = "is told in the same sentence"
    SPEECH = "is said on the day it was said"
    STORY = "goes on from the sentence before"
    LEAD = "goes on with the news of the day the article tells of"
    BEFORE = "had happened before the day it is told on"
    NOW = "is told in the present, as the publish date stands"
    NEWS = "is told as news, as the publish date stands"
    AHEAD = "lies ahead, and nothing says when"
    OPEN = "nothing tells when"


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


OPEN = Dating((), None, None, Rule.OPEN)

"""A date and the stretch of time told before it -> whether a history tells that stretch anew from its beginning."""

from __future__ import annotations

from typing import Final

from timeline.calendar import YEAR, Period, coarsen, first_day
from timeline.meaning import OF_A_YEAR, At, Shift, Spot
from timeline.model import Timex
from timeline.resolver.reading import SENTENCE_END, Surroundings
from timeline.resolver.spots import inside
from timeline.resolver.story import Story

_SOON, _LEAP = 100, 180  # days: what follows soon, what is too far ahead to follow
_YEARS: Final = 5  # that a happening may last whose beginning is told anew


def goes_on_from(spot: Spot, story: Story, near: Surroundings) -> bool:
    """Say whether a date follows soon where a story looked back to, and leaps from its line.

    "It ended in March 1940. Talks had begun on 5 October 1939. On 26 November shots fell."
    """
    here, there = _ahead(spot, story, near), _ahead(spot, story.line, near) if story.line else None
    return here is not None and there is not None and 0 <= here <= _SOON and there > _LEAP


def restarts(spot: Spot, near: Surroundings) -> Period | None:
    """Give the date that follows soon the beginning told in one sentence with an end from which it would leap.

    "It lasted from 21 October 1097 to 2 June 1098. In November a fleet came."
    """
    story, begun = near.story, near.story.begun
    ahead = _ahead(spot, story, near) if begun is not None else None
    if begun is None or ahead is None or ahead <= _LEAP // 2:
        return None
    found = inside(spot, Period(YEAR, coarsen(begun, YEAR).number), near.language.feasts)
    soon = found is not None and -_SOON // 3 <= first_day(found) - first_day(begun) <= _SOON
    return found if soon else None


def with_begun(story: Story, timex: Timex, near: Surroundings) -> Story:
    """Keep beside the date that the story came to the earlier one, of another year, of the same sentence.

    It is kept while what follows has a year of its own: "from 21 October 1097 to 2 June 1098, the second until 28
    June 1098".
    """
    before = near.story
    told, found = before.day or before.month, story.day or story.month
    if told is None or found is None or story.span == before.span:
        return story
    if before.begun is not None and isinstance(timex.mention.meaning, At) and before.year == story.year:
        return story._replace(begun=before.begun)
    lasted = coarsen(found, YEAR).number - coarsen(told, YEAR).number
    parted = before.span is None or SENTENCE_END.search(near.folded, before.span.end, near.span.start)
    if not 0 < lasted <= _YEARS or parted:
        return story
    if near.before and isinstance(near.before[-1].mention.meaning, Shift):
        return story  # "begun the following month, they ended on 19 March 1962": the story goes on from there
    return story._replace(begun=told)


def _ahead(spot: Spot, story: Story, near: Surroundings) -> int | None:
    """Count the days from where a story stands ahead to a spot of its year; None when it stands at no month."""
    stand = story.day or story.month
    if stand is None or story.year is None or spot.kind not in OF_A_YEAR:
        return None
    found = inside(spot, story.year, near.language.feasts)
    return None if found is None else first_day(found) - first_day(stand)

"""A spot said alone ("Friday", "May", "Christmas") and where it stands -> what it comes to."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, MONTH, YEAR, Interval, Period, coarsen, first_day
from timeline.meaning import OF_A_YEAR, Spot, SpotKind
from timeline.model import Domain, Span
from timeline.resolver.direction import choose, undecided
from timeline.resolver.in_story import spot_in_story
from timeline.resolver.pointer import NOWHERE, may_point_beyond
from timeline.resolver.reading import SENTENCE_END, Reading, Surroundings, date_reading, open_reading
from timeline.resolver.spots import Candidates, around, inside


def spot_reading(spot: Spot, near: Surroundings) -> Reading:
    """Choose which turn of a spot is meant: by the story in a history, else by the words around it."""
    if near.domain is Domain.NARRATIVE and near.story.year is not None:
        return spot_in_story(spot, near)
    if near.domain is Domain.NARRATIVE and near.story.last is None and spot.kind is not SpotKind.FEAST:
        return open_reading(spot, near)
    if spot.kind in OF_A_YEAR and (_continues_year(near) or _continues_month(spot, near)):
        return spot_in_story(spot, near)
    if spot.kind in _IN_HISTORY and _continues_history(spot, near):
        return spot_in_story(spot, near)
    day = near.origin.day
    found = around(spot, day.number, near.language.feasts) if day else None
    if day is None or found is None:
        return _fixed_feast(spot, near) or open_reading(spot, near)
    asks = undecided(spot.kind, found, day.number) and not _is_that_day(spot, found, near)
    pointer = near.pointer() if asks else NOWHERE
    period, direction = choose(spot.kind, found, day.number, pointer, near.domain)
    if _lies_off(spot, period, direction, day) and _of_told_year(near):
        return feast_width(spot_in_story(spot, near), spot, near)
    decisive = pointer.cue if direction != "same" and (pointer.sign > 0) == (direction == "future") else None
    return feast_width(date_reading(period, near.origin.anchor, direction, decisive), spot, near)


def _is_that_day(spot: Spot, found: Candidates, near: Surroundings) -> bool:
    same = found.same is not None and spot.kind is SpotKind.WEEKDAY
    return same and not may_point_beyond(near.folded, near.span, near.language)


def _continues_year(near: Surroundings) -> bool:
    """Say whether a year of the past told in the same sentence is that of a month: "In 1941 it lasted from 9 June"."""
    story = near.story
    if story.span is None or not story.is_year_before(near.span, near.origin.day):
        return False
    same = SENTENCE_END.search(near.folded, story.span.end, near.span.start) is None
    return same and near.pointer().sign <= 0


def _lies_off(spot: Spot, period: Period, direction: str, day: Period) -> bool:
    """Say whether the turn chosen is to come, or is a named day that news would no longer tell of."""
    if direction == "future":
        return spot.kind in OF_A_YEAR or spot.kind is SpotKind.FEAST
    return spot.kind is SpotKind.FEAST and first_day(period) < day.number - _RECENT


def _of_told_year(near: Surroundings) -> bool:
    """Say whether a sentence in the past has told its year: "Last year he was at home for Christmas"."""
    story, day = near.story, near.origin.day
    if story.span is None or story.last is None or story.last.granularity != YEAR or day is None:
        return False
    if not story.tells_nearby(near.span) or story.last.number >= coarsen(day, YEAR).number:
        return False
    if not _opens_sentence(story.span, near) or SENTENCE_END.search(near.folded, story.span.end, near.span.start):
        return False
    pointer = near.pointer()
    return pointer.sign < 0 and pointer.strict


def _opens_sentence(span: Span, near: Surroundings) -> bool:
    """Say whether a year opens its sentence, which it then dates: "this time last year", not "he retired in 2020"."""
    syntax, verbs = near.language.syntax, near.language.verbs
    opening = _CUT.split(near.folded[max(0, span.start - _NEAR) : span.start])[-1].split()
    others = set(opening) - (syntax.time_prepositions | syntax.determiners)
    return len(others) <= 1 and not any(word in syntax.open_end or "past" in verbs.tags(word) for word in others)


_CUT: Final = re.compile(r"[.!?\n\"“]")


def _continues_month(spot: Spot, near: Surroundings) -> bool:
    """Say whether a day is of the month of long ago told just before: "began in March 1889. On 14 March they ..."."""
    month, day = near.story.month, near.origin.day
    if month is None or day is None or near.story.span is None or near.story.year is None:
        return False
    if coarsen(month, YEAR).number >= coarsen(day, YEAR).number - 1 or near.span.start - near.story.span.end > _NEAR:
        return False
    found = inside(spot, near.story.year, near.language.feasts)
    if found is None or found.granularity > DAY or coarsen(found, MONTH) != month:
        return False
    turns = around(spot, day.number, near.language.feasts)
    far = turns is not None and turns.same is None and first_day(turns.before) < day.number - _RECENT
    return far and near.pointer().sign <= 0


def _continues_history(spot: Spot, near: Surroundings) -> bool:
    """Say whether a text that has told nothing but the long past goes on there: "In April 1797 ... On 7 May"."""
    day, story, told = near.origin.day, near.story, near.before
    stand = story.day or story.month or story.around
    if day is None or stand is None or story.span is None or near.span.start - story.span.end > _NEAR:
        return False
    if near.domain is not Domain.NEWS or first_day(stand) > day.number - _LONG_AGO:
        return False
    days = [first_day(timex.period) for timex in told[-_LATEST:] if timex.period is not None]
    around_stand = sum(abs(each - first_day(stand)) <= _YEARS for each in days)
    long_gone = first_day(stand) < day.number - _LIFE and _opens_text(told[0].mention.span, near)
    if around_stand < _FEW - long_gone or max(days) > day.number - _LONG_AGO:
        return False
    found = spot_in_story(spot, near).period
    ahead = -1 if found is None else first_day(found) - first_day(stand)
    return 0 <= ahead <= _SOON and near.pointer().sign <= 0


def _opens_text(span: Span, near: Surroundings) -> bool:
    """Say whether a time stands first in a text, behind its preposition and a headline at most."""
    if span.start > _NEAR:
        return False
    opening, syntax = near.folded[: span.start].strip().rpartition("\n")[2].split(), near.language.syntax
    return set(opening) <= syntax.time_prepositions | syntax.determiners


_IN_HISTORY: Final = frozenset({SpotKind.MONTHDAY, SpotKind.MONTH, SpotKind.MONTH_DAY})
_LONG_AGO: Final = 5 * 365  # days before the publish date
_FEW: Final = 2  # dates, not far apart, by which a text shows that it tells of the past step by step
_YEARS: Final = 5 * 365  # days
_LIFE: Final = 70 * 365  # days: what opens a text with a day so long gone is no background to news
_SOON: Final = 100  # days
_LATEST: Final = 40  # dates looked back over, so that endless lists of them stay cheap
_NEAR: Final = 300  # characters: two or three sentences
_RECENT: Final = 45  # days before the publish date, of which news tells without a year


def _fixed_feast(spot: Spot, near: Surroundings) -> Reading | None:
    if spot.kind is not SpotKind.FEAST or near.language.feasts[spot.number].fixed is None:
        return None
    return date_reading(Period(DAY, near.language.feasts[spot.number].fixed or 0))


def feast_width(reading: Reading, spot: Spot, near: Surroundings) -> Reading:
    """Widen a named day that lasts for several."""
    days = near.language.feasts[spot.number].days if spot.kind is SpotKind.FEAST else 1
    if days == 1 or reading.interval is None or reading.interval.start is None:
        return reading
    return reading._replace(interval=Interval(reading.interval.start, reading.interval.start + days * DAY_SECONDS))

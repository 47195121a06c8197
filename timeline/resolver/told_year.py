"""A spot and what the text told before it -> whether it is of the year told there: "In 1941 it lasted from 9 June"."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, MONTH, YEAR, Period, coarsen, first_day, shift
from timeline.meaning import Spot, SpotKind
from timeline.model import Domain, Span
from timeline.resolver.in_story import spot_in_story
from timeline.resolver.reading import SENTENCE_END, Reading, Surroundings, date_reading
from timeline.resolver.spots import around, inside

RECENT: Final = 45  # days before the publish date, of which news tells without a year
_LONG_AGO: Final = 5 * 365  # days before the publish date
_FEW: Final = 2  # dates, not far apart, by which a text shows that it tells of the past step by step
_YEARS: Final = 5 * 365  # days
_LIFE: Final = 70 * 365  # days: what opens a text with a day so long gone is no background to news
_SOON: Final = 100  # days
_LATEST: Final = 40  # dates looked back over, so that endless lists of them stay cheap
_NEAR: Final = 300  # characters: two or three sentences


def continues_year(near: Surroundings) -> bool:
    """Say whether a year of the past told in the same sentence is that of a month: "In 1941 it lasted from 9 June"."""
    story = near.story
    if story.span is None or not story.is_year_before(near.span, near.origin.day):
        return False
    same = SENTENCE_END.search(near.folded, story.span.end, near.span.start) is None
    return same and near.pointer().sign <= 0


def in_told_year(spot: Spot, near: Surroundings) -> Reading | None:
    """Read a day in the year told of what the sentence goes on with: "the storm of 1932. It struck on 7 November"."""
    story, day = near.story, near.origin.day
    span = story.aside or story.span
    if span is None or story.told is None or day is None or near.span.start - span.end > _NEAR:
        return None
    before = near.folded[max(0, span.start - _NEAR) : span.start].split()[-1:]
    if story.told.number >= coarsen(day, YEAR).number - 1 or near.language.happenings.belonging.isdisjoint(before):
        return None
    if not _goes_on(span, near):
        return None
    pointer = near.pointer()
    found = inside(spot, story.told, near.language.feasts) if pointer.sign < 0 and pointer.strict else None
    return date_reading(found, story.told_anchor()) if found else None


def continues_month(spot: Spot, near: Surroundings) -> bool:
    """Say whether a day is of the month of long ago told just before: "began in March 1889. On 14 March they ..."."""
    month, day = near.story.month, near.origin.day
    if month is None or day is None or near.story.span is None or near.story.year is None:
        return False
    if near.span.start - near.story.span.end > _NEAR:
        return False
    recent = coarsen(month, YEAR).number >= coarsen(day, YEAR).number - 1
    if recent and (
        month >= coarsen(day, MONTH) or SENTENCE_END.search(near.folded, near.story.span.end, near.span.start)
    ):
        return False  # of last year only in one sentence: "held since February 2024, when it fell on 5 February"
    found = inside(spot, near.story.year, near.language.feasts)
    if found is None or found.granularity > DAY or coarsen(found, MONTH) != month:
        return False
    turns = around(spot, day.number, near.language.feasts)
    far = turns is not None and turns.same is None and first_day(turns.before) < day.number - RECENT
    return far and near.pointer().sign <= 0


def continues_history(spot: Spot, near: Surroundings) -> bool:
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
    return _goes_on_from(stand, spot, near)


def continues_story(spot: Spot, near: Surroundings) -> bool:
    """Say whether a day is told on from a day of an earlier year: "dismissed on 22 September 2022 ... On 18 October".

    News gives the year of a day that is neither recent nor of its own year, unless the text has just told it.
    """
    day, stand = near.origin.day, near.story.day
    if day is None or stand is None or near.story.span is None or near.span.start - near.story.span.end > _NEAR:
        return False
    if stand.number < day.number - _LONG_AGO:
        return False  # then more must speak for it, see continues_history
    year, turns = coarsen(day, YEAR), around(spot, day.number, near.language.feasts)
    if turns is None or turns.same is not None or first_day(turns.before) >= day.number - RECENT:
        return False
    if coarsen(stand, YEAR).number >= year.number or coarsen(turns.before, YEAR) == year:
        return False
    if spot.kind is SpotKind.MONTH:  # news says "in November" of the last one, but for what goes on with a story
        found = spot_in_story(spot, near).period
        on = found is not None and first_day(found) >= first_day(stand) and coarsen(found, YEAR) == coarsen(stand, YEAR)
        return on and near.pointer().sign < 0 and _goes_on(near.story.span, near)
    return _goes_on_from(stand, spot, near)


def _goes_on_from(stand: Period, spot: Spot, near: Surroundings) -> bool:
    """Say whether a spot of the story's year comes soon after where it stands, and no word points to the future."""
    found = spot_in_story(spot, near).period
    ahead = -1 if found is None else first_day(found) - first_day(stand)
    return 0 <= ahead <= _SOON and near.pointer().sign <= 0


def _goes_on(span: Span, near: Surroundings) -> bool:
    """Say whether the next sentence goes on with who was told of: "He was jailed on 5 May 2019. He left in June"."""
    ends = list(SENTENCE_END.finditer(near.folded, span.end, near.span.start))
    opening = near.folded[ends[0].end() : near.span.start].split()[:1] if len(ends) == 1 else []
    return bool(opening) and near.language.syntax.third_persons.issuperset(opening)


def in_told_month(spot: Spot, near: Surroundings) -> Reading | None:
    """Read a day of the month in the month just told: "suspended on 7 September 2022. A meeting on the 12th"."""
    day, stand = near.origin.day, near.story.day
    if day is None or stand is None or near.story.span is None or near.span.start - near.story.span.end > _NEAR:
        return None
    told, month = stand.number, coarsen(stand, MONTH)
    if abs(told - day.number) > _LONG_AGO or (told - day.number) * near.pointer().sign < 0:
        return None
    if abs(month.number - coarsen(day, MONTH).number) <= 1:
        return None  # the day nearest to the publish date is as near to the story
    in_month = (inside(spot, each, near.language.feasts) for each in (month, shift(month, 1, MONTH)))
    found = next((each for each in in_month if each is not None and first_day(each) >= told), None)
    return date_reading(found, near.story.anchor(MONTH)) if found else None


def _opens_text(span: Span, near: Surroundings) -> bool:
    """Say whether a time stands first in a text, behind its preposition and a headline at most."""
    if span.start > _NEAR:
        return False
    opening, syntax = near.folded[: span.start].strip().rpartition("\n")[2].split(), near.language.syntax
    return set(opening) <= syntax.time_prepositions | syntax.determiners


def is_of_told_year(near: Surroundings) -> bool:
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

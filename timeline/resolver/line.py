"""A date that leads away from the line of a story in, the line kept beside it out; and where what follows goes on."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, YEAR, Period, coarsen, first_day
from timeline.meaning import OF_A_YEAR, STORY, Clock, Edge, Meaning, PartOf, Shift, Spot, spot_of
from timeline.model import Clause, Domain, Mention, Span, Timex
from timeline.resolver.aside import OPENING_WORDS, REACH, SENTENCE, has_participle_between_commas, words_before
from timeline.resolver.reading import SENTENCE_END, Surroundings
from timeline.resolver.restart import goes_on_from
from timeline.resolver.spots import inside
from timeline.resolver.story import Story

_PAUSE: Final = re.compile(r"[.!?:;,)][\"'”’)]*\s|\n")
_PARAGRAPH: Final = re.compile(r"[^\w,;\s]\s*\n|\n\s*\n")
_CLOSES: Final = re.compile(r"\)?, (\w+)")
_FAR: Final = 1_000  # days: more than any spot lies away in its year
_WEEK: Final = 7  # days


def with_line(moved: Story, timex: Timex, near: Surroundings) -> Story:
    """Keep the line beside the story that a date has moved away from it."""
    if moved.span == near.story.span:
        return moved  # a date told in passing moved nothing
    if near.domain is Domain.NEWS:
        return _with_line_of_news(moved, timex, near)
    if near.domain is not Domain.NARRATIVE:
        return moved
    brief = near.story.begun is None and _looks_farther_back(timex, near)  # else it tells from the beginning
    if brief or _leaves_line(timex, near):
        return moved._replace(line=near.story.line or near.story, brief=brief)
    return moved


def _with_line_of_news(moved: Story, timex: Timex, near: Surroundings) -> Story:
    """News is left for a relative clause, for what has been so since a date, and for what is yet to come."""
    line = near.story.line or near.story
    if timex.period is not None and _is_of_relative(timex.period, near):
        return moved._replace(line=line._replace(told=moved.told, aside=timex.span, quarter=moved.quarter))
    if _is_looked_back(timex, near) or (_is_ahead(moved, near) and not _is_ahead(near.story, near)):
        return moved._replace(line=line)
    return moved


def _is_of_relative(period: Period, near: Surroundings) -> bool:
    """Say whether a date belongs to what says more of a thing: "the mill, which burnt in May," or ", built in May,"."""
    before, relatives = words_before(near), near.language.syntax.relatives
    # Most often no such word is there at all, which takes least to find out.
    if any(word in before for word in relatives) and not relatives.isdisjoint(_PAUSE.split(before)[-1].split()):
        return True
    day = near.origin.day
    closed = day is not None and first_day(period) <= day.number and _CLOSES.match(near.folded, near.span.end)
    return bool(closed) and has_participle_between_commas(near)


def _is_looked_back(timex: Timex, near: Surroundings) -> bool:
    """Say whether news looks back from its day to what has been so since: "it had been closed twice since March"."""
    day, period = near.story.day, timex.period
    if day is None or period is None or period.granularity <= DAY or first_day(period) >= day.number:
        return False
    since = not near.language.syntax.open_end.isdisjoint(words_before(near).split()[-1:])
    return since and _is_past_perfect(near.clause_at(near.span.start), near)


def _leaves_line(timex: Timex, near: Surroundings) -> bool:
    """Say whether a date of another year leaves the line of a history in the midst of a paragraph.

    It goes back to an earlier year deep in its sentence ("the treaty signed in May 1938"), or tells how long a thing
    lasted ("until May 1946"). What stands next to it may lean on it; a new paragraph goes on from the line.
    """
    line = near.story.line or near.story
    if timex.period is None or line.year is None:
        return False
    ahead = coarsen(timex.period, YEAR).number - line.year.number if timex.period.granularity < YEAR else 0
    if ahead == 0 or _opens_paragraph(near):
        return False
    before = SENTENCE.split(words_before(near))[-1].split()
    return bool(near.language.syntax.lasting & set(before)) if ahead > 0 else len(before) > OPENING_WORDS


def back_on_line(mention: Mention, near: Surroundings) -> Story:
    """Give the story a mention is read in: a paragraph opens on the line, unless the date it was left for is nearer."""
    story, spot = near.story, spot_of(mention.meaning)
    if story.line is None:
        return story
    if near.domain is Domain.NEWS:
        return _back_in_news(mention, story, story.line, near)
    if story.brief and _opens_sentence(near) and not _is_told_back(near):
        return story if spot is not None and goes_on_from(spot, story, near) else story.line
    if not _opens_paragraph(near):
        return story
    return story if spot is not None and _away(spot, story, near) < _away(spot, story.line, near) else story.line


def _back_in_news(mention: Mention, story: Story, line: Story, near: Surroundings) -> Story:
    """Give the story that news is read in: a relative clause ends at the comma, but "that day" leans on it."""
    meaning, start = mention.meaning, mention.span.start
    if meaning is STORY or (isinstance(meaning, Shift) and meaning.count == 0):
        return story
    leans = _leans_on_story(meaning, near) and line.last is None
    if leans and story.span and SENTENCE_END.search(near.folded, story.span.end, start):
        return story  # nothing but the relative clause of a sentence before has told a date yet
    goes_on = story.span is not None and not _PAUSE.search(near.folded, story.span.end, start)
    if story.last and _is_ahead(story, near):  # "opened on Monday, ends in June. The next day ...": the Monday's
        whole = meaning.of if isinstance(meaning, PartOf) else meaning
        steps = isinstance(whole, Shift) and whole.of is STORY
        back = steps and not goes_on and near.is_yet_to_come(story.last)
        return line._replace(told=story.told, aside=story.aside) if back else story
    return story if goes_on else line


def _leans_on_story(meaning: Meaning, near: Surroundings) -> bool:
    """Say whether a meaning is reckoned from what was told last: "two days later", "at 3 p.m." of a day just gone."""
    clock = meaning.of if isinstance(meaning, Edge) else meaning
    if isinstance(clock, Clock):
        told, today = near.story.day, near.origin.day
        recent = told is not None and today is not None and 0 <= today.number - told.number <= _WEEK
        leans = recent and isinstance(clock.of, Shift) and clock.of.of is STORY
        return leans and near.pointer().sign < 0
    return isinstance(meaning, Shift) and meaning.of is STORY


def _is_ahead(story: Story, near: Surroundings) -> bool:
    """Say whether the story stands at a date that is yet to come."""
    day = near.origin.day
    return story.last is not None and day is not None and first_day(story.last) > day.number


def _looks_farther_back(timex: Timex, near: Surroundings) -> bool:
    """Say whether a date before the story's stands with a verb that looks back: "had begun a week earlier"."""
    line = near.story.line or near.story
    if timex.period is None or line.last is None or timex.period.granularity > YEAR:
        return False
    return first_day(timex.period) < first_day(line.last) and _is_told_back(near)


def _is_told_back(near: Surroundings) -> bool:
    """Say whether the verb looks back from a date, unless it tells what was done by then: "by noon it had fallen"."""
    if not near.language.syntax.open_start.isdisjoint(words_before(near).split()[-1:]):
        return False
    clause = near.clause_at(near.span.start)
    if _is_past_perfect(clause, near):
        return True
    first = near.clause_at(max(0, clause.span.start - 1))
    same_sentence = SENTENCE.search(near.folded, first.span.start, clause.span.start) is None
    return same_sentence and _goes_on(clause, near) and _is_past_perfect(first, near)


def _is_past_perfect(clause: Clause, near: Surroundings) -> bool:
    if clause.verb is None:
        return False
    words = near.folded[clause.span.start : clause.verb.start].split()
    return any("have_past" in near.language.verbs.tags(word) for word in words)


def _goes_on(clause: Clause, near: Surroundings) -> bool:
    """Say whether a clause may share the auxiliary of the one before it: "had been built and christened"."""
    if clause.verb is None:
        return False
    opening, verb = near.folded[clause.span.start : clause.verb.start], near.folded[clause.verb.start : clause.verb.end]
    return opening.strip() in near.language.happenings.joining and "participle" in near.language.verbs.tags(verb)


def _away(spot: Spot, story: Story, near: Surroundings) -> int:
    """Count the days from where a story stands to a spot of its year; one that looks back is left in any case."""
    stand = story.month or story.day
    if stand is None or story.year is None or (story.line and story.line.year and story.year < story.line.year):
        return _FAR
    found = inside(spot, story.year, near.language.feasts) if spot.kind in OF_A_YEAR else None
    return abs(first_day(found) - first_day(stand)) if found else _FAR


def _opens_sentence(near: Surroundings) -> bool:
    """Say whether a sentence ends between the words that set the story's date and those that are read."""
    return _stands_between(SENTENCE, near.story.span, near)


def _opens_paragraph(near: Surroundings) -> bool:
    """Say whether a paragraph ends between the words that set the story's date and those that are read."""
    return _stands_between(_PARAGRAPH, near.story.span, near)


def _stands_between(mark: re.Pattern[str], told: Span | None, near: Surroundings) -> bool:
    """Say whether a mark stands between words told before and those that are read."""
    start = near.span.start
    return told is not None and mark.search(near.folded, max(told.end, start - REACH), start) is not None

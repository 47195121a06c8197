"""A date and the words before it -> whether the story moves there, and whether it stays: asides and looks back."""

from __future__ import annotations

import re

from timeline.calendar import YEAR, coarsen, first_day
from timeline.meaning import OF_A_YEAR, Spot, spot_of
from timeline.model import Domain, Mention, Span, Timex
from timeline.resolver.reading import Surroundings
from timeline.resolver.spots import inside
from timeline.resolver.story import Story

_BREAK = re.compile(r"[.!?:;,\n]")
_SENTENCE = re.compile(r"[.!?][)\"']*\s|\n")
_PARAGRAPH = re.compile(r"[^\w,;\s]\s*\n|\n\s*\n")
_BETWEEN_COMMAS = re.compile(r", ([^\W\d_]+)[^,.;:!?\n]*$")
_CLOSES = re.compile(r"\)?, (\w+)")
_PARTICIPLE = frozenset({"participle", "past", "past_same_as_base"})
_OPENING_WORDS = 4
_FAR = 1_000  # days: more than any spot lies away in its year
_REACH = 2_000  # characters back in which an end of a sentence or paragraph is looked for: one may hold many times


def in_passing(timex: Timex, near: Surroundings) -> bool:
    """Say whether a date is told in passing and leaves the story where it is.

    A bare year deep in its clause: in histories this rights four of ten months and days that a wrong year had spoiled.
    A date years away in brackets, one that a state is told for, one between commas: "(reprinted in May 1998)", "as of
    May 1998", "the corps, raised in May 1938, landed in June".
    """
    told = near.story.year
    if timex.period is None or told is None or timex.period.granularity > YEAR:
        return False
    if timex.period.granularity < YEAR:
        if near.domain is not Domain.NARRATIVE:
            return False
        away = coarsen(timex.period, YEAR).number - told.number
        return away != 0 and _is_aside(away, near)
    before, away = _before(near), timex.period.number - told.number
    if away == 0 and _SENTENCE.split(before)[-1].strip():
        return True  # "On 7 May (8 May in the east), 1942": the year again
    if away == 1 and near.story.day is None:
        return False  # the year that follows is where a story goes on
    return len(_BREAK.split(before)[-1].split()) > _OPENING_WORDS or (away != 0 and _hangs_on_noun(near))


def _is_aside(away: int, near: Surroundings) -> bool:
    """Say whether a date so many years away is an aside by what stands around it."""
    said, syntax = _SENTENCE.split(_before(near))[-1], near.language.syntax
    if abs(away) > 1 and said.count("(") > said.count(")"):
        return True
    words = syntax.states | syntax.open_end if away < 0 else syntax.states
    return said.rstrip().endswith(tuple(words)) or (away < 0 and _hangs_on_noun(near))


def _hangs_on_noun(near: Surroundings) -> bool:
    """Say whether a date stands between commas with a participle: "a book, published in 1998, sold well"."""
    closed = _CLOSES.match(near.folded, near.span.end)
    if near.domain is not Domain.NARRATIVE or closed is None or closed[1] in near.language.syntax.connectives:
        return False
    found = _BETWEEN_COMMAS.search(_before(near))
    return found is not None and not near.language.verbs.tags(found[1]).isdisjoint(_PARTICIPLE)


def with_line(moved: Story, timex: Timex, near: Surroundings) -> Story:
    """Keep the line of a history beside the story that a date has moved away from it."""
    if near.domain is not Domain.NARRATIVE:
        return moved
    brief = _looks_farther_back(timex, near)
    if brief or _leaves_line(timex, near):
        return moved._replace(line=near.story.line or near.story, brief=brief)
    return moved


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
    before = _SENTENCE.split(_before(near))[-1].split()
    return bool(near.language.syntax.lasting & set(before)) if ahead > 0 else len(before) > _OPENING_WORDS


def back_on_line(mention: Mention, near: Surroundings) -> Story:
    """Give the story a mention is read in: a paragraph opens on the line, unless the date it was left for is nearer."""
    story, spot = near.story, spot_of(mention.meaning)
    if story.line is None:
        return story
    if story.brief and _opens_sentence(near) and not _is_told_back(near):
        return story.line
    if not _opens_paragraph(near):
        return story
    return story if spot is not None and _away(spot, story, near) < _away(spot, story.line, near) else story.line


def _looks_farther_back(timex: Timex, near: Surroundings) -> bool:
    """Say whether a date before the story's stands with a verb that looks back: "had begun a week earlier"."""
    line = near.story.line or near.story
    if timex.period is None or line.last is None or timex.period.granularity > YEAR:
        return False
    return first_day(timex.period) < first_day(line.last) and _is_told_back(near)


def _is_told_back(near: Surroundings) -> bool:
    """Say whether the verb looks back from a date, unless it tells what was done by then: "by noon it had fallen"."""
    if not near.language.syntax.open_start.isdisjoint(_before(near).split()[-1:]):
        return False
    clause, tags = near.clause_at(near.span.start), near.language.verbs.tags
    if clause.verb is None:
        return False
    words = near.folded[clause.span.start : clause.verb.start].split()
    return any("have_past" in tags(word) for word in words)


def _away(spot: Spot, story: Story, near: Surroundings) -> int:
    """Count the days from where a story stands to a spot of its year; one that looks back is left in any case."""
    stand = story.month or story.day
    if stand is None or story.year is None or (story.line and story.line.year and story.year < story.line.year):
        return _FAR
    found = inside(spot, story.year, near.language.feasts) if spot.kind in OF_A_YEAR else None
    return abs(first_day(found) - first_day(stand)) if found else _FAR


def told_here(near: Surroundings) -> bool:
    """Say whether a year was told in passing in the same sentence: "fell in 638, the port four years later"."""
    return near.story.aside is not None and not _stands_between(_SENTENCE, near.story.aside, near)


def _before(near: Surroundings) -> str:
    return near.folded[max(0, near.span.start - 60) : near.span.start]


def _opens_sentence(near: Surroundings) -> bool:
    """Say whether a sentence ends between the words that set the story's date and those that are read."""
    return _stands_between(_SENTENCE, near.story.span, near)


def _opens_paragraph(near: Surroundings) -> bool:
    """Say whether a paragraph ends between the words that set the story's date and those that are read."""
    return _stands_between(_PARAGRAPH, near.story.span, near)


def _stands_between(mark: re.Pattern[str], told: Span | None, near: Surroundings) -> bool:
    """Say whether a mark stands between words told before and those that are read."""
    start = near.span.start
    return told is not None and mark.search(near.folded, max(told.end, start - _REACH), start) is not None

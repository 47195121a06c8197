"""A date and the words before it -> whether the story moves there, and whether it stays: asides and looks back."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import YEAR, Period, coarsen, first_day
from timeline.meaning import OF_A_YEAR, STORY, Clock, Edge, Meaning, Shift, Spot, spot_of
from timeline.model import Clause, Domain, Mention, Span, Timex
from timeline.resolver.reading import SENTENCE_END, Surroundings
from timeline.resolver.restart import goes_on_from
from timeline.resolver.spots import inside
from timeline.resolver.story import Story

_BREAK: Final = re.compile(r"[.!?:;,\n]")
_PAUSE: Final = re.compile(r"[.!?:;,)][\"'”’)]*\s|\n")
_SENTENCE: Final = re.compile(r"[.!?][)\"']*\s|\n")
_WORD: Final = re.compile(r"\w+|\(")
_PARAGRAPH: Final = re.compile(r"[^\w,;\s]\s*\n|\n\s*\n")
_BETWEEN_COMMAS: Final = re.compile(r", ([^\W\d_]+)[^,.;:!?\n]*$")
_PARTICIPLE: Final = frozenset({"participle", "past", "past_same_as_base"})
_CLOSES: Final = re.compile(r"\)?, (\w+)")
_BRACKET: Final = re.compile(r" ?\(")
_ENDS: Final = re.compile(r"\)?(?:, (\w+)|[.;])")
_COMMA: Final = re.compile(r"\)?,")
_OPENING_WORDS: Final = 4
_OPENING_RELATIVE: Final = 3  # words: "who", "in which", "one of whom"
_SENTENCE_LENGTH: Final = 300  # characters
_HEADING_LENGTH: Final = 80  # characters
_GENERATION: Final = 30  # years
_FAR: Final = 1_000  # days: more than any spot lies away in its year
_REACH: Final = 2_000  # characters back in which an end of a sentence or paragraph is looked for: one may be long


def in_passing(timex: Timex, near: Surroundings) -> bool:
    """Say whether a date is told in passing and leaves the story where it is.

    A bare year deep in its clause: in histories this rights four of ten months and days that a wrong year had spoiled.
    A date years away in brackets, one that a state is told for, one between commas, one that is quoted: "(reprinted in
    May 1998)", "as of May 1998", "the corps, raised in May 1938, landed in June".
    """
    told, period = near.story.year, timex.period
    if timex.type == "TIME" and _is_said_again(near):
        return True
    if period is None or told is None or period.granularity > YEAR:
        return False
    if period.granularity < YEAR and near.domain is not Domain.NARRATIVE:
        return False
    away = coarsen(period, YEAR).number - told.number
    if near.domain is Domain.NARRATIVE and (found := _in_history(timex, period, away, near)) is not None:
        return found
    before = _before(near)
    if away == 0 and _SENTENCE.split(before)[-1].strip():
        return True  # "On 7 May (8 May in the east), 1942": the year again
    if away == 1 and near.story.day is None and not _hangs_on_noun(near):
        return False  # the year that follows is where a story goes on
    return len(_BREAK.split(before)[-1].split()) > _OPENING_WORDS or (away != 0 and _hangs_on_noun(near))


def _is_said_again(near: Surroundings) -> bool:
    """Say whether a time of day is that of another zone, in brackets: "at 10 a.m. (9 p.m. EDT Sunday)"."""
    told = near.story.span
    return told is not None and _BRACKET.fullmatch(near.folded, told.end, near.span.start) is not None


def _in_history(timex: Timex, period: Period, away: int, near: Surroundings) -> bool | None:
    """Say whether a history tells a date so many years away in passing; None where the depth of a year decides."""
    if timex.mention.range_end and _in_heading(near):
        return True
    if away != 0 and _is_aside(away, near):
        return True
    if period.granularity < YEAR:
        return False
    # "the line reached the coast in 1840": there the story goes on
    return False if 0 < away < _GENERATION and not _leads_away(near) else None


def _is_of_relative(period: Period, near: Surroundings) -> bool:
    """Say whether a date belongs to what says more of a thing: "the mill, which burnt in May," or ", built in May,"."""
    before, relatives = _before(near), near.language.syntax.relatives
    # Most often no such word is there at all, which takes least to find out.
    if any(word in before for word in relatives) and not relatives.isdisjoint(_PAUSE.split(before)[-1].split()):
        return True
    day = near.origin.day
    closed = day is not None and first_day(period) <= day.number and _CLOSES.match(near.folded, near.span.end)
    found = _BETWEEN_COMMAS.search(before) if closed else None
    return found is not None and not near.language.verbs.tags(found[1]).isdisjoint(_PARTICIPLE)


def _is_aside(away: int, near: Surroundings) -> bool:
    """Say whether a date so many years away is an aside by what stands around it."""
    said, syntax = _SENTENCE.split(_before(near))[-1], near.language.syntax
    if abs(away) > 1 and said.count("(") > said.count(")") and not _in_heading(near):
        return True
    words = syntax.states | syntax.open_end if away < 0 else syntax.states
    if said.rstrip().endswith(tuple(words)) or (away < 0 and _hangs_on_noun(near)):
        return True
    return _in_relative(near) or (away < 0 and _opens_relative(near)) or near.in_quotes()


def _leads_away(near: Surroundings) -> bool:
    """Say whether words of the sentence lead from the line of a history to a later year: "had", "who", "of"."""
    words = set(_WORD.findall(_sentence_before(near)))
    return not words.isdisjoint(near.language.syntax.looking_away) or _hangs_on_noun(near)


def _in_relative(near: Surroundings) -> bool:
    """Say whether a date ends what commas set apart: "the fort, which had fallen in May 1938, was rebuilt"."""
    *earlier, last = _sentence_before(near).rpartition(",")
    if not earlier[-1] or _COMMA.match(near.folded, near.span.end) is None or _BREAK.search(last):
        return False
    return not near.language.syntax.relatives.isdisjoint(last.split()[:_OPENING_RELATIVE])


def _opens_relative(near: Surroundings) -> bool:
    """Say whether an earlier date opens what commas set apart: "the army, which in 1258 had taken it, went on"."""
    *earlier, last = _sentence_before(near).rpartition(",")
    words = last.split()
    return (
        bool(earlier[-1]) and len(words) <= _OPENING_RELATIVE and not near.language.syntax.relatives.isdisjoint(words)
    )


def _in_heading(near: Surroundings) -> bool:
    """Say whether a date stands in a short line that no full stop ends, and more follows: "Retreat (June 1944)"."""
    before, after = near.line_around()
    ends = len(near.folded) - near.span.end == len(after)
    return len(before) < _HEADING_LENGTH and re.search(r"[.!?:;,]", after) is None and not ends


def _hangs_on_noun(near: Surroundings) -> bool:
    """Say whether a date ends with a participle what a comma sets apart: "a book, published in 1998, sold well"."""
    closed = _ENDS.match(near.folded, near.span.end)
    if near.domain is not Domain.NARRATIVE or closed is None or closed[1] in near.language.syntax.connectives:
        return False
    found = _BETWEEN_COMMAS.search(_before(near))
    return found is not None and not near.language.verbs.tags(found[1]).isdisjoint(_PARTICIPLE)


def with_line(moved: Story, timex: Timex, near: Surroundings) -> Story:
    """Keep the line beside the story that a date has moved away from it, in news one of a relative clause."""
    if moved.span == near.story.span:
        return moved  # a date told in passing moved nothing
    if near.domain is Domain.NEWS and timex.period is not None and _is_of_relative(timex.period, near):
        line = near.story.line or near.story
        return moved._replace(line=line._replace(told=moved.told, aside=timex.span, quarter=moved.quarter))
    if near.domain is Domain.NEWS and _is_ahead(moved, near) and not _is_ahead(near.story, near):
        return moved._replace(line=near.story.line or near.story)
    if near.domain is not Domain.NARRATIVE:
        return moved
    brief = near.story.begun is None and _looks_farther_back(timex, near)  # else it tells from the beginning
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
    if near.domain is Domain.NEWS:  # a relative clause ends at the comma, but "then" and "that day" lean on it
        if mention.meaning is STORY or (isinstance(mention.meaning, Shift) and mention.meaning.count == 0):
            return story
        leans = _leans_on_story(mention.meaning, near) and story.line.last is None
        if leans and story.span and SENTENCE_END.search(near.folded, story.span.end, mention.span.start):
            return story  # nothing but the relative clause of a sentence before has told a date yet
        goes_on = story.span is not None and not _PAUSE.search(near.folded, story.span.end, mention.span.start)
        if story.last and _is_ahead(story, near):  # "opened on Monday, ends in June. The next day ...": the Monday's
            steps = isinstance(mention.meaning, Shift) and mention.meaning.of is STORY
            back = steps and not goes_on and near.is_yet_to_come(story.last)
            return story.line._replace(told=story.told, aside=story.aside) if back else story
        return story if goes_on else story.line
    if story.brief and _opens_sentence(near) and not _is_told_back(near):
        return story if spot is not None and goes_on_from(spot, story, near) else story.line
    if not _opens_paragraph(near):
        return story
    return story if spot is not None and _away(spot, story, near) < _away(spot, story.line, near) else story.line


def _leans_on_story(meaning: Meaning, near: Surroundings) -> bool:
    """Say whether a meaning is reckoned from what was told last: "two days later", "at 3 p.m." of a day just gone."""
    clock = meaning.of if isinstance(meaning, Edge) else meaning
    if isinstance(clock, Clock):
        told, today = near.story.day, near.origin.day
        recent = told is not None and today is not None and 0 <= today.number - told.number <= _WEEK
        leans = recent and isinstance(clock.of, Shift) and clock.of.of is STORY
        return leans and near.pointer().sign < 0
    return isinstance(meaning, Shift) and meaning.of is STORY


_WEEK: Final = 7  # days


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
    if not near.language.syntax.open_start.isdisjoint(_before(near).split()[-1:]):
        return False
    clause = near.clause_at(near.span.start)
    if _is_past_perfect(clause, near):
        return True
    first = near.clause_at(max(0, clause.span.start - 1))
    same_sentence = _SENTENCE.search(near.folded, first.span.start, clause.span.start) is None
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


def told_here(near: Surroundings) -> bool:
    """Say whether a year was told in passing in the same sentence: "fell in 638, the port four years later".

    In news the sentence before does as well, where the story has told no other date since.
    """
    told, line = near.story.aside, near.story.span
    if told is None or near.span.start - told.end > _REACH:
        return False
    ends = len(_SENTENCE.findall(near.folded, told.end, near.span.start))
    return ends == 0 or (ends == 1 and near.domain is Domain.NEWS and line is not None and line.end < told.start)


def _before(near: Surroundings) -> str:
    return near.folded[max(0, near.span.start - 60) : near.span.start]


def _sentence_before(near: Surroundings) -> str:
    return _SENTENCE.split(near.folded[max(0, near.span.start - _SENTENCE_LENGTH) : near.span.start])[-1]


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

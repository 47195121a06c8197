"""A date and the words before it -> whether it is told in passing, so that the story stays where it is."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import YEAR, Period, coarsen
from timeline.model import Domain, Timex
from timeline.resolver.reading import Surroundings

_BREAK: Final = re.compile(r"[.!?:;,\n]")
SENTENCE: Final = re.compile(r"[.!?][)\"']*\s|\n")
_WORD: Final = re.compile(r"\w+|\(")
_BETWEEN_COMMAS: Final = re.compile(r", ([^\W\d_]+)[^,.;:!?\n]*$")
_PARTICIPLE: Final = frozenset({"participle", "past", "past_same_as_base"})
_BRACKET: Final = re.compile(r" ?\(")
_ENDS: Final = re.compile(r"\)?(?:, (\w+)|[.;])")
_COMMA: Final = re.compile(r"\)?,")
OPENING_WORDS: Final = 4
_OPENING_RELATIVE: Final = 3  # words: "who", "in which", "one of whom"
_SENTENCE_LENGTH: Final = 300  # characters
_HEADING_LENGTH: Final = 80  # characters
_GENERATION: Final = 30  # years
REACH: Final = 2_000  # characters back in which an end of a sentence or paragraph is looked for: one may be long


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
    before = words_before(near)
    if away == 0 and SENTENCE.split(before)[-1].strip():
        return True  # "On 7 May (8 May in the east), 1942": the year again
    if away == 1 and near.story.day is None and not _hangs_on_noun(near):
        return False  # the year that follows is where a story goes on
    return len(_BREAK.split(before)[-1].split()) > OPENING_WORDS or (away != 0 and _hangs_on_noun(near))


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


def _is_aside(away: int, near: Surroundings) -> bool:
    """Say whether a date so many years away is an aside by what stands around it."""
    said, syntax = SENTENCE.split(words_before(near))[-1], near.language.syntax
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
    return has_participle_between_commas(near)


def told_here(near: Surroundings) -> bool:
    """Say whether a year was told in passing in the same sentence: "fell in 638, the port four years later".

    In news the sentence before does as well, where the story has told no other date since.
    """
    told, line = near.story.aside, near.story.span
    if told is None or near.span.start - told.end > REACH:
        return False
    ends = len(SENTENCE.findall(near.folded, told.end, near.span.start))
    return ends == 0 or (ends == 1 and near.domain is Domain.NEWS and line is not None and line.end < told.start)


def has_participle_between_commas(near: Surroundings) -> bool:
    """Say whether a date ends what a comma and a participle open: ", published in 1998"."""
    found = _BETWEEN_COMMAS.search(words_before(near))
    return found is not None and not near.language.verbs.tags(found[1]).isdisjoint(_PARTICIPLE)


def words_before(near: Surroundings) -> str:
    """Give what stands before a date, some ten words."""
    return near.folded[max(0, near.span.start - 60) : near.span.start]


def _sentence_before(near: Surroundings) -> str:
    return SENTENCE.split(near.folded[max(0, near.span.start - _SENTENCE_LENGTH) : near.span.start])[-1]

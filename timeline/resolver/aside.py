"""A date and the words before it -> whether the story moves there, and whether it stays: asides and looks back."""

from __future__ import annotations

import re

from timeline.calendar import YEAR, coarsen, first_day
from timeline.grammar.language import Language
from timeline.meaning import OF_A_YEAR, Spot, spot_of
from timeline.model import Mention, Span, Timex
from timeline.resolver.spots import inside
from timeline.resolver.story import Story

_BREAK = re.compile(r"[.!?:;,\n]")
_SENTENCE = re.compile(r"[.!?][)\"']*\s|\n")
_PARAGRAPH = re.compile(r"[^\w,;\s]\s*\n|\n\s*\n")
_OPENING_WORDS = 4
_FAR = 1_000  # days: more than any spot lies away in its year


def in_passing(folded: str, timex: Timex, story: Story, language: Language) -> bool:
    """Say whether a date is told in passing and leaves the story where it is.

    A bare year deep in its clause: in histories this rights four of ten months and days that a wrong year had spoiled.
    A date years away in brackets, or one that a state is told for: "(reprinted in May 1998)", "as of May 1998".
    """
    if timex.period is None or story.year is None or timex.period.granularity > YEAR:
        return False
    before, away = _before(folded, timex.span), coarsen(timex.period, YEAR).number - story.year.number
    if timex.period.granularity < YEAR:
        said = _SENTENCE.split(before)[-1]
        bracketed = abs(away) > 1 and said.count("(") > said.count(")")
        return bracketed or (away != 0 and _tells_state(said, language))
    if away == 0 and _SENTENCE.split(before)[-1].strip():
        return True  # "On 7 May (8 May in the east), 1942": the year again
    if away == 1 and story.day is None:
        return False  # the year that follows is where a story goes on
    return len(_BREAK.split(before)[-1].split()) > _OPENING_WORDS


def _tells_state(said: str, language: Language) -> bool:
    return any(said.rstrip().endswith(words) for words in language.syntax.states)


def leaves_line(folded: str, timex: Timex, story: Story, language: Language) -> bool:
    """Say whether a date of another year leaves the line of the story in the midst of a paragraph.

    It goes back to an earlier year deep in its sentence ("the treaty signed in May 1938"), or tells how long a thing
    lasted ("until May 1946"). What stands next to it may lean on it; a new paragraph goes on from the line.
    """
    line = story.line or story
    if timex.period is None or line.year is None or timex.period.granularity >= YEAR:
        return False
    ahead = coarsen(timex.period, YEAR).number - line.year.number
    if ahead == 0 or _opens_paragraph(folded, timex.span, story):
        return False
    before = _SENTENCE.split(_before(folded, timex.span))[-1].split()
    return bool(language.syntax.lasting & set(before)) if ahead > 0 else len(before) > _OPENING_WORDS


def back_on_line(folded: str, mention: Mention, story: Story, language: Language) -> Story:
    """Give the story a mention is read in: a paragraph opens on the line, unless the date it left for is nearer."""
    line, spot = story.line, spot_of(mention.meaning)
    if line is None or not _opens_paragraph(folded, mention.span, story):
        return story
    return story if spot is not None and _away(spot, story, language) < _away(spot, line, language) else line


def _away(spot: Spot, story: Story, language: Language) -> int:
    """Count the days from where a story stands to a spot of its year; a story ahead of its line is left that way."""
    stand = story.month or story.day
    if stand is None or story.year is None or (story.line and story.line.year and story.year < story.line.year):
        return _FAR
    found = inside(spot, story.year, language.feasts) if spot.kind in OF_A_YEAR else None
    return abs(first_day(found) - first_day(stand)) if found else _FAR


def _before(folded: str, span: Span) -> str:
    return folded[max(0, span.start - 60) : span.start]


def _opens_paragraph(folded: str, span: Span, story: Story) -> bool:
    """Say whether a paragraph ends between the words that set the story's date and a span."""
    return story.span is not None and _PARAGRAPH.search(folded, story.span.end, span.start) is not None

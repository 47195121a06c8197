"""The sentences of an article -> the dates that stand alone on a line, and what stands below each of them.

"3 May 2020 / The council voted to close the harbour. / 4 June 2021 / Dockers walked out."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline.calendar import DAY
from timeline.events.dating import Dating, Rule
from timeline.events.groups import Group
from timeline.model import Sentence, Timex

_MARKS: Final = " \t.,:;()[]*#-–—|•"
_LEAST: Final = 2  # such dates make a chronology; a single one is the date of the page, or of what is told beside it


class Headings(NamedTuple):
    """The dates that stand alone, by the places of their sentences, and those that head what stands below.

    alone   places of sentences that are nothing but a date
    below   place of a sentence of the text -> the date that heads it; empty where the article is no chronology
    """

    alone: frozenset[int]
    below: dict[int, Dating]


NONE: Final = Headings(frozenset(), {})


def headings_of(folded: str, groups: Sequence[Group]) -> Headings:
    """Find the sentences that are nothing but a date, and what each of them heads up to the next one."""
    alone = {
        place: timexes[0]
        for place, (sentence, timexes) in enumerate(groups)
        if timexes and sentence.kind == "body" and _is_alone(folded, groups, place)
    }
    if not alone:
        return NONE
    below: dict[int, Dating] = {}
    heading: Dating | None = None
    heads = 0
    for place, (sentence, _) in enumerate(groups):
        timex = alone.get(place)
        if timex is not None:
            heading = _dating(timex)
        elif heading is not None and sentence.kind == "body":
            heads += place - 1 in alone
            below[place] = heading
    return Headings(frozenset(alone), below if heads >= _LEAST else {})


def is_right_below(folded: str, heading: Dating, sentence: Sentence) -> bool:
    """Say whether a sentence is the first below a date that stands alone."""
    return not folded[heading.timexes[-1].span.end : sentence.span.start].strip(_MARKS + "\n")


def _is_alone(folded: str, groups: Sequence[Group], place: int) -> bool:
    """Say whether a sentence is a paragraph of its own that says a time and nothing else."""
    sentence, timexes = groups[place]
    start, end = sentence.span
    if timexes[0].span.start - start + end - timexes[-1].span.end > len(_MARKS):
        return False
    for timex in timexes:
        if folded[start : timex.span.start].strip(_MARKS):
            return False
        start = timex.span.end
    if folded[start:end].strip(_MARKS):
        return False
    neighbours = (groups[near][0].paragraph for near in (place - 1, place + 1) if 0 <= near < len(groups))
    return sentence.paragraph not in neighbours


def _dating(timex: Timex) -> Dating | None:
    """Give the date of what stands below; a time of day is no heading of a chronology but the stamp of a comment."""
    if timex.type != "DATE" or timex.interval is None or timex.period is None or timex.period.granularity < DAY:
        return None
    return Dating((timex,), timex.period, timex.interval, Rule.HEADING)

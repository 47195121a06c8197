"""The sentences of an article -> the dates that stand alone on a line, and what stands below each of them.

"3 May 2020 / The council voted to close the harbour. / 4 June 2021 / Dockers walked out."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline.calendar import DAY, Interval, first_day
from timeline.events.dating import Dating, Rule
from timeline.events.groups import Group
from timeline.events.thread import Ground
from timeline.meaning import THAT_DAY, Clock
from timeline.model import Clause, Domain, Sentence, Tense, Timex

_MARKS: Final = " \t.,:;()[]*#-–—|•"
_NUMBER: Final = re.compile(r"\d{1,3}[.)] ")  # of a list: "2. 4 June 2021"
_LEAST: Final = 2  # such dates make a chronology; a single one is the date of the page, or of what is told beside it
_CLOSING: Final = " \"'”’»)*_"
_STOPS: Final = (".", "!", "?", "…", ":", ";")
_ASKS: Final = "?"


class Headings(NamedTuple):
    """The dates that stand alone, by the places of their sentences, and those that head what stands below.

    alone   places of sentences that are nothing but a date
    below   place of a sentence of the text -> the date that heads it; empty where the article is no chronology
    """

    alone: frozenset[int]
    below: dict[int, Dating]


NONE: Final = Headings(frozenset(), {})


def headings_of(ground: Ground, groups: Sequence[Group]) -> Headings:
    """Find the sentences that are nothing but a date, and what each of them heads.

    That is the paragraph below and, where it is made of sentences, those that follow, up to the next date, a line that
    is no sentence ("Sources"), or what is no text. In a chat or between questions a date alone is an answer.
    """
    folded = ground.folded
    alone = {
        place: timexes
        for place, (sentence, timexes) in enumerate(groups)
        if timexes and sentence.kind == "body" and _is_alone(folded, groups, place)
    }
    if len(alone) < _LEAST or ground.domain is Domain.COLLOQUIAL:
        return Headings(frozenset(alone), {}) if alone else NONE
    below: dict[int, Dating] = {}
    dates = set()
    for place, timexes in alone.items():
        entry = _entry_below(folded, groups, place, alone)
        heading = _dating(timexes) if entry else None
        if heading is not None:
            dates.add(heading.interval)
            below |= dict.fromkeys(entry, heading)
    return Headings(frozenset(alone), below if len(dates) >= _LEAST else {})


def heading_of(ground: Ground, heading: Dating | None, clause: Clause) -> Dating | None:
    """Give the date that heads a clause; not of what was to come then, is quoted, or was so before the date itself."""
    day = ground.published
    if heading is None or clause.tense is Tense.FUTURE or clause.quoted:
        return None
    ahead = heading.period is not None and day is not None and first_day(heading.period) > first_day(day)
    return None if ahead and clause.tense is Tense.PAST else heading


def is_right_below(folded: str, heading: Dating, sentence: Sentence) -> bool:
    """Say whether a sentence is the first below a date that stands alone."""
    return not folded[heading.timexes[-1].span.end : sentence.span.start].strip(_MARKS + "\n")


def _is_alone(folded: str, groups: Sequence[Group], place: int) -> bool:
    """Say whether a sentence is a paragraph of its own that says a time and nothing else."""
    sentence, timexes = groups[place]
    start, end = sentence.span
    if timexes[0].span.start - start + end - timexes[-1].span.end > len(_MARKS):
        return False
    start = number.end() if (number := _NUMBER.match(folded, start, timexes[0].span.start)) else start
    for timex in timexes:
        if folded[start : timex.span.start].strip(_MARKS):
            return False
        start = timex.span.end
    if folded[start:end].strip(_MARKS):
        return False
    neighbours = (groups[near][0].paragraph for near in (place - 1, place + 1) if 0 <= near < len(groups))
    return sentence.paragraph not in neighbours


def _entry_below(folded: str, groups: Sequence[Group], place: int, alone: dict[int, Sequence[Timex]]) -> list[int]:
    """List the places of the sentences that a date heads; none where it answers a question, or one stands below."""
    if place and folded.endswith(_ASKS, 0, groups[place - 1][0].span.end):
        return []
    entry: list[int] = []
    paragraph = groups[place][0].paragraph
    for near in range(place + 1, len(groups)):
        sentence = groups[near][0]
        if near in alone or sentence.kind != "body" or sentence.paragraph > paragraph + 1:
            break
        opens = sentence.paragraph != paragraph
        if opens and entry and not (_is_sentence(folded, groups[near - 1][0]) and _is_sentence(folded, sentence)):
            break
        entry.append(near)
        paragraph = sentence.paragraph
    begins = folded[groups[entry[0]][0].span.start] if entry else ""
    return [] if begins.isdigit() or _is_question(folded, groups, entry) else entry


def _is_sentence(folded: str, sentence: Sentence) -> bool:
    """Say whether words end as a sentence does, not as a title or the cell of a table."""
    return folded[sentence.span.start : sentence.span.end].rstrip(_CLOSING).endswith(_STOPS)


def _is_question(folded: str, groups: Sequence[Group], entry: Sequence[int]) -> bool:
    return bool(entry) and folded.endswith(_ASKS, 0, groups[entry[-1]][0].span.end) and len(entry) == 1


def _dating(timexes: Sequence[Timex]) -> Dating | None:
    """Give the date of what stands below: a day or wider, a range, a time of the day; not the stamp of a comment."""
    first, last = timexes[0], timexes[-1]
    if first.interval is None or last.interval is None or not all(map(_heads, timexes)):
        return None
    if len(timexes) == 1:
        return Dating((first,), first.period, first.interval, Rule.HEADING)
    return Dating(tuple(timexes), None, Interval(first.interval.start, last.interval.end), Rule.HEADING)


def _heads(timex: Timex) -> bool:
    meaning = timex.mention.meaning
    if isinstance(meaning, Clock):
        return meaning.of == THAT_DAY
    return timex.type == "DATE" and timex.period is not None and timex.period.granularity >= DAY

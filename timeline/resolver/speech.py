"""The timexes of a text -> the same, with those that somebody says reckoned from the day of the saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from timeline.calendar import DAY, WEEK, Period, coarsen, first_day
from timeline.grammar.language import Language
from timeline.meaning import PUBLISHED, Shift, SpotKind, spot_of
from timeline.model import Anchor, Clause, Domain, Span, Tense, Timex
from timeline.notation import edtf
from timeline.resolver.anchor import Origin
from timeline.resolver.reading import SENTENCE_END, ClauseAt, Surroundings, on_period
from timeline.resolver.spots import around
from timeline.resolver.story import Story
from timeline.resolver.value import read

_PLAIN, _CLOSING = '"', ("”", "''", '"')
_OPENING: Final = ("“", "``")
_FAR: Final = 2_000  # characters


class Speech(NamedTuple):
    """What is the same for all that a text quotes and reports."""

    folded: str
    origin: Origin
    domain: Domain
    language: Language
    clause_at: ClauseAt


def as_said(timexes: Sequence[Timex], speech: Speech) -> Iterator[Timex]:
    """Yield the timexes in order; what no dated saying governs stays as it is."""
    quotes = speech.domain is Domain.NEWS and any(mark in speech.folded for mark in (_PLAIN, *_OPENING))
    for place, timex in enumerate(timexes):
        if quotes and timex.anchor and timex.anchor.kind == "published" and _is_in_quotes(speech.folded, timex.span):
            yield _quoted(timex, timexes, speech) or _reported(timex, timexes, speech)
        elif type(timex.mention.meaning) is Shift and _may_be_said(place, timexes, speech):
            yield _said_ago(timex, timexes, speech)
        else:
            yield _reported(timex, timexes, speech) if timex.direction == "past" else timex


def _may_be_said(place: int, timexes: Sequence[Timex], speech: Speech) -> bool:
    """Say whether words step back from the publish date next to a day before it, which a saying may have."""
    (start, end), _, move, *_ = timexes[place].mention
    if not isinstance(move, Shift) or move.of is not PUBLISHED or move.count >= 0 or move.unit > WEEK:
        return False
    return any(
        each.period is not None
        and each.period.granularity <= DAY
        and SENTENCE_END.search(speech.folded, min(each.span.end, end), max(each.span.start, start)) is None
        for each in (*timexes[max(0, place - 1) : place], *timexes[place + 1 : place + 2])
    )


def _said_ago(timex: Timex, timexes: Sequence[Timex], speech: Speech) -> Timex:
    """Step back from the day of the saying, where what was said lay before it.

    "said on Saturday they had met two days ago"; so too where the day would else lie after the saying.
    """
    clause = speech.clause_at(timex.span.start)
    said, now = _said_on(timexes, clause.saying), speech.origin.day
    if said is None or said.period is None or now is None or clause.verb is None or clause.tense is not Tense.PAST:
        return timex
    day = coarsen(said.period, DAY)
    words = speech.folded[clause.span.start : clause.verb.start].split()
    perfect = any("have_past" in speech.language.verbs.tags(word) for word in words)
    after = timex.period is not None and first_day(timex.period) > day.number and not _is_joined(clause, speech)
    return (
        _as_of(day, said, timex, timexes, speech) or timex if day.number < now.number and (perfect or after) else timex
    )


def _is_joined(clause: Clause, speech: Speech) -> bool:
    """Say whether a clause is set beside the one before: "wrote on Monday, and yesterday they came"."""
    opening = speech.folded[clause.span.start : clause.span.end].split(maxsplit=1)[:1]
    return not speech.language.happenings.joining.isdisjoint(opening)


def _is_in_quotes(folded: str, span: Span) -> bool:
    """Say whether quotation marks are open before some words of a line."""
    line = _line_before(folded, span.start)
    if folded.count(_PLAIN, line, span.start) % 2:
        return True
    opened = max(folded.rfind(mark, line, span.start) for mark in _OPENING)
    return opened >= 0 and all(folded.rfind(mark, opened, span.start) < 0 for mark in _CLOSING)


def _line_before(folded: str, position: int) -> int:
    """Find where the line of a position begins, no farther back than a paragraph may go."""
    reach = max(0, position - _FAR)
    return max(reach, folded.rfind("\n", reach, position) + 1)


def _quoted(timex: Timex, timexes: Sequence[Timex], speech: Speech) -> Timex | None:
    """Read what somebody is quoted with as of the day it was said: “We met yesterday,” he said on Sunday."""
    said = (
        _said_on(timexes, speech.clause_at(timex.span.start).saying)
        or _said_on(timexes, _saying_behind(timex.span, speech))
        or _said_before(timex, timexes, speech)
    )
    if said is None or said.period is None or said.span == timex.span:
        return None
    day = coarsen(said.period, DAY)
    now = speech.origin.day
    if now is None or day.number >= now.number or _is_in_quotes(speech.folded, said.span):
        return None
    return _as_of(day, said, timex, timexes, speech)


def _as_of(day: Period, said: Timex, timex: Timex, timexes: Sequence[Timex], speech: Speech) -> Timex | None:
    """Read a time as if the day of the saying were the publish date; None where that changes nothing."""
    spoken = Origin(day, day, Anchor("speech", edtf(day), None, said.span))
    near = Surroundings(
        spoken, Story(), speech.domain, speech.language, timex.span, speech.folded, speech.clause_at, timexes
    )
    found = Timex(timex.mention, *read(timex.mention.meaning, near))
    return None if found.value == timex.value else found


def _saying_behind(span: Span, speech: Speech) -> Span | None:
    """Find the saying behind a quotation of several sentences: “It left. It came back yesterday,” he said on Sunday."""
    line = speech.folded.find("\n", span.end, span.end + _FAR)
    ends = [speech.folded.find(mark, span.end, line if line >= 0 else span.end + _FAR) for mark in _CLOSING]
    closed = min((end for end in ends if end >= 0), default=-1)
    after = speech.clause_at(closed + 2) if 0 <= closed < len(speech.folded) - 2 else None
    if after and after.relative and not after.reports:  # "...," the mayor, who left, said on Sunday
        after = speech.clause_at(after.span.end)
    return after.span if after and after.reports and after.span.start >= span.end else None


def _said_before(timex: Timex, timexes: Sequence[Timex], speech: Speech) -> Timex | None:
    """Find the day of the saying that a quotation of several sentences goes on from, in the same line."""
    line = _line_before(speech.folded, timex.span.start)
    place = bisect_left(timexes, timex.span.start, key=lambda each: each.span.start)
    for before in map(timexes.__getitem__, range(place - 1, -1, -1)):
        if before.span.start < line:
            return None
        days = before.period is not None and before.period.granularity <= DAY
        if days and not _is_in_quotes(speech.folded, before.span) and _is_of_saying(before, speech):
            return before
    return None


def _is_of_saying(timex: Timex, speech: Speech) -> bool:
    """Say whether a time dates a saying: "said on Sunday", "met him on Sunday and told reporters"."""
    clause = speech.clause_at(timex.span.start)
    following = speech.clause_at(clause.span.end)
    return clause.reports or (following.reports and following.span.start == clause.span.end)


def _reported(timex: Timex, timexes: Sequence[Timex], speech: Speech) -> Timex:
    """Reckon a past weekday from the day it was said on, where that is told and lies before it.

    "the strike that began on Monday, the company said late Saturday" is the Monday before that Saturday.
    """
    spot = spot_of(timex.mention.meaning) if timex.direction == "past" else None
    if spot is None or spot.kind is not SpotKind.WEEKDAY or timex.period is None:
        return timex
    clause = speech.clause_at(timex.span.start)
    said = _said_on(timexes, clause.saying)
    if said is None or said.period is None or first_day(timex.period) < first_day(said.period):
        return timex
    takes_noun = clause.saying is not None and clause.saying.end == clause.span.start
    if (clause.reports or takes_noun) and _is_joined(clause, speech):
        return timex  # "conceded defeat on Tuesday and told them on Wednesday", "declared war, and all left on Monday"
    found = around(spot, first_day(said.period), speech.language.feasts)
    if found is None:
        return timex
    anchor = Anchor("speech", edtf(coarsen(said.period, DAY)), None, said.span)
    return on_period(timex, found.before)._replace(anchor=anchor)


def _said_on(timexes: Sequence[Timex], saying: Span | None) -> Timex | None:
    """Find the day that a reporting clause is dated with."""
    if saying is None:
        return None
    first = bisect_left(timexes, saying.start, key=lambda timex: timex.span.start)
    inside = takewhile(lambda timex: timex.span.start < saying.end, timexes[first:])
    return next((t for t in inside if t.period is not None and t.period.granularity <= DAY), None)

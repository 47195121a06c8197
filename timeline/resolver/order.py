"""The timexes of a text -> the same, with past weekdays of one sentence in the order in which they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from timeline.calendar import DAY, first_day, shift
from timeline.grammar.language import Language
from timeline.meaning import SpotKind, spot_of
from timeline.model import Anchor, Tense, Timex
from timeline.notation import timex_value
from timeline.resolver.reading import SENTENCE_END, ClauseAt, on_period

_WORD: Final = re.compile(r"[\w']+")
_PAST: Final = ("past", "same")


def in_order(folded: str, timexes: Sequence[Timex], clause_at: ClauseAt, language: Language) -> Iterator[Timex]:
    """Yield the timexes in order.

    What a sentence goes on with came later: in "began on Monday and ended on Friday", told on a Tuesday, the Monday is
    that of the week before.
    """
    ahead: Timex | None = None  # a weekday that is to come, told right before
    for first, last in zip_longest(timexes, timexes[1:]):
        if ahead and not first.mention.range_end and _comes_after(folded, ahead, first, clause_at, language):
            ahead = first = _a_week_on(ahead, first)
        elif first.type != "DURATION":
            ahead = first if first.direction == "future" and _is_weekday(first) else None
        if (
            last
            and last.direction == "past"
            and _is_told_backwards(first, last)
            and _goes_on(folded, first, last, clause_at, language)
        ):
            yield _a_week_before(first, last)
        else:
            yield first


def _comes_after(folded: str, ahead: Timex, timex: Timex, clause_at: ClauseAt, language: Language) -> bool:
    """Say whether a weekday follows one to come: "will meet on Monday and vote on Tuesday", the publish date's own.

    What one clause lists goes on as well: "will sell two-year notes Tuesday, five-year notes Wednesday".
    """
    if timex.direction not in _PAST or not _is_weekday(timex) or not ahead.period or not timex.period:
        return False
    if SENTENCE_END.search(folded, ahead.span.end, timex.span.start):
        return False
    first, last = clause_at(ahead.span.start), clause_at(timex.span.start)
    if timex.direction == "same" and first.tense is Tense.FUTURE is last.tense:
        return True
    follows = first_day(ahead.period) < first_day(timex.period) + 7 and (first == last or last.verb is None)
    genitive = language.syntax.genitive
    if not follows or (genitive and folded.startswith(genitive, timex.span.end)):
        return False  # "will decide Tuesday on Friday's plan"
    return language.syntax.turning_back.isdisjoint(_WORD.findall(folded, ahead.span.end, timex.span.start))


def _a_week_on(ahead: Timex, timex: Timex) -> Timex:
    assert timex.period is not None and ahead.period is not None  # noqa: S101, PT018  (asked before)
    anchor = Anchor("story", timex_value(ahead.period), None, ahead.span)
    return on_period(timex, shift(timex.period, 7, DAY))._replace(anchor=anchor, direction="future")


def _is_told_backwards(first: Timex, last: Timex) -> bool:
    if first.direction not in _PAST or not first.period or not last.period:
        return False
    return first_day(first.period) > first_day(last.period) and _is_weekday(first) and _is_weekday(last)


def _is_weekday(timex: Timex) -> bool:
    spot = spot_of(timex.mention.meaning)
    reckoned = timex.anchor is not None and timex.anchor.kind == "published"
    return spot is not None and spot.kind is SpotKind.WEEKDAY and reckoned


def _goes_on(folded: str, first: Timex, last: Timex, clause_at: ClauseAt, language: Language) -> bool:
    """Say whether the clause of the last goes on with the subject of that of the first, both in the past."""
    if SENTENCE_END.search(folded, first.span.end, last.span.start):
        return False
    before, clause = clause_at(first.span.start), clause_at(last.span.start)
    if before.tense is not Tense.PAST or clause.tense is not Tense.PAST or before == clause or clause.verb is None:
        return False
    opener, *words = _WORD.findall(folded, clause.span.start, clause.verb.start) or [""]
    joins = opener in language.happenings.joining - language.happenings.alternative
    return joins and all(language.verbs.tags(word) or word in language.syntax.adverbs for word in words)


def _a_week_before(first: Timex, last: Timex) -> Timex:
    assert first.period is not None and last.period is not None  # noqa: S101, PT018  (asked before)
    anchor = Anchor("story", timex_value(last.period), None, last.span)
    return on_period(first, shift(first.period, -7, DAY))._replace(anchor=anchor, direction="past")

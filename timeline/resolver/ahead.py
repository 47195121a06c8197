"""The timexes of a text -> the same, with lengths that say when something will be: "will close in ten days"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from timeline.calendar import DAY
from timeline.meaning import PUBLISHED, Length, Shift
from timeline.model import Clause, Cue, Tense, Timex
from timeline.resolver.reading import Surroundings
from timeline.resolver.story import Story
from timeline.resolver.value import read


def ahead(timexes: Sequence[Timex], near: Surroundings) -> Iterator[Timex]:
    """Yield the timexes in order; a length behind "in" of a clause about the future covers the time at its end.

    It stays the DURATION that TimeML makes of it: value and interval are independent. `near` is what any is read in.
    """
    for timex in timexes:
        step = step_of(timex.mention.meaning) if timex.type == "DURATION" else None
        if step is None or timex.interval is not None or not _stands_ahead(timex, near):
            yield timex
            continue
        if near.folded.endswith(_endings(near.language.syntax.open_start), 0, timex.span.start):
            step = replace(step, keep=DAY)  # "within two weeks" ends on a day, "in two weeks" is some day of a week
        found, clause = read(step, near._replace(span=timex.span, story=Story())), near.clause_at(timex.span.start)
        how = (
            "is in the future" if clause.tense is Tense.FUTURE else "is in the present, as for what is on the calendar"
        )
        cue = Cue(clause.verb, how) if clause.verb else None
        yield timex._replace(
            period=found.period, interval=found.interval, anchor=found.anchor, direction="future", cue=cue
        )


def step_of(meaning: object) -> Shift | None:
    """Give the step from the publish date that a length comes to when it says when; None when it is not one number."""
    if not isinstance(meaning, Length) or meaning.of is not None or len(meaning.amounts) != 1:
        return None
    ((amount, unit),) = meaning.amounts
    whole = amount is not None and float(amount).is_integer() and unit >= DAY
    return Shift(int(amount or 0), unit, PUBLISHED, workdays=meaning.workdays) if whole else None


def _stands_ahead(timex: Timex, near: Surroundings) -> bool:
    folded, start = near.folded, timex.span.start
    if not folded.endswith(_endings(near.language.syntax.stepping), 0, start):
        return False
    before = _LAST_WORD.search(folded, max(0, start - _REACH), start)
    behind = _NEXT_WORD.match(folded, timex.span.end)
    if before is None or before[1] not in near.language.syntax.stepping:
        return False
    if behind and behind[1] in near.language.syntax.stepping_from:
        return False  # "within 14 days of the ruling"
    clause = near.clause_at(start)
    return clause.tense is Tense.FUTURE or (clause.tense is Tense.PRESENT and _is_on_calendar(start, clause, near))


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)


def _is_on_calendar(start: int, clause: Clause, near: Surroundings) -> bool:
    """Say whether a present tells what is to come: "the school closes in June", "is leaving"."""
    if clause.verb is None:
        return False
    verb, between, language = clause.verb.of(near.folded), near.folded[clause.verb.end : start].split(), near.language
    if any(language.happenings.compares(word) or word in language.happenings.numbering for word in between):
        return False  # "is playing its third match in two weeks"
    return "scheduled_present" in language.verbs.tags(verb) or language.syntax.is_gerund(verb)


_REACH: Final = 12  # characters: a small word and a blank
_LAST_WORD, _NEXT_WORD = re.compile(r"\b([a-z]+) $"), re.compile(r" ([a-z]+)")

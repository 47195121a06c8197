"""A clause with "would" and its time -> whether it tells what came, seen from today: "In 1950 he would lead it"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import interval_of
from timeline.events.before_noun import modified_noun
from timeline.events.relate import Told
from timeline.events.thread import Ground
from timeline.model import Clause, Tense, Timex


def has_come(ground: Ground, each: Told, place: int, timex: Timex) -> bool:
    """Say whether "would" tells what came, or came again and again, in the past: "In 1950 he would lead the union".

    Only of a time long gone that opens the clause, and not of what somebody said or hoped then.
    """
    clause = each.clauses[place]
    if clause.tense is not Tense.FUTURE or clause.governor is not None or clause.verb is None or clause.quoted:
        return False
    if clause.relative or not all(other.relative for other in each.clauses[place + 1 :]):
        return False  # "ministers feared"
    if not is_over(ground, timex, _LONG_AGO) or not _opens_clause(ground, clause, timex):
        return False
    words, tags = ground.folded[clause.span.start : clause.verb.start].split(), ground.language.verbs.tags
    before = each.clauses[place - 1].verb if place else None
    hoped = before is not None and not tags(before.of(ground.folded)).isdisjoint(_HOPING)
    return not hoped and any("future_in_past" in tags(word) for word in words[-_NEAR:])


def is_over(ground: Ground, timex: Timex, days: int = 0) -> bool:
    """Say whether a time was over before the publish date, by so many days."""
    ends, day = timex.interval and timex.interval.end, ground.published
    return ends is not None and day is not None and ends <= (interval_of(day).start or 0) - days


def _opens_clause(ground: Ground, clause: Clause, timex: Timex) -> bool:
    """Say whether a time opens a clause, alone or with a happening: "In 1950", "In the strike of 2009"."""
    happenings, syntax = ground.language.happenings, ground.language.syntax
    of_today = timex.anchor is not None and timex.anchor.kind == "published"  # "ten years ago it would be unheard of"
    if of_today or modified_noun(ground.folded, timex, ground.language) is not None:
        return False
    words = ground.folded[clause.span.start : timex.span.start].replace(",", " ").split()
    if words and words[-1] in happenings.belonging and words[-2:-1] and words[-2] in happenings.nouns:
        words = words[:-2]
    small = syntax.time_prepositions | syntax.before_start | happenings.inside | happenings.definite
    small |= happenings.joining
    return clause.span.start <= timex.span.start and small.issuperset(words)


_LONG_AGO: Final = 5 * 365  # days before the publish date
_HOPING: Final = frozenset({"say", "say_with_that", "plan", "wish", "order"})
_NEAR: Final = 3  # words before the head of a verb group

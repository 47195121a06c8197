"""Words of a clause that tells of a plan -> when they were so: the planning is today, what is planned lies ahead."""

from __future__ import annotations

from typing import Final

from timeline.events.before_noun import words_before
from timeline.events.dating import Dating, Rule
from timeline.events.relate import Told
from timeline.events.standing import published_day, story_date
from timeline.events.thread import Ground
from timeline.model import Clause, Span, Tense


def of_plan(ground: Ground, told: Told, clause: Clause, span: Span) -> Dating | None:
    """Date a planning by itself, not by what is planned: "is slated for 24 June" is so today."""
    word, language = span.of(ground.folded), ground.language
    plans = "plan" in language.verbs.tags(word) or word in language.syntax.awaiting
    if plans and clause.verb is None:
        return published_day(ground, Rule.NOW) if _hopes(ground, clause, span) else None
    if not plans or clause.verb is None or span.start > clause.verb.start:
        return None
    tags = language.verbs.tags(word)
    if "wish" in tags and "past" not in tags and span.start < clause.verb.start:
        return published_day(ground, Rule.NOW)  # "wants it closed by Friday"
    before = words_before(ground.folded, span.start)
    if before[1] and before[1] == language.syntax.infinitive and span.start == clause.verb.start:
        return None
    tags = frozenset[str]().union(*(language.verbs.tags(each) for each in before))
    if "be_present" in tags:
        return published_day(ground, Rule.NOW)
    if clause.tense is Tense.FUTURE and span.start == clause.verb.start:
        return None  # what lies ahead is itself to decide: "would decide next month"
    if clause.tense is Tense.FUTURE and "past" not in language.verbs.tags(word):
        return published_day(ground, Rule.NOW)
    if clause.tense is Tense.FUTURE:
        return story_date(ground, told.before)
    return None


def _hopes(ground: Ground, clause: Clause, span: Span) -> bool:
    """Say whether a word is a planning in the present, told of another: "Forecasters expect it to end on Sunday"."""
    syntax, word = ground.language.syntax, span.of(ground.folded)
    before = words_before(ground.folded, span.start)[1]
    if (
        "past" in ground.language.verbs.tags(word)
        or not before
        or before in syntax.determiners
        or syntax.is_gerund(word)
    ):
        return False
    behind = ground.folded[span.end : clause.span.end].partition(",")[0].split()
    return bool(syntax.infinitive) and syntax.infinitive in behind[:_OBJECT]


_OBJECT: Final = 7  # words of an object and the infinitive behind it


def intended(ground: Ground, told: Told, number: int, span: Span) -> Dating | None:
    """Leave open what is only planned: "agreed on Monday to buy the mill"."""
    verb, language = told.clauses[number].verb, ground.language
    planned = verb is not None and "plan" in language.verbs.tags(verb.of(ground.folded))
    behind = language.syntax.infinitive and words_before(ground.folded, span.start)[1] == language.syntax.infinitive
    return Dating((), None, None, Rule.AHEAD) if planned and behind else None


def before_plan(ground: Ground, told: Told, clause: Clause, span: Span) -> Dating | None:
    """Take a known happening that a plan is told by as told already: "Under the deal, the fees will rise in June"."""
    if clause.tense is not Tense.FUTURE or clause.verb is None or span.end > clause.verb.start:
        return None
    apart = "," in ground.folded[span.end : clause.verb.start]
    given = ground.language.happenings.points_back(words_before(ground.folded, span.start)[1])
    return story_date(ground, told.before) if apart and given else None

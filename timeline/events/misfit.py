"""A dated clause whose time cannot be that of its verb -> the noun whose time it is, or that it dates nothing.

What lies behind the publish date is no plan of today, and what lies ahead of it has not happened.
"""

from __future__ import annotations

from typing import Final

from timeline.calendar import YEAR, coarsen, first_day, interval_of
from timeline.events.before_noun import words_before
from timeline.events.link import Link
from timeline.events.nouns import behind_noun
from timeline.events.relate import Told
from timeline.events.shape import plans_now, will_be
from timeline.events.thread import Ground
from timeline.meaning import Shift, Step
from timeline.model import Clause, Domain, Span, Tense


def head_of(ground: Ground, each: Told, link: Link) -> Span | None:
    """Give the word a time dates; in the past, of one that lies ahead, its noun: "freed pending trial on 3 March"."""
    clause, day = each.clauses[link.clause], ground.published
    if link.head is None and _is_before_plan(ground, clause, link):
        return _happening_behind(ground, link)
    if link.head and _is_too_late(ground, clause, link):
        return None
    if link.head or day is None or clause.verb is None or clause.tense not in (Tense.PAST, Tense.PERFECT):
        return link.head
    period = link.timexes[-1].period
    if period is None or first_day(period) <= first_day(day) or link.period is None:
        return None
    if not ground.language.verbs.tags(clause.verb.of(ground.folded)).isdisjoint(_SETTING):
        return None
    return _happening_behind(ground, link)


def _is_too_late(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether what somebody was judged for would not be over by the publish date: "convicted of spying in 2025"."""
    day, period, verb = ground.published, link.timexes[0].period, clause.verb
    if day is None or period is None or verb is None or link.head is None or link.head.start < verb.end:
        return False
    judged = "judge" in ground.language.verbs.tags(verb.of(ground.folded))
    return judged and ground.language.syntax.is_gerund(link.head.of(ground.folded)) and period >= coarsen(day, YEAR)


_SETTING: Final = frozenset({"plan", "order", "appoint", "move", "planned_words"})


def _happening_behind(ground: Ground, link: Link) -> Span | None:
    noun = behind_noun(ground.folded, link.timexes[0], ground.language)
    if noun is None:
        return None
    happenings = ground.language.happenings
    aimed = words_before(ground.folded, noun.start)[1] in happenings.reporting  # "food for use tomorrow"
    return noun if aimed or noun.of(ground.folded) in happenings.nouns else None


def _is_before_plan(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether what is planned today stands with a time that is past: "want to ask him about riots last May"."""
    ends, day = link.interval and link.interval.end, ground.published
    if clause.tense is not Tense.FUTURE or ends is None or day is None or ends > (interval_of(day).start or ends):
        return False
    if not plans_now(ground.folded, clause, ground.language):
        return False
    meaning = link.timexes[0].mention.meaning
    sure = link.timexes[0].anchor is None or (isinstance(meaning, Shift | Step) and meaning.count < 0)
    return sure or link.timexes[0].span.start < clause.span.start


def lies_behind(ground: Ground, each: Told, link: Link) -> bool:
    """Say whether a time is past of which its clause tells what will be: "the town that won in 2008 will lose"."""
    clause, ends, day = each.clauses[link.clause], link.interval and link.interval.end, ground.published
    if clause.tense is not Tense.FUTURE or ends is None or day is None or ground.domain is not Domain.NEWS or link.head:
        return False
    if _is_before_plan(ground, clause, link):
        return True
    if link.timexes[0].anchor is not None:
        return False  # "we will search again on Monday", he said on the Sunday before
    return ends <= (interval_of(day).start or ends) and will_be(ground.folded, clause, ground.language)

"""A dated clause of the past -> whether its time lies ahead, so that the clause only set it: "set it for 17 May"."""

from __future__ import annotations

from timeline.calendar import first_day
from timeline.events.carry import Scene
from timeline.events.interval import opening_word
from timeline.events.link import Link
from timeline.events.thread import Ground
from timeline.model import Domain, Tense


def lies_ahead(ground: Ground, scene: Scene, link: Link) -> bool:
    """Say whether a time lies ahead of what is told of it, which then only set it: "set the trial for 17 May"."""
    if scene.clauses[link.clause].tense not in (Tense.PAST, Tense.PERFECT) or ground.domain is not Domain.NEWS:
        return False
    day, period = ground.published, link.timexes[0].period if _lasts(ground, link) else link.period
    return day is not None and period is not None and first_day(period) > first_day(day)


def _lasts(ground: Ground, link: Link) -> bool:
    """Say whether a time only tells how long something lasts: "suspended both until the end of June"."""
    if link.interval is None or link.interval.start is not None or len(link.timexes) > 1:
        return False
    opening = opening_word(ground.folded, link.timexes[0], ground.language.syntax)
    return opening is not None and opening.of(ground.folded) in ground.language.syntax.lasting

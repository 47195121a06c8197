"""A dated clause that leans on a dated happening as well -> whether the two times contradict each other."""

from __future__ import annotations

from functools import partial

from timeline.events.dating import Rule
from timeline.events.lean import leaned
from timeline.events.lengths import length_of
from timeline.events.relate import Told
from timeline.events.standing import is_before
from timeline.events.thread import Ground, dating_of
from timeline.model import Timex


def conflicts_of(ground: Ground, each: Told) -> dict[int, Timex]:
    """Find the stated dates that the same clause disputes: "will close in June, a day after the strike"."""
    if not any(length_of(timex) for timex in each.timexes):
        return {}
    stated = {link.clause: dating_of(link) for link in each.links if link.head is None and link.interval}
    found, known = {}, partial(each.memory.find, before=each.place)
    for number, dating in stated.items():
        other = leaned(ground.folded, each.clauses, number, each.timexes, known, stated, ground.language)
        if other and other.rule is Rule.APART and (is_before(other, dating) or is_before(dating, other)):
            found[number] = other.timexes[0]
    return found

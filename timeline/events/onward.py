"""The date told last and a clause of a later sentence -> whether the paragraph still tells of that day."""

from __future__ import annotations

from timeline.events.dating import Dating
from timeline.events.thread import Ground, is_recent
from timeline.model import Clause, Tense

_LINE = "\n"
_ENDS = (".", "!", "?", _LINE, '"', "”", "''")  # of the sentence before
_FAR = 2_000  # characters that a paragraph may have
_REACH = 12  # characters before a time in which its preposition stands


def runs_on(ground: Ground, last: Dating | None, clause: Clause) -> bool:
    """Say whether a paragraph goes on with the recent day that opened a sentence.

    "On Tuesday they marched. Police stopped them": a time that stands first holds for what follows.
    """
    if last is None or not is_recent(ground, last.period) or clause.tense is not Tense.PAST:
        return False
    if clause.quoted or clause.reports or clause.saying or clause.span.start - last.timexes[-1].span.end > _FAR:
        return False
    return is_near(ground, last, clause) and _opens_sentence(ground, last.timexes[0].span.start)


def _opens_sentence(ground: Ground, position: int) -> bool:
    """Say whether a time stands first in its sentence, behind its preposition at most."""
    before = ground.folded[max(0, position - _REACH) : position].rstrip(" ")
    preposition = before[before.rfind(" ") + 1 :].rpartition(_LINE)[2]
    if preposition in ground.language.syntax.time_prepositions:
        before = before.removesuffix(preposition).rstrip(" ")
    return not before or before.endswith(_ENDS)


def is_near(ground: Ground, last: Dating, clause: Clause) -> bool:
    """Say whether a clause stands in the paragraph of the time told last."""
    return _LINE not in ground.folded[last.timexes[-1].span.end : clause.span.start]

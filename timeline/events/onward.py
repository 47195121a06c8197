"""The date told last and a clause of a later sentence -> whether the text still tells of that day."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, HALF, QUARTER, first_day
from timeline.events.dating import Dating
from timeline.events.lean import Known
from timeline.events.shape import first_word, opening_words
from timeline.events.thread import Ground, Thread, is_recent
from timeline.grammar.language import Language
from timeline.meaning import Shift
from timeline.model import Clause, Tense

_LINE: Final = "\n"
_ENDS: Final = (".", "!", "?", _LINE, '"', "”", "''")  # of the sentence before
_FAR: Final = 2_000  # characters that a paragraph may have
_REACH: Final = 12  # characters before a time in which its preposition stands


def runs_on(ground: Ground, last: Dating | None, clause: Clause) -> bool:
    """Say whether a paragraph goes on with the time that opened a sentence.

    "On Tuesday they marched. Police stopped them", "In 2005 it bought a rival. Pilots protested": a time that stands
    first holds for what follows; one of long ago not for what somebody new did, for that may be the news again.
    """
    if last is None or not last.timexes or clause.tense is not Tense.PAST:
        return False
    new = first_word(ground.folded, clause) in ground.language.happenings.indefinite
    if (new or _only_compared(last)) and not is_recent(ground, last.period):
        return False
    if clause.quoted or clause.reports or clause.saying or _doubts(ground, clause):
        return False
    if clause.span.start - last.timexes[-1].span.end > _FAR:
        return False
    return is_near(ground, last, clause) and _opens_sentence(ground, last.timexes[0].span.start)


def _only_compared(last: Dating) -> bool:
    """Say whether a report only looks at a time to compare: "A year earlier it earned 2 million. Sales rose ..."."""
    meaning, period = last.timexes[0].mention.meaning, last.period
    back = isinstance(meaning, Shift) and meaning.count < 0
    return back or (period is not None and period.granularity in (QUARTER, HALF))


def _doubts(ground: Ground, clause: Clause) -> bool:
    tags = ground.language.verbs.tags(clause.verb.of(ground.folded)) if clause.verb else frozenset[str]()
    return not tags.isdisjoint(_DOUBTING)


_DOUBTING: Final = frozenset({"deny", "allege"})  # what is said so is news


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


def goes_back(ground: Ground, thread: Thread, known: Known, place: int, clause: Clause) -> bool:
    """Say whether a sentence goes on with what the one before told of long ago: its subject points back."""
    if thread.last is None or place - thread.place != 1 or clause.quoted or clause.tense is not Tense.PAST:
        return False
    if clause.saying is not None and clause.saying.start < clause.span.start:
        return False  # "his rival said she was surprised": who that is stands in the sentence
    if clause.reports and not (is_recent(ground, thread.last.period) and is_near(ground, thread.last, clause)):
        return False
    syntax, happenings = ground.language.syntax, ground.language.happenings
    words = opening_words(ground.folded, clause)
    if not words or words[0] in syntax.subjects - syntax.determiners:
        return bool(words)
    if words[0] in happenings.demonstrative:
        return True
    if not happenings.points_back(words[0]):
        return False
    named = (known(happenings.stem(word)) for word in words[1:])
    return any(dating is not None and _is_of_day(dating, thread.last) for dating in named)


def _is_of_day(one: Dating, last: Dating) -> bool:
    """Say whether two dates rest on the same words, or are of one day: "Saturday" and "Saturday afternoon"."""
    if one.timexes == last.timexes:
        return True
    if one.period is None or last.period is None or max(one.period.granularity, last.period.granularity) > DAY:
        return False
    return first_day(one.period) == first_day(last.period)


def what_occurred(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a happening of which a clause only says that it took place: "the quake came at night"."""
    if clause.verb is None or clause.tense is not Tense.PAST:
        return None
    if "occur" not in language.verbs.tags(clause.verb.of(folded)):
        return None
    words = opening_words(folded, clause)
    if not 1 < len(words) < _SHORT or not language.happenings.points_back(words[0]):
        return None
    return known(language.happenings.stem(words[-1]))


_SHORT: Final = 4  # words of a subject and what stands before it: "the second quake"

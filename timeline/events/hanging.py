"""A clause that tells more of a known happening, or that it took place -> its date: "the crash that killed ten"."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.dating import Dating
from timeline.events.lean import Known
from timeline.events.shape import is_past_perfect, opening_words
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Tense

_REACH: Final = 60  # characters before the clause among which the noun stands: "the sinking of the Sveta Ana, in which"
_MARKS: Final = re.compile(r"[.;:()\"]|, .*,")


def told_of_noun(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a known happening that a clause of the past tells more of."""
    if clause.tense is not Tense.PAST or clause.reports or clause.verb is None:
        return None
    words = WORD.finditer(folded, clause.span.start, clause.verb.start)
    openers = [word.start() for word in words if word.group() in language.happenings.hanging]
    if not openers or is_past_perfect(folded, clause, language):
        return None
    noun = _noun_before(folded, openers[-1], language)
    return known(language.happenings.stem(noun.of(folded))) if noun else None


def _noun_before(folded: str, position: int, language: Language) -> Span | None:
    """Find the happening last named before a position, when it is a known one and no verb stands between."""
    happenings = language.happenings
    words = list(WORD.finditer(folded, max(0, position - _REACH), position))
    for place in range(len(words) - 1, 0, -1):
        word = words[place].group()
        if word in happenings.nouns:
            given = any(happenings.points_back(each.group()) for each in words[max(0, place - 2) : place])
            behind = {each.group() for each in words[place + 1 :]}
            parted = behind & happenings.joining or _MARKS.search(folded, words[place].end(), position)
            return Span(*words[place].span()) if given and not parted else None
        if language.verbs.tags(word):
            return None
    return None


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

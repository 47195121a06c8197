"""The words beside a verb -> a modality of their own: "nobody", "perhaps", "allegedly", "according to reports"."""

from __future__ import annotations

from typing import Final

from timeline.events.shape import first_word
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.model import Clause, Modality, Span, Tense

BE: Final = frozenset({"be_present", "be_past", "be_other"})


def doubt_of(ground: Ground, clause: Clause) -> Modality | None:
    """Find a word beside the verb that denies, leaves open or gives as another's: "nobody", "perhaps", "allegedly"."""
    if clause.verb is None or clause.tense is Tense.NONE:
        return None
    if is_nothing(ground, clause, clause.verb):
        return Modality.DENIED
    if _is_hearsay(ground, clause):
        return Modality.ALLEGED
    verbs, syntax = ground.language.verbs, ground.language.syntax
    opener = first_word(ground.folded, clause)
    for word in WORD.finditer(ground.folded, clause.span.start, _doubted_up_to(ground, clause, clause.verb)):
        tags = verbs.tags(word.group())
        if "alleged_words" in tags and "past" not in tags:
            return Modality.ALLEGED
        if "possible_words" in tags and (word.group() not in syntax.openers or word.group() == opener):
            return Modality.POSSIBLE
    return None


def _is_hearsay(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause names as its source what cannot be asked: "according to reports, he fled"."""
    verbs, said = ground.language.verbs, clause.span.of(ground.folded)
    if not any(opener in said for opener in verbs.words.get("source_opener", _NONE)):
        return False  # as nearly always, and found out at a tenth of the cost
    words, tags = WORD.findall(said), verbs.tags
    opening = [place for place, word in enumerate(words) if "source_opener" in tags(word)]
    phrases = (" ".join(words[place : place + size]) for place in opening for size in _SOURCE)
    return any("alleged_sources" in tags(phrase) for phrase in phrases)


_SOURCE: Final = (3, 4)  # words of such a source: "according to reports", "according to media reports"


def _doubted_up_to(ground: Ground, clause: Clause, verb: Span) -> int:
    """Give where the words end that say how sure a clause is; behind "was" one may follow: "was reportedly there"."""
    states = ground.language.verbs.tags(verb.of(ground.folded)) & BE
    behind = WORD.match(ground.folded, verb.end + 1, clause.span.end) if states else None
    return behind.end() if behind else verb.start


_NONE: Final[frozenset[str]] = frozenset()


def _only_of_phrase(ground: Ground, clause: Clause, verb: Span, word: str) -> bool:
    """Say whether a comma parts an adverb that denies from the verb: "Never a quiet man, he told the crowd"."""
    parted = ground.folded.find(",", clause.span.start, verb.start) >= 0
    return parted and word in ground.language.syntax.adverbs


def is_nothing(ground: Ground, clause: Clause, verb: Span) -> bool:
    """Say whether a word that denies opens the clause or stands at its verb.

    "nobody was hurt", "he never went", "there was no attack"
    """
    folded, tags = ground.folded, ground.language.verbs.tags
    before = WORD.findall(folded, clause.span.start, verb.start)
    hangs = bool(before) and before[0] in ground.language.syntax.complementizers
    if any("negators" in tags(word) for word in before[-1:]):
        return True
    first = before[hangs] if hangs < len(before) else ""
    if "negators" in tags(first) and not _only_of_phrase(ground, clause, verb, first):
        return True
    behind = WORD.match(folded, verb.end + 1, clause.span.end) if tags(verb.of(folded)) & BE else None
    said = tags(behind.group()) if behind else _NONE
    return "negators" in said and "lacking" not in said

"""A dated clause in its sentence -> how sure the text itself is that it happened."""

from __future__ import annotations

import re

from timeline.events.attach import modified_noun
from timeline.events.nouns import behind_noun
from timeline.events.relate import Told
from timeline.events.shape import first_word
from timeline.events.thread import Ground
from timeline.model import Clause, Modality, Span, Tense, Timex

_BY_TAG = (("deny", Modality.DENIED), ("allege", Modality.ALLEGED), ("plan", Modality.PLANNED))
_WORD = re.compile(r"[\w'-]+")
_QUESTION = "?"


def modality_of(ground: Ground, each: Told, place: int, head: Span | None, timex: Timex | None) -> Modality:
    """Read the modality of a clause: of its verb, of the words around it, or of the saying it hangs on.

    head   the word that is dated when it is not the clause's verb
    timex  what dates it: "Sunday's match was cancelled" on another day
    """
    clause = each.clauses[place]
    if head is not None:
        return Modality.PLANNED if _is_infinitive(ground, head) else Modality.HAPPENED
    if clause.modality is not Modality.HAPPENED:
        return clause.modality
    if _is_called_off(ground, clause, timex):
        return Modality.DENIED
    doubted = _doubt(ground, clause) or _governed(ground, each, clause)
    if doubted is None and each.sentence.span.of(ground.folded).endswith(_QUESTION) and not clause.reports:
        return Modality.POSSIBLE
    return doubted or Modality.HAPPENED


def _is_infinitive(ground: Ground, head: Span) -> bool:
    infinitive = ground.language.syntax.infinitive
    return bool(infinitive) and ground.folded[: head.start].rstrip().endswith(f" {infinitive}")


def _is_called_off(ground: Ground, clause: Clause, timex: Timex | None) -> bool:
    """Say whether what was to be at a time was called off; the time stands with the noun, before the verb."""
    if clause.verb is None or timex is None or timex.span.start > clause.verb.start:
        return False
    tags = ground.language.verbs.tags(clause.verb.of(ground.folded))
    if "denied_words" not in tags or "deny" in tags:
        return False
    noun = modified_noun(ground.folded, timex, ground.language) or behind_noun(ground.folded, timex, ground.language)
    return noun is not None


def _doubt(ground: Ground, clause: Clause) -> Modality | None:
    """Find a word before the verb that denies, leaves open or gives as another's: "nobody", "perhaps", "allegedly"."""
    if clause.verb is None or clause.tense is Tense.NONE:
        return None
    verbs, syntax = ground.language.verbs, ground.language.syntax
    opener = first_word(ground.folded, clause)
    if "negators" in verbs.tags(opener):
        return Modality.DENIED
    for word in _WORD.finditer(ground.folded, clause.span.start, clause.verb.start):
        tags = verbs.tags(word.group())
        if "alleged_words" in tags and "past" not in tags:
            return Modality.ALLEGED
        if "possible_words" in tags and (word.group() not in syntax.openers or word.group() == opener):
            return Modality.POSSIBLE
    return None


def _governed(ground: Ground, each: Told, clause: Clause) -> Modality | None:
    verb = each.clauses[clause.governor].verb if clause.governor is not None else None
    tags = ground.language.verbs.tags(verb.of(ground.folded)) if verb else frozenset[str]()
    return next((modality for tag, modality in _BY_TAG if tag in tags), None)

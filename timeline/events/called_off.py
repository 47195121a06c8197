"""A clause that tells of a plan, or of what was to be at a time -> whether it was called off or put off."""

from __future__ import annotations

from timeline.events.before_noun import modified_noun
from timeline.events.beside import joins_subject, shares_subject
from timeline.events.nouns import behind_noun
from timeline.events.relate import Told
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.grammar.verbs import PUT_OFF
from timeline.model import Clause, Modality, Timex


def is_dropped(ground: Ground, each: Told, place: int) -> bool:
    """Say whether the sentence goes on to call off what was planned: "was set for Friday but was cancelled"."""
    if place + 1 >= len(each.clauses):
        return False
    following, language = each.clauses[place + 1], ground.language
    tags = verb_tags(ground, following)
    if tags.isdisjoint(PUT_OFF) or "deny" in tags or following.modality is not Modality.HAPPENED:
        return False
    if each.clauses[place].relative:
        return shares_subject(ground.folded, each.clauses, place + 1, language)
    return joins_subject(ground.folded, each.clauses, place + 1, language)


def verb_tags(ground: Ground, clause: Clause) -> frozenset[str]:
    """Give what a verb may be, with the small word behind it: "called off"."""
    if clause.verb is None:
        return frozenset[str]()
    behind, tags = WORD.match(ground.folded, clause.verb.end + 1), ground.language.verbs.tags
    verb = clause.verb.of(ground.folded)
    return tags(verb) | tags(f"{verb} {behind.group()}") if behind else tags(verb)


def is_called_off(ground: Ground, clause: Clause, timex: Timex | None) -> bool:
    """Say whether what was to be at a time was called off; the time stands with the noun.

    "Sunday's match was cancelled", "cancelled Sunday's match"
    """
    if clause.verb is None or timex is None:
        return False
    tags, tags_of, verb = verb_tags(ground, clause), ground.language.verbs.tags, clause.verb.of(ground.folded)
    if "denied_words" not in tags or "deny" in tags:
        return False
    noun = modified_noun(ground.folded, timex, ground.language)
    if timex.span.start > clause.verb.start:
        between = ground.folded[clause.verb.end : timex.span.start].split()
        return noun is not None and (not between or "denied_words" in tags_of(" ".join((verb, *between))))
    return (noun or behind_noun(ground.folded, timex, ground.language)) is not None

"""The small words of a language as closed sets: what opens a clause, stands before a noun, or ends no sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Closed sets of folded words.

    openers           a clause begins with one of these
    relatives         of those, the ones that hang it on a noun
    determiners       after one of these stands a noun, never a finite verb
    subjects          a subject begins with one of these
    plural_subjects   subjects by themselves, with which a present form agrees like a plural
    adverbs           words that may stand inside a verb group
    adverb_ending     an ending that makes such words ("ly"); empty when there is none
    negators          of the adverbs, those that deny
    awaiting          before an infinitive they say that something is still to come ("set to resume")
    sentence_openers  with a capital after an abbreviation they begin a new sentence
    empty             words that name no happening
    connectives       words cut from the beginning of a headline
    open_end          before a date: from it on ("since")
    open_start        before a date: up to its end ("by", "until")
    before_start      before a date: up to its start ("before")
    abbreviations     words whose full stop ends no sentence, without the stop
    """

    openers: Words
    relatives: Words
    determiners: Words
    subjects: Words
    plural_subjects: Words
    adverbs: Words
    adverb_ending: str
    negators: Words
    awaiting: Words
    sentence_openers: Words
    empty: Words
    connectives: Words
    open_end: Words
    open_start: Words
    before_start: Words
    abbreviations: Words

    @classmethod
    def from_toml(cls, table: Mapping[str, Sequence[str] | str]) -> Syntax:
        """Read the table of syntax.toml; KeyError names a set that is missing."""
        values: dict[str, Any] = {
            each.name: table[each.name] if each.name == "adverb_ending" else frozenset(table[each.name])
            for each in fields(cls)
        }
        return cls(**values)

"""A language's verbs as closed word tables: word -> what it may be in a verb group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerbTable:
    """What each word of the tables may be.

    words       folded word -> tags: past, participle, say, plan, deny, allege, be_present, future, cue_past ...
    past_ending what a regular past form ends in ("ed"), with `not_past` and `not_past_endings` as exceptions
    """

    words: Mapping[str, frozenset[str]]
    past_ending: str
    not_past: frozenset[str]
    not_past_endings: tuple[str, ...]

    def tags(self, word: str) -> frozenset[str]:
        """Give the tags of a folded word; nothing for a word that is no verb as far as the tables know."""
        known = self.words.get(word)
        if known is not None:
            return known
        if word[-1:] != self.past_ending[-1:]:  # the first look, as it spares the rest for most words
            return _NOTHING
        return REGULAR_PAST if self.is_regular_past(word) else _NOTHING

    def is_regular_past(self, word: str) -> bool:
        """Say whether a word looks like a regular past form and is in none of the lists of exceptions."""
        return (
            word.endswith(self.past_ending)
            and len(word) > len(self.past_ending) + 1
            and word not in self.not_past
            and not ("-" in word and word.endswith(self.not_past_endings))
        )


REGULAR_PAST = frozenset({"past", "participle", "regular"})


def verb_table(
    tables: Mapping[str, Iterable[str]], past_ending: str, not_past: Iterable[str], not_past_endings: Iterable[str]
) -> VerbTable:
    """Turn tables `tag -> words` round into one look-up."""
    words: dict[str, set[str]] = {}
    for tag, members in tables.items():
        for word in members:
            words.setdefault(word, set()).add(tag)
    bare = VerbTable({}, past_ending, frozenset(not_past), tuple(not_past_endings))
    tagged = {
        word: frozenset(tags | REGULAR_PAST if bare.is_regular_past(word) else tags) for word, tags in words.items()
    }
    return VerbTable(tagged, past_ending, bare.not_past, bare.not_past_endings)

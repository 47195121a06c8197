"""A language's verbs as closed word tables: word -> what it may be in a verb group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

Tags = frozenset[str]

_KEPT: Final = 50_000  # words outside the tables
_LONGEST: Final = 40  # characters of a word that is kept: what is longer comes but once


@dataclass(frozen=True, slots=True)
class VerbTable:
    """What each word of the tables may be.

    tags  gives the tags of a folded word: past, participle, say, plan, deny, allege, be_present, future, cue_past ...
          none for a word that is no verb as far as the tables know
    words  of a tag the words that the tables give it
    """

    tags: Callable[[str], Tags]
    words: Mapping[str, frozenset[str]]


# Verbs after which a happening did not take place, or not at the time that it was to.
PUT_OFF: Final = frozenset({"denied_words", "move"})
REGULAR_PAST: Final = frozenset({"past", "participle", "regular"})


def verb_table(
    tables: Mapping[str, Iterable[str]], past_ending: str, not_past: Iterable[str], not_past_endings: Iterable[str]
) -> VerbTable:
    """Turn tables `tag -> words` round into one look-up.

    past_ending  what a regular past form ends in ("ed"), with `not_past` and `not_past_endings` as exceptions
    """
    exceptions, endings = frozenset(not_past), tuple(not_past_endings)

    def by_ending(word: str) -> Tags:
        regular = (
            word.endswith(past_ending)
            and len(word) > len(past_ending) + 1
            and word not in exceptions
            and not ("-" in word and word.endswith(endings))
        )
        return REGULAR_PAST if regular else _NOTHING

    members = {tag: frozenset(given) for tag, given in tables.items()}
    words: dict[str, set[str]] = {}
    for tag, given in members.items():
        for word in given:
            words.setdefault(word, set()).add(tag)
    tagged = {word: frozenset(tags) | by_ending(word) for word, tags in words.items()}
    return VerbTable(_Words(tagged, by_ending).__getitem__, members)


_NOTHING: Final[Tags] = frozenset()


class _Words(dict[str, Tags]):
    """Words with their tags; one of no table is judged by its ending and kept, so that words cost a look-up each."""

    def __init__(self, tagged: Mapping[str, Tags], by_ending: Callable[[str], Tags]) -> None:
        super().__init__(tagged)
        self._by_ending, self._room = by_ending, len(tagged) + _KEPT

    def __missing__(self, word: str) -> Tags:
        tags = self._by_ending(word)
        if len(word) <= _LONGEST and len(self) < self._room:
            self[word] = tags
        return tags

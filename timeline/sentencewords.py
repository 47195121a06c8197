"""The words and marks of a sentence with what the tables say of each, and the verb groups found among them."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.model import Modality, Tense

Tags = frozenset[str]
NO_TAGS: Final[Tags] = frozenset()
TIME: Final[Tags] = frozenset({"timex"})  # of the words of a time, which are no verbs: the month of May
_NO_TEXTS, _NONE_TAGGED = [""] * 3, [NO_TAGS] * 3  # so far behind the last word a group is looked for


class Words(NamedTuple):
    """The words and marks of a sentence, folded, side by side: most are only looked up, few need a record.

    texts, tags  each word and what the tables say of it; empty ones follow the last, so that every place asked for is
                 there, also the place before the first: -1
    bounds       word i starts in the text at the number 2i + 1 and ends at the number 2i + 2
    size         how many words there are
    """

    texts: list[str]
    tags: list[Tags]
    bounds: list[int]
    size: int

    @classmethod
    def of(cls, texts: list[str], tags: list[Tags], bounds: list[int]) -> Words:
        """Put words together; what is empty is added to the lists given."""
        size = len(texts)
        texts += _NO_TEXTS
        tags += _NONE_TAGGED
        return cls(texts, tags, bounds, size)

    def start(self, place: int) -> int:
        """Give where a word starts in the text."""
        return self.bounds[2 * place + 1]

    def end(self, place: int) -> int:
        """Give where a word ends in the text."""
        return self.bounds[2 * place + 2]


class VerbGroup(NamedTuple):
    """A finite verb with its auxiliaries: first and last word by place; the last is its head.

    reports     the head is a verb of saying
    participle  it may be a participle that hangs on the noun before it ("the bill signed by ...")
    """

    first: int
    last: int
    tense: Tense
    modality: Modality
    reports: bool = False
    participle: bool = False

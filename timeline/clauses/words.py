"""The words and marks of a sentence with what the tables say of each, and the verb groups found among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from timeline.model import Modality, Span, Tense

Tags = frozenset[str]
NO_TAGS: Final[Tags] = frozenset()
QUOTES: Final = frozenset({"“", "``", "”", "''", '"'})
TIME: Final[Tags] = frozenset({"timex"})  # of the words of a time, which are no verbs: the month of May
_NO_TEXTS, _NONE_TAGGED = [""] * 3, [NO_TAGS] * 3  # so far behind the last word a group is looked for


class Words:
    """The words and marks of a sentence, folded, side by side: most are only looked up, few need a record.

    texts, tags  each word and what the tables say of it; empty ones follow the last, so that every place asked for is
                 there, also the place before the first: -1
    size         how many words there are
    """

    __slots__ = ("_starts", "size", "tags", "texts")

    def __init__(self, texts: list[str], tags: list[Tags], starts: list[int]) -> None:
        self.size, self._starts = len(texts), starts
        self.texts, self.tags = texts + _NO_TEXTS, tags + _NONE_TAGGED

    def start(self, place: int) -> int:
        """Give where a word starts in the text."""
        return self._starts[place]

    def end(self, place: int) -> int:
        """Give where a word ends in the text."""
        return self._starts[place] + len(self.texts[place])


class VerbGroup:
    """A finite verb with its auxiliaries: first and last word by place; the last is its head.

    reports     the head is a verb of saying
    participle  it may be a participle that hangs on the noun before it ("the bill signed by ...")
    """

    __slots__ = ("first", "last", "modality", "participle", "reports", "tense")

    def __init__(
        self, first: int, last: int, tense: Tense, modality: Modality, reports: bool = False, participle: bool = False
    ) -> None:
        self.first, self.last, self.tense, self.modality = first, last, tense, modality
        self.reports, self.participle = reports, participle


@lru_cache(maxsize=16)
def cutter(clitics: frozenset[str], tags: Callable[[str], Tags]) -> Cutter:
    """Give what cuts the sentences of a language, by its clitics and what its tables say of a word."""
    return Cutter(clitics, tags)


class Cutter:
    """Cuts sentences of a language into words. Texts repeat theirs: what stands between two spaces is cut once."""

    def __init__(self, clitics: frozenset[str], tags: Callable[[str], Tags]) -> None:
        self._pattern, self._tags = _pattern(clitics), tags
        self._known: dict[str, list[_Word]] = {}

    def words_of(self, folded: str, span: Span, times: Sequence[Span]) -> Words:
        """Cut a sentence; words of a time are tagged as that alone. Times are those of the text, in order."""
        texts: list[str] = []
        tags: list[Tags] = []
        starts: list[int] = []
        at = span.start
        for piece in folded[at : span.end].split(" "):
            if piece.isalpha():  # most are a word and nothing else
                texts.append(piece)
                tags.append(self._tags(piece))
                starts.append(at)
            elif piece:
                words = self._known.get(piece)
                for text, tagged, offset in self._cut(piece) if words is None else words:
                    texts.append(text)
                    tags.append(tagged)
                    starts.append(at + offset)
            at += len(piece) + 1
        before = bisect_left(times, span)
        for time in times[max(0, before - 1) : bisect_left(times, (span.end, 0), before)]:
            for place in range(bisect_left(starts, time.start), bisect_left(starts, time.end)):
                tags[place] = TIME
        return Words(texts, tags, starts)

    def _cut(self, piece: str) -> list[_Word]:
        words = [(match.group(), self._tags(match.group()), match.start()) for match in self._pattern.finditer(piece)]
        if len(piece) <= _LONGEST and len(self._known) < _KEPT:
            self._known[piece] = words
        return words


_Word = tuple[str, Tags, int]  # a word, what the tables say of it, where it starts in what stands between two spaces
_KEPT: Final = 50_000
_LONGEST: Final = 24  # characters of what is kept: longer ones come but once


def _pattern(clitics: frozenset[str]) -> re.Pattern[str]:
    """Match a word or a mark of a sentence; clitics are words of their own."""
    endings = "|".join(sorted(re.escape(clitic[1:]) for clitic in clitics))
    inner = rf"(?:-|'(?!(?:{endings})\b))" if endings else "[-']"
    own = rf"'(?:{endings})\b|" if endings else ""
    return re.compile(rf"[^\W\d_]++(?:{inner}[^\W\d_]++)*+|{own}[,;:()\"“”]|``|''|--+|[–—]|\d++(?:,\d{{3}}(?!\d))*+")

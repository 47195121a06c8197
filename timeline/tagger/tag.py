"""Folded text -> mentions: scan windows, read each by its words and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from timeline.grammar.language import Language
from timeline.grammar.lexicon import fold
from timeline.model import Mention, Span
from timeline.tagger.asked import Conditions, Found, Reading, Rejected
from timeline.tagger.drawn_out import write_plainly
from timeline.tagger.parse import Parser
from timeline.tagger.scanner import Scanner
from timeline.tagger.tokens import Tokenizer

_CACHED: Final = 20_000

Tagged = tuple[tuple[Mention, ...], tuple[Rejected, ...]]
"""The mentions of a text, in order, and the words that looked like a time and are none."""


class Tagger:
    """A language made ready to tag. It keeps what it has learned of words, never anything of a text.

    The same windows come again and again ("Friday", "last year"): what conditions were asked on the way to the times
    found is kept, and where they answer the same the same was found.
    """

    def __init__(self, language: Language) -> None:
        self._tokenizer = Tokenizer(language)
        self._scanner = Scanner(language, self._tokenizer)
        self._parser = Parser(language)
        self._readings: dict[str, Reading] = {}
        self._drawn_out = language.dialect.drawn_out

    def tag(self, text: str, folded: str | None = None, edges: Sequence[int] = ()) -> Tagged:
        """Find the mentions of a text, in order, and the words that looked like a time and are none.

        "They met on Monday." has one, [12, 18), by the rule "{weekday}". Edges are places, in order, which no mention
        crosses and over which no condition looks: what lies between two of them is a text of its own.
        """
        folded = fold(text) if folded is None else folded
        if not edges:
            return self.tag_each([(text, folded)])[0]
        bounds = (0, *edges, len(text))
        parts = self.tag_each([(text[start:end], folded[start:end]) for start, end in pairwise(bounds)])
        moved = [_moved(part, start) for part, start in zip(parts, bounds, strict=False)]
        mentions, rejected = (tuple(chain.from_iterable(each)) for each in zip(*moved, strict=True))
        return mentions, rejected

    def tag_each(self, texts: Sequence[tuple[str, str]]) -> list[Tagged]:
        """Tag several texts, each with its fold; all are scanned before the first window is read."""
        if self._drawn_out:
            texts = [(text, write_plainly(folded, self._tokenizer.vocabulary)) for text, folded in texts]
        scanned = [self._scanner.windows(folded) for _, folded in texts]
        return [self._tag(text, folded, each) for (text, folded), each in zip(texts, scanned, strict=True)]

    def _tag(self, text: str, folded: str, windows: Sequence[tuple[int, int]]) -> Tagged:
        mentions: list[Mention] = []
        rejected: list[Rejected] = []
        make = tuple.__new__  # half the cost of calling a record, here and wherever something is made of each word
        for start, end in windows:
            window = folded[start:end]
            found = self._readings.get(window)
            if type(found) is not tuple:
                found = self._read(window, Conditions(text, folded, start), found, rejected)
            for first, last, rule, meaning, opens, closes in found:
                stop = start + last
                if self._drawn_out or folded[stop - 1] == ".":
                    stop = _word_end(text, folded, stop)
                mentions.append(make(Mention, (make(Span, (start + first, stop)), rule, meaning, opens, closes)))
        return tuple(mentions), tuple(rejected)

    def _read(
        self, window: str, conditions: Conditions, known: Reading | None, rejected: list[Rejected]
    ) -> tuple[Found, ...]:
        """Match a window, or take what the same words gave when every condition answers as it did then."""
        found = conditions.follow(known)
        if found is None:
            found = self._parser.parse(self._tokenizer.tokens(window), conditions)
            if known is not None or len(self._readings) < _CACHED:
                self._readings[window] = conditions.learned(found)
        if conditions.refused:
            rejected += conditions.rejected()
        return found


def _moved(tagged: Tagged, start: int) -> Tagged:
    """Set what was found in a part of a text back to where the part begins."""
    mentions, rejected = tagged
    return (
        tuple(_mention_moved(mention, start) for mention in mentions),
        tuple(Rejected(_mention_moved(mention, start), reason) for mention, reason in rejected),
    )


def _mention_moved(mention: Mention, start: int) -> Mention:
    first, last = mention.span
    return mention._replace(span=Span(first + start, last + start))


def _word_end(text: str, folded: str, end: int) -> int:
    """Go on to the end of a word that was drawn out, whose last letters are now spaces, and back from an ellipsis."""
    if folded.startswith("...", end - 1):
        return end - 1  # "Dec..." is no abbreviation with two stops behind it
    while end < len(text) and folded[end] == " " and text[end].isalpha():
        end += 1
    return end

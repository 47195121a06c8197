"""Cut a window of folded text into tokens: words of the lexicon, forms of digits, punctuation that phrases can name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from timeline.grammar.language import Language
from timeline.grammar.lexicon import Token, prefix_tree

_AHEAD: Final = r"(?=[\d'])"  # no form of digits is tried where a letter stands
_MARKS: Final = r"'s?(?!\w)|[,/(&@+]|-+"


class Tokenizer:
    """The vocabulary of a language, compiled: what may stand in a window, and what each word of it is.

    starters  words with which a phrase can begin, and the parts of such lexemes of several words
    inner     words that stand only inside phrases: a window never ends with one
    lexeme_pattern  matches one lexeme or form of digits at a word boundary
    ending_pattern  matches a lexeme with which a window may end
    """

    def __init__(self, language: Language) -> None:
        self._shapes = language.shapes
        self._entries = language.lexicon.entries()
        self._spellings = language.dialect.spellings
        sequences = [sequence for rule in (*language.rules, *language.joins) for sequence in rule.sequences()]
        self._elements = {element.key for sequence in sequences for element in sequence}
        literals = {key for key in self._elements if not key.startswith("{") and key[0].isalpha()}
        plain = frozenset(self._entries) | literals
        self.vocabulary = plain | {written for written, word in self._spellings.items() if word in plain}
        firsts, lasts = {sequence[0].key for sequence in sequences}, {sequence[-1].key for sequence in sequences}
        starters = {w for w in self.vocabulary if self.standard(w) in firsts or self._class_keys(w) & firsts}
        self.starters = frozenset(starters | {part for word in starters for part in word.split()})
        inner = literals - lasts - frozenset(self._entries)
        self.inner = frozenset(w for w in self.vocabulary if self.standard(w) in inner and w not in self._entries)
        self._known: dict[tuple[int, str], tuple[frozenset[str], Mapping[str, Any]]] = {}
        self.lexeme_pattern = self._pattern(self.vocabulary)
        self.ending_pattern = self._pattern(self.vocabulary - self.inner)
        self._token = self._token_pattern()

    def standard(self, word: str) -> str:
        """Give the word that a spelling of this kind of text stands for, else the word itself."""
        return self._spellings.get(word, word)

    def _class_keys(self, word: str) -> set[str]:
        return {f"{{{name}}}" for name in self._entries.get(self.standard(word), ())}

    def _pattern(self, words: Iterable[str]) -> str:
        """Match one of some words or a form; words first, as most lexemes are, for only the extent matters here."""
        digits = "|".join(f"(?:{unnamed(shape.pattern)})" for shape in self._shapes if shape.digits)
        spoken = "|".join(f"(?:{unnamed(shape.pattern)})" for shape in self._shapes if not shape.digits)
        return rf"(?:{prefix_tree(words)}(?!\w)|{_AHEAD}(?:{digits})" + (f"|{spoken})" if spoken else ")")

    def _token_pattern(self) -> re.Pattern[str]:
        shapes = list(enumerate(self._shapes))
        digits = "|".join(f"(?P<s{i}>{unnamed(shape.pattern)})" for i, shape in shapes if shape.digits)
        spoken = "".join(f"(?P<s{i}>{unnamed(shape.pattern)})|" for i, shape in shapes if not shape.digits)
        words = rf"(?P<word>{prefix_tree(self.vocabulary)}(?!\w))"
        return re.compile(rf" ?+(?:{_AHEAD}(?:{digits})|{spoken}{words}|(?P<mark>{_MARKS}))")

    def tokens(self, window: str) -> list[Token]:
        """Cut a window into tokens; a hyphen between words is a space, between digits, months and days it stays."""
        tokens: list[Token] = []
        known, make = self._known, tuple.__new__
        for match in self._token.finditer(window):
            kind = match.lastindex or 0
            start, end = match.span(kind)
            keys, values = known.get((kind, window[start:end])) or self._classify(match)
            tokens.append(make(Token, (start, end, keys, values)))
        return list(_without_joining_hyphens(tokens)) if "-" in window else tokens

    def _classify(self, match: re.Match[str]) -> tuple[frozenset[str], Mapping[str, Any]]:
        kind = match.lastgroup or ""
        text = match[kind]
        word = self.standard(text)
        values = dict(self._entries.get(word, {}))
        if kind[0] == "s":
            shape = self._shapes[int(kind[1:])]
            # In the whole window, as a form may look at what is around.
            inner = re.compile(shape.pattern).match(match.string, match.start(kind))
            if inner and inner.end() == match.end():
                values |= shape.read(inner)
        mark = "-" if kind == "mark" and text[0] == "-" else "lparen" if text == "(" else text
        keys = frozenset(
            {mark, word, *(f"{{{name}}}" for name in values)} & self._elements | ({mark} if kind == "mark" else set())
        )
        if len(self._known) < 20_000:  # words are few, numbers are not
            self._known[match.lastindex or 0, text] = keys, values
        return keys, values


_POINTS: Final = frozenset(
    {
        "{year}",
        "{day}",
        "{month}",
        "{weekday}",
        "{decade}",
        "{clock}",
        "{ampm}",
        "{hour}",
        "{short_year}",
        "{any_year}",
        "{two_digits}",
        "{slash_day}",
        "{letter_clock}",
    }
)


def _without_joining_hyphens(tokens: list[Token]) -> Iterator[Token]:
    for place, token in enumerate(tokens):
        if "-" in token.keys and 0 < place < len(tokens) - 1:
            before, after = tokens[place - 1], tokens[place + 1]
            glued = before.end == token.start and token.end == after.start
            if glued and not (before.keys & _POINTS and after.keys & _POINTS):
                continue
        yield token


def unnamed(pattern: str) -> str:
    """Write a pattern without the names of its groups, so that it can stand in another twice."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)

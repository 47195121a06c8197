"""Find the windows of a text: runs of time words around a trigger, in a compiled scan of the folded text."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.grammar.lexicon import prefix_branches, prefix_tree
from timeline.tagger.beginnings import DEPTH, Beginnings
from timeline.tagger.tokens import Tokenizer

# Atomic: there is one way to read what stands between two words, and trying others made each window's end cost double.
# It is mostly one space, so that is tried first.
_SEPARATOR: Final = r"(?> (?=[a-z0-9])|[ \t]?(?:'s?(?!\w)[ \t]?)?(?:[,/(&@+]|--?)?[ \t]{0,2}(?:\n[ \t]{0,3}(?!\n))?)"
_MAX_LEXEMES: Final = 40  # a list of dates may go on for ever; rules do not
_MAX_INNER: Final = 4
_MAX_WIDENED: Final = 8
_KEPT: Final = 50_000
_BEHIND: Final = " " * DEPTH
_BEFORE: Final = re.compile(r"(?:[^\W_]|[.':])+$")


class Scanner:
    """The compiled scan of a language.

    A table of the triggers' first letters tells where one may begin; only there is the expression of them all tried.
    That takes a third of the time of a search for it, as the engine of expressions spends 20 ns on each letter.
    """

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        classes = {trigger[1:-1] for trigger in language.triggers if trigger.startswith("{")}
        words = language.lexicon.words(classes) | {t for t in language.triggers if not t.startswith("{")}
        words |= {written for written, word in language.dialect.spellings.items() if word in words}
        lexeme, ending = tokenizer.lexeme_pattern, tokenizer.ending_pattern
        inner = rf"(?:{prefix_tree(tokenizer.inner)}(?!\w){_SEPARATOR}){{0,{_MAX_INNER}}}" if tokenizer.inner else ""
        self._trigger = re.compile(_triggers(words, language))
        self._beginnings = Beginnings(words, (*language.hints, "0"))
        self._run = re.compile(rf"{lexeme}(?:{_SEPARATOR}{inner}{ending}){{0,{_MAX_LEXEMES}}}+")
        self._lexeme = re.compile(lexeme)
        self._starters = tokenizer.starters
        self._sizes: dict[str, int] = {}
        self._opens: dict[str, bool] = {}

    def windows(self, folded: str) -> list[tuple[int, int]]:
        """Give the start and end of each window, in order, not overlapping."""
        padded = f" {folded}{_BEHIND}"  # so that every word has a sign before it and letters to look at behind
        windows: list[tuple[int, int]] = []
        trigger, begins = self._trigger.match, self._beginnings.next
        reached, at = 1, 0
        while (at := begins(padded, at)) >= 0:
            hit = trigger(padded, at)
            if hit is None:
                continue
            last = hit.end()
            start, end = self._window(padded, at, last, reached)
            reached = end if end > last else last
            windows.append((start - 1, reached - 1))
            at = reached - 1
        return windows

    def _window(self, folded: str, start: int, last: int, reached: int) -> tuple[int, int]:
        """Give the longest run of lexemes that holds a trigger, or its own place when none does."""
        run = self._run.match
        for begin in self._widen(folded, start, reached):
            match = run(folded, begin)
            if match and match.end() >= last:
                return begin, match.end()
        return start, last

    def _widen(self, folded: str, start: int, reached: int) -> list[int]:
        """Go left over the words that a phrase may begin with; give the places passed, the farthest first."""
        starts = [start]
        opens, space_before = self._opens.get, folded.rfind
        for _ in range(_MAX_WIDENED):
            # Most words stand between two spaces and are known: one look-up tells whether they open a phrase.
            space = space_before(" ", reached if reached > start - 17 else start - 17, start - 1)
            known = opens(folded[space + 1 : start]) if space >= 0 else None
            if known is None:
                before = self._lexeme_start(folded, start, reached)
                if before == start:
                    break
                start = before
            elif known:
                start = space + 1
            else:
                break
            starts.append(start)
        return starts[::-1]

    def _lexeme_start(self, folded: str, start: int, reached: int) -> int:
        """Give the start of the lexeme that stands before a place, else the place itself."""
        end = start
        while end > reached and end > start - 4 and folded[end - 1] in " -,&\t\n/'":
            end -= 1
        if folded.endswith("'s", reached, end):
            end -= 2
        if end <= reached:
            return start
        size = self._lexeme_before(folded, end, reached)
        if not size and folded[end : end + 1] == "'" and end == start - 1:
            return end
        return end - size if size else start

    def _lexeme_before(self, folded: str, end: int, reached: int) -> int:
        """Give the length of the lexeme that ends at a place, 0 when there is none."""
        left = reached if reached > end - 16 else end - 16
        space = folded.rfind(" ", left - 1, end)  # the text itself has a space before it
        if space < 0:
            return self._lexeme_ending(folded[left:end])
        word = folded[space + 1 : end]
        size = self._sizes.get(word)
        if size is None:
            size = len(word) if self._may_start(word) else 0 if word.isalpha() else self._lexeme_ending(word)
            self._keep(word, size)
        return size

    def _lexeme_ending(self, words: str) -> int:
        tail = _BEFORE.search(words)
        return len(tail.group()) if tail and self._may_start(tail.group()) else 0

    def _may_start(self, word: str) -> bool:
        """Say whether a phrase can begin with a word."""
        return word in self._starters or self._lexeme.fullmatch(word) is not None

    def _keep(self, word: str, size: int) -> None:
        """Keep what was found out about a word: texts repeat theirs."""
        if len(self._sizes) < _KEPT:
            self._sizes[word] = size
            if word.isalpha() or (size and word.isalnum()):
                self._opens[f"{word} "] = size > 0


def _triggers(words: set[str], language: Language) -> str:
    """Write what makes the scan stop; one look at a word's first letter tells which part of it can match."""
    figures = {word for word in words if word[0].isdigit()}
    spoken = dict.fromkeys(sorted(words - figures), r"(?!\w)")
    # Units written onto their number: "8pm", "7hrs".
    written_on = rf"\d[\d.+]{{0,6}}{prefix_tree(words)}(?!\w)"
    begun = [rf"{prefix_tree(figures)}(?!\w)"] if figures else []
    digits = "|".join((*begun, *language.digit_hints, written_on))
    # A word may be a trigger by itself and with what is written onto it: "july" and "july4th".
    hints = {word: f"(?:{spoken[word]}|{hint})" if word in spoken else hint for word, hint in language.hints.items()}
    return rf"{prefix_branches({**spoken, **hints})}|(?=\d)(?:{digits})"

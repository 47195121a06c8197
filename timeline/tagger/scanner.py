"""Find the windows of a text: runs of time words around a trigger, in one compiled scan of the folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.grammar.language import Language
from timeline.grammar.lexicon import prefix_tree
from timeline.tagger.tokens import Tokenizer

# Atomic: there is one way to read what stands between two words, and trying others made each window's end cost double.
_SEPARATOR = r"(?>[ \t]?(?:'s?(?!\w)[ \t]?)?(?:[,/(&@+]|--?)?[ \t]{0,2}(?:\n[ \t]{0,3}(?!\n))?)"
_MAX_LEXEMES = 40  # a list of dates may go on for ever; rules do not
_MAX_INNER = 4
_MAX_WIDENED = 8
_KEPT = 50_000
_BEFORE = re.compile(r"(?:[^\W_]|[.':])+$")


class Scanner:
    """The compiled scan of a language."""

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        classes = {trigger[1:-1] for trigger in language.triggers if trigger.startswith("{")}
        words = language.lexicon.words(classes) | {t for t in language.triggers if not t.startswith("{")}
        words |= {written for written, word in language.dialect.spellings.items() if word in words}
        lexeme, ending = tokenizer.lexeme_pattern, tokenizer.ending_pattern
        inner = rf"(?:{_SEPARATOR}{prefix_tree(tokenizer.inner)}(?!\w)){{0,{_MAX_INNER}}}" if tokenizer.inner else ""
        tree, hints = rf"{prefix_tree(words)}(?!\w)", "|".join(language.hints)
        # One word boundary before everything, then a prefix tree: 22 MB/s; a look-behind in its place makes it 6.
        # The last branch is for units written onto their number: "8pm", "7hrs".
        self._scan = re.compile(rf"\b(?:{tree}|{hints}|\d[\d.+]{{0,6}}{tree})")
        self._run = re.compile(rf"{lexeme}(?:{inner}{_SEPARATOR}{ending}){{0,{_MAX_LEXEMES}}}")
        self._lexeme = re.compile(lexeme)
        self._starters = tokenizer.starters
        self._known: dict[str, bool] = {}

    def windows(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each window, in order, not overlapping."""
        reached, size = 0, len(folded)
        scan, widen, run_end, known, before = self._scan.search, self._widen, self._run_end, self._known, folded.rfind
        while reached < size and (hit := scan(folded, reached)):
            start, last = hit.span()
            # Most triggers stand behind a word that begins no phrase: one look-up tells, nothing is widened.
            space = before(" ", start - 20 if start > 20 else 0, start - 1)
            word = folded[space + 1 : start - 1] if space >= 0 else ""
            if start > reached and (known.get(word, True) or not word.isalpha()):
                starts = widen(folded, start, reached)
                start, end = next(((s, e) for s in starts if (e := run_end(folded, s)) >= last), (start, last))
            else:
                end = run_end(folded, start)
            reached = end if end > last else last
            yield start, reached

    def _run_end(self, folded: str, start: int) -> int:
        match = self._run.match(folded, start)
        return match.end() if match else start

    def _widen(self, folded: str, start: int, reached: int) -> list[int]:
        """Go left over the words that a phrase may begin with; give the places passed, the farthest first."""
        starts = [start]
        for _ in range(_MAX_WIDENED):
            end = start
            while end > reached and end > start - 4 and folded[end - 1] in " -,\t\n/'":
                end -= 1
            if folded.endswith("'s", reached, end):
                end -= 2
            if end <= reached:
                break
            size = self._lexeme_before(folded, end, reached)
            if not size:
                if folded[end : end + 1] == "'" and end == start - 1:
                    starts.append(end)
                break
            start = end - size
            starts.append(start)
        return starts[::-1]

    def _lexeme_before(self, folded: str, end: int, reached: int) -> int:
        """Give the length of the lexeme that ends at a place, 0 when there is none."""
        space = folded.rfind(" ", max(reached, end - 16), end)
        word = folded[space + 1 : end] if space >= 0 or end <= 16 else ""  # a text may begin with "20+ mins"
        if word and self._may_start(word):
            return len(word)
        if word.isalpha():
            return 0
        tail = _BEFORE.search(folded, max(reached, end - 16), end)
        return len(tail.group()) if tail and self._may_start(tail.group()) else 0

    def _may_start(self, word: str) -> bool:
        """Say whether a phrase can begin with a word; texts repeat their words, so the answers are kept."""
        known = self._known.get(word)
        if known is None:
            known = word in self._starters or self._lexeme.fullmatch(word) is not None
            if len(self._known) < _KEPT:
                self._known[word] = known
        return known

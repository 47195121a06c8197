"""Find the windows of a text: runs of time words around a trigger, in one compiled scan of the folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.grammar.language import Language
from timeline.grammar.lexicon import prefix_tree
from timeline.tagger.tokens import Tokenizer, unnamed

_SEPARATOR = r"[ \t]?(?:'s?(?!\w)[ \t]?)?(?:[,/(&@+]|--?)?[ \t]{0,2}(?:\n[ \t]{0,3}(?!\n))?"
_MAX_LEXEMES = 40  # a list of dates may go on for ever; rules do not
_LEFT = 8
_BEFORE = re.compile(r"(?:[^\W_]|[.':])+$")


class Scanner:
    """The compiled scan of a language."""

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        classes = {trigger[1:-1] for trigger in language.triggers if trigger.startswith("{")}
        words = language.lexicon.words(classes) | {t for t in language.triggers if not t.startswith("{")}
        digits = "|".join(unnamed(shape.pattern) for shape in language.shapes if shape.trigger)
        lexeme = unnamed(tokenizer.lexeme_pattern)
        self._scan = re.compile(rf"(?<![^\W\d_])(?:{prefix_tree(words)}(?!\w)|(?<!\d)(?:{digits}))")
        self._run = re.compile(rf"{lexeme}(?:{_SEPARATOR}{lexeme}){{0,{_MAX_LEXEMES}}}")
        self._vocabulary = tokenizer.vocabulary
        self._lexeme = re.compile(lexeme)

    def windows(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each window, in order, not overlapping."""
        reached, size = 0, len(folded)
        scan, run = self._scan.search, self._run.match
        while reached < size and (hit := scan(folded, reached)):
            start = self._widen(folded, hit.start(), reached)
            match = run(folded, start)
            end = match.end() if match else hit.end()
            if end < hit.end():  # the run stopped short of the trigger: begin at the trigger
                start = hit.start()
                match = run(folded, start)
                end = max(match.end(), hit.end()) if match else hit.end()
            yield start, end
            reached = end

    def _widen(self, folded: str, start: int, reached: int) -> int:
        """Go left over the words that a phrase may begin with."""
        vocabulary = self._vocabulary
        for _ in range(_LEFT):
            end = start
            while end > reached and end > start - 4 and folded[end - 1] in " -,\t\n/":
                end -= 1
            if folded.endswith("'s", reached, end):
                end -= 2
            if end == start or end <= reached:
                return start
            space = folded.rfind(" ", max(reached, end - 16), end)
            word = folded[space + 1 : end] if space >= 0 else ""
            if word not in vocabulary and not self._lexeme.fullmatch(word):
                tail = _BEFORE.search(folded, max(reached, end - 16), end)
                word = tail.group() if tail else ""
                if word not in vocabulary and not self._lexeme.fullmatch(word):
                    return start
            start = end - len(word)
        return start

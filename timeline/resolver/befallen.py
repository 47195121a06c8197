"""The words behind a day -> what befell people on it unannounced, which is over: "Tuesday's earthquake"."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Span

_WORDS: Final = re.compile(r" ([a-z]+(?:-[a-z]+)*)")
_FEW: Final = 3  # words: "Tuesday's deadly bomb attack"


def befallen(folded: str, span: Span, language: Language) -> Span | None:
    """Find the noun of what nobody announces, of which a day is said by its genitive or before it, as which one.

    The Friday attack and the 20 April explosion have been; "on Tuesday fire crews left" tells of none.
    """
    genitive = genitive_end(folded, span.end, language)
    if not genitive and not _is_definite(folded, span, language):
        return None
    place = genitive or span.end
    for _ in range(_FEW if genitive else _FEW - 1):
        word = _WORDS.match(folded, place)
        if word is None or word[1] in language.syntax.time_prepositions or word[1] in language.syntax.determiners:
            return None
        if word[1] in language.happenings.unplanned and not _goes_on(folded, word.end(), language):
            return Span(word.start(1), word.end())
        place = word.end()
    return None


def genitive_end(folded: str, end: int, language: Language) -> int:
    """Give the end of the genitive behind a mention, 0 where none is; some texts part it: "Tuesday 's"."""
    genitive = language.syntax.genitive
    if not genitive:
        return 0
    start = end + folded.startswith(" ", end)
    return start + len(genitive) if folded.startswith(genitive, start) else 0


def _is_definite(folded: str, span: Span, language: Language) -> bool:
    """Say whether a day stands between its article and what follows: "the 20 April explosion", "a Friday attack"."""
    articles = language.syntax.determiners - language.syntax.time_prepositions
    left = folded[max(0, span.start - 12) : span.start].split()
    return folded[span.start : span.end].split()[0] in articles or (bool(left) and left[-1] in articles)


def _goes_on(folded: str, end: int, language: Language) -> bool:
    """Say whether another noun follows, which the first only describes: "the Friday attack warning", "fire drill"."""
    word = _WORDS.match(folded, end)
    return word is not None and word[1] in language.happenings.of_unplanned

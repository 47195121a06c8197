"""A time that stands with a noun, and a length before it -> the word by which a clause lies so far from that noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.events.lengths import TURNED, length_before
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Timex

_DEEP: Final = 5  # words of a noun phrase, its determiner among them
_REACH: Final = 40  # characters behind a time that hold the noun it stands before


def leaned_on(folded: str, clause: Clause, timex: Timex, timexes: Sequence[Timex], language: Language) -> Span | None:
    """Find the word by which a clause lies so long before or after a noun that a time stands behind."""
    if timex.period is None or not clause.span.start <= timex.span.start < clause.span.end:
        return None
    for found in language.happenings.lean.finditer(folded, clause.span.start, timex.span.start):
        word = Span(*found.span())
        if language.happenings.leaning[found.group()] in TURNED and length_before(folded, word, timexes):
            phrase = folded[word.end : timex.span.start]
            holds_verb = clause.verb is not None and word.end <= clause.verb.start < timex.span.start
            leans = not holds_verb and _is_noun_phrase(phrase, language)
            return word if leans or _stands_before_happening(folded, word, timex, language) else None
    return None


def _stands_before_happening(folded: str, word: Span, timex: Timex, language: Language) -> bool:
    """Say whether a time follows "after" at once and a happening it: "two weeks after the June 7 bus crash"."""
    between = folded[word.end : timex.span.start].strip()
    opening = between or timex.span.of(folded).partition(" ")[0]
    if opening not in language.happenings.definite:
        return False
    following = WORD.findall(_PAUSE.split(folded[timex.span.end : timex.span.end + _REACH], 1)[0])[:_NAMED]
    return not language.happenings.nouns.keys().isdisjoint(following)


_NAMED: Final = 3  # words from a time to the happening it is of: "the June 7 commuter train crash"
_PAUSE: Final = re.compile(r"[,.;:()\n]")


def _is_noun_phrase(phrase: str, language: Language) -> bool:
    """Say whether words between "after" and a time are a noun with what stands before it: "the vote on"."""
    words, happenings = phrase.split(), language.happenings
    known = bool(words) and (happenings.points_back(words[0]) or words[0] in happenings.indefinite)
    return known and 1 < len(words) <= _DEEP and phrase.replace(" ", "").isalpha()

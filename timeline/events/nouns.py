"""Nouns that name happenings: those a time stands before or right behind, and those another happening leans on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.attach import modified_noun, words_before
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Timex

_WORD = re.compile(r"[\w'-]+")
_DEEP = 4  # words of a noun phrase looked at behind its determiner
_NOUN = re.compile(r"([\w-]+)\s+[\w-]+\s*$")


def modified_nouns(folded: str, timexes: Sequence[Timex], language: Language) -> Iterator[tuple[str, Timex]]:
    """Yield the stems of the nouns that a time dates: "Monday's vote", "the attack on Saturday"."""
    for timex in timexes:
        if timex.interval is None:
            continue
        noun = modified_noun(folded, timex, language) or behind_noun(folded, timex, language)
        if noun:
            yield language.happenings.stem(noun.of(folded)), timex


def behind_noun(folded: str, timex: Timex, language: Language) -> Span | None:
    """Find the word a time stands right behind, with or without its preposition: "its launch in 2003"."""
    _, near = words_before(folded, timex.span.start)
    if not near:
        return None
    end = timex.span.start
    if near in language.syntax.time_prepositions or near in language.syntax.determiners:
        end = folded.rfind(near, 0, end)
    found = None
    for found in _WORD.finditer(folded, max(0, end - 30), end):
        pass
    return Span(*found.span()) if found and not folded[found.end() : end].strip() else None


def leaning_noun(folded: str, clause: Clause, language: Language) -> str | None:
    """Find the stem of the happening a clause leans on: "since its launch", "during the siege"."""
    words = list(_WORD.finditer(folded, *clause.span))
    for place, word in enumerate(words[:-2]):
        side = language.happenings.leaning.get(word.group())
        if side is None or not language.happenings.points_back(words[place + 1].group()):
            continue
        stop = clause.verb.start if clause.verb and clause.verb.start > word.start() else clause.span.end
        for noun in words[place + 2 : place + 2 + _DEEP]:
            if noun.start() >= stop or folded[words[place + 1].end() : noun.start()].strip(" \n").endswith(","):
                break
            after = folded[noun.end() : noun.end() + 3].lstrip()
            if after[:1] in ",.;" or side == "onward":
                return language.happenings.stem(noun.group())
    return None

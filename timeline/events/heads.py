"""A word beside a time -> whether the time dates it: an adjective of what is to come, a participle, a gerund."""

from __future__ import annotations

import re

from timeline.grammar.language import Language
from timeline.model import Span

_WORD = re.compile(r"[\w'-]+")


def awaits(word: str, language: Language) -> bool:
    """Say whether an adjective says that what it stands with is still to come: "the meeting, due on Friday"."""
    tags = language.verbs.tags(word)
    return "planned_words" in tags and "past" not in tags and word in language.syntax.awaiting


def opens_participle(word: str, language: Language) -> bool:
    """Say whether a participle may stand behind a word: "after buying the firm in 2016", "having bought it in 2016"."""
    return word in language.happenings.leaning or "have_other" in language.verbs.tags(word)


def gerund_leaned_on(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the gerund that a happening leans on and a time behind it dates: "worked there before joining in 2016"."""
    for lean in language.happenings.lean.finditer(folded, start, end):
        word = _WORD.match(folded, lean.end() + 1, end)
        if word and language.syntax.is_gerund(word.group()):
            return Span(*word.span())
    return None

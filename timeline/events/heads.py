"""A word beside a time -> whether the time dates it: an adjective of what is to come, a participle, a gerund."""

from __future__ import annotations

from typing import Final

from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Span


def awaits(word: str, language: Language) -> bool:
    """Say whether an adjective says that what it stands with is still to come: "the meeting, due on Friday"."""
    tags = language.verbs.tags(word)
    return "planned_words" in tags and "past" not in tags and word in language.syntax.awaiting


def hanging_participle(folded: str, start: int, end: int, first: int, language: Language) -> Span | None:
    """Find a participle among the first words of a part of a clause: "later fired", "born"; it may hang on "after"."""
    for number, word in enumerate(WORD.finditer(folded, start, end)):
        if first == 1 and _opens_participle(word.group(), language):
            first += 1  # "after buying the firm in 2016", "having bought it in 2016"
            continue
        if number == first:
            return None
        tagged = not language.verbs.tags(word.group()).isdisjoint(_HANGING)
        gerund = language.syntax.ends(word.group(), language.syntax.gerund_ending)
        if tagged or gerund or awaits(word.group(), language):
            return Span(*word.span())
    return None


_HANGING: Final = frozenset({"participle", "past"})


def _opens_participle(word: str, language: Language) -> bool:
    """Say whether a participle may stand behind a word: "after buying the firm in 2016", "having bought it in 2016"."""
    return word in language.happenings.leaning or "have_other" in language.verbs.tags(word)


def gerund_leaned_on(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the gerund that a happening leans on and a time behind it dates: "worked there before joining in 2016"."""
    for lean in language.happenings.lean.finditer(folded, start, end):
        word = WORD.match(folded, lean.end() + 1, end)
        if word and language.syntax.is_gerund(word.group()):
            return Span(*word.span())
    return None


def awaiting_before(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the adjective right before a time that says its noun is to come: "declared a dividend payable on 3 May"."""
    words = list(WORD.finditer(folded, start, end))
    if words and words[-1].group() in language.syntax.time_prepositions:
        words.pop()
    return Span(*words[-1].span()) if len(words) > 1 and awaits(words[-1].group(), language) else None

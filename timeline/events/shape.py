"""What the words of a clause say of its verb beyond tense."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Clause, Tense

_WORD: Final = re.compile(r"[\w']+")
_REACH: Final = 40
_OPENING: Final = 4  # words: a determiner and a noun with what stands before it
_TELLING: Final = frozenset({"say", "deny", "allege"})
_AUXILIARIES: Final = frozenset({"do_past", "be_past"})
_STATES: Final = ("be_", "have_")


def is_past_perfect(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a clause tells of what lay before: "had closed", "had been seen".

    "had been waiting" lasted, and "had to close" is no more than the past.
    """
    if clause.tense is not Tense.PAST or clause.verb is None:
        return False
    if language.syntax.ends(clause.verb.of(folded), language.syntax.gerund_ending):
        return False
    start = max(clause.span.start, clause.verb.start - _REACH)
    near = [word.group() for word in _WORD.finditer(folded, start, clause.verb.start)][-3:]
    had = max((place for place, word in enumerate(near) if "have_past" in language.verbs.tags(word)), default=-1)
    return had >= 0 and (not language.syntax.infinitive or language.syntax.infinitive not in near[had:])


def is_bare_gerund(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the verb is a participle that opens its clause and hangs on another: "..., saying that it works"."""
    if clause.verb is None or clause.tense is not Tense.PRESENT:
        return False
    gerund = language.syntax.ends(clause.verb.of(folded), language.syntax.gerund_ending)
    return gerund and _WORD.search(folded, clause.span.start, clause.verb.start) is None


def is_hanging_gerund(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the verb is a participle that hangs on a noun: "a letter accusing him", with no form of be."""
    if (
        clause.verb is None
        or clause.tense is not Tense.PRESENT
        or not language.syntax.is_gerund(clause.verb.of(folded))
    ):
        return False
    words = _WORD.findall(folded, clause.span.start, clause.verb.start)
    return not any(tag.startswith(_STATES) for word in words for tag in language.verbs.tags(word))


def has_auxiliary(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the verb group of a clause begins with an auxiliary of its own: "but did not want"."""
    words = _WORD.findall(folded, clause.span.start, clause.verb.start) if clause.verb else ()
    return any(language.verbs.tags(word) & _AUXILIARIES for word in words)


def will_be(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a clause tells the future by its auxiliary, seen from now: "will", not "would"."""
    words = _WORD.findall(folded, clause.span.start, clause.verb.start) if clause.verb else ()
    return any("future" in language.verbs.tags(word) for word in words[-_NEAR:])


def plans_now(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a clause tells what somebody plans or wants today: "wants to ask him", not "wanted to"."""
    words = _WORD.findall(folded, clause.span.start, clause.verb.start) if clause.verb else ()
    tags = [language.verbs.tags(word) for word in words[-_NEAR:]]
    return any("plan" in tag and "past" not in tag for tag in tags)


_NEAR: Final = 3  # words before the head of its verb group


def is_able(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a modal says what is so now: "can", "cannot"."""
    if clause.verb is None:
        return False
    near = folded[max(clause.span.start, clause.verb.start - _REACH) : clause.verb.start].split()[-3:]
    return not language.happenings.able.isdisjoint(near)


def first_word(folded: str, clause: Clause) -> str:
    """Give the word that opens a clause."""
    found = _WORD.search(folded, clause.span.start, clause.span.end)
    return found.group() if found else ""


def is_of_that_time(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a clause points to the time told last: "At the time, he spoke", "They said at the time that ..."."""
    for words in language.happenings.that_time:
        found = folded.find(words, *clause.span)
        if found >= 0 and not folded[found + len(words) : clause.span.end].lstrip()[:1].isalpha():
            return True
    return False


def explains_that_time(folded: str, start: int, language: Language) -> bool:
    """Say whether the words at a place tell which time it was: "at the time he was captured"."""
    if not folded.startswith(language.happenings.told_time, start):
        return False
    end = next(start + len(words) for words in language.happenings.told_time if folded.startswith(words, start))
    follows = _WORD.match(folded, end + 1)
    return follows is not None and follows.group() not in language.happenings.belonging


def first_relative(folded: str, clause: Clause, language: Language) -> int | None:
    """Find where the relative word of a clause stands, before its verb."""
    end = clause.verb.start if clause.verb else clause.span.end
    found = (word for word in _WORD.finditer(folded, clause.span.start, end))
    return next((word.start() for word in found if word.group() in language.syntax.relatives), None)


def opening_words(folded: str, clause: Clause) -> list[str]:
    """Give the first words of a clause, up to its verb."""
    end = clause.verb.start if clause.verb else clause.span.end
    words = (found.group().strip("'") for found in _WORD.finditer(folded, clause.span.start, end))
    return [word for word in words if word][:_OPENING]


def is_no_happening(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the verb tells no happening of its own: a state ("was"), a saying, or words that hang on a noun."""
    if clause.verb is None:
        return True
    tags = language.verbs.tags(clause.verb.of(folded))
    near = folded[max(clause.span.start, clause.verb.start - _REACH) : clause.verb.start].split()[-3:]
    hanging = language.syntax.relatives | language.syntax.complementizers
    return bool(tags & _TELLING) or any(tag.startswith(_STATES) for tag in tags) or not hanging.isdisjoint(near)

"""A time and what stands before it -> whether it only says among how many, or with what: "the third fire this year"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from timeline.calendar import DAY
from timeline.events.surface import WORD, words_since_break
from timeline.grammar.language import Language
from timeline.meaning import Shift
from timeline.model import Clause, Timex

_BREAK: Final = re.compile(r"[;()–—.\n]|,(?!\d{3}(?!\d))|--")
_REACH: Final = 60  # characters before a time among which the verb stands: "was the third fatal accident there"
_PHRASE: Final = 5  # words from the number to the time
_FAR: Final = 80  # characters before "since"
_NEAR: Final = 7  # words before "since" among which a superlative stands
_STATES: Final = ("be_present", "be_past", "be_other")


def counts_among(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a stretch of time frames a count and dates nothing: what it frames is told by the verb "be"."""
    if timex.period is not None and (timex.period.granularity <= DAY or not _goes_on(timex)):
        return False
    parts = _BREAK.split(folded[max(0, timex.span.start - _REACH) : timex.span.start])
    words, numbering = parts[-1].split(), language.happenings.numbering
    if numbering.isdisjoint(words):
        return False
    place = max(place for place, word in enumerate(words) if word in numbering)
    if not place or len(words) - place > _PHRASE or _says_when(words[-1], timex, language):
        return False
    opens = place == 1 and len(parts) > 1  # "..., the fourth such murder this year"
    state = place > 1 and not language.verbs.tags(words[place - 2]).isdisjoint(_STATES)
    return (opens or state) and words[place - 1] in language.syntax.determiners


def _goes_on(timex: Timex) -> bool:
    """Say whether a time is still running: "this year" only frames a count, "last year" says when."""
    meaning = timex.mention.meaning
    return timex.type == "DURATION" or (isinstance(meaning, Shift) and not meaning.count)


def _says_when(near: str, timex: Timex, language: Language) -> bool:
    """Say whether the word before a time makes it say when after all: "is the third mayor since 2020", "until 2028"."""
    syntax = language.syntax
    opening = syntax.open_end | syntax.open_start | syntax.before_start | syntax.after_end
    return near in opening or (near in syntax.time_prepositions and timex.type != "DURATION")


def follows_superlative(folded: str, position: int, language: Language) -> bool:
    """Say whether a thing is the first or largest since a time, which is then not its own: "first time since May"."""
    words, syntax = words_since_break(folded, position, _FAR)[-_NEAR:-1], language.syntax
    if words and words[-1] in syntax.adverbs and not syntax.determiners & set(words[-2:-1]):
        words.pop()  # "only since May", but "the first since May"
    numbering = language.happenings.numbering
    if words and words[-1] in numbering and words[-2:-1] and words[-2] in language.happenings.indefinite:
        words = words[:-2]  # "have risen a third since July"
    return any(language.happenings.compares(word) or word in numbering for word in words)


def measures_superlative(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a time is of that since which nothing was as large: "the worst since the war began in May"."""
    start, since = timex.span.start, language.syntax.open_end
    near = folded[max(0, start - _SMALL) : start].rstrip().rpartition(" ")[2]
    if near not in language.syntax.time_prepositions:
        return False
    words = [word for word in WORD.finditer(folded, max(0, start - _SINCE), start) if word.group() in since]
    if (
        clause.verb is None
        or not words
        or words[-1].start() < clause.verb.end
        or not folded[words[-1].end() : start].replace(" ", "").isalpha()
    ):
        return False
    return follows_superlative(folded, words[-1].end() + 1, language)


_SMALL, _SINCE = 12, 60  # characters of a preposition, and from "since" to its time


def is_compared(folded: str, position: int, language: Language) -> bool:
    """Say whether a time is that of what something is compared with: "compared with £381 million in 2023".

    What was compared then is told by a verb: "was compared with the original in 2023".
    """
    near, phrases = folded[max(0, position - _REACH) : position], language.happenings.compared
    if not any(phrase in near for phrase in phrases):
        return False  # as nearly always, and found out at a tenth of the cost
    words, tags = words_since_break(folded, position, _REACH), language.verbs.tags
    at = next((at for at, pair in enumerate(pairwise(words)) if " ".join(pair) in phrases), None)
    if at is None or any(not tags(word).isdisjoint(_STATES) for word in words[max(0, at - 2) : at]):
        return False
    return all(tags(word).isdisjoint(_TELLING) for word in words[at + 2 :])


_TELLING: Final = frozenset({"past", "be_past", "have_past"})


def follows_change(folded: str, position: int, language: Language) -> bool:
    """Say whether a time is that of what an amount was before: "70 flights on Monday, up from 60 on Sunday"."""
    near, changing = folded[max(0, position - _REACH) : position], language.happenings.changing
    if not any(phrase in near for phrase in changing):
        return False  # as nearly always, and found out at a tenth of the cost
    words = words_since_break(folded, position, _REACH)
    return len(words) > 1 and f"{words[0]} {words[1]}" in changing

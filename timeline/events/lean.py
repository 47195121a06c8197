"""A clause that leans on another happening -> its date: "three days after the strike", "since its launch"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final

from timeline.calendar import (
    Interval,
)
from timeline.events.among import follows_superlative
from timeline.events.dating import Dating, Rule
from timeline.events.from_noun import leaned_on
from timeline.events.lengths import DAY_APART, TURNED, Leaning, apart, day_from, length_before
from timeline.events.nouns import is_told_anew, relative_noun
from timeline.events.shape import explains_that_time
from timeline.events.surface import WORD
from timeline.grammar.happenings import Side
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Tense, Timex

_DEEP: Final = 5  # words of a noun phrase, its determiner among them


Known = Callable[[str], Dating | None]  # the stem of a happening's word -> its date, when it was told


def leaned(
    folded: str,
    clauses: Sequence[Clause],
    number: int,
    timexes: Sequence[Timex],
    known: Known,
    stated: Mapping[int, Dating],
    language: Language,
) -> Dating | None:
    """Date a clause by the happening it leans on, None when it leans on none that has a date."""
    end = clauses[min(number + 1, len(clauses) - 1)].span.end
    if not stated and not language.happenings.lean.search(folded, clauses[number].span.start, end):
        return None
    follows = number + 1 in stated and relative_noun(folded, clauses[number + 1], language)
    if follows:
        known = partial(_first_of, follows, stated[number + 1], known)
    on_clause = (
        *_on_dated_noun(folded, clauses[number], timexes, language),
        *_on_clause(folded, clauses, number, known, stated, language),
        *_from_clause(folded, clauses, number, timexes, stated, language),
    )
    for leaning in (*_on_nouns(folded, clauses[number], known, language), *on_clause):
        length = None if leaning.side in DAY_APART else length_before(folded, leaning.word, timexes)
        found = apart(leaning, length) if length else _beside(leaning)
        if found is not None:
            return found
    return None


def _first_of(stem: str, dating: Dating, known: Known, asked: str) -> Dating | None:
    return dating if asked == stem else known(asked)


def _on_nouns(folded: str, clause: Clause, known: Known, language: Language) -> Iterator[Leaning]:
    """Yield the dated happenings that a preposition of the clause leans on: "during the siege"."""
    happenings = language.happenings
    for word in happenings.lean.finditer(folded, *clause.span):
        pause = folded.find(",", word.end(), clause.span.end)  # "after the vote, club members left"
        following = list(islice(WORD.finditer(folded, word.end(), clause.span.end if pause < 0 else pause), _DEEP))
        if len(following) < 2 or not happenings.points_back(following[0].group()):
            continue
        if _only_compares(folded, Span(*word.span()), language):
            continue
        if happenings.leaning[word.group()] is Side.ON and _is_bound(folded, word.start(), language):
            continue
        lean = Span(*word.span())
        nouns = (n for n in following[1:] if not _is_subject(folded, clause, lean, Span(*n.span()), language))
        nouns = (n for n in nouns if not is_told_anew(folded, Span(*n.span()), clause, language))
        bases = (known(happenings.stem(noun.group())) for noun in nouns)
        base = next((base for base in bases if base and base.interval), None)
        if base is not None:
            yield Leaning(lean, happenings.leaning[word.group()], base)


def _is_bound(folded: str, position: int, language: Language) -> bool:
    """Say whether a preposition makes a time at a place the end of another: "until the day of his arrest"."""
    syntax, before = language.syntax, folded[max(0, position - _REACH) : position].split()[-1:]
    bounds = (syntax.open_start, syntax.before_start, syntax.open_end, syntax.starting, syntax.after_end)
    return bool(before) and any(before[0] in words for words in bounds)


_REACH: Final = 40  # characters before a word that hold those it goes with


def _on_dated_noun(folded: str, clause: Clause, timexes: Sequence[Timex], language: Language) -> Iterator[Leaning]:
    """Yield the happening whose day stands behind it: "two days after the vote on 3 February"."""
    for timex in timexes:
        word = leaned_on(folded, clause, timex, timexes, language)
        if word:
            base = Dating((timex,), timex.period, timex.interval, Rule.STATED)
            yield Leaning(word, language.happenings.leaning[word.of(folded)], base)


def _is_subject(folded: str, clause: Clause, word: Span, noun: Span, language: Language) -> bool:
    """Say whether the word opens a clause of which the noun is the subject: "after the museum paid a reward"."""
    if clause.verb is None or clause.verb.start < noun.end or folded[clause.span.start : word.start].strip():
        return False
    between = folded[noun.end : clause.verb.start].split()
    return all(language.verbs.tags(each) or each in language.syntax.adverbs for each in between)


def told_before(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a happening that a clause takes as known: "when they invaded the island", told with its day."""
    if clause.verb is None or clause.tense is not Tense.PAST or clause.reports:
        return None
    opener = WORD.search(folded, clause.span.start, clause.span.end)
    if opener is None:
        return None
    known_time = explains_that_time(folded, opener.start(), language) or _is_behind_time(folded, clause, language)
    if not (_opens_known(opener.group(), language) or known_time):
        return None
    verb = clause.verb.of(folded)
    return None if "occur" in language.verbs.tags(verb) else known(language.happenings.stem(verb))


def _is_behind_time(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a clause stands behind the words that tell its time: "he did" in "on the day he did"."""
    end = clause.span.start
    return any(folded.endswith(f"{words} ", 0, end) for words in language.happenings.told_time)


def _opens_known(word: str, language: Language) -> bool:
    """Say whether a word opens a clause that tells what is known: "when", not "and", nor "that"."""
    opens = word in language.syntax.openers and word not in language.syntax.complementizers
    return opens and word not in language.happenings.joining


def _on_clause(
    folded: str,
    clauses: Sequence[Clause],
    number: int,
    known: Known,
    stated: Mapping[int, Dating],
    language: Language,
) -> Iterator[Leaning]:
    """Yield the clause behind this one when it opens with such a word: "two days after he was arrested on Friday"."""
    if number + 1 >= len(clauses):
        return
    base = stated.get(number + 1) or told_before(folded, clauses[number + 1], known, language)
    if base is None:
        return
    opener = WORD.search(folded, clauses[number + 1].span.start, clauses[number + 1].span.end)
    side = _side_of(folded, opener.start(), opener.end(), language) if opener else None
    if opener and side and not _only_compares(folded, Span(*opener.span()), language):
        yield Leaning(Span(*opener.span()), side, base)


def _side_of(folded: str, start: int, end: int, language: Language) -> Side | None:
    """Give the side of a word that opens a clause, with the day before it: "the day after he was held on Friday"."""
    words = folded[max(0, start - _REACH) : end].split()[-_PHRASE:]
    phrases = (" ".join(words[first:]) for first in range(len(words)))
    return next(
        (language.happenings.leaning[phrase] for phrase in phrases if phrase in language.happenings.leaning), None
    )


_PHRASE: Final = 4  # words that lean together, at most


def _only_compares(folded: str, word: Span, language: Language) -> bool:
    """Say whether "since" tells since when nothing was as large: "her first speech since she fell ill"."""
    onward = language.happenings.leaning[word.of(folded)] is Side.ONWARD
    return onward and follows_superlative(folded, word.end + 1, language)


def opening_side(folded: str, clause: Clause, language: Language) -> Side | None:
    """Give the side of the word that opens a clause, when it is one that leans."""
    opener = WORD.search(folded, clause.span.start, clause.span.end)
    return language.happenings.leaning.get(opener.group()) if opener else None


def _from_clause(
    folded: str,
    clauses: Sequence[Clause],
    number: int,
    timexes: Sequence[Timex],
    stated: Mapping[int, Dating],
    language: Language,
) -> Iterator[Leaning]:
    """Yield the clause before this one when a length lies between: "stopped late on Saturday, five days after ..."."""
    side = opening_side(folded, clauses[number], language) if number and number - 1 in stated else None
    opener = WORD.search(folded, clauses[number].span.start, clauses[number].span.end)
    if side in TURNED and opener and length_before(folded, Span(*opener.span()), timexes):
        yield Leaning(Span(*opener.span()), TURNED[side], stated[number - 1])


def _beside(leaning: Leaning) -> Dating | None:
    """Date by the happening itself: on it, shortly after it, from it onward; before it says too little."""
    base = leaning.base._replace(rule=Rule.LEANS)
    if leaning.side in DAY_APART:
        return day_from(base, DAY_APART[leaning.side])
    if leaning.side is Side.ONWARD and base.interval:
        return base._replace(interval=Interval(base.interval.start, None), period=None)
    return None if leaning.side is Side.BEFORE else base


def apart_from_clause(
    folded: str, clauses: Sequence[Clause], number: int, timexes: Sequence[Timex], base: Dating, language: Language
) -> Dating | None:
    """Date a clause that lies so long before or after the one before it."""
    for leaning in _from_clause(folded, clauses, number, timexes, {number - 1: base}, language):
        length = length_before(folded, leaning.word, timexes)
        return apart(leaning, length) if length else None
    return None


def apart_from_last(
    folded: str, clause: Clause, timexes: Sequence[Timex], last: Dating | None, language: Language
) -> Dating | None:
    """Date a clause that leans on what was told last: "two months before that, he had left", "after that it sank"."""
    if last is None:
        return None
    for word in language.happenings.lean.finditer(folded, *clause.span):
        pointer = WORD.search(folded, word.end(), clause.span.end)
        side = language.happenings.leaning[word.group()]
        if pointer is None or not _points_to_last(folded, Span(*pointer.span()), side, clause, language):
            continue
        leaning = Leaning(Span(*word.span()), side, last)
        length = length_before(folded, leaning.word, timexes)
        return apart(leaning, length) if length else _beside(leaning) or _earlier(last)
    return None


def _points_to_last(folded: str, pointer: Span, side: Side, clause: Clause, language: Language) -> bool:
    """Say whether a word behind "after" or "since" names what was told last: "after that", "since then"."""
    word = pointer.of(folded)
    if word not in language.happenings.demonstrative:
        return side is Side.ONWARD and word in language.happenings.onward
    alone = not folded[pointer.end :].lstrip()[:1].isalpha()
    return alone or _ends_phrase(folded, pointer.end, clause, language)


def _ends_phrase(folded: str, position: int, clause: Clause, language: Language) -> bool:
    """Say whether "that" names what was told: a subject follows at once, or a happening: "before that he served".

    "after that crash the county promised a barrier"
    """
    following = WORD.search(folded, position, clause.span.end)
    small = language.syntax.subjects - language.syntax.determiners
    return following is not None and (following.group() in small or following.group() in language.happenings.nouns)


def _earlier(last: Dating) -> Dating | None:
    """Leave open when it was, before what was told last."""
    if last.interval is None or last.interval.start is None:
        return None
    return Dating(last.timexes, None, Interval(None, last.interval.start), Rule.BEFORE)

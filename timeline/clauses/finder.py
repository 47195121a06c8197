"""Sentence -> clauses: verb groups with the words around them, and the saying they hang on.

A verb group with the words up to the next boundary is a clause. That is enough to tell where a weekday points and
whether a thing was said, planned or denied.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from timeline.clauses.edges import edge
from timeline.clauses.groups import GroupFinder
from timeline.clauses.quotations import is_open, quoted_heads
from timeline.clauses.words import VerbGroup, Words, cutter
from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.model import Clause, Modality, Span, Tense

_PAUSE: Final = ","
_STOPS: Final = frozenset('.!?"”')  # a headline ends in none of them


def clauses_of(folded: str, span: Span, language: Language, times: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """Find the clauses of a sentence, in order; one without a verb gives a single clause of tense NONE.

    times  spans, in order, whose words are no verbs: the month of May
    """
    syntax, words = language.syntax, cutter(language.syntax.clitics, language.verbs.tags).words_of(folded, span, times)
    finder = GroupFinder(words, syntax)
    groups = list(finder.groups()) or (list(finder.headline()) if folded[span.end - 1 : span.end] not in _STOPS else [])
    if not groups:
        return (Clause(span, None, Tense.NONE, Modality.HAPPENED),)
    edges = [span.start, *(edge(words, a, b, language) for a, b in pairwise(groups)), span.end]
    make = tuple.__new__  # see Tagger.tag
    spans = [make(Span, each) for each in pairwise(edges)]
    verbs = [make(Span, (words.start(group.last), words.end(group.last))) for group in groups]
    quoted = quoted_heads(words.texts, groups, is_open(folded, span.start))
    hanging = not syntax.relatives.isdisjoint(words.texts)
    clauses = []
    for place, governor in enumerate(_governors(groups, quoted, words.texts, syntax)):
        if place and _is_doubted(folded, verbs[place - 1], spans[place], language):
            governor = place - 1
        group = groups[place]
        saying = None if governor is None else spans[governor]
        following = groups[place + 1].first if place + 1 < len(groups) and not group.reports else 0
        reduced = following > 0 and spans[place].end == words.start(following)  # no subject stands between
        relative = reduced or _is_relative(words.texts, group, syntax)
        if hanging and place and not relative and group.tense is Tense.PAST:
            opener = _opener(words, groups[place - 1].last, group.first, spans[place].start)
            relative = _opens_relative(words, groups[place - 1], opener, syntax)
        told = (spans[place], verbs[place], group.tense, group.modality, group.reports)
        clauses.append(make(Clause, (*told, governor, saying, relative, quoted[place])))
    return tuple(clauses)


def _is_relative(texts: Sequence[str], group: VerbGroup, syntax: Syntax) -> bool:
    return group.participle or not syntax.relatives.isdisjoint(texts[max(0, group.first - 2) : group.first])


def _opener(words: Words, last: int, first: int, start: int) -> int:
    """Give the place of the word that opens a clause, between the verb before and its own; that of its verb if none."""
    return next((place for place in range(last + 1, first) if words.start(place) == start), first)


def _opens_relative(words: Words, before: VerbGroup, opener: int, syntax: Syntax) -> bool:
    """Say whether a word hangs a clause on a noun: "the town where his father had worked"; not "asked where he was"."""
    if words.texts[opener] not in syntax.relatives:
        return False
    return words.texts[opener - 1] == _PAUSE or (opener - 1 > before.last and not before.reports)


def _governors(
    groups: Sequence[VerbGroup], quoted: Sequence[bool], texts: Sequence[str], syntax: Syntax
) -> Iterator[int | None]:
    """Hang each clause on the nearest saying: the one before it, else the one that closes the sentence.

    One that shares its subject governs only what is quoted before it: "cut rates in May but said that growth".
    """
    sayings = [place for place, group in enumerate(groups) if group.reports and not quoted[place]]
    closing = sayings[-1] if sayings else None
    shares = closing is not None and texts[groups[closing].first - 1] in syntax.coordinators
    before: int | None = None
    for place, group in enumerate(groups):
        last = closing if quoted[place] or not shares else None
        governor = before if before is not None else last
        alone = governor == place or (group.reports and before is None and not quoted[place])
        yield None if alone else governor
        if group.reports and not quoted[place]:
            before = place


def _is_doubted(folded: str, verb: Span, clause: Span, language: Language) -> bool:
    """Say whether the clause is what the verb right before it denies or alleges: "denied that he fell"."""
    if language.verbs.tags(verb.of(folded)).isdisjoint(_DOUBTING):
        return False
    opener = _FIRST_WORD.match(folded, *clause)
    return opener is not None and opener.group().strip() in language.syntax.complementizers


_FIRST_WORD: Final = re.compile(r"\s*[^\W\d_]+")
_DOUBTING: Final = frozenset({"deny", "allege"})


class ClauseFinder:
    """The clauses of a text, worked out sentence by sentence when somebody asks.

    sentence_at  position -> the sentence around it
    times        spans of the text, in order, whose words are no verbs
    """

    def __init__(
        self, folded: str, sentence_at: Callable[[int], Span], language: Language, times: Sequence[Span] = ()
    ) -> None:
        self._folded, self._sentence_at, self._language, self._times = folded, sentence_at, language, times
        self._known: dict[Span, tuple[Clause, ...]] = {}
        self._placed: dict[int, Clause] = {}

    def of(self, sentence: Span) -> tuple[Clause, ...]:
        """Give the clauses of a sentence, in order."""
        clauses = self._known.get(sentence)
        if clauses is None:
            clauses = self._known[sentence] = clauses_of(self._folded, sentence, self._language, self._times)
        return clauses

    def at(self, position: int) -> Clause:
        """Give the clause a position lies in."""
        clause = self._placed.get(position)
        if clause is None:
            clauses = self.of(self._sentence_at(position))
            clause = self._placed[position] = clauses[clause_index(clauses, position)]
        return clause


def clause_index(clauses: Sequence[Clause], position: int) -> int:
    """Give the index of the clause a position lies in; the last one for a position behind them all."""
    return min(bisect_right(clauses, position, key=lambda clause: clause.span.end), len(clauses) - 1)

"""Sentence -> clauses: verb groups with the words around them, and the saying they hang on.

A verb group with the words up to the next boundary is a clause. That is enough to tell where a weekday points and
whether a thing was said, planned or denied.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.model import Clause, Modality, Span, Tense
from timeline.verbgroups import GroupFinder, VerbGroup, Word

_NO_TAGS: frozenset[str] = frozenset()
_PARTING = ";"
_BREAKS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "–", "—", "--"})


@lru_cache(maxsize=16)
def _token_pattern(clitics: frozenset[str]) -> re.Pattern[str]:
    """Match the words and marks of a sentence; clitics are words of their own."""
    endings = "|".join(sorted(re.escape(clitic[1:]) for clitic in clitics))
    inner = rf"(?:-|'(?!(?:{endings})\b))" if endings else "[-']"
    own = rf"'(?:{endings})\b|" if endings else ""
    return re.compile(rf"[^\W\d_]+(?:{inner}[^\W\d_]+)*|{own}[,;:()\"“”]|--+|[–—]|\d+")


def clauses_of(folded: str, span: Span, language: Language, times: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """Find the clauses of a sentence, in order; one without a verb gives a single clause of tense NONE.

    times  spans, in order, whose words are no verbs: the month of May
    """
    tags, token = language.verbs.tags, _token_pattern(language.syntax.clitics)
    words = [Word(text := m.group(), m.start(), m.end(), tags(text)) for m in token.finditer(folded, *span)]
    if times:
        words = [word._replace(tags=_NO_TAGS) if word.tags and _within(times, word.start) else word for word in words]
    groups = list(GroupFinder(words, language.verbs, language.syntax).groups())
    if not groups:
        return (Clause(span, None, Tense.NONE, Modality.HAPPENED),)
    quoted = _quoted(words)
    inner = [_edge(words, a, b, language) for a, b in pairwise(groups)]
    edges = [span.start, *inner, span.end]
    clauses = [
        Clause(
            Span(start, end),
            Span(words[group.last].start, words[group.last].end),
            group.tense,
            group.modality,
            reports=group.reports,
            relative=_is_relative(words, group, language.syntax),
            quoted=quoted[group.last],
        )
        for group, start, end in zip(groups, edges, edges[1:], strict=False)
    ]
    return tuple(_hung(folded, list(_governed(clauses)), language))


def _within(times: Sequence[Span], position: int) -> bool:
    place = bisect_right(times, (position, position + 1_000_000)) - 1
    return place >= 0 and position < times[place].end


def _edge(words: Sequence[Word], left: VerbGroup, right: VerbGroup, language: Language) -> int:
    """Find where the clause of `left` ends.

    At a semicolon, else the last opener, else the last break, else the subject of `right`. A word such as "since" opens
    no clause where a break parts its noun from the verb: "since the crash, he said".
    """
    syntax, broken = language.syntax, False
    between = range(right.first - 1, left.last, -1)
    for place in between:
        if words[place].text == _PARTING:
            return words[place].end
    for place in between:
        text = words[place].text
        broken = broken or text in _BREAKS
        if text in syntax.openers and not (broken and text in language.happenings.leaning):
            return words[place].start
    for place in between:
        if words[place].text in _BREAKS:
            return words[place].end
    for place in between:
        if words[place].text in syntax.subjects:
            return words[place].start
    return words[max(right.first - 1, left.last + 1)].start


def _is_relative(words: Sequence[Word], group: VerbGroup, syntax: Syntax) -> bool:
    return group.participle or any(w.text in syntax.relatives for w in words[max(0, group.first - 2) : group.first])


def _quoted(words: Sequence[Word]) -> list[bool]:
    inside, marks = False, []
    for word in words:
        if word.text in ('"', "“", "”"):
            inside = word.text == "“" or (word.text == '"' and not inside)
        marks.append(inside)
    return marks


def _governed(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Hang each clause on the nearest saying: the one before it, else the one that closes the sentence."""
    sayings = [place for place, clause in enumerate(clauses) if clause.reports and not clause.quoted]
    closing = sayings[-1] if sayings else None
    before: int | None = None
    for place, clause in enumerate(clauses):
        governor = before if before is not None else closing
        alone = governor is None or governor == place or (clause.reports and before is None)
        yield clause if alone else replace(clause, governor=governor, saying=clauses[governor or 0].span)
        if clause.reports and not clause.quoted:
            before = place


def _hung(folded: str, clauses: Sequence[Clause], language: Language) -> Iterator[Clause]:
    """Hang a clause that "that" opens on the verb right before it when it denies or alleges: "denied that he fell"."""
    for place, clause in enumerate(clauses):
        before = clauses[place - 1] if place else None
        opener = _FIRST_WORD.match(folded, clause.span.start, clause.span.end)
        opened = opener is not None and opener.group().strip() in language.syntax.complementizers
        if before and before.verb and opened and language.verbs.tags(before.verb.of(folded)) & _DOUBTING:
            yield replace(clause, governor=place - 1, saying=before.span)
        else:
            yield clause


_FIRST_WORD = re.compile(r"\s*[^\W\d_]+")
_DOUBTING = frozenset({"deny", "allege"})


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

    def of(self, sentence: Span) -> tuple[Clause, ...]:
        """Give the clauses of a sentence, in order."""
        clauses = self._known.get(sentence)
        if clauses is None:
            clauses = self._known[sentence] = clauses_of(self._folded, sentence, self._language, self._times)
        return clauses

    def at(self, position: int) -> Clause:
        """Give the clause a position lies in."""
        clauses = self.of(self._sentence_at(position))
        return clauses[clause_index(clauses, position)]


def clause_index(clauses: Sequence[Clause], position: int) -> int:
    """Give the index of the clause a position lies in; the last one for a position behind them all."""
    return min(bisect_right(clauses, position, key=lambda clause: clause.span.end), len(clauses) - 1)

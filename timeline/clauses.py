"""Sentence -> clauses: verb groups with tense and modality, what they govern, and the saying they hang on.

There is no parser and no model here: closed tables of the language say what a word may be in a verb group, and a verb
group with the words up to the next boundary is a clause. That is enough to tell where a weekday points and whether a
thing was said, planned or denied.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from timeline.grammar.verbs import VerbTable
from timeline.model import Clause, Modality, Span, Tense

_TOKEN = re.compile(r"[a-z]+(?:[-'][a-z]+)*|'(?:s|ll|re|ve|d|m)\b|[,;:()\"“”]|--+|[–—]|\d+")
_BREAKS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "–", "—"})
_OPENERS = frozenset(
    "that which who whom whose where when while after before because although though but since until if unless whether as "
    "and or so than what how why".split()
)
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_DETERMINERS = frozenset(
    "the a an his her its their our my your this these those of in on at by for with from no each every some any another".split()
)
_SUBJECTS = frozenset("i we he she it they you there the a an his her its their our my this these those no some".split())
_BETWEEN = frozenset("not n't never also already just still now then recently only even ever again long soon always often both all first".split())


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    tags: frozenset[str]


class _Group(NamedTuple):
    """A verb group: first and last word by place, head, tense and modality."""

    first: int
    last: int
    tense: Tense
    modality: Modality
    reports: bool
    participle: bool


def clauses_of(folded: str, span: Span, verbs: VerbTable) -> tuple[Clause, ...]:
    """Find the clauses of a sentence, in order; one without a verb gives a single clause of tense NONE."""
    words = [_Word(m.group(), m.start(), m.end(), verbs.tags(m.group())) for m in _TOKEN.finditer(folded, *span)]
    groups = list(_groups(words))
    if not groups:
        return (Clause(span, None, Tense.NONE, Modality.HAPPENED),)
    quoted = _quoted(words)
    edges = [span.start, *(_edge(words, a, b) for a, b in zip(groups, groups[1:], strict=False)), span.end]
    clauses = [
        Clause(
            Span(start, end),
            Span(words[group.last].start, words[group.last].end),
            group.tense,
            group.modality,
            reports=group.reports,
            relative=_is_relative(words, group),
            quoted=quoted[group.last],
        )
        for group, start, end in zip(groups, edges, edges[1:], strict=False)
    ]
    return tuple(_governed(clauses))


def _groups(words: Sequence[_Word]) -> Iterator[_Group]:
    place = 0
    while place < len(words):
        group = _group_at(words, place)
        if group:
            yield group
            place = group.last + 1
        else:
            place += 1


def _group_at(words: Sequence[_Word], place: int) -> _Group | None:
    word = words[place]
    tags = word.tags
    if not tags:
        return None
    before = words[place - 1].text if place else ""
    if "future" in tags:
        return _after_modal(words, place, Tense.FUTURE, Modality.PLANNED)
    if "future_in_past" in tags:
        return _after_modal(words, place, Tense.FUTURE, Modality.PLANNED)
    if "possible" in tags or "necessary" in tags:
        return _after_modal(words, place, Tense.FUTURE, Modality.POSSIBLE)
    if tags & {"be_present", "be_past", "is_has_or_genitive"}:
        return _after_be(words, place)
    if tags & {"have_present", "have_past"}:
        return _after_have(words, place)
    if tags & {"do_present", "do_past"}:
        return _after_modal(words, place, Tense.PAST if "do_past" in tags else Tense.PRESENT, Modality.HAPPENED)
    return _simple(words, place, before)


def _next(words: Sequence[_Word], place: int) -> tuple[int, bool]:
    """Go over adverbs and negators to the next word of the group; say whether a negator stood there."""
    denied = False
    while place < len(words) and (words[place].text in _BETWEEN or words[place].text.endswith("ly")):
        denied |= words[place].text in ("not", "n't", "never")
        place += 1
    return place, denied


def _after_modal(words: Sequence[_Word], place: int, tense: Tense, modality: Modality) -> _Group:
    head, denied = _next(words, place + 1)
    denied |= words[place].text.endswith("n't") or words[place].text == "cannot"
    if head < len(words) and words[head].text == "have" and modality is not Modality.HAPPENED:
        head, _ = _next(words, head + 1)
        tense = Tense.PAST
    if head < len(words) and words[head].text == "be":
        after, _ = _next(words, head + 1)
        if after < len(words) and words[after].tags & {"participle", "past"}:
            head = after
    last = head if head < len(words) and words[head].text not in _BREAKS else place
    return _Group(place, last, tense, Modality.DENIED if denied else modality, bool(words[last].tags & {"say"}), False)


def _after_be(words: Sequence[_Word], place: int) -> _Group | None:
    genitive = "is_has_or_genitive" in words[place].tags
    past = "be_past" in words[place].tags
    head, denied = _next(words, place + 1)
    if head >= len(words):
        return None if genitive else _Group(place, place, Tense.PAST if past else Tense.PRESENT, Modality.HAPPENED, False, False)
    modality = Modality.DENIED if denied or words[place].text.endswith("n't") else Modality.HAPPENED
    tense = Tense.PAST if past else Tense.PRESENT
    text = words[head].text
    if text == "to" and head + 1 < len(words):
        return _Group(place, head + 1, Tense.FUTURE, Modality.PLANNED, False, False)
    follows = words[head + 1].text if head + 1 < len(words) else ""
    if follows == "to" and text in _TO_COME and head + 2 < len(words):
        return _Group(place, head + 2, Tense.FUTURE, Modality.PLANNED, False, False)
    if words[head].tags & {"participle", "past", "past_same_as_base"} or text.endswith("ing"):
        last = head
        if text in ("being", "been") and words[head + 1 : head + 2] and words[head + 1].tags & {"participle", "past"}:
            last = head + 1
        if genitive and text.endswith("ing"):
            return _Group(place, last, Tense.PRESENT, modality, False, False)
        if genitive:
            return _Group(place, last, Tense.PERFECT, modality, "say" in words[last].tags, False) if "been" == text else None
        return _Group(place, last, tense, modality, bool(words[last].tags & {"say"}), False)
    return None if genitive else _Group(place, place, tense, modality, False, False)


_TO_COME = frozenset("going about due set likely bound expected scheduled slated poised supposed meant planned hoping planning preparing expecting aiming ready certain sure unlikely".split())


def _after_have(words: Sequence[_Word], place: int) -> _Group:
    past = "have_past" in words[place].tags
    head, denied = _next(words, place + 1)
    modality = Modality.DENIED if denied or words[place].text.endswith("n't") else Modality.HAPPENED
    if head < len(words) and words[head].text == "been":
        after, _ = _next(words, head + 1)
        if after < len(words) and (words[after].tags & {"participle", "past"} or words[after].text.endswith("ing")):
            head = after
    if head < len(words) and words[head].tags & {"participle", "past", "participles_same_as_base", "past_same_as_base", "be_other"} or (
        head < len(words) and words[head].text.endswith("ing") and words[head - 1].text == "been"
    ):
        return _Group(place, head, Tense.PAST if past else Tense.PERFECT, modality, bool(words[head].tags & {"say"}), False)
    return _Group(place, place, Tense.PAST if past else Tense.PRESENT, modality, False, False)


def _simple(words: Sequence[_Word], place: int, before: str) -> _Group | None:
    tags = words[place].tags
    says = "say" in tags
    modality = Modality.HAPPENED
    if "past" in tags:
        if before == "to" or (tags & {"past_also_else", "regular"} and before in _DETERMINERS):
            return None
        participle = "regular" in tags and bool(words[place + 1 : place + 2]) and words[place + 1].text == "by"
        return _Group(place, place, Tense.PAST, modality, says, participle)
    if before in _DETERMINERS or before == "to":
        return None
    if "past_same_as_base" in tags:
        return _Group(place, place, Tense.PAST, modality, says, False)
    follows = words[place + 1].text if place + 1 < len(words) else ""
    if says and words[place].text.endswith("s") and (words[place].text == "says" or follows in ("that", "he", "she", "it", "they")):
        return _Group(place, place, Tense.PRESENT, modality, True, False)
    if "scheduled_present" in tags and _agrees(words[place].text, before, follows):
        return _Group(place, place, Tense.PRESENT, modality, says, False)
    return None


def _agrees(word: str, before: str, follows: str) -> bool:
    """Say whether a present form agrees with the word before it as its subject, and is not the noun it may also be."""
    if follows in ("of", "and", "or", "for") or not before:
        return False
    plural = before in ("they", "we", "you", "i") or (before.endswith("s") and not before.endswith(("ss", "us", "is")))
    return not plural if word.endswith("s") else plural


def _edge(words: Sequence[_Word], left: _Group, right: _Group) -> int:
    """Find where the clause of `left` ends and that of `right` begins: the last opener, else the last break."""
    between = range(right.first - 1, left.last, -1)
    for place in between:
        if words[place].text in _OPENERS:
            return words[place].start
    for place in between:
        if words[place].text in _BREAKS:
            return words[place].end
    for place in between:
        if words[place].text in _SUBJECTS:
            return words[place].start
    return words[max(right.first - 1, left.last + 1)].start


def _is_relative(words: Sequence[_Word], group: _Group) -> bool:
    return any(word.text in _RELATIVE for word in words[max(0, group.first - 2) : group.first]) or group.participle


def _quoted(words: Sequence[_Word]) -> list[bool]:
    inside, marks = False, []
    for word in words:
        if word.text in ('"', "“", "”"):
            inside = word.text == "“" or (word.text == '"' and not inside)
        marks.append(inside)
    return marks


def _governed(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Hang each clause on the nearest saying: the one before it, else the one that closes the sentence."""
    sayings = [place for place, clause in enumerate(clauses) if clause.reports and not clause.quoted]
    for place, clause in enumerate(clauses):
        others = [each for each in sayings if each != place]
        before = [each for each in others if each < place]
        if clause.reports and not before:
            yield clause
        elif others:
            yield replace(clause, governor=before[-1] if before else others[-1])
        else:
            yield clause



class ClauseFinder:
    """The clauses of a text, worked out sentence by sentence when somebody asks."""

    def __init__(self, folded: str, sentences: Sequence[Span] | Callable[[], Sequence[Span]], verbs: VerbTable) -> None:
        self._folded, self._verbs = folded, verbs
        self._given = sentences
        self._known: dict[Span, tuple[Clause, ...]] = {}

    @cached_property
    def _spans(self) -> Sequence[Span]:
        return self._given() if callable(self._given) else self._given

    def of(self, sentence: Span) -> tuple[Clause, ...]:
        """Give the clauses of a sentence, in order."""
        clauses = self._known.get(sentence)
        if clauses is None:
            clauses = self._known[sentence] = clauses_of(self._folded, sentence, self._verbs)
        return clauses

    def at(self, position: int) -> Clause:
        """Give the clause a position lies in; between sentences, an empty one."""
        place = bisect_right(self._spans, (position, len(self._folded) + 1)) - 1
        if place < 0 or position >= self._spans[place].end:
            return Clause(Span(position, position), None, Tense.NONE, Modality.HAPPENED)
        clauses = self.of(self._spans[place])
        return clauses[clause_index(clauses, position)]


def clause_index(clauses: Sequence[Clause], position: int) -> int:
    """Give the index of the clause a position lies in; the last one for a position behind them all."""
    for index, clause in enumerate(clauses):
        if position < clause.span.end:
            return index
    return len(clauses) - 1

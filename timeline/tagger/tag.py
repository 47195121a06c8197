"""Folded text -> mentions: scan windows, match phrases over words, then phrases over the times found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.grammar.language import Language
from timeline.grammar.lexicon import Token, fold
from timeline.grammar.rule import Place, Unfit
from timeline.meaning import Meaning, Range, Several
from timeline.model import Mention, Span
from timeline.tagger.kinds import kinds_of
from timeline.tagger.match import Accept, Automaton
from timeline.tagger.scanner import Scanner
from timeline.tagger.tokens import Tokenizer

_CACHED = 20_000
_PASSES = 4
_TIED: frozenset[str] = frozenset()  # the ends of a range join nothing more


class Rejected(NamedTuple):
    """A mention that a rule made and its condition refused, with the reason in words."""

    mention: Mention
    reason: str


class _Found(NamedTuple):
    """A time found in a window: its place there, the rule and the meaning; ties mark the ends of a range."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    opens: bool = False
    closes: bool = False


class Tagger:
    """A language made ready to tag. It keeps what it has learned of words, never anything of a text."""

    def __init__(self, language: Language) -> None:
        self._tokenizer = Tokenizer(language)
        self._scanner = Scanner(language, self._tokenizer)
        self._rules = Automaton(language.rules)
        self._joins = Automaton(language.joins)
        self._windows: dict[str, tuple[_Found, ...]] = {}

    def tag(self, text: str, folded: str | None = None) -> tuple[tuple[Mention, ...], tuple[Rejected, ...]]:
        """Find the mentions of a text, in order, and the words that looked like a time and are none.

        >>> # tagger.tag("They met on Monday.") finds [12, 18) by the rule "{weekday}"
        """
        folded = fold(text) if folded is None else folded
        mentions: list[Mention] = []
        rejected: list[Rejected] = []
        windows = self._windows
        for start, end in self._scanner.windows(folded):
            window = folded[start:end]
            found = windows.get(window)
            if found is None:
                found = self._read(window, Place(text, folded, start, end), rejected)
            for each in found:
                span = Span(start + each.start, start + each.end)
                mentions.append(Mention(span, each.rule, each.meaning, each.opens, each.closes))
        return tuple(mentions), tuple(rejected)

    def _read(self, window: str, place: Place, rejected: list[Rejected]) -> tuple[_Found, ...]:
        """Match a window; remember the result when no condition had to look at the words around it."""
        conditions = _Conditions(place, rejected)
        items = list(self._pass(self._rules, self._tokenizer.tokens(window), conditions))
        for _ in range(_PASSES):
            if len(items) < 2:
                break
            joined = list(self._pass(self._joins, items, conditions))
            if joined == items:
                break
            items = joined
        found = tuple(item.values["found"] for item in items if "found" in item.values)
        if not conditions.asked and len(self._windows) < _CACHED:
            self._windows[window] = found
        return found

    def _pass(self, automaton: Automaton, tokens: Sequence[Token], conditions: _Conditions) -> Iterator[Token]:
        """Replace each longest match by the times it says; leave other tokens as they are."""
        at = 0
        while at < len(tokens):
            length, found = _best(automaton, tokens, at, conditions)
            if found:
                yield from _items(found, tokens[at : at + length])
            else:
                yield from tokens[at : at + length]
            at += length


def _best(
    automaton: Automaton, tokens: Sequence[Token], at: int, conditions: _Conditions
) -> tuple[int, Sequence[_Found]]:
    """Give the first match at a token that stands, and how many tokens it settles; words once refused stay refused."""
    refused = 0
    for length, accept in automaton.matches(tokens, at):
        if refused and length < refused:
            break
        if _outreached(automaton, tokens, at, length, accept):
            continue
        found = _produce(accept, tokens[at : at + length])
        reason = conditions.reason(accept, found) if found else None
        if found and reason is None:
            return length, found
        if reason is not None and not isinstance(reason, Unfit):
            refused = length
    return refused or 1, ()


def _outreached(automaton: Automaton, tokens: Sequence[Token], at: int, length: int, accept: Accept) -> bool:
    """Say whether a longer match begins behind the words that only have to stand before this one."""
    lead = next(i for i, element in enumerate(accept.elements) if element.inside)
    return bool(lead) and any(longer > length - lead for longer, _ in automaton.matches(tokens, at + lead))


class _Conditions:
    """Asks the conditions of rules about the words around a window, and notes what they refuse."""

    def __init__(self, place: Place, rejected: list[Rejected]) -> None:
        self._place, self._rejected = place, rejected
        self.asked = False

    def reason(self, accept: Accept, found: Sequence[_Found]) -> str | None:
        """Give the reason why a match is no time, None when it is one."""
        rule = accept.rule
        if rule.condition is None:
            return None
        self.asked = True
        start = self._place.start + found[0].start
        end = self._place.start + found[-1].end
        reason = rule.condition(Place(self._place.text, self._place.folded, start, end))
        if reason is not None and not isinstance(reason, Unfit):
            self._rejected.append(Rejected(Mention(Span(start, end), rule.name, found[0].meaning), reason))
        return reason


def _produce(accept: Accept, tokens: Sequence[Token]) -> list[_Found]:
    """Call the rule with what its holes hold; nothing when it finds no sense in them."""
    arguments = {
        element.hole: token.values[element.lexeme or ""]
        for element, token in zip(accept.elements, tokens, strict=True)
        if element.hole
    }
    meaning = accept.rule.production(**arguments)
    if meaning is None:
        return []
    extents = _extents(accept, tokens)
    name = accept.rule.name
    if isinstance(meaning, Range):
        (a, b), (c, d) = extents[0], extents[-1]
        return [_Found(a, b, name, meaning.first, True, False), _Found(c, d, name, meaning.last, False, True)]
    if isinstance(meaning, Several):
        return [_Found(a, b, name, each) for (a, b), each in zip(extents, meaning.meanings, strict=True)]
    return [_Found(extents[0][0], extents[-1][1], name, meaning)]


def _extents(accept: Accept, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    extents: list[tuple[int, int]] = []
    open_extent = False
    for element, token in zip(accept.elements, tokens, strict=True):
        if element.inside and open_extent:
            extents[-1] = extents[-1][0], token.end
        elif element.inside:
            extents.append((token.start, token.end))
        open_extent = element.inside
    return extents


def _items(found: Sequence[_Found], tokens: Sequence[Token]) -> Iterator[Token]:
    """Make tokens of the times found, and keep the words around them: a later phrase may need them."""
    inside = [(each.start, each.end) for each in found]
    pending = list(found)
    for token in tokens:
        if pending and token.start >= pending[0].start:
            each = pending.pop(0)
            keys = _TIED if each.opens or each.closes else kinds_of(each.meaning)
            yield Token(each.start, each.end, keys, {key[1:-1]: each.meaning for key in keys} | {"found": each})
        if not any(start <= token.start < end for start, end in inside):
            yield token

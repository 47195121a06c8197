"""Tokens of a window -> the times it says: phrases over words, then phrases over the times found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from timeline.grammar.language import Language
from timeline.grammar.lexicon import Token
from timeline.meaning import Range, Several
from timeline.tagger.asked import FITS, NO_TIME, Conditions, Found
from timeline.tagger.kinds import kinds_of
from timeline.tagger.match import Accept, Automaton, Keys, Reached

_PASSES: Final = 4
_TIED: Final[frozenset[str]] = frozenset()  # the ends of a range join nothing more


class Parser:
    """The rules of a language, ready to read windows."""

    def __init__(self, language: Language) -> None:
        self._rules = Automaton(language.rules)
        self._joins = Automaton(language.joins)

    def parse(self, tokens: Sequence[Token], conditions: Conditions) -> tuple[Found, ...]:
        """Match words, then the times found, until nothing more joins."""
        items, _ = _pass(self._rules, tokens, tokens, conditions)
        for _ in range(_PASSES):
            if len(items) < 2:
                break
            words = [_token(item) if isinstance(item, Found) else item for item in items]
            items, joined = _pass(self._joins, items, words, conditions)
            if not joined:
                break
        return tuple([item for item in items if isinstance(item, Found)])


Item = Token | Found
"""A time found, or a word that no phrase has taken yet."""


def _pass(
    automaton: Automaton, items: Sequence[Item], tokens: Sequence[Token], conditions: Conditions
) -> tuple[Sequence[Item], bool]:
    """Replace each longest match by the times it says, leave other items as they are; say whether there was one."""
    at, matched = 0, False
    passed: list[Item] = []
    keys = [token.keys for token in tokens]
    begins = automaton.begins
    while at < len(keys):
        reached = begins.get(keys[at], True) and automaton.matches(keys, at)
        if not reached:
            passed.append(items[at])
            at += 1
            continue
        length, found = _best(automaton, tokens, keys, at, reached, conditions)
        if found:
            passed += _around(found, items[at : at + length])
            matched = True
        else:
            passed += items[at : at + length]
        at += length
    return passed, matched


def _best(
    automaton: Automaton,
    tokens: Sequence[Token],
    keys: Keys,
    at: int,
    reached: Reached,
    conditions: Conditions,
) -> tuple[int, list[Found]]:
    """Give the first match at a token that stands, and how many tokens it settles; words once refused stay refused."""
    refused = 0
    for length, accepts in reversed(reached):
        if length < refused:
            break
        for accept in accepts:
            if accept.lead and _outreached(automaton, keys, at + accept.lead, length - accept.lead):
                continue
            found = _produce(accept, tokens, at)
            if not found:
                continue
            if accept.rule.condition is None:
                return length, found
            verdict = conditions.verdict(accept.rule, found[0].start, found[-1].end, found[0].meaning)
            if verdict is FITS:
                return length, found
            if verdict is NO_TIME:
                refused = length
    return refused or 1, []


def _outreached(automaton: Automaton, keys: Keys, at: int, length: int) -> bool:
    """Say whether a longer match begins behind the words that only have to stand before this one."""
    behind = automaton.matches(keys, at)
    return bool(behind) and behind[-1][0] > length


def _produce(accept: Accept, tokens: Sequence[Token], at: int) -> list[Found]:
    """Call the rule with what its holes hold; nothing when it finds no sense in them."""
    rule = accept.rule
    meaning = rule.production(**{hole: tokens[at + place].values[lexeme] for hole, place, lexeme in accept.holes})
    if meaning is None:
        return []
    if type(meaning) is Range or type(meaning) is Several:
        return list(_several(accept, tokens, at, meaning))
    start, end = tokens[at + accept.extents[0][0]].start, tokens[at + accept.extents[-1][1]].end
    return [tuple.__new__(Found, (start, end, rule.name, meaning, False, False))]


def _several(accept: Accept, tokens: Sequence[Token], at: int, meaning: Range | Several) -> Iterator[Found]:
    extents = [(tokens[at + first].start, tokens[at + last].end) for first, last in accept.extents]
    if isinstance(meaning, Range):
        yield Found(*extents[0], accept.rule.name, meaning.first, opens=True)
        yield Found(*extents[-1], accept.rule.name, meaning.last, closes=True)
    else:
        for extent, each in zip(extents, meaning.meanings, strict=True):
            yield Found(*extent, accept.rule.name, each)


def _around(found: Sequence[Found], items: Sequence[Item]) -> Sequence[Item]:
    """Give the times found, and the words around them: a later phrase may need those."""
    if len(found) == 1 and items[-1].end == found[0].end and items[0].start == found[0].start:
        return found
    around: list[Item] = []
    pending = list(found)
    for item in items:
        if pending and item.start >= pending[0].start:
            around.append(pending.pop(0))
        if not any(each.start <= item.start < each.end for each in found):
            around.append(item)
    return around


def _token(found: Found) -> Token:
    kinds = _TIED if found.opens or found.closes else kinds_of(found.meaning)
    return Token(found.start, found.end, kinds, dict.fromkeys(_names(kinds), found.meaning))


@cache  # there are as many sets as there are kinds of meaning
def _names(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(kind[1:-1] for kind in kinds)

"""Folded text -> mentions: scan windows, match phrases over words, then phrases over the times found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from timeline.grammar.language import Language
from timeline.grammar.lexicon import Token, fold
from timeline.grammar.rule import Place, Rule, Unfit
from timeline.meaning import Meaning, Range, Several
from timeline.model import Mention, Span
from timeline.tagger.drawn_out import write_plainly
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


class _Asked(NamedTuple):
    """A condition that was asked while a window was read: of which rule, where in the window, and how it answered."""

    rule: Rule
    start: int
    end: int
    meaning: Meaning
    verdict: _Verdict


class _Parse(NamedTuple):
    """What a window gave, and the answers on which that rests."""

    asked: tuple[_Asked, ...]
    found: tuple[_Found, ...]


class Tagger:
    """A language made ready to tag. It keeps what it has learned of words, never anything of a text.

    The same windows come again and again ("Friday", "last year"): a parse is kept with the answers that conditions gave
    on the way, and serves again wherever they answer the same.
    """

    def __init__(self, language: Language) -> None:
        self._tokenizer = Tokenizer(language)
        self._scanner = Scanner(language, self._tokenizer)
        self._rules = Automaton(language.rules)
        self._joins = Automaton(language.joins)
        self._parses: dict[str, list[_Parse]] = {}
        self._drawn_out = language.dialect.drawn_out

    def tag(self, text: str, folded: str | None = None) -> tuple[tuple[Mention, ...], tuple[Rejected, ...]]:
        """Find the mentions of a text, in order, and the words that looked like a time and are none.

        "They met on Monday." has one, [12, 18), by the rule "{weekday}".
        """
        folded = fold(text) if folded is None else folded
        if self._drawn_out:
            folded = write_plainly(folded, self._tokenizer.vocabulary)
        mentions: list[Mention] = []
        rejected: list[Rejected] = []
        for start, end in self._scanner.windows(folded):
            for each in self._read(folded[start:end], start, text, folded, rejected):
                span = Span(start + each.start, _word_end(text, folded, start + each.end))
                mentions.append(Mention(span, each.rule, each.meaning, each.opens, each.closes))
        return tuple(mentions), tuple(rejected)

    def _read(self, window: str, start: int, text: str, folded: str, rejected: list[Rejected]) -> tuple[_Found, ...]:
        """Match a window, or take the parse of the same words when every condition answers as it did then."""
        known = self._parses.get(window, ())
        if known and not known[0].asked:
            return known[0].found
        conditions = _Conditions(text, folded, start)
        for parse in known:
            if conditions.agree(parse.asked):
                rejected += conditions.rejected()
                return parse.found
        found = self._parse(window, conditions)
        rejected += conditions.rejected()
        if len(self._parses) < _CACHED:
            self._parses.setdefault(window, []).append(_Parse(conditions.asked(), found))
        return found

    def _parse(self, window: str, conditions: _Conditions) -> tuple[_Found, ...]:
        """Match words, then the times found, until nothing more joins."""
        items = list(self._pass(self._rules, self._tokenizer.tokens(window), conditions))
        for _ in range(_PASSES):
            if len(items) < 2:
                break
            joined = list(self._pass(self._joins, items, conditions))
            if joined == items:
                break
            items = joined
        return tuple(item.values["found"] for item in items if "found" in item.values)

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


def _word_end(text: str, folded: str, end: int) -> int:
    """Go on to the end of a word that was drawn out, whose last letters are now spaces, and back from an ellipsis."""
    if folded.startswith("...", end - 1):
        return end - 1  # "Dec..." is no abbreviation with two stops behind it
    while end < len(text) and folded[end] == " " and text[end].isalpha():
        end += 1
    return end


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
        if not found:
            continue
        if accept.rule.condition is None:
            return length, found
        verdict = conditions.verdict(accept.rule, found[0].start, found[-1].end, found[0].meaning)
        if verdict is _Verdict.FITS:
            return length, found
        if verdict is _Verdict.NO_TIME:
            refused = length
    return refused or 1, ()


def _outreached(automaton: Automaton, tokens: Sequence[Token], at: int, length: int, accept: Accept) -> bool:
    """Say whether a longer match begins behind the words that only have to stand before this one."""
    lead = next(i for i, element in enumerate(accept.elements) if element.inside)
    return bool(lead) and any(longer > length - lead for longer, _ in automaton.matches(tokens, at + lead))


class _Verdict(Enum):
    """How a condition answers."""

    FITS = 0
    UNFIT = 1
    NO_TIME = 2


class _Conditions:
    """Asks the conditions of rules about the words around a window, once each, and notes how they answer."""

    def __init__(self, text: str, folded: str, start: int) -> None:
        self._text, self._folded, self._start = text, folded, start
        self._answers: dict[tuple[str, int, int], tuple[_Asked, str | None]] = {}

    def verdict(self, rule: Rule, start: int, end: int, meaning: Meaning) -> _Verdict:
        """Ask the condition of a rule about a place in the window."""
        key = (rule.name, start, end)
        known = self._answers.get(key)
        if known is not None:
            return known[0].verdict
        place = Place(self._text, self._folded, self._start + start, self._start + end)
        reason = rule.condition(place) if rule.condition else None
        verdict = _Verdict.FITS if reason is None else _Verdict.UNFIT if isinstance(reason, Unfit) else _Verdict.NO_TIME
        self._answers[key] = _Asked(rule, start, end, meaning, verdict), reason
        return verdict

    def agree(self, asked: Sequence[_Asked]) -> bool:
        """Say whether every condition answers here as it did there."""
        return all(self.verdict(each.rule, each.start, each.end, each.meaning) is each.verdict for each in asked)

    def asked(self) -> tuple[_Asked, ...]:
        """Give what was asked, in order."""
        return tuple(asked for asked, _ in self._answers.values())

    def rejected(self) -> Iterator[Rejected]:
        """Yield the mentions that are no times, with the reasons."""
        for asked, reason in self._answers.values():
            if asked.verdict is _Verdict.NO_TIME and reason:
                span = Span(self._start + asked.start, self._start + asked.end)
                yield Rejected(Mention(span, asked.rule.name, asked.meaning), reason)


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

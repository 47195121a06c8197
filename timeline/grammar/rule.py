"""What a rule is: a phrase with holes, a function from the holes to a meaning, examples that run as tests.

    @rule("{count} {unit} ago", examples={"two weeks ago": "2025-W05"}, not_=["a long time ago"])
    def units_ago(count: float, unit: Granularity) -> Meaning:
        '''Step back from the publish date by a counted unit.'''
        return Shift(-count, unit, of=PUBLISHED)

The phrase is the rule's name. Its notation:

    word          that word                        {hole}        one lexeme of the class `hole`
    (a|b c)       one of these                     {hole:class}  the same, bound to another argument name
    [the]         there or not                     <in>          must stand there, but outside the extent

Words left out by `<>` split a phrase into several extents ("<from> {a:day} <to> {b:day} {month}" has two): the rule
then returns one meaning for each, in a `Range` when they are the ends of one stretch, else in a `Several`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, NamedTuple, ParamSpec

from timeline.meaning import Meaning, Range, Several

P = ParamSpec("P")
Production = Callable[..., Meaning | Range | Several | None]


class Place(NamedTuple):
    """What a rule's condition may look at: the text, its fold, and where the match stands."""

    text: str
    folded: str
    start: int
    end: int


Condition = Callable[[Place], str | None]
"""Says in words why the match is no time, or None when it is one; an `Unfit` bars this reading alone."""


class Unfit(str):
    """Why a reading does not fit here, though the words may be a time by another, shorter one."""

    __slots__ = ()


class Element(NamedTuple):
    """One step of a phrase: a literal word or a lexeme of a class, bound to a hole or not, inside the extent or not."""

    word: str | None
    lexeme: str | None
    hole: str | None
    inside: bool

    @property
    def key(self) -> str:
        """What a token must satisfy: the word itself, or the class in braces."""
        return self.word if self.word is not None else f"{{{self.lexeme}}}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase (or several ways to write it) with what it means.

    condition   looks at the words around a match and may reject it with a reason
    examples    text -> TIMEX3 value when published on Tuesday 2025-02-11
    not_        texts in which this rule must find nothing
    only        the kinds of text it is for ("colloquial"); empty: all
    """

    name: str
    phrases: tuple[str, ...]
    production: Production
    condition: Condition | None = None
    examples: Mapping[str, str] = field(default_factory=dict)
    not_: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()

    def sequences(self) -> Iterable[tuple[Element, ...]]:
        """Write the phrases out into every linear sequence they allow."""
        for phrase in self.phrases:
            yield from expand(phrase)


def rule(
    *phrases: str,
    when: Condition | None = None,
    examples: Mapping[str, str] | None = None,
    not_: Iterable[str] = (),
    only: Iterable[str] = (),
) -> Callable[[Production], Rule]:
    """Make a rule of a function; its first phrase names it."""

    def make(production: Production) -> Rule:
        return Rule(phrases[0], phrases, production, when, dict(examples or {}), tuple(not_), frozenset(only))

    return make


def rules_of(*modules: Any) -> tuple[Rule, ...]:
    """Collect the rules that modules define, in the order written: where two fit the same words, the first wins."""
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))


def asking_first(first: Condition, rule: Rule) -> Rule:
    """Ask one more condition of a rule, before its own."""
    own = rule.condition

    def both(place: Place) -> str | None:
        reason = first(place)
        return own(place) if reason is None and own else reason

    return replace(rule, condition=both)


_PIECE = re.compile(
    r"\{(?P<hole>\w+)(?::(?P<class>\w+))?\}|(?P<open>[\[(<])|(?P<close>[\])>])|(?P<bar>\|)|(?P<word>[^\s\[\](){}<>|]+)"
)


def expand(phrase: str) -> list[tuple[Element, ...]]:
    """Write a phrase out into its linear sequences; ValueError when its brackets do not match.

    >>> [" ".join(e.key for e in s) for s in expand("[the] {count} (days|weeks)")]
    ['the {count} days', 'the {count} weeks', '{count} days', '{count} weeks']
    """
    pieces = list(_PIECE.finditer(phrase))
    sequences, rest = _alternatives(pieces, 0, None, inside=True)
    if rest != len(pieces):
        raise ValueError(f"unmatched bracket in the phrase {phrase!r}")
    return sequences


_CLOSERS = {"[": "]", "(": ")", "<": ">"}


def _alternatives(
    pieces: list[re.Match[str]], at: int, closer: str | None, *, inside: bool
) -> tuple[list[tuple[Element, ...]], int]:
    ways: list[tuple[Element, ...]] = []
    current: list[list[tuple[Element, ...]]] = []
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece["bar"]:
            ways += [sum(parts, ()) for parts in product(*current)]
            current = []
        elif piece["close"]:
            if piece["close"] != closer:
                raise ValueError(f"unmatched {piece['close']!r} in the phrase {piece.string!r}")
            return ways + [sum(parts, ()) for parts in product(*current)], at
        elif piece["open"]:
            group, at = _alternatives(pieces, at, _CLOSERS[piece["open"]], inside=inside and piece["open"] != "<")
            current.append([*group, ()] if piece["open"] == "[" else group)
        else:
            hole = piece["hole"]
            current.append([(Element(piece["word"], (piece["class"] or hole) if hole else None, hole, inside),)])
    if closer:
        raise ValueError(f"{closer!r} is missing in the phrase {pieces[0].string!r}")
    return ways + [sum(parts, ()) for parts in product(*current)], at

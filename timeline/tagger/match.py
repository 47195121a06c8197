"""Match phrases over tokens: one automaton for all rules, built as far as texts have needed it.

The phrases of all rules make one tree of elements. A state is a set of places in it, and a token moves a state by the
keys it satisfies; each move is worked out once and kept, so a token costs one look-up however many rules there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from timeline.grammar.rule import Element, Rule

_MAX_STATES: Final = 100_000  # reached by no language so far; beyond it moves are worked out anew


class Accept(NamedTuple):
    """A rule that a state completes, and where in the match stands what it needs.

    lead     how many tokens only have to stand before the extent
    holes    argument name, place of its token, class of its value
    extents  first and last place of each stretch inside
    """

    priority: int
    rule: Rule
    lead: int
    holes: tuple[tuple[str, int, str], ...]
    extents: tuple[tuple[int, int], ...]


class _Node:
    """A place in the tree of phrases, with the phrases that end there."""

    __slots__ = ("edges", "ends")

    def __init__(self) -> None:
        self.edges: dict[str, _Node] = {}
        self.ends: list[tuple[int, Rule, tuple[Element, ...]]] = []


class State:
    """A set of places in the tree, the rules complete there in order of preference, and the moves known so far."""

    __slots__ = ("accepts", "moves", "nodes")

    def __init__(self, nodes: Iterable[_Node]) -> None:
        self.nodes = tuple(nodes)
        ends = sorted((end for node in self.nodes for end in node.ends), key=lambda end: end[0])
        self.accepts = tuple(_accept(*end) for end in ends)
        self.moves: dict[frozenset[str], State | None] = {}


Keys = Sequence[frozenset[str]]
Reached = list[tuple[int, tuple[Accept, ...]]]


class Automaton:
    """All phrases of some rules, ready to run over tokens."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        root = _Node()
        for priority, rule in enumerate(rules):
            for elements in rule.sequences():
                node = root
                for element in elements:
                    node = node.edges.setdefault(element.key, _Node())
                node.ends.append((priority, rule, elements))
        self._start = State([root])
        self.begins = self._start.moves  # None for what is known to begin no phrase, as most words do not
        self._states: dict[tuple[int, ...], State] = {}

    def matches(self, keys: Keys, at: int) -> Reached:
        """Give every way to match from token `at`, the shortest first: how many tokens, and what they complete.

        What one length completes stands in the order the rules are listed.
        """
        reached: Reached = []
        state = self._start
        for place in range(at, len(keys)):
            key = keys[place]
            following = state.moves.get(key)
            if following is None:
                following = None if key in state.moves else self._move(state, key)
            if following is None:
                break
            state = following
            if state.accepts:
                reached.append((place + 1 - at, state.accepts))
        return reached

    def _move(self, state: State, keys: frozenset[str]) -> State | None:
        nodes = {id(node.edges[key]): node.edges[key] for node in state.nodes for key in keys if key in node.edges}
        target: State | None = None
        if nodes:
            identity = tuple(sorted(nodes))
            target = self._states.get(identity)
            if target is None:
                target = State(nodes.values())
                if len(self._states) < _MAX_STATES:
                    self._states[identity] = target
        if len(state.moves) < _MAX_STATES:
            state.moves[keys] = target
        return target


def _accept(priority: int, rule: Rule, elements: tuple[Element, ...]) -> Accept:
    holes = tuple((each.hole, place, each.lexeme or "") for place, each in enumerate(elements) if each.hole)
    extents: list[tuple[int, int]] = []
    for place, element in enumerate(elements):
        if element.inside and place and elements[place - 1].inside:
            extents[-1] = extents[-1][0], place
        elif element.inside:
            extents.append((place, place))
    return Accept(priority, rule, extents[0][0], holes, tuple(extents))

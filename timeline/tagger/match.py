"""Match phrases over tokens: one automaton for all rules, built as far as texts have needed it.

The phrases of all rules make one tree of elements. A state is a set of places in it, and a token moves a state by the
keys it satisfies; each move is worked out once and kept, so a token costs one look-up however many rules there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline.grammar.lexicon import Token
from timeline.grammar.rule import Element, Rule

_MAX_STATES = 100_000  # reached by no language so far; beyond it moves are worked out anew


class Accept(NamedTuple):
    """A rule that a state completes, with the elements that led there."""

    priority: int
    rule: Rule
    elements: tuple[Element, ...]


class _Node:
    """A place in the tree of phrases."""

    __slots__ = ("accepts", "edges")

    def __init__(self) -> None:
        self.edges: dict[str, _Node] = {}
        self.accepts: list[Accept] = []


class State:
    """A set of places in the tree, the rules complete there in order of preference, and the moves known so far."""

    __slots__ = ("accepts", "moves", "nodes")

    def __init__(self, nodes: Iterable[_Node]) -> None:
        self.nodes = tuple(nodes)
        self.accepts = sorted((a for node in self.nodes for a in node.accepts), key=lambda a: a.priority)
        self.moves: dict[frozenset[str], State | None] = {}


class Automaton:
    """All phrases of some rules, ready to run over tokens."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        root = _Node()
        for priority, rule in enumerate(rules):
            for elements in rule.sequences():
                node = root
                for element in elements:
                    node = node.edges.setdefault(element.key, _Node())
                node.accepts.append(Accept(priority, rule, elements))
        self._start = State([root])
        self._states: dict[tuple[int, ...], State] = {}

    def matches(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Accept]]:
        """Yield every way to match from token `at`, the longest first, then in the order the rules are listed.

        Each is (number of tokens, accept).
        """
        found: list[tuple[int, State]] = []
        state: State | None = self._start
        for place in range(at, len(tokens)):
            keys = tokens[place].keys
            try:
                state = state.moves[keys]  # type: ignore[union-attr]
            except KeyError:
                state = self._move(state, keys)  # type: ignore[arg-type]
            if state is None:
                break
            if state.accepts:
                found.append((place + 1 - at, state))
        for length, reached in reversed(found):
            for accept in reached.accepts:
                yield length, accept

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

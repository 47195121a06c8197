"""What a language gives: its words, its rules, its verbs. The engine knows no other source of language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from timeline.grammar.happenings import Happenings
from timeline.grammar.lexicon import Lexicon, Shape
from timeline.grammar.rule import Rule
from timeline.grammar.syntax import Syntax
from timeline.grammar.verbs import VerbTable
from timeline.meaning import Spot, SpotKind


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day: how to find its first day (a day number) in a year, and how many days it lasts.

    fixed  the day number of a day of history ("9/11"), which is the same in every year
    """

    name: str
    day_in: Callable[[int], int | None]
    days: int = 1
    fixed: int | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """All that a language knows of time.

    code           ISO 639-1
    lexicon        its words by class
    shapes         forms of digits and number words, tried in order
    triggers       classes (in braces) and words without which no phrase can match: what the scan looks for
    hints          patterns of digits and number words that the scan looks for beside the triggers
    rules          phrases over words, in order of preference
    joins          phrases over times already found: "the end of {date}"
    verbs          tense, reporting and modality of verbs
    syntax         the small words that hold a sentence together
    feasts         named days by the number a Spot gives
    name_spot      how to say a spot in an explanation
    happenings     how it names happenings and makes one lean on another
    """

    code: str
    lexicon: Lexicon
    shapes: tuple[Shape, ...]
    triggers: frozenset[str]
    hints: tuple[str, ...]
    rules: tuple[Rule, ...]
    joins: tuple[Rule, ...]
    verbs: VerbTable
    syntax: Syntax
    feasts: Mapping[int, Feast]
    name_spot: Callable[[Spot], str]
    happenings: Happenings = field(default_factory=Happenings)

    def name(self, spot: Spot) -> str:
        """Name a spot as people say it: "Saturday", "third quarter", "Christmas Day"."""
        return self.feasts[spot.number].name if spot.kind is SpotKind.FEAST else self.name_spot(spot)

    def for_domain(self, domain: str) -> Language:
        """Leave out the rules that are for other kinds of text."""
        return replace(
            self,
            rules=tuple(rule for rule in self.rules if not rule.only or domain in rule.only),
            joins=tuple(rule for rule in self.joins if not rule.only or domain in rule.only),
        )

"""What a language gives: its words, its rules, its verbs. The engine knows no other source of language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from timeline.grammar.happenings import Happenings
from timeline.grammar.lexicon import Lexicon, Shape
from timeline.grammar.rule import Condition, Rule, asking_first
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
class Dialect:
    """What one kind of text writes otherwise than print does; it costs the other kinds nothing.

    spellings   as it is written -> the word or words of the language that it stands for: "wknd" is "weekend"
    shapes      forms of digits tried before those of the language
    hints, digit_hints  what the scan looks for besides, as those of the language
    first       a condition asked of every match of a rule
    drawn_out   letters may be written again and again: "todayyyy"
    """

    spellings: Mapping[str, str] = field(default_factory=dict)
    shapes: tuple[Shape, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    digit_hints: tuple[str, ...] = ()
    first: Condition | None = None
    drawn_out: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """All that a language knows of time.

    code           ISO 639-1
    lexicon        its words by class
    shapes         forms of digits and number words, tried in order
    triggers       classes (in braces) and words without which no phrase can match: what the scan looks for
    hints          words that are no triggers but with what follows them, which the scan looks for: word -> pattern
    digit_hints    patterns that begin with a digit, for which it looks as well
    rules          phrases over words, in order of preference
    joins          phrases over times already found: "the end of {date}"
    verbs          tense, reporting and modality of verbs
    syntax         the small words that hold a sentence together
    feasts         named days by the number a Spot gives
    name_spot      how to say a spot in an explanation
    dialects       how kinds of text (domains) write otherwise; `dialect` is the one that `for_domain` chose
    happenings     how it names happenings and makes one lean on another
    """

    code: str
    lexicon: Lexicon
    shapes: tuple[Shape, ...]
    triggers: frozenset[str]
    hints: Mapping[str, str]
    digit_hints: tuple[str, ...]
    rules: tuple[Rule, ...]
    joins: tuple[Rule, ...]
    verbs: VerbTable
    syntax: Syntax
    feasts: Mapping[int, Feast]
    name_spot: Callable[[Spot], str]
    dialects: Mapping[str, Dialect] = field(default_factory=dict)
    dialect: Dialect = field(default_factory=Dialect)
    happenings: Happenings = field(default_factory=Happenings)

    def name(self, spot: Spot) -> str:
        """Name a spot as people say it: "Saturday", "third quarter", "Christmas Day"."""
        return self.feasts[spot.number].name if spot.kind is SpotKind.FEAST else self.name_spot(spot)

    def for_domain(self, domain: str) -> Language:
        """Leave out the rules that are for other kinds of text, and take up how this kind writes."""
        dialect = self.dialects.get(domain, self.dialect)
        rules = (rule for rule in self.rules if not rule.only or domain in rule.only)
        return replace(
            self,
            dialect=dialect,
            shapes=(*dialect.shapes, *self.shapes),
            hints={**self.hints, **dialect.hints},
            digit_hints=(*self.digit_hints, *dialect.digit_hints),
            rules=tuple(asking_first(dialect.first, rule) for rule in rules) if dialect.first else tuple(rules),
            joins=tuple(rule for rule in self.joins if not rule.only or domain in rule.only),
        )

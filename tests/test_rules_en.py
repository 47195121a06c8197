"""Every rule of English shows what it reads and what it leaves alone; both are run here, under the rule's name.

An example must be read by its own rule with the value it promises when published on Tuesday 11 February 2025; in a
counter-example the rule must find nothing (another rule may).
"""

from __future__ import annotations

from collections import Counter

import pytest

from timeline import languages
from timeline.grammar.rule import Rule
from timeline.languages.en.around.figures import no_such_day
from timeline.model import Domain
from timeline.pipeline import tag

PUBLISHED = "2025-02-11"
ENGLISH = languages.load("en")
assert ENGLISH is not None
RULES = (*ENGLISH.rules, *ENGLISH.joins)


def domain_of(rule: Rule) -> Domain:
    return Domain("news" if not rule.only or "news" in rule.only else min(rule.only))


def read_by(rule: Rule, text: str) -> list[tuple[str, str]]:
    """The words that the rule takes in a text, with their values."""
    timexes = tag(text, PUBLISHED, domain_of(rule), "en")
    return [(timex.span.of(text), timex.value) for timex in timexes if timex.mention.rule == rule.name]


def by_name(rules: tuple[Rule, ...]) -> list[object]:
    return [pytest.param(rule, id=rule.name) for rule in rules]


@pytest.mark.parametrize("rule", by_name(tuple(rule for rule in RULES if rule.examples)))
def test_examples(rule: Rule) -> None:
    for text, value in rule.examples.items():
        assert (text, [found for _, found in read_by(rule, text)]) == (text, [value])


@pytest.mark.parametrize("rule", by_name(tuple(rule for rule in RULES if rule.not_)))
def test_counter_examples(rule: Rule) -> None:
    for text in rule.not_:
        assert (text, read_by(rule, text)) == (text, [])


def test_rules_that_make_one_value_show_an_example() -> None:
    """A rule of two extents gives two values, which `examples` cannot promise: the corpus has those.

    One that only refuses shows what it refuses.
    """
    shown = [rule for rule in RULES if rule.examples or (rule.condition is no_such_day and rule.not_)]
    mute = [rule.name for rule in RULES if rule not in shown and "<" not in rule.name and "{a:" not in rule.name]
    assert mute == []


def test_every_rule_says_in_one_line_what_it_does() -> None:
    assert [rule.name for rule in RULES if not (rule.production.__doc__ or "").split("\n")[0].endswith(".")] == []


def test_every_name_belongs_to_one_rule_of_a_domain() -> None:
    for domain in Domain:
        language = ENGLISH.for_domain(domain.value)  # type: ignore[union-attr]
        names = Counter(rule.name for rule in (*language.rules, *language.joins))
        assert [name for name, count in names.items() if count > 1] == []

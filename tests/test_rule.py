"""The notation of phrases and the decorator that makes rules of functions."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from timeline.calendar import DAY, DECADE, WEEK, Granularity
from timeline.grammar.lexicon import Lexicon, fold, prefix_branches, prefix_tree
from timeline.grammar.rule import Element, expand, rule, rules_of
from timeline.meaning import PUBLISHED, Meaning, Shift


def written(phrase: str) -> list[str]:
    """The sequences of a phrase; what stands outside the extent in angle brackets."""
    return [" ".join(e.key if e.inside else f"<{e.key}>" for e in sequence) for sequence in expand(phrase)]


@pytest.mark.parametrize(
    ("phrase", "sequences"),
    [
        ("", [""]),
        ("ago", ["ago"]),
        ("{count} {unit} ago", ["{count} {unit} ago"]),
        ("[the] {month}", ["the {month}", "{month}"]),
        ("(a|b c|d) e", ["a e", "b c e", "d e"]),
        ("a [b|c] d", ["a b d", "a c d", "a d"]),
        ("[a [b]] c", ["a b c", "a c", "c"]),
        ("(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
        ("a | b", ["a", "b"]),
        ("<in> {month}", ["<in> {month}"]),
        ("<in|during [all]> {month}", ["<in> {month}", "<during> <all> {month}", "<during> {month}"]),
        ("{month} {day} , {year}", ["{month} {day} , {year}"]),
        ("{day} - {month}", ["{day} - {month}"]),
        ("o'clock", ["o'clock"]),
        ("((a))", ["a"]),
    ],
)
def test_a_phrase_is_written_out(phrase: str, sequences: list[str]) -> None:
    assert written(phrase) == sequences


def test_a_hole_takes_the_name_of_its_class_unless_it_has_its_own() -> None:
    assert expand("{unit} {a:day} on") == [
        (Element(None, "unit", "unit", True), Element(None, "day", "a", True), Element("on", None, None, True))
    ]


def test_what_is_nested_in_angle_brackets_stays_outside_the_extent() -> None:
    (sequence,) = expand("<from (the)> {date}")
    assert [(e.word, e.inside) for e in sequence] == [("from", False), ("the", False), (None, True)]


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("[the", "']' is missing in the phrase '[the'"),
        ("(a|b", "')' is missing in the phrase '(a|b'"),
        ("<in {month}", "'>' is missing in the phrase '<in {month}'"),
        ("a]", "unmatched ']' in the phrase 'a]'"),
        ("[a)", "unmatched ')' in the phrase '[a)'"),
        ("(a]|b)", "unmatched ']' in the phrase '(a]|b)'"),
    ],
)
def test_unmatched_brackets_are_refused(phrase: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        expand(phrase)


@rule(
    "{count} {unit} retro",
    "retro {count} {unit}",
    examples={"du tago retro": "2025-02-09"},
    not_=["tago"],
    only=["news"],
)
def counted_back(count: int, unit: Granularity) -> Meaning:
    return Shift(-count, unit, of=PUBLISHED)


def test_a_rule_is_its_phrases_its_function_and_its_examples() -> None:
    assert counted_back.name == "{count} {unit} retro"
    assert counted_back.phrases == ("{count} {unit} retro", "retro {count} {unit}")
    assert counted_back.production(2, DAY) == Shift(-2, DAY, of=PUBLISHED)
    assert counted_back.examples == {"du tago retro": "2025-02-09"}
    assert counted_back.not_ == ("tago",)
    assert counted_back.only == {"news"}
    assert counted_back.condition is None
    assert [[e.key for e in sequence] for sequence in counted_back.sequences()] == [
        ["{count}", "{unit}", "retro"],
        ["retro", "{count}", "{unit}"],
    ]


def test_rules_are_collected_in_the_order_written() -> None:
    @rule("b")
    def second() -> Meaning:
        return PUBLISHED

    @rule("a")
    def first() -> Meaning:
        return PUBLISHED

    one = SimpleNamespace(z=second, word="no rule", a=first)
    assert rules_of(one, SimpleNamespace(c=counted_back)) == (second, first, counted_back)


# ---- the lexicon beside it ----------------------------------------------------------------------------------------


def test_a_lexicon_reads_values_as_they_look() -> None:
    lexicon = Lexicon.from_toml(
        {"unit": {"WEEK": "week;  two  words", "DECADE": "decade"}, "size": {"3": "trio", "0.5": "half", "MO": "morn"}}
    )
    assert lexicon.classes == {
        "unit": {"week": WEEK, "two words": WEEK, "decade": DECADE},
        "size": {"trio": 3, "half": 0.5, "morn": "MO"},
    }
    assert lexicon.words(["size"]) == {"trio", "half", "morn"}
    assert lexicon.words() == {"week", "two words", "decade", "trio", "half", "morn"}


def test_a_word_of_two_classes_has_a_value_in_each() -> None:
    lexicon = Lexicon.from_toml({"unit": {"DAY": "day; second"}, "ordinal": {"2": "second"}})
    assert lexicon.entries() == {"day": {"unit": DAY}, "second": {"unit": DAY, "ordinal": 2}}


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (["mon"], "mon"),
        (["mon", "month", "monday"], "mon(?:day|th)?"),
        (["a.m.", "am"], r"a(?:\.m\.|m)"),
        (["x", "y"], "(?:x|y)"),
        ([], ""),
    ],
)
def test_words_become_a_prefix_tree(words: list[str], pattern: str) -> None:
    assert prefix_tree(words) == pattern


def test_words_with_what_must_follow_become_alternatives_by_first_letter() -> None:
    words = {"mon": r"(?!\w)", "monday": r"(?!\w)", "year": " [0-9]", "two thousand": ""}
    assert prefix_branches(words) == r"mon(?:day(?!\w)|(?!\w))|two\ thousand|year [0-9]"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("MONDAY", "monday"),
        ("İstanbul", "istanbul"),
        ("o’clock", "o'clock"),
        ("3–5\u00a0May", "3-5 may"),
        ("ΣΑΣ", "σας"),
        ("\ud800A", "\ud800a"),
    ],
)
def test_folding_keeps_every_place(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)

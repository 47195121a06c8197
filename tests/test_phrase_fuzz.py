"""Texts put together from the phrases of the rules themselves: never an exception, spans exact, in every domain.

Random letters meet few rules; these texts meet all of them, with words and figures in the holes that no author of a
rule thought of. They are the same in every run (SEEDS); a failure prints the text.
"""

from __future__ import annotations

import random

import pytest

from timeline import languages
from timeline.grammar.language import Language
from timeline.grammar.rule import Rule
from timeline.model import Article, Block, Domain, Published, Span
from timeline.pipeline import dates_of, explain_text, tag, timeline_of

SEEDS, TEXTS = tuple(range(8)), 150
FIGURES = (
    *(
        "1",
        "7",
        "12",
        "30",
        "44",
        "99",
        "365",
        "1998",
        "2014",
        "0450",
        "1830",
        "9.30",
        "10/24",
        "1/2",
        "3-4",
        "1998-99",
    ),
    *("'98", "100 BC", "0", "9999", "99999", "1" * 400, "2.5", "half", "two", "twenty-five", "first", "31st", "0th"),
    *("8pm", "8 p.m.", "10:30", "24:00", "25:00", "9ish", "3d", "2k15", "2019-03-04", "11/9/2001", "two thousand"),
    *("nineteen oh five", "july4th", "Q3", "FY24", "١٢"),
)
BETWEEN = (*("   "), ", ", " - ", "-", "/", "\n", ". ", "\n\n", " (", ") ", "'s ", "#", "…", "\u00a0", "\u200b", "İ")
AROUND = ("He said", "the war", "will open", "before the attack", "had fallen", "Harker died", "since", "the goal")
PUBLISHED = ("2025-02-11", "2025-02-11T23:30:00", "2024-02-29", None, "2025", "2025-02", "0001-01-01", "9999-12-31")


def phrase(language: Language, rules: tuple[Rule, ...], dice: random.Random, depth: int = 0) -> str:
    """Fill a phrase of a rule: words of its classes, figures, and other phrases where times are joined."""
    words = []
    for element in dice.choice(list(dice.choice(rules).sequences())):
        known = language.lexicon.classes.get(element.lexeme or "")
        if element.word is not None:
            word = "(" if element.word == "lparen" else element.word
        elif known and dice.random() < 0.9:
            word = dice.choice(sorted(known))
        elif depth < 2 and not known and dice.random() < 0.5:
            word = phrase(language, rules, dice, depth + 1)
        else:
            word = dice.choice(FIGURES)
        words.append(word.capitalize() if dice.random() < 0.3 else word)
    return " ".join(words)


def text_of(language: Language, dice: random.Random) -> str:
    rules = (*language.rules, *language.joins)
    pieces = []
    for _ in range(dice.randint(1, 7)):
        pieces.append(phrase(language, rules, dice) if dice.random() < 0.7 else dice.choice(AROUND))
        pieces.append(dice.choice(BETWEEN))
    return "".join(pieces)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_filling_of_the_phrases_raises(seed: int) -> None:
    language, dice = languages.load("en"), random.Random(seed)  # noqa: S311  (no secret)
    assert language is not None
    for _ in range(TEXTS):
        text, published, domain = text_of(language, dice), dice.choice(PUBLISHED), dice.choice(list(Domain))
        end = 0
        for timex in tag(text, published, domain, "en"):
            assert end <= timex.span.start < timex.span.end <= len(text), text
            assert timex.span.of(text) == timex.span.of(text).strip() != "", text
            end = timex.span.end
        explain_text(text, published, domain, "en")
        date = Published(published, "user") if published else None
        article = Article("a", text, date, (Block("body", Span(0, len(text))),), domain=domain)
        found = timeline_of(article)
        assert {timex.span for timex in found.timexes} <= {fate.timex.span for fate in found.fates}, text
        half = len(text) // 2
        assert len(dates_of(article, [Span(0, half), Span(half, len(text))])) == 2, text

"""Text -> mentions: where a window may stand, and that what was learned of its words never speaks for other ones."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.grammar.language import Language
from timeline.tagger import Tagger
from timeline.tagger.beginnings import DEPTH, Beginnings


@pytest.fixture(scope="module")
def english() -> Language:
    language = languages.load("en")
    assert language is not None
    return language.for_domain("news")


@pytest.mark.parametrize("before", ["", "\n", "(", '"', "—", "...", "So, ", "«"])
@pytest.mark.parametrize("words", ["Monday", "10:30", "nineteen ninety-eight", "8pm", "FY2019"])
def test_a_time_is_found_behind_any_sign(english: Language, before: str, words: str) -> None:
    mentions, _ = Tagger(english).tag(f"{before}{words} it was.")
    assert [mention.span.of(f"{before}{words} it was.") for mention in mentions] == [words]


@pytest.mark.parametrize("text", ["xMonday", "_Monday", "Mondayish", "éMonday"])
def test_a_part_of_a_word_is_no_time(english: Language, text: str) -> None:
    assert Tagger(english).tag(text) == ((), ())


TRIGGERS = ("may", "monday", "new year's eve", "q4", "yr", "mañana", "tonight")


PIECES = (*" \n-—(_'4٣éx", *TRIGGERS, "fy2019", "july4th", "nightly")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_word_that_may_be_a_trigger_is_passed_over(text: str) -> None:
    """What the table lets pass is all that stands behind a space, or behind another sign and opens with a letter."""
    folded, beginnings = f" {text}{' ' * DEPTH}", Beginnings(TRIGGERS, ("fy", "july", "0"))
    words = rf"(?:{'|'.join(TRIGGERS)})(?!\w)|fy\d|july\d|\d"
    sought = {match.end() for match in re.finditer(rf"(?:(?<= )|(?<=[^\w ])(?=\w))(?={words})", folded)}
    passed, at = set(), 0
    while (at := beginnings.next(folded, at)) >= 0:
        passed.add(at)
    assert sought <= passed


@pytest.mark.parametrize("text", [" then we may ", " on monday", "a new year's eve "])
def test_a_word_that_is_none_does_not_pass(text: str) -> None:
    beginnings = Beginnings(TRIGGERS, ("fy", "july", "0"))
    found = beginnings.next(f"{text}{' ' * DEPTH}", 0)
    assert text[found:].startswith(TRIGGERS)


TEXTS = (
    "It may rain.",
    "They left in May.",
    "They may leave.",
    "The Sun rose.",
    "They met on Sun Feb 9.",
    "It cost 1999 dollars.",
    "It began in 1999.",
    "Section 1999 says so.",
    "They paid 700 a week.",
    "It took a week.",
    "the winter palace",
    "all through the winter",
)


def test_the_same_words_are_read_anew_in_other_surroundings(english: Language) -> None:
    """The first reading is learned, the second follows it: both are what a tagger says that has learned nothing."""
    learned = Tagger(english)
    for text in (*TEXTS, *reversed(TEXTS), *TEXTS):
        assert learned.tag(text) == Tagger(english).tag(text)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("It was due by 3 May", "\n2004 was dry."), ["3 May", "2004"]),
        (("It began on 3", " May 2004 it ended."), ["May 2004"]),
        (("They met on Friday at", " 18:04 it rained."), ["Friday", "18:04"]),
        (("", "On Monday", "", " Tuesday"), ["Monday", "Tuesday"]),
    ],
)
def test_no_time_crosses_an_edge(english: Language, parts: tuple[str, ...], found: list[str]) -> None:
    text = "".join(parts)
    edges = [len("".join(parts[:number])) for number in range(1, len(parts))]
    mentions, _ = Tagger(english).tag(text, edges=edges)
    assert [mention.span.of(text) for mention in mentions] == found


def test_what_lies_between_two_edges_is_read_as_a_text_of_its_own(english: Language) -> None:
    tagger, text = Tagger(english), "".join(TEXTS)
    bounds = [0, *accumulate(map(len, TEXTS))]
    mentions, rejected = tagger.tag(text, edges=bounds[1:-1])
    alone = [tagger.tag(part) for part in TEXTS]
    assert [(mention.span.of(text), mention.meaning) for mention in mentions] == [
        (mention.span.of(part), mention.meaning)
        for part, (found, _) in zip(TEXTS, alone, strict=True)
        for mention in found
    ]
    assert [(mention.span.start, reason) for mention, reason in rejected] == [
        (start + mention.span.start, reason)
        for start, (_, refused) in zip(bounds, alone, strict=False)
        for mention, reason in refused
    ]

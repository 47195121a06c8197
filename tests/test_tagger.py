"""Text -> mentions: where a window may stand, and that what was learned of its words never speaks for other ones."""

from __future__ import annotations

import pytest

from timeline import languages
from timeline.grammar.language import Language
from timeline.tagger import Tagger


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

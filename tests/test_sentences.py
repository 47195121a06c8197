"""Where sentences begin and end; in the cases a bar marks each end."""

from __future__ import annotations

import itertools

import pytest

from timeline import languages
from timeline.model import Block, Span
from timeline.sentences import SentenceFinder, containing, sentence_at, sentences_of, split

ENGLISH = languages.load("en")
assert ENGLISH is not None
SYNTAX = ENGLISH.syntax


def sentences(text: str, protected: list[Span] | None = None) -> list[str]:
    spans = list(sentences_of(text, Block("body", Span(0, len(text))), protected or [], SYNTAX))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    "marked",
    [
        "They met.|They left.",
        "Did they meet?|They did!|Really?!|Yes.",
        "Dr. Cole spoke.|He left.",
        "Mr. and Mrs. Lay left Jan. 3 for Minn. and Fla. by car.|It rained.",
        "It cost $1.5 million.|He paid.",
        "They met at 5 p.m. on Monday.|They left.",
        "It opened at 5 p.m.|The doors closed at 6.",
        "11:47 p.m. Two men were held.|\n2:00 a.m. The car was found.",
        "The U.S. Army left.|The E.U. stayed.",
        "The bill passed in the U.S.|He signed it.",
        "J. R. Cole spoke.|He left.",
        "So did I.|He left.",
        '"It is over."|He left.',
        '"It is over," he said.|He left.',
        "“Is it over?” he asked.|It was.",
        "They met (in June.)|They left.",
        "It went on ... and on.|They left…|It ended.",
        "No end",
        "A first paragraph\n\n|A second",
        "One line\nthe next line.|Done.",
        "Visit www.example.org today.|Or not.",
        "Smith vs. Jones was decided.|It rained.",
        "これは。|それは。",
        "",
        "   ",
        "...",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "" if "。" in marked else " ")
    assert sentences(text) == [part.strip() for part in marked.split("|") if part.strip()]


def test_no_sentence_ends_inside_a_time() -> None:
    text = "It fell on the 5. December 1998 in rain."
    start = text.index("5.")
    assert sentences(text) == ["It fell on the 5.", "December 1998 in rain."]
    assert sentences(text, [Span(start, text.index(" in rain"))]) == [text]


def test_a_time_that_ends_a_sentence_does_not_join_it_to_the_next() -> None:
    text = "They met at 5 p.m. The doors closed."
    assert sentences(text, [Span(12, 18)]) == ["They met at 5 p.m.", "The doors closed."]


def test_sentences_never_leave_their_block_and_only_some_blocks_have_them() -> None:
    text = "Head. line\nBy Someone. Else\nBody one. Body two.\nCaption."
    kinds = ["headline", "byline", "body", "caption"]
    blocks, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    found = split(text, blocks, [], SYNTAX)
    assert [(s.kind, s.paragraph, s.span.of(text)) for s in found] == [
        ("headline", 0, "Head. line"),
        ("body", 2, "Body one."),
        ("body", 2, "Body two."),
        ("caption", 3, "Caption."),
    ]


def test_all_words_are_in_some_sentence() -> None:
    text = "\n A first. \t A second!  \n\n  A third (or so).\n"
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["They met. They left at 5 p.m. on Monday. It rained!\n\nA new one", "One", "Dr. Cole met. Lo! He left."]
)
def test_the_sentence_around_a_place_is_one_of_the_text_s_sentences(text: str) -> None:
    spans = list(sentences_of(text, Block("body", Span(0, len(text))), [], SYNTAX))
    for span in spans:
        for place in range(span.start, span.end):
            assert sentence_at(text, place, [], SYNTAX) == span
            assert containing(spans, place) == span


@pytest.mark.parametrize(
    "text",
    [
        "They met. They left at 5 p.m. on Monday. It rained!\n\nA new one",
        "It closed on Friday.Monday was quiet. Nothing opened",
        "And so on ... " * 60 + "Then it ended.",
        "no stop at all " * 120,
    ],
)
def test_the_finder_answers_as_a_search_from_each_place_alone_does(text: str) -> None:
    places = [place for place in range(len(text)) if text[place].isalnum()]
    for order in (places, places[::-1]):
        finder = SentenceFinder(text, [], SYNTAX)
        assert [finder.at(place) for place in order] == [sentence_at(text, place, [], SYNTAX) for place in order]


def test_between_sentences_there_is_none() -> None:
    assert containing([Span(0, 4), Span(8, 9)], 5) == Span(5, 5)
    assert containing([], 0) == Span(0, 0)


def test_looking_for_the_sentence_around_a_place_does_not_read_the_whole_text() -> None:
    text = "word " * 100_000
    found = sentence_at(text, 250_000, [], SYNTAX)
    assert found.start <= 250_000 < found.end
    assert found.end - found.start < 5_000

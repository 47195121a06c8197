"""The label of an event and the chain behind it: no hour that the text does not tell, and the word that opened it."""

from __future__ import annotations

import pytest

from timeline.model import Article, Block, Event, Published, Span
from timeline.pipeline import timeline_of

PUBLISHED = Published("2024-09-18", "metadata")


def told(text: str) -> Event:
    (event,) = timeline_of(Article("x", text, PUBLISHED, (Block("body", Span(0, len(text))),), lang="en")).events
    return event


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The bridge was closed by Sunday evening.", "until Sun 15 Sep 2024, evening"),
        ("The fire burned until Sunday afternoon.", "until Sun 15 Sep 2024, afternoon"),
        ("They have worked since Saturday night.", "since Sat 14 Sep 2024, night"),
        ("By 8 p.m. on Sunday the fire was out.", "until Sun 15 Sep 2024, 20:00"),
        ("By about 8 p.m. on Sunday the fire was out.", "until about Sun 15 Sep 2024, 20:00"),
        ("The power had failed by midnight on Sunday.", "until Mon 16 Sep 2024, 00:00"),
        ("The shop was open on Saturday from 8 a.m. to 5 p.m.", "Sat 14 Sep 2024, 08:00–17:00"),
        ("It ended before Friday.", "until Thu 12 Sep 2024"),
        ("It will open before the end of the month.", "until late Sep 2024"),
        ("It will open by the end of 2026.", "until late 2026"),
        ("It will be closed until mid-October.", "until mid-Oct 2024"),
        ("They have worked since early 2023.", "since early 2023"),
        ("They have worked since late Saturday.", "since Sat 14 Sep 2024, late"),
        ("The mine was worked until the end of the 1990s.", "until the late 1990s"),
        ("They have worked since the middle of last week.", "since the middle of the week of 9 Sep 2024"),
        ("They have worked since the beginning of last week.", "since early in the week of 9 Sep 2024"),
        ("They have worked since 2023.", "since 2023"),
        ("It will stay open until the end of 2026.", "until late 2026"),
        ("It has been open since early September.", "since early Sep 2024"),
        ("It will stay open until next week.", "until Sun 29 Sep 2024"),
    ],
)
def test_a_label_tells_no_hour_that_the_words_do_not(text: str, label: str) -> None:
    assert told(text).label == label


@pytest.mark.parametrize(
    ("text", "words", "result"),
    [
        ("By Sunday evening the fire was out.", "“By” gives only the end", "until Sun 15 Sep 2024, evening"),
        ("They have worked since Saturday.", "“since” gives only the beginning", "since Sat 14 Sep 2024"),
        ("It ended before Friday.", "“before” gives only the end", "until Thu 12 Sep 2024"),
    ],
)
def test_the_chain_names_the_word_that_left_the_date_open(text: str, words: str, result: str) -> None:
    explanation = told(text).provenance.explanation
    assert explanation.sentence.endswith(f". {words}: {result}.")
    assert [tuple(step) for step in explanation.steps[-2:]] == [("worked out", words), ("result", result)]


def test_a_date_with_both_ends_has_no_such_word() -> None:
    explanation = told("It ended on Friday.").provenance.explanation
    assert [step.name for step in explanation.steps].count("worked out") == 1

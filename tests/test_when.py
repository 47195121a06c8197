"""Words of small articles -> when what they tell happened: an article of tests/when for each way to carry a date."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.model import Article, Block, Domain, Modality, Published, Span, Timeline
from timeline.pipeline import dates_of, timeline_of
from timeline.reading.layout.paragraphs import paragraphs_of
from timeline.record import event_json

ROWS = tomllib.loads((Path(__file__).parent / "when" / "en.toml").read_text("utf-8"))["article"]
_MARK = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


class Marked(NamedTuple):
    """A text without its marks, the words that were marked and their dates."""

    text: str
    spans: list[Span]
    dates: list[str]


def unmarked(marked: str) -> Marked:
    text, end = "", 0
    spans, dates = [], []
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark[1])))
        text += mark[1]
        dates.append(mark[2])
        end = mark.end()
    return Marked(text + marked[end:], spans, dates)


def article(text: str, published: str = "2025-02-11", domain: str = "news") -> Article:
    blocks = tuple(Block("body", paragraph.span) for paragraph in paragraphs_of(text))
    return Article("a", text, Published(published, "user"), blocks, domain=Domain(domain))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_when(row: dict[str, str]) -> None:
    text, spans, dates = unmarked(row["text"].strip())
    found = dates_of(article(text, row["published"], row.get("domain", "news")), spans)
    wanted = [(span.of(text), date) for span, date in zip(spans, dates, strict=True)]
    assert [(each.span.of(text), each.value or "-") for each in found] == wanted
    if "basis" in row:
        assert [each.basis or "-" for each in found] == row["basis"].split()


def test_words_outside_every_sentence_have_no_date() -> None:
    text = "They met on Monday. "
    (found,) = dates_of(article(text), [Span(len(text), len(text))])
    assert (found.value, found.basis) == (None, None)


# ---- events -------------------------------------------------------------------------------------------------------


def told(text: str, **more: str) -> list[tuple[str, str, str]]:
    timeline = timeline_of(article(text, **more))
    return [(e.provenance.trigger.of(text), e.edtf, e.basis) for e in timeline.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A storm hit the coast on Sunday. It killed ten people. The mayor came on Monday and promised help.",
            [
                ("hit", "2025-02-09", "stated"),
                ("killed", "2025-02-09", "inherited"),
                ("came", "2025-02-10", "stated"),
                ("promised", "2025-02-10", "inherited"),
            ],
        ),
        ("The company has closed its plant in Lima.", [("closed", "2025-02-11", "published")]),
        (
            "The ministers met on Monday and on Thursday.",
            [("met", "2025-02-10", "stated"), ("met", "2025-02-06", "stated")],
        ),
        (
            "Work stopped on Saturday, five days after the crew walked out.",
            [("stopped", "2025-02-08", "stated"), ("walked", "2025-02-03", "inherited")],
        ),
        ("Eva Lind, born in Oslo on 3 May 1955, is the mayor.", [("born", "1955-05-03", "stated")]),
        ("They agreed to build a bridge by 2030.", [("build", "../2030-12-31", "stated")]),
        ("The storm came on Sunday. There was no warning, and it is over.", [("came", "2025-02-09", "stated")]),
    ],
)
def test_events(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Sunday's match was cancelled.", Modality.DENIED),
        ("The board cancelled the match on Monday.", Modality.HAPPENED),
        ("He allegedly stole the car on Friday.", Modality.ALLEGED),
        ("Nobody died on Saturday.", Modality.DENIED),
        ("Perhaps he left on Saturday.", Modality.POSSIBLE),
        ("Was the bridge closed on Friday?", Modality.POSSIBLE),
        ("They agreed to build a bridge by 2030.", Modality.PLANNED),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    (event,) = timeline_of(article(text)).events
    assert event.modality is modality


def explained(text: str, word: str) -> tuple[Timeline, str]:
    timeline = timeline_of(article(text))
    event = next(e for e in timeline.events if e.provenance.trigger.of(text) == word)
    return timeline, event.provenance.explanation.sentence


def test_a_carried_date_says_what_carried_it() -> None:
    _, why = explained("A storm hit the coast on Sunday. It killed ten people.", "killed")
    assert why.startswith(
        "“killed” goes on from what the article dated last: Sun 9 Feb 2025. “Sunday” is Sun 9 Feb 2025"
    )
    _, why = explained("Work stopped on Saturday, five days after the crew walked out.", "walked")
    assert why.startswith("“walked” lies “five days” before what “Saturday” dates: Mon 3 Feb 2025. “Saturday” is")
    _, why = explained("The company has closed its plant in Lima.", "closed")
    assert why == "“closed” is told as news, with no date but that of publication: Tue 11 Feb 2025."


def test_two_times_that_disagree_are_both_kept() -> None:
    text = "The plant will close in June, three days after the strike that began on Monday."
    timeline = timeline_of(article(text))
    record = event_json(timeline, timeline.events[0])
    assert (record["edtf"], record["conflict"]["edtf"], record["conflict"]["text"]) == (
        "2025-06",
        "2025-02-13",
        "three days",
    )


def test_repeated_times_of_one_word_give_events_of_different_names() -> None:
    timeline = timeline_of(article("The ministers met on Monday and on Thursday."))
    assert len({event.id for event in timeline.events}) == 2


def test_confidence_is_a_measured_share() -> None:
    timeline = timeline_of(article("The ministers met on Monday. They signed a treaty."))
    assert [event.basis for event in timeline.events] == ["stated", "inherited"]
    assert all(event.confidence is not None and 0 < event.confidence < 1 for event in timeline.events)

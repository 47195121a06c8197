"""An article in JSON, with its blocks, expressions and events, goes in; the rows of its page come out.

A row is a paragraph as printed (blocks that share a line stand in one), cut into sentences and marked words, with
the events of its sentences for the margin. All the words of the blocks come out, each once, in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from web.words import FATES, LEFT_OUT

Record = dict[str, Any]

# What an expression became, as the five ways it can be marked; shape and word, never colour alone.
_KINDS = {"event": "dated", "duration": "duration", "set": "duration", "vague": "vague", "open": "vague"}


class Fate(NamedTuple):
    """An expression and what became of it, as a row of the table and as a mark in the text."""

    start: int
    end: int
    words: str
    value: str
    kind: str
    became: str
    reason: str
    events: tuple[Record, ...]


class Marked(NamedTuple):
    """Words of the text; `row` is the row of the table that explains them, None for plain words."""

    words: str
    start: int
    kind: str = "plain"
    row: int | None = None
    told: str = ""


class Sentence(NamedTuple):
    """Marked words that belong together; `start` is None outside the sentences that gave an event."""

    start: int | None
    pieces: Sequence[Marked]


class Printed(NamedTuple):
    """A block of the text and its sentences."""

    kind: str
    sentences: Sequence[Sentence]


class Row(NamedTuple):
    """A paragraph: `reason` says why it may date nothing (empty when it may), `events` are for its margin."""

    kind: str
    reason: str
    blocks: Sequence[Printed]
    events: Sequence[Record]


def fates(article: Record, events: Sequence[Record]) -> list[Fate]:
    """Tell what became of each expression of an article, in the order of the text."""
    by_id = {event["id"]: event for event in events}
    by_start: dict[int, list[Record]] = {}
    for event in events:
        if event.get("timex"):
            by_start.setdefault(event["timex"]["start"], []).append(event)
    found = []
    for timex in sorted(article["timexes"], key=lambda timex: (timex["start"], -timex["end"])):
        named = by_id.get(timex.get("event") or "")
        dated = tuple(by_start.get(timex["start"]) or ([named] if named else []))
        found.append(_fate(timex, dated))
    return found


def _fate(timex: Record, events: tuple[Record, ...]) -> Fate:
    value = " ".join(str(timex[key]) for key in ("type", "value", "mod", "quant", "freq") if timex.get(key))
    outcome: str = timex["outcome"]
    if events and all(event["start"] is None and event["end"] is None for event in events):
        outcome = "open"  # the words date an event, but nothing dates the words
    kind, became = _KINDS.get(outcome) or outcome, FATES.get(outcome) or outcome
    reasons = [timex["reason"] or "", *timex.get("flags", ())]
    reason = "; ".join(said for said in (reason.rstrip(".") for reason in reasons) if said and said != FATES["event"])
    return Fate(timex["start"], timex["end"], timex["text"], value, kind, became, reason, events)


def rows(article: Record, events: Sequence[Record], found: Sequence[Fate]) -> list[Row]:
    """Set the blocks of an article as paragraphs with marks and margins."""
    text, printed = article["text"], list[Row]()
    events = sorted(events, key=_place)
    for blocks in _paragraphs(text, article["blocks"]):
        start, end = blocks[0]["start"], blocks[-1]["end"]
        kind = next((block["kind"] for block in blocks if block["kind"] not in LEFT_OUT), blocks[0]["kind"])
        first = bisect_left(events, start, key=_sentence_start) if printed else 0  # a sentence may begin a part before
        inside = events[first : bisect_left(events, end, key=_sentence_start)]
        reason = LEFT_OUT.get(kind, "") if all(block["kind"] in LEFT_OUT for block in blocks) else ""
        done = start
        set_blocks = []
        for block in blocks:  # the white space between blocks of one line goes with the second
            set_blocks.append(Printed(block["kind"], _sentences(text, done, block["end"], inside, found)))
            done = block["end"]
        printed.append(Row(kind, reason, set_blocks, inside))
    return printed


def _sentence_start(event: Record) -> int:
    start: int = event["sentence"]["start"]
    return start


def _place(event: Record) -> tuple[int, int]:
    return _sentence_start(event), (event.get("timex") or event["trigger"])["start"]


def _start(fate: Fate) -> int:
    return fate.start


def _paragraphs(text: str, blocks: Sequence[Record]) -> list[list[Record]]:
    """Join blocks that stand on one line: a dateline and the paragraph it opens."""
    joined: list[list[Record]] = []
    for block in blocks:
        if joined and "\n" not in text[joined[-1][-1]["end"] : block["start"]]:
            joined[-1].append(block)
        else:
            joined.append([block])
    return joined


def _sentences(text: str, start: int, end: int, events: Sequence[Record], found: Sequence[Fate]) -> list[Sentence]:
    """Cut a block at the sentences that gave events, so that a link can lead to each."""
    spans = sorted({(event["sentence"]["start"], event["sentence"]["end"]) for event in events})
    cut, done = [], start
    for first, last in spans:
        if first < done or last > end:
            continue
        if first > done:
            cut.append(Sentence(None, _marked(text, done, first, found)))
        cut.append(Sentence(first, _marked(text, first, last, found)))
        done = last
    if done < end:
        cut.append(Sentence(None, _marked(text, done, end, found)))
    return cut


def _marked(text: str, start: int, end: int, found: Sequence[Fate]) -> list[Marked]:
    """Cut a stretch at the expressions inside it; one inside another is explained in the table alone."""
    pieces, done = [], start
    for row in range(bisect_left(found, start, key=_start), bisect_left(found, end, key=_start)):
        fate = found[row]
        if fate.start < done or fate.end > end:
            continue
        if fate.start > done:
            pieces.append(Marked(text[done : fate.start], done))
        labels = ", ".join(event["label"] for event in fate.events)
        told = f"{labels or fate.became}{': ' + fate.reason if fate.reason else ''}"
        pieces.append(Marked(text[fate.start : fate.end], fate.start, fate.kind, row, told))
        done = fate.end
    if done < end:
        pieces.append(Marked(text[done:end], done))
    return pieces

"""1, 10 and 100 times the text, as more documents and as one longer document: time and peak memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from statistics import median
from typing import NamedTuple

from bench.race import RUNNERS
from bench.run import run
from bench.texts import Texts

TIMES = (1, 10, 100)
STREAM, DOCUMENT = 150_000, 100_000  # bytes of text at 1x
ROUNDS = 3


class Step(NamedTuple):
    """A size and what it takes, start-up aside; `ratio` is to the size before."""

    kind: str
    times: int
    seconds: float
    ratio: float | None
    megabytes: float


def growth(texts: Texts, tell: Callable[[str], object]) -> list[Step]:
    """Measure both ways of growing."""
    steps: list[Step] = []
    for kind, make in (("more documents", _documents), ("one document", _document)):
        before = None
        for times in TIMES:
            lines = make(texts, times)
            start_up = median(run(RUNNERS[0].command, texts.lines[:1]).seconds for _ in range(ROUNDS))
            costs = [run(RUNNERS[0].command, lines) for _ in range(ROUNDS)]
            seconds = median(cost.seconds for cost in costs) - start_up
            steps.append(
                Step(kind, times, seconds, seconds / before if before else None, max(c.megabytes for c in costs))
            )
            before = seconds
            tell(f"{kind}, {times}x: {seconds:.2f} s")
    return steps


def _words(texts: Texts) -> Iterator[str]:
    while True:
        for line in texts.lines:
            yield json.loads(line)["text"]


def _documents(texts: Texts, times: int) -> list[bytes]:
    """Take so many lines that their texts come to the size; the same ones again when there are not enough."""
    block, size = [], 0
    for text in _words(texts):
        block.append(_line(text))
        size += len(text.encode())
        if size >= STREAM:
            return block * times
    return []


def _document(texts: Texts, times: int) -> list[bytes]:
    joined, size = [], 0
    for text in _words(texts):
        joined.append(text)
        size += len(text)
        if size >= DOCUMENT:
            break
    return [_line("\n\n".join(["\n\n".join(joined)[:DOCUMENT]] * times))]


def _line(text: str) -> bytes:
    return json.dumps({"id": "", "published": "2010-06-15", "text": text}).encode()

"""JSON Lines to a database that can be asked: one core and two, ten times the articles, beside dateparser."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.run import HERE, Cost, run
from bench.texts import Texts, kilobytes

ROUNDS = 3
TIMES = 10  # how often the texts are repeated to see what grows with them
SHARE = 64  # what part of the texts dateparser gets


class Row(NamedTuple):
    """A measure: what it is, what came out by round, and in which unit."""

    name: str
    values: tuple[float, ...]
    unit: str
    reach: str

    @property
    def value(self) -> float:
        """The median of the rounds."""
        return median(self.values)


def ingesting(texts: Texts, tell: Callable[[str], object]) -> list[Row]:
    """Measure in rounds, so that what disturbs the machine disturbs each of them alike; ten times the text but once."""
    few = texts.lines[: len(texts.lines) // SHARE]
    rounds = [_round(texts.lines, few, tell) for _ in range(ROUNDS)]
    one, two, beside = (tuple(column) for column in zip(*rounds, strict=True))
    growth, memory = _growth(texts.lines, tell)
    return [
        Row("JSON Lines to database, one core", one, "KB/s", "800"),
        Row("two processes on two cores", two, "times one", "1.8"),
        Row("ten times the articles", (growth,), "times the time", "at most 11"),
        Row("memory for ten times the articles", (memory,), "times that for one", "1"),
        Row("beside dateparser and sqlite-utils", beside, "times faster", "10"),
    ]


def _round(lines: Sequence[bytes], few: Sequence[bytes], tell: Callable[[str], object]) -> tuple[float, float, float]:
    speed = kilobytes(list(lines)) / (add(lines).seconds - add(lines[:1]).seconds)
    tell(f"storing: {speed:,.0f} KB/s")
    alone, together = add(lines, jobs=1).elapsed, add(lines, jobs=2).elapsed
    waiting = add(lines[:1], jobs=1).elapsed, add(lines[:1], jobs=2).elapsed
    twice = (alone - waiting[0]) / (together - waiting[1])
    tell(f"two processes: {twice:.2f} times one")
    beside = speed / (kilobytes(list(few[1:])) / (other(few).seconds - other(few[:1]).seconds))
    tell(f"beside dateparser: {beside:.1f} times faster")
    return speed, twice, beside


def _growth(lines: Sequence[bytes], tell: Callable[[str], object]) -> tuple[float, float]:
    """Measure what ten times the articles take: times the processor time of one, start-up aside, and the memory."""
    start_up, one, ten = add(lines[:1]), add(lines), add(repeated(lines))
    time, memory = (ten.seconds - start_up.seconds) / (one.seconds - start_up.seconds), ten.megabytes / one.megabytes
    tell(f"ten times the articles: {time:.1f} times the time, {memory:.2f} times the memory")
    return time, memory


def repeated(lines: Sequence[bytes]) -> Iterator[bytes]:
    """Write each document ten times, each time as an article of its own: the same text would be stored but once."""
    return (_renamed(line, again) for again in range(TIMES) for line in lines)


def _renamed(line: bytes, again: int) -> bytes:
    document = json.loads(line)
    text = f"{document['text']}\n\nCopy {again}."
    return json.dumps(document | {"id": f"{document['id']}-{again}", "text": text}, ensure_ascii=False).encode()


def add(lines: Iterable[bytes], jobs: int = 0) -> Cost:
    """Store lines in a new database; on one core, or with so many processes on all of them."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("-m", "timeline", "add", "-", "--jobs", str(jobs or 1), "--db", str(Path(folder) / "t.db"))
        return run((sys.executable, *words), lines, pinned=not jobs)


def other(lines: Sequence[bytes]) -> Cost:
    """Store what dateparser finds in lines."""
    with tempfile.TemporaryDirectory() as folder:
        return run((sys.executable, str(HERE / "dateparser_store.py"), str(Path(folder) / "t.db")), lines)

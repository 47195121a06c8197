"""JSON Lines to a database that can be asked: one core and two, ten times the articles, beside dateparser."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.run import HERE, Cost, run
from bench.texts import Texts, kilobytes

ROUNDS = 3
SMALL = 10  # what part of the texts "ten times" is measured from
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
    """Measure in rounds, so that what disturbs the machine disturbs each of them alike."""
    few, some = texts.lines[: len(texts.lines) // SHARE], texts.lines[: len(texts.lines) // SMALL]
    rounds = [_round(texts.lines, some, few, tell) for _ in range(ROUNDS)]
    one, two, growth, memory, beside = (tuple(column) for column in zip(*rounds, strict=True))
    return [
        Row("JSON Lines to database, one core", one, "KB/s", "800"),
        Row("two processes on two cores", two, "times one", "1.8"),
        Row("ten times the text", growth, "times the time", "at most 11"),
        Row("memory for ten times the text", memory, "times that for one", "1"),
        Row("beside dateparser and sqlite-utils", beside, "times faster", "10"),
    ]


def _round(
    lines: Sequence[bytes], some: Sequence[bytes], few: Sequence[bytes], tell: Callable[[str], object]
) -> tuple[float, ...]:
    start_up = add(lines[:1]).seconds
    large, small = add(lines), add(some)
    speed = kilobytes(list(lines)) / (large.seconds - start_up)
    tell(f"storing: {speed:,.0f} KB/s")
    alone, together = add(lines, jobs=1).elapsed, add(lines, jobs=2).elapsed
    waiting = add(lines[:1], jobs=1).elapsed, add(lines[:1], jobs=2).elapsed
    twice = (alone - waiting[0]) / (together - waiting[1])
    tell(f"two processes: {twice:.2f} times one")
    size = kilobytes(list(lines)) / kilobytes(list(some))
    growth = (large.seconds - start_up) / (small.seconds - start_up) / size * SMALL
    beside = speed / (kilobytes(list(few[1:])) / (other(few).seconds - other(few[:1]).seconds))
    tell(f"beside dateparser: {beside:.1f} times faster")
    return speed, twice, growth, large.megabytes / small.megabytes, beside


def add(lines: Sequence[bytes], jobs: int = 0) -> Cost:
    """Store lines in a new database; on one core, or with so many processes on all of them."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("-m", "timeline", "add", "-", "--jobs", str(jobs or 1), "--db", str(Path(folder) / "t.db"))
        return run((sys.executable, *words), lines, pinned=not jobs)


def other(lines: Sequence[bytes]) -> Cost:
    """Store what dateparser finds in lines."""
    with tempfile.TemporaryDirectory() as folder:
        return run((sys.executable, str(HERE / "dateparser_store.py"), str(Path(folder) / "t.db")), lines)

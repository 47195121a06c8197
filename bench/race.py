"""The tagger, chrono and dateparser on the same texts in the same run, taking turns on the same core."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from bench.run import HERE, run
from bench.texts import Texts, kilobytes

ROUNDS = 5


class Runner(NamedTuple):
    """A tagger as a command: JSON Lines in and out; `share` of the texts is enough for a slow one."""

    name: str
    command: tuple[str, ...]
    share: float


class Result(NamedTuple):
    """A tagger's speed in kilobytes a second, by round."""

    name: str
    speeds: tuple[float, ...]

    @property
    def speed(self) -> float:
        """The median of the rounds."""
        return median(self.speeds)


RUNNERS = (
    Runner("timeline", (sys.executable, "-m", "timeline", "tag", "--jsonl"), 1.0),
    Runner("chrono-node", ("node", str(HERE / "chrono.mjs")), 1.0),
    Runner("dateparser search_dates", (sys.executable, str(HERE / "dateparser_lines.py")), 1 / 64),
)


def race(texts: Texts, tell: Callable[[str], object]) -> list[Result]:
    """Let the taggers take turns; start-up is taken off by a run over a single line before each."""
    speeds: dict[str, list[float]] = {runner.name: [] for runner in RUNNERS}
    for number in range(ROUNDS):
        for runner in RUNNERS:
            lines = texts.lines[: max(2, int(len(texts.lines) * runner.share))]
            speeds[runner.name].append(_speed(runner, lines))
            tell(f"round {number + 1} of {ROUNDS}: {runner.name} {speeds[runner.name][-1]:,.0f} KB/s")
    return [Result(name, tuple(each)) for name, each in speeds.items()]


def _speed(runner: Runner, lines: Sequence[bytes]) -> float:
    start_up = run(runner.command, lines[:1]).seconds
    return kilobytes(list(lines[1:])) / (run(runner.command, lines).seconds - start_up)

"""Measurements -> bench/README.md: tables with the machine they were taken on, without its name."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from bench.growth import Step
from bench.ingesting import Row
from bench.race import ROUNDS, Result
from bench.run import HERE
from bench.serving import Serving
from bench.stages import Stage
from bench.texts import Texts

_HEAD = """# Benchmarks

`make bench` writes this file. It installs [chrono](https://github.com/wanasit/chrono) from npm into this folder and
gives it and dateparser the same texts as `timeline tag --jsonl`. They take turns on one core: JSON Lines in and out,
start-up aside, processor time, medians. Figures drift from machine to machine and from day to day; the ratios hold.
The texts are news.jsonl of the corpora that `TIMELINE_CORPORA` names, else news made up by `texts.py`; dateparser, the
slow one, gets the first 64th of them.
"""


def report(
    texts: Texts, results: Sequence[Result], profile: Sequence[Stage], steps: Sequence[Step], more: Sequence[str]
) -> str:
    """Write the whole page; `more` are tables that others have written already."""
    parts = [_HEAD, _machine(texts), _speeds(results), _profile(profile), _growth(steps), *more]
    return "\n".join(parts)


_SERVING = """# Serving

The store is filled by `stock.py` with made-up events, the same ones each time. Each question opens the store, asks and
closes it, as a request does; each is another one, of every kind of filter alone and together; full-text search asks for
a word of a fifth of the events, one of one in ten thousand, and both, half of them with a filter. Pages and the API are
read over HTTP from `timeline serve`; the server keeps answers of the API while nothing is stored, which the last line
makes use of and the lines of the table do not.
"""


def _machine(texts: Texts) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    cores = os.cpu_count() or 1
    return (
        f"Measured on {_processor()}, {cores} core{'s' if cores > 1 else ''}, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, Node {_node()}, chrono-node {_chrono()}, "
        f"dateparser {version('dateparser')};\n"
        f"{len(texts.lines):,} texts of {texts.source}, {texts.kilobytes / 1000:.1f} MB.\n"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _node() -> str:
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)  # noqa: S607
    return said.stdout.strip().lstrip("v")


def _chrono() -> str:
    return str(json.loads((HERE / "node_modules/chrono-node/package.json").read_text())["version"])


def _speeds(results: Sequence[Result]) -> str:
    ours = results[0].speed
    rows = [
        f"| {r.name} | {r.speed:,.0f} | {min(r.speeds):,.0f} - {max(r.speeds):,.0f} | {ours / r.speed:,.2f} |"
        for r in results
    ]
    return _table(f"Speed, {ROUNDS} rounds", "| | KB/s | range | timeline is so many times faster |", rows)


def _profile(profile: Sequence[Stage]) -> str:
    total = sum(stage.seconds for stage in profile)
    return _table(
        "Where the time goes", "| stage | share |", [f"| {s.name} | {100 * s.seconds / total:.0f} % |" for s in profile]
    )


def _growth(steps: Sequence[Step]) -> str:
    rows = [
        f"| {s.kind} | {s.times}x | {s.seconds:.2f} | {f'{s.ratio:.1f}' if s.ratio else ''} | {s.megabytes:.0f} |"
        for s in steps
    ]
    return _table("Growth", "| text grows by | | s | times the line above | peak memory, MB |", rows)


_STORING = """`timeline add` reads, dates, explains and stores with its search index; beside it dateparser's
`search_dates` writes what it finds through sqlite-utils. Processor time on one core, disk waits aside; two processes
by the clock.
"""


def storing_table(rows: Sequence[Row]) -> str:
    """Write what it takes to store articles."""
    told = [
        f"| {row.name} | {row.value:,.{0 if row.value > 99 else 2}f} {row.unit} "
        f"| {min(row.values):,.2f} - {max(row.values):,.2f} | {row.reach} |"
        for row in rows
    ]
    table = _table("Storing", "| | median | range | wanted |", told)
    title, rest = table.split("\n\n", 1)
    return f"{title}\n\n{_STORING}\n{rest}"


def serving_table(served: Serving) -> str:
    """Write what a store takes to answer, and its pages a second beside Datasette's."""
    rows = [f"| {line.name} | {line.middle:.1f} | {line.p95:.1f} |" for line in served.lines]
    table = _table(
        f"{served.events:,} events in one store", "| question | ms, half are faster | ms, 95 % are faster |", rows
    )
    beside = (
        "Reads of the first page of 100 events a second, one process, one connection, in turns: "
        f"timeline {served.ours:,.0f}, Datasette {served.theirs:,.0f} "
        "(the same rows of the same file as JSON; its count, facets and suggestions off): "
        f"{served.ours / served.theirs:.1f} times.\n"
    )
    return f"{_SERVING}\n{table}\n{beside}"


def _table(title: str, head: str, rows: Sequence[str]) -> str:
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([f"## {title}", "", head, rule, *rows, ""])

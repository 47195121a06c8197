"""A store of a million events: how long each kind of question takes, and pages a second beside Datasette."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from bench.servers import Client, Server, serving_datasette, serving_timeline
from bench.stock import FREQUENT, RARE, stock
from timeline.query import Cursor, Filters, read_filters
from timeline.store import Store

EVENTS = 1_000_000
ROUNDS, SECONDS = 3, 4.0  # of the race beside Datasette: rounds, and seconds of reading in each
ASKED, PATIENCE = 60, 20.0  # questions of each kind, and the seconds after which no more of them are asked
PAGE = "/api/v1/events?limit=100"
ROWS = "?_size=100&_nocount=1&_nofacet=1&_nosuggest=1"


class Line(NamedTuple):
    """A kind of question and how long its answers took, in milliseconds, fastest first."""

    name: str
    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Half of the answers were faster."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """Nineteen of twenty answers were as fast."""
        return self.times[max(0, -(-len(self.times) * 95 // 100) - 1)]


class Serving(NamedTuple):
    """What was measured: events in the store, lines, and pages a second of ours and of Datasette."""

    events: int
    lines: tuple[Line, ...]
    ours: float
    theirs: float


def serving(tell: Callable[[str], object], events: int = EVENTS) -> Serving:
    """Fill a store and measure; the store is kept in the folder of temporary files for the next time."""
    store = _stocked(events, tell)
    lines = list(_questions(store, tell))
    with serving_timeline(store) as ours:
        client = Client(ours)
        lines += [
            _line("HTML page, over HTTP", lambda path: client.get(path), _addresses(store, "/?"), tell),
            _line("API, first page, over HTTP", lambda path: client.get(path), _addresses(store, f"{PAGE}&"), tell),
        ]
        with serving_datasette(store) as theirs:
            speeds = _race(ours, theirs, f"/{store.stem}/events.json{ROWS}")
    tell(f"pages a second: {speeds[0]:,.0f}, Datasette {speeds[1]:,.0f}")
    return Serving(events, tuple(lines), *speeds)


def _stocked(events: int, tell: Callable[[str], object]) -> Path:
    folder = Path(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108  (made anew when missing, read only by us)
    path = folder / f"timeline-bench-{events}.db"
    if not path.exists():
        tell(f"filling a store with {events:,} events")
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        stock(part, events)
        part.rename(path)
    Store.open(path).close()  # one of an earlier version is brought up to date
    return path


# ---- questions --------------------------------------------------------------------------------------------------


def _filters(path: Path) -> Iterator[dict[str, list[str]]]:
    """Yield filters of every kind, alone and together, without end; the same ones each time."""
    dice = random.Random(1)  # noqa: S311  (questions, not secrets)
    with Store.open(path, readonly=True) as store:
        sources = list(store.facets()["source"])
    while True:
        year, month = dice.randint(1990, 2025), dice.randint(1, 12)
        source, other = sources[0] if dice.random() < 0.2 else dice.choice(sources), dice.choice(sources)
        kind = {
            "granularity": [dice.choice(("day", "month", "century", "minute"))],
            "modality": [dice.choice(("planned", "denied", "alleged", "happened"))],
            "basis": [dice.choice(("stated", "inherited", "published"))],
        }
        yield {"from": [f"{year}"], "to": [f"{year}"]}
        yield {"from": [f"{year}-{month:02d}"]}
        yield {"to": [f"{year}-{month:02d}"]}
        yield {"from": [f"{year}-{month:02d}-11"], "to": [f"{year}-{month:02d}-12"]}
        yield {"source": [source]}
        yield {"source": [source, other], "from": [f"{year}"]}
        for name, value in kind.items():
            yield {name: value}
        yield kind
        yield {**kind, "source": [source], "order": ["desc"]}
        yield {"modality": kind["modality"], "from": [f"{year}"], "to": [f"{year + 9}"]}
        yield {"undated": ["include"], "order": ["desc"]}


def _texts(path: Path) -> Iterator[dict[str, list[str]]]:
    """Yield words to look for: frequent and rare ones, alone and with a filter."""
    for words, filters in zip(_words(), _filters(path), strict=False):
        yield {"text": [words]}
        yield {**filters, "text": [words]}


def _words() -> Iterator[str]:
    while True:
        yield from (FREQUENT, RARE, f"{FREQUENT} {RARE}")


def _take(found: Iterator[dict[str, list[str]]]) -> list[Filters]:
    return [read_filters(next(found)) for _ in range(ASKED)]


def _questions(path: Path, tell: Callable[[str], object]) -> Iterator[Line]:
    """Ask the store as a request does: opened, asked and closed."""

    def asking(ask: Callable[[Store, Filters], object]) -> Callable[[Filters], None]:
        def answer(filters: Filters) -> None:
            with Store.open(path, readonly=True) as store:
                ask(store, filters)

        return answer

    anything, texts, nothing = _take(_filters(path)), _take(_texts(path)), [Filters()] * ASKED
    deep = _deepest(path)
    yield _line("first page", asking(lambda store, filters: store.events(filters)), nothing, tell)
    yield _line("first page, any filter", asking(lambda store, filters: store.events(filters)), anything, tell)
    yield _line("deepest page", asking(lambda store, filters: store.events(filters, cursor=deep)), nothing, tell)
    yield _line("full-text search", asking(lambda store, filters: store.events(filters)), texts, tell)
    yield _line("facets", asking(lambda store, filters: store.facets(filters)), nothing, tell)
    yield _line("facets, any filter", asking(lambda store, filters: store.facets(filters)), anything, tell)
    yield _line("facets, full-text search", asking(lambda store, filters: store.facets(filters)), texts, tell)
    yield _line("density", asking(lambda store, filters: store.density(filters)), nothing, tell)
    yield _line("density, any filter", asking(lambda store, filters: store.density(filters)), anything, tell)
    yield _line("density, full-text search", asking(lambda store, filters: store.density(filters)), texts, tell)


def _deepest(path: Path) -> Cursor | None:
    """Give the cursor of the last page but one hundred events."""
    with Store.open(path, readonly=True) as store:
        return store.events(replace(Filters(), order="desc"), limit=101).next


def _addresses(path: Path, start: str) -> list[str]:
    """Give addresses of the first page with filters of every kind."""
    from urllib.parse import urlencode

    found = _filters(path)
    return [start + urlencode(next(found), doseq=True) for _ in range(ASKED)]


def _line(
    name: str,
    ask: Callable[..., object],
    questions: list[object] | list[Filters] | list[str],
    tell: Callable[[str], object],
) -> Line:
    """Ask once without measuring, then each question once."""
    ask(questions[0])
    times, until = [], perf_counter() + PATIENCE
    for question in questions:
        start = perf_counter()
        ask(question)
        times.append((perf_counter() - start) * 1000)
        if perf_counter() > until:
            break
    line = Line(name, tuple(sorted(times)))
    tell(f"{name}: {line.middle:.1f} ms, p95 {line.p95:.1f} ms, {len(times)} asked")
    return line


# ---- beside Datasette -------------------------------------------------------------------------------------------


def _race(ours: Server, theirs: Server, rows: str) -> tuple[float, float]:
    """Read the first page again and again, taking turns; give pages a second, the medians of the rounds."""
    clients = (Client(ours), PAGE), (Client(theirs), rows)
    speeds: tuple[list[float], list[float]] = [], []
    for _ in range(ROUNDS):
        for (client, path), found in zip(clients, speeds, strict=True):
            found.append(_speed(client, path))
    return median(speeds[0]), median(speeds[1])


def _speed(client: Client, path: str) -> float:
    client.get(path)
    start, read = perf_counter(), 0
    while perf_counter() < start + SECONDS:
        client.get(path)
        read += 1
    return read / (perf_counter() - start)

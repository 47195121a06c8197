"""Counts by time and the events of a page go in; the histogram above the list comes out, as shapes and as words.

Each bar is a link that narrows the dates to it. Below the bars stand the events of this page that are wider than one,
each as long as it is uncertain. Places are in percent of the width, heights in pixels: attributes of SVG, no style.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt
from typing import Any, NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, Interval
from timeline.label import counted
from timeline.query import Filters
from timeline.record import moments
from timeline.store import Bin, Density
from web.chain import span_words
from web.scale import Scale, beside, from_to, name_of, tick_of

HEIGHT, LOWEST, LANES, LANE = 72, 3, 6, 6
_TICKS, _SKEWED = 10, 40
_SIDE, _SIDE_BAR = 5.0, 2.2  # percent: the room that a bar for all before or after takes, and how wide it is
_FADE = 4.0  # percent: how far a line without an end is drawn
Address = Callable[[str, str], str]  # from and to -> the address of the chronology between them


class Bar(NamedTuple):
    """A bar: where it stands, how high it is, how much of it is planned, where it leads and what it says.

    outer  it stands for all that lies before or after the stretch that is drawn
    """

    x: float
    width: float
    height: int
    planned: int
    url: str
    words: str
    outer: bool = False


class Tick(NamedTuple):
    """A date below the bars; `extra` ones are left out where it is narrow."""

    x: float
    words: str
    extra: bool


class Lane(NamedTuple):
    """An event wider than a bar, as a line: `opens` and `fades` where an end of it is open or beyond the edge."""

    x: float
    end: float
    row: int
    modality: str
    opens: bool
    fades: bool


class Overview(NamedTuple):
    """All that is drawn.

    words   the picture in a sentence
    planned how many are planned or possible
    turns   the ways to another stretch: name and address
    single  one bar alone says no more than the number: it is not drawn
    total   how many events the bars count, without those that began before
    left, right  where the line of time begins and ends: beside it stand the bars for all before and after
    """

    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    lanes: Sequence[Lane]
    rows: int
    words: str
    unit: str
    skewed: bool
    planned: int
    single: bool
    turns: Sequence[tuple[str, str]]
    total: int
    left: float = 0.0
    right: float = 100.0


class Frame(NamedTuple):
    """How high a bar is drawn, and where the line of time begins and ends, in percent of the width."""

    most: int
    skewed: bool
    left: float
    right: float

    def height(self, count: int) -> int:
        """Give the height of a bar in pixels; where one is far above the others it grows with the square root."""
        share = sqrt(count / self.most) if self.skewed else count / self.most
        return max(LOWEST, round(HEIGHT * share))

    def place(self, x: float) -> float:
        """Give the place of a percentage of the line of time."""
        return round(self.left + x * (self.right - self.left) / 100, 3)


def draw(
    scale: Scale,
    density: Density,
    events: Sequence[dict[str, Any]],
    filters: Filters,
    address: Address,
    outside: tuple[Bin | None, Bin | None] = (None, None),
) -> Overview:
    """Draw the bars of a scale, what lies outside before and behind it, the wide events below, and the ways on."""
    counts, planned = _gathered(scale, density.bins)
    before, after = outside
    numbers = [*counts.values(), *(one.count for one in outside if one)]
    frame = _frame(numbers, before, after)
    bars = [_bar(scale, bar, Bin(0, 0, counts[bar], planned[bar]), frame, address) for bar in sorted(counts)]
    lanes = _lanes(scale, events, frame)
    outer = [_outer_bar(one, place, frame, address) for place, one in enumerate(outside) if one]
    return Overview(
        [*outer[: before is not None], *bars, *outer[before is not None :]],
        _ticks(scale, frame),
        lanes,
        max((lane.row + 1 for lane in lanes), default=0),
        " ".join([_words(scale, counts, density.exact), *(f"{bar.words[0].upper()}{bar.words[1:]}." for bar in outer)]),
        scale.words,
        frame.skewed,
        sum(planned.values()) + sum(one.planned for one in outside if one),
        scale.bars == 1 and not outer,
        _turns(filters, address),
        sum(numbers),
        frame.left,
        frame.right,
    )


def _frame(numbers: Sequence[int], before: Bin | None, after: Bin | None) -> Frame:
    """Fit bars of such numbers: room at the sides for what lies outside, roots where one is far above the others."""
    most = max(numbers, default=0)
    skewed = bool(numbers) and most > _SKEWED * sorted(numbers)[len(numbers) // 2]
    return Frame(most, skewed, _SIDE if before else 0.0, 100 - _SIDE if after else 100.0)


def _gathered(scale: Scale, bins: Sequence[Bin]) -> tuple[Counter[int], Counter[int]]:
    """Gather what the store counted into bars; what begins before the first, or after the last, is in none."""
    counts: Counter[int] = Counter()
    planned: Counter[int] = Counter()
    for one in bins:
        bar = scale.number(one.start)
        if 0 <= bar < scale.bars and one.count:
            counts[bar] += one.count
            planned[bar] += one.planned
    return counts, planned


def _bar(scale: Scale, bar: int, held: Bin, frame: Frame, address: Address) -> Bar:
    stretch = scale.bounds(bar)
    x, end = (frame.place(100 * number / scale.bars) for number in (bar, bar + 1))
    said = f"{name_of(stretch)}: {_number(held)}"
    return Bar(x, round(end - x, 3), *_heights(held, frame), address(*from_to(stretch)), said)


def _outer_bar(held: Bin, place: int, frame: Frame, address: Address) -> Bar:
    """Draw all before (place 0) or after (1) as one bar at the edge, apart from the line of time."""
    x = 100 - _SIDE_BAR if place else 0.0
    said = f"{('earlier', 'later')[place]}, {span_words(held.start, held.end)}: {_number(held)}"
    return Bar(x, _SIDE_BAR, *_heights(held, frame), address(*from_to(Interval(*held[:2]))), said, outer=True)


def _heights(held: Bin, frame: Frame) -> tuple[int, int]:
    height = frame.height(held.count)
    return height, max(LOWEST, round(height * held.planned / held.count)) if held.planned else 0


def _number(held: Bin) -> str:
    return counted(held.count, "event") + (f", {held.planned:,} planned or possible" if held.planned else "")


def _ticks(scale: Scale, frame: Frame) -> list[Tick]:
    """Name some bars below: at most ten, and half of them where it is narrow."""
    every = max(1, -(-scale.bars // _TICKS))
    shown = [bar for bar in range(0, scale.bars, every) if bar / scale.bars < 0.94]
    return [
        Tick(frame.place(100 * bar / scale.bars), tick_of(scale, bar), _is_extra(place, bar / scale.bars, len(shown)))
        for place, bar in enumerate(shown)
    ]


def _is_extra(place: int, share: float, shown: int) -> bool:
    """Say whether a date is left out where it is narrow: most are, and one that would run over the edge."""
    return place % (3 if shown > 4 else 2) > 0 or share > 0.82


def _lanes(scale: Scale, events: Sequence[dict[str, Any]], frame: Frame) -> list[Lane]:
    """Lay the wide events of a page side by side, each in the first row that is free; what finds none is left out."""
    free = [-1.0] * LANES
    lanes = []
    edges = scale.bounds(0).start or 0, scale.bounds(scale.bars - 1).end or 0
    bar = (scale.bounds(0).end or 0) - edges[0]
    for event in events:
        start, end = moments(event)
        if start is not None and end is not None and end - start <= bar:
            continue
        stop = 100 * scale.place(end) if end is not None else min(100.0, 100 * scale.place(start or 0) + _FADE)
        x = 100 * scale.place(start) if start is not None else max(0.0, stop - _FADE)
        row = next((row for row, taken in enumerate(free) if taken < x), None)
        if row is not None and stop > x:
            free[row] = stop
            opens, fades = start is None or start < edges[0], end is None or end > edges[1]
            lanes.append(Lane(frame.place(x), frame.place(stop), row, event["modality"], opens, fades))
    return lanes


def _words(scale: Scale, counts: Counter[int], exact: bool) -> str:
    """Say what the picture shows: how many, from when to when, most when."""
    if not counts:
        return "No event with a date."
    whole = span_words(*scale.span)
    fullest = max(counts, key=lambda bar: (counts[bar], -bar))
    when = "on" if scale.granularity == DAY else "in"
    most = "" if scale.bars == 1 else f"; most {when} {name_of(scale.bounds(fullest))}, {counts[fullest]:,}"
    least = "" if exact else "at least "
    return f"{least}{counted(sum(counts.values()), 'event')} by {scale.words.removeprefix('a ')}, {whole}{most}."


def _turns(filters: Filters, address: Address) -> list[tuple[str, str]]:
    """Give the ways to the stretches before and after as long as this one, to a wider one and to the whole."""
    if filters.since is None and filters.before is None:
        return []
    turns = []
    start, end = filters.since, filters.before
    if start is not None and end is not None:
        day = -(-(end - start) // DAY_SECONDS) * DAY_SECONDS
        turns = [
            ("earlier", address(*_moved(start, end, -1))),
            ("later", address(*_moved(start, end, 1))),
            ("wider", address(*from_to(Interval(start - day, end + day)))),
        ]
    return [*turns, ("all dates", address("", ""))]


def _moved(start: int, end: int, way: int) -> tuple[str, str]:
    """Give the stretch beside one: as many whole years or months where it has whole ones, else as many days."""
    return from_to(beside(Interval(start, end), way))

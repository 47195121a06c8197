"""Events in JSON, in the order of the store, go in; years, months and days with their headings come out.

The order is never changed: a heading stands before each run of events that share it, so a page reads exactly as
the API answers. Something wider than a heading stands under its own words ("1990s", "some time in February") and no
day is invented for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import log2
from typing import Any, NamedTuple

from timeline.calendar import DAY_SECONDS, civil, month_days
from timeline.export.headings import EARLIER, FOLDS, OPEN_BEGINNING
from timeline.label import MONTHS, weekday_label, year_label
from timeline.record import moments

WIDE = frozenset({"decade", "century", "millennium"})
MONTHLESS = frozenset({"year", "half", "season", "quarter"})


class Mark(NamedTuple):
    """What stands on the spine for one event.

    shape   day | range
    height  of the drawing in pixels: a range grows with the logarithm of its days
    opens   the beginning is open: the bracket fades in
    fades   the end is open: the bracket fades out
    """

    shape: str
    height: int
    opens: bool = False
    fades: bool = False


class Entry(NamedTuple):
    """One event and its mark."""

    event: dict[str, Any]
    mark: Mark


class Heading(NamedTuple):
    """Words above a run of events: `lead` (a weekday, may be empty) and `name`; `full` says it without its parents."""

    lead: str
    name: str
    full: str


class Group(NamedTuple):
    """A run under one heading: `parts` are groups of the next level, or entries below a day.

    key     unique on the page, for links
    size    events below it on this page
    whole   False when the run may go on over the edge of the page
    folded  words above what began before the dates asked for, or at no known time: it stands in the way of the rest
    """

    key: str
    heading: Heading | None
    size: int
    parts: Sequence[Any]
    whole: bool = True

    @property
    def folded(self) -> str | None:
        """Give the words to unfold it where it may be folded away."""
        return FOLDS.get(self.heading.name.lower()) if self.heading else None


class Place(NamedTuple):
    """Where an event stands: a heading for each of the three levels (None: none needed)."""

    year: Heading
    month: Heading | None
    day: Heading | None


def place(event: dict[str, Any], since: int | None = None) -> Place:
    """Find the headings of a dated event; `since` is the first instant asked for, None for no bound."""
    interval = moments(event)
    if interval.start is None:
        return Place(_heading(OPEN_BEGINNING), None, None)
    if since is not None and interval.start < since:
        return Place(_heading(EARLIER), None, None)
    granularity, label = event.get("granularity") or "day", event["label"]
    first = interval.start // DAY_SECONDS
    last = first if interval.end is None else max(first, (interval.end - 1) // DAY_SECONDS)
    year, month, _ = civil(first)
    if granularity in WIDE or last - first > 800:
        return Place(Heading("", label, label), None, None)
    top = Heading("", year_label(year), year_label(year))
    if granularity in MONTHLESS or last - first > 62:
        lead = "since" if interval.end is None else "some time in" if granularity == "year" else ""
        name = label.removeprefix("since ")
        return Place(top, Heading(lead, name, f"{lead} {name}".strip()), None)
    named = f"{MONTHS[month - 1]} {year_label(year)}"
    day = _since(first, granularity, named) if interval.end is None else _day_heading(first, last, named)
    return Place(top, Heading("", MONTHS[month - 1], named), day)


def _heading(words: str) -> Heading:
    return Heading("", words.capitalize(), words.capitalize())


def _since(first: int, granularity: str, named: str) -> Heading:
    """Name where something without an end begins."""
    if granularity == "month":
        return Heading("since", named.split()[0], f"since {named}")
    day = f"{weekday_label(first)} {civil(first)[2]}".strip()
    return Heading("since", day, f"since {day} {named}")


def _day_heading(first: int, last: int, named: str) -> Heading:
    """Name a day with its weekday, a whole month in words, a range by its ends."""
    year, month, day = civil(first)
    if first == last:
        return Heading(weekday_label(first), str(day), f"{weekday_label(first)} {day} {named}".strip())
    if day == 1 and last == first + month_days(year, month) - 1:
        return Heading("some time in", MONTHS[month - 1], f"some time in {named}")
    _, last_month, last_day = civil(last)
    days = f"{weekday_label(first)}–{weekday_label(last)}".strip("–")
    if last_month == month:
        return Heading(days, f"{day}–{last_day}", f"{day}–{last_day} {named}")
    ends = f"{day} {MONTHS[month - 1][:3]} – {last_day} {MONTHS[last_month - 1][:3]}"
    return Heading(days, ends, f"{ends} {year_label(year)}")


def mark(event: dict[str, Any]) -> Mark:
    """Choose the mark of an event: a dot for a day or less, else a bracket as long as its width."""
    interval = moments(event)
    if interval.start is None or interval.end is None:
        return Mark("range", 88, interval.start is None, interval.end is None)
    days = -(-(interval.end - interval.start) // DAY_SECONDS)
    return Mark("day", 24) if days <= 1 else Mark("range", min(120, 24 + round(8 * log2(days))))


def small_mark(event: dict[str, Any]) -> Mark:
    """Choose the mark of an event for a margin, where lengths cannot be compared: all brackets are short."""
    large = mark(event)
    return large if large.shape == "day" else large._replace(height=32)


def chronology(
    events: Sequence[dict[str, Any]], earlier: bool = False, later: bool = False, since: int | None = None
) -> list[Group]:
    """Group dated events into years, months and days; `earlier` and `later` tell that more lie beyond the page."""
    rows = [(place(event, since), Entry(event, mark(event))) for event in events]
    years = [
        _group(f"y{index}", heading, run, ("month", "day")) for index, (heading, run) in enumerate(_runs(rows, "year"))
    ]
    if years and earlier:
        years[0] = _cut(years[0], 0)
    if years and later:
        years[-1] = _cut(years[-1], -1)
    return years


def _runs(rows: Iterable[tuple[Place, Entry]], level: str) -> list[tuple[Heading | None, list[tuple[Place, Entry]]]]:
    return [(heading, list(run)) for heading, run in groupby(rows, key=lambda row: getattr(row[0], level))]


def _group(key: str, heading: Heading | None, rows: list[tuple[Place, Entry]], levels: tuple[str, ...]) -> Group:
    if not levels:
        return Group(key, heading, len(rows), [entry for _, entry in rows])
    parts = [
        _group(f"{key}-{index}", below, run, levels[1:]) for index, (below, run) in enumerate(_runs(rows, levels[0]))
    ]
    return Group(key, heading, len(rows), parts)


def _cut(group: Group, edge: int) -> Group:
    """Mark the groups along one edge of the page as maybe going on beyond it."""
    if not group.parts or isinstance(group.parts[0], Entry):
        return group._replace(whole=False)
    parts = list(group.parts)
    parts[edge] = _cut(parts[edge], edge)
    return group._replace(parts=parts, whole=False)

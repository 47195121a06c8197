"""Events in, a chronology to read in a terminal out: years, months and days as headings, weekday always shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.calendar import DAY, MONTH, YEAR, Granularity, Period, civil, first_day
from timeline.label import day_label, label_of, year_label
from timeline.lines import loads
from timeline.notation import parse_period

# Escape codes and marks that turn the reading order would let an article write over the reader's terminal.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def write(events: Iterable[bytes]) -> Iterator[bytes]:
    """Write each event below its headings; one wider than a day stands below its month or year under its own words."""
    above: tuple[str, ...] = ()
    empty = True
    for body in events:
        event = loads(body)
        headings = _headings(event)
        lines = list(_fresh(headings, above))
        above, empty = headings, False
        lines += _entry(event, "  " * len(headings))
        yield ("\n".join(lines) + "\n").encode()
    if empty:
        yield b"no events\n"


def _headings(event: dict[str, Any]) -> tuple[str, ...]:
    """Name the year, and where the date is narrow enough the month and the day."""
    if event["start"] is None:
        return ("undated",) if event["end"] is None else ("open beginning",)
    first = first_day(parse_period(event["start"]))
    year, month, _ = civil(first)
    width = Granularity[(event["granularity"] or "year").upper()]  # a range has none
    if width > YEAR:
        return (event["label"],)
    headings: tuple[str, ...] = (year_label(year),)
    if width <= MONTH:
        headings += (label_of(Period(MONTH, year * 12 + month - 1), None, None),)
    return (*headings, day_label(first)) if width <= DAY else headings


def _fresh(headings: tuple[str, ...], above: tuple[str, ...]) -> Iterator[str]:
    for depth, heading in enumerate(headings):
        if headings[: depth + 1] != above[: depth + 1]:
            if depth == 0 and above:
                yield ""
            yield "  " * depth + heading


def _entry(event: dict[str, Any], indent: str) -> Iterator[str]:
    article = event["article"]
    modality = "" if event["modality"] == "happened" else f" [{event['modality']}]"
    told = ", ".join(part for part in (article["source"], article["published"]) if part)
    yield f"{indent}{_clean(event['label'])}{modality}: {_clean(event['headline'])}"
    yield f"{indent}  “{_clean(event['quote'])}”"
    if conflict := event.get("conflict"):
        yield f"{indent}  but “{_clean(conflict['text'])}” says {conflict['edtf'] or conflict['value']}"
    yield f"{indent}  {_clean(told) + '; ' if told else ''}{event['basis']}; event {event['id']}"


def _clean(text: str) -> str:
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))

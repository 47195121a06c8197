"""Events in, a chronology to read in a terminal out: years, months and days as headings, weekday always shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.export.asked import Asked
from timeline.export.format import Written
from timeline.export.headings import Headings, fresh, headings
from timeline.export.told import conflicting, in_marks
from timeline.lines import loads

# Escape codes and marks that turn the reading order would let an article write over the reader's terminal.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def write(events: Iterable[bytes], _: Asked) -> Written:
    """Write each event below its headings; one wider than a day stands below its month or year under its own words."""
    above: Headings = ()
    empty = True
    for body in events:
        event = loads(body)
        below = headings(event)
        lines = list(_headed(below, above))
        above, empty = below, False
        lines += _entry(event, "  " * len(below))
        yield ("\n".join(lines) + "\n").encode()
    if empty:
        yield b"no events\n"
    return None


def _headed(below: Headings, above: Headings) -> Iterator[str]:
    for depth, heading in fresh(below, above):
        if depth == 0 and above:
            yield ""
        yield "  " * depth + heading


def _entry(event: dict[str, Any], indent: str) -> Iterator[str]:
    article = event["article"]
    modality = "" if event["modality"] == "happened" else f" [{event['modality']}]"
    origin = article["source"] or (f"“{article['title']}”" if article["title"] else "source unknown")
    told = f"{origin}, {article['published'] or 'no publish date'}"
    undated = "" if article["published"] else f" (article {article['id']})"
    yield f"{indent}{_clean(event['label'])}{modality}: {_clean(event['headline'])}"
    yield f"{indent}  {_clean(in_marks(event['quote']))}"
    if conflict := conflicting(event):
        yield f"{indent}  {_clean(conflict)}"
    yield f"{indent}  {_clean(told)}{undated}; {event['basis']}; event {event['id']}"


def _clean(text: str) -> str:
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))

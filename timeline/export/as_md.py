"""Events in, a Markdown list out: years, months and days as headings, every sign that Markdown reads escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.export.asked import Asked
from timeline.export.format import Written
from timeline.export.headings import Headings, fresh, headings
from timeline.export.plain import line
from timeline.export.told import conflicting, headline, quoted, sure, told_by
from timeline.label import counted
from timeline.lines import loads
from timeline.links import safe_url

# All signs that mean something inside a line; those that mean something only where a line begins are met there.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!$@^])")
_BEGINNING = re.compile(r"^([+=:-]|\d+(?=[.)]))")


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write each event as an item below its headings: date, headline, the sentence as a quotation, who told it."""
    yield f"# {_escaped(asked.title)}\n".encode()
    above: Headings = ()
    number = 0
    for body in events:
        event = loads(body)
        number += 1
        below = headings(event)
        parts = [f"\n{'#' * (depth + 2)} {_escaped(one)}\n" for depth, one in fresh(below, above)]
        above = below
        yield "".join([*parts, *_item(event)]).encode()
    yield f"\n{counted(number, 'event') if number else 'no events'}\n".encode()
    return None


def _item(event: dict[str, Any]) -> Iterator[str]:
    yield f"\n- **{_escaped(event['label'])}:** {_escaped(headline(event))}\n"
    yield f"\n  > {_escaped(quoted(event))}\n"
    url = safe_url(event["article"]["url"])
    told = _escaped(told_by(event))
    if url is not None:
        address = url.replace("&", "\\&")  # `&lt;` would be read as a sign
        told = f"[{told}](<{address}>)"
    conflict = conflicting(event)
    yield f"\n  {told}; {f'{_escaped(conflict)}; ' if conflict else ''}{_escaped(sure(event))}\n"


def _escaped(text: str) -> str:
    r"""Escape what Markdown would read as its own.

    >>> _escaped("1. *bold*")
    '1\\. \\*bold\\*'
    """
    signs = _SIGNS.sub(r"\\\1", line(text))
    begun = _BEGINNING.match(signs)
    if not begun:
        return signs
    return f"\\{signs}" if not begun[1].isdigit() else f"{begun[1]}\\{signs[begun.end() :]}"

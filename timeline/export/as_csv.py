"""Events in, CSV out: UTF-8, a header line, RFC 4180 line ends, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from timeline.export.asked import Asked
from timeline.export.format import Written
from timeline.lines import loads

COLUMNS = (
    *("id", "start", "end", "granularity", "edtf", "label", "headline", "quote", "basis", "modality", "confidence"),
    *("words", "value", "mod", "explanation", "article", "title", "source", "published", "url"),
)
# What may hold an article's words. The other columns are ours, ids, dates and fixed words: a year BC begins with "-".
FREE = frozenset({"label", "headline", "quote", "words", "value", "explanation", "title", "source", "url"})
# Spreadsheets pass over blanks and what cannot be seen, and some take the wide signs of East Asian keyboards.
_FORMULA = re.compile(
    r"[\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+@\uff1d\uff0b\uff0d\uff20-]|[\t\r\n]"
)


def write(events: Iterable[bytes], _: Asked) -> Written:
    """Write a row for each event; what is null is an empty cell."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow(_cells(loads(event)))
        yield _taken(page)
    yield _taken(page)
    return None


def _taken(page: io.StringIO) -> bytes:
    written = page.getvalue().encode()
    page.seek(0)
    page.truncate()
    return written


def _cells(event: dict[str, Any]) -> list[str]:
    timex, article = event["timex"] or {}, event["article"]
    row = {
        **event,
        "words": timex.get("text"),
        "value": timex.get("value"),
        "mod": timex.get("mod"),
        "explanation": event["why"]["explanation"],
        **article,
        "id": event["id"],
        "url": article["url"],
        "article": article["id"],
    }
    return [_cell(column, row.get(column)) for column in COLUMNS]


def _cell(column: str, value: object) -> str:
    """Keep a spreadsheet from running an article's words as a formula: an apostrophe before says "text"."""
    text = "" if value is None else str(value)
    return f"'{text}" if column in FREE and _FORMULA.match(text) else text

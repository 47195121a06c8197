"""Events as the bytes of their JSON in, a file in one of the formats out; one small module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from timeline.export import as_csv, as_json, as_ndjson, as_text

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """How a chronology can be written; `write` streams, it never holds all the events."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Iterable[bytes]], Iterator[bytes]]


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("text", "text/plain; charset=utf-8", ".txt", as_text.write),
        Format("json", "application/json", ".json", as_json.write),
        Format("ndjson", "application/x-ndjson", ".ndjson", as_ndjson.write),
        Format("csv", "text/csv; charset=utf-8; header=present", ".csv", as_csv.write),
    )
}

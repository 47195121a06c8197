"""Lines of a megabyte and events without end: each format writes them whole, and holds one event at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from test_export_hostile import hostile, saturday, written

from timeline.export import FORMATS
from timeline.lines import dumps


@pytest.mark.parametrize("name", FORMATS)
def test_a_line_of_a_megabyte_is_written_whole(name: str) -> None:
    event = saturday()
    event["quote"] = "<é =\u202e&" * 150_000 + "end"
    data = written(name, event)
    assert len(data) > 1_000_000
    assert b"end" in data.replace(b"\r\n ", b"")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_streams(name: str) -> None:
    """What was asked of the store is written before the next is asked for."""
    pulled = 0

    def events() -> Iterator[bytes]:
        nonlocal pulled
        for pulled in range(1, 51):
            yield dumps({**hostile("words", None), "headline": f"number {pulled}."})

    seen = 0
    for part in FORMATS[name].write(events()):
        seen += len(re.findall(rb"number \d+\\?\.", part)) > 0
        assert pulled - seen <= 1
    assert (pulled, seen) == (50, 50)

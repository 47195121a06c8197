"""Bytes in, Articles out; the reader is picked by the content first and the name second.

An input that gives no article gives a Refusal with the reason; nothing is dropped in silence.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from timeline.model import Article
from timeline.reading.folders import find_files
from timeline.reading.hints import NO_HINTS, Hints, Refusal
from timeline.reading.jsonl import is_json_lines
from timeline.reading.published import parse_published
from timeline.reading.readers import articles_of, articles_of_lines
from timeline.reading.source import open_source

__all__ = [
    "Hints",
    "Refusal",
    "find_files",
    "is_lines",
    "parse_published",
    "read_bytes",
    "read_file",
    "read_lines",
    "read_stream",
]


def read_file(path: str | Path, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read a file as the articles it holds; JSON Lines, tables, mailboxes and archives are streamed."""
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            yield Refusal(str(path), "unreadable: not a regular file")
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path), hints)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Refusal(str(path), f"unreadable: {getattr(error, 'strerror', None) or error}")


def read_bytes(data: bytes, name: str, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read bytes as the articles they hold; `name` is used in refusals and may tell the format and the date."""
    return read_stream(io.BytesIO(data), name, hints)


def read_stream(stream: BinaryIO, name: str, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read a stream of bytes (a file, standard input) as the articles it holds."""
    return articles_of(open_source(stream, name, hints))


def is_lines(first: bytes, name: str, hints: Hints = NO_HINTS) -> bool:
    """Say whether an input that begins with this line is JSON Lines, and so can be cut between any two of them."""
    return is_json_lines(open_source(io.BytesIO(first), name, hints)) is not None


def read_lines(data: bytes, name: str, hints: Hints = NO_HINTS, number: int = 1) -> Iterator[Article | Refusal]:
    """Read a part of JSON Lines that was cut between two lines; `number` is that of its first line in the input."""
    return articles_of_lines(open_source(io.BytesIO(data), name, hints), number)

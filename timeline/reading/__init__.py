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
from timeline.reading.published import parse_published
from timeline.reading.readers import articles_of
from timeline.reading.source import open_source

__all__ = ["Hints", "Refusal", "find_files", "parse_published", "read_bytes", "read_file", "read_stream"]


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

"""Bytes in, Articles out; the reader is picked by the content first and the name second.

An input that gives no article gives a Refusal with the reason; nothing is dropped in silence.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from timeline.model import Article
from timeline.reading.address import Allowance, fetch, is_address, is_public
from timeline.reading.article import UNDATED, UNTOLD, dated
from timeline.reading.dates.claims import ABOUT_DATE
from timeline.reading.dates.published import parse_published
from timeline.reading.extras import installed_extras
from timeline.reading.folders import count_hidden, find_files
from timeline.reading.formats.archive import Member, begins_archive, members
from timeline.reading.formats.jsonl import is_json_lines
from timeline.reading.hints import NO_HINTS, Hints
from timeline.reading.layout.language import language_code
from timeline.reading.names import shown
from timeline.reading.readers import articles_of, articles_of_lines
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import open_source

__all__ = [
    "ABOUT_DATE",
    "UNDATED",
    "UNTOLD",
    "CannotRead",
    "Hints",
    "Member",
    "Refusal",
    "begins_archive",
    "count_hidden",
    "dated",
    "find_files",
    "installed_extras",
    "is_address",
    "is_lines",
    "language_code",
    "members",
    "parse_published",
    "read_address",
    "read_bytes",
    "read_file",
    "read_lines",
    "read_stream",
    "shown",
]


def read_file(path: str | Path, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read a file as the articles it holds; JSON Lines, tables, mailboxes and archives are streamed."""
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            yield Refusal(shown(path), "unreadable: not a regular file")
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, shown(path), hints)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Refusal(shown(path), f"unreadable: {getattr(error, 'strerror', None) or error}")


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


def read_address(url: str, hints: Hints = NO_HINTS, allowed: Allowance = is_public) -> Iterator[Article | Refusal]:
    """Fetch an http(s) address and read what it gives, when the user allows the network at all.

    allowed  which machines may be connected to: public ones alone, except in tests
    """
    if not hints.network:
        yield Refusal(url, "an address is fetched only with --allow-network")
        return
    try:
        fetched = fetch(url, hints.max_size, allowed)
    except CannotRead as refusal:
        yield Refusal(url, str(refusal))
        return
    known = replace(hints, url=hints.url or fetched.url)
    source = open_source(io.BytesIO(fetched.data), fetched.url.partition("?")[0], known, fetched.charset)
    for answer in articles_of(source):
        yield answer if isinstance(answer, Article) else replace(answer, name=answer.name.replace(source.name, url, 1))

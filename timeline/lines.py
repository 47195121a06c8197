"""JSON values in, bytes out, and back; and the loop that answers JSON Lines batch by batch as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import orjson

CHUNK = 1 << 16

loads: Callable[[bytes | str], Any] = orjson.loads


class Source(Protocol):
    """Where bytes come from: `sys.stdin.buffer`, an open file, `io.BytesIO`."""

    def read1(self, size: int = -1, /) -> bytes:
        """Give what is there, at most `size` bytes; nothing at the end."""
        ...


class Sink(Protocol):
    """Where bytes go: `sys.stdout.buffer`, an open file, `io.BytesIO`."""

    def write(self, data: bytes, /) -> int:
        """Take all the bytes."""
        ...

    def flush(self) -> None:
        """Hand on what is held back."""
        ...


def dumps(value: object) -> bytes:
    """Write a value as compact JSON in UTF-8; ValueError when it holds what JSON cannot (half a surrogate pair)."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError as error:
        raise ValueError(f"cannot be written as JSON: {error}") from error


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def batches(source: Source) -> Iterator[list[bytes]]:
    r"""Yield the lines of a stream as they arrive, those of one read together, without their `\n`.

    A line longer than a read is kept in parts and joined once, so that a line of any length costs its length.
    """
    parts: list[bytes] = []
    begun = False
    while chunk := source.read1(CHUNK):
        lines, newline, rest = chunk.rpartition(b"\n")
        if not newline:
            parts.append(chunk)
            continue
        parts.append(lines)
        yield (b"".join(parts) if begun else _unmarked(parts)).split(b"\n")
        parts, begun = [rest], True
    if last := b"".join(parts) if begun else _unmarked(parts):
        yield [last]


def _unmarked(parts: list[bytes]) -> bytes:
    """Leave out the mark that may open a stream; it can arrive in pieces."""
    return b"".join(parts).removeprefix(_BYTE_ORDER_MARK)


def answer(source: Source, sink: Sink, respond: Callable[[Any], object], refuse: Callable[[int, str], None]) -> int:
    """Answer each line of a stream with a line, in order; give the number of lines refused.

    `respond` makes the answer from the value of a line and raises ValueError with the reason for a line it cannot
    take; `refuse` is told the line's number (from 1) and the reason, and the rest goes on. Empty lines are passed over.
    """
    number = refused = 0
    parse, write = orjson.loads, orjson.dumps
    for batch in batches(source):
        answers: list[bytes] = []
        for line in batch:
            number += 1
            if not line or line.isspace():
                continue
            try:
                answers.append(write(respond(parse(line)), None, orjson.OPT_APPEND_NEWLINE))
            except (ValueError, orjson.JSONEncodeError) as error:
                refused += 1
                refuse(number, str(error))
        sink.write(b"".join(answers))
        sink.flush()
    return refused

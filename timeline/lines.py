"""JSON values in, bytes out, and back; and the loop that answers JSON Lines batch by batch as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Protocol

import orjson

CHUNK: Final = 1 << 16

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


_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


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


def answer(
    source: Source,
    sink: Sink,
    respond: Callable[[Any], Any],
    refuse: Callable[[int, str], None],
    together: Callable[[Sequence[Any]], Iterable[object]] = iter,
) -> int:
    """Answer each line of a stream with a line, in order; give the number of lines refused.

    `respond` makes the answer from the value of a line and raises ValueError with the reason for a line it cannot
    take; `refuse` is told the line's number (from 1) and the reason, and the rest goes on. Empty lines are passed over.
    Where many lines are answered faster than one, `respond` only reads a line and `together` makes the answers, one
    for each value, of the lines that have arrived.
    """
    number = refused = 0
    for batch in batches(source):
        reasons: dict[int, str] = {}
        taken: dict[int, Any] = {}
        for line in batch:
            number += 1
            if not line or line.isspace():
                continue
            try:
                taken[number] = respond(loads(line))
            except ValueError as error:
                reasons[number] = str(error)
        sink.write(b"".join(_written(taken, together, reasons)))
        sink.flush()
        for refused_line in sorted(reasons):
            refuse(refused_line, reasons[refused_line])
        refused += len(reasons)
    return refused


def _written(
    taken: dict[int, Any], together: Callable[[Sequence[Any]], Iterable[object]], reasons: dict[int, str]
) -> Iterator[bytes]:
    """Write the answers to the lines taken, by number; what cannot be answered or written is added to the reasons."""
    try:
        answers = list(together([*taken.values()]))
    except ValueError as error:  # by one of them: the others are answered all the same
        if len(taken) == 1:
            reasons.update(dict.fromkeys(taken, str(error)))
            return
        for number, value in taken.items():
            yield from _written({number: value}, together, reasons)
        return
    for number, value in zip(taken, answers, strict=True):
        try:
            yield orjson.dumps(value, None, orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError as error:
            reasons[number] = str(error)

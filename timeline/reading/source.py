"""A stream of bytes in, a Source out: what stands at its start is looked at before a reader takes the whole.

A reader answers with Found: a draft, the bytes it was made of, and where in the input it stood.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from timeline.reading.draft import Draft
from timeline.reading.hints import MEGABYTE, Hints
from timeline.reading.layout.decode import Decoded, decode, glimpse
from timeline.reading.layout.language import language_code
from timeline.reading.refusal import CannotRead, Refusal

_HEAD = 65_536


class Found(NamedTuple):
    """An article as a reader found it.

    data   the bytes it was made of, as received
    how    the reader and how it decoded them, in words
    where  its place in an input that holds several ("line 3", "entry 2"); empty when it is the whole input
    named  the name of the file it is, where that is a file in an archive
    """

    draft: Draft
    data: bytes
    how: str
    where: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An input: its name, its first bytes, and a stream that begins with them.

    first    the first line that is not blank with what stands before it, at most the size limit and one
    head     the first bytes, of JSON Lines the first line alone
    text     these as text, for recognition alone
    charset  the encoding that came with it (an HTTP header), None when nobody said
    """

    name: str
    hints: Hints
    first: bytes
    head: bytes
    text: str
    stream: Joined
    charset: str | None = None

    def named(self, *endings: str) -> bool:
        """Say whether the name ends so."""
        return self.name.lower().endswith(endings)

    def whole(self) -> bytes:
        """Read it whole; CannotRead when it is larger than allowed."""
        data = self.stream.read(self.hints.max_size + 1)
        refuse_large(data, self.hints)
        return data

    def decoded(self, data: bytes) -> Decoded:
        """Decode its bytes."""
        return decode(data, self.charset)


Answers = Iterator[Found | Refusal]


def open_source(stream: BinaryIO, name: str, hints: Hints, charset: str | None = None) -> Source:
    """Look at the start of a stream, which need not be able to go back."""
    limit = hints.max_size
    first = stream.readline(limit + 1)
    while not first.strip() and len(first) <= limit and (more := stream.readline(limit + 1)):
        first += more
    head = first
    if len(first) <= min(limit, _HEAD) and not _is_object(first):  # a stream of objects is answered line by line
        head += stream.read(min(_HEAD, limit + 1 - len(first))) or b""
    return Source(name, hints, first, head, glimpse(head[:_HEAD]), Joined(head, stream), charset)


def _is_object(line: bytes) -> bool:
    return line.endswith(b"\n") and line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


class Joined:
    """Bytes that were read already, then the rest of their stream, which is asked for no more than is needed."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = io.BytesIO(head)
        self.rest = rest

    def read(self, size: int = -1) -> bytes:
        """Read as many bytes as there are, up to a size."""
        data = self.head.read(size)
        missing = size - len(data) if size >= 0 else -1
        return data + (self.rest.read(missing) or b"") if missing else data

    def readline(self, size: int = -1) -> bytes:
        """Read up to the next line end, at most a number of bytes."""
        line = self.head.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        return line + self.rest.readline(size - len(line) if size >= 0 else -1)


def refuse_large(data: bytes, hints: Hints) -> None:
    """Raise CannotRead for bytes that are more than the user allows."""
    if len(data) > hints.max_size:
        raise CannotRead(f"too large: more than {hints.max_size / MEGABYTE:g} MB (--max-size)")


def languages_of(hints: Hints) -> tuple[str, ...] | None:
    """Give the language the user named, for reading dates."""
    code = language_code(hints.lang)
    return (code,) if code else None

"""Paths in, pieces of inputs out: bytes that can be read, extracted and stored apart from all others.

JSON Lines are cut between lines, anything else that is small is a piece by itself, and what is larger is read here,
article by article. A piece carries its bytes, so whoever works on it needs no file of ours.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Any, BinaryIO

from timeline import reading
from timeline.ingest.archives import cut_archive
from timeline.ingest.piece import Known, Piece, Stored
from timeline.model import Article
from timeline.reading import Hints, Refusal
from timeline.store import Reached

STANDARD_INPUT = "standard input"
CUT = 1 << 17  # bytes of JSON Lines in a piece: some twenty articles of news, which are stored in one change
_BLOCK = 1 << 20
_TOGETHER, _CHARACTERS = 64, 1 << 19  # articles of one large input, and their text, that are handed on together


Own = Callable[[Path], bool]  # whether a file is the store's own


def cut(paths: Iterable[str], hints: Hints, known: Known, own: Own) -> Iterator[Piece | Stored | Refusal]:
    """Cut every input of the paths into pieces, in order; `-` is standard input, an address is fetched.

    What is the store's own is passed over in a folder, and refused when it is named itself.
    """
    for path in paths:
        if path == "-":
            # Wide enough for what a pipe holds: what arrives together is stored together.
            with BufferedReader(FileIO(sys.stdin.fileno(), closefd=False), CUT) as stream:
                yield from _cut_stream(stream, hints)
            continue
        if reading.is_address(path):
            found = _grouped(guarded(reading.read_address(path, hints), path))
            yield from (Piece(reading.shown(path), together, 0, 0, None, begins=True) for together, _ in found)
            continue
        for file in reading.find_files((path,)):
            if isinstance(file, Refusal):
                yield file
            elif not own(file):
                yield from _cut_file(file, hints, known)
            elif file == Path(path):
                yield Refusal(reading.shown(file), "is the store itself, or was made beside it")


def _cut_file(path: Path, hints: Hints, known: Known) -> Iterator[Piece | Stored | Refusal]:
    try:
        if path.exists() and not path.is_file():
            yield Refusal(reading.shown(path), "unreadable: not a regular file")
            return
        with path.open("rb") as stream:
            yield from _cut_open(stream, path, hints, known)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Refusal(reading.shown(path), f"unreadable: {getattr(error, 'strerror', None) or error}")


def _cut_open(
    stream: BufferedReader[Any], path: Path, hints: Hints, known: Known
) -> Iterator[Piece | Stored | Refusal]:
    """Go on behind what is stored of a file, or begin with it."""
    if reading.begins_archive(stream.peek(64), path.name):
        yield from cut_archive(stream, path, hints, known)
        return
    size = os.fstat(stream.fileno()).st_size
    mark = Reached(reading.shown(os.path.abspath(path)), str(hints), 0, "", 0, finished=False)
    before = known(mark.path, mark.options)
    digest = _digest_of(stream, before, size) if before else None
    if before and digest and before.finished and before.size == size:
        yield Stored(reading.shown(path), before)
        return
    if before and digest and before.lines:
        yield from _cut_lines(stream, b"", reading.shown(path), hints, digest, before)
        return
    stream.seek(0)
    head = _first_line(stream, hints.max_size)
    if len(head) <= hints.max_size and reading.is_lines(head, reading.shown(path), hints):
        yield from _cut_lines(stream, head, reading.shown(path), hints, hashlib.sha256(), mark)
    elif size <= hints.max_size:
        data = head + stream.read()
        whole = mark._replace(size=len(data), sha256=hashlib.sha256(data).hexdigest(), finished=True)
        yield Piece(reading.shown(path), data, 0, len(data), whole, begins=True)
    else:
        yield from _cut_large(path, hints, mark._replace(size=size, finished=True))


def _digest_of(stream: BinaryIO, before: Reached, size: int) -> hashlib._Hash | None:
    """Read over what is stored; None when it is not what is there now, or ends within a line that has grown since."""
    if before.size > size:
        return None
    digest, left, end = hashlib.sha256(), before.size, b"\n"
    while left and (block := stream.read(min(_BLOCK, left))):
        digest.update(block)
        left, end = left - len(block), block[-1:]
    whole = before.size == size or end == b"\n"
    return digest if whole and digest.hexdigest() == before.sha256 else None


def _first_line(stream: BinaryIO, limit: int) -> bytes:
    """Read up to the end of the first line that is not blank, or to the limit."""
    first = stream.readline(limit + 1)
    while not first.strip() and len(first) <= limit and (more := stream.readline(limit + 1)):
        first += more
    return first


def _cut_lines(
    stream: BufferedReader[Any], head: bytes, name: str, hints: Hints, digest: hashlib._Hash, mark: Reached
) -> Iterator[Piece]:
    """Cut JSON Lines behind `mark`; a line that is longer than allowed is cut short and refused by its reader."""
    while True:
        data, passed = _lines_of(stream, head, hints.max_size, digest)
        if not data:
            return
        lines = mark.lines + data.count(b"\n") + (not data.endswith(b"\n"))
        now = mark._replace(
            size=mark.size + passed, sha256=digest.hexdigest(), lines=lines, finished=not stream.peek(1)
        )
        yield Piece(name, data, mark.lines + 1, passed, now, begins=mark.size == 0)
        mark, head = now, b""


def _lines_of(stream: BinaryIO, head: bytes, limit: int, digest: hashlib._Hash) -> tuple[bytes, int]:
    """Read whole lines of about CUT bytes; give them and how many bytes of the stream they stand for."""
    data = head + stream.read(max(0, CUT - len(head)))
    if not data.endswith(b"\n"):
        data += stream.readline(limit + 1)
    digest.update(data)
    passed = len(data)
    if data and not data.endswith(b"\n"):
        while rest := stream.readline(_BLOCK):
            digest.update(rest)
            passed += len(rest)
            if rest.endswith(b"\n"):
                return data + b"\n", passed
    return data, passed


def _cut_large(path: Path, hints: Hints, mark: Reached) -> Iterator[Piece]:
    """Read an input that is not to be held whole; it is recorded when its last article is stored."""
    begins = True
    for together, last in _grouped(guarded(reading.read_file(path, hints), reading.shown(path))):
        whole = mark._replace(sha256=_sha256_of(path)) if last else None
        yield Piece(reading.shown(path), together, 0, mark.size if last else 0, whole, begins)
        begins = False


def crumbs(piece: Piece) -> Iterator[Piece]:
    """Cut a piece as small as can be: a line, an article, or a whole input."""
    if not isinstance(piece.data, bytes):
        yield from (piece._replace(data=(one,)) for one in piece.data)
    elif not piece.number:
        yield piece
    else:
        for number, line in enumerate(piece.data.split(b"\n"), piece.number):
            if line.strip():
                yield piece._replace(data=line + b"\n", number=number)


def guarded(found: Iterable[Article | Refusal], name: str) -> Iterator[Article | Refusal]:
    """Read an input; whatever its reader meets ends in an answer, so that one input never ends the run."""
    try:
        yield from found
    except Exception as error:
        yield Refusal(name, fault("read", error))


def fault(what: str, error: Exception) -> str:
    """Say what a fault of ours has kept an input from."""
    return f"could not be {what}, a fault of this program: {type(error).__name__}: {error}"


def _grouped(found: Iterable[Article | Refusal]) -> Iterator[tuple[tuple[Article | Refusal, ...], bool]]:
    """Yield articles that are handed on together, and whether these are the last."""
    group: list[Article | Refusal] = []
    size = 0
    for one in found:
        if len(group) >= _TOGETHER or size >= _CHARACTERS:
            yield tuple(group), False
            group, size = [], 0
        group.append(one)
        size += 0 if isinstance(one, Refusal) else len(one.text)
    yield tuple(group), True


def _sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _cut_stream(stream: BufferedReader[Any], hints: Hints) -> Iterator[Piece]:
    """Cut standard input: JSON Lines as they arrive, anything else at its end; it cannot be gone on with."""
    head = _first_line(stream, hints.max_size)
    if len(head) > hints.max_size or not reading.is_lines(head, STANDARD_INPUT, hints):
        data = head + stream.read(max(0, hints.max_size + 1 - len(head)))
        yield Piece(STANDARD_INPUT, data, 0, len(data), None, begins=True)
        return
    number = 1
    for lines in _lines_from(head, stream, hints.max_size):
        yield Piece(STANDARD_INPUT, lines, number, len(lines), None, begins=number == 1)
        number += lines.count(b"\n")


def _lines_from(head: bytes, stream: BufferedReader[Any], limit: int) -> Iterator[bytes]:
    """Yield whole lines as they arrive, the head first; of a line that is too long what is allowed and a byte more."""
    yield head
    begun = bytearray()
    while chunk := stream.read1(CUT):
        ended, newline, more = chunk.partition(b"\n")
        begun += ended[: max(0, limit + 1 - len(begun))]
        if newline:
            whole = more.rfind(b"\n") + 1
            yield bytes(begun) + newline + more[:whole]
            begun = bytearray(more[whole:])
    if begun:
        yield bytes(begun)

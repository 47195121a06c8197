"""A zip archive in, the files in it out, one at a time, bounded by what they do unpack to and not by what they claim.

Nothing is ever written to a disk, so a name in an archive can lead nowhere. Archives in archives are not opened.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from timeline.reading.hints import MEGABYTE, Hints
from timeline.reading.names import shown
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Source

DAMAGED = "a damaged zip archive, or one with a password"
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
    IndexError,
)
MARK = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_OF_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/", "docProps/", "_rels/", "word/", "xl/", "ppt/")
_END, _END_OF_MANY = b"PK\x05\x06", b"PK\x06\x07"
_MOST_LISTED = 8 * MEGABYTE  # of the list of what is inside: a hundred thousand names
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of other packings a few bytes are unpacked to gigabytes at once
_OF_DOCUMENTS = (".docx", ".docm")  # whatever stands first in them
_RATIO, _AT_LEAST = 100, MEGABYTE  # texts unpack to ten times their size at most; what gives more is a bomb

Inner = Callable[[bytes, str, Hints, str | None], Answers]


class Member(NamedTuple):
    """A file in an archive, and how many bytes of the archive it takes."""

    name: str
    data: bytes
    packed: int


def begins_archive(head: bytes, name: str) -> bool:
    """Say whether bytes begin as a zip archive does that is no office document, as far as its names tell."""
    if name.lower().endswith(_OF_DOCUMENTS):
        return False
    return head.startswith((MARK, _EMPTY)) and not head[30:].startswith(tuple(each.encode() for each in _OF_OFFICE))


def is_archive(source: Source) -> str | None:
    """Recognise a zip archive that does not begin as a document does."""
    return "it begins as a zip archive" if begins_archive(source.head, source.name) else None


def opened(stream: BinaryIO) -> zipfile.ZipFile:
    """Open an archive that can be sought in; CannotRead when it is damaged or lists more than is held."""
    try:
        end = stream.seek(0, io.SEEK_END)
        stream.seek(max(0, end - 65_600))
        tail = stream.read()
        place = tail.rfind(_END)
        if place < 0 or len(tail) < place + 20:
            raise CannotRead(DAMAGED)
        (listed,) = struct.unpack_from("<L", tail, place + 12)
        if listed > _MOST_LISTED or _END_OF_MANY in tail[max(0, place - 20) : place]:
            raise CannotRead("a zip archive of too many files; unpack it first")
        return zipfile.ZipFile(stream)
    except FAULTS:
        raise CannotRead(DAMAGED) from None


def members(stream: BinaryIO, hints: Hints, skip: int = 0) -> Iterator[Member | Refusal]:
    """Yield the files of an archive in its order, those behind the first `skip`; hidden ones are passed over.

    A file that cannot be unpacked is refused by its name, and the rest is read. CannotRead when it is no archive.
    """
    with opened(stream) as archive:
        size = stream.seek(0, io.SEEK_END)
        left = _AT_LEAST + _RATIO * size
        for number, info in enumerate(_files_in(archive), 1):
            if number <= skip:
                continue
            name = shown(info.filename)
            try:
                data = unpacked(archive, info, min(left, hints.max_size) + 1)
            except CannotRead as refusal:
                yield Refusal(name, str(refusal))
                continue
            left -= len(data)
            if left < 0:
                raise CannotRead(f"unpacks to more than {_RATIO} times its size: the rest of it is not read")
            if len(data) > hints.max_size:
                yield Refusal(name, f"too large: unpacks to more than {hints.max_size / MEGABYTE:g} MB (--max-size)")
            elif begins_archive(data, name):
                yield Refusal(name, "an archive in an archive; unpack it first")
            else:
                yield Member(name, data, info.compress_size)


def count_hidden_in(path: Path) -> int:
    """Count the hidden files of an archive, which are passed over as in a folder; 0 when it cannot be opened."""
    try:
        if not path.is_file():  # what waits for a writer would be waited for
            return 0
        with path.open("rb") as stream, opened(stream) as archive:
            return sum(_is_hidden(info.filename) for info in _files_of(archive))
    except (OSError, ValueError, CannotRead):
        return 0


def _files_in(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    yield from (info for info in _files_of(archive) if not _is_hidden(info.filename))


def _files_of(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield what is no folder; the library's own question fails where there is no name at all."""
    yield from (info for info in archive.infolist() if not info.filename.endswith("/"))


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part.strip(".") for part in parts)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack so many bytes of a file at most, whatever size it claims to have; CannotRead when that cannot be done."""
    if info.flag_bits & 1:
        raise CannotRead("needs a password")
    if info.compress_type not in _USUAL:
        raise CannotRead("packed in a way that is not usual; unpack it first")
    try:
        with archive.open(info) as member:
            return member.read(most)
    except FAULTS:
        raise CannotRead("damaged, or packed in a way that is not known") from None


def read_archive(source: Source, inner: Inner) -> Answers:
    """Read each file with `inner`, the reader of anything; the place of an answer is `!name` and what inner says."""
    found = False
    for member in members(io.BytesIO(source.whole()), source.hints):
        found = True
        place = f"!{member.name}"
        if isinstance(member, Refusal):
            yield Refusal(place, member.reason)
            continue
        for answer in inner(member.data, member.name, source.hints, None):
            if isinstance(answer, Refusal):
                yield Refusal(f"{place} {answer.name}".rstrip(), answer.reason)
            else:
                named = "" if answer.where else member.name
                yield answer._replace(where=f"{place} {answer.where}".rstrip(), named=named)
    if not found:
        raise CannotRead("a zip archive with no files in it")

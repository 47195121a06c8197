"""A zip archive in, a piece for each file in it out; what an earlier run has stored of it is passed over."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import Any

from timeline import reading
from timeline.ingest.piece import Known, Piece, Stored
from timeline.reading import CannotRead, Hints, Member, Refusal
from timeline.store import Reached


def cut_archive(
    stream: BufferedReader[Any], path: Path, hints: Hints, known: Known
) -> Iterator[Piece | Stored | Refusal]:
    """Cut an archive into its files; the archive is recorded with each, by how many of them are stored.

    What the files need to be read is part of the record: an extra that is installed later reads the archive anew.
    """
    name = reading.shown(path)
    options = f"{hints} with {reading.installed_extras()}"
    size, sha256 = os.fstat(stream.fileno()).st_size, hashlib.file_digest(stream, "sha256").hexdigest()
    mark = Reached(reading.shown(os.path.abspath(path)), options, size, sha256, 0, finished=False)
    before = known(mark.path, mark.options)
    done = before if before and (before.size, before.sha256) == (size, sha256) else None
    if done and done.finished:
        yield Stored(name, done)
        return
    mark = done or mark
    begins = not done
    try:
        for number, (member, last) in enumerate(_marked(reading.members(stream, hints, mark.lines)), mark.lines + 1):
            now = mark._replace(lines=number, finished=last)
            yield _piece(member, name, now, begins=begins)
            begins = False
        if begins:
            yield Refusal(name, "a zip archive with no files in it")
    except CannotRead as refusal:
        yield Refusal(name, str(refusal))


def _piece(member: Member | Refusal, archive: str, now: Reached, *, begins: bool) -> Piece:
    name = f"{archive}!{member.name}"
    if isinstance(member, Refusal):
        return Piece(name, (Refusal(name, member.reason),), 0, 0, now, begins, archive)
    return Piece(name, member.data, 0, member.packed, now, begins, archive)


def _marked(members: Iterable[Member | Refusal]) -> Iterator[tuple[Member | Refusal, bool]]:
    """Say of each whether it is the last; where the rest cannot be read, the one at hand comes before the reason."""
    held: Member | Refusal | None = None
    try:
        for member in chain(members, (None,)):
            if held is not None:
                yield held, member is None
            held = member
    except CannotRead:
        if held is not None:
            yield held, False
        raise

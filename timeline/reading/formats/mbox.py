"""A mailbox file in (mbox), the articles of its messages out; streamed, one message held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.reading.formats.attached import Inner
from timeline.reading.formats.mail import header_names, read_message
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Source, refuse_large

_FROM = re.compile(rb"From (?:\S+|\".{1,80}?\")?.{0,120}\b\d\d:\d\d(?::\d\d)?\b.{0,40}\b\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(source: Source) -> str | None:
    """Recognise a mailbox by its first line and the header lines behind it."""
    first = source.first.lstrip(b"\xef\xbb\xbf\r\n")
    if not _FROM.match(first):
        return None
    rest = source.text.lstrip("\ufeff\r\n").partition("\n")[2]
    return "it begins with a line `From ` and mail header lines" if header_names(rest) else None


def read_mbox(source: Source, inner: Inner) -> Answers:
    """Read message by message; one that is too large or damaged is named and the rest is read."""
    for number, message in enumerate(_messages(source), 1):
        where = f"message {number}"
        try:
            refuse_large(message, source.hints)
        except CannotRead as refusal:
            yield Refusal(where, str(refusal))
            continue
        yield from read_message(_ESCAPED.sub(rb"\1", message), where, source.hints, inner)


def _messages(source: Source) -> Iterator[bytes]:
    """Part the stream at `From ` lines behind a blank one; of a message that is too large, no more is kept."""
    limit = source.hints.max_size
    kept: list[bytes] = []
    size = 0
    blank, begun = True, False
    while line := source.stream.readline(limit + 1):
        if blank and _FROM.match(line):
            if begun:
                yield b"".join(kept)
            kept, size, begun = [], 0, True
        elif begun and size <= limit:
            kept.append(line)
            size += len(line)
        blank = not line.strip()
    if begun:
        yield b"".join(kept)

"""A CSV or TSV table in, a Draft for each row out; the first row names the columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.reading.formats.columns import columns_of, need_text, told
from timeline.reading.formats.objects import read_object
from timeline.reading.hints import Hints
from timeline.reading.layout.decode import decode, one_newline
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source, languages_of, refuse_large

_NAMES = (".csv", ".tsv", ".tab", ".psv")
_DELIMITERS = (",", "\t", ";", "|")
_NAME = re.compile(r"\s*\ufeff?\"?[^\W\d][\w .:/()-]{0,40}\"?\s*")


class _Row(NamedTuple):
    number: int
    values: list[str]
    data: bytes


def is_table(source: Source) -> str | None:
    """Recognise a table by a first line of column names we know, or by its name."""
    first, _, rest = source.text.lstrip("\ufeff\r\n").partition("\n")
    delimiter = _delimiter(first)
    named = source.named(*_NAMES)
    if delimiter is None:
        return "its name ends so" if named else None
    names = first.split(delimiter)
    known = columns_of([name.strip('"\r ') for name in names], source.hints.columns)
    if all(_NAME.fullmatch(name) for name in names) and "text" in known and len(known) > 1 and delimiter in rest:
        return f"its first line names the columns {', '.join(known.values())}"
    return "its name ends so" if named else None


def read_table(source: Source) -> Answers:
    """Read row by row; a row without text or with other cells than the first has is named."""
    hints = source.hints
    rows = _rows(source)
    head = next(rows, None)
    if head is None:
        raise CannotRead("empty file")
    names = [name.strip().lstrip("\ufeff") for name in head.values]
    columns = columns_of(names, hints.columns)
    need_text(columns, names)
    how = ", ".join(part for part in ("table", told(columns)) if part)
    empty = True
    for row in rows:
        if any(value.strip() for value in row.values):
            empty = False
            yield _found_in_row(row, names, columns, hints, how)
    if empty:
        raise CannotRead("no rows under the names of the columns")


def _found_in_row(row: _Row, names: list[str], columns: dict[str, str], hints: Hints, how: str) -> Found | Refusal:
    where = f"row {row.number}"
    if len(row.values) > len(names):
        return Refusal(where, f"{len(row.values)} cells, but {len(names)} columns")
    item = {name: one_newline(value) for name, value in zip(names, row.values, strict=False) if value.strip()}
    if columns["text"] not in item:
        return Refusal(where, "no text in it")
    try:
        draft = read_object(item, languages_of(hints), tuple(columns.items()), hints.domain)
        return Found(draft, row.data, how, where)
    except CannotRead as refusal:
        return Refusal(where, str(refusal))


def _delimiter(line: str) -> str | None:
    """Find what parts the columns: the sign that makes most of them."""
    best = max(_DELIMITERS, key=line.count)
    return best if best in line else None


def _rows(source: Source) -> Iterator[_Row]:
    """Yield the rows with the bytes they were read from; a quotation that never ends is cut by the size limit."""
    # One setting for the whole process, and its default is shorter than many an article.
    csv.field_size_limit(max(csv.field_size_limit(), source.hints.max_size))
    lines = _Lines(source)
    first = source.text.lstrip("\ufeff\r\n").partition("\n")[0]
    number = 0
    try:
        for values in csv.reader(lines, delimiter=_delimiter(first) or ",", strict=False):
            number += 1
            yield _Row(number, values, lines.taken())
    except csv.Error as error:
        raise CannotRead(f"bad CSV in row {number + 1}: {error}") from None


class _Lines:
    """The lines of a table as text, keeping the bytes of the row that is being read."""

    def __init__(self, source: Source) -> None:
        self.hints = source.hints
        self.bytes_of_row: list[bytes] = []
        self.size = 0
        wide = source.head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in source.head[:64]
        self.lines = self._of_whole(source) if wide else self._of_stream(source)

    def __iter__(self) -> Iterator[str]:
        return self.lines

    def taken(self) -> bytes:
        """Give the bytes of the row that was just read."""
        data = b"".join(self.bytes_of_row)
        self.bytes_of_row, self.size = [], 0
        return data

    def _of_whole(self, source: Source) -> Iterator[str]:
        for line in decode(source.whole()).text.splitlines(keepends=True):
            self.bytes_of_row.append(line.encode())
            yield line

    def _of_stream(self, source: Source) -> Iterator[str]:
        while line := source.stream.readline(self.hints.max_size + 1):
            self.size += len(line)
            if self.size > self.hints.max_size:
                refuse_large(b"".join((*self.bytes_of_row, line)), self.hints)
            self.bytes_of_row.append(line)
            text = _decoded(line)
            if "\0" in text:
                raise CannotRead("binary file, not text (NUL characters)")
            yield text


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("windows-1252", "replace")

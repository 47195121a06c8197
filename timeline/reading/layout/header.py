"""A line of a text's head in, its fields out: labels, bare dates and `Xinhua | Updated: 2025-02-11 09:33`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Span
from timeline.reading.dates.published import read_date
from timeline.reading.layout.labels import Field, parts_of, read_byline, read_field, source_of_byline, trimmed_value

DATE_KEYS = ("published", "updated", "date")


def read_header_line(line: str, start: int, languages: tuple[str, ...] | None, *, strict: bool) -> list[Field] | None:
    """Read a line of labelled fields; `sure` of a date field then says that it is a date. None: an ordinary line.

    Strict (the body has begun): only lines that give a date count. The row of a table never does.
    """
    if len(line) > 300 or is_row(line):
        return None
    whole = read_part(line, start, languages)
    if whole is not None and (whole.key not in DATE_KEYS or whole.sure):
        parts = [whole]
        pieces = parts_of(line)
        if len(pieces) > 1 and whole.key not in ("published", "updated", "date", "title"):
            parts = _read_parts(pieces, start, languages) or parts
    else:
        pieces = parts_of(line)
        parts = (_read_parts(pieces, start, languages) if len(pieces) > 1 else None) or ([whole] if whole else [])
    if not parts:
        return None
    if strict and _is_listed(line, parts):
        return None
    dated = any(part.key in DATE_KEYS and part.sure for part in parts)
    return None if strict and not dated else parts


# Where and when a letter or a press release was written: "Fort Nisbet, 3rd July 1863", "Berlin, den 3. Juli 1863".
_NAME = r"[A-Z\u00c0-\u00de][\w.'’-]*"
_PLACE_BEFORE = re.compile(
    rf"(?:{_NAME}(?: (?:{_NAME}|near|of|on|upon|the|de|la|sur|am|an|der|bei))*, ){{1,3}}(?:(?:den|le|the|this|el|il) )?"
    r"(?=(?:[A-Z][a-z]+,? )?(?:\d{1,2}(?!\d)|\d{4}-\d\d-)|[A-Z][a-z]+\.? \d{1,2}(?!\d))"
)


def read_place_and_date(line: str, start: int, languages: tuple[str, ...] | None) -> Field | None:
    """Read a line that says where and on which day a text was written, and nothing else."""
    place = _PLACE_BEFORE.match(line)
    if place is None or not _could_be_date(line):
        return None
    date = line[place.end() :]
    read = re.search(r"\d{4}", date) and read_date(date, languages or ("und",))
    return Field("date", date, Span(start + place.end(), start + len(line)), True) if read else None


def is_row(line: str) -> bool:
    """Say whether a line is the row of a table, with its borders: `| Fact check | Osei | 2026-03-18 |`."""
    words = line.strip()
    return len(words) > 2 and words[0] == words[-1] == "|"


def _is_listed(line: str, parts: Sequence[Field]) -> bool:
    """Say whether a line in the body lists something, and a date among it, which is not the article's then.

    "April 4, 2011 at 2:15 pm | You are funny" is a reader's comment, "Fact check | Osei | 2026-03-18" the row of a
    table without borders: no cell says what the date is, nor who wrote.
    """
    cells = len(parts_of(line))
    bare = all(part.key in ("date", "source") for part in parts)
    return bare and (len(parts) < cells or (cells > 2 and "|" in line))


def _read_parts(pieces: Sequence[tuple[str, int]], start: int, languages: tuple[str, ...] | None) -> list[Field] | None:
    """Read the parts of `Xinhua | Updated: 2025-02-11 09:33`; None unless one of them is a label or a date."""
    if len(pieces) > 8 or any(len(piece) > 80 for piece, _ in pieces):
        return None
    read = [(read_part(piece, start + offset, languages), piece, start + offset) for piece, offset in pieces]
    if not any(field for field, _, _ in read):
        return None
    fields = [field for field, _, _ in read if field]
    for field, piece, offset in read:
        if field is None and (name := read_byline(piece)):
            fields.append(Field("author", name, Span(offset, offset + len(piece)), True))
        elif field is None and source_of_byline(piece):
            fields.append(Field("source", piece, Span(offset, offset + len(piece)), True))
    return fields


def read_part(words: str, start: int, languages: tuple[str, ...] | None) -> Field | None:
    """Read one part as a field; a bare date has the key `date`; `sure` of a date says it could be read."""
    field = read_field(words, start)
    if field is None:
        if len(words) <= 60 and _could_be_date(words) and read_date(words, languages or ("und",)):
            return Field("date", words, Span(start, start + len(words)), True)
        return None
    if field.key not in ("published", "updated"):
        return field
    for value in (field.value, trimmed_value(field.value)):
        inner = read_field(value) if value is field.value else None  # "Posted: Published on 11 Feb 2025"
        offset = inner.span.start if inner and not inner.sure else 0
        words_of_date = value[offset:].strip("\"'*_ ")
        if words_of_date and (read_date(words_of_date, languages) or read_date(words_of_date)):
            begin = field.span.start + value.index(words_of_date, offset)
            return Field(field.key, words_of_date, Span(begin, begin + len(words_of_date)), True)
    if not field.sure or field.key == "updated" or len(field.value) > 60:
        return None  # "UPDATE: storm hits coast" is a headline, "Released from prison" a sentence
    return field._replace(sure=False)


def _could_be_date(words: str) -> bool:
    return re.search(r"\d{4}", words) is not None and len(words.split()) <= 9 and not words.endswith(("?", "!"))

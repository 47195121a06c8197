"""JSON in, an object for each article out: lines are streamed, a file that is one object or a list is read whole.

A line that is broken gives its number and the reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from timeline.reading.draft import Draft
from timeline.reading.formats.json_feed import is_json_feed, read_json_feed
from timeline.reading.formats.ninjs import is_ninjs, read_ninjs
from timeline.reading.formats.objects import read_object, told_keys
from timeline.reading.hints import MEGABYTE, Hints
from timeline.reading.layout.decode import Decoded
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source, languages_of, refuse_large

LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def is_json_lines(source: Source) -> str | None:
    """Recognise JSON Lines by a first line that is an object, or by the name and a brace."""
    line = _text_of_line(source.first)
    named = source.named(*LINES_NAMES)
    if source.named(".json") or line is None or not line.lstrip().startswith("{"):
        return None
    item = parse_object(line)
    if item is None:
        return "its name ends so" if named else None
    if is_json_feed(item):
        return None
    return "its first line is a JSON object"


def is_json(source: Source) -> str | None:
    """Recognise what may be one JSON value."""
    start = source.text.lstrip("\ufeff \t\r\n")[:1]
    return f"it begins with {start}" if start and start in "{[" else None


def read_json_lines(source: Source, number: int = 1) -> Answers:
    """Read line by line from the line of that number on; the stream is never held whole."""
    line = source.stream.readline(source.hints.max_size + 1)
    number -= 1
    while line:
        number += 1
        if line.strip():
            yield _found_in_line(line, number, source.hints)
        while line and not line.endswith(b"\n"):  # the rest of a line that is too long
            line = source.stream.readline(MEGABYTE)
        line = source.stream.readline(source.hints.max_size + 1)


def _text_of_line(line: bytes) -> str | None:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _found_in_line(line: bytes, number: int, hints: Hints) -> Found | Refusal:
    where = f"line {number}"
    try:
        refuse_large(line, hints)
        text = _text_of_line(line)
        if text is None:
            raise CannotRead("undecodable: JSON is UTF-8, this line is not")
        draft, how = _draft_of(parse_line(text), hints, "JSON Lines, UTF-8")
    except CannotRead as refusal:
        return Refusal(where, str(refusal))
    return Found(draft, line, how, where)


def read_json(source: Source, data: bytes, decoded: Decoded) -> Answers | None:
    """Read one object, a list of them, or JSON Lines in another encoding; None when it is no JSON at all."""
    text = decoded.text
    items = parse_objects(text)
    if items:
        return _found_in_items(items, source, data, decoded)
    lines = text.split("\n")
    if source.named(*LINES_NAMES) or any(parse_object(line) for line in lines[:2]):
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        return (_found_in_line(line.encode(), number, source.hints) for number, line in numbered)
    if source.named(".json"):
        parse_line(text)  # says where it is broken
    return None


def _found_in_items(items: list[Mapping[str, object]], source: Source, data: bytes, decoded: Decoded) -> Answers:
    if len(items) == 1 and is_json_feed(items[0]):
        answers = list(read_json_feed(items[0]))
        if not answers:
            raise CannotRead("a JSON Feed without entries")
        for number, answer in enumerate(answers, 1):
            where = f"entry {number}"
            if isinstance(answer, CannotRead):
                yield Refusal(where, str(answer))
            else:
                yield Found(_noted(answer, decoded), data, f"JSON Feed, {decoded.how}", where)
        return
    for number, item in enumerate(items, 1):
        where = "" if len(items) == 1 else f"item {number}"
        try:
            draft, how = _draft_of(item, source.hints, f"JSON, {decoded.how}")
        except CannotRead as refusal:
            yield Refusal(where, str(refusal))
        else:
            yield Found(_noted(draft, decoded), data, how, where)


def _noted(draft: Draft, decoded: Decoded) -> Draft:
    return replace(draft, notes=(*decoded.notes, *draft.notes)) if decoded.notes else draft


def _draft_of(item: Mapping[str, object], hints: Hints, how: str) -> tuple[Draft, str]:
    """Read an object by what it is: a ninjs item, else one with keys for text, date and so on."""
    if not hints.columns and is_ninjs(item):
        return read_ninjs(item), f"ninjs in {how}"
    draft = read_object(item, languages_of(hints), hints.columns, hints.domain)
    keys = told_keys(item, hints.columns)
    return draft, f"{how}, {keys}" if keys else how


# ---- parsing ------------------------------------------------------------------------------------------------------


def parse_object(line: str) -> Mapping[str, object] | None:
    """Parse a line that may be a JSON object; None when it is none."""
    if not line.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def parse_objects(text: str) -> list[Mapping[str, object]]:
    """Parse a whole file that is one JSON object or a list of them; empty when it is anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    items = value if isinstance(value, list) else [value]
    return items if all(isinstance(item, dict) for item in items) else []


def parse_line(line: str) -> Mapping[str, object]:
    """Parse a line that must be a JSON object; CannotRead with the place of the fault."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        fault = f"{error.msg.removesuffix(' at')} there" if error.msg.endswith(" at") else error.msg
        raise CannotRead(f"bad JSON at character {error.pos + 1}: {fault}") from None
    except (ValueError, RecursionError):
        raise CannotRead("bad JSON: nested too deep, or a number without end") from None
    if not isinstance(value, dict):
        raise CannotRead('bad JSON: an object is wanted, as {"text": "..."}')
    return value

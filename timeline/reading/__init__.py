"""Bytes in, Articles out; the reader is picked by the content first and the name second.

An input that gives no article gives a Refusal with the reason; nothing is dropped in silence.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from timeline.model import Article
from timeline.reading.article import assemble, refuse_wordless
from timeline.reading.decode import Decoded, decode, refuse_magic
from timeline.reading.hints import MEGABYTE, NO_HINTS, CannotRead, Hints, Refusal
from timeline.reading.html import looks_like_html, read_html
from timeline.reading.jsonl import parse_line, parse_object, parse_objects, read_object
from timeline.reading.language import language_code, language_of
from timeline.reading.plain import read_plain
from timeline.reading.published import parse_published

__all__ = [
    "Hints",
    "Refusal",
    "find_files",
    "is_lines",
    "parse_published",
    "read_bytes",
    "read_file",
    "read_lines",
    "read_stream",
]

_LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines")
_XML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*)*<(?P<root>[A-Za-z][\w:.-]*)"
)
_FEEDS = {"rss": "an RSS feed", "feed": "an Atom feed", "RDF": "an RSS feed", "rdf:RDF": "an RSS feed"}


def find_files(paths: Iterable[str | Path]) -> Iterator[Path | Refusal]:
    """Yield the files of paths in the order given, folders through and through in sorted order.

    Hidden files and folders inside a folder are passed over; a path that is named itself and hidden, missing or an
    empty folder is answered with a Refusal.
    """
    for named in paths:
        path = Path(named)
        if not str(named):
            yield Refusal("(empty path)", "no such file or folder")
            continue
        if path.name.startswith(".") and path.name not in (".", ".."):
            yield Refusal(str(path), "hidden file or folder: skipped")
        elif path.is_dir():
            yield from _files_below(path)
        elif os.path.lexists(path):
            yield path
        else:
            yield Refusal(str(path), "no such file or folder")


def _files_below(folder: Path) -> Iterator[Path | Refusal]:
    """Walk a folder with a list and not by recursion: folders may be nested deeper than calls."""
    waiting = [folder]
    empty = True
    while waiting:
        path = waiting.pop()
        if path is not folder and not path.is_dir():
            empty = False
            yield path
        elif path is not folder and path.is_symlink():
            yield Refusal(str(path), "a link to a folder: not followed")
        else:
            try:
                inside = sorted(name for name in os.listdir(path) if not name.startswith("."))
            except OSError as error:
                empty = False
                yield Refusal(str(path), f"unreadable folder: {error.strerror}")
                continue
            waiting += [path / name for name in reversed(inside)]
    if empty:
        yield Refusal(str(folder), "a folder with no files in it")


def read_file(path: str | Path, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read a file as the articles it holds; JSON Lines are streamed, anything else is read at once."""
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            yield Refusal(str(path), "unreadable: not a regular file")
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path), hints)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Refusal(str(path), f"unreadable: {getattr(error, 'strerror', None) or error}")


def read_bytes(data: bytes, name: str, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read bytes as the articles they hold; `name` is used in refusals and may tell the format and the date."""
    return read_stream(io.BytesIO(data), name, hints)


def read_stream(stream: BinaryIO, name: str, hints: Hints = NO_HINTS) -> Iterator[Article | Refusal]:
    """Read a stream of bytes (a file, standard input) as the articles it holds."""
    limit = hints.max_size
    first = stream.readline(limit + 1)
    while not first.strip() and len(first) <= limit and (more := stream.readline(limit + 1)):
        first += more
    if len(first) <= limit and is_lines(first, name):
        yield from _read_lines(stream, first, name, hints)
        return
    data = first + stream.read(max(0, limit + 1 - len(first)))
    try:
        yield from _read_whole(data, name, hints)
    except CannotRead as refusal:
        yield Refusal(name, str(refusal))


# ---- JSON Lines -------------------------------------------------------------------------------------------------


def read_lines(data: bytes, name: str, hints: Hints = NO_HINTS, number: int = 1) -> Iterator[Article | Refusal]:
    """Read a part of JSON Lines that was cut between two lines; `number` is that of its first line in the input."""
    for count, line in enumerate(io.BytesIO(data), number):
        if line.strip():
            yield _article_of_line(line, f"{name} line {count}", hints)


def is_lines(first: bytes, name: str) -> bool:
    """Say whether an input that begins with this line holds an article a line."""
    line = _text_of_line(first)
    if name.lower().endswith(".json") or line is None or not line.lstrip().startswith("{"):
        return False
    return parse_object(line) is not None or name.lower().endswith(_LINES_NAMES)


def _text_of_line(line: bytes) -> str | None:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _read_lines(stream: BinaryIO, first: bytes, name: str, hints: Hints) -> Iterator[Article | Refusal]:
    number = first.rstrip(b"\r\n").count(b"\n")
    line = first.lstrip(b"\r\n") if number else first
    while line:
        number += 1
        if line.strip():
            yield _article_of_line(line, f"{name} line {number}", hints)
        while line and not line.endswith(b"\n"):  # the rest of a line that is too long
            line = stream.readline(MEGABYTE)
        line = stream.readline(hints.max_size + 1)


def _article_of_line(line: bytes, name: str, hints: Hints) -> Article | Refusal:
    try:
        _refuse_large(line, hints)
        text = _text_of_line(line)
        if text is None:
            raise CannotRead("undecodable: JSON is UTF-8, this line is not")
        draft = read_object(parse_line(text), _languages(hints))
        return assemble(draft, hints, "JSON Lines, UTF-8", line, None)
    except CannotRead as refusal:
        return Refusal(name, str(refusal))


# ---- one text ---------------------------------------------------------------------------------------------------


def _read_whole(data: bytes, name: str, hints: Hints) -> Iterator[Article | Refusal]:
    refuse_magic(data)
    _refuse_large(data, hints)
    decoded = decode(data)
    refuse_wordless(decoded.text)
    if decoded.text.lstrip().startswith(("{", "[")):
        answers = _read_json(decoded, data, name, hints)
        if answers is not None:
            yield from answers
            return
    yield _read_text(decoded, data, name, hints)


def _read_text(decoded: Decoded, data: bytes, name: str, hints: Hints) -> Article:
    if looks_like_html(decoded.text, name):
        draft, reader = read_html(decoded.text, _languages(hints)), "HTML"
        refuse_wordless(draft.text)
    else:
        root = _XML.match(decoded.text)
        if root and (decoded.text.lstrip().startswith("<?xml") or root["root"] in _FEEDS):
            raise CannotRead(f"unsupported: {_FEEDS.get(root['root'], 'XML')}")
        languages = _languages(hints) or (language_of(decoded.text),)
        draft, reader = read_plain(decoded.text, languages), "plain text"
    article = assemble(draft, hints, f"{reader}, {decoded.how}", data, name)
    return _with_notes(article, decoded.notes)


def _read_json(decoded: Decoded, data: bytes, name: str, hints: Hints) -> list[Article | Refusal] | None:
    """Read a JSON object or a list of them, or JSON Lines in another encoding; None when it is no JSON at all."""
    text = decoded.text
    items = parse_objects(text)
    if items:
        answers = []
        for number, item in enumerate(items, 1):
            where = name if len(items) == 1 else f"{name} item {number}"
            answers.append(_article_of_item(item, where, hints, decoded, data))
        return answers
    lines = text.split("\n")
    if name.lower().endswith(_LINES_NAMES) or any(parse_object(line) for line in lines[:2]):
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        return [_article_of_line(line.encode(), f"{name} line {number}", hints) for number, line in numbered]
    if name.lower().endswith(".json"):
        parse_line(text)  # says where it is broken
    return None


def _article_of_item(
    item: Mapping[str, object], name: str, hints: Hints, decoded: Decoded, data: bytes
) -> Article | Refusal:
    try:
        article = assemble(read_object(item, _languages(hints)), hints, f"JSON, {decoded.how}", data, None)
    except CannotRead as refusal:
        return Refusal(name, str(refusal))
    return _with_notes(article, decoded.notes)


def _with_notes(article: Article, notes: tuple[str, ...]) -> Article:
    return replace(article, notes=(*notes, *article.notes)) if notes else article


def _refuse_large(data: bytes, hints: Hints) -> None:
    if len(data) > hints.max_size:
        size = hints.max_size / MEGABYTE
        raise CannotRead(f"too large: more than {size:g} MB (--max-size)")


def _languages(hints: Hints) -> tuple[str, ...] | None:
    code = language_code(hints.lang)
    return (code,) if code else None

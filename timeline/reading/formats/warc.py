"""A web archive in (WARC), the articles of the pages in it out; streamed; the only importer of warcio (extra `warc`).

The date a record was fetched is not the date its page was published: it is noted and dates nothing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from timeline.reading.extras import missing_extra
from timeline.reading.formats.unpacked import Unpacked
from timeline.reading.hints import Hints
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source

Inner = Callable[[bytes, str, Hints, str | None], Answers]

_PAGES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/xml",
    "text/xml",
)
_KINDS = ("response", "resource", "conversion")


def is_warc(source: Source) -> str | None:
    """Recognise a web archive by its first words, packed or not."""
    if source.head.startswith(b"WARC/"):
        return "it begins with WARC/"
    if not source.head.startswith(b"\x1f\x8b"):
        return None
    try:
        start = zlib.decompressobj(wbits=31).decompress(source.head, 16)
    except zlib.error:
        return None
    return "it begins with WARC/, packed by gzip" if start.startswith(b"WARC/") else None


def read_warc(source: Source, inner: Inner) -> Answers:
    """Read the pages with `inner`, the reader of anything; what is no page is counted and noted with the last one."""
    try:
        import warcio
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise missing_extra("web archives", "warc") from None
    passed: Counter[str] = Counter()
    held: list[Found | Refusal] = []  # the last article and what was refused behind it: the note goes with it
    try:
        for number, record in enumerate(warcio.ArchiveIterator(Unpacked(source)), 1):
            for answer in _answers(record, f"record {number}", source.hints, inner, passed):
                if isinstance(answer, Found):
                    yield from held
                    held = []
                held.append(answer)
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError) as error:
        reason = "".join(filter(str.isprintable, str(error)))[:120] or type(error).__name__
        held.append(Refusal("", f"damaged web archive: {reason}"))
    except (AttributeError, TypeError):  # the library at a record that is cut off
        held.append(Refusal("", "damaged web archive: a record that is cut off"))
    yield from _with_note(held, passed)


def _with_note(held: list[Found | Refusal], passed: Counter[str]) -> Answers:
    """Say with the last article what else the archive holds; CannotRead when it held no page at all."""
    left = ", ".join(f"{count} {kind}" for kind, count in passed.most_common(5))
    if not held:
        raise CannotRead(f"no page in it{f': {left}' if left else ''}")
    for answer in held:
        if left and isinstance(answer, Found):
            note = f"no pages and not read in this archive: {left}"
            yield answer._replace(draft=replace(answer.draft, notes=(*answer.draft.notes, note)))
        else:
            yield answer


def _answers(record: Any, where: str, hints: Hints, inner: Inner, passed: Counter[str]) -> Iterator[Found | Refusal]:
    """Read the page of a record with its address; what is no page is counted in `passed`."""
    if record.rec_type not in _KINDS:
        return
    no_page, charset = _kind_of(record)
    if no_page:
        passed[no_page] += 1
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = _payload(record.content_stream(), hints)
    if data is None:
        yield Refusal(f"{where} ({url})", f"too large or damaged: more than {hints.max_size} bytes unpacked")
        return
    note = f"fetched {record.rec_headers.get_header('WARC-Date')}, which is not its publish date"
    of_page = replace(hints, url=hints.url or url.strip("<>") or None)
    for answer in inner(data, url, of_page, charset):
        if isinstance(answer, Refusal):
            yield Refusal(f"{where} ({url}) {answer.name}".rstrip(), answer.reason)
            continue
        place = f"{where}, {answer.where}" if answer.where else where
        draft = replace(answer.draft, url=answer.draft.url or of_page.url, notes=(*answer.draft.notes, note))
        yield Found(draft, data, f"{answer.how}, in a web archive", place)


def _kind_of(record: Any) -> tuple[str | None, str | None]:
    """Give what a record is when it is no page, else None; and the charset that was sent with it."""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    headers = record.http_headers or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if status != "200":
        return f"answer {status}", None
    if kind not in _PAGES:
        return kind or "of no kind", None
    return None, rest.lower().partition("charset=")[2].strip("\"' ;") or None


def _payload(stream: BinaryIO, hints: Hints) -> bytes | None:
    """Read the body of a record up to the limit; None when it is larger, or its packing is broken."""
    parts: list[bytes] = []
    size = 0
    try:
        while part := stream.read(65_536):
            parts.append(part)
            size += len(part)
            if size > hints.max_size:
                return None
    except (zlib.error, OSError, ValueError):
        return None
    return b"".join(parts)

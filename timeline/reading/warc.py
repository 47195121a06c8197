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
from timeline.reading.hints import CannotRead, Hints, Refusal
from timeline.reading.source import Answers, Found, Source
from timeline.reading.unpacked import Unpacked

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
        raise missing_extra("a web archive", "warc") from None
    passed: Counter[str] = Counter()
    held: list[Found | Refusal] = []  # the last article and what was refused behind it: the note goes with it
    any_refused = False
    try:
        for number, record in enumerate(warcio.ArchiveIterator(Unpacked(source)), 1):
            for answer in _answers(record, number, source.hints, inner, passed):
                if isinstance(answer, Found):
                    yield from held
                    held = []
                any_refused = any_refused or isinstance(answer, Refusal)
                held.append(answer)
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError) as error:
        held.append(Refusal("", f"damaged web archive: {' '.join(str(error).split())[:120] or type(error).__name__}"))
    except (AttributeError, TypeError):  # the library at a record that is cut off
        held.append(Refusal("", "damaged web archive: a record that is cut off"))
    left = ", ".join(f"{count} {kind}" for kind, count in passed.most_common(5))
    if not held and not any_refused:
        raise CannotRead(f"no page in it{f': {left}' if left else ''}")
    for answer in held:
        if left and isinstance(answer, Found):
            note = f"no pages and not read in this archive: {left}"
            yield answer._replace(draft=replace(answer.draft, notes=(*answer.draft.notes, note)))
        else:
            yield answer


def _answers(record: Any, number: int, hints: Hints, inner: Inner, passed: Counter[str]) -> Iterator[Found | Refusal]:
    where = f"record {number}"
    if record.rec_type not in _KINDS:
        return
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    headers = record.http_headers or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if status != "200":
        passed[f"answer {status}"] += 1
        return
    if kind not in _PAGES:
        passed[kind or "of no kind"] += 1
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = rest.lower().partition("charset=")[2].strip("\"' ;") or None
    fetched = record.rec_headers.get_header("WARC-Date")
    data = _payload(record.content_stream(), hints)
    if data is None:
        yield Refusal(f"{where} ({url})", f"too large or damaged: more than {hints.max_size} bytes unpacked")
        return
    of_page = replace(hints, url=hints.url or url.strip("<>") or None)
    for answer in inner(data, url, of_page, charset):
        if isinstance(answer, Refusal):
            yield Refusal(f"{where} ({url}) {answer.name}".rstrip(), answer.reason)
            continue
        place = f"{where}, {answer.where}" if answer.where else where
        note = f"fetched {fetched}, which is not its publish date"
        draft = replace(answer.draft, url=answer.draft.url or of_page.url, notes=(*answer.draft.notes, note))
        yield Found(draft, data, f"{answer.how}, in a web archive", place)


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

"""A PDF file in, its Draft out: the text of its pages and what it says of itself; the only importer of pypdf."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from timeline.reading.draft import Claim, Draft
from timeline.reading.extras import missing_extra
from timeline.reading.layout.decode import one_newline
from timeline.reading.layout.plain import lay_out
from timeline.reading.refusal import CannotRead
from timeline.reading.source import Answers, Found, Source, languages_of

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")


def is_pdf(source: Source) -> str | None:
    """Recognise a PDF file by its mark, which may have other bytes before it."""
    return "it begins with %PDF-" if b"%PDF-" in source.head[:1024] else None


def read_pdf(source: Source) -> Answers:
    """Read the text of all pages; one without text (scanned) or with a password is refused."""
    try:
        import pypdf
    except ImportError:
        raise missing_extra("PDF files", "pdf") from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it finds odd is told by us or not at all
    data = source.whole()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise CannotRead("a PDF file with a password")
        text = _text_of(reader)
        said = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    except CannotRead:
        raise
    except (RecursionError, MemoryError, Exception) as error:  # pypdf raises what its parts raise
        reason = "".join(filter(str.isprintable, str(error)))[:120] or type(error).__name__
        raise CannotRead(f"a damaged PDF file: {reason}") from None
    if not text:
        raise CannotRead("no text in it: a PDF file of pictures")
    yield Found(_draft_of(text, said, languages_of(source.hints)), data, "PDF")


def _text_of(reader: Any) -> str:
    """Join the pages; a word that a line end parted is joined again."""
    pages: list[str] = []
    size = 0
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES or size > _MOST_CHARACTERS:
            raise CannotRead(f"too large: more than {_MOST_PAGES} pages, or {_MOST_CHARACTERS} characters")
        words = page.extract_text() or ""
        size += len(words)
        pages.append(words.strip())
    text = one_newline("\n".join(page for page in pages if page))
    return _HYPHENATED.sub("", text).replace("\0", "").encode("utf-8", "replace").decode("utf-8").strip()


def _draft_of(text: str, said: dict[str, str], languages: tuple[str, ...] | None) -> Draft:
    draft = lay_out(text, {}, languages)
    made = _date_of(said.get("/CreationDate", ""))
    title = " ".join(said.get("/Title", "").split())
    return Draft(
        text,
        draft.blocks,
        (*draft.claims, *((Claim(made, "metadata", rung="made"),) if made else ())),
        title=title or draft.title,
        source=draft.source,
        url=draft.url,
        lang=draft.lang,
        notes=draft.notes,
    )


def _date_of(stamp: str) -> str | None:
    """Write `D:20250211093300+03'00'` as ISO 8601."""
    match = _STAMP.match(stamp)
    if match is None:
        return None
    year, month, day, hour, minute, second, z, zone, zone_minutes = match.groups()
    offset = f"{zone}:{zone_minutes or '00'}" if zone else ""
    clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    return f"{year}-{month}-{day}{clock}{(z or offset) if clock else ''}"

"""A docx file in, its Draft out: its paragraphs, the title by its style, and what its properties say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.reading.draft import Claim, Draft
from timeline.reading.formats.archive import DAMAGED, FAULTS, MARK, opened, unpacked
from timeline.reading.formats.tree import children, first, local, parse_tree, words_of
from timeline.reading.hints import MEGABYTE
from timeline.reading.layout.plain import lay_out
from timeline.reading.refusal import CannotRead
from timeline.reading.source import Answers, Found, Source

_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_MOST_XML = 64 * MEGABYTE  # unpacked; ten times the largest report that we have seen
_OTHERS = {"xl/": "a spreadsheet", "ppt/": "a slide show", "META-INF/": "an archive or an office document"}


def is_docx(source: Source) -> str | None:
    """Recognise a zip archive; what is in it is seen when it is read."""
    return "it begins as a zip archive, as docx files do" if source.head.startswith(MARK) else None


def read_docx(source: Source) -> Answers:
    """Read the body of a document; another archive is refused by what it holds."""
    data = source.whole()
    try:
        with opened(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise CannotRead(f"unsupported: {_kind_of(names)}")
            body = parse_tree(_unpacked(archive, _BODY))
            properties = parse_tree(_unpacked(archive, _PROPERTIES)) if _PROPERTIES in names else None
    except FAULTS:
        raise CannotRead(DAMAGED) from None
    yield Found(_draft_of(body, properties), data, "docx")


def _kind_of(names: set[str]) -> str:
    found = next((kind for start, kind in _OTHERS.items() if any(name.startswith(start) for name in names)), None)
    return found or "a zip archive that is no document"


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one member up to the limit, whatever size it claims to have."""
    data = unpacked(archive, archive.getinfo(name), _MOST_XML + 1)
    if len(data) > _MOST_XML:
        raise CannotRead(f"too large: {name} unpacks to more than {_MOST_XML // MEGABYTE} MB")
    return data


def _draft_of(body: Element, properties: Element | None) -> Draft:
    kinds: dict[int, str] = {}
    parts: list[str] = []
    offset = 0
    for words, style in _paragraphs(body):
        if not kinds and style in ("title", "heading1"):
            kinds[offset] = "headline"
        elif style == "caption":
            kinds[offset] = "caption"
        parts.append(words)
        offset += len(words) + 2
    text = "\n\n".join(parts)
    lang = words_of(first(properties, "language"))
    draft = lay_out(text, kinds, (lang,) if lang else None)
    made = words_of(first(properties, "created"))
    return Draft(
        text,
        draft.blocks,
        (*draft.claims, *((Claim(made, "metadata", rung="made"),) if made else ())),
        title=words_of(first(properties, "title")) or draft.title,
        source=draft.source,
        url=draft.url,
        lang=lang or draft.lang,
        notes=draft.notes,
    )


def _paragraphs(body: Element) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that have words, with their style in lower case; deleted text (`delText`) is none."""
    for paragraph in (element for element in body.iter() if local(element) == "p"):
        words = "".join(_runs(paragraph)).strip()
        if words:
            style = next((one for one in children(paragraph, "pPr", "pStyle")), None)
            named = next(iter(style.attrib.values()), "") if style is not None else ""
            yield " ".join(words.split()), named.lower().replace(" ", "")


def _runs(paragraph: Element) -> Iterator[str]:
    """Yield the words of a paragraph, those of a text box inside it excepted: its own paragraphs have them."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            yield element.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name not in ("p", "pPr", "del", "instrText", "Fallback"):
            waiting.extend(reversed(element))

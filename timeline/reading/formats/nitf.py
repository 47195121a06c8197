"""A NITF file in (News Industry Text Format, as wires and archives send it), its Draft out.

`date.issue` and `date.release` are written without hyphens (`20250211T093300Z`), ISO 8601's basic form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.reading.draft import Claim, Draft
from timeline.reading.formats.newsml import LANG, paragraphs_in
from timeline.reading.formats.tree import children, first, parse_tree, refuse_entities, root_of, words_of
from timeline.reading.layout.plain import lay_out
from timeline.reading.refusal import CannotRead
from timeline.reading.source import Answers, Found, Source

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?")


def is_nitf(source: Source) -> str | None:
    """Recognise NITF by its root element."""
    root = root_of(source.text)
    return "its root element is <nitf>" if root and root.rpartition(":")[2] == "nitf" else None


def read_nitf(source: Source) -> Answers:
    """Read the one article of a file."""
    data = source.whole()
    decoded = source.decoded(data)
    refuse_entities(decoded.text)
    yield Found(_draft_of(parse_tree(data)), data, f"NITF, {decoded.how}")


def _draft_of(root: Element) -> Draft:
    kinds: dict[int, str] = {}
    parts: list[str] = []
    offset = 0
    for words, kind in _parts_of(root):
        if kind:
            kinds[offset] = kind
        parts.append(words)
        offset += len(words) + 2
    if not parts:
        raise CannotRead("no text in it")
    text = "\n\n".join(parts)
    lang = root.get(LANG)
    draft = lay_out(text, kinds, (lang,) if lang else None)
    identity = _attribute(root, "head", "docdata", "doc-id", name="id-string")
    return Draft(
        text,
        draft.blocks,
        (*_claims(root), *draft.claims),
        title=words_of(first(root, "body", "body.head", "hedline", "hl1")) or words_of(first(root, "head", "title")),
        source=_source_of(root) or draft.source,
        lang=lang,
        notes=(*((f"id in the file: {identity}",) if identity else ()), *draft.notes),
    )


def _parts_of(root: Element) -> Iterator[tuple[str, str | None]]:
    """Yield the paragraphs with the kind that the file gives them; the first headline alone is one."""
    head = first(root, "body", "body.head")
    headlines = (words for part in children(head, "hedline") for words in paragraphs_in(part))
    yield from ((words, None if place else "headline") for place, words in enumerate(headlines))
    for name in ("byline", "dateline"):
        yield from ((words, name) for part in children(head, name) if (words := words_of(part)))
    yield from ((words, None) for part in children(head, "abstract") for words in paragraphs_in(part))
    for content in children(root, "body", "body.content"):
        yield from ((words, None) for words in paragraphs_in(content))


def _source_of(root: Element) -> str | None:
    return (
        _attribute(root, "head", "pubdata", name="name")
        or words_of(first(root, "body", "body.head", "distributor"))
        or _attribute(root, "head", "docdata", "doc.copyright", name="holder")
    )


def _claims(root: Element) -> tuple[Claim, ...]:
    """Take the dates in the order of trust: of issue, of release, of the paper, of the story's dateline."""
    found = (
        (_attribute(root, "head", "docdata", "date.issue", name="norm"), "metadata"),
        (_attribute(root, "head", "docdata", "date.release", name="norm"), "metadata"),
        (_attribute(root, "head", "pubdata", name="date.publication"), "metadata"),
        (_attribute(root, "body", "body.head", "dateline", "story.date", name="norm"), "dateline"),
    )
    return tuple(Claim(_extended(words), basis) for words, basis in found if words)


def _extended(words: str) -> str:
    """Write a date with the signs that ISO 8601 leaves out in its basic form; others stay as they are."""
    match = _BASIC.fullmatch(words.strip())
    if not match:
        return words.strip()
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{clock}"


def _attribute(root: Element, *path: str, name: str) -> str | None:
    element = first(root, *path)
    return element.get(name) if element is not None else None

"""A plain text in, a Draft out: header lines, headline, byline, date line, then the paragraphs by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.model import Block, Span
from timeline.reading.draft import Claim, Draft
from timeline.reading.kinds import heads_list, kind_of
from timeline.reading.labels import Field, parts_of, read_byline, read_field, source_of_byline, trimmed_value
from timeline.reading.paragraphs import Paragraph, paragraphs_of
from timeline.reading.published import read_date

_HEAD_PARAGRAPHS = 14
_TAIL_PARAGRAPHS = 3
_LONGEST_HEADLINE = 180
_PLACE = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/ -]{1,40}"
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [A-Z][\w.’' ]{{1,25}}?){{0,2}}?"
    rf"(?:[,/]?\s+(?P<date>{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)\.?,?)?"
    r"\s*(?:[(/](?P<agency>[^()/]{2,40})[)/])?\s*(?:--|[-–—:])\s"
)


class _Head(NamedTuple):
    """What the top of a text gave."""

    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    title: str | None
    byline: str | None
    notes: tuple[str, ...]


def read_plain(text: str, languages: tuple[str, ...] | None = None) -> Draft:
    """Lay out a text file: find its header and say what each paragraph is."""
    return lay_out(text, {}, languages)


def read_verbatim(text: str) -> Draft:
    """Lay out a text that is all body: no header and no headline is looked for."""
    paragraphs = list(paragraphs_of(text))
    return Draft(text, _body_blocks(text, paragraphs, {}))


def lay_out(text: str, kinds: Mapping[int, str], languages: tuple[str, ...] | None) -> Draft:
    """Lay out a text; `kinds` gives by their start the paragraphs whose kind is already known (HTML knows some)."""
    paragraphs = list(paragraphs_of(text))
    head = _read_head(text, paragraphs, kinds, languages)
    known = {**kinds, **{block.span.start: block.kind for block in head.blocks}}
    blocks = _split_titles(text, _body_blocks(text, paragraphs, known), head.fields)
    claims = head.claims
    if not claims:
        blocks, claims = _read_tail(text, blocks, languages)
    said = {field.key: field.value for field in reversed(head.fields) if field.value}
    source = said.get("source") or (source_of_byline(head.byline) if head.byline else None)
    wire, agency = _dateline_claim(text, blocks)
    return Draft(
        text,
        blocks,
        claims + wire,
        title=said.get("title") or head.title,
        source=source or agency,
        url=said.get("url"),
        domain=said.get("domain"),
        lang=said.get("lang"),
        notes=head.notes,
    )


# ---- the top ----------------------------------------------------------------------------------------------------


def _read_head(
    text: str, paragraphs: Sequence[Paragraph], kinds: Mapping[int, str], languages: tuple[str, ...] | None
) -> _Head:
    blocks: list[Block] = []
    dates: dict[str, list[Claim]] = {"published": [], "updated": []}
    fields: list[Field] = []
    notes: list[str] = []
    title = byline = None
    in_body = False
    front_matter = _is_rule(text, paragraphs, 0)
    for index, (span, _) in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        words = span.of(text)
        kind = kinds.get(span.start) or (None if len(words) > 400 else kind_of(words))
        if kind == "headline":
            title = title or words
            continue
        if kind is None or (kind == "body" and len(words) > 300):
            in_body = True
            continue
        if front_matter and _is_rule(text, paragraphs, index):
            blocks.append(Block("header", span))
            front_matter = index == 0
            continue
        found = _read_header_line(words, span.start, languages, strict=in_body) if kind == "body" else None
        if found is not None:
            _take_fields(found, dates, fields, notes)
            name = next((field.value for field in found if field.key == "author"), None)
            byline = byline or name
            dated_alone = len(found) == 1 and found[0].key == "date"
            blocks.append(Block("dateline" if dated_alone else "header", span))
        elif kind == "body" and (name := read_byline(words)):
            byline = byline or name
            blocks.append(Block("byline", span))
        elif kind in ("body", "headline") and title is None and not in_body and _is_headline(text, paragraphs, index):
            title = words
            blocks.append(Block("headline", span))
        elif kind == "body":
            in_body = True
    claims = tuple(dates["published"] or dates["updated"])
    return _Head(tuple(blocks), claims, tuple(fields), title, byline, tuple(notes))


def _is_rule(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    return index < len(paragraphs) and re.fullmatch(r"(?:---+|\+\+\++)", paragraphs[index].span.of(text)) is not None


def _take_fields(found: Sequence[Field], dates: dict[str, list[Claim]], fields: list[Field], notes: list[str]) -> None:
    for field in found:
        if field.key in ("published", "updated", "date"):
            key = "updated" if field.key == "updated" else "published"
            if field.sure:
                dates[key].append(Claim(field.value, "header", field.span))
            elif field.value:
                notes.append(f"the header line says {field.value!r}, which is no full date")
        else:
            fields.append(field)


def _read_header_line(line: str, start: int, languages: tuple[str, ...] | None, *, strict: bool) -> list[Field] | None:
    """Read a line of labelled fields; `sure` of a date field then says that it is a date. None: an ordinary line.

    Strict (the body has begun): only lines that give a date count.
    """
    if len(line) > 300:
        return None
    whole = _read_part(line, start, languages)
    if whole is not None and (whole.key not in ("published", "updated", "date") or whole.sure):
        parts = [whole]
        pieces = parts_of(line)
        if len(pieces) > 1 and whole.key not in ("published", "updated", "date", "title"):
            parts = _read_parts(pieces, start, languages) or parts
    else:
        pieces = parts_of(line)
        parts = (_read_parts(pieces, start, languages) if len(pieces) > 1 else None) or ([whole] if whole else [])
    if not parts:
        return None
    dated = any(part.key in ("published", "updated", "date") and part.sure for part in parts)
    return None if strict and not dated else parts


def _read_parts(pieces: Sequence[tuple[str, int]], start: int, languages: tuple[str, ...] | None) -> list[Field] | None:
    """Read the parts of `Xinhua | Updated: 2025-02-11 09:33`; None unless one of them is a label or a date."""
    if len(pieces) > 8 or any(len(piece) > 80 for piece, _ in pieces):
        return None
    read = [(_read_part(piece, start + offset, languages), piece, start + offset) for piece, offset in pieces]
    if not any(field for field, _, _ in read):
        return None
    fields = [field for field, _, _ in read if field]
    for field, piece, offset in read:
        if field is None and (name := read_byline(piece)):
            fields.append(Field("author", name, Span(offset, offset + len(piece)), True))
        elif field is None and source_of_byline(piece):
            fields.append(Field("source", piece, Span(offset, offset + len(piece)), True))
    return fields


def _read_part(words: str, start: int, languages: tuple[str, ...] | None) -> Field | None:
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


def _is_headline(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether it is a first short line without a full stop, with more text behind it."""
    words = paragraphs[index].span.of(text)
    if index + 1 >= len(paragraphs) or len(words) > _LONGEST_HEADLINE or "\n" in words:
        return False
    if words.endswith((".", ",", ";", ":")) and not words.endswith(("..", "U.S.", "U.N.", "U.K.")):
        return False
    return _DATELINE.match(words) is None


# ---- the rest ---------------------------------------------------------------------------------------------------


def _body_blocks(text: str, paragraphs: Sequence[Paragraph], known: Mapping[int, str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    listing = False  # under a heading like "RELATED STORIES"
    for span, _ in paragraphs:
        words = span.of(text)
        kind = known.get(span.start) or kind_of(words)
        if kind == "related":
            listing = heads_list(words)
        elif listing and kind == "body" and _is_link(words):
            kind = "related"
        else:
            listing = False
        blocks.append(Block(kind, span))
    return tuple(blocks)


def _is_link(words: str) -> bool:
    """Another article's headline: short, and no sentence."""
    return len(words) <= 150 and not words.endswith((".", "!", '."', ".”", ":", ","))


def _split_titles(text: str, blocks: tuple[Block, ...], fields: Sequence[Field]) -> tuple[Block, ...]:
    """Part `Title: words` into a header and the headline, which may hold an event."""
    titles = {field.span.end: field.span for field in fields if field.key == "title" and field.value}
    split: list[Block] = []
    for block in blocks:
        title = titles.get(block.span.end) if block.kind == "header" else None
        if title is None or title.start <= block.span.start:
            split.append(block)
            continue
        label = text[block.span.start : title.start].rstrip()
        split += [Block("header", Span(block.span.start, block.span.start + len(label))), Block("headline", title)]
    return tuple(split)


def _read_tail(
    text: str, blocks: tuple[Block, ...], languages: tuple[str, ...] | None
) -> tuple[tuple[Block, ...], tuple[Claim, ...]]:
    """Look for a `Published - ...` line at the foot, where some papers put it."""
    for index in range(len(blocks) - 1, max(0, len(blocks) - 1 - _TAIL_PARAGRAPHS), -1):
        kind, span = blocks[index]
        found = _read_part(span.of(text), span.start, languages) if len(span.of(text)) <= 120 else None
        if kind in ("body", "boilerplate") and found and found.key == "published" and found.sure:
            changed = (*blocks[:index], Block("header", span), *blocks[index + 1 :])
            return changed, (Claim(found.value, "header", found.span),)
    return blocks, ()


def _dateline_claim(text: str, blocks: Sequence[Block]) -> tuple[tuple[Claim, ...], str | None]:
    """Read the wire dateline of the first body paragraphs: its date (a year may be missing) and its agency."""
    for span in [block.span for block in blocks if block.kind == "body"][:3]:
        match = _DATELINE.match(text, span.start, min(span.end, span.start + 160))
        if match:
            where = Span(*match.span("date"))
            claims = (Claim(where.of(text), "dateline", where),) if match["date"] else ()
            return claims, match["agency"]
    return (), None

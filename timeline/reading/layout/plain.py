"""A plain text in, a Draft out: header lines, headline, byline, date line, then the paragraphs by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model import Block, Domain, Span
from timeline.reading.draft import Claim, Draft
from timeline.reading.layout.chat import OWN_DATES, Chat, read_chat
from timeline.reading.layout.front_matter import claims_of, read_front_matter
from timeline.reading.layout.head import DATELINE, read_head
from timeline.reading.layout.header import read_part
from timeline.reading.layout.kinds import heads_list, kind_of
from timeline.reading.layout.labels import Field, source_of_byline
from timeline.reading.layout.paragraphs import Paragraph, paragraphs_of

_TAIL_PARAGRAPHS = 3


def read_plain(text: str, languages: tuple[str, ...] | None = None, *, maybe_chat: bool = True) -> Draft:
    """Lay out a text file: find its header and say what each paragraph is, or each message of a chat."""
    chat = read_chat(text, read_front_matter(text).end) if maybe_chat else None
    return _as_chat(lay_out(text, {}, languages, chat), chat) if chat else lay_out(text, {}, languages)


def read_verbatim(text: str, *, maybe_chat: bool = True) -> Draft:
    """Lay out a text that is all body: no header and no headline is looked for."""
    chat = read_chat(text) if maybe_chat else None
    if chat:
        return _as_chat(Draft(text, _body_blocks(text, chat.paragraphs, chat.kinds)), chat)
    paragraphs = list(paragraphs_of(text))
    return Draft(text, _body_blocks(text, paragraphs, {}))


def lay_out(text: str, kinds: Mapping[int, str], languages: tuple[str, ...] | None, chat: Chat | None = None) -> Draft:
    """Lay out a text; `kinds` gives by their start the paragraphs whose kind is already known (HTML knows some)."""
    front = read_front_matter(text)
    paragraphs = chat.paragraphs if chat else tuple(paragraphs_of(text, front.end))
    kinds = {**kinds, **chat.kinds} if chat else kinds
    head = read_head(text, paragraphs[: chat.head + 1] if chat else paragraphs, kinds, languages)
    known = {**kinds, **head.kinds, **{line.span.start: "header" for line in front.lines}}
    fields = (*front.fields, *head.fields)
    blocks = _split_titles(text, _body_blocks(text, (*front.lines, *paragraphs), known), fields)
    claims = claims_of(front) + head.claims
    if not claims and not chat:
        blocks, claims = _read_tail(text, blocks, languages)
    said = {field.key: _unquoted(field.value) for field in reversed(fields) if field.value}
    source = said.get("source") or (source_of_byline(head.byline) if head.byline else None)
    wire, agency, blocks = _read_dateline(text, blocks) if not chat else ((), None, blocks)
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


# ---- the rest ---------------------------------------------------------------------------------------------------


def _as_chat(draft: Draft, chat: Chat) -> Draft:
    told = f"read as a chat of {chat.size} messages"
    domain = draft.domain or Domain.COLLOQUIAL.value
    return replace(draft, domain=domain, notes=(*draft.notes, told), undated=OWN_DATES if chat.dated else None)


def _body_blocks(text: str, paragraphs: Sequence[Paragraph], known: Mapping[int, str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    listing = False  # under a heading like "RELATED STORIES"
    make = tuple.__new__  # see Tagger.tag
    for span, _ in paragraphs:
        words = span.of(text)
        kind = known.get(span.start) or kind_of(words)
        if kind == "related":
            listing = heads_list(words)
        elif listing and kind == "body" and _is_link(words):
            kind = "related"
        else:
            listing = False
        blocks.append(make(Block, (kind, span)))
    return tuple(blocks)


def _unquoted(value: str) -> str:
    """Take off the quotes that front matter puts around a whole value."""
    whole = len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" and value.count(value[0]) == 2
    return value[1:-1] if whole else value


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
        found = read_part(span.of(text), span.start, languages) if len(span.of(text)) <= 120 else None
        if kind in ("body", "boilerplate") and found and found.key == "published" and found.sure:
            changed = (*blocks[:index], Block("header", span), *blocks[index + 1 :])
            return changed, (Claim(found.value, "header", found.span),)
    return blocks, ()


def _read_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Claim, ...], str | None, tuple[Block, ...]]:
    """Read the wire dateline of the first body paragraphs: its date (a year may be missing) and its agency.

    One with a date becomes a block of its own, for its date says when the story was filed, not what happened.
    """
    for place in [place for place, block in enumerate(blocks) if block.kind == "body"][:3]:
        span = blocks[place].span
        match = DATELINE.match(text, span.start, min(span.end, span.start + 160))
        if not match:
            continue
        if not match["date"]:
            return (), match["agency"], blocks
        where = Span(*match.span("date"))
        if not text[match.end() : span.end].strip():  # nothing but the dateline
            return (Claim(where.of(text), "dateline", where),), match["agency"], blocks
        rest = match.end() + len(text[match.end() : span.end]) - len(text[match.end() : span.end].lstrip())
        line = Block("dateline", Span(span.start, span.start + len(match.group().rstrip())))
        parts = (*blocks[:place], line, Block("body", Span(rest, span.end)), *blocks[place + 1 :])
        return (Claim(where.of(text), "dateline", where),), match["agency"], parts
    return (), None, blocks

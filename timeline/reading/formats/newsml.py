"""NewsML-G2 in (a newsItem, or a newsMessage of several), a Draft for each item with a text out; NITF inside it too."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.reading.draft import Claim, Draft
from timeline.reading.formats.tree import children, first, local, parse_tree, refuse_entities, root_of, words_of
from timeline.reading.layout.plain import lay_out
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source

_ROOTS = ("newsItem", "newsMessage")
_PARAGRAPH_NAMES = "p h1 h2 h3 h4 h5 h6 li td th figcaption blockquote hl1 hl2 byline dateline caption"
_PARAGRAPHS = frozenset(_PARAGRAPH_NAMES.split())
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def is_newsml(source: Source) -> str | None:
    """Recognise NewsML-G2 by its root element."""
    root = root_of(source.text)
    return f"its root element is <{root}>" if root and root.rpartition(":")[2] in _ROOTS else None


def read_newsml(source: Source) -> Answers:
    """Read the news items in order; pictures and packages of links have no text and are told."""
    data = source.whole()
    decoded = source.decoded(data)
    refuse_entities(decoded.text)
    root = parse_tree(data)
    items = [root] if local(root) == "newsItem" else list(children(root, "itemSet", "newsItem"))
    if not items:
        raise CannotRead("a news message without news items")
    for number, item in enumerate(items, 1):
        where = "" if len(items) == 1 else f"item {number}"
        draft = _draft_of(item)
        yield (
            Refusal(where, "no text in it") if draft is None else Found(draft, data, f"NewsML-G2, {decoded.how}", where)
        )


def _draft_of(item: Element) -> Draft | None:
    content = first(item, "contentMeta")
    headline = words_of(first(content, "headline"))
    body = "\n\n".join(_paragraphs(item))
    if not (headline or body):
        return None
    text = body if headline and body.startswith(headline) else "\n\n".join(part for part in (headline, body) if part)
    lang = next((one.get("tag") for one in children(content, "language")), None) or item.get(LANG)
    draft = lay_out(text, {0: "headline"} if headline else {}, (lang,) if lang else None)
    provider = first(item, "itemMeta", "provider")
    source = words_of(first(content, "infoSource", "name")) or words_of(first(provider, "name"))
    guid = item.get("guid")
    return Draft(
        text,
        draft.blocks,
        (*_claims(item), *draft.claims),
        title=words_of(first(item, "itemMeta", "title")) or headline,
        source=source or (provider.get("literal") if provider is not None else None) or draft.source,
        lang=lang,
        notes=(*((f"id in the file: {guid}",) if guid else ()), *draft.notes),
    )


def _claims(item: Element) -> tuple[Claim, ...]:
    """Take the dates: of the first version, of the content, and of this version where there is no other."""
    claims: list[Claim] = []
    for path, rung in (
        (("itemMeta", "firstCreated"), None),
        (("contentMeta", "contentCreated"), None),
        (("itemMeta", "versionCreated"), "update"),
    ):
        words = words_of(first(item, *path))
        if words:
            claims.append(Claim(words, "metadata", rung=rung))
    return tuple(claims)


def _paragraphs(item: Element) -> Iterator[str]:
    for container in children(item, "contentSet", "inlineXML"):
        yield from paragraphs_in(container)
    for data in children(item, "contentSet", "inlineData"):
        if (data.get("contenttype") or "text/plain").startswith("text/") and data.text:
            yield data.text.strip()


def paragraphs_in(container: Element) -> Iterator[str]:
    """Walk down to what holds words; a list of what waits, for elements may be nested deeper than calls."""
    waiting = list(reversed(container))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in ("head", "script", "style", "docdata"):
            continue
        if name in _PARAGRAPHS or not len(element):
            words = words_of(element)
            if words:
                yield words
        else:
            waiting.extend(reversed(element))

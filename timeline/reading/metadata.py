"""The head of an HTML page in, what it says about itself out: JSON-LD, meta elements, `<time>`, canonical link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.reading.draft import Claim

# in the order of trust: the original date before any that may be a change
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "pubdate",
    "publication_date",
    "publication-date",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "release_date",
    "date",
)
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlog)", re.IGNORECASE)
_PAGE_TYPES = re.compile(r"(?:WebPage|CreativeWork|VideoObject)", re.IGNORECASE)
_MOST_NODES = 5_000


@dataclass(slots=True)
class Metadata:
    """Gathered while the page is walked; everything as written, nothing judged yet."""

    meta: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    marked_times: list[str] = field(default_factory=list)
    canonical: str | None = None
    title: str | None = None
    lang: str | None = None

    def take_meta(self, attributes: Mapping[str, str]) -> None:
        """Note a meta element; the first of a name wins."""
        content = attributes.get("content", "").strip()
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if content and name:
            self.meta.setdefault(name.strip().lower(), content)

    def take_time(self, attributes: Mapping[str, str]) -> None:
        """Note a time element's date; those marked as publish date are trusted before the others."""
        stamp = attributes.get("datetime") or attributes.get("content") or ""
        marked = "datepublished" in attributes.get("itemprop", "").lower() or "pubdate" in attributes
        if stamp.strip():
            (self.marked_times if marked else self.times).append(stamp.strip())


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says about itself, None where it says nothing."""

    claims: tuple[Claim, ...]
    title: str | None
    source: str | None
    url: str | None
    lang: str | None


def read_metadata(found: Metadata) -> Said:
    """Weigh what was gathered: JSON-LD first, then meta elements, then `<time>` when nothing else dates the page."""
    nodes = [node for script in found.scripts for node in _nodes(script)]
    nodes.sort(key=lambda node: 0 if _ARTICLE_TYPES.search(_type(node)) else 1)
    dates = [date for node in nodes for date in [_text(node.get("datePublished"))] if date]
    dates += [found.meta[name] for name in _DATE_NAMES if name in found.meta]
    dates += found.marked_times
    claims = tuple(Claim(date, "metadata") for date in dict.fromkeys(dates or found.times[:1]))
    main = nodes[0] if nodes and _ARTICLE_TYPES.search(_type(nodes[0])) else {}
    url = found.canonical or found.meta.get("og:url") or _text(main.get("url")) or _text(main.get("mainEntityOfPage"))
    return Said(
        claims,
        title=found.meta.get("og:title") or _text(main.get("headline")) or found.meta.get("twitter:title"),
        source=_text(main.get("publisher")) or found.meta.get("og:site_name") or found.meta.get("application-name"),
        url=url if url and re.match(r"https?://", url) else None,
        lang=found.lang or found.meta.get("og:locale") or _text(main.get("inLanguage")),
    )


def _nodes(script: str) -> Iterator[Mapping[str, object]]:
    """Walk a JSON-LD script for articles and pages; what cannot be parsed has none."""
    try:
        waiting: list[object] = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->"))]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:200])
        elif isinstance(node, dict):
            if _ARTICLE_TYPES.search(_type(node)) or _PAGE_TYPES.search(_type(node)):
                yield node
            waiting.extend(value for key, value in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage"))


def _type(node: Mapping[str, object]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _text(value: object) -> str | None:
    """Take the words of a JSON-LD value: a string, or the name or address of an object."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return (value.strip() or None) if isinstance(value, str) else None

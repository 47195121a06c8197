"""The head of an HTML page in, what it says about itself out: JSON-LD, meta elements, `<time>`, canonical link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.reading.draft import Claim

# What pages call it, in the order of trust: the original date before any that may be a change.
_STATED = (
    "article:published_time og:published_time og:article:published_time datepublished article:published"
    " article:published_date article:publicationdate article:post_date article.published og:datepublished"
    " og:pubdate og:publish_date og:article:published publishdate publish-date publish_date publisheddate"
    " published-date published_date published published_time publish_time pubdate bt:pubdate"
    " publication_date publication-date date_published dateposted date-published parsely-pub-date"
    " sailthru.date displaydate originalpublicationdate article_date_original cxenseparse:recs:publishtime"
    " mediator_published_time rnews:datepublished shareaholic:article_published_time twt-published-at"
    " vr:published_time vr:published dcsext.articlefirstpublished analyticsattributes.articledate"
    " citation_publication_date citation_date citation_online_date dc.date.issued dcterms.issued dc.issued"
    " dc.date.publication video:release_date"
)
_DATE_NAMES = tuple(_STATED.split())
# These may be the day of the page's template, or of each change to it: an address or a shown date overrules them.
_VAGUE = (
    "date dc.date dcterms.date dc:date dc.date.created dcterms.created dc.created dc:created datecreated"
    " date_created created article.created content_create_date release_date timestamp doc_date pdate ptime"
    " gentime"
)
_VAGUE_NAMES = tuple(_VAGUE.split())
_CHANGED = (
    "article:modified_time og:updated_time article:modified og:modified_time datemodified"
    " dcterms.modified dc.date.modified dc.modified last-modified lastmod lastmodified modified"
    " revision_date"
)
_CHANGE_NAMES = tuple(_CHANGED.split())
_DESCRIPTION_NAMES = ("description", "og:description", "twitter:description")
_LOOSE_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
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
    described: tuple[str, ...]


def read_metadata(found: Metadata) -> Said:
    """Weigh what was gathered: JSON-LD first, then meta elements, then `<time>` that is marked as the publish date."""
    nodes = [node for script in found.scripts for node in _nodes(script)]
    nodes.sort(key=lambda node: (0 if _ARTICLE_TYPES.search(_type(node)) else 1, not _is_of(node, found)))
    claims = [Claim(date, "metadata") for date in dict.fromkeys((*_stated(found, nodes), *found.marked_times))]
    claims += [Claim(found.meta[name], "metadata", None, "shown") for name in _VAGUE_NAMES if name in found.meta]
    changes = [date for node in nodes for date in [_text(node.get("dateModified"))] if date]
    changes += [found.meta[name] for name in _CHANGE_NAMES if name in found.meta]
    claims += [Claim(date, "metadata", None, "made") for date in dict.fromkeys(changes)]
    main = nodes[0] if nodes and _ARTICLE_TYPES.search(_type(nodes[0])) else {}
    url = found.canonical or found.meta.get("og:url") or _text(main.get("url")) or _text(main.get("mainEntityOfPage"))
    return Said(
        tuple(claims),
        title=found.meta.get("og:title") or _text(main.get("headline")) or found.meta.get("twitter:title"),
        source=_text(main.get("publisher")) or found.meta.get("og:site_name") or found.meta.get("application-name"),
        url=url if url and re.match(r"https?://", url) else None,
        lang=found.lang or found.meta.get("og:locale") or _text(main.get("inLanguage")),
        described=tuple(dict.fromkeys(found.meta[name] for name in _DESCRIPTION_NAMES if name in found.meta)),
    )


def _stated(found: Metadata, nodes: list[Mapping[str, object]]) -> Iterator[str]:
    """Yield the publish dates that the page states of itself; of several articles in JSON-LD only the first's."""
    of_nodes = [date for node in nodes for date in [_text(node.get("datePublished"))] if date]
    articles = [node for node in nodes if _ARTICLE_TYPES.search(_type(node))]
    yield from of_nodes[:1]
    if not of_nodes:  # JSON-LD that is broken elsewhere
        yield from (match[1] for script in found.scripts for match in [_LOOSE_DATE.search(script)] if match)
    yield from (found.meta[name] for name in _DATE_NAMES if name in found.meta)
    if not of_nodes:
        yield from [date for node in articles[:1] for date in [_text(node.get("dateCreated"))] if date]
        yield from [date for node in nodes for date in [_text(node.get("uploadDate"))] if date][:1]


def _is_of(node: Mapping[str, object], found: Metadata) -> bool:
    """Say whether a node is about this page, by its address or its headline."""
    places = {_text(node.get("url")), _text(node.get("mainEntityOfPage")), _text(node.get("@id"))} - {None}
    title = found.meta.get("og:title") or found.title or ""
    headline = _text(node.get("headline")) or ""
    return (found.canonical in places) or (len(headline) > 10 and headline in title)


def _nodes(script: str) -> Iterator[Mapping[str, object]]:
    """Walk a JSON-LD script for articles and pages; what cannot be parsed has none."""
    try:
        waiting: list[object] = [json.loads(_bare(script), strict=False)]
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


def _bare(script: str) -> str:
    """Take off what hides a script from old browsers."""
    words = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    return words.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")


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

"""An RSS or Atom feed in, a Draft for each entry out; the only importer of feedparser (extra `feeds`).

feedparser turns dates to UTC, which may change the day; the words it read them from are kept beside, and those are
what we take.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.reading.draft import Draft
from timeline.reading.extras import missing_extra
from timeline.reading.formats.entry import Entry, draft_of_entry
from timeline.reading.formats.tree import refuse_entities, root_of
from timeline.reading.pages.html import fragment_text
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source

_ROOTS = {"rss": "an RSS feed", "feed": "an Atom feed", "rdf": "an RSS feed"}
_MOST_ENTRIES = 50_000


def is_feed(source: Source) -> str | None:
    """Recognise a feed by its root element."""
    root = root_of(source.text)
    return f"its root element is <{root}>" if root and _local(root) in _ROOTS else None


def read_feed(source: Source) -> Answers:
    """Read the entries in the order of the feed."""
    data = source.whole()
    decoded = source.decoded(data)
    kind = _ROOTS[_local(root_of(decoded.text) or "rss")]
    refuse_entities(decoded.text)
    drafts = list(_drafts(_parse(decoded.text, kind)))
    if not drafts:
        raise CannotRead(f"{kind} without entries")
    how = f"{'Atom' if 'Atom' in kind else 'RSS'} feed, {decoded.how}"
    for number, draft in enumerate(drafts, 1):
        where = f"entry {number}"
        yield Refusal(where, "no text in it") if draft is None else Found(draft, data, how, where)


def _local(root: str) -> str:
    return root.rpartition(":")[2].lower()


def _parse(text: str, kind: str) -> Any:
    try:
        import feedparser
    except ImportError:
        raise missing_extra(f"{kind.partition(' ')[2]}s", "feeds") from None
    bare = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)  # it names the encoding of before
    # A stream, never the text itself: what looks like an address would be fetched.
    stream = io.BytesIO(bare.encode())
    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _drafts(parsed: Any) -> Iterator[Draft | None]:
    feed = parsed.get("feed", {})
    for found in parsed.get("entries", [])[:_MOST_ENTRIES]:
        entry = _entry_of(found, feed)
        yield draft_of_entry(entry) if entry.title or entry.text else None


def _entry_of(found: dict[str, Any], feed: dict[str, Any]) -> Entry:
    # `in` and dict.get, because feedparser answers for one date with the other.
    published = _words(dict.get(found, "published")) or _words(dict.get(found, "created"))
    updated = _words(dict.get(found, "updated"))
    contents = [_words(one.get("value")) for one in found.get("content", [])]
    body = max([words for words in contents if words] or [_words(found.get("summary")) or ""], key=len)
    title, outlet = _words(found.get("title")), found.get("source") or {}
    return Entry(
        title=fragment_text(title) if title else None,
        text=fragment_text(body) or None,
        published=published,
        updated=updated,
        url=_address(_words(found.get("link"))),
        source=_words(outlet.get("title")) or _words(feed.get("title")) or _words(found.get("publisher")),
        lang=_words(found.get("language")) or _words(feed.get("language")),
    )


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _address(words: str | None) -> str | None:
    return words if words and re.match(r"https?://", words) else None

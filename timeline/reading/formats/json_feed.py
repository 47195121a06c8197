"""A JSON Feed in, a Draft for each of its items out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.reading.draft import Draft
from timeline.reading.formats.entry import Entry, draft_of_entry
from timeline.reading.pages.html import fragment_text
from timeline.reading.refusal import CannotRead

_VERSION = "https://jsonfeed.org/version/"


def is_json_feed(item: Mapping[str, object]) -> bool:
    """Say whether an object is a JSON Feed, by the version that each must name."""
    version = item.get("version")
    return isinstance(version, str) and version.startswith(_VERSION) and isinstance(item.get("items"), list)


def read_json_feed(feed: Mapping[str, object]) -> Iterator[Draft | CannotRead]:
    """Read the items in order; an item that is no object or has no text is answered with the reason."""
    items = feed["items"]
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            yield CannotRead("no object")
            continue
        entry = _entry_of(item, feed)
        yield draft_of_entry(entry) if entry.title or entry.text else CannotRead("no text in it")


def _entry_of(item: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    page = _words(item.get("content_html"))
    return Entry(
        title=_words(item.get("title")),
        text=(fragment_text(page) if page else None) or _words(item.get("content_text")) or _words(item.get("summary")),
        published=_words(item.get("date_published")),
        updated=_words(item.get("date_modified")),
        url=_words(item.get("url")) or _words(item.get("external_url")),
        source=_words(feed.get("title")),
        lang=_words(item.get("language")) or _words(feed.get("language")),
    )


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None

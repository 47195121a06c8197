"""What somebody wants to add goes in, what would be stored comes out: articles with their events, or why not.

Nothing is stored here. A Sent is carried by the form from the preview to the storing, so that the server keeps no
half-done work.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import Any, NamedTuple

from werkzeug.datastructures import FileStorage

from timeline.article import Article
from timeline.pipeline import timeline_of
from timeline.reading import Hints, Refusal, parse_published
from timeline.record import event_json
from web.chain import date_words
from web.limits import read_sent
from web.words import FOUND

PASTED = "pasted text"
ARTICLES, EVENTS = 10, 12  # shown of one file, and of each article
# A preview's form carries all that was sent: below the limits of web.app for fields (bytes) and of Werkzeug for parts.
CARRIED, CARRIED_FILES = 15 << 20, 150
_FIELDS = ("name", "data", "published", "title", "source", "url")


class Sent(NamedTuple):
    """A file or a pasted text (in base64), and what its sender knows better than it."""

    name: str
    data: str
    published: str = ""
    title: str = ""
    source: str = ""
    url: str = ""

    @property
    def weight(self) -> int:
        """Count the bytes of its fields when a form sends it back."""
        return sum(len(text.encode()) for text in self)

    @property
    def misdated(self) -> bool:
        """Say whether its sender gave a publish date that is none."""
        return self.published.strip() != "" and parse_published(self.published) is None

    @property
    def hints(self) -> Hints:
        """Give what the sender knows."""
        return Hints(self.published or None, self.source or None, self.title or None, url=self.url or None)

    def articles(self) -> Iterator[Article | Refusal]:
        """Read it."""
        try:
            data = base64.b64decode(self.data, validate=True)
        except (binascii.Error, ValueError):
            return iter((Refusal(self.name, "arrived broken; send it once more"),))
        return read_sent(data, self.name, self.hints)


class Draft(NamedTuple):
    """What one article was understood to be: its publish date in words, and its first events as in the store."""

    title: str
    source: str | None
    dated: str
    found: str
    lang: str
    notes: Sequence[str]
    events: Sequence[dict[str, Any]]
    number: int
    undated: int


class Preview(NamedTuple):
    """A file as understood: its articles, the reasons of what was refused, and whether a publish date is missing."""

    sent: Sent
    drafts: Sequence[Draft]
    refused: Sequence[str]
    more: bool

    @property
    def undated(self) -> bool:
        """Say whether to ask when it was published: nothing says so, or what was given cannot be read."""
        asked = any("publish date" in reason for reason in self.refused)
        return asked or bool(self.sent.published) or any(not draft.dated for draft in self.drafts)


def sent_now(fields: Mapping[str, str], files: Sequence[FileStorage]) -> list[Sent]:
    """Take a pasted text and uploaded files out of a form; empty ones are what browsers send for no choice."""
    known = {name: fields.get(name, "").strip() for name in ("published", "source", "url")}
    found = []
    if fields.get("text", "").strip():
        data = fields["text"].replace("\r\n", "\n").encode("utf-8", "replace")
        title = fields.get("title", "").strip()
        found.append(Sent(PASTED, base64.b64encode(data).decode(), title=title, **known))
    for file in files:
        if file.filename:
            name = file.filename.replace("\\", "/").rpartition("/")[2]
            found.append(Sent(name, base64.b64encode(file.read()).decode(), **known))
    return found


def sent_before(lists: Mapping[str, Sequence[str]]) -> list[Sent]:
    """Take up again what a preview carried: one value of each field for each file, in order."""
    columns = [lists.get(f"sent-{name}", ()) for name in _FIELDS]
    return [Sent(*row) for row in zip(*columns, strict=False)]


def too_heavy(sent: Sequence[Sent]) -> Sent | None:
    """Give the first with which all that was sent could not be sent back from a preview; None when it can."""
    weights = accumulate(one.weight for one in sent)
    heavy = (weight > CARRIED or place >= CARRIED_FILES for place, weight in enumerate(weights))
    return next((one for one, is_heavy in zip(sent, heavy, strict=True) if is_heavy), None)


def preview(sent: Sent) -> Preview:
    """Read and date what was sent, without storing it."""
    found = list(islice(sent.articles(), ARTICLES + 1))
    drafts = [_draft(one) for one in found[:ARTICLES] if isinstance(one, Article)]
    return Preview(sent, drafts, [one.reason for one in found if isinstance(one, Refusal)], len(found) > ARTICLES)


def _draft(article: Article) -> Draft:
    timeline = timeline_of(article)
    events = sorted(timeline.events, key=lambda event: event.provenance.sentence.span)
    published = article.published
    return Draft(
        article.title or "Untitled article",
        article.source,
        date_words(published.value) if published else "",
        FOUND.get(published.basis, "") if published else "",
        article.lang,
        (*article.notes, *timeline.notes),
        [event_json(timeline, event) for event in events[:EVENTS]],
        len(events),
        sum(event.interval is None for event in events),
    )

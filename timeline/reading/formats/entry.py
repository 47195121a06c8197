"""An Entry of a feed in, its Draft out: title and text one below the other, the date as the feed writes it."""

from __future__ import annotations

from typing import NamedTuple

from timeline.reading.draft import Claim, Draft
from timeline.reading.layout.decode import one_newline
from timeline.reading.layout.plain import lay_out


class Entry(NamedTuple):
    """What a feed says of an article; None where it says nothing. Dates are as written, with their zone."""

    title: str | None
    text: str | None
    published: str | None
    updated: str | None
    url: str | None
    source: str | None
    lang: str | None


def draft_of_entry(entry: Entry) -> Draft:
    """Lay out an entry; an update dates it only where nothing else does."""
    title = " ".join(entry.title.split()) if entry.title else None
    body = one_newline(entry.text).strip() if entry.text else ""
    told_twice = title is None or body.startswith(title)
    text = body if told_twice else f"{title}\n\n{body}".strip()
    kinds = {} if told_twice else {0: "headline"}
    draft = lay_out(text.replace("\0", ""), kinds, (entry.lang,) if entry.lang else None)
    claims = [Claim(entry.published, "feed")] if entry.published else []
    if entry.updated:
        claims.append(Claim(entry.updated, "feed", rung="update"))
    return Draft(
        draft.text,
        draft.blocks,
        (*claims, *draft.claims),
        title=title or draft.title,
        source=entry.source or draft.source,
        url=entry.url,
        lang=entry.lang,
        notes=draft.notes,
    )

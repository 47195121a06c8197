"""Articles and triggers -> the ids of their events: the same on every reading, and each for one event."""

from __future__ import annotations

import hashlib

from timeline.model import Article, Event, Span


def event_id(article: str, words: Span, again: int = 0) -> str:
    """Name an event by its article and its trigger, so that a new date leaves the name as it is.

    again  which of several times of one trigger it is
    """
    repeated = f"+{again}" if again else ""
    return hashlib.sha256(f"{article}:{words.start}-{words.end}{repeated}".encode()).hexdigest()[:16]


def named_alone(article: Article, event: Event, ids: set[str]) -> Event:
    """Give an event an id of its own where another has the same word for its trigger: "the 2019 storm of 2019"."""
    again = 0
    while event.id in ids:
        again += 1
        event = event._replace(id=event_id(article.id, event.provenance.trigger, again))
    ids.add(event.id)
    return event

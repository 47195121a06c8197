"""Events in, an Atom feed (RFC 4287) out: an entry an event, dated by the day its article was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from timeline.export.asked import Asked, urn
from timeline.export.dates import FIXED, rfc3339, stamp
from timeline.export.format import Written
from timeline.export.plain import line, words
from timeline.export.told import lines, titled
from timeline.lines import loads
from timeline.links import safe_url

_NAME = "Event timeline"


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write an entry for each event; the feed is as new as the newest article in it.

    That is known at the end only, so `updated` stands there: RFC 4287, 4.1.1, gives the order no meaning.
    """
    yield _head(asked).encode()
    newest = FIXED
    for body in events:
        event = loads(body)
        updated = stamp(event["article"]["published"])
        newest = max(newest, updated)
        yield "".join(_entry(event, updated, asked)).encode()
    yield f"<updated>{rfc3339(newest)}</updated>\n</feed>\n".encode()
    return None


def _head(asked: Asked) -> str:
    own = f'<link rel="self" type="application/atom+xml" href="{words(asked.own)}"/>\n' if asked.own else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{asked.urn}</id>\n<title>{words(asked.title)}</title>\n{own}"
        f"<author><name>{_NAME}</name></author>\n<generator>{_NAME}</generator>\n"
    )


def _entry(event: dict[str, Any], updated: datetime, asked: Asked) -> Iterator[str]:
    yield f"<entry>\n<id>{urn(event['id'])}</id>\n<title>{words(titled(event))}</title>\n"
    yield f"<updated>{rfc3339(updated)}</updated>\n"
    article = event["article"]
    if article["published"]:
        yield f"<published>{rfc3339(updated)}</published>\n"
    if source := line(article["source"]):
        yield f"<author><name>{words(source)}</name></author>\n"
    for relation, url in (("alternate", asked.page(event["id"])), ("via", safe_url(article["url"]))):
        if url:
            yield f'<link rel="{relation}" href="{words(url)}"/>\n'
    for term in (event["modality"], event["basis"]):
        yield f'<category term="{term}"/>\n'
    yield f'<content type="text">{chr(10).join(map(words, lines(event)))}</content>\n</entry>\n'

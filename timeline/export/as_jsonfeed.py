"""Events in, a JSON Feed (version 1.1) out: an item an event, dated by the day its article was published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.export.asked import Asked, urn
from timeline.export.dates import rfc3339, stamp
from timeline.export.format import Written
from timeline.export.plain import line
from timeline.export.told import lines, titled
from timeline.lines import dumps, loads
from timeline.links import safe_url

_VERSION = "https://jsonfeed.org/version/1.1"
_OWN = ("start", "end", "granularity", "edtf", "label", "basis", "modality")


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write an item for each event; what a feed has no word for stands in `_timeline`, as the format allows."""
    own = {"feed_url": asked.own} if asked.own else {}
    head = dumps({"version": _VERSION, "title": line(asked.title), "language": "en", **own})
    opening = head.removesuffix(b"}") + b',"items":['
    for body in events:
        yield opening + dumps(_item(loads(body), asked))
        opening = b",\n"
    yield b"]}\n" if opening == b",\n" else opening + b"]}\n"
    return None


def _item(event: dict[str, Any], asked: Asked) -> dict[str, Any]:
    article = event["article"]
    item: dict[str, Any] = {
        "id": urn(event["id"]),
        "url": asked.page(event["id"]),
        "external_url": safe_url(article["url"]),
        "title": titled(event),
        "content_text": "\n".join(lines(event)),
        "date_published": rfc3339(stamp(article["published"])) if article["published"] else None,
        "authors": [{"name": line(article["source"])}] if article["source"] else None,
        "tags": [event["modality"], event["basis"]],
    }
    known = {name: value for name, value in item.items() if value is not None}
    return {**known, "_timeline": {"id": event["id"], **{name: event[name] for name in _OWN}}}

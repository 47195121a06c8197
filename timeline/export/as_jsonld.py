"""Events in, linked data out: JSON-LD with a schema.org Event each, and its date in EDTF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.export.asked import Asked, urn
from timeline.export.dates import iso_ends
from timeline.export.format import Written
from timeline.lines import dumps, loads
from timeline.links import safe_url

# schema.org knows days and hours; the width ("199X") is said by EDTF, the notation of the Library of Congress.
_EDTF = {"@id": "http://purl.org/dc/terms/date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}
_CONTEXT = dumps({"@context": ["https://schema.org/", {"edtf": _EDTF}]})


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write a node for each event; no `<` stands in it, so that it may be put into a page as it is."""
    opening = _CONTEXT.removesuffix(b"}") + b',"@graph":['
    for body in events:
        yield opening + dumps(_node(loads(body), asked)).replace(b"<", b"\\u003c")
        opening = b",\n"
    yield b"]}\n" if opening == b",\n" else opening + b"]}\n"
    return None


def _node(event: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """Write an event; both dates are inside it, as schema.org has them."""
    start, end = iso_ends(event)
    return _known(
        {
            "@type": "Event",
            "@id": urn(event["id"]),
            "url": asked.page(event["id"]),
            "name": event["headline"],
            "description": event["quote"],
            "startDate": start,
            "endDate": end,
            "edtf": event["edtf"],
            "keywords": [event["modality"], event["basis"]],
            "subjectOf": _article(event["article"]),
        }
    )


def _article(article: dict[str, Any]) -> dict[str, Any]:
    source = article["source"]
    return _known(
        {
            "@type": "Article",
            "headline": article["title"],
            "datePublished": article["published"],
            "url": safe_url(article["url"]),
            "publisher": {"@type": "Organization", "name": source} if source else None,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}

"""What agencies send: ninjs and NewsML-G2."""

from __future__ import annotations

import json

from timeline.model import Article
from timeline.reading import read_bytes

NINJS = {
    "uri": "urn:wire:1",
    "type": "text",
    "language": "en",
    "firstcreated": "2025-02-11T23:33:00+03:00",
    "versioncreated": "2025-02-13T08:00:00Z",
    "pubstatus": "usable",
    "headline": "Bridge closed",
    "byline": "Jane Doe",
    "copyrightholder": "Harbour Wire",
    "body_text": "The bridge was closed on Monday.\n\nNobody was hurt.",
}
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:a:1" version="2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Harbour Wire"/>
<versionCreated>2025-02-13T08:00:00Z</versionCreated><firstCreated>2025-02-11T23:33:00+03:00</firstCreated></itemMeta>
<contentMeta><headline>Bridge closed</headline><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>no</title></head><body><p>The <em>bridge</em> was closed on Monday.</p><p>Nobody was hurt.</p></body>
</html></inlineXML></contentSet></newsItem>"""


def read(data: str, name: str) -> list[Article]:
    found = list(read_bytes(data.encode(), name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def told(article: Article) -> tuple[object, ...]:
    assert article.published is not None
    published = article.published
    return article.title, published.value, published.zone, published.basis, published.conflict, article.source


SAME = ("Bridge closed", "2025-02-11T23:33:00", "+03:00", "metadata", None, "Harbour Wire")
TEXT = "Bridge closed\n\nThe bridge was closed on Monday.\n\nNobody was hurt."


def test_ninjs_in_all_its_places() -> None:
    one = json.dumps(NINJS)
    for data, name, count in ((one, "a.json", 1), (f"{one}\n{one}\n", "a.jsonl", 2), (f"[{one}, {one}]", "a.json", 2)):
        found = read(data, name)
        assert len(found) == count
        for article in found:
            assert told(article) == SAME
            assert article.text == TEXT
            assert article.reader.startswith("ninjs in JSON")


def test_ninjs_of_version_2() -> None:
    item = {key: value for key, value in NINJS.items() if not key.startswith(("body", "headline"))}
    item["headlines"] = [{"role": "main", "value": "Bridge closed"}]
    item["bodies"] = [
        {"contenttype": "text/html", "value": "<p>The bridge was closed on Monday.</p><p>Nobody was hurt.</p>"}
    ]
    (article,) = read(json.dumps(item), "a.json")
    assert (told(article), article.text) == (SAME, TEXT)


def test_newsml_g2() -> None:
    declared = f'<?xml version="1.0" encoding="UTF-8"?>{ITEM}'
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{ITEM}{ITEM}</itemSet></newsMessage>'
    for data, count in ((declared, 1), (message, 2)):
        found = read(data, "item.xml")
        assert len(found) == count
        for article in found:
            assert told(article) == SAME
            assert (article.text, article.lang) == (TEXT, "en")
            assert article.reader.startswith("NewsML-G2, UTF-8")
            assert "id in the file: urn:newsml:a:1" in article.notes


def test_a_picture_has_no_text() -> None:
    item = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><remoteContent/></contentSet></newsItem>'
    (refused,) = read_bytes(item.encode(), "item.xml")
    assert str(refused) == "item.xml: no text in it"

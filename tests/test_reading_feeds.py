"""Feeds: an article an entry, with the date and the zone as the feed writes them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from timeline.model import Article
from timeline.reading import Refusal, read_bytes

BODY = "&lt;p&gt;The bridge was closed on Monday.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Wire</title><language>en</language>
<item><title>Bridge closed</title><link>https://a.example/bridge</link>
<pubDate>Tue, 11 Feb 2025 23:33:00 -0500</pubDate><description>{BODY}</description></item>
<item><title>Weir rebuilt</title><pubDate>Wed, 12 Feb 2025 00:10:00 GMT</pubDate>
<description>Short.</description><content:encoded>{BODY}</content:encoded></item>
<item><link>https://a.example/empty</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tarn Valley Post</title>
<entry><title type="html">Bridge &amp;amp; weir</title><link href="https://b.example/1"/>
<published>2025-02-11T23:33:00+03:00</published><updated>2025-02-13T08:00:00Z</updated>
<content type="html">&lt;p&gt;The bridge was closed on Monday.&lt;/p&gt;</content></entry>
<entry><title>Only updated</title><updated>2025-02-13T08:00:00+03:00</updated>
<summary>The weir was mended.</summary></entry>
</feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Skarrow Courier",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://c.example/1",
                "title": "Bridge closed",
                "content_html": "<p>The bridge was closed on Monday.</p>",
                "date_published": "2025-02-11T23:33:00+03:00",
                "date_modified": "2025-02-14T00:00:00Z",
            },
            {"id": "2"},
            {"id": "3", "content_text": "The weir was mended.", "date_published": "2025-02-12"},
        ],
    }
)


def articles(data: str, name: str = "feed.xml") -> list[Article | Refusal]:
    return list(read_bytes(data.encode(), name))


def told(article: Article | Refusal) -> tuple[object, ...]:
    assert isinstance(article, Article), article
    published = article.published
    assert published is not None
    return article.title, published.value, published.zone, published.basis, article.source, article.url


def test_rss() -> None:
    first, second, third = articles(RSS)
    assert told(first) == (
        "Bridge closed",
        "2025-02-11T23:33:00",
        "-0500",
        "feed",
        "Harbour Wire",
        "https://a.example/bridge",
    )
    assert told(second) == ("Weir rebuilt", "2025-02-12T00:10:00", "GMT", "feed", "Harbour Wire", None)
    assert str(third) == "feed.xml entry 3: no text in it"
    for article in (first, second):
        assert isinstance(article, Article)
        assert article.text.endswith("The bridge was closed on Monday.\n\nNobody was hurt.")
        assert [block.kind for block in article.blocks] == ["headline", "body", "body"]
        assert article.reader == "RSS feed, UTF-8 (declared)"


def test_atom() -> None:
    first, second = articles(ATOM)
    assert told(first) == (
        "Bridge & weir",
        "2025-02-11T23:33:00",
        "+03:00",
        "feed",
        "Tarn Valley Post",
        "https://b.example/1",
    )
    assert told(second)[:4] == ("Only updated", "2025-02-13T08:00:00", "+03:00", "feed")
    assert isinstance(first, Article)
    assert first.published is not None
    assert first.published.conflict is None, "an update is no other publish date"
    assert any("an update says 2025-02-13" in note for note in first.notes)


def test_json_feed() -> None:
    first, second, third = articles(JSON_FEED, "feed.json")
    assert told(first) == (
        "Bridge closed",
        "2025-02-11T23:33:00",
        "+03:00",
        "feed",
        "Skarrow Courier",
        "https://c.example/1",
    )
    assert str(second) == "feed.json entry 2: no text in it"
    assert told(third)[1] == "2025-02-12"
    assert isinstance(first, Article)
    assert first.text == "Bridge closed\n\nThe bridge was closed on Monday."


def test_a_feed_in_another_encoding_and_under_another_name() -> None:
    data = RSS.replace("utf-8", "windows-1251").replace("Harbour Wire", "Мост").encode("windows-1251")
    first, *_ = read_bytes(data, "page.html")
    assert isinstance(first, Article)
    assert first.source == "Мост"


def test_an_rdf_feed_dates_its_items_by_dublin_core() -> None:
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel><item><title>Bridge closed</title>
    <description>The bridge was closed.</description><dc:date>2025-02-11T23:33:00+09:00</dc:date></item></rdf:RDF>"""
    (first,) = articles(data)
    assert told(first)[1:4] == ("2025-02-11T23:33:00", "+09:00", "feed")


@pytest.mark.parametrize(
    ("package", "name", "data", "line"),
    [
        ("feedparser", "a.xml", RSS.encode(), "RSS feeds: feeds"),
        ("warcio", "a.warc", b"WARC/1.0\r\n\r\n", "web archives: warc"),
        ("pypdf", "a.pdf", b"%PDF-1.4\n", "PDF files: pdf"),
    ],
)
def test_a_missing_extra_is_named(package: str, name: str, data: bytes, line: str) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None; from timeline.reading import read_bytes;"
        f"print(*read_bytes({data!r}, {name!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    what, _, extra = line.partition(": ")
    wanted = f"{what} need an extra that is not installed: `pip install 'event-timeline[{extra}]'`"
    assert done.stdout == f"{name}: {wanted}\n"

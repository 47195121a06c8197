"""Web archives: the pages in them, and that the day of fetching is not the day of publishing."""

from __future__ import annotations

import pytest
from packed import packed, record

from timeline.model import Article
from timeline.reading import Hints, Refusal, read_bytes

PAGE = (
    b"<!doctype html><html lang='en'><head><title>Bridge</title>%s</head>"
    b"<body><h1>Bridge closed</h1><p>The bridge was closed on Monday, the council of Brennick said.</p></body></html>"
)
DATED = PAGE % b'<meta property="article:published_time" content="2025-02-11T23:33:00+03:00">'
RECORDS = (
    record("https://a.example/1", DATED),
    record("https://a.example/style.css", b"p {}", "text/css"),
    record("https://a.example/gone", b"gone", status="404 Not Found"),
    record("https://a.example/2025/02/12/b", PAGE % b"", "text/html; charset=utf-8"),
    record("https://a.example/none", b"<!doctype html><html><body></body></html>"),
    record("https://a.example/undated", PAGE % b""),
)


@pytest.mark.parametrize("data", [b"".join(RECORDS), packed(RECORDS)], ids=["plain", "packed"])
def test_pages_are_read_and_the_rest_is_told(data: bytes) -> None:
    first, second, refused, third = read_bytes(data, "crawl.warc")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, Article)
    assert first.published is not None
    assert (first.published.value, first.published.zone) == ("2025-02-11T23:33:00", "+03:00")
    assert (first.url, first.reader) == ("https://a.example/1", "HTML, UTF-8, in a web archive")
    assert second.published is not None
    assert (second.published.value, second.published.basis) == ("2025-02-12", "url")
    assert third.published is None
    assert "fetched 2025-03-01T10:00:00Z, which is not its publish date" in third.notes
    assert "no pages and not read in this archive: 1 text/css, 1 answer 404" in third.notes
    assert str(refused) == "crawl.warc record 5 (https://a.example/none): no text in it"


def test_a_cut_archive_keeps_what_was_whole() -> None:
    data = b"".join(RECORDS[:1]) + RECORDS[3][:60]
    answers = list(read_bytes(data, "crawl.warc"))
    assert [type(answer) for answer in answers].count(Article) == 1


def test_a_page_beyond_the_limit_is_named() -> None:
    data = record("https://a.example/1", DATED) + record("https://a.example/big", b"<p>" + b"word " * 1000)
    kept, refused = read_bytes(data, "crawl.warc", Hints(max_size=3000))
    assert isinstance(kept, Article)
    assert isinstance(refused, Refusal)
    assert refused.reason == "too large or damaged: more than 3000 bytes unpacked"

"""Broken inputs for the readers, made here: a name, the bytes, and the line or the article each must end in."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

ARTICLE = "article"
LIMIT = 200_000  # the size that the cases call too large
GOOD = '{"text": "The bridge was closed.", "published": "2025-02-11"}'


class Case(NamedTuple):
    """A broken input and its answers, in order: `article`, or the line of a refusal."""

    name: str
    data: bytes
    answers: tuple[str, ...]


def _refused(name: str, data: bytes, reason: str) -> Case:
    return Case(name, data, (f"{name}: {reason}",))


def _kept(name: str, data: bytes) -> Case:
    return Case(name, data, (ARTICLE,))


def _page(inside: str) -> bytes:
    return f"<!doctype html><html><body><p>The bridge was closed.</p>{inside}".encode()


TOO_LARGE = "too large: more than 0.190735 MB (--max-size)"
UNDECODABLE = "undecodable: neither UTF-8 nor windows-1252, and no encoding is declared that fits"

CASES = (
    _refused("empty.txt", b"", "empty file"),
    _refused("blank.txt", b" \r\n\t\n ", "empty file"),
    _refused("blank-marked.txt", b"\xef\xbb\xbf \n", "no text in it"),
    _refused("signs.txt", b"--- *** ... !!!\n", "no text in it"),
    _refused("nul.txt", b"The bridge\0was closed.", "binary file, not text"),
    _refused("zeros.txt", b"\0" * 5000, "binary file, not text"),
    _refused("controls.txt", bytes(range(1, 9)) * 200, "binary file, not text"),
    _refused("zeros-behind-a-header.txt", b"Published: 11 February 2025\n" + b"\0" * LIMIT, TOO_LARGE),
    _refused("large.txt", b"word " * LIMIT, TOO_LARGE),
    _refused("one-line.html", b"<p>" + b"x" * LIMIT, TOO_LARGE),
    _refused("report.pdf", b"%PDF-1.7\n%\xe2\xe3", "a damaged PDF file: Stream has ended unexpectedly"),
    _refused("report.txt", b"%PDF-1.7\n%\xe2\xe3", "a damaged PDF file: Stream has ended unexpectedly"),
    _refused("report.docx", b"PK\x03\x04\x14\0", "a damaged zip archive, or one with a password"),
    _refused("story.txt.gz", b"\x1f\x8b\x08\0", "unsupported: a gzip archive"),
    _refused("photo.png", b"\x89PNG\r\n\x1a\n\0", "unsupported: an image"),
    _refused("timeline.db", b"SQLite format 3\0", "unsupported: a database"),
    _refused("crawl.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", "damaged web archive: a record that is cut off"),
    _refused("feed.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "an RSS feed without entries"),
    _refused("feed", b"<feed xmlns='http://www.w3.org/2005/Atom'><x/></feed>", "an Atom feed without entries"),
    _refused("item.xml", b"<?xml version='1.0'?><newsItem>The bridge</newsItem>", "no text in it"),
    _refused("other.xml", b"<?xml version='1.0'?><catalogue>The bridge</catalogue>", "unsupported: XML (<catalogue>)"),
    _refused("undecodable.txt", b"Caf\x81 zu \x8d", UNDECODABLE),
    _refused("half.txt", b"\xff\xfea\0b", "undecodable: has the byte order mark of UTF-16 but is not UTF-16"),
    _refused("tags.html", b"<!doctype html><html><script>var text = 1</script></html>", "no text in it"),
    _refused("bad.json", b'{"text": "The bridge', "bad JSON at character 10: Unterminated string starting there"),
    _refused("number.json", b'{"text": 5}', "no text: the value of `text` is not a string"),
    _refused("keyless.json", b'{"when": "The bridge"}', "no text: the object has no key `text`"),
    _refused("nul.json", b'{"text": "The \\u0000 bridge"}', "binary text (NUL characters)"),
    Case(
        "mixed.jsonl",
        "\n".join([GOOD, "{broken", "[1]", "", '{"text": ""}', '{"text": "' + "x" * LIMIT + '"}', GOOD]).encode()
        + b"\n\xff\n",
        (
            ARTICLE,
            "mixed.jsonl line 2: bad JSON at character 2: Expecting property name enclosed in double quotes",
            'mixed.jsonl line 3: bad JSON: an object is wanted, as {"text": "..."}',
            "mixed.jsonl line 5: no text in it",
            f"mixed.jsonl line 6: {TOO_LARGE}",
            ARTICLE,
            "mixed.jsonl line 8: undecodable: JSON is UTF-8, this line is not",
        ),
    ),
    Case(
        "cut.jsonl",
        (GOOD + "\n" + GOOD[:20]).encode(),
        (ARTICLE, "cut.jsonl line 2: bad JSON at character 10: Unterminated string starting there"),
    ),
    Case(
        "nested.jsonl",
        (GOOD + "\n" + '{"text":' * 20_000).encode(),
        (ARTICLE, "nested.jsonl line 2: bad JSON: nested too deep, or a number without end"),
    ),
    _kept("surrogate.json", json.dumps({"text": "The bridge \ud800 was closed."}).encode()),
    _kept("deep-json-ld.html", _page('<script type="application/ld+json">' + "[" * 50_000 + "</script>")),
    _kept("deep.html", _page("<div>" * 30_000 + "deep")),
    _kept("never-closed-tags.html", _page("<a " * 50_000)),
    _kept("never-closed-quotes.html", _page("<a b='" * 30_000)),
    _kept("never-closed-comments.html", _page("<!--" * 40_000)),
    _kept("never-closed-script.html", _page("<script>" * 20_000)),
    _kept("never-closed-nav.html", b"<html><nav>" + b"<p>The bridge was closed on Monday."),
    _kept("never-closed-select.html", b"<html><select>" + b"<p>The bridge was closed on Monday."),
    _kept("entity-of-a-million-digits.html", _page("&#" + "9" * 100_000 + ";")),
    _kept("entity-bomb.html", _page("&lol;" * 30_000)),
    _kept("angles.html", _page("<" * 150_000)),
    _kept("year-0.txt", b"Published: 0000-01-01\nBridge closed\n\nThe bridge was closed.\n"),
    _kept("year-99999.txt", b"Published: 99999-01-01\nBridge closed\n\nThe bridge was closed.\n"),
    _kept("month-13.txt", b"Published: 2025-13-45\nBridge closed\n\nThe bridge was closed.\n"),
    _kept("digits.txt", b"Published: " + b"1" * 100_000),
    _kept("one-word.txt", b"bridge"),
    _kept("brackets.txt", b"(" * 150_000 + b" bridge"),
    _kept("brace.txt", b"{bridge} was closed"),
    _kept("header-only.txt", b"Published: 11 February 2025\n"),
)


def main(folder: str) -> None:
    """Write the cases as files: `python tests/bad/reading.py FOLDER`."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for case in CASES:
        Path(folder, case.name).write_bytes(case.data)


if __name__ == "__main__":
    main(sys.argv[1])

"""Broken inputs of the formats that are packed, nested or marked up, and bombs: small files that unpack to gigabytes."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import NamedTuple

from packed import docx, packed, pdf, record, zipped

from bad.reading import ARTICLE, GOOD, Case

ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">{ENTITIES}]>'
ENTITY_LINE = "XML that declares entities of its own is not read"
RSS = '<rss version="2.0"><channel><title>Wire</title><item><title>Bridge closed</title>'
NEWS = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>'
MAIL = "Message-ID: <1@a.example>\nFrom: Jane Doe <jane@a.example>\nSubject: Bridge closed\n"
PAGE = record("https://a.example/1", b"<!doctype html><html><body><p>The bridge was closed.</p></body></html>")
WHOLE_PDF = pdf([["The bridge was closed on Monday."]])
WHOLE_DOCX = docx([("Normal", "The bridge was closed.")])
DAMAGED_ZIP = "a damaged zip archive, or one with a password"


class Giant(NamedTuple):
    """A small header and a gigabyte of zeros behind it, in a file that takes no room on the disk."""

    name: str
    head: bytes


GIANTS = (
    Giant("giant.txt", b"Published: 11 February 2025\nBridge closed\n\nThe bridge was closed.\n"),
    Giant("giant.html", b"<!doctype html><html><body><p>The bridge was closed.</p>"),
    Giant("giant.jsonl", GOOD.encode() + b"\n"),
    Giant("giant.json", b'[{"text": "The bridge'),
    Giant("giant.csv", b"text,date\nThe bridge was closed.,2025-02-11\n"),
    Giant("giant.mbox", b"From jane@a.example Tue Feb 11 23:33:00 2025\n" + MAIL.encode() + b"\nThe bridge.\n"),
    Giant("giant.eml", MAIL.encode() + b"\nThe bridge.\n"),
    Giant("giant.pdf", WHOLE_PDF),
    Giant("giant.docx", WHOLE_DOCX),
    Giant("giant.warc", PAGE),
    Giant("giant.xml", RSS.encode()),
    Giant("giant", b""),
)


def _one(name: str, data: bytes | str, answer: str = ARTICLE) -> Case:
    """Make a case; an answer with @ or ! in front names the place in the input itself."""
    made = data.encode() if isinstance(data, str) else data
    if answer == ARTICLE:
        return Case(name, made, (ARTICLE,))
    between = {"@": " ", "!": "!"}.get(answer[:1])
    return Case(name, made, (f"{name}{between}{answer[1:]}" if between else f"{name}: {answer}",))


def _dated(date: str) -> str:
    return f"Published: {date}\nBridge closed\n\nThe bridge was closed.\n"


def _nested_mail(depth: int) -> str:
    inner = MAIL + "\nThe bridge.\n"
    for _ in range(depth):
        inner = f"{MAIL}MIME-Version: 1.0\nContent-Type: message/rfc822\n\n{inner}"
    return inner


CASES = (
    _one("laughs.rss", f"{LAUGHS}{RSS}<description>&a9;</description></item></channel></rss>", ENTITY_LINE),
    _one("laughs.xml", f"{LAUGHS.replace('rss [', 'newsItem [')}{NEWS}<p>&a9;</p>", ENTITY_LINE),
    _one("outside.rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>{RSS}&x;</item>', ENTITY_LINE),
    _one("laughs.docx", docx([], **{"word/document.xml": f"{LAUGHS}<d>&a9;</d>".encode()}), ENTITY_LINE),
    _one("cut.rss", RSS + "<description>The bridge was"),
    _one("deep.rss", RSS + "<b>" * 20_000),
    _one("rss-without-title.xml", "<rss><channel><item><link>x</link></item></channel></rss>", "@entry 1: no text in it"),
    _one("cut-newsml.xml", NEWS + "<p>The bridge", "bad XML at line 1, column 91"),
    _one("deep-newsml.xml", NEWS + "<b>" * 9_000 + "deep" + "</b>" * 9_000 + "</inlineXML></contentSet></newsItem>"),
    _one("deep-p.xml", f"{NEWS}<p>{'<b>' * 9_000}x{'</b>' * 9_000}</p></inlineXML></contentSet></newsItem>", "XML nested too deep"),
    _one("encoding.xml", '<?xml version="1.0" encoding="x-none"?><newsItem/>', "bad XML: its encoding is not what it says"),
    _one("cut.docx", WHOLE_DOCX[:-60], DAMAGED_ZIP),
    _one("noise.docx", b"PK\x03\x04" + bytes(range(256)) * 40, DAMAGED_ZIP),
    _one("empty.docx", docx([]), "no text in it"),
    _one("bad-xml.docx", docx([], **{"word/document.xml": b"<w:document"}), "bad XML at line 1, column 1"),
    _one("nested.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": b"x"})})}), "!a.zip: an archive in an archive; unpack it first"),
    _one("slides.pptx", zipped({"ppt/slides/slide1.xml": b"<x/>"}), "unsupported: a slide show"),
    _one("cut.pdf", WHOLE_PDF[: len(WHOLE_PDF) // 2], "a damaged PDF file: Stream has ended unexpectedly"),
    _one("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "a damaged PDF file: Stream has ended unexpectedly"),
    _one("loop.pdf", WHOLE_PDF.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "a damaged PDF file: Detected cyclic page references."),
    _one("year-0.pdf", pdf([["The bridge was closed."]], created="D:00000000000000Z")),
    _one("year-9999.pdf", pdf([["The bridge was closed."]], created="D:99991231235959Z")),
    _one("headers-only.eml", MAIL),
    _one("nothing.eml", "Message-ID: <1@a.example>\nFrom: a@a.example\n\n", "no text in it"),
    _one("nul.eml", MAIL + "\nThe \0 bridge.\n", "binary file, not text"),
    _one("bad-base64.eml", MAIL + "Content-Transfer-Encoding: base64\n\n!!!!not base64 at all****\n"),
    _one("bad-header.eml", MAIL + "Date: =?utf-8?b?//8=?= \ud7ff 99999\nContent-Type: text/plain; charset=\n\nThe bridge.\n"),
    _one("parts-without-end.eml", MAIL + 'Content-Type: multipart/mixed; boundary="x"\n\n' + "--x\n\nThe bridge.\n" * 500),
    _one("nested.eml", _nested_mail(60), "messages nested too deep"),
    _one("many-headers.eml", MAIL + "X-A: b\n" * 20_000 + "\nThe bridge.\n"),
    _one("year-99999.eml", MAIL + "Date: Tue, 11 Feb 99999 09:33:00 +0000\n\nThe bridge.\n"),
    _one("header-row.csv", "text,date\n", "no rows under the names of the columns"),
    _one("wide.csv", "text,date," + ",".join(f"c{n}" for n in range(5_000)) + "\nThe bridge.,2025-02-11\n"),
    _one("nul.csv", "text,date\nThe \0 bridge,2025-02-11\n", "binary file, not text"),
    _one("no-end.csv", 'text,date\n"The bridge' + ", was closed\n" * 20_000, "too large: more than 0.190735 MB (--max-size)"),
    _one("unclosed.csv", 'text,date\n"The bridge,2025-02-11\nThe weir,2025-02-11\n'),
    _one("years.csv", "text,date\n" + "The bridge was closed.,99999-99-99\n"),
    _one("deep.json", "[" * 100_000 + "]" * 100_000, "no text in it"),
    _one("infinite.json", '{"text": "The bridge was closed.", "published": 1e999}'),
    _one("strings.json", '["The bridge", "was closed"]', "bad JSON: an object is wanted, as {\"text\": \"...\"}"),
    _one("digits.json", '{"text": "The bridge was closed.", "published": ' + "9" * 10_000 + "}", "bad JSON: nested too deep, or a number without end"),
    _one("feed.json", json.dumps({"version": "https://jsonfeed.org/version/1", "items": []}), "a JSON Feed without entries"),
    _one("ninjs.json", json.dumps({"uri": "x", "versioncreated": 1, "headlines": [5, {}], "bodies": {}}), "no text: the ninjs item has no body and no headline"),
    Case("cut.warc.gz", packed([PAGE, PAGE])[:-40], (ARTICLE, "cut.warc.gz record 2 (https://a.example/1): no text in it")),
    _one("noise.warc", b"WARC/1.0\r\n" + bytes(range(256)) * 10, "no page in it"),
    _one("length.warc", PAGE.replace(b"\r\nContent-Length: ", b"\r\nContent-Length: 9999999")),
    _one("pictures.warc", record("https://a.example/x", b"x", "image/png"), "no page in it: 1 image/png"),
    _one("packed.gz", gzip.compress(b"The bridge was closed."), "unsupported: a gzip archive"),
    _one("future.txt", _dated("2199-12-31")),
    _one("far-future.txt", _dated("9999-12-31")),
    _one("june-31.txt", _dated("31 June 2025")),
    _one("year-0.html", "<!doctype html><meta name='date' content='0000-00-00'><p>The bridge was closed.</p>"),
    _one("future.html", "<!doctype html><meta property='article:published_time' content='99999-01-01'><p>The bridge.</p>"),
    _one("open-rule.md", "---\n" * 40_000 + "The bridge was closed.\n"),
    _one("open-front.md", "+++\n" + "a = 1\n" * 20_000 + "The bridge was closed.\n"),
    _one("deep-inline.html", "<!doctype html><html><body><p>The bridge." + "<b>" * 60_000),
    _one("many-times.html", "<!doctype html><html><body><p>The bridge.</p>" + "<time datetime='2025'>1</time>" * 6_000),
    _one("many-dates.html", "<!doctype html><html><body><p class=date>" + "11.2." * 30_000 + "</p><p>The bridge.</p>"),
    _one("date-of-words.html", "<!doctype html><html><body><p class=date>" + "11 de " * 30_000 + "</p><p>The bridge.</p>"),
    _one("long-class.html", f"<!doctype html><html><body><p class='{'-date' * 30_000}'>The bridge was closed.</p>"),
    _one("overlong.txt", b"The bridge \xc0\xaf\xe0\x80\xaf was closed, they said there."),
    _one("mark-alone.txt", b"\xff\xfe", "no text in it"),
    _one("odd.txt", "The bridge".encode("utf-16") + b"x", "undecodable: has the byte order mark of UTF-16 but is not UTF-16"),
    _one("cut-gb.html", '<meta charset="gb18030"><html><p>大桥关闭了'.encode("gb18030")[:-1]),
    _one("pipes.txt", "|".join("The bridge" for _ in range(15_000))),
    _one("form-feeds.txt", "The bridge\x0c\x0b was closed.\x85\u2028 It was old.\n" * 2_000),
)  # fmt: skip


def bombs() -> tuple[Case, ...]:
    """Make the bombs; it takes a second, so it is done only where they are thrown."""
    zeros = b"\0" * 100_000_000
    spaces = b"<d>" + b" " * 100_000_000
    stream = zlib.compress(zeros, 9)
    image = b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    bomb = pdf([["x"]])
    start, end = bomb.index(b"/Length"), bomb.index(b"endstream") + len("endstream")
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(zeros)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    head += b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(answer)
    return (
        Case("bomb.docx", docx([], **{"word/document.xml": spaces}), ()),
        Case("bomb.zip", zipped({f"{n}.zip": zipped({"zeros": zeros}) for n in range(3)}), ()),
        Case("bomb.pdf", bomb[:start] + image + bomb[end:], ()),
        Case("bomb.warc", head + answer + b"\r\n\r\n", ()),
        Case("bomb.gz", gzip.compress(zeros), ()),
        Case("bomb.warc.gz", gzip.compress(PAGE + zeros), ()),
    )

"""Whatever an article says, each export holds it as words: each is read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from made import saturday_timeline
from markdown_it import MarkdownIt

from timeline.export import ARTICLE_FORMATS, FORMATS, Asked
from timeline.export.plain import line
from timeline.export.told import in_marks
from timeline.lines import dumps
from timeline.links import safe_url
from timeline.query import Filters
from timeline.record import event_json

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # html5lib names things that Python will drop; only the tests read with it
    import html5lib

Event = dict[str, Any]
NASTY = (
    *(
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "]]>",
        "</script>",
        "<!--",
        "</style>",
        "&lt;b&gt;",
    ),
    *("=cmd()|' /C calc'!A0", "@SUM(1)", "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n", "\\", "\\n", ";", ",", "'", '"', "\\,"),
    *(
        "[x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "![x](y)",
        "`code`",
        "```",
        "\n# head",
        "\n\n    four",
        "\n- a",
    ),
    *("<https://example.org>", "https://example.org", "1. ", "+ ", "---", "===", "> ", "*b*", "_i_", "~~s~~", "| a |"),
    *(
        "\u202e",
        "\u2066",
        "\u200f",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufffe",
        "\ufeff",
        "\t",
        "\r",
        "\n",
        " ",
    ),
    *("İ", "שלום", "é", "👩‍👩‍👧", "a" * 80, "é" * 80),
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=("Cs",)), max_size=6)), max_size=6
).map("".join)
URLS = st.one_of(
    st.none(),
    TEXTS,
    TEXTS.map("https://example.org/".__add__),
    st.sampled_from(
        ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//x", "http://")
    ),
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
WORST = " ".join(NASTY)

relaxed = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def saturday() -> Event:
    timeline = saturday_timeline()
    return event_json(timeline, timeline.events[0])


def hostile(text: str, url: str | None) -> Event:
    """Make an event whose every free text is the same."""
    event = saturday()
    event |= {
        "headline": text,
        "quote": text,
        "conflict": {**event["timex"], "text": text, "edtf": None, "value": text},
    }
    event["why"]["explanation"] = text
    event["article"] |= {"title": text, "source": text, "url": url}
    return event


def written(name: str, *events: Event) -> bytes:
    return b"".join(FORMATS[name].write(map(dumps, events)))


def hostile_event() -> st.SearchStrategy[Event]:
    return st.builds(hostile, TEXTS, URLS)


def of_any_words(test: Any) -> Any:
    """Run a test with events that say anything, the worst among them."""
    worst, linked = hostile(WORST, "javascript:alert(1)"), hostile(WORST, f"https://example.org/?a=1&lt;2 {WORST}")
    return relaxed(given(hostile_event())(example(worst)(example(linked)(test))))


def links(hrefs: Iterator[str | None], event: Event) -> None:
    """Hold the links against the one that may be there."""
    url = safe_url(event["article"]["url"])
    assert [*hrefs] == ([url] if url else [])
    assert url is None or re.fullmatch(r"https?://[!#$%&'()*+,\-./:;=?@\[\]_~0-9a-zA-Z]+", url)


# ---- one format after the other ---------------------------------------------------------------------------------


@given(TEXTS)
def test_a_line_has_no_breaks_and_nothing_unwritable(text: str) -> None:
    assert not FORBIDDEN.search(line(text))
    assert len(line(text).splitlines()) <= 1
    assert line(line(text)) == line(text)


@of_any_words
def test_json_and_ndjson(event: Event) -> None:
    assert json.loads(written("json", event)) == {"events": [event]}
    (one, rest) = written("ndjson", event).split(b"\n")
    assert (json.loads(one), rest) == (event, b"")


@of_any_words
def test_csv(event: Event) -> None:
    said, url = event["quote"], event["article"]["url"] or ""
    event |= {"label": said, "timex": {**event["timex"], "text": said, "value": said}}
    (row,) = csv.DictReader(io.StringIO(written("csv", event).decode(), newline=""))
    names = ("label", "headline", "quote", "words", "value", "explanation", "title", "source")
    for cell, text in (*((name, said) for name in names), ("url", url)):
        assert row[cell] in (text, f"'{text}")
        assert not re.match(r"[\s\x00-\x1f\ufeff\u202e]*[=+@-]|[\t\r\n]", row[cell])
    ours = {name: cell for name, cell in row.items() if name not in (*names, "url")}
    assert not any(cell.startswith("'") for cell in ours.values())


@of_any_words
def test_ics(event: Event) -> None:
    data = written("ics", event)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", data)
    calendar = Calendar.from_ical(data)
    (inside,) = calendar.subcomponents
    assert (inside.name, inside.subcomponents) == ("VEVENT", [])
    assert str(inside["summary"]) == line(event["headline"])
    assert str(inside["description"]).split("\n")[1] == in_marks(line(event["quote"]))
    links(iter([str(inside["url"])] if "url" in inside else []), event)


@of_any_words
def test_atom(event: Event) -> None:
    space = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(written("atom", event))  # noqa: S314  we wrote it
    (entry,) = feed.iter(f"{space}entry")
    assert {one.tag.removeprefix(space) for one in entry.iter()} <= {
        *("entry", "id", "title", "updated", "published", "author", "name", "link", "category", "content")
    }
    assert entry.findtext(f"{space}title") == f"Sat 8 Feb 2025, late: {line(event['headline'])}".rstrip()
    content = entry.findtext(f"{space}content") or ""
    assert content.split("\n")[0] == in_marks(line(event["quote"]))
    links((one.get("href") for one in feed.iter(f"{space}link")), event)


@of_any_words
def test_jsonfeed(event: Event) -> None:
    (item,) = json.loads(written("jsonfeed", event))["items"]
    assert item["title"] == f"Sat 8 Feb 2025, late: {line(event['headline'])}".rstrip()
    assert item["content_text"].split("\n")[0] == in_marks(line(event["quote"]))
    links(iter([item["external_url"]] if "external_url" in item else []), event)


@of_any_words
def test_timelinejs(event: Event) -> None:
    (slide,) = json.loads(written("timelinejs", event))["events"]
    headline = html(slide["text"]["headline"])
    assert ([*headline], headline.text or "") == ([], line(event["headline"]))
    text = html(slide["text"]["text"])
    assert {one.tag for one in text.iter()} <= {"DOCUMENT_FRAGMENT", "p", "a"}
    assert "".join(text[0].itertext()) == in_marks(line(event["quote"]))
    links((one.get("href") for one in text.iter("a")), event)


@of_any_words
def test_jsonld(event: Event) -> None:
    data = written("jsonld", event)
    assert b"<" not in data
    (node,) = json.loads(data)["@graph"]
    assert (node["name"], node["description"]) == (event["headline"], event["quote"])
    article = node["subjectOf"]
    links(iter([article["url"]] if "url" in article else []), event)


@of_any_words
def test_md(event: Event) -> None:
    tokens = MarkdownIt("commonmark").parse(written("md", event).decode())
    blocks = [token.type for token in tokens if token.nesting == 1]
    item = ["list_item_open", "paragraph_open", "blockquote_open", "paragraph_open", "paragraph_open"]
    assert blocks == [*["heading_open"] * 4, "bullet_list_open", *item, "paragraph_open"]
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inner} <= {
        "text",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
        "text_special",
    }
    texts = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert texts[4] == f"Sat 8 Feb 2025, late: {line(event['headline'])}".rstrip()
    assert texts[5] == in_marks(line(event["quote"]))
    hrefs = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
    assert len(hrefs) == (safe_url(event["article"]["url"]) is not None)
    assert all(href.startswith(("http://", "https://")) for href in hrefs)


@of_any_words
def test_html(event: Event) -> None:
    document = html_document(written("html", event))
    tags = {one.tag for one in document.iter() if isinstance(one.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "form", "base", "svg"}
    names = {name for one in document.iter() for name in one.attrib}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "datetime", "href", "rel"}
    (quote,) = document.iter("blockquote")
    assert "".join(quote.itertext()) == in_marks(line(event["quote"]))
    (title,) = (one for one in document.iter("h5"))
    assert "".join(title.itertext()) == line(event["headline"])
    links((one.get("href") for one in document.iter("a")), event)


@of_any_words
def test_text(event: Event) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written("text", event).decode())


@given(TEXTS, st.lists(st.integers(0, 40), max_size=6))
def test_timeml(text: str, cuts: list[int]) -> None:
    places = sorted({cut for cut in cuts if cut <= len(text)})
    spans = [*zip(places[::2], places[1::2], strict=False)]
    timexes = [
        {"start": start, "end": end, "type": "DATE", "value": text, "mod": None, "quant": "EVERY", "freq": None}
        for start, end in spans
    ]
    article = {"text": text, "published": "2025-02-11", "timexes": timexes}
    data = b"".join(ARTICLE_FORMATS["timeml"].write(article))
    body = ElementTree.fromstring(data).find("TEXT")  # noqa: S314  we wrote it
    assert body is not None
    assert "".join(body.itertext()) == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    assert len(body) == len(spans)


@relaxed
@given(TEXTS.filter(str.strip))
@example(WORST)
def test_what_was_asked_is_words_too(text: str) -> None:
    asked = Asked(Filters(text=text, source=(text,)))
    said = line(asked.title)

    def empty(name: str) -> bytes:
        return b"".join(FORMATS[name].write((), asked))

    assert str(Calendar.from_ical(empty("ics"))["x-wr-calname"]) == said
    feed = ElementTree.fromstring(empty("atom"))  # noqa: S314  we wrote it
    assert feed.findtext("{http://www.w3.org/2005/Atom}title") == said
    assert json.loads(empty("jsonfeed"))["title"] == said
    about = html(json.loads(empty("timelinejs"))["title"]["text"]["text"])
    assert [one.tag for one in about.iter()] == ["DOCUMENT_FRAGMENT", "p"]
    assert html_document(empty("html")).findtext(".//title") == said
    tokens = MarkdownIt("commonmark").parse(empty("md").decode())
    assert [token.type for token in tokens if token.nesting == 1] == ["heading_open", "paragraph_open"]
    assert "".join(child.content for child in tokens[1].children or ()) == said


def html(text: str) -> ElementTree.Element:
    """Read a piece of HTML as a browser would; a fault in it is an error."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    fragment: ElementTree.Element = parser.parseFragment(text)
    return fragment


def html_document(data: bytes) -> ElementTree.Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    document: ElementTree.Element = parser.parse(data.decode())
    return document

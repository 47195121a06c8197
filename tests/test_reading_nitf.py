from __future__ import annotations

from timeline.model import Article
from timeline.reading import Refusal, read_bytes

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf xml:lang="en"><head><title>Weir</title><docdata><doc-id id-string="hw-17"/>
<date.issue norm="20250211T093300+0300"/></docdata><pubdata name="Harbour Wire"/></head>
<body><body.head><hedline><hl1>Weir bursts at Low Tarn</hl1><hl2>Two hurt</hl2></hedline>
<byline>By A. Skarrow</byline>
<dateline><location>LOW TARN</location>, <story.date norm="20250210">Feb. 10</story.date></dateline></body.head>
<body.content><p>The weir burst late <em>Saturday</em>, the harbour office said.</p>
<block><p>Talks resume on Sunday.</p></block></body.content></body></nitf>"""


def read(text: str) -> Article:
    (found,) = read_bytes(text.encode(), "story.xml")
    assert isinstance(found, Article), found
    return found


def test_a_file_gives_its_article_with_the_kinds_that_it_tells() -> None:
    found = read(NITF)
    assert [(block.kind, block.span.of(found.text)) for block in found.blocks] == [
        ("headline", "Weir bursts at Low Tarn"),
        ("body", "Two hurt"),
        ("byline", "By A. Skarrow"),
        ("dateline", "LOW TARN, Feb. 10"),
        ("body", "The weir burst late Saturday, the harbour office said."),
        ("body", "Talks resume on Sunday."),
    ]
    assert (found.title, found.source, found.lang) == ("Weir bursts at Low Tarn", "Harbour Wire", "en")
    assert found.reader == "NITF, UTF-8 (declared)"
    assert found.notes[0] == "id in the file: hw-17"


def test_the_day_of_issue_is_its_publish_date_with_the_zone_as_written() -> None:
    published = read(NITF).published
    assert published is not None
    assert (published.value, published.zone, published.basis) == ("2025-02-11T09:33:00", "+0300", "metadata")
    assert published.conflict is None, "a dateline may be a day older"


def test_the_other_dates_stand_in_where_it_is_missing() -> None:
    undated = NITF.replace('<date.issue norm="20250211T093300+0300"/>', "")
    for file, date in (
        (undated, "2025-02-10"),
        (undated.replace("<pubdata ", '<pubdata date.publication="20250212" '), "2025-02-12"),
        (undated.replace("</docdata>", '<date.release norm="20250213T0700Z"/></docdata>'), "2025-02-13T07:00:00"),
    ):
        published = read(file).published
        assert published is not None
        assert published.value == date


def test_one_without_words_and_one_that_is_cut_are_refused() -> None:
    for text, reason in (
        ("<nitf><head/><body/></nitf>", "no text in it"),
        (NITF[:400], "bad XML at line 6, column 11"),
        (NITF.replace('.dtd">', '.dtd" [<!ENTITY a "b">]>'), "XML that declares entities of its own is not read"),
    ):
        (found,) = read_bytes(text.encode(), "story.xml")
        assert isinstance(found, Refusal)
        assert found.reason == reason

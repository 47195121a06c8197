"""HTML pages: what is text, what is furniture, and what the page says of itself."""

from __future__ import annotations

import json

import pytest

from timeline.model import Article
from timeline.reading import read_bytes

LEAD = "The council of Brennick said on Monday that the bridge over the Norlum was to be closed until the end of March."
MORE = "Nobody was hurt when a cable tore on Sunday, the council said; ferries will run until the bridge is open again."
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "datePublished": "2025-02-01"},
        {
            "@type": "NewsArticle",
            "headline": "Bridge closed",
            "datePublished": "2025-02-11T09:33:00+01:00",
            "dateModified": "2025-02-13",
            "publisher": {"@type": "Organization", "name": "Harbour Wire"},
            "url": "https://a.example/bridge",
        },
    ],
}
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge closed | Harbour Wire</title>
<link rel="canonical" href="https://a.example/bridge">
<script type="application/ld+json">{json.dumps(LD)}</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<header><p>Harbour Wire, the paper</p></header>
<main><article><header><h1>Bridge&nbsp;closed</h1><p class="byline">By Jane Doe</p></header>
<figure><img src="x.jpg"><figcaption>The bridge on Feb. 10, 2025.</figcaption></figure>
<p>{LEAD}</p><script>var hidden = "<p>no</p>";</script>
<ul class="related-links"><li><a href="/2">Weir to be rebuilt</a></li></ul>
<p>{MORE}</p></article></main>
<aside><p>Most read today</p></aside><footer><p>About us</p></footer></body></html>"""


def page(text: str, name: str = "page.html") -> Article:
    (article,) = read_bytes(text.encode(), name)
    assert isinstance(article, Article), article
    return article


def test_a_page_gives_title_and_paragraphs() -> None:
    article = page(PAGE)
    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        ("headline", "Bridge closed"),
        ("byline", "By Jane Doe"),
        ("caption", "The bridge on Feb. 10, 2025."),
        ("body", LEAD),
        ("related", "Weir to be rebuilt"),
        ("body", MORE),
    ]
    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)


def test_a_page_says_who_published_it_and_when() -> None:
    article = page(PAGE)
    assert article.published is not None
    assert (article.published.value, article.published.zone) == ("2025-02-11T09:33:00", "+01:00")
    assert article.published.basis == "metadata"
    assert (article.title, article.source, article.lang) == ("Bridge closed", "Harbour Wire", "en")
    assert article.url == "https://a.example/bridge"
    assert article.reader == "HTML, UTF-8 (declared)"


def test_the_visible_date_wins_over_a_utc_stamp_and_the_conflict_is_told() -> None:
    text = f"""<html><head><meta property="article:published_time" content="2025-02-10T22:33:00Z"></head>
    <body><h1>Bridge closed</h1><p>Published: 09:33, February 11, 2025</p><p>{LEAD}</p></body></html>"""
    article = page(text)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11T09:33", "header")
    assert article.published.conflict == "the metadata says 2025-02-10T22:33:00Z"


@pytest.mark.parametrize(
    ("head", "body", "value"),
    [
        ('<meta name="date" content="2025-02-11">', "", "2025-02-11"),
        ('<meta content="2025-02-11T09:33" property="og:published_time">', "", "2025-02-11T09:33"),
        ("<meta name='DC.date.issued' content='11 February 2025'>", "", "2025-02-11"),
        ("", '<time datetime="2025-02-11T09:33">yesterday</time>', "2025-02-11T09:33"),
        (
            "",
            '<time datetime="2025-01-01">x</time><time itemprop="datePublished" datetime="2025-02-11">y</time>',
            "2025-02-11",
        ),
        (
            '<meta name="pubdate" content="2025-02-12">'
            '<meta name="parsely-pub-date" content="2025-02-11T20:08:00-04:00">',
            "",
            "2025-02-11T20:08:00",  # the day alone is that of the same moment in UTC
        ),
        (
            '<meta name="pubdate" content="2025-02-12"><meta name="parsely-pub-date" content="2025-02-11T20:08Z">',
            "",
            "2025-02-12",
        ),
        ('<meta name="dateModified" content="2025-02-11">', "", "2025-02-11"),  # for want of a better one, and noted
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', "", None),
        ('<meta name="date" content="11/2025">', "", None),
    ],
)
def test_metadata_dates(head: str, body: str, value: str | None) -> None:
    article = page(f"<html><head>{head}</head><body><h1>Bridge closed</h1>{body}<p>{LEAD}</p></body></html>")
    assert (article.published.value if article.published else None) == value


def test_the_day_that_a_page_shows_is_told_with_its_time_where_the_metadata_has_it() -> None:
    head = '<meta property="article:published_time" content="2025-02-11T17:40:00+01:00">'
    found = page(f"<html><head>{head}</head><body><h1>Closed</h1><p>11 February 2025</p><p>{LEAD}</p></body></html>")
    assert found.published is not None
    assert (found.published.value, found.published.zone) == ("2025-02-11T17:40:00", "+01:00")
    assert found.published.conflict is None


def test_a_page_without_h1_gets_its_title_on_top() -> None:
    article = page(f"<html><head><title>Bridge closed - Harbour Wire</title></head><body><p>{LEAD}</p></body></html>")
    assert article.text == f"Bridge closed\n\n{LEAD}"
    assert article.blocks[0].kind == "headline"


def test_the_longest_article_is_the_text() -> None:
    teaser = "<article><h2>Weir to be rebuilt</h2><p>The weir is old.</p></article>"
    article = page(
        f"<html><body>{teaser}<article><h1>Bridge closed</h1><p>{LEAD}</p><p>{MORE}</p></article>{teaser}</body></html>"
    )
    assert article.text == f"Bridge closed\n\n{LEAD}\n\n{MORE}"


def test_breaks_and_preformatted_text_part_paragraphs() -> None:
    article = page(
        "<html><body><p>The first line.<br>The second line.</p><pre>The third\nline.\n\nThe fourth.</pre></body></html>"
    )
    assert article.text == "The first line.\n\nThe second line.\n\nThe third line.\n\nThe fourth."


def test_content_decides_before_the_name() -> None:
    assert page(PAGE, "page.txt").reader == "HTML, UTF-8 (declared)"
    assert page("The bridge <b>was</b> closed.", "note.html").reader == "plain text, UTF-8"
    assert page("<p>The bridge was closed.</p>", "note.html").text == "The bridge was closed."


def test_text_is_never_lost_to_a_menu_that_nothing_closes() -> None:
    article = page(f"<html><body><nav><a href='/'>Home</a><p>{LEAD}</p></body></html>")
    assert LEAD in article.text
    assert "no text outside of menus and footers: read them too" in article.notes


def kinds(text: str) -> dict[str, str]:
    article = page(text)
    return {block.span.of(article.text): block.kind for block in article.blocks}


def test_what_an_article_is_about_does_not_make_it_furniture() -> None:
    found = kinds(
        f"<html><body><div class='post tag-newsletter category-social-media'><h1>Bridge closed</h1><p>{LEAD}</p></div>"
        f"<div class='newsletter'><p>{MORE}</p></div></body></html>"
    )
    assert (found[LEAD], found[MORE]) == ("body", "boilerplate")


def test_a_stray_quotation_mark_hides_nothing() -> None:
    script = '<script src="a.js?b=1"" type="text/javascript"></script>'
    assert LEAD in page(f"<html><head>{script}</head><body><p>{LEAD}</p><a href='x>y'>z</a></body></html>").text


_STORY = tuple(
    f"On day {number} of the strike the council met once more and sent the crews away." for number in range(9)
)
_COMMENT = "Ann Lee 3 days ago I was there on Monday and saw it with my own eyes, believe me or not."


def test_comments_longer_than_the_article_are_furniture() -> None:
    story = "".join(f"<p>{words}</p>" for words in _STORY)
    comments = "".join(f"<div><p>{_COMMENT} {number}</p></div>" for number in range(40))
    found = kinds(
        f"<html><body><div class='entry-content'><h1>Bridge closed</h1>{story}</div>"
        f"<div id='comments'>{comments}</div></body></html>"
    )
    assert {found[words] for words in _STORY} == {"body"}
    assert {kind for words, kind in found.items() if words.startswith(_COMMENT)} == {"boilerplate"}


def test_the_text_is_found_outside_of_a_longer_article_element() -> None:
    story = "".join(f"<p>{words}</p>" for words in _STORY)
    teasers = "".join(f"<a href='/{number}'>The weir at Tarn is old, part {number}</a> " for number in range(40))
    found = kinds(
        f"<html><body><div class='entry-content'><h1>Bridge closed</h1>{story}</div>"
        f"<article>{teasers}</article></body></html>"
    )
    assert {found.get(words) for words in _STORY} == {"body"}

"""The pages of articles and of one event as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from printed import IDS, html, said, words
from stocked import GERMAN, SMELTER, WELL, fill

from timeline.links import safe_url
from timeline.model import Article
from timeline.pipeline import timeline_of
from timeline.reading import Hints, read_bytes
from timeline.store import Store
from web import create_app


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db"))


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


# ---- one event --------------------------------------------------------------------------------------------------


def test_the_why_is_a_chain(client: FlaskClient) -> None:
    event = client.get("/api/v1/events?text=crews").get_json()["events"][0]
    page = words(html(client, event["url"]))
    chain = (
        "The words what the sentence says about when “late Saturday” read as DATE 2025-02-08",
        "What decides the word that tells whether they point back or ahead past, because “left” is in the past tense",
        "The rule the pattern these words fit; a name in braces stands for any word of its kind {part} {weekday}",
        "Reckoned from the date they lean on Fri 14 Feb 2025, 08:15 the day this article was published; "
        "line 1 of the file: “Published: 14 February 2025, 08:15”",
        "The arithmetic from there to the date the last Saturday before Fri 14 Feb 2025",
        "So it is the date, as wide as the words are Sat 8 Feb 2025, late",
        "Readings that lost Sat 15 Feb 2025 no word points to the future",
    )
    places = [page.find(step) for step in chain]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("address", ["/events/0123456789abcdef", "/articles/0123456789abcdef", "/nothing"])
def test_what_is_not_there_is_a_page_that_says_so(client: FlaskClient, address: str) -> None:
    assert said(html(client, address, 404), "h1") == ["Not found"]


# ---- articles ---------------------------------------------------------------------------------------------------


def test_the_list_says_what_each_article_gave_or_why_nothing(client: FlaskClient) -> None:
    page = words(html(client, "/articles"))
    assert "Skarrow Courier 9 events" in page
    assert "Uferbote no events language: de there are no rules for German yet" in page
    assert "no publish date The <b>parish</b> well" in page


def test_an_article_is_printed_whole_with_each_expression_marked(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[SMELTER]}")
    printed = page[page.index('<div class="printed">') : page.index('<section class="fates"')]
    blocks = re.findall(r'<(h1|p) class="block.*?</\1>', printed, re.DOTALL)
    assert len(blocks) == 8
    margins = r'<(ul|p) class="margin.*?</\1>'
    text = unescape(re.sub(r"<[^>]+>", "", re.sub(margins, "", printed, flags=re.DOTALL)))
    assert text.split() == SMELTER.split()
    marks = re.findall(r'<mark class="(\w+)" id="t(\d+)"><a [^>]*>([^<]*)</a></mark>', printed)
    assert ("duration", str(SMELTER.index("three days")), "three days") in marks
    assert ("vague", str(SMELTER.index("currently")), "currently") in marks
    assert ("dated", str(SMELTER.index("late Saturday")), "late Saturday") in marks
    assert len(marks) == 11
    assert said(page, "h1") == ["Skarrow smelter may reopen in June"]


def test_an_article_leads_to_the_one_before_and_the_one_after(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[SMELTER]}")
    turns = page[page.index('class="article-turns"') :].partition("</nav>")[0]
    assert re.findall(r'rel="(\w+)" href="/articles/(\w+)"', turns) == [("prev", IDS[GERMAN]), ("next", IDS[WELL])]
    assert 'rel="next"' not in html(client, f"/articles/{IDS[WELL]}")


def test_each_expression_tells_what_it_became_where_it_stands(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[SMELTER]}")
    assert re.search(r'data-told="Sat 8 Feb 2025, late" aria-describedby="f1-fate">late Saturday</a>', page)


def test_each_expression_is_in_the_table_with_its_fate(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[SMELTER]}")
    table = [words(row) for row in re.findall(r'<tr role="row" id="f\d+">.*?</tr>', page, re.DOTALL)]
    assert table[0] == "three days DURATION P3D how long, not when says how long, not when"
    assert table[1] == "late Saturday DATE 2025-02-08 END dates an event Sat 8 Feb 2025, late"
    assert table[7] == "currently DATE PRESENT_REF points to no date points to no date"
    assert len(table) == 11


def test_an_open_date_dates_an_event_that_cannot_be_dated_yet(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[WELL]}")
    assert '<mark class="vague" id="t28">' in page
    assert "on Saturday DATE XXXX-WXX-6 cannot be dated yet undated" in words(page)


def test_a_very_long_article_is_shown_in_parts(tmp_path: Path) -> None:
    line = "Mill {} burned down on Saturday and the mayor spoke. It stood for three days.\n\n"  # each another one
    lines = "".join(map(line.format, range(100, 1_000)))
    text = f"Published: 11 February 2025\nSource: Courier\n\n{lines}The well ran dry on 3 May 2021.\n"
    (article,) = read_bytes(text.encode(), "long.txt", Hints(title="Long"))
    assert isinstance(article, Article)
    told = timeline_of(article)
    with Store.open(tmp_path / "timeline.db") as store:
        store.save(told)
    client = create_app(tmp_path / "timeline.db").test_client()
    first, second = (html(client, f"/articles/{article.id}{at}") for at in ("", "?at=70000"))
    ids = [set(re.findall(r'<mark class="dated" id="(t\d+)">', page)) for page in (first, second)]
    assert not ids[0] & ids[1]
    dated = {f"t{event.provenance.timex.span.start}" for event in told.events if event.provenance.timex}
    assert ids[0] | ids[1] == dated
    anchors = [re.findall(r'class="sentence" id="s(\d+)"', page) for page in (first, second)]
    sentences = {event.provenance.sentence.span.start for event in told.events}
    assert [int(place) for part in anchors for place in part] == sorted(sentences)
    assert "Part 2 of 2" in words(second)
    assert said(second, "h1") == ["Long"]
    (event,) = client.get("/api/v1/events?text=well").get_json()["events"]
    page = html(client, event["url"])
    place = event["timex"]["start"]
    assert f'href="/articles/{article.id}?at={place}#t{place}"' in page
    assert f"t{place}" in ids[1]
    assert html(client, f"/articles/{article.id}?at=999999999") == second


def test_a_place_that_is_no_number_is_refused(client: FlaskClient) -> None:
    assert "is no place in a text" in html(client, f"/articles/{IDS[SMELTER]}?at=x", 400)


def test_blocks_left_out_say_why(client: FlaskClient) -> None:
    page = html(client, f"/articles/{IDS[SMELTER]}")
    left_out = [words(row) for row in re.findall(r'<div class="row left-out">.*?</div>\s*(.*?)</div>', page, re.DOTALL)]
    assert left_out == [
        "left out: a line about the article, not part of its story",
        "left out: says who wrote it, not what happened",
        "left out: the headline of another article, so it can date nothing here",
    ]


def test_an_article_without_a_publish_date_or_rules_says_so(client: FlaskClient) -> None:
    assert "cannot be dated yet: this article has no publish date" in html(client, f"/articles/{IDS[WELL]}")
    german = html(client, f"/articles/{IDS[GERMAN]}")
    assert "there are no rules for German yet" in german
    assert 'lang="de"' in german


def test_hostile_words_are_only_words(client: FlaskClient) -> None:
    for address in ("/", "/articles", f"/articles/{IDS[WELL]}", "/?source=%3Cscript%3E&text=%22%3E%3Cb%3E"):
        page = html(client, address)
        assert re.findall(r"<script[^>]*>", page) == [
            '<script src="/static/theme.js">',
            '<script src="/static/timeline.js" defer>',
        ]
        assert "<b>" not in page
        assert "javascript:" not in re.sub(r"<bdi>javascript:alert\(1\)</bdi>", "", page)
        assert " style=" not in page
        assert " onclick=" not in page


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://courier.example/a?b=1", True),
        ("HTTP://courier.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example", False),
        ("http:nothing", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, wanted: bool) -> None:
    assert safe_url(url) == (url if wanted else None)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://courier.example/a b", "https://courier.example/a%20b"),
        ("https://courier.example/a%20b", "https://courier.example/a%20b"),
        ("https://courier.example/\u202egpj.exe", "https://courier.example/%E2%80%AEgpj.exe"),
        ('https://courier.example/"><b>', "https://courier.example/%22%3E%3Cb%3E"),
        (" https://courier.example/\n", "https://courier.example/"),
        ("ht\ntps://courier.example", "https://courier.example"),
        ("https://courier.example/\x00\ud800", "https://courier.example/%00?"),
    ],
)
def test_a_link_holds_only_what_an_address_may(url: str, written: str) -> None:
    assert safe_url(url) == written

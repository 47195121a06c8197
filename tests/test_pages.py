"""The chronology as HTML: what it says of a store that has every shape of event in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from printed import IDS, html, said, words
from stocked import SMELTER, fill, timeline

from timeline.export import FORMATS
from timeline.query import Cursor, encode_cursor
from timeline.store import Store
from timeline.store.ranks import OPEN_END
from web import create_app

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.stock import stock


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db"))


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def test_the_title_has_the_count_and_the_headings_the_time(client: FlaskClient) -> None:
    page = html(client, "/")
    assert said(page, "title")[0] == "10 events · Timeline"
    assert said(page, "h1") == ["10 events from 4 articles"]
    assert [heading.partition(" 1 event")[0] for heading in said(page, "h2")] == [
        "On this page",
        "480 BC",
        "1990s",
        "1997",
        "2024",
        "2025 6 events",
        "Without a date",
        "Not on a line of time",
        "Keep this selection",
        "Keys",
    ]
    assert [words(day) for day in re.findall(r"<h4>(.*?)</h4>", page)] == [
        "Fri 31 , Fri 31 October 1997 , 1 event",
        "Fri 7 , Fri 7 February 2025 , 1 event",
        "Sat 8 , Sat 8 February 2025 , 1 event",
        "Mon–Fri 10–14 , 10–14 February 2025 , 1 event",
        "Wed 12 , Wed 12 February 2025 , 1 event",
        "some time in June , some time in June 2025 , 1 event",
    ]


def test_an_event_says_when_what_how_sure_and_who_told_it(client: FlaskClient) -> None:
    page = html(client, "/?text=crews")
    event = re.search(r"<article class=\"event.*?</article>", page, re.DOTALL)
    assert event
    assert '<time datetime="2025-02-08">Sat 8 Feb 2025, late</time>' in event[0]
    assert "<mark>late Saturday</mark>" in event[0]
    assert '<span class="trigger">left</span>' in event[0]
    assert "Skarrow Courier , told 6 days later happened date stated in the article" in words(event[0])
    start = SMELTER.index("late Saturday")
    assert f'href="/articles/{IDS[SMELTER]}#t{start}"' in event[0]
    assert "why this date? “late Saturday” is the last one before" in words(event[0])


def test_a_date_that_html_cannot_write_has_no_false_datetime(client: FlaskClient) -> None:
    page = html(client, "/")
    times = re.findall(r'<time datetime="([^"]*)">', page)
    assert set(times) == {"1997-10-31", "2025-02-07", "2025-02-08", "2025-02-12", "2025-06"}
    for label in ("480 BC", "1990s", "since 2024", "10–14 Feb 2025", "spring 2025"):
        assert f'<span class="date">{label}</span>' in page


def test_undated_events_stand_apart(client: FlaskClient) -> None:
    page = html(client, "/")
    strip = page[page.index('class="undated"') :]
    assert "cleaned" in strip
    assert '<a href="/?undated=only">1 event without a date</a>' in page
    assert said(html(client, "/?undated=only"), "title") == ["1 event found · Timeline"]
    assert 'class="undated"' not in html(client, "/?from=2025")


def test_shape_and_word_tell_what_is_in_doubt(client: FlaskClient) -> None:
    page = html(client, "/?modality=denied")
    assert '<path class="bar"' in page
    assert '<span class="doubt">denied</span>' in page


def test_filters_are_kept_in_the_form_and_said_above_the_list(client: FlaskClient) -> None:
    page = html(client, "/?from=2025-02&to=2025-02-14&text=alarm&modality=denied")
    assert 'name="from" value="2025-02"' in page
    assert 'name="to" value="2025-02-14"' in page
    assert re.search(r'value="denied" checked', page)
    chips = page[page.index('<ul class="chips"') :].partition("</ul>")[0]
    asked = ("from 2025-02", "to 2025-02-14", "found “alarm”", "modality denied")
    assert words(chips).startswith(" ".join(f"{chip} leave out {chip}" for chip in asked))
    assert 'href="/?from=2025-02&amp;to=2025-02-14&amp;modality=denied">leave out' in chips
    assert said(page, "h1") == ["1 event found"]


def test_empty_fields_leave_the_address(client: FlaskClient) -> None:
    answer = client.get("/?from=&to=2025&text=+&source=")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/?to=2025")


@pytest.mark.parametrize(("query", "field"), [("frm=1", "frm"), ("from=soon", "from"), ("cursor=x", "cursor")])
def test_a_filter_that_cannot_be_read_is_named(client: FlaskClient, query: str, field: str) -> None:
    page = html(client, f"/?{query}", 400)
    assert f"<code><bdi>{field}</bdi></code>" in page


def test_pages_follow_one_another(tmp_path: Path) -> None:
    db = tmp_path / "timeline.db"
    day = "On {} March 2024 the well was cleaned.\n"
    from stocked import Made, Told

    with Store.open(db) as store:
        for number in range(100):
            date = number % 30 + 1
            told = Told(f"{date} March 2024", f"2024-03-{date:02d}", "cleaned")
            store.save(
                timeline(Made(day.format(date) + f"{number}\n", f"Well {number}", "Letter", "2024-04-01", (told,)))
            )
    client = create_app(db).test_client()
    seen, address, sizes = [], "/", []
    while address:
        page = html(client, address)
        found = re.findall(r'<article class="event[^>]*id="e-(\w+)"', page)
        seen += found
        sizes.append(len(found))
        assert ("Back to the beginning" in page) == (len(sizes) > 1)
        following = re.findall(r'<a rel="next" href="([^"]*)">Later events</a>', page)
        if len(sizes) == 1:
            assert "2024 24 events on this page" in said(page, "h2")
        address = unescape(following[0]) if following else ""
    assert sizes == [24, 24, 24, 24, 4]
    assert len(set(seen)) == 100


def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    client = create_app(tmp_path / "timeline.db").test_client()
    for address in ("/", "/articles"):
        page = html(client, address)
        assert "<code>timeline add article.txt</code>" in page
        assert "<code>timeline add seeds</code>" in page


def test_what_is_asked_for_is_said_in_words(client: FlaskClient) -> None:
    for query, said_so in (
        ("granularity=hour", "as exact as an hour leave out"),
        ("granularity=part", "as exact as a part of a day leave out"),
        ("undated=only", "only events without a date leave out"),
        ("undated=include", "with events without a date leave out"),
    ):
        page = html(client, f"/?{query}")
        chips = page[page.index('<ul class="chips"') :].partition("</ul>")[0]
        assert words(chips).startswith(said_so)


def test_the_end_of_the_list_of_articles_is_not_an_empty_store(client: FlaskClient) -> None:
    page = words(html(client, f"/articles?cursor={encode_cursor(Cursor(OPEN_END, None, 'z', 0))}"))
    assert "4 articles, as they were read. The list ends here. Back to its beginning" in page
    assert "Nothing here yet" not in page


def test_found_words_are_marked_whatever_their_case_and_accents(client: FlaskClient) -> None:
    page = html(client, "/?text=CREWS+%22fire+cr%C3%A8ws%22")
    assert '<mark class="found">Fire crews</mark> ' in page
    assert '<mark class="found">' not in html(client, "/?basis=stated")


def test_what_was_asked_for_can_be_left_out_one_by_one(client: FlaskClient) -> None:
    page = html(client, f"/?source=Skarrow+Courier&order=desc&article={IDS[SMELTER]}")
    chips = page[page.index('<ul class="chips"') :].partition("</ul>")[0]
    assert "article Skarrow smelter may reopen in June leave out" in words(chips)
    assert "order latest first leave out" in words(chips)
    assert f'href="/?order=desc&amp;article={IDS[SMELTER]}">leave out' in chips


def test_facets_count_each_value(client: FlaskClient) -> None:
    page = html(client, "/")
    side = page[page.index('class="facets"') : page.index('class="chronology"')]
    assert re.findall(r"<legend>(.*?)</legend>", side) == ["Source", "How sure", "Kind", "As exact as", "Order"]
    assert "Skarrow Courier 9" in words(side)
    assert "a decade 1" in words(side)
    assert side.count('form="filters"') == side.count("<input ") + 1


def test_what_began_before_the_dates_stands_folded_in_front(client: FlaskClient) -> None:
    page = html(client, "/?from=2025-02")
    assert said(page, "h2")[1:3] == ["Began earlier 1 event", "2025 6 events"]
    fold = re.search(r'<details class="fold">(.*?)</article>', page, re.DOTALL)
    assert fold
    assert "since 2024" in words(fold[1])


def test_an_event_can_be_cited(client: FlaskClient) -> None:
    page = html(client, "/")
    told = [words(found) for found in re.findall(r'<p class="citation">(.*?)</p>', page)]
    assert (
        "Sat 8 Feb 2025, late: “Fire crews left late Saturday, the mayor said.” Skarrow Courier, "
        "“Skarrow smelter may reopen in June”, published Fri 14 Feb 2025, 08:15. "
        "https://courier.example/smelter?a=1&b=2"
    ) in told
    (well,) = (line for line in told if "parish" in line)
    assert re.fullmatch(r".*no publish date\. http://localhost/events/[0-9a-f]{16}", well)


def test_lengths_and_recurring_times_stand_apart(client: FlaskClient) -> None:
    page = html(client, "/")
    strip = page[page.index('class="timeless"') :].partition("</section>")[0]
    assert f'<a href="/articles/{IDS[SMELTER]}#t{SMELTER.index("three days")}"><bdi>three days</bdi></a>' in strip
    assert "two days how long" in words(strip)
    assert 'class="timeless"' not in html(client, "/?text=nowhere")


def test_every_format_is_offered_for_what_is_shown(client: FlaskClient) -> None:
    page = html(client, "/?from=2025&modality=planned")
    take = page[page.index('class="take"') :].partition("</section>")[0]
    links = {name: unescape(url) for url, name in re.findall(r'<a href="([^"]*)">(.*?)</a>', take)}
    assert links.pop("as a saved view") == "/views?from=2025&modality=planned"
    assert set(links) == set(FORMATS)
    for name, url in links.items():
        answer = client.get(url)
        assert (answer.status_code, answer.mimetype) == (200, FORMATS[name].media_type.partition(";")[0])
        assert answer.headers["Content-Disposition"] == f'attachment; filename="timeline{FORMATS[name].suffix}"'
    assert len(client.get(links["ndjson"]).data.splitlines()) == 1
    assert len(client.get("/export/ndjson").data.splitlines()) == 10
    assert client.get("/export/docx").status_code == 404
    assert client.get("/export/csv?frm=2025").status_code == 400


def test_the_printed_header_says_what_was_asked_for_and_as_of_when(client: FlaskClient) -> None:
    page = html(client, "/?from=2025&text=smelter")
    (header,) = re.findall(r'<p class="printed-only">(.*?)</p>', page)
    assert re.fullmatch(
        r"Timeline, as of \w{3} \d\d? \w{3} \d{4}, \d\d:\d\d UTC; asked for: from 2025 , found “smelter”",
        words(header),
    )


def test_the_first_view_is_light(client: FlaskClient) -> None:
    assert weight(client, "/") <= 150_000


def test_a_full_first_view_is_light(tmp_path: Path) -> None:
    stock(tmp_path / "timeline.db", 2_000)
    many = create_app(tmp_path / "timeline.db").test_client()
    for address in ("/", "/?order=desc", "/?text=council", "/?source=&text=council&from=2020"):
        assert weight(many, address) <= 140_000


def weight(client: FlaskClient, address: str) -> int:
    """Count the bytes of a page with everything that belongs to it."""
    page = client.get(address, follow_redirects=True).get_data(as_text=True)
    parts = set(re.findall(r'(?:href|src)="(/static/[^"]*)"', page))
    assert len(parts) == 7
    size = len(page.encode())
    for part in parts:
        with client.get(part) as answer:
            size += len(answer.data)
    return size

"""The pages as HTML: what they say of a store that has every shape of event and article in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from stocked import GERMAN, MADE, SMELTER, WELL, fill, timeline

from timeline.export import FORMATS
from timeline.store import Store
from web import create_app
from web.chronology import chronology, mark
from web.links import safe_url
from web.marking import found_pieces, quote_pieces
from web.printed import fates, rows

IDS = {made.text: timeline(made).article.id for made in MADE}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db"))


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def html(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.get_data(as_text=True)


def words(page: str) -> str:
    """The words of a page as they are read, white space made single."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def said(page: str, element: str) -> list[str]:
    """The words of each element of a name."""
    return [words(found) for found in re.findall(rf"<{element}(?: [^>]*)?>(.*?)</{element}>", page, re.DOTALL)]


# ---- the chronology ---------------------------------------------------------------------------------------------


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
            assert "2024 30 events on this page" in said(page, "h2")
        address = unescape(following[0]) if following else ""
    assert sizes == [30, 30, 30, 10]
    assert len(set(seen)) == 100


def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    client = create_app(tmp_path / "timeline.db").test_client()
    for address in ("/", "/articles"):
        page = html(client, address)
        assert "<code>timeline add article.txt</code>" in page
        assert "<code>timeline add seeds</code>" in page


def test_found_words_are_marked_whatever_their_case_and_accents(client: FlaskClient) -> None:
    page = html(client, "/?text=CREWS+%22fire+cr%C3%A8ws%22")
    assert '<mark class="found">Fire crews</mark> ' in page
    assert '<mark class="found">' not in html(client, "/?basis=stated")


def test_found_pieces_are_the_words() -> None:
    pieces = found_pieces("Talks about the Talk, TALKS: Straße", ["talks", "strasse"])
    assert [piece.words for piece in pieces if piece.found] == ["Talks", "TALKS", "Straße"]
    assert "".join(piece.words for piece in pieces) == "Talks about the Talk, TALKS: Straße"
    assert found_pieces("nothing", [""]) == [("plain", "nothing", False)]


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
    page = html(client, "/")
    parts = set(re.findall(r'(?:href|src)="(/static/[^"]*)"', page))
    assert len(parts) == 4
    weight = len(page.encode())
    for part in parts:
        with client.get(part) as answer:
            weight += len(answer.data)
    assert weight <= 150_000


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


# ---- shapes -----------------------------------------------------------------------------------------------------


def told(start: str | None, end: str | None, granularity: str = "day", label: str = "x") -> dict[str, str | None]:
    return {"start": start, "end": end, "granularity": granularity, "label": label}


def test_brackets_grow_with_their_width_and_open_ends_fade() -> None:
    heights = [
        mark(told(start, end)).height
        for start, end in (("2025-02-08", "2025-02-10"), ("2025-02-01", "2025-03-01"), ("2025-01-01", "2026-01-01"))
    ]
    assert heights == sorted(set(heights))
    assert mark(told("2025-02-08T17:00", "2025-02-08T22:00", "part")).shape == "day"
    assert mark(told("0001-01-01", "3001-01-01", "millennium")).height == 120
    assert mark(told("2024-01-01", None))[2:] == (False, True)
    assert mark(told(None, "2024-01-01"))[2:] == (True, False)


def test_no_day_is_invented_for_what_is_wider() -> None:
    years = chronology(
        [
            told("2025-01-01", "2026-01-01", "year", "2025"),
            told("2025-01-01", "2025-02-01", "month", "Jan 2025"),
            told("2025-01-30", "2025-02-03", "day", "30 Jan – 2 Feb 2025"),
            told("2025-04-01", "2025-07-01", "quarter", "Q2 2025"),
            told(None, "2030-01-01", "year", "until 2029"),
        ]
    )
    assert [year.heading.name for year in years] == ["2025", "Open beginning"]
    months = [month.heading.full for month in years[0].parts]
    assert months == ["some time in 2025", "January 2025", "Q2 2025"]
    days = [day.heading and day.heading.full for day in years[0].parts[1].parts]
    assert days == ["some time in January 2025", "30 Jan – 2 Feb 2025"]


def test_runs_at_the_edge_of_a_page_may_go_on() -> None:
    (year,) = chronology([told("2025-02-08", "2025-02-09"), told("2025-03-08", "2025-03-09")], later=True)
    assert (year.whole, [month.whole for month in year.parts]) == (False, [True, False])


def test_the_pieces_of_a_quote_are_the_quote() -> None:
    event = {
        "quote": "He left on Monday.",
        "sentence": {"start": 100, "end": 118},
        "timex": {"start": 108, "end": 117},
        "trigger": {"start": 103, "end": 107},
    }
    assert quote_pieces(event) == [
        ("plain", "He ", False),
        ("trigger", "left", False),
        ("plain", " ", False),
        ("time", "on Monday", False),
        ("plain", ".", False),
    ]
    elsewhere = {**event, "timex": {"start": 5, "end": 11}}
    assert "".join(piece.words for piece in quote_pieces(elsewhere)) == event["quote"]
    endless = {**event, "quote": event["quote"] + "x" * 1_000_000, "sentence": {"start": 100, "end": 1_000_118}}
    assert len("".join(piece.words for piece in quote_pieces(endless))) < 1_500


def test_a_long_article_is_set_in_time_that_grows_with_its_length() -> None:
    sentence = "It rained on Monday. "
    count = 20_000
    article = {
        "text": sentence * count,
        "blocks": [{"kind": "body", "start": 0, "end": len(sentence) * count}],
        "timexes": [
            {
                "start": at * 21 + 13,
                "end": at * 21 + 19,
                "text": "Monday",
                "outcome": "unused",
                "reason": "",
                "event": None,
            }
            for at in range(count)
        ],
    }
    table = fates(article, [])
    (row,) = rows(article, [], table)
    pieces = row.blocks[0].sentences[0].pieces
    assert "".join(piece.words for piece in pieces) == article["text"]
    assert sum(piece.row is not None for piece in pieces) == count

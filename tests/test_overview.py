"""The histogram above the list: how a stretch is cut, what each bar leads to, how wide events are drawn."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from made import days, timeline_with
from stocked import fill

from timeline.calendar import DAY_SECONDS, Interval, day_number
from timeline.notation import parse_edtf
from timeline.query import Filters, read_filters
from timeline.store import Bin, Density, Store
from web import create_app
from web.bulk import bulk_of
from web.overview import draw
from web.scale import BARS, beside, from_to, name_of, scale_of, tick_of


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db")).test_client()


@pytest.mark.parametrize(
    ("span", "bars", "words", "unit"),
    [
        ("2025-02-08", 1, "a day", "day"),
        ("2025-02-01/2025-03-20", 48, "a day", "day"),
        ("2025-01-01/2025-12-31", 53, "a week", "day"),
        ("2021/2025", 60, "a month", "month"),
        ("2011/2025", 60, "a quarter", "month"),
        ("1970/2025", 56, "a year", "year"),
        ("1900/2025", 26, "5 years", "year"),
        ("-0611/2030", 54, "50 years", "year"),
        ("-9999/2030", 25, "500 years", "auto"),
        ("Y-2000000/2030", 21, "100,000 years", "auto"),
    ],
)
def test_the_unit_is_chosen_by_the_span(span: str, bars: int, words: str, unit: str) -> None:
    scale = scale_of(parse_edtf(span))
    assert (scale.bars, scale.words, scale.unit) == (bars, words, unit)


DAYS = st.integers(-1_000_000, 1_000_000)


@given(DAYS, st.integers(1, 3_000_000))
def test_bars_follow_one_another_and_hold_the_whole_span(first: int, length: int) -> None:
    span = Interval(first * DAY_SECONDS, (first + length) * DAY_SECONDS)
    scale = scale_of(span)
    assert 1 <= scale.bars <= BARS
    bounds = [scale.bounds(bar) for bar in range(scale.bars)]
    assert all(one.end == other.start for one, other in pairwise(bounds))
    start, end = first * DAY_SECONDS, (first + length) * DAY_SECONDS
    assert (bounds[0].start or 0) <= start
    assert end <= (bounds[-1].end or 0)
    assert scale.number(start) == 0
    assert scale.number(end - 1) == scale.bars - 1


@given(DAYS, st.integers(1, 4000))
def test_the_dates_of_a_stretch_are_read_back_as_the_stretch(first: int, length: int) -> None:
    stretch = Interval(first * DAY_SECONDS, (first + length) * DAY_SECONDS)
    start, end = from_to(stretch)
    filters = read_filters({"from": [start], "to": [end]})
    assert (filters.since, filters.before) == (stretch.start, stretch.end)


def test_stretches_beside_keep_their_months() -> None:
    assert from_to(beside(parse_edtf("2025-02"), 1)) == ("2025-03", "2025-03")
    assert from_to(beside(parse_edtf("2024/2025"), -1)) == ("2022", "2023")
    assert from_to(beside(parse_edtf("2025-02-03/2025-02-09"), 1)) == ("2025-02-10", "2025-02-16")


def test_bars_and_ticks_are_named_as_people_do() -> None:
    weeks = scale_of(parse_edtf("2025"))
    assert name_of(weeks.bounds(1)) == "6–12 Jan 2025"
    assert [tick_of(weeks, bar) for bar in (0, 5)] == ["30 Dec 2024", "3 Feb"]
    assert tick_of(scale_of(parse_edtf("2021/2025")), 1) == "Feb 2021"


def test_years_before_our_era_are_cut_where_people_count_them() -> None:
    scale = scale_of(parse_edtf("-0611/2030"))
    assert [tick_of(scale, bar) for bar in (0, 1, 12, 13, 14)] == ["650 BC", "600 BC", "50 BC", "AD 1", "AD 50"]
    assert from_to(scale.bounds(12)) == ("-0049", "0000")
    assert [name_of(scale.bounds(bar)) for bar in (0, 13)] == ["650 BC – 601 BC", "AD 1 – AD 49"]
    starts = [scale.bounds(bar).start or 0 for bar in range(scale.bars)]
    assert [scale.number(start) for start in starts] == list(range(scale.bars))
    assert [scale.number(start - 1) for start in starts] == list(range(-1, scale.bars - 1))
    year = parse_edtf("-0611")
    drawn = draw(scale, Density("year", [Bin(year.start or 0, year.end or 0, 1, 0)]), [], Filters(), lambda *_: "")
    assert drawn.words == "1 event by 50 years, 612 BC – 2030; most in 650 BC – 601 BC, 1."


def told(start: str | None, end: str | None, modality: str = "happened") -> dict[str, str | None]:
    return {"start": start, "end": end, "modality": modality}


def test_what_is_drawn() -> None:
    scale = scale_of(parse_edtf("2025-02"))
    day = (parse_edtf("2025-02-08").start or 0, parse_edtf("2025-02-08").end or 0)
    bins = [Bin(*day, 4, 1), Bin(*(each + DAY_SECONDS for each in day), 1, 0), Bin(0, 1, 9, 0)]
    events = [
        told("2025-02-08", "2025-02-09"),
        told("2025-02-01", "2025-03-01", "planned"),
        told("2025-02-10", "2025-02-15"),
        told(None, "2025-02-05"),
        told("2025-01-01", "2026-01-01"),
    ]
    drawn = draw(scale, Density("day", bins), events, Filters(), lambda first, last: f"{first}..{last}")
    assert [(bar.url, bar.words) for bar in drawn.bars] == [
        ("2025-02-08..2025-02-08", "Sat 8 Feb 2025: 4 events, 1 planned or possible"),
        ("2025-02-09..2025-02-09", "Sun 9 Feb 2025: 1 event"),
    ]
    assert (drawn.bars[0].height, drawn.bars[0].planned, drawn.bars[1].height) == (72, 18, 18)
    assert [(lane.modality, lane.row, lane.opens, lane.fades) for lane in drawn.lanes] == [
        ("planned", 0, False, False),
        ("happened", 1, False, False),
        ("happened", 2, True, False),
        ("happened", 3, True, True),
    ]
    assert (drawn.lanes[0].x, drawn.lanes[0].end) == (0.0, 100.0)
    assert drawn.lanes[1].end - drawn.lanes[1].x == pytest.approx(5 * 100 / 28, abs=0.01)
    assert drawn.words == "5 events by day, Feb 2025; most on Sat 8 Feb 2025, 4."
    assert (drawn.total, drawn.planned) == (5, 1)


def test_one_bar_among_many_does_not_flatten_the_others() -> None:
    scale = scale_of(parse_edtf("2025-02"))
    starts = [(parse_edtf(f"2025-02-{day:02d}").start or 0) for day in range(1, 6)]
    bins = [Bin(start, start + DAY_SECONDS, 10_000 if place == 0 else 100, 0) for place, start in enumerate(starts)]
    drawn = draw(scale, Density("day", bins), [], Filters(), lambda *_: "")
    assert drawn.skewed
    assert [bar.height for bar in drawn.bars] == [72, 7, 7, 7, 7]


def bars(page: str) -> list[tuple[str, str]]:
    drawing = page[page.index('<g class="bars">') : page.index("</g>")]
    return [(unescape(url), words) for url, words in re.findall(r'<a href="([^"]*)".*?<title>(.*?)</title>', drawing)]


def test_each_bar_narrows_the_dates_and_keeps_the_other_filters(client: FlaskClient) -> None:
    page = client.get("/?from=2025&basis=stated").get_data(as_text=True)
    found = bars(page)
    assert ("/?basis=stated&from=2025-02-03&to=2025-02-09", "3–9 Feb 2025: 2 events") in found
    for url, words in found:
        narrowed = client.get(url).get_data(as_text=True)
        inside = re.search(r"<p>([\d,]+) events? by", narrowed)
        assert inside, url
        assert inside[1] == re.findall(r": ([\d,]+) event", words)[0], url
    listed = page[page.index('class="bars-list"') :]
    assert [words for _, words in found] == re.findall(r"<li><a [^>]*>(.*?)</a></li>", listed.partition("</ol>")[0])


def test_planned_events_are_hatched_and_said(client: FlaskClient) -> None:
    page = client.get("/?from=2025-06&to=2025-06").get_data(as_text=True)
    assert 'fill="url(#hatch)"' in page
    assert "1 planned or possible." in page
    assert 'fill="url(#hatch)"' not in client.get("/?modality=denied").get_data(as_text=True)


def test_ways_lead_earlier_later_wider_and_back(client: FlaskClient) -> None:
    page = client.get("/?from=2025-02&to=2025-02").get_data(as_text=True)
    turns = re.search(r'<p class="turns">(.*?)</p>', page)
    assert turns
    assert [(name, unescape(url)) for url, name in re.findall(r'<a href="([^"]*)">(.*?)</a>', turns[1])] == [
        ("earlier", "/?from=2025-01&to=2025-01"),
        ("later", "/?from=2025-03&to=2025-03"),
        ("wider", "/?from=2025-01-04&to=2025-03-28"),
        ("all dates", "/"),
    ]
    assert 'class="turns"' not in client.get("/").get_data(as_text=True)


def test_an_empty_store_draws_nothing(tmp_path: Path) -> None:
    assert "histogram" not in create_app(tmp_path / "timeline.db").test_client().get("/").get_data(as_text=True)


def test_an_open_end_far_from_the_rest_is_no_reason_to_refuse(client: FlaskClient) -> None:
    page = client.get("/?granularity=year").get_data(as_text=True)
    assert "1 event by week, " in page
    assert "1 more begin or end outside." in page


# ---- a few far away -----------------------------------------------------------------------------------------------


def years(*numbered: tuple[int, int]) -> list[Bin]:
    """Count so many events in each of some years."""
    spans = [(parse_edtf(f"{year:0{5 if year < 0 else 4}d}"), count) for year, count in numbered]
    return [Bin(span.start or 0, span.end or 0, count, 0) for span, count in spans]


@pytest.mark.parametrize(
    ("counts", "stretch", "before", "after"),
    [
        (years((1620, 1), (2024, 12), (2025, 30)), "2024/2025", "1620", None),
        (years((1066, 1), (1620, 2), (2024, 12), (2025, 30)), "2024/2025", "1066/1620", None),
        (years((2024, 12), (2025, 30), (2300, 2)), "2024/2025", None, "2300"),
        (years((1620, 1), (2024, 12), (2025, 30), (2400, 1)), "2024/2025", "1620", "2400"),
        (years((-2000, 1), (1620, 1), (2024, 12), (2025, 30), (2100, 1)), "2024/2025", "-2000/1620", "2100"),
    ],
)
def test_a_few_far_away_are_left_to_a_bar_of_their_own(
    counts: list[Bin], stretch: str, before: str | None, after: str | None
) -> None:
    found = bulk_of(counts)
    assert found
    assert found.stretch == parse_edtf(stretch)
    for bin_, expected in ((found.before, before), (found.after, after)):
        assert (bin_ and Interval(bin_.start, bin_.end)) == (expected and parse_edtf(expected))
    assert sum(one.count for one in counts if one.start < (found.stretch.start or 0)) == (
        found.before.count if found.before else 0
    )


@pytest.mark.parametrize(
    "counts",
    [
        years((1620, 1), (2025, 1)),  # too few to call one of them far away
        years((1620, 30), (2024, 12), (2025, 30)),  # too many to leave out
        years(*((year, 1) for year in range(1900, 2026))),
        years((2025, 10)),
        [],
    ],
)
def test_what_is_spread_out_is_drawn_whole(counts: list[Bin]) -> None:
    assert bulk_of(counts) is None
    assert bulk_of(years((1620, 1), (2025, 40)), early=False) is None


@pytest.fixture(scope="module")
def stretched(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("stretched") / "timeline.db"
    with Store.open(path) as store:
        first = day_number(2025)
        store.save(timeline_with(parse_edtf("1620"), *(days(each, each) for each in range(first, first + 40))))
    return create_app(path).test_client()


def test_one_old_event_does_not_make_one_bar_of_the_rest(stretched: FlaskClient) -> None:
    page = stretched.get("/").get_data(as_text=True)
    found = bars(page)
    assert found[0] == ("/?from=1620&to=1620", "earlier, 1620: 1 event")
    assert len(found) == 41
    assert "40 events by day, 1 Jan – 9 Feb 2025; most on Wed 1 Jan 2025, 1. Earlier, 1620: 1 event." in page
    for url, words in found[:3]:
        assert f"<h1>{re.findall(r': (.*)', words)[0]} found</h1>" in stretched.get(url).get_data(as_text=True)
    assert "earlier, 1620" not in stretched.get("/?from=1600").get_data(as_text=True)

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
import varied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import days, timeline_with

from timeline.calendar import DAY_SECONDS, MONTH, YEAR, Interval, Period, day_number, first_day
from timeline.notation import iso_instant, parse_edtf
from timeline.query import Filters, QueryError, read_filters
from timeline.store import Bin, Density, Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


def told(density: Density) -> list[tuple[str, str, int]]:
    return [(iso_instant(each.start), iso_instant(each.end), each.count) for each in density.bins]


def fill(store: Store, *dates: str) -> None:
    store.save(timeline_with(*(parse_edtf(date) for date in dates)))


def test_events_count_in_the_bin_in_which_they_start(store: Store) -> None:
    fill(store, "2024-01-31", "2024-01-31/2024-03-02", "2024-03", "2024", "2025-01-01")
    made = store.density(unit="month")
    assert (made.unit, made.exact) == ("month", True)
    assert told(made)[:3] == [
        ("2024-01-01", "2024-02-01", 3),
        ("2024-02-01", "2024-03-01", 0),
        ("2024-03-01", "2024-04-01", 1),
    ]
    assert len(made.bins) == 13
    assert told(store.density(unit="year")) == [("2024-01-01", "2025-01-01", 4), ("2025-01-01", "2026-01-01", 1)]
    assert told(store.density(unit="day"))[0] == ("2024-01-01", "2024-01-02", 1)


def test_an_open_beginning_counts_where_it_ends_and_an_open_end_where_it_begins(store: Store) -> None:
    store.save(timeline_with(Interval(None, days(40, 40).end), Interval(days(42, 42).start, None)))
    day = DAY_SECONDS
    assert store.density(unit="day").bins == [
        Bin(40 * day, 41 * day, 1, 0),
        Bin(41 * day, 42 * day, 0, 0),
        Bin(42 * day, 43 * day, 1, 0),
    ]


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (("2024-01-01", "2025-02-03"), "day"),
        (("2024-01-01", "2025-02-04"), "month"),
        (("1990-01", "2023-04"), "month"),
        (("1990-01", "2023-05"), "year"),
        (("1600", "1999"), "year"),
        (("1600", "2000"), "decade"),
        (("-1980", "2000"), "decade"),
        (("-1990", "2000"), "century"),
        (("-3000", "2000"), "century"),
        ((), "day"),
    ],
)
def test_the_unit_is_the_finest_that_gives_at_most_400_bins(store: Store, dates: tuple[str, ...], unit: str) -> None:
    fill(store, *dates)
    made = store.density()
    assert made.unit == unit
    assert len(made.bins) <= 400
    assert sum(each.count for each in made.bins) == len(dates)


def test_what_is_asked_for_cuts_the_bins_and_what_reaches_in_stands_in_front(store: Store) -> None:
    fill(store, "1990", "199X", "2024-12-30/2025-02-11", "2025-02-10", "2025-02-12")
    store.save(timeline_with(Interval(None, parse_edtf("2030").end), source="other"))
    wanted = read_filters({"from": ["2025-02-10"], "to": ["2025-02-12"]})
    assert told(store.density(wanted)) == [
        ("2024-12-30", "2025-02-10", 1),
        ("2025-02-10", "2025-02-11", 1),
        ("2025-02-11", "2025-02-12", 0),
        ("2025-02-12", "2025-02-13", 1),
        ("2025-02-13", "2031-01-01", 1),
    ]
    assert told(store.density(wanted, "month"))[1] == ("2025-02-10", "2025-02-13", 2)


def test_a_unit_that_gives_too_many_bins_is_refused(store: Store) -> None:
    fill(store, "0001-01-01", "2025-01-01")
    with pytest.raises(QueryError, match=r"unit: 'day' gives 739,252 bins here, more than 10,000"):
        store.density(unit="day")
    with pytest.raises(QueryError, match="unit: 'month' gives 24,289 bins"):
        store.density(unit="month")
    with pytest.raises(QueryError, match="unit: 'week' is none of auto, day, month, year"):
        store.density(unit="week")
    assert len(store.density(unit="year").bins) == 2025


def test_a_distant_event_beside_a_filter_refuses_nothing(store: Store) -> None:
    fill(store, "-3000/2025-02-10", "2025-02-10")
    wanted = read_filters({"from": ["2025-02-10"], "to": ["2025-02-11"]})
    assert told(store.density(wanted, "day")) == [
        ("-3000-01-01", "2025-02-10", 1),
        ("2025-02-10", "2025-02-11", 1),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(varied.stories, varied.filters, st.sampled_from(("auto", "day", "month", "year")))
def test_bins_are_as_counted_by_hand(
    stories: list[tuple[str | None, list[varied.Shape]]], filters: Filters, unit: str
) -> None:
    with Store.open(":memory:") as store:
        made = [varied.timeline(f"story {number}", *story) for number, story in enumerate(stories)]
        for each in made:
            store.save(each)
        filters = varied.naming(filters, made)
        expected = [row for row in varied.matching(made, filters) if row.start is not None]
        try:
            density = store.density(filters, unit)
        except QueryError:
            assert unit in ("day", "month")
            assert max(row.at for row in expected) - min(row.at for row in expected) > 10_000 * DAY_SECONDS
            return
    assert density.exact
    assert all(one.start < one.end == other.start for one, other in pairwise(density.bins))
    starts = [each.start for each in density.bins]
    places = [bisect_right(starts, row.at) - 1 for row in expected]
    planned = [place for place, row in zip(places, expected, strict=True) if row.modality in ("planned", "possible")]
    assert all(row.at < density.bins[place].end for place, row in zip(places, expected, strict=True))
    assert Counter(places) == {place: each.count for place, each in enumerate(density.bins) if each.count}
    assert Counter(planned) == {place: each.planned for place, each in enumerate(density.bins) if each.planned}


def test_bins_begin_with_their_unit(store: Store) -> None:
    fill(store, "2024-02-29", "2024-03-01", "1999-12-31")
    assert [each.start for each in store.density(unit="year").bins[:2]] == [
        first_day(Period(YEAR, year)) * DAY_SECONDS for year in (1999, 2000)
    ]
    assert store.density(unit="month").bins[0].start == first_day(Period(MONTH, 1999 * 12 + 11)) * DAY_SECONDS
    assert store.density(unit="day").bins[-1].start == day_number(2024, 3, 1) * DAY_SECONDS

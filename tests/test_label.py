from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar import (
    DAY,
    DAY_SECONDS,
    DECADE,
    HALF,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKEND,
    YEAR,
    Granularity,
    Interval,
    Period,
    day_number,
    interval_of,
    part_period,
    period_at,
)
from timeline.label import label_of, lag, range_label
from timeline.notation import parse_edtf, parse_period

SATURDAY = day_number(2025, 2, 8)


@pytest.mark.parametrize(
    ("period", "mod", "label"),
    [
        (Period(DAY, SATURDAY), None, "Sat 8 Feb 2025"),
        (Period(DAY, SATURDAY), "END", "Sat 8 Feb 2025, late"),
        (Period(DAY, SATURDAY), "START", "Sat 8 Feb 2025, early"),
        (Period(DAY, SATURDAY), "MID", "Sat 8 Feb 2025, middle"),
        (part_period(SATURDAY, "MO"), None, "Sat 8 Feb 2025, morning"),
        (Period(MINUTE, (SATURDAY * DAY_SECONDS + 20 * 3600) // 60), None, "Sat 8 Feb 2025, 20:00"),
        (Period(HOUR, SATURDAY * 24 + 20), None, "Sat 8 Feb 2025, 20:00"),
        (parse_period("2025-02-08T20:00:05"), None, "Sat 8 Feb 2025, 20:00:05"),
        (period_at(WEEK, SATURDAY), None, "week of 3 Feb 2025"),
        (period_at(WEEK, SATURDAY), "END", "late in the week of 3 Feb 2025"),
        (period_at(WEEKEND, SATURDAY), None, "weekend of 8 Feb 2025"),
        (Period(MONTH, 2025 * 12 + 1), None, "Feb 2025"),
        (Period(MONTH, 2025 * 12 + 1), "START", "early Feb 2025"),
        (Period(MONTH, 2025 * 12 + 1), "MID", "mid-Feb 2025"),
        (Period(SEASON, 2003 * 4), None, "spring 2003"),
        (Period(SEASON, 2003 * 4 + 3), None, "winter 2003–04"),
        (Period(QUARTER, 2004 * 4 + 2), None, "Q3 2004"),
        (Period(HALF, 2004 * 2), None, "first half of 2004"),
        (Period(YEAR, 2004), None, "2004"),
        (Period(YEAR, 1984), "APPROX", "about 1984"),
        (Period(YEAR, 2001), "BEFORE", "before 2001"),
        (Period(YEAR, -479), None, "480 BC"),
        (Period(YEAR, 79), None, "AD 79"),
        (Period(DECADE, 199), None, "1990s"),
        (parse_period("19XX"), None, "20th century"),
        (Period(Granularity.CENTURY, -1), None, "1st century BC"),
        (Period(DAY, day_number(-479, 9, 20)), None, "20 Sep 480 BC"),
    ],
)
def test_a_period_reads_as_people_write_it(period: Period, mod: str | None, label: str) -> None:
    assert label_of(period, interval_of(period), mod) == label


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2025-02-10/2025-02-14", "10–14 Feb 2025"),
        ("2025-02-28/2025-03-02", "28 Feb – 2 Mar 2025"),
        ("2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
        ("1939-01/1939-02", "Jan–Feb 1939"),
        ("1939-11/1940-02", "Nov 1939 – Feb 1940"),
        ("1914/1918", "1914–1918"),
        ("-0489/-0479", "490 BC – 480 BC"),
        ("2025-02-08", "Sat 8 Feb 2025"),
        ("2025-02", "Feb 2025"),
        ("2025", "2025"),
        ("2004/..", "since 2004"),
        ("2004-03/..", "since Mar 2004"),
        ("2025-02-09/..", "since Sun 9 Feb 2025"),
        ("../2025-02-14", "until Fri 14 Feb 2025"),
        ("../2025-02", "until Feb 2025"),
        ("2025-02-08T20:00/2025-02-08T21:59", "Sat 8 Feb 2025, 20:00–22:00"),
        ("2025-02-08T20:00/2025-02-09T01:59", "Sat 8 Feb 2025, 20:00 – Sun 9 Feb 2025, 02:00"),
        ("2025-02-08T20:00/2025-02-10", "Sat 8 Feb 2025, 20:00 – Mon 10 Feb 2025"),
        ("2025-02-08/2025-02-10T01:59", "Sat 8 Feb 2025 – Mon 10 Feb 2025, 02:00"),
        ("2025-02-08T20:00/2025-02-08", "Sat 8 Feb 2025, 20:00–24:00"),
    ],
)
def test_a_stretch_reads_as_people_write_it(edtf: str, label: str) -> None:
    assert label_of(None, parse_edtf(edtf), None) == label


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (part_period(SATURDAY, "MO"), part_period(SATURDAY, "EV"), "Sat 8 Feb 2025, morning – evening"),
        (
            part_period(SATURDAY, "MO"),
            part_period(SATURDAY + 1, "EV"),
            "Sat 8 Feb 2025, morning – Sun 9 Feb 2025, evening",
        ),
        (part_period(SATURDAY, "EV"), Period(DAY, SATURDAY + 2), "Sat 8 Feb 2025, evening – Mon 10 Feb 2025"),
        (Period(HOUR, SATURDAY * 24 + 8), Period(HOUR, SATURDAY * 24 + 17), "Sat 8 Feb 2025, 08:00–17:00"),
    ],
)
def test_a_range_is_named_by_its_ends(first: Period, last: Period, label: str) -> None:
    assert range_label(first, last) == label


def test_an_open_end_keeps_the_width_of_its_words() -> None:
    year = Period(YEAR, 2004)
    assert label_of(year, Interval(interval_of(year).start, None), None) == "since 2004"
    assert label_of(Period(DAY, day_number(2025, 2, 14)), Interval(None, 5), None) == "until Fri 14 Feb 2025"


def test_nothing_known_is_undated() -> None:
    assert label_of(None, None, None) == "undated"
    assert label_of(None, Interval(None, None), "END") == "undated"


@given(st.integers(-4_000_000, 4_000_000), st.integers(0, 2_000_000))
def test_every_stretch_of_days_has_a_label(first: int, length: int) -> None:
    assert label_of(None, Interval(first * DAY_SECONDS, (first + length + 1) * DAY_SECONDS), None)


@pytest.mark.parametrize(
    ("published", "edtf", "words"),
    [
        ("2025-02-11T09:33", "2025-02-08", "told 3 days later"),
        ("2025-02-09", "2025-02-08", "told 1 day later"),
        ("2025-02-11", "2025-02-11", "same day"),
        ("2025-02-11", "2025-02-15", "4 days ahead"),
        ("2025-02-11", "2025-02", "meanwhile"),
        ("2025-02-11", "2004/..", "meanwhile"),
        ("2025-02-11", "2025-01", "told 11 days later"),
        ("2025-02-11", "2024-06", "told 7 months later"),
        ("2025-02-11", "199X", "told 25 years later"),
        (None, "2025-02-08", ""),
        ("2025", "2025-02-08", ""),
        ("soon", "2025-02-08", ""),
    ],
)
def test_lag_counts_from_the_nearer_edge(published: str | None, edtf: str, words: str) -> None:
    assert lag(published, parse_edtf(edtf)) == words


def test_lag_of_an_undated_event_says_nothing() -> None:
    assert lag("2025-02-11", None) == ""

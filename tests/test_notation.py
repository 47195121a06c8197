"""How periods are written and read back: ISO 8601, EDTF and TIMEX3, with the years that most libraries refuse."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar import (
    CENTURY,
    DAY,
    DAY_SECONDS,
    DECADE,
    HALF,
    HOUR,
    MILLENNIUM,
    MINUTE,
    MONTH,
    QUARTER,
    SEASON,
    SECOND,
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
from timeline.notation import edtf, edtf_range, html_date, iso_day, iso_instant, parse_edtf, parse_period, timex_value

FEB_8 = day_number(2025, 2, 8)
WHOLE_DAYS = (DAY, WEEKEND, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY, MILLENNIUM)
PARSED_AS_WRITTEN = (SECOND, DAY, MONTH, SEASON, QUARTER, HALF, YEAR)

day_numbers = st.integers(-5_000_000, 5_000_000)  # about the years -13700 to 13700


def in_month(year: int, number: int) -> Period:
    return Period(MONTH, year * 12 + number - 1)


def clock(granularity: Granularity, hour: int, minute: int = 0, second: int = 0) -> Period:
    instant = FEB_8 * DAY_SECONDS + hour * 3600 + minute * 60 + second
    return Period(granularity, instant // {SECOND: 1, MINUTE: 60, HOUR: 3600}[granularity])


# ---- ISO 8601 ---------------------------------------------------------------------------------------------------


@given(st.dates())
def test_days_are_written_as_datetime_writes_them(date: datetime.date) -> None:
    assert iso_day(date.toordinal()) == date.isoformat()


@given(st.datetimes())
def test_instants_are_written_as_datetime_writes_them(moment: datetime.datetime) -> None:
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    expected = moment.date().isoformat()
    if seconds:
        expected = moment.isoformat(timespec="seconds" if moment.second else "minutes")
    assert iso_instant(moment.toordinal() * DAY_SECONDS + seconds) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (day_number(-479, 9, 20), "-0479-09-20"),
        (day_number(0, 12, 31), "0000-12-31"),
        (day_number(7, 3, 4), "0007-03-04"),
        (day_number(999, 1, 1), "0999-01-01"),
        (day_number(12_000, 1, 1), "Y12000-01-01"),
        (day_number(-12_000, 1, 1), "Y-12000-01-01"),
    ],
)
def test_years_are_astronomical_and_padded_to_four_digits(number: int, expected: str) -> None:
    assert iso_day(number) == expected
    assert parse_period(expected) == Period(DAY, number)


# ---- EDTF -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(DAY, FEB_8), "2025-02-08"),
        (in_month(2025, 2), "2025-02"),
        (in_month(999, 2), "0999-02"),
        (Period(YEAR, 2025), "2025"),
        (Period(YEAR, 7), "0007"),
        (Period(YEAR, 0), "0000"),
        (Period(YEAR, -479), "-0479"),
        (Period(YEAR, -9999), "-9999"),
        (Period(YEAR, -10_000), "Y-10000"),
        (Period(YEAR, 10_000), "Y10000"),
        (Period(DECADE, 199), "199X"),
        (Period(DECADE, 0), "000X"),
        (Period(DECADE, -49), "-0488-01-01/-0479-12-31"),  # the 480s BC
        (Period(DECADE, 1000), "Y10000-01-01/Y10009-12-31"),
        (Period(CENTURY, 19), "19XX"),
        (Period(CENTURY, 100), "Y10000-01-01/Y10099-12-31"),
        (Period(MILLENNIUM, 2), "2000-01-01/2999-12-31"),
        (Period(SEASON, 2024 * 4), "2024-21"),
        (Period(SEASON, 2024 * 4 + 3), "2024-24"),
        (Period(QUARTER, 2025 * 4 + 2), "2025-35"),
        (Period(HALF, 2025 * 2 + 1), "2025-41"),
        (period_at(WEEK, FEB_8), "2025-02-03/2025-02-09"),
        (period_at(WEEKEND, FEB_8), "2025-02-08/2025-02-09"),
        (part_period(FEB_8, "NI"), "2025-02-08"),
        (clock(HOUR, 20), "2025-02-08T20:00:00"),
        (clock(MINUTE, 20, 5), "2025-02-08T20:05:00"),
        (clock(SECOND, 0, 0, 7), "2025-02-08T00:00:07"),
    ],
)
def test_edtf(period: Period, expected: str) -> None:
    assert edtf(period) == expected


@given(st.sampled_from(WHOLE_DAYS), day_numbers)
def test_what_is_written_covers_the_same_days_when_read(granularity: Granularity, number: int) -> None:
    period = period_at(granularity, number)
    assert parse_edtf(edtf(period)) == interval_of(period)


@given(st.sampled_from(PARSED_AS_WRITTEN), day_numbers)
def test_what_is_written_is_read_as_the_same_period(granularity: Granularity, number: int) -> None:
    period = Period(SECOND, number * 61) if granularity == SECOND else period_at(granularity, number)
    assert parse_period(edtf(period)) == period


@given(day_numbers, st.integers(1, 100_000), st.booleans(), st.booleans())
def test_ranges_of_days_come_back_with_their_open_ends(number: int, days: int, opens: bool, closes: bool) -> None:
    start = None if opens else number * DAY_SECONDS
    end = None if closes else (number + days) * DAY_SECONDS
    assert parse_edtf(edtf_range(Interval(start, end))) == Interval(start, end)


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2025", (2025, 1, 1), (2026, 1, 1)),
        (" 2025-02 ", (2025, 2, 1), (2025, 3, 1)),
        ("1984~", (1984, 1, 1), (1985, 1, 1)),
        ("2024-02-29?", (2024, 2, 29), (2024, 3, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
        ("19XX", (1900, 1, 1), (2000, 1, 1)),
        ("2024-24", (2024, 12, 1), (2025, 3, 1)),
        ("2025-36", (2025, 10, 1), (2026, 1, 1)),
        ("2025-40", (2025, 1, 1), (2025, 7, 1)),
        ("2025-02-03/2025-02-05", (2025, 2, 3), (2025, 2, 6)),  # both ends inclusive, the interval half-open
        ("2024/2025-02", (2024, 1, 1), (2025, 3, 1)),
        ("199X/200X", (1990, 1, 1), (2010, 1, 1)),
        ("-0479-09-20/-0478", (-479, 9, 20), (-477, 1, 1)),
        ("2025/..", (2025, 1, 1), None),
        ("2025/", (2025, 1, 1), None),
        ("../2024", None, (2025, 1, 1)),
        ("/2024", None, (2025, 1, 1)),
        ("2025-02-08/2025-02", (2025, 2, 8), (2025, 3, 1)),
        ("../..", None, None),
    ],
)
def test_parse_edtf(text: str, first: tuple[int, int, int] | None, after: tuple[int, int, int] | None) -> None:
    start = None if first is None else day_number(*first) * DAY_SECONDS
    end = None if after is None else day_number(*after) * DAY_SECONDS
    assert parse_edtf(text) == Interval(start, end)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025-02-08T20:05", clock(MINUTE, 20, 5)),
        ("2025-02-08T20:05:09", clock(SECOND, 20, 5, 9)),
        ("2025-02-08T24:00", Period(MINUTE, (FEB_8 + 1) * 1440)),  # the midnight that ends the day
    ],
)
def test_clock_times_are_read(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-30", "'2025-02-30': there is no such day"),
        ("2025-02-29", "'2025-02-29': there is no such day"),
        ("50-06-2018", "'50-06-2018' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("2025-13", "'2025-13': there is no such month"),
        ("2025-00", "'2025-00': there is no such month"),
        ("2025-00-10", "'2025-00-10': there is no such day"),
        ("2025-2-8", "'2025-2-8' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("2025-02-08T25:00", "'2025-02-08T25:00': there is no such time of day"),
        ("2025-02-08T24:30", "'2025-02-08T24:30': there is no such time of day"),
        ("2025-02-08T10:61", "'2025-02-08T10:61': there is no such time of day"),
        ("2025/2024", "'2025/2024' ends before it starts"),
        ("yesterday", "'yesterday' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("", "'' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("..", "'..' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("99", "'99' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("٢٠٢٥", "'٢٠٢٥' is not a date such as 2025, 2025-02 or 2025-02-08"),
        ("Y9999999999", "'Y9999999999' is not a date such as 2025, 2025-02 or 2025-02-08"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        parse_edtf(text)


@given(st.text(max_size=24) | st.text("0123456789-/.XYT:~?%", max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        start, end = parse_edtf(text)
    except ValueError:
        return  # refused, as it should be; any other error fails the test
    assert start is None or end is None or start < end


# ---- TIMEX3 -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(DAY, FEB_8), "2025-02-08"),
        (Period(DAY, day_number(-479, 9, 20)), "BC0480-09-20"),
        (in_month(2025, 2), "2025-02"),
        (in_month(0, 12), "BC0001-12"),
        (Period(YEAR, 1), "0001"),
        (Period(YEAR, 0), "BC0001"),
        (Period(YEAR, -479), "BC0480"),
        (Period(DECADE, 199), "199X"),
        (Period(DECADE, 6), "006X"),
        (Period(DECADE, -49), "BC048X"),
        (Period(CENTURY, 4), "04XX"),
        (Period(CENTURY, -5), "BC04XX"),
        (Period(MILLENNIUM, 2), "2XXX"),
        (period_at(WEEK, FEB_8), "2025-W06"),
        (period_at(WEEK, day_number(2024, 12, 30)), "2025-W01"),
        (period_at(WEEK, day_number(2021, 1, 1)), "2020-W53"),
        (period_at(WEEKEND, FEB_8), "2025-W06-WE"),
        (Period(SEASON, 2024 * 4 + 3), "2024-WI"),
        (Period(QUARTER, 2025 * 4), "2025-Q1"),
        (Period(HALF, 2025 * 2 + 1), "2025-H2"),
        (part_period(FEB_8, "MO"), "2025-02-08TMO"),
        (part_period(FEB_8, "NI"), "2025-02-08TNI"),
        (clock(HOUR, 9), "2025-02-08T09"),
        (clock(MINUTE, 9, 5), "2025-02-08T09:05"),
        (clock(SECOND, 9, 5, 0), "2025-02-08T09:05:00"),
    ],
)
def test_timex_value(period: Period, expected: str) -> None:
    assert timex_value(period) == expected


@given(st.dates())
def test_week_values_are_those_of_datetime(date: datetime.date) -> None:
    year, week, _ = date.isocalendar()
    assert timex_value(period_at(WEEK, date.toordinal())) == f"{year:04d}-W{week:02d}"


@pytest.mark.parametrize("edtf", ["2025", "2025-02", "2025-02-08", "2025-02-08T20:00", "2025-02-08T20:00:05"])
def test_html_has_a_form_for_years_months_days_and_clock_times(edtf: str) -> None:
    assert html_date(edtf) == edtf


@pytest.mark.parametrize("edtf", ["199X", "-0479", "0000", "2025-00", "2025-02-08/2025-02-09", "1984~", "", None])
def test_html_has_no_form_for_ranges_decades_and_years_before_our_era(edtf: str | None) -> None:
    assert html_date(edtf) is None

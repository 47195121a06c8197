"""The calendar on integers, held against `datetime` where that one reaches and against itself where it does not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
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
    PART,
    PARTS,
    QUARTER,
    SEASON,
    SECOND,
    WEEK,
    WEEKEND,
    YEAR,
    Granularity,
    Interval,
    Period,
    civil,
    coarsen,
    day_number,
    exists,
    first_day,
    interval_of,
    is_leap,
    iso_week,
    month_days,
    part_period,
    period_at,
    shift,
    shift_workdays,
    week_of,
    weekday,
)

MONDAY, TUESDAY, SATURDAY, SUNDAY = 0, 1, 5, 6
BY_DAYS = (DAY, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY, MILLENNIUM)  # these tile the days

dates = st.dates()
day_numbers = st.integers(-5_000_000, 5_000_000)  # about the years -13700 to 13700
tiling = st.sampled_from(BY_DAYS)
granularities = st.sampled_from(list(Granularity))


def month(year: int, number: int) -> Period:
    return Period(MONTH, year * 12 + number - 1)


def day(year: int, number: int, of_month: int) -> Period:
    return Period(DAY, day_number(year, number, of_month))


# ---- days -------------------------------------------------------------------------------------------------------


@given(dates)
@example(datetime.date.min)
@example(datetime.date.max)
@example(datetime.date(999, 12, 31))
@example(datetime.date(1900, 2, 28))
@example(datetime.date(2000, 2, 29))
def test_days_agree_with_datetime(date: datetime.date) -> None:
    number = day_number(date.year, date.month, date.day)
    assert number == date.toordinal()
    assert civil(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.weekday()
    assert iso_week((number - 1) // 7) == date.isocalendar()[:2]


def test_every_day_of_four_centuries_agrees_with_datetime() -> None:
    date, one = datetime.date(1701, 1, 1), datetime.timedelta(days=1)
    for number in range(date.toordinal(), date.toordinal() + 146_097):
        assert civil(number) == (date.year, date.month, date.day)
        assert day_number(*civil(number)) == number
        date += one


@given(day_numbers)
@example(0)
@example(-365)
@example(-366)
def test_days_come_back_outside_the_reach_of_datetime(number: int) -> None:
    year, month_number, of_month = civil(number)
    assert exists(year, month_number, of_month)
    assert day_number(year, month_number, of_month) == number
    assert weekday(number + 1) == (weekday(number) + 1) % 7


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, (1, 1, 1)),
        (0, (0, 12, 31)),  # the day before 1 January AD 1 is 31 December 1 BC
        (-365, (0, 1, 1)),  # 1 BC was a leap year
        (-366, (-1, 12, 31)),
        (day_number(-479, 9, 20), (-479, 9, 20)),  # Salamis, 480 BC
        (day_number(12_000, 2, 29), (12_000, 2, 29)),
    ],
)
def test_days_around_and_beyond_the_turn_of_the_era(number: int, expected: tuple[int, int, int]) -> None:
    assert civil(number) == expected


@pytest.mark.parametrize(
    ("year", "leap"), [(2024, True), (2025, False), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_days(year, 2) == (29 if leap else 28)
    assert exists(year, 2, 29) is leap


@pytest.mark.parametrize(("year", "number", "of_month"), [(2025, 13, 1), (2025, 0, 1), (2025, 4, 31), (2025, 1, 0)])
def test_days_that_do_not_exist(year: int, number: int, of_month: int) -> None:
    assert not exists(year, number, of_month)


# ---- weeks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "week"),
    [
        ("2020-12-31", (2020, 53)),
        ("2021-01-03", (2020, 53)),
        ("2021-01-04", (2021, 1)),
        ("2024-12-30", (2025, 1)),
        ("2025-12-28", (2025, 52)),
        ("2025-12-29", (2026, 1)),
        ("2027-01-01", (2026, 53)),
    ],
)
def test_weeks_across_new_year(date: str, week: tuple[int, int]) -> None:
    period = period_at(WEEK, datetime.date.fromisoformat(date).toordinal())
    assert iso_week(period.number) == week
    assert week_of(*week) == period.number


@given(st.integers(-200_000, 200_000))
def test_weeks_start_on_monday_and_come_back(week: int) -> None:
    assert weekday(first_day(Period(WEEK, week))) == MONDAY
    assert week_of(*iso_week(week)) == week


def test_a_weekend_is_its_saturday_and_sunday() -> None:
    weekend = period_at(WEEKEND, day_number(2025, 2, 5))
    assert interval_of(weekend) == Interval(day_number(2025, 2, 8) * DAY_SECONDS, day_number(2025, 2, 10) * DAY_SECONDS)
    assert weekday(first_day(weekend)) == SATURDAY


# ---- periods ----------------------------------------------------------------------------------------------------


@given(tiling, day_numbers)
def test_a_day_lies_in_its_period_and_periods_leave_no_gap(granularity: Granularity, number: int) -> None:
    period = period_at(granularity, number)
    start, end = interval_of(period)
    assert start is not None
    assert end is not None
    assert start <= number * DAY_SECONDS < end
    assert interval_of(Period(granularity, period.number + 1)).start == end
    assert period_at(granularity, first_day(period)) == period


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (month(2024, 2), "2024-02-01", "2024-02-29"),
        (month(999, 12), "0999-12-01", "0999-12-31"),
        (Period(QUARTER, 2025 * 4 + 3), "2025-10-01", "2025-12-31"),
        (Period(HALF, 2025 * 2), "2025-01-01", "2025-06-30"),
        (Period(SEASON, 2024 * 4), "2024-03-01", "2024-05-31"),
        (Period(SEASON, 2024 * 4 + 3), "2024-12-01", "2025-02-28"),  # winter is named by the year it begins in
        (Period(YEAR, 2025), "2025-01-01", "2025-12-31"),
        (Period(DECADE, 199), "1990-01-01", "1999-12-31"),
        (Period(DECADE, 0), "0001-01-01", "0009-12-31"),  # there is no year 0 AD
        (Period(CENTURY, 19), "1900-01-01", "1999-12-31"),
        (Period(MILLENNIUM, 2), "2000-01-01", "2999-12-31"),
    ],
)
def test_what_a_period_covers(period: Period, first: str, last: str) -> None:
    start, end = datetime.date.fromisoformat(first).toordinal(), datetime.date.fromisoformat(last).toordinal() + 1
    assert interval_of(period) == Interval(start * DAY_SECONDS, end * DAY_SECONDS)


def test_decades_and_centuries_before_christ_are_bundled_by_their_bc_number() -> None:
    battle = day_number(-479, 9, 20)  # 480 BC
    assert period_at(DECADE, battle) == period_at(DECADE, day_number(-488))  # 489 BC opens the 480s
    assert first_day(period_at(DECADE, battle)) == day_number(-488)
    assert first_day(period_at(CENTURY, battle)) == day_number(-498)  # 499 BC opens the 400s
    assert interval_of(period_at(DECADE, 0)).end == day_number(1) * DAY_SECONDS


@given(day_numbers, st.sampled_from(PARTS))
def test_parts_keep_their_day(number: int, part: str) -> None:
    period = part_period(number, part)
    assert first_day(period) == number
    start, end = interval_of(period)
    assert start is not None
    assert end is not None
    assert start // DAY_SECONDS == number
    assert 0 < end - start <= 12 * 3600


def test_a_night_ends_on_the_next_morning() -> None:
    number = day_number(2025, 2, 8)
    assert interval_of(part_period(number, "NI")) == Interval(
        number * DAY_SECONDS + 19 * 3600, (number + 1) * DAY_SECONDS + 5 * 3600
    )


# ---- coarsen ----------------------------------------------------------------------------------------------------


@given(tiling, tiling, day_numbers)
def test_a_coarser_period_holds_the_start(fine: Granularity, coarse: Granularity, number: int) -> None:
    period = period_at(fine, number)
    wider = coarsen(period, coarse)
    if coarse <= fine:
        assert wider == period
        return
    assert wider.granularity == coarse
    start, end = interval_of(wider)
    assert start is not None
    assert end is not None
    assert start <= first_day(period) * DAY_SECONDS < end


@pytest.mark.parametrize(
    ("period", "granularity", "expected"),
    [
        (day(2025, 2, 8), MONTH, month(2025, 2)),
        (day(2025, 2, 8), HOUR, day(2025, 2, 8)),  # never finer
        (Period(YEAR, 2025), MONTH, Period(YEAR, 2025)),
        (Period(HOUR, 20), PART, Period(HOUR, 20)),
        (day(2025, 2, 8), DAY, day(2025, 2, 8)),
        (
            Period(MINUTE, (day_number(2025, 2, 8) * 24 + 20) * 60 + 30),
            HOUR,
            Period(HOUR, day_number(2025, 2, 8) * 24 + 20),
        ),
        (Period(HOUR, day_number(2025, 2, 8) * 24 + 20), DAY, day(2025, 2, 8)),
        (part_period(day_number(2025, 2, 8), "NI"), DAY, day(2025, 2, 8)),
        (part_period(day_number(2025, 2, 8), "NI"), YEAR, Period(YEAR, 2025)),
        (
            Period(WEEKEND, period_at(WEEK, day_number(2025, 2, 8)).number),
            WEEK,
            period_at(WEEK, day_number(2025, 2, 8)),
        ),
        (day(2025, 1, 15), SEASON, Period(SEASON, 2024 * 4 + 3)),
    ],
)
def test_coarsen(period: Period, granularity: Granularity, expected: Period) -> None:
    assert coarsen(period, granularity) == expected


# ---- shift ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "count", "unit", "expected"),
    [
        (day(2025, 2, 11), -3, DAY, day(2025, 2, 8)),
        (day(2025, 1, 31), 1, MONTH, day(2025, 2, 28)),
        (day(2024, 1, 31), 1, MONTH, day(2024, 2, 29)),
        (day(2024, 2, 29), 1, YEAR, day(2025, 2, 28)),
        (day(2024, 2, 29), 4, YEAR, day(2028, 2, 29)),
        (day(2025, 3, 31), -1, MONTH, day(2025, 2, 28)),
        (day(2024, 12, 30), 1, WEEK, day(2025, 1, 6)),
        (day(1, 1, 1), -1, DAY, day(0, 12, 31)),
        (day(1, 6, 1), -1, YEAR, day(0, 6, 1)),
        (day(9999, 12, 31), 1, DAY, day(10_000, 1, 1)),
        (day(1999, 12, 31), 1, CENTURY, day(2099, 12, 31)),
        (month(2025, 1), -1, MONTH, month(2024, 12)),
        (month(2025, 2), -1, YEAR, month(2024, 2)),
        (month(2025, 2), 1, QUARTER, month(2025, 5)),
        (Period(YEAR, 1), -1, YEAR, Period(YEAR, 0)),
        (Period(YEAR, 1998), 2, DECADE, Period(YEAR, 2018)),
        (Period(DECADE, 199), -1, DECADE, Period(DECADE, 198)),
        (Period(SEASON, 2024 * 4 + 3), 1, SEASON, Period(SEASON, 2025 * 4)),
        (Period(SEASON, 2024 * 4 + 1), -1, YEAR, Period(SEASON, 2023 * 4 + 1)),
        (period_at(WEEK, day_number(2020, 12, 31)), 1, WEEK, period_at(WEEK, day_number(2021, 1, 4))),
        (Period(HOUR, day_number(2025, 2, 8) * 24 + 23), 2, HOUR, Period(HOUR, day_number(2025, 2, 9) * 24 + 1)),
        (Period(HOUR, day_number(2025, 2, 8) * 24 + 23), 2, DAY, Period(HOUR, day_number(2025, 2, 10) * 24 + 23)),
        (Period(MINUTE, 0), -1, MINUTE, Period(MINUTE, -1)),
        (part_period(day_number(2025, 1, 31), "EV"), 1, MONTH, part_period(day_number(2025, 2, 28), "EV")),
        (part_period(day_number(2025, 1, 31), "EV"), 1, PART, part_period(day_number(2025, 1, 31), "NI")),
        (day(2025, 2, 8), 36, HOUR, day(2025, 2, 9)),
    ],
)
def test_shift(period: Period, count: int, unit: Granularity, expected: Period) -> None:
    assert shift(period, count, unit) == expected


@given(granularities, granularities, day_numbers, st.integers(-500, 500))
def test_a_shift_keeps_the_granularity_and_goes_the_right_way(
    granularity: Granularity, unit: Granularity, number: int, count: int
) -> None:
    period = _any_period(granularity, number)
    moved = shift(period, count, unit)
    assert moved.granularity == granularity
    assert (moved.number - period.number) * count >= 0
    assert shift(period, 0, unit) == period


@given(st.sampled_from((SECOND, MINUTE, HOUR, DAY, WEEK)), day_numbers, st.integers(-500, 500))
def test_a_shift_by_equal_units_comes_back(unit: Granularity, number: int, count: int) -> None:
    period = Period(DAY, number) if unit >= DAY else _any_period(unit, number)
    assert shift(shift(period, count, unit), -count, unit) == period


@given(dates, st.integers(-400, 400))
@example(datetime.date(2024, 2, 29), 12)
def test_a_shift_by_months_keeps_the_day_of_the_month_where_it_exists(date: datetime.date, count: int) -> None:
    moved = civil(shift(Period(DAY, date.toordinal()), count, MONTH).number)
    year, index = divmod(date.year * 12 + date.month - 1 + count, 12)
    assert moved == (year, index + 1, min(date.day, month_days(year, index + 1)))


def _any_period(granularity: Granularity, number: int) -> Period:
    if granularity == PART:
        return part_period(number, "EV")
    if granularity < PART:
        return Period(granularity, number * {SECOND: DAY_SECONDS, MINUTE: 1440, HOUR: 24}[granularity])
    return period_at(granularity, number)


def test_the_weekday_names_in_this_file_are_right() -> None:
    assert [weekday(day_number(2025, 2, number)) for number in (10, 11, 8, 9)] == [MONDAY, TUESDAY, SATURDAY, SUNDAY]


def test_granularities_are_named_for_people() -> None:
    assert [item.word for item in Granularity][:6] == ["second", "minute", "hour", "part", "day", "weekend"]
    assert sorted(Granularity) == list(Granularity)


@given(st.integers(738_000, 740_000), st.integers(-300, 300).filter(bool))
def test_working_days_are_those_from_monday_to_friday(start: int, count: int) -> None:
    day, left = start, abs(count)
    while left:
        day += 1 if count > 0 else -1
        left -= weekday(day) < 5
    assert shift_workdays(Period(DAY, start), count) == Period(DAY, day)

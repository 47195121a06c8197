"""Which date is meant: direction, story, ranges, open values, and the traps that others fell into (design.md, 5).

Published on Tuesday 11 February 2025 unless a case says otherwise.
"""

from __future__ import annotations

import pytest

from timeline.calendar import DAY_SECONDS, day_number
from timeline.model import Domain, Timex
from timeline.notation import iso_day
from timeline.pipeline import tag

TUESDAY = "2025-02-11"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read(text: str, published: str | None = TUESDAY, domain: str = "news") -> tuple[Timex, ...]:
    return tag(text, published, Domain(domain), "en")


def values(text: str, published: str | None = TUESDAY, domain: str = "news") -> list[str]:
    return [timex.value for timex in read(text, published, domain)]


def days(timex: Timex) -> tuple[str | None, str | None]:
    """The first day of a timex and the day after its last."""
    start, end = timex.interval or (None, None)
    return tuple(None if each is None else iso_day(each // DAY_SECONDS) for each in (start, end))  # type: ignore[return-value]


# ---- direction ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "value", "direction"),
    [
        ("The ministers met on Tuesday.", TUESDAY, "2025-02-11", "same"),
        ("Talks resume on Sunday.", TUESDAY, "2025-02-16", "future"),
        ("He was shot dead on Saturday.", TUESDAY, "2025-02-08", "past"),
        ("The ministers will meet on Monday.", TUESDAY, "2025-02-17", "future"),
        ("The ministers met on Monday.", TUESDAY, "2025-02-10", "past"),
        ("The board is to meet on Monday.", TUESDAY, "2025-02-17", "future"),
        ("The board is expected to meet on Monday.", TUESDAY, "2025-02-17", "future"),
        ("The road has been closed since Friday.", TUESDAY, "2025-02-07", "past"),
        ("A quiet Saturday.", TUESDAY, "2025-02-08", "past"),
        ("The dividend is payable March 15.", TUESDAY, "2025-03-15", "future"),
        ("Trading ended Dec. 31.", TUESDAY, "2024-12-31", "past"),
        ("The plant closed in June.", TUESDAY, "2024-06", "past"),
        ("The plant will close in June.", TUESDAY, "2025-06", "future"),
        ("It opened in January.", TUESDAY, "2025-01", "past"),
        ("It opens in March.", TUESDAY, "2025-03", "future"),
        ("It fell in February.", TUESDAY, "2025-02", "same"),
        ("They met on June 10.", "2025-06-12", "2025-06-10", "past"),
        ("They will meet on June 14.", "2025-06-12", "2025-06-14", "future"),
        ("They met on June 12.", "2025-06-12", "2025-06-12", "same"),
        ("They met on 31 December.", "2025-01-02", "2024-12-31", "past"),
        ("They will meet on 2 January.", "2024-12-30", "2025-01-02", "future"),
    ],
)
def test_direction(text: str, published: str, value: str, direction: str) -> None:
    (timex,) = read(text, published)
    assert (timex.value, timex.direction) == (value, direction)


def test_a_cue_is_told_only_when_it_decided() -> None:
    text = "He was shot dead on Saturday."
    (timex,) = read(text)
    assert timex.cue is not None
    assert (timex.cue.span.of(text), timex.cue.reason) == ("shot", "is in the past tense")
    assert read("They met on Tuesday.")[0].cue is None


def test_talk_leans_to_the_future() -> None:
    assert values("See you Saturday!", domain="colloquial") == ["2025-02-15"]
    assert values("Saw her Saturday.", domain="colloquial") == ["2025-02-08"]


@pytest.mark.parametrize("offset", range(7))
def test_the_publish_date_s_own_weekday_is_the_publish_date(offset: int) -> None:
    day = day_number(2025, 2, 10) + offset
    for verb in ("met", "will meet"):
        assert values(f"The ministers {verb} on {WEEKDAYS[offset]}.", iso_day(day)) == [iso_day(day)]


@pytest.mark.parametrize("offset", range(7))
def test_a_past_weekday_is_one_of_the_last_seven_days(offset: int) -> None:
    day = day_number(2025, 2, 10) + offset
    for place, name in enumerate(WEEKDAYS):
        back = (offset - place) % 7
        assert values(f"The ministers met on {name}.", iso_day(day)) == [iso_day(day - back)]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The next meeting takes place on Monday.", "2026-03-16", "2026-03-23"),
        ("The next meeting takes place on Monday in two weeks.", "2026-03-16", "2026-03-30"),
        ("The next meeting will be on Monday.", "2026-03-16", "2026-03-23"),
        ("The next meeting was on Monday.", "2026-03-16", "2026-03-16"),
        ("The concert on Saturday is sold out.", "2026-03-04", "2026-03-07"),
        ("The vote on Saturday is seen as a test.", "2026-03-02", "2026-02-28"),
        ("The report on Friday says that prices rose.", "2026-03-04", "2026-02-27"),
        ("Osei: call the printer on Wednesday.", "2026-03-16", "2026-03-18"),
        ("The report was due on Monday.", "2026-03-04", "2026-03-09"),
        ("The report was due on Monday but has not been delivered.", "2026-03-04", "2026-03-02"),
        ("The report was due on Monday, but it hasn't come.", "2026-03-04", "2026-03-02"),
    ],
)
def test_where_a_weekday_points_without_a_tense_of_its_own(text: str, published: str, value: str) -> None:
    assert values(text, published) == [value]


# ---- the publish date ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met yesterday.", "2024-03-01", "2024-02-29"),
        ("They met yesterday.", "2025-01-01", "2024-12-31"),
        ("They meet tomorrow.", "2024-02-28", "2024-02-29"),
        ("They met last week.", "2021-01-06", "2020-W53"),
        ("They meet this week.", "2020-12-30", "2020-W53"),
        ("They met this week.", "2021-01-02", "2020-W53"),
        ("They meet next week.", "2020-12-28", "2021-W01"),
        ("They met last month.", "2025-01-31", "2024-12"),
        ("They met a month ago.", "2024-03-31", "2024-02"),
        ("They meet next month.", "2024-12-15", "2025-01"),
        ("They met last year.", "2025-01-01", "2024"),
        ("A year ago today they met.", "2024-02-29", "2023-02-28"),
        ("They met three days ago.", "2024-03-02", "2024-02-28"),
        ("They met on 29 February.", TUESDAY, "2024-02-29"),
        ("They will meet on 29 February.", "2027-06-01", "2028-02-29"),
    ],
)
def test_steps_from_the_publish_date(text: str, published: str, value: str) -> None:
    assert values(text, published) == [value]


def test_a_publish_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="last Tuesday"):
        read("They met on Monday.", "last Tuesday")


def test_the_hour_of_publishing_moves_no_day() -> None:
    written = [values("They met yesterday.", f"2025-02-11{time}") for time in ("", "T00:00", "T09:33", "T23:59:59")]
    assert written == [["2025-02-10"]] * 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Saturday.", "XXXX-WXX-6"),
        ("It was late Saturday.", "XXXX-WXX-6"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met three days ago.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met this weekend.", "XXXX-WXX-WE"),
        ("They met last month.", "XXXX-XX"),
        ("They met last year.", "XXXX"),
        ("They met in June.", "XXXX-06"),
        ("They met on June 10.", "XXXX-06-10"),
        ("They met last summer.", "XXXX-SU"),
        ("They meet tonight.", "XXXX-XX-XXTNI"),
        ("They met at 5 p.m.", "XXXX-XX-XXT17:00"),
    ],
)
def test_without_a_publish_date_it_stays_open(text: str, value: str) -> None:
    (timex,) = read(text, None)
    assert (timex.value, timex.period, timex.interval, timex.anchor) == (value, None, None, None)


@pytest.mark.parametrize(
    "text", ["They met on 5 May 1998.", "It was built in the 1990s.", "It fell in 480 BC.", "It lasted three days."]
)
def test_what_needs_no_anchor_is_the_same_without_one(text: str) -> None:
    with_date, without = read(text), read(text, None)
    assert [(t.value, t.period, t.interval) for t in with_date] == [(t.value, t.period, t.interval) for t in without]


# ---- the story ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 May 1945 it ended. Three days later they left.", ["1945-05-05", "1945-05-08"]),
        ("On 5 May 1945 it ended. In June they returned.", ["1945-05-05", "1945-06"]),
        ("On 5 May 1945 it ended. The next year it fell.", ["1945-05-05", "1946"]),
        ("On 30 April 1945 it ended. The next day they left.", ["1945-04-30", "1945-05-01"]),
        ("In November 1941 they came. In January they left.", ["1941-11", "1942-01"]),
        ("In November 1941 they came. In June they left.", ["1941-11", "1941-06"]),
        ("On 16-17 July 1942 it rained. That month it ended.", ["1942-07-16", "1942-07-17", "1942-07"]),
        ("In May 1941 it began. In 1942 it ended. The next month they left.", ["1941-05", "1942", "XXXX-XX"]),
        ("In 480 BC they came. Two years later they left.", ["BC0480", "BC0478"]),
        ("In 2 BC they came. Three years later they left.", ["BC0002", "0002"]),
    ],
)
def test_histories_stand_at_their_own_dates(text: str, expected: list[str]) -> None:
    assert values(text, domain="narrative") == expected


def test_a_month_opens_a_sentence_of_a_history() -> None:
    assert values("In 1941 they came. In May it began.", domain="narrative") == ["1941", "1941-05"]


def test_a_year_that_ends_its_clause_is_the_story_s() -> None:
    text = "The third harbour was begun in 1204. On 12 April of that year a fleet anchored."
    assert values(text, domain="narrative") == ["1204", "1204-04-12"]


def test_the_anchor_names_the_words_it_was_read_from() -> None:
    text = "On 5 May 1945 it ended. Three days later they left."
    anchor = read(text, domain="narrative")[1].anchor
    assert anchor is not None
    assert (anchor.kind, anchor.value, anchor.span and anchor.span.of(text)) == ("story", "1945-05-05", "5 May 1945")


# ---- ranges -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks ran from Monday to Thursday.", ["2025-02-10", "2025-02-13"]),
        ("The fair ran from Friday to Sunday.", ["2025-02-07", "2025-02-09"]),
        ("The fair will run from Friday to Monday.", ["2025-02-14", "2025-02-17"]),
        ("It happened between 3 and 5 February.", ["2025-02-03", "2025-02-05"]),
        ("The office was closed from 30 December to 2 January.", ["2024-12-30", "2025-01-02"]),
        ("It was dug between 1618 and 1623.", ["1618", "1623"]),
        ("They fought from 431 to 404 BC.", ["BC0431", "BC0404"]),
        ("On 3-5 November 2024 it rained.", ["2024-11-03", "2024-11-05"]),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    first, last = read(text)
    assert [first.value, last.value] == expected
    assert (first.mention.range_start, first.mention.range_end) == (True, False)
    assert (last.mention.range_start, last.mention.range_end) == (False, True)


@pytest.mark.parametrize("verb", ["ran", "will run"])
def test_the_last_day_of_a_range_is_never_before_the_first(verb: str) -> None:
    for published in range(day_number(2025, 2, 10), day_number(2025, 2, 17)):
        for first in WEEKDAYS:
            for last in WEEKDAYS:
                text = f"The fair {verb} from {first} to {last}."
                opens, closes = read(text, iso_day(published))
                assert opens.period <= closes.period, (text, iso_day(published))  # type: ignore[operator]
                assert closes.period.number - opens.period.number < 7, (text, iso_day(published))  # type: ignore[union-attr]


# ---- traps --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "He may resign.",
        "The team won 3-2.",
        "About 1/3 of voters stayed home.",
        "Some twenty-six soldiers died.",
        "There were 10 students in class.",
        "It took a split second.",
        "It was numbered 50/6/2018.",
        "They march on the capital.",
        "Some 1984 soldiers fell.",
    ],
)
def test_no_time_at_all(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Prices rose in the 1990s.", "DATE", "199X"),
        ("The siege lasted three days.", "DURATION", "P3D"),
        ("The market opens every Sunday.", "SET", "XXXX-WXX-7"),
        ("Monday's vote was close.", "DATE", "2025-02-10"),
        ("It opened in mid-January.", "DATE", "2025-01"),
        ("It rained overnight.", "TIME", "2025-02-10TNI"),
        ("They met last summer.", "DATE", "2024-SU"),
        ("It was founded in 480 BC.", "DATE", "BC0480"),
        ("The king died in AD 987.", "DATE", "0987"),
        ("The king died in 987 AD.", "DATE", "0987"),
        ("İstanbul İİ: they met on Monday.", "DATE", "2025-02-10"),
    ],
)
def test_one_time(text: str, kind: str, value: str) -> None:
    assert [(timex.type, timex.value) for timex in read(text)] == [(kind, value)]


def test_a_number_before_year_is_no_far_future() -> None:
    assert set(values("2010 Year Treasury notes fell.")) <= {"2010"}


def test_a_weekday_that_does_not_fit_is_flagged_and_the_date_kept() -> None:
    (timex,) = read("They met on Tuesday, 10 February 2025.")
    assert timex.value == "2025-02-10"
    assert timex.flags == ("2025-02-10 is a Monday, the text says Tuesday",)
    assert read("They met on Monday, 10 February 2025.")[0].flags == ()


def test_a_day_that_no_year_has_is_no_date() -> None:
    assert [timex.interval for timex in read("On 29 February 2023 it began.")] == [None] * len(
        read("On 29 February 2023 it began.")
    )
    assert [timex.value for timex in read("On 29 February 2024 it began.")] == ["2024-02-29"]


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("It happened last month.", "2025-01-01", "2025-02-01"),
        ("It happened in the 1990s.", "1990-01-01", "2000-01-01"),
        ("It happened last week.", "2025-02-03", "2025-02-10"),
        ("It happened in 2024.", "2024-01-01", "2025-01-01"),
        ("It fell in the past three months.", "2024-11-11", "2025-02-12"),
        ("It fell in the first two months of 1939.", "1939-01-01", "1939-03-01"),
        ("It was founded in 480 BC.", "-0479-01-01", "-0478-01-01"),
        ("It was quiet in 1 BC.", "0000-01-01", "0001-01-01"),
    ],
)
def test_dates_are_as_wide_as_they_are_said(text: str, first: str, after: str) -> None:
    assert [days(timex) for timex in read(text) if timex.interval] == [(first, after)]


@pytest.mark.parametrize("words", ["in the next 0 days", "in the past zero weeks", "the 0 months"])
def test_a_stretch_of_none_covers_no_time(words: str) -> None:
    assert [timex.interval for timex in read(f"The museum will open {words}.")] == [None]


def test_reading_twice_gives_the_same() -> None:
    text = "They met on Monday, in June, last week, three days ago and from Friday to Sunday."
    assert read(text) == read(text)


def test_then_leans_on_nothing_when_the_last_date_stayed_open() -> None:
    text = "The well dried up in June 2024. It opens next Sunday, and until then it stays shut."
    assert [t.value for t in tag(text, None, Domain.NEWS, "en")] == ["2024-06", "XXXX-WXX-7", "XXXX-XX-XX"]

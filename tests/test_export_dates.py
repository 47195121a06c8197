"""How wide a date comes out of the formats that have dates of their own, and what they leave out and count."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from made import saturday_timeline
from stocked import fill
from test_clock_independence import CLOCK

from timeline.calendar import Interval
from timeline.export import FORMATS, Asked
from timeline.label import label_of
from timeline.lines import dumps
from timeline.notation import edtf_range, iso_instant, parse_edtf, parse_period
from timeline.query import read_filters
from timeline.record import event_json

Event = dict[str, Any]


def event(edtf: str | None, **changes: Any) -> Event:
    """Make an event of an EDTF date: a period has a granularity, a range has none, nothing is undated."""
    timeline = saturday_timeline()
    made = event_json(timeline, timeline.events[0])
    single = edtf is not None and "/" not in edtf
    interval = parse_edtf(edtf) if edtf else Interval(None, None)
    period = parse_period(edtf) if edtf and single else None
    start, end = (None if one is None else iso_instant(one) for one in interval)
    made |= {"start": start, "end": end, "granularity": period.granularity.word if period else None}
    made |= {"edtf": edtf and (edtf if single else edtf_range(interval)), "label": label_of(period, interval, None)}
    return {**made, **changes}


def evening() -> Event:
    changes = {"start": "2025-02-08T19:00", "end": "2025-02-09T05:00", "granularity": "part", "label": "Sat, night"}
    return event("2025-02-08", **changes)


def clocks() -> Event:
    return event("2025-02-08", start="2025-02-08T20:00", end="2025-02-08T22:30", granularity=None)


def written(name: str, *events: Event, asked: Asked | None = None) -> bytes:
    return b"".join(FORMATS[name].write(map(dumps, events), asked))


def note(name: str, *events: Event) -> str | None:
    """What the format says at its end."""
    parts = FORMATS[name].write(map(dumps, events))
    while True:
        try:
            next(parts)
        except StopIteration as end:
            said: str | None = end.value
            return said


# ---- iCalendar --------------------------------------------------------------------------------------------------

SPANS: list[tuple[Event, date, date]] = [
    (event("2025-02-08"), date(2025, 2, 8), date(2025, 2, 9)),
    (event("2025-02"), date(2025, 2, 1), date(2025, 3, 1)),
    (event("199X"), date(1990, 1, 1), date(2000, 1, 1)),
    (event("2025-02-10/2025-02-14"), date(2025, 2, 10), date(2025, 2, 15)),
    (event("2024/.."), date(2024, 1, 1), date(2024, 1, 2)),
    (event("../2024"), date(2024, 12, 31), date(2025, 1, 1)),
    (event("0079-08-24"), date(79, 8, 24), date(79, 8, 25)),
    (evening(), date(2025, 2, 8), date(2025, 2, 9)),
    (event("2025-02-08T09:33"), datetime(2025, 2, 8, 9, 33), datetime(2025, 2, 8, 9, 34)),
    (clocks(), datetime(2025, 2, 8, 20), datetime(2025, 2, 8, 22, 30)),
]


@pytest.mark.parametrize(("given", "start", "end"), SPANS, ids=[each[0]["label"] for each in SPANS])
def test_ics_has_whole_days_or_clock_times_without_a_zone_and_excludes_the_end(
    given: Event, start: date, end: date
) -> None:
    (found,) = Calendar.from_ical(written("ics", given)).walk("VEVENT")
    assert (found["dtstart"].dt, found["dtend"].dt) == (start, end)
    assert str(found["description"]).startswith(given["label"])
    value = b"DTSTART:" if isinstance(start, datetime) else b"DTSTART;VALUE=DATE:"
    assert value in written("ics", given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (event("2025-02"), "Feb 2025 (not told more closely: the calendar shows all of its days)"),
        (evening(), "Sat, night (not told more closely: the calendar shows the whole day)"),
        (event("2024/.."), "since 2024 (open at one end: the calendar shows the other)"),
        (event("2025-02-08"), "Sat 8 Feb 2025"),
        (event("2025-02-10/2025-02-14"), "10–14 Feb 2025"),
    ],
)
def test_ics_says_how_wide_the_date_was_told(given: Event, words: str) -> None:
    (found,) = Calendar.from_ical(written("ics", given)).walk("VEVENT")
    assert str(found["description"]).split("\n")[0] == words


def test_ics_is_dated_by_the_article_and_keeps_its_uid() -> None:
    (found,) = Calendar.from_ical(written("ics", event("2025-02-08"))).walk("VEVENT")
    (redated,) = Calendar.from_ical(written("ics", event("2025-02-15"))).walk("VEVENT")
    assert found["uid"] == redated["uid"]
    assert found["dtstamp"].to_ical() == b"20250211T000000Z"
    unknown = event("2025-02-08")
    unknown["article"]["published"] = None
    (found,) = Calendar.from_ical(written("ics", unknown)).walk("VEVENT")
    assert found["dtstamp"].to_ical() == b"19700101T000000Z"


def test_ics_marks_what_is_not_told_as_having_happened() -> None:
    (found,) = Calendar.from_ical(written("ics", event("2025-02-08", modality="planned"))).walk("VEVENT")
    assert str(found["summary"]) == "Officials reported late Saturday [planned]"
    assert (str(found["status"]), str(found["transp"])) == ("TENTATIVE", "TRANSPARENT")


def test_ics_leaves_out_what_a_calendar_cannot_hold_and_counts_it() -> None:
    wide = [event(edtf) for edtf in ("-0479-09-20", "0000", "Y12000", "9999", "-0050/0020", None)]
    said = "6 events left out, which a calendar file cannot hold: 5 outside the years 1 to 9999, 1 without a date"
    calendar = Calendar.from_ical(written("ics", event("2025-02-08"), *wide))
    assert [one.name for one in calendar.subcomponents] == ["VEVENT", "VJOURNAL"]
    assert str(calendar.subcomponents[1]["summary"]) == said
    assert note("ics", *wide) == said
    assert note("ics", event("2025")) is None


def test_ics_without_events_is_still_a_calendar() -> None:
    (journal,) = Calendar.from_ical(written("ics")).subcomponents
    assert (journal.name, str(journal["summary"])) == ("VJOURNAL", "no events")


# ---- TimelineJS -------------------------------------------------------------------------------------------------

PARTS: list[tuple[Event, dict[str, int], dict[str, int] | None]] = [
    (event("2025-02-08"), {"year": 2025, "month": 2, "day": 8}, None),
    (evening(), {"year": 2025, "month": 2, "day": 8}, None),
    (event("2025-02"), {"year": 2025, "month": 2, "day": 1}, {"year": 2025, "month": 2, "day": 28}),
    (event("-0479"), {"year": -479, "month": 1, "day": 1}, {"year": -479, "month": 12, "day": 31}),
    (event("../2024"), {"year": 2024, "month": 12, "day": 31}, None),
    (event("2024/.."), {"year": 2024, "month": 1, "day": 1}, None),
]


@pytest.mark.parametrize(("given", "start", "end"), PARTS, ids=[each[0]["label"] for each in PARTS])
def test_timelinejs_has_the_first_and_the_last_day_and_the_words(
    given: Event, start: dict[str, int], end: dict[str, int] | None
) -> None:
    (slide,) = json.loads(written("timelinejs", given))["events"]
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, given["label"])


def test_timelinejs_has_clock_times() -> None:
    (slide,) = json.loads(written("timelinejs", clocks()))["events"]
    day = {"year": 2025, "month": 2, "day": 8, "second": 0}
    assert (slide["start_date"], slide["end_date"]) == (
        day | {"hour": 20, "minute": 0},
        day | {"hour": 22, "minute": 30},
    )


def test_timelinejs_counts_what_has_no_date() -> None:
    written_down = json.loads(written("timelinejs", event(None), event("2025")))
    said = "1 event left out, for TimelineJS shows none without a date"
    assert len(written_down["events"]) == 1
    assert said in written_down["title"]["text"]["text"]
    assert (note("timelinejs", event(None)), json.loads(written("timelinejs"))["events"]) == (said, [])


# ---- feeds and linked data --------------------------------------------------------------------------------------


def test_atom_is_as_new_as_its_newest_article() -> None:
    old, new, unknown = event("2025-02-08"), event("2025-02-08"), event(None)
    for one, published in ((old, "2025-02-11T09:33"), (new, "2025-03"), (unknown, None)):
        one["article"]["published"] = published
    feed = ElementTree.fromstring(written("atom", old, new, unknown))  # noqa: S314  we wrote it
    space = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{space}updated") == "2025-03-01T00:00:00Z"
    dates = [one.findtext(f"{space}updated") for one in feed.iter(f"{space}entry")]
    assert dates == ["2025-02-11T09:33:00Z", "2025-03-01T00:00:00Z", "1970-01-01T00:00:00Z"]
    ids = [one.text for one in feed.iter(f"{space}id")]
    assert ids[1] == ids[2]
    assert all((one or "").startswith("urn:uuid:") for one in ids)


def test_a_feed_of_other_filters_is_another_feed() -> None:
    def key(**filters: str) -> str:
        return Asked(read_filters({name: [value] for name, value in filters.items()})).urn

    assert key() == Asked().urn
    assert key(source="Xinhua") == key(source="Xinhua")
    assert len({key(), key(source="Xinhua"), key(text="fire"), key(undated="only"), key(order="desc")}) == 5


def test_feeds_link_back_where_there_is_a_service() -> None:
    asked, given = Asked(address="https://timeline.example/"), event("2025-02-08")
    page = f"https://timeline.example/events/{given['id']}"
    assert json.loads(written("jsonfeed", given, asked=asked))["items"][0]["url"] == page
    assert f'<link rel="alternate" href="{page}"/>' in written("atom", given, asked=asked).decode()
    assert f'<a href="{page}">' in written("html", given, asked=asked).decode()
    assert json.loads(written("jsonld", given, asked=asked))["@graph"][0]["url"] == page
    assert page in written("ics", given, asked=asked).replace(b"\r\n ", b"").decode()


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        (event("2025-02-08"), "2025-02-08", "2025-02-08"),
        (event("199X"), "1990-01-01", "1999-12-31"),
        (event("2024/.."), "2024-01-01", None),
        (event("2025-02-08T09:33"), "2025-02-08T09:33", None),
        (clocks(), "2025-02-08T20:00", "2025-02-08T22:30"),
        (event(None), None, None),
    ],
)
def test_jsonld_has_both_ends_inside_and_the_width_in_edtf(given: Event, start: str | None, end: str | None) -> None:
    (node,) = json.loads(written("jsonld", given))["@graph"]
    assert (node.get("startDate"), node.get("endDate"), node.get("edtf")) == (start, end, given["edtf"])


# ---- what they say of themselves --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({}, "every event with a date"),
        ({"undated": ["include"]}, "every event"),
        ({"undated": ["only"], "source": ["A", "B"]}, "source A or B, only those without a date"),
        ({"from": ["2025-02"], "order": ["desc"]}, "from Feb 2025, latest first"),
        ({"to": ["2025-02-14"], "text": ["fire"]}, "to Fri 14 Feb 2025, with the words fire"),
    ],
)
def test_an_export_says_what_was_asked(filters: dict[str, list[str]], words: str) -> None:
    asked = Asked(read_filters(filters))
    assert asked.words == words
    for name in ("atom", "jsonfeed", "timelinejs", "md", "html"):
        assert words in written(name, asked=asked).decode()


def test_each_format_has_what_the_web_needs() -> None:
    assert len({one.suffix for one in FORMATS.values()}) == len(FORMATS)
    assert {name for name, one in FORMATS.items() if one.attachment} == {"csv", "ics", "md", "html"}
    assert all("/" in one.media_type and one.suffix.startswith(".") for one in FORMATS.values())


@pytest.mark.parametrize("name", ["ics", "atom"])
def test_no_clock_changes_what_is_written(name: str, tmp_path: Path) -> None:
    db = fill(tmp_path / "timeline.db")
    found = set()
    for start, zone in (("915148800", "Asia/Kathmandu"), ("4000000000", "America/Los_Angeles")):
        command = [sys.executable, "-c", CLOCK, start, "export", name, "--db", str(db), "--undated", "include"]
        ended = subprocess.run(command, env={"TZ": zone}, capture_output=True, check=True, timeout=60)
        found.add(ended.stdout)
    assert len(found) == 1

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from made import days, saturday_timeline, timeline_with

from timeline.calendar import Interval, day_number
from timeline.export import FORMATS
from timeline.export.as_timeml import timeml
from timeline.lines import dumps
from timeline.model import Modality, Timeline
from timeline.notation import parse_edtf
from timeline.record import event_json, tagged_json


def bodies(*timelines: Timeline) -> list[bytes]:
    return [dumps(event_json(timeline, event)) for timeline in timelines for event in timeline.events]


def written(name: str, *timelines: Timeline) -> str:
    return b"".join(FORMATS[name].write(bodies(*timelines))).decode()


def with_quote(quote: str, **changes) -> Timeline:
    timeline = saturday_timeline()
    return replace(timeline, events=(timeline.events[0]._replace(quote=quote, **changes),))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_and_ndjson_hold_every_event_as_it_is(count: int) -> None:
    timelines = [saturday_timeline(source=str(number)) for number in range(count)]
    expected = [json.loads(body) for body in bodies(*timelines)]
    assert json.loads(written("json", *timelines)) == {"events": expected}
    assert [json.loads(line) for line in written("ndjson", *timelines).splitlines()] == expected


def test_csv_has_a_header_and_a_row_for_each_event() -> None:
    text = written("csv", saturday_timeline(), saturday_timeline(published=None))
    assert text.count("\r\n") == 3
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["start"], first["end"], first["label"]) == ("2025-02-08", "2025-02-09", "Sat 8 Feb 2025, late")
    assert (first["words"], first["value"], first["source"]) == ("late Saturday", "2025-02-08", "Example Wire")
    assert (second["start"], second["edtf"], second["confidence"]) == ("", "", "")
    assert first["id"] != first["article"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u202e@", "\ufeff=", "\uff1d"])
def test_csv_never_lets_words_run_as_a_formula(start: str) -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", with_quote(f'{start}cmd()|"A1", b')), newline=""))
    assert row["quote"] == f'\'{start}cmd()|"A1", b'


def test_csv_writes_dates_before_our_era_as_they_are() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", timeline_with(parse_edtf("-0611"))), newline=""))
    assert (row["start"], row["end"], row["label"]) == ("-0611-01-01", "-0610-01-01", "612 BC")
    assert row["edtf"] == "-0611-01-01/-0611-12-31"


def test_csv_keeps_lines_and_quotes_inside_cells() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", with_quote('He said "no",\nthen left.')), newline=""))
    assert row["quote"] == 'He said "no",\nthen left.'


def test_text_stands_below_years_months_and_days() -> None:
    saturday = saturday_timeline()
    planned = replace(saturday, events=(saturday.events[0]._replace(id="a" * 16, modality=Modality.PLANNED),))
    key = saturday.events[0].id
    assert written("text", saturday, planned) == (
        "2025\n"
        "  Feb 2025\n"
        "    Sat 8 Feb 2025\n"
        "      Sat 8 Feb 2025, late: Officials reported late Saturday\n"
        "        “Officials reported late Saturday that talks ended.”\n"
        f"        Example Wire, 2025-02-11; stated; event {key}\n"
        "      Sat 8 Feb 2025, late [planned]: Officials reported late Saturday\n"
        "        “Officials reported late Saturday that talks ended.”\n"
        "        Example Wire, 2025-02-11; stated; event aaaaaaaaaaaaaaaa\n"
    )


@pytest.mark.parametrize("form", ["text", "md", "atom", "html"])
def test_a_sentence_with_quotation_marks_of_its_own_gets_no_others(form: str) -> None:
    own = written(form, with_quote("„Talks ended“, they said.")).replace("\\", "")
    assert "„Talks ended“, they said." in own
    assert "“„Talks" not in own
    assert "“They said that talks ended.”" in written(form, with_quote("They said that talks ended.")).replace("\\", "")


def test_text_invents_no_day_for_what_is_wide_open_or_unknown() -> None:
    bc = day_number(-479, 9, 20)
    timeline = timeline_with(Interval(None, 5), days(bc, bc), parse_edtf("1990/1999"), None)
    headings = [line for line in written("text", timeline).splitlines() if line and not line.startswith(" ")]
    assert headings == ["open beginning", "480 BC", "1990", "undated"]


def test_text_without_events_says_so() -> None:
    assert written("text") == "no events\n"


def test_text_shows_no_control_characters() -> None:
    text = written("text", with_quote("red \x1b[31m bell \x07 turned \u202e back\nline", headline="a\x9bb"))
    assert "“red \ufffd[31m bell \ufffd turned \ufffd back line”" in text
    assert "a\ufffdb" in text


def test_timeml_marks_the_words_and_keeps_the_text() -> None:
    timeline = saturday_timeline()
    text = timeline.article.text.replace("talks", "<talks> & 'co'")
    tagged = [tagged_json(timex, text) for timex in timeline.timexes]
    root = ElementTree.fromstring(timeml(text, tagged, "2025-02-11T09:33"))  # noqa: S314  we wrote it
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text
    (timex,) = body.findall("TIMEX3")
    assert (timex.text, timex.attrib) == (
        "late Saturday",
        {"tid": "t1", "type": "DATE", "value": "2025-02-08", "mod": "END"},
    )
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert (created.get("value"), created.get("type")) == ("2025-02-11T09:33", "TIME")
    assert created.get("functionInDocument") == "CREATION_TIME"


def test_timeml_of_any_text_is_xml() -> None:
    text = "a\x00b\x1b \ud800 ]]> <!-- &amp; \r end"
    body = ElementTree.fromstring(timeml(text, (), None)).find("TEXT")  # noqa: S314  we wrote it
    assert body is not None
    assert body.text == "a\ufffdb\ufffd \ufffd ]]> <!-- &amp; \r end"
    assert len(body.text) == len(text)

"""Publish dates: every header style people write, and everything that must not become a date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline.model import Article
from timeline.reading import Hints, dated, read_bytes, read_file
from timeline.reading.dates.published import parse_published, read_date

BODY = "\n\nThe council of Brennick met and agreed that the bridge was to be closed.\n\nIt said that nobody was hurt.\n"


def article_of(text: str, name: str = "story.txt", **hints: str) -> Article:
    (article,) = read_bytes(text.encode(), name, Hints(**hints))  # type: ignore[arg-type]
    assert isinstance(article, Article), article
    return article


HEADERS = [
    ("Published: 09:33, February 11, 2025", "2025-02-11T09:33", None),
    ("PUBLISHED : February 11, 2025", "2025-02-11", None),
    ("Published: 2025-02-11", "2025-02-11", None),
    ("Published: 2025-02-11 09:33", "2025-02-11T09:33", None),
    ("Published: 2025-02-11T09:33:00Z", "2025-02-11T09:33:00", "Z"),
    ("Published: 2025-02-11T09:33:00.000+03:00", "2025-02-11T09:33:00", "+03:00"),
    ("Published: Tue, 11 Feb 2025 09:33:00 +0300", "2025-02-11T09:33:00", "+0300"),
    ("Published: Feb. 11, 2025 9:33 a.m. ET", "2025-02-11T09:33", "ET"),
    ("Published: Feb. 11, 2025 9:33 p.m. ET", "2025-02-11T21:33", "ET"),
    ("Published 11 February 2025", "2025-02-11", None),
    ("Published on 11th February 2025", "2025-02-11", None),
    ("Published on: February 11th, 2025 - 9:33pm", "2025-02-11T21:33", None),
    ("Published at 09:33 on 11 February 2025", "2025-02-11T09:33", None),
    ("Published Date: 11-Feb-2025", "2025-02-11", None),
    ("Publish Date: 2025/02/11 09:33:10", "2025-02-11T09:33:10", None),
    ("Publication date: 11 February 2025", "2025-02-11", None),
    ("First published: Tuesday 11 February 2025 09.33 GMT", "2025-02-11T09:33", "GMT"),
    ("Date: Tuesday, February 11, 2025", "2025-02-11", None),
    ("Date: 20250211", "2025-02-11", None),
    ("date: '2025-02-11'", "2025-02-11", None),
    ("**Date:** 11 Feb 2025", "2025-02-11", None),
    ("Dated: Feb 11 2025", "2025-02-11", None),
    ("Date Posted: Feb 11, 2025 / 09:33 AM EST", "2025-02-11T09:33", "EST"),
    ("Posted: Tue Feb 11 09:33:00 MSK 2025", "2025-02-11T09:33:00", "MSK"),
    ("Posted Feb 11, 2025 at 9:33am", "2025-02-11T09:33", None),
    ("Posted on 11/02/2025 at 09:33", "2025-11-02T09:33", None),
    ("Posted: 25/02/2025", "2025-02-25", None),
    ("Updated 9:33 AM ET, Tue February 11, 2025", "2025-02-11T09:33", "ET"),
    ("Last updated: 11 February 2025", "2025-02-11", None),
    ("Xinhua | Updated: 2025-02-11 09:33", "2025-02-11T09:33", None),
    ("Source: Xinhua| 2025-02-11 09:33:10|Editor: huaxia", "2025-02-11T09:33:10", None),
    ("By Zhang San | China Daily | Updated: 2025-02-11 09:33", "2025-02-11T09:33", None),
    ("Published: 11 February 2025 | Updated: 12 February 2025", "2025-02-11", None),
    ("Published February 11, 2025, updated February 12, 2025", "2025-02-11", None),
    ("Published: February 11, 2025 by Jane Doe", "2025-02-11", None),
    ("Updated: 12 February 2025\nPublished: 11 February 2025", "2025-02-11", None),
    ("Release date: February 11, 2025", "2025-02-11", None),
    ("Issued: 0933 GMT, 11 Feb 2025", "2025-02-11T09:33", "GMT"),
    ("Published: 11 February 2025 at 09:33 GMT+8", "2025-02-11T09:33", "GMT+8"),
    ("Published: 2025-02-11 09:33 (Beijing Time)", "2025-02-11T09:33", "Beijing Time"),
    ("Published: 12:05 AM, February 11, 2025", "2025-02-11T00:05", None),
    ("Date: 11.02.2025", "2025-02-11", None),
    ("Veröffentlicht am 11. Februar 2025, 9:33 Uhr", "2025-02-11T09:33", None),
    ("Publié le 11 février 2025 à 09h33", "2025-02-11T09:33", None),
    ("Publicado el 11 de febrero de 2025", "2025-02-11", None),
    ("Pubblicato il 11 luglio 2025", "2025-07-11", None),
    ("Gepubliceerd op 12 maart 2025", "2025-03-12", None),
    ("Опубликовано: 11 февраля 2025", "2025-02-11", None),
    ("发布时间：2025年2月11日 09:33", "2025-02-11T09:33", None),
    ("تاريخ النشر: 11 فبراير 2025", "2025-02-11", None),
]


@pytest.mark.parametrize(("line", "value", "zone"), HEADERS, ids=[line for line, _, _ in HEADERS])
def test_header_style(line: str, value: str, zone: str | None) -> None:
    for text in (f"{line}\nBridge at Brennick closed{BODY}", f"Bridge at Brennick closed\n{line}{BODY}"):
        published = article_of(text).published
        assert published is not None
        assert (published.value, published.zone, published.basis) == (value, zone, "header")
        assert published.span is not None
        assert read_date(published.span.of(text)) is not None, "the span holds the words of the date"


LINES = [
    ("February 11, 2025", "2025-02-11"),
    ("Tuesday, 11 February 2025", "2025-02-11"),
    ("11 Feb 2025, 09:33", "2025-02-11T09:33"),
    ("2025-02-11 09:33", "2025-02-11T09:33"),
]


@pytest.mark.parametrize(("line", "value"), LINES)
def test_date_line_under_the_headline(line: str, value: str) -> None:
    article = article_of(f"Bridge at Brennick closed\nBy Jane Doe\n{line}{BODY}")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == (value, "header")
    assert [block.kind for block in article.blocks] == ["headline", "byline", "dateline", "body", "body"]


NO_DATES = [
    "Published: yesterday",
    "Published: today",
    "Published: Monday",
    "Published: 3 hours ago",
    "Published: February 2025",
    "Published: February 11",
    "Published: 2025",
    "Published: 50/6/2018",
    "Published: 30 February 2025",
    "Published: 11 February 0025",
    "Published: 99999-01-01",
    "Published: 11 Feb 25",
    "Published:",
    "Updated 5 minutes ago",
    "Storm 2025 hits 11 towns",
    "Released after 11 years",
]


@pytest.mark.parametrize("line", NO_DATES)
def test_no_date_is_made_up(line: str) -> None:
    article = article_of(f"{line}\nBridge at Brennick closed{BODY}")
    assert article.published is None
    assert "no publish date found: what leans on it cannot be dated yet" in article.notes


def test_an_unreadable_header_is_told() -> None:
    notes = article_of(f"Published: 50/6/2018\nBridge closed{BODY}").notes
    assert "the header line says '50/6/2018', which is no full date" in notes


@pytest.mark.parametrize(
    "words", ["now", "", "2025", "tomorrow", "in 2 days", "11 février", "no date here", "1 2 2025 3"]
)
def test_parse_published_refuses(words: str) -> None:
    assert parse_published(words) is None


def test_numbers_are_month_first_in_english_alone_and_it_is_said() -> None:
    assert parse_published("03/04/2025", ("en",)) == ("2025-03-04", None)
    assert parse_published("03/04/2025", ("en-GB",)) == ("2025-04-03", None)
    assert parse_published("03/04/2025", ("fr",)) == ("2025-04-03", None)
    assert parse_published("13/04/2025", ("en",)) == ("2025-04-13", None)
    article = article_of(f"Date: 03/04/2025\nBridge at Brennick closed{BODY}")
    assert "publish date: 03/04/2025 was read with the month first" in article.notes


def test_a_weekday_that_does_not_fit_is_flagged_and_the_date_kept() -> None:
    article = article_of(f"Date: Tuesday, 10 February 2025\nBridge closed{BODY}")
    assert article.published is not None
    assert article.published.value == "2025-02-10"
    assert "publish date: 2025-02-10 is a Monday, the text says Tuesday" in article.notes


# ---- the ladder -------------------------------------------------------------------------------------------------


def test_the_user_wins_and_the_header_becomes_the_conflict() -> None:
    article = article_of(f"Published: 11 February 2025\nBridge closed{BODY}", published="2025-02-12")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-12", "user")
    assert article.published.conflict == "the header says 2025-02-11"


@pytest.mark.parametrize("path", ["2025/feb/11/bridge", "2025/world/02/11/bridge.html", "2025/middle_east/2/11/bridge"])
def test_the_address_serves_when_the_text_is_silent(path: str) -> None:
    article = article_of(f"Bridge closed{BODY}", url=f"https://brennick.example/{path}")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11", "url")


@pytest.mark.parametrize("name", ["2025-02-11-bridge.txt", "bridge_20250211.txt", "a/b/2025.02.11 bridge.txt"])
def test_the_file_name_serves_last(name: str) -> None:
    article = article_of(f"Bridge closed{BODY}", name)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11", "filename")


@pytest.mark.parametrize("name", ["000_f3c644f119095fba.txt", "12345678.txt", "120250211.txt", "2025-bridge.txt"])
def test_other_numbers_in_a_file_name_are_no_date(name: str) -> None:
    assert article_of(f"Bridge closed{BODY}", name).published is None


def test_a_file_name_of_another_day_is_the_conflict() -> None:
    article = article_of(f"Published: 11 February 2025\nBridge closed{BODY}", "2025-02-12-bridge.txt")
    assert article.published is not None
    assert article.published.value == "2025-02-11"
    assert article.published.conflict == "the file name says 2025-02-12"


WIRES = [
    ("MOSCOW, Feb. 10, 2025 (Xinhua) -- The council met.", "story.txt", "2025-02-10", "Xinhua"),
    ("LONDON, 10 February 2025 (Reuters) - The council met.", "story.txt", "2025-02-10", "Reuters"),
    ("MOSCOW, Feb 10 (Xinhua) -- The council met.", "2025-moscow.txt", "2025-02-10", "Xinhua"),
    ("MOSCOW, Feb 10 (Xinhua) -- The council met.", "story.txt", None, "Xinhua"),
    ("WASHINGTON (AP) — The council met.", "story.txt", None, "AP"),
    ("MOSCOW - The council met.", "story.txt", None, None),
]


@pytest.mark.parametrize(("line", "name", "value", "source"), WIRES)
def test_wire_dateline(line: str, name: str, value: str | None, source: str | None) -> None:
    article = article_of(f"Bridge at Brennick closed\n\n{line}\n\nIt was the first time.\n", name)
    assert (article.published.value if article.published else None) == value
    assert article.published is None or article.published.basis == "dateline"
    assert article.source == source
    dated = any(character.isdigit() for character in line)
    wire = ["dateline", "body"] if dated else ["body"]  # a dateline with a date tells of the filing, not of the event
    assert [block.kind for block in article.blocks] == ["headline", *wire, "body"]


def test_a_dateline_without_a_year_is_told_where_nothing_else_dates_the_text() -> None:
    text = "Weir opens\n\nOTTERING, Nov. 25 (Reuters) - The weir was opened on Monday.\n"
    note = "publish date: the dateline names Nov. 25 without a year"
    article = article_of(text)
    assert (article.published, article.notes[0]) == (None, note)
    assert dated(article, "25 November 2024").notes == ()
    assert note not in article_of(f"Published: 26 November 2024\n{text}").notes


def test_a_dateline_of_the_day_before_is_no_conflict() -> None:
    text = "Published: 11 February 2025\nBridge closed\n\nMOSCOW, Feb. {} (Xinhua) -- The council met.\n\nIt was so.\n"
    for day, conflict in (("10, 2025", None), ("7, 2025", "the dateline says 2025-02-07")):
        published = article_of(text.format(day)).published
        assert published is not None
        assert published.conflict == conflict


def test_a_line_at_the_foot_serves_when_the_top_has_none() -> None:
    article = article_of(f"Bridge closed{BODY}\nPublished - February 11, 2025 09:33 am IST\n")
    assert article.published is not None
    assert (article.published.value, article.published.zone) == ("2025-02-11T09:33", "IST")
    assert article.blocks[-1].kind == "header"


def test_a_publish_date_given_that_is_none_is_refused() -> None:
    (answer,) = read_bytes(b"The bridge was closed.", "a.txt", Hints(published="last week"))
    assert str(answer) == "a.txt: the publish date given, 'last week', is not a full date"


def test_no_clock_and_no_zone_of_the_machine_matters(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "Bridge fermé\nPublié le 11 février 2025 à 23h50 CET\n\nLe pont est fermé depuis hier.\n", encoding="utf-8"
    )
    code = f"from timeline.reading import read_file; print(repr(list(read_file({str(path)!r}))))"
    outputs = {
        subprocess.run([sys.executable, "-c", code], env={"TZ": zone}, capture_output=True, check=True).stdout
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago")
    }
    assert len(outputs) == 1
    (article,) = read_file(path)
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.value, article.published.zone) == ("2025-02-11T23:50", "CET")

"""What stands behind the pages: marks, headings, pieces of a quote, rows of a text."""

from __future__ import annotations

from web.chronology import chronology, mark
from web.marking import found_pieces, quote_pieces
from web.printed import fates, rows


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


def test_found_pieces_are_the_words() -> None:
    pieces = found_pieces("Talks about the Talk, TALKS: Straße", ["talks", "strasse"])
    assert [piece.words for piece in pieces if piece.found] == ["Talks", "TALKS", "Straße"]
    assert "".join(piece.words for piece in pieces) == "Talks about the Talk, TALKS: Straße"
    assert found_pieces("nothing", [""]) == [("plain", "nothing", False)]

"""The right date under twelve styles of header: on texts made here, and on a thousand news texts where they are."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from header_styles import STYLES, Dated, file_name

from timeline.model import Article
from timeline.reading import read_bytes

ROOT = Path(__file__).resolve().parent.parent
NEWS = 1_000
# Texts with what misleads: dates of other days, labels, links, a line that looks like a headline.
BODIES = (
    "The council of Brennick met on Monday.\n\nIt said that nobody was hurt on 3 March 1999.\n",
    "Officials said on January 1, 2001 that the bridge, opened in 1987, was to be closed.\n\nALSO READ: Weir of 1999\n",
    "Bridges fell before.\nOn 4 May 2003 one fell at Tarn.\n\n“It was old,” she said.\n\n© 2019 Harbour Wire\n",
    "TARN (AP) - The weir was mended. Updated figures came on Sept. 9, 2009, the mayor said.\n\nThat was all.\n",
)


def texts() -> Iterator[Dated]:
    """Make texts for days around the ends of months and years."""
    for number, (year, month, day) in enumerate(
        [(2025, 2, 11), (1998, 12, 31), (2024, 2, 29), (2000, 1, 1), (2011, 10, 9), (2016, 5, 3), (2019, 8, 12)]
    ):
        yield Dated(BODIES[number % len(BODIES)], year, month, day, datetime.date(year, month, day).weekday())


def read(style: Callable[[Dated], str], one: Dated) -> str:
    (article,) = read_bytes(style(one).encode(), file_name(style, one))
    assert isinstance(article, Article), article
    return article.published.value[:10] if article.published else "no date"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_every_style_gives_the_day(style: Callable[[Dated], str]) -> None:
    assert [read(style, one) for one in texts()] == [one.iso for one in texts()]


def corpus() -> Path | None:
    named = os.environ.get("TIMELINE_CORPORA")
    places = [Path(named) / "news.jsonl", ROOT / named / "news.jsonl"] if named else []
    return next((place for place in places if place.is_file()), None)


@pytest.mark.skipif(corpus() is None, reason="no news texts: set TIMELINE_CORPORA to the folder that has news.jsonl")
def test_a_thousand_news_texts_have_their_day_whatever_the_style() -> None:
    """Each text takes one style in turn: all of them under every style take minutes and say the same."""
    place = corpus()
    assert place is not None
    wrong = []
    with place.open("rb") as lines:
        for number, line in enumerate(islice(lines, NEWS)):
            item = json.loads(line)
            day = datetime.date.fromisoformat(item["published"][:10])
            one = Dated(item["text"], day.year, day.month, day.day, day.weekday())
            style = STYLES[number % len(STYLES)]
            if (found := read(style, one)) != one.iso:
                wrong.append((item["id"], style.__name__, one.iso, found))
    assert number == NEWS - 1
    assert wrong == []


# ---- front matter -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "value", "zone", "title"),
    [
        ("---\ntitle: Bridge closed\ndate: 2025-02-11\n---", "2025-02-11", None, "Bridge closed"),
        ("---\ntitle: 'Bridge: closed'\ndate: 2025-02-11T09:33:00Z\n---", "2025-02-11T09:33:00", "Z", "Bridge: closed"),
        ("---\nlayout: post\npublishDate: 2025-02-11\nlastmod: 2025-03-01\n---", "2025-02-11", None, None),
        ("+++\ntitle = 'Bridge closed'\ndate = 2025-02-11\n+++", "2025-02-11", None, "Bridge closed"),
        (
            '+++\ntitle = "Bridge closed"\ndate = 2025-02-11T09:33:00+03:00\n[extra]\nx = 1\n+++',
            "2025-02-11T09:33:00",
            "+03:00",
            "Bridge closed",
        ),
        ('+++\npublishDate = "11 February 2025"\ndraft = true\n+++', "2025-02-11", None, None),
    ],
)
def test_front_matter(head: str, value: str, zone: str | None, title: str | None) -> None:
    text = f"{head}\n\nThe bridge was closed on Monday, the council of Brennick said.\n\nIt was old.\n"
    (article,) = read_bytes(text.encode(), "post.md")
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.value, article.published.zone, article.published.basis) == (value, zone, "header")
    assert article.title == title
    assert {block.kind for block in article.blocks if block.span.end <= len(head)} <= {"header", "headline"}
    assert [block.kind for block in article.blocks][-2:] == ["body", "body"]

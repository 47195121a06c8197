"""The day of a page: found on all of ours, on more than htmldate finds; the built-in reader needs no extra."""

from __future__ import annotations

import json
import subprocess
import sys

import htmldate
import pytest
from pages import PAGES, UNDATED, Page

from timeline.model import Article
from timeline.reading import read_bytes


def published(page: Page) -> str:
    (article,) = read_bytes(page.html.encode(), "page.html")
    assert isinstance(article, Article), article
    return article.published.value if article.published else ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_day_and_the_time_of_a_page(page: Page) -> None:
    value = published(page)
    assert value[:10] == page.day
    assert value[11:].startswith(page.time)


def test_there_are_forty() -> None:
    assert len(PAGES) >= 40


@pytest.mark.parametrize("page", UNDATED, ids=lambda page: page.name)
def test_no_day_is_made_up(page: Page) -> None:
    assert published(page) in ("", "2024-01-01"), "the last change stands in the footer"


def test_more_are_right_than_htmldate_finds() -> None:
    found = [htmldate.find_date(page.html, original_date=True) == page.day for page in PAGES]
    assert sum(found) < len(PAGES)


def test_the_built_in_reader_needs_no_extra() -> None:
    code = (
        "import sys; sys.modules['trafilatura'] = sys.modules['htmldate'] = None; import json\n"
        "from timeline.reading import read_bytes\n"
        "for line in sys.stdin:\n"
        "    (article,) = read_bytes(json.loads(line).encode(), 'page.html')\n"
        "    print(article.published.value[:10] if article.published else '')\n"
    )
    lines = "".join(f"{json.dumps(page.html)}\n" for page in PAGES)
    done = subprocess.run([sys.executable, "-c", code], input=lines, capture_output=True, text=True, check=True)
    found = dict(zip((page.name for page in PAGES), done.stdout.splitlines(), strict=True))
    assert [name for name, day in found.items() if day != "2025-02-11"] == []

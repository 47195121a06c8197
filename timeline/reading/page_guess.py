"""An HTML page in, what trafilatura and htmldate make of it out; their only importer (extra `html`).

They are asked last: for the date of a page that names none, and for which paragraphs are the article.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LARGEST = 3_000_000  # characters; and nesting beyond what a tree can be built of
_DEEPEST = 3_000
_EARLIEST, _LATEST = "1990-01-01", "2150-01-01"  # fixed: the answer must not depend on the day it is asked
_FIRST = re.compile(r"-01$")


def guess_date(page: str, url: str | None) -> str | None:
    """Give the day that htmldate finds (YYYY-MM-DD), None when there is none or it is not installed.

    It completes a bare month or year with the 1st; such a day, which the page does not show, is left out.
    """
    try:
        import htmldate
    except ImportError:
        return None
    if not _manageable(page):
        return None
    try:
        day = htmldate.find_date(page, original_date=True, min_date=_EARLIEST, max_date=_LATEST, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    return day if day and (not _FIRST.search(day) or _is_shown(day, page)) else None


def article_paragraphs(page: str) -> frozenset[str] | None:
    """Give the paragraphs that trafilatura takes for the article, in plain form; None without it or an answer."""
    try:
        import trafilatura
    except ImportError:
        return None
    if not _manageable(page):
        return None
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return frozenset(plain_form(line) for line in text.split("\n") if line.strip()) if text else None


def plain_form(words: str) -> str:
    """Write words without spaces and signs, so that the same paragraph in two spellings is one.

    >>> plain_form("The bridge - closed.")
    'thebridgeclosed'
    """
    return "".join(filter(str.isalnum, words)).lower()


def _manageable(page: str) -> bool:
    return len(page) <= _LARGEST and page.count("<div") - page.count("</div") < _DEEPEST and page.count("<") < 200_000


@lru_cache(maxsize=64)
def _shapes(day: str) -> re.Pattern[str]:
    year, month, first = day.split("-")
    y, m, d = year, f"0?{int(month)}", f"0?{int(first)}"
    word = r"[^\W\d_]{3,12}\.?"
    return re.compile(
        rf"(?<!\d)(?:{y}[-/.]{m}[-/.]{d}(?!\d)|{y}{month}{first}|{d}[-/. ]{{1,2}}{m}[-/. ]{{1,2}}(?:{y}|{y[2:]})(?!\d)"
        rf"|{m}/{d}/(?:{y}|{y[2:]})(?!\d)|{d}(?:st|er|\.|º|°)?\s(?:de\s)?{word},?\s(?:de\s)?{y}|{y}年{m}月{d}日)"
        rf"|{word}\s{d}(?:st)?,?\s{y}",
        re.IGNORECASE,
    )


def _is_shown(day: str, page: str) -> bool:
    return _shapes(day).search(page) is not None

"""An HTML page in, what trafilatura and htmldate make of it out; their only importer (extra `html`).

They are asked last: for the date of a page that names none, and for which paragraphs are the article.
"""

from __future__ import annotations

import logging
import re

_LARGEST = 3_000_000  # characters; and nesting beyond what a tree can be built of
_DEEPEST, _MOST_TAGS = 3_000, 100_000
_EARLIEST, _LATEST = "1990-01-01", "2150-01-01"  # fixed: the answer must not depend on the day it is asked


def guess_date(page: str, url: str | None) -> str | None:
    """Give the day that htmldate finds (YYYY-MM-DD), None when there is none or it is not installed.

    A day that the page does not show in any form is left out: htmldate completes a bare month or year with the 1st, and
    reckons "3 days ago" from today.
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
    if day is None or (_shapes(day).search(page) is None and "data-utime" not in page):
        return None
    return str(day)


def article_paragraphs(page: str) -> tuple[str, ...]:
    """Give the paragraphs that trafilatura takes for the article, in plain form; none without it or an answer."""
    try:
        import trafilatura
    except ImportError:
        return ()
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it tells standard error of empty pages
    if not _manageable(page):
        return ()
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(dict.fromkeys(plain_form(line) for line in (text or "").split("\n") if line.strip()))


def plain_form(words: str) -> str:
    """Write words without spaces and signs, so that the same paragraph in two spellings is one.

    >>> plain_form("The bridge - closed.")
    'thebridgeclosed'
    """
    return "".join(filter(str.isalnum, words)).lower()


def _manageable(page: str) -> bool:
    return (
        len(page) <= _LARGEST and page.count("<div") - page.count("</div") < _DEEPEST and page.count("<") < _MOST_TAGS
    )


def _shapes(day: str) -> re.Pattern[str]:
    """Give the forms in which people write a day; the name of its month is any word."""
    y, month, first = day.split("-")
    m, d = f"0?{int(month)}", f"0?{int(first)}"
    word = r"[^\W\d_]{3,12}\.?"
    return re.compile(
        rf"(?<!\d)(?:{y}[-/.]{m}[-/.]{d}(?!\d)|{y}{month}{first}|{d}[-/. ]{{1,2}}{m}[-/. ]{{1,2}}(?:{y}|{y[2:]})(?!\d)"
        rf"|{m}/{d}/(?:{y}|{y[2:]})(?!\d)|{y}\s?年\s?{m}\s?月\s?{d}\s?日"
        rf"|{d}(?:st|nd|rd|th|er|\.|º|°)?[\s-](?:de\s|of\s)?{word},?[\s-](?:del?\s)?{y}"
        rf"|{y}\.?\s{word}\s{d}(?!\d))|{word}\s{d}(?:st|nd|rd|th)?,?\s{y}",
        re.IGNORECASE,
    )

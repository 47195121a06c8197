"""The rows of an article in, a line for each place where they contradict one another out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.lines import loads
from timeline.model import article_id
from timeline.notation import iso_instant
from timeline.store import seal
from timeline.store.ranks import OPEN_END, OPEN_START, month_of
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, article_of, published_key

UNREADABLE = "cannot be read"
Values = Mapping[str, Any]  # the values of a row by the names of its columns
_TOLD_TWICE = ("id", "granularity", "basis", "modality")  # columns of an event that its JSON says too
_OF_ARTICLE = ("id", "title", "source", "published", "url")  # columns of an article that the JSON of its events says
_TIMES = ("timex", "conflict")
_PLACES = ("timex", "trigger", "conflict")  # parts of an event that quote words by their place


def disagreements(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what does not fit together, one article at a time."""
    for key, mark in db.execute("SELECT id, seal FROM articles ORDER BY seq"):
        stored = seal.stored(db, key)
        article = dict(zip(ARTICLE_COLUMNS, stored.article, strict=True))
        timexes = [dict(zip(TIMEX_COLUMNS, row, strict=True)) for row in stored.timexes]
        events = [dict(zip(EVENT_COLUMNS, row, strict=True)) for row in stored.events]
        yield from (f"article {key}: {fault}" for fault in _of_article(stored.article, article, bool(events)))
        yield from (f"article {key}: {fault}" for fault in _of_timexes(timexes, events, article["text"]))
        for event in events:
            yield from (f"event {event['id']}: {fault}" for fault in _of_event(event, article, timexes))
        if mark != seal.of_rows(*stored):
            yield f"article {key}: its rows are not as they were saved: they do not fit its seal"


def _of_article(row: tuple[Any, ...], article: Values, has_events: bool) -> Iterator[str]:
    text = article["text"]
    if article_id(text, article["url"], article["source"]) != article["id"]:
        yield "its id is not that of its text and its url or source"
    try:
        read = article_of(row)
        if published_key(read.published) != article["published_key"]:
            yield "it is sorted by another date than its publish date"
        spans = [block.span for block in read.blocks]
    except (ValueError, TypeError):
        yield UNREADABLE
        return
    ends = [0, *(place for span in spans for place in span), len(text)]
    if ends != sorted(ends):
        yield "its blocks do not lie one after the other within its text"
    if has_events and not spans:
        yield "it has events and no blocks"
    start, end = article["published_start"], article["published_end"]
    if start is not None and not 0 <= start < end <= len(text):
        yield "the words of its publish date do not lie within its text"


def _of_timexes(timexes: list[dict[str, Any]], events: list[dict[str, Any]], text: str) -> Iterator[str]:
    ids = {event["id"] for event in events}
    for timex in timexes:
        start, end = timex["start"], timex["stop"]
        if not 0 <= start < end <= len(text):
            yield f"its expression of time at {start}-{end} does not lie within its text"
        if timex["event"] is not None and timex["event"] not in ids:
            yield f"event {timex['event']} of an expression is not there"


def _of_event(event: Values, article: Values, timexes: list[dict[str, Any]]) -> Iterator[str]:
    try:
        record = loads(event["body"])
        yield from _misquotes(record, article["text"])
        yield from _miskept(event, record, article)
        for name in _TIMES:
            part = record.get(name)
            if part and not any(_same_time(part, timex) for timex in timexes):
                yield f"its {name} is none of the expressions of time of its article"
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        yield UNREADABLE


def _misquotes(record: dict[str, Any], text: str) -> Iterator[str]:
    """Hold what an event quotes against the text of its article."""
    where = record["sentence"]
    if text[where["start"] : where["end"]] != record["quote"]:
        yield "its quote is not what its article says there"
    for name in _PLACES:
        part: dict[str, Any] | None = record.get(name)
        if part and text[part["start"] : part["end"]] != part["text"]:
            yield f"the words of its {name} are not what its article says there"


def _miskept(event: Values, record: dict[str, Any], article: Values) -> Iterator[str]:
    """Hold the columns that an event is found by against what it says of itself."""
    wrong = [name for name in _TOLD_TWICE if record[name] != event[name]]
    start, end = event["start_key"], event["end_key"]
    wrong += [name for name, key in (("start", start), ("end", end)) if record[name] != _instant(key)]
    if record["trigger"]["start"] != event["place"]:
        wrong.append("place")
    if month_of(end - 1 if start == OPEN_START and end is not None else start) != event["month"]:
        wrong.append("month")
    if wrong:
        yield f"it is found by another {', '.join(wrong)} than it tells"
    if article["source"] != event["source"]:
        yield "it is found by another source than its article's"
    strange = [name for name in _OF_ARTICLE if record["article"][name] != article[name]]
    if strange:
        yield f"it tells another {', '.join(strange)} of its article than is stored"


def _instant(key: int | None) -> str | None:
    return None if key in (None, OPEN_START, OPEN_END) else iso_instant(key)


def _same_time(part: dict[str, Any], timex: Values) -> bool:
    """Say whether an event quotes that expression; a length beside a date is a date only in the event it dates.

    A time of day may lie on another day there: on the one that is told beside it ("at 4 p.m. in Oslo on Monday").
    """
    if timex["type"] == "DURATION":
        return bool((part["start"], part["end"]) == (timex["start"], timex["stop"]))
    told = (part["start"], part["end"], part["type"], _of_day(part), part["mod"])
    return told == (timex["start"], timex["stop"], timex["type"], _of_day(timex), timex["mod"])


def _of_day(timex: Values) -> str:
    """Give what a value says without its day, where it is a time of day; midnight ends a day or begins one."""
    value = str(timex["value"])
    return value.partition("T")[2].replace("24:", "00:") if timex["type"] == "TIME" else value

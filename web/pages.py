"""Addresses go in, pages come out: the chronology, an event and why it has its date, the articles as printed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

from flask import Blueprint, abort, redirect, render_template, request
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from timeline.calendar import Interval
from timeline.lines import loads
from timeline.query import (
    DEFAULT_LIMIT,
    FILTER_NAMES,
    Cursor,
    Filters,
    QueryError,
    decode_event_cursor,
    encode_cursor,
    read_filters,
)
from timeline.store import Page
from web import words
from web.chain import date_words, day_span, long_chain, published_words, short_chain
from web.chronology import Mark, chronology, mark, small_mark
from web.links import address, safe_url
from web.marking import quote_pieces
from web.opened import store
from web.printed import fates, rows
from web.words import counted

blueprint = Blueprint("pages", __name__)

PAGE = 60  # events on a page: as many as keep it under 150 KB
STRIP = 50  # undated events on a page; the rest have a page of their own
SOURCES = 12
OPEN_MARK = Mark("range", 40, True, True)
LEGEND = (
    (Mark("day", 24), "happened", "a day", "the text tells it as something that happened on that day"),
    (Mark("range", 40), "happened", "a stretch", "as long as its words are wide; no day in it is invented"),
    (Mark("range", 40, fades=True), "happened", "an open end", "it began or ended then; the rest is not said"),
    (Mark("day", 24), "planned", "planned", "said to come"),
    (Mark("day", 24), "possible", "possible", "said to be possible: may, could, if"),
    (Mark("day", 24), "alleged", "alleged", "one side claims it"),
    (Mark("day", 24), "denied", "denied", "said not to have happened"),
)
# HTML knows years, months, days and minutes of four-digit years; anything else would be an invalid `datetime`.
_MACHINE_DATE = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")

Record = dict[str, Any]


@blueprint.get("/")
def timeline() -> Response | str:
    """Show the chronology; every filter stands in the address."""
    asked = {name: [text for text in texts if text.strip()] for name, texts in request.args.lists()}
    if any(not all(text.strip() for text in texts) for texts in request.args.listvalues()):
        # A form sends its empty fields too; the address people keep and share has only what was asked.
        return redirect(address(".timeline", {name: texts for name, texts in asked.items() if texts}))
    filters, cursor = _filters(asked), asked.get("cursor")
    after = decode_event_cursor(cursor[0]) if cursor else None
    shown = _shown(filters, after)
    events = [loads(body) for body in shown.dated.items] if shown.dated else []
    return render_template(
        "timeline.html",
        years=chronology(events, earlier=after is not None, later=shown.next is not None),
        undated=[loads(body) for body in shown.undated.items] if shown.undated and shown.last_dated else [],
        undated_total=_total(shown.undated),
        undated_url=_undated_url(asked, shown),
        undated_cut=bool(shown.dated and shown.undated and shown.undated.next),
        next_url=address(".timeline", asked, cursor=encode_cursor(shown.next)) if shown.next else None,
        back_url=address(".timeline", _without(asked, "cursor")) if cursor else None,
        total=_total(shown.dated or shown.undated),
        span=_span(filters) if events else "",
        articles_total=store().articles(1).total,
        narrowed=[(name, text) for name in FILTER_NAMES for text in asked.get(name, ())],
        query=asked,
        facets=_facets(filters),
        open_mark=OPEN_MARK,
        legend=LEGEND,
    )


class Shown(NamedTuple):
    """What one page shows: dated events, undated ones, and where the next page starts."""

    dated: Page | None
    undated: Page | None
    next: Cursor | None

    @property
    def last_dated(self) -> bool:
        """Say whether the dated events end here: undated ones stand after them."""
        return self.dated is None or self.dated.next is None


def _shown(filters: Filters, after: Cursor | None) -> Shown:
    """Ask for the events of a page; those without a date too, unless a date was asked for, which they cannot match."""
    if filters.undated == "only":
        undated = store().events(filters, PAGE, after)
        return Shown(None, undated, undated.next)
    dated = store().events(replace(filters, undated="no"), PAGE, after)
    wanted = filters.undated == "include" or not (filters.from_ or filters.to)
    strip = store().events(replace(filters, undated="only"), STRIP) if wanted else None
    return Shown(dated, strip, dated.next)


def _filters(asked: dict[str, list[str]]) -> Filters:
    for name in asked:
        if name not in (*FILTER_NAMES, "cursor"):
            raise QueryError(name, f"is not a filter; there are {', '.join(FILTER_NAMES)}")
    return read_filters(_without(asked, "cursor"))


def _without(asked: dict[str, list[str]], *names: str) -> dict[str, list[str]]:
    return {name: texts for name, texts in asked.items() if name not in names}


def _undated_url(asked: dict[str, list[str]], shown: Shown) -> str | None:
    """Give the address of all events without a date, None on that page itself and when there are none."""
    if shown.dated is None or shown.undated is None or not shown.undated.items:
        return None
    return address(".timeline", _without(asked, "cursor"), undated="only")


def _total(page: Page | None) -> str:
    """Count in words: "214 events", "more than 10,000 events"."""
    if page is None:
        return counted(0, "event")
    return (
        counted(page.total, "event") if page.total is not None else f"more than {counted(page.at_least - 1, 'event')}"
    )


def _span(filters: Filters) -> str:
    """Name the first and the last day of what was asked for, as far as they are known."""
    first, last = _edge(filters, "asc"), _edge(filters, "desc")
    return day_span(first.start, last.end) if first and last else ""


def _edge(filters: Filters, order: str) -> Interval | None:
    """Find the outermost event that has both ends: one with an open end would name no day."""
    bodies = store().events(replace(filters, undated="no", order=order), PAGE).items
    return next((found for found in map(words.moments, map(loads, bodies)) if None not in found), None)


def _facets(filters: Filters) -> list[tuple[str, str, list[tuple[str, str, int]], int]]:
    """Give, for each facet, its name, its title, its values (value, words, count) and how many more there are."""
    counts = store().facets(filters)
    sources = sorted(counts["source"].items(), key=lambda item: (-item[1], item[0]))
    kept = [item for place, item in enumerate(sources) if place < SOURCES or item[0] in filters.source]
    found = [("source", "Source", [(name, name, count) for name, count in kept], len(sources) - len(kept))]
    for name, title, known in (("basis", "How sure", words.BASIS_SHORT), ("modality", "Kind", {})):
        order = words.BASIS_SHORT if name == "basis" else words.MODALITY
        values = [(value, known.get(value, value), counts[name].get(value, 0)) for value in order]
        found.append((name, title, [row for row in values if row[2] or row[0] in getattr(filters, name)], 0))
    return found


@blueprint.get("/events/<event_id>")
def event(event_id: str) -> str:
    """Show an event and the chain by which its date was found."""
    body = store().event(event_id)
    if body is None:
        abort(404, "There is no event of this id; it may have been removed with its article.")
    found = loads(body)
    article = store().article(found["article"]["id"])
    steps = long_chain(found, article["text"] if article else None)
    return render_template("event.html", event=found, steps=steps)


@blueprint.get("/articles")
def articles() -> str:
    """List the articles, each with what it gave or why it gave nothing."""
    unknown = next((name for name in request.args if name != "cursor"), None)
    if unknown:
        raise QueryError(unknown, "is not understood here; there is cursor")
    page = store().articles(DEFAULT_LIMIT, request.args.get("cursor"))
    shown = [{**article, "dated": published_words(article)} for article in page.items]
    next_url = address(".articles", {}, cursor=page.next) if page.next else None
    return render_template("articles.html", articles=shown, total=page.total, next_url=next_url)


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """Show an article as printed, every expression of time marked, and what became of each."""
    found = store().article(article_id)
    if found is None:
        abort(404, "There is no article of this id; it may have been removed.")
    events = found["events"]
    table = fates(found, events)
    printed = rows(found, events, table)
    headline = next((index for index, row in enumerate(printed) if row.kind == "headline"), None)
    return render_template(
        "article.html",
        article=found,
        events=events,
        fates=table,
        rows=printed,
        headline_row=headline,
        published=published_words(found, found["text"]),
    )


# ---- words for the templates ------------------------------------------------------------------------------------


def machine_date(event: Record) -> str | None:
    """Give the `datetime` of a date in HTML, None where HTML has no form for it (ranges, decades, years BC)."""
    written = event.get("edtf") or ""
    return written if _MACHINE_DATE.fullmatch(written) else None


def anchor(event: Record) -> str:
    """Name the exact place in the article page: the expression, or the sentence when the date is from elsewhere."""
    sentence, timex = event["sentence"], event.get("timex")
    inside = timex and sentence["start"] <= timex["start"] < sentence["end"]
    return f"t{timex['start']}" if timex and inside else f"s{sentence['start']}"


@blueprint.record
def lend_words(state: BlueprintSetupState) -> None:
    """Lend the templates the words and shapes they print; imported macros see globals, not what a view passes."""
    state.app.jinja_env.globals.update(
        counted=counted,
        basis_long=words.BASIS,
        basis_short=words.BASIS_SHORT,
        modality_long=words.MODALITY,
    )
    state.app.jinja_env.filters.update(
        anchor=anchor,
        date_words=date_words,
        datetime=machine_date,
        mark=mark,
        pieces=quote_pieces,
        safe_url=safe_url,
        small_mark=small_mark,
        steps=short_chain,
        told=words.told,
    )

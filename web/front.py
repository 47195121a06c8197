"""An address with filters goes in, the chronology comes out: overview, filters, a page of events, what has no date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.calendar import Interval
from timeline.export import FORMATS
from timeline.label import counted
from timeline.lines import loads
from timeline.query import (
    FILTER_NAMES,
    Cursor,
    Filters,
    QueryError,
    decode_event_cursor,
    encode_cursor,
    read_filters,
    words_of,
)
from timeline.store import Density, Page
from web.bulk import bulk_of, filled
from web.chain import as_of_words, span_words
from web.chronology import Mark, chronology
from web.facets import chips, facets
from web.links import address, with_query
from web.opened import store
from web.overview import Overview, draw
from web.scale import Scale, scale_of

blueprint = Blueprint("front", __name__)

PAGE = 24  # events on a page: as many as keep it under 150 KB with all that belongs to it
STRIP = 8  # undated events on a page; the rest have a page of their own
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

Asked = dict[str, list[str]]


@blueprint.get("/")
def index() -> Response | str:
    """Show the chronology; every filter stands in the address."""
    asked = {name: [text for text in texts if text.strip()] for name, texts in request.args.lists()}
    if any(not all(text.strip() for text in texts) for texts in request.args.listvalues()):
        # A form sends its empty fields too; the address people keep and share has only what was asked.
        return redirect(address("front.index", {name: texts for name, texts in asked.items() if texts}))
    filters, cursor = _filters(asked), asked.get("cursor")
    after = decode_event_cursor(cursor[0]) if cursor else None
    shown = _shown(filters, after)
    events = [loads(body) for body in shown.dated.items] if shown.dated else []
    undated = [loads(body) for body in shown.undated.items] if shown.undated and shown.last_dated else []
    span = store().span(filters) if shown.dated else None
    kept, counts = _without(asked, "cursor"), store().facets(filters)
    titles = {event["article"]["id"]: event["article"]["title"] or "untitled" for event in (*events, *undated)}
    return render_template(
        "timeline.html",
        years=chronology(events, earlier=after is not None, later=shown.next is not None, since=filters.since),
        undated=undated,
        timeless=store().timeless(tuple(titles)[:STRIP], STRIP) if shown.last_dated and titles else [],
        span=span_words(*span) if span else "",
        overview=_overview(filters, span, events, kept) if span else None,
        articles_total=store().articles(1).total,
        chips=chips(kept, titles),
        query=asked,
        wanted=words_of(filters.text) if filters.text else (),
        facets=facets(counts, filters),
        facets_exact=counts.exact,
        as_of=as_of_words(store().as_of()),
        open_mark=OPEN_MARK,
        legend=LEGEND,
        **_totals(shown),
        **_ways(shown, asked, kept),
    )


def _totals(shown: Shown) -> dict[str, Any]:
    """Count for the template what there is, beyond what this page shows of it."""
    return {
        "total": _total(shown.dated or shown.undated),
        "dated_total": shown.dated.total if shown.dated else None,
        "undated_total": _total(shown.undated),
        "undated_cut": bool(shown.dated and shown.undated and shown.undated.next),
    }


def _ways(shown: Shown, asked: Asked, kept: Asked) -> dict[str, Any]:
    """Give the template the addresses that lead on from a page: to the next, the first, and other forms of the same."""
    return {
        "next_url": address("front.index", asked, cursor=encode_cursor(shown.next)) if shown.next else None,
        "back_url": address("front.index", kept) if asked.get("cursor") else None,
        "undated_url": _undated_url(kept, shown),
        "exports": [(name, with_query(url_for("exporting.one", name=name), kept)) for name in FORMATS],
        "view_url": address("views.index", kept),
    }


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


def _filters(asked: Asked) -> Filters:
    for name in asked:
        if name not in (*FILTER_NAMES, "cursor"):
            raise QueryError(name, f"is not a filter; there are {', '.join(FILTER_NAMES)}")
    return read_filters(_without(asked, "cursor"))


def _without(asked: Asked, *names: str) -> Asked:
    return {name: texts for name, texts in asked.items() if name not in names}


def _undated_url(kept: Asked, shown: Shown) -> str | None:
    """Give the address of all events without a date, None on that page itself and when there are none."""
    if shown.dated is None or shown.undated is None or not shown.undated.items:
        return None
    return address("front.index", kept, undated="only")


def _total(page: Page | None) -> str:
    """Count in words: "214 events", "more than 10,000 events"."""
    if page is None:
        return counted(0, "event")
    return (
        counted(page.total, "event") if page.total is not None else f"more than {counted(page.at_least - 1, 'event')}"
    )


def _overview(filters: Filters, span: Interval, events: list[dict[str, Any]], kept: Asked) -> Overview:
    """Draw the histogram over the dates that were asked for, or over all that there are but a few far away."""
    start = span.start if filters.since is None else filters.since
    end = span.end if filters.before is None else filters.before
    others = _without(kept, "from", "to", "undated")

    def between(first: str, last: str) -> str:
        return address("front.index", others | ({"from": [first], "to": [last]} if first else {}))

    scale, density = _counted(filters, Interval(start, end))
    bulk = bulk_of(density.bins, early=filters.since is None, late=filters.before is None)
    if bulk is None:
        return draw(scale, density, events, filters, between)
    scale, density = _counted(filters, bulk.stretch)
    narrow = filled(density.bins, bulk.stretch)
    if scale_of(narrow)[:5] != scale[:5]:
        scale, density = _counted(filters, narrow)
    return draw(scale, density, events, filters, between, (bulk.before, bulk.after))


def _counted(filters: Filters, stretch: Interval) -> tuple[Scale, Density]:
    """Cut a stretch into bars and count what begins in each."""
    scale = scale_of(stretch)
    # An event without an end may begin far outside the span, and days would be counted all the way to it.
    first, last = scale.bounds(0), scale.bounds(scale.bars - 1)
    since = first.start if filters.since is None else filters.since
    before = last.end if filters.before is None else filters.before
    within = replace(filters, undated="no", from_=Interval(since, None), to=Interval(None, before))
    return scale, store().density(within, scale.unit)

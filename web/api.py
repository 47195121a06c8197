"""Addresses below /api/v1 go in, JSON comes out; lists are put together from the bytes that the store keeps."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from timeline.export import ARTICLE_FORMATS, FORMATS, ArticleFormat, Asked, Format, Part
from timeline.lines import dumps
from timeline.notation import iso_instant
from timeline.query import Filters, PageQuery, encode_cursor
from timeline.schemas import (
    ArticleListQuerySchema,
    ArticleListSchema,
    ArticleSchema,
    DensityQuerySchema,
    DensitySchema,
    EventPageSchema,
    EventSchema,
    article_query_schema,
    page_query_schema,
)
from timeline.store import Page
from web.endpoint import JSON, missing, reads, refuse_parameters, refuse_repeated
from web.exporting import streamed
from web.links import address
from web.opened import store

health = Blueprint("health", __name__)

# TimelineJS is JSON too, of another shape; the rest tell theirs by their media type.
_TIMELINEJS = {"type": "object", "required": ["events"], "not": {"required": ["next"]}}


@reads(
    "/events",
    EventPageSchema,
    page_query_schema(tuple(FORMATS)),
    also=FORMATS.values(),
    other=_TIMELINEJS,
    paged=True,
)
def events(query: PageQuery) -> Response:
    """List events in order of start, end, article and place in it; a file without `limit` and `cursor` holds all."""
    refuse_repeated()
    form = FORMATS[query.format]
    if form.name != "json" and not (request.args.get("limit") or query.cursor):
        return _named(streamed(form, query.filters), form, "timeline")
    page = store().events(query.filters, query.limit, query.cursor)
    answer = Response(event_list(page), mimetype=JSON) if form.name == "json" else _part(form, page, query)
    if page.next:
        _link_next(answer, encode_cursor(page.next))
    return answer


def _part(form: Format, page: Page, query: PageQuery) -> Response:
    """Write one page as a file that says so."""
    whole = query.cursor is None and page.next is None
    part = None if whole else Part(len(page.items), page.total, page.at_least, query.cursor is None)
    written = form.write(page.items, Asked(query.filters, request.url_root, part, request.url))
    return _named(Response(b"".join(written), content_type=form.media_type), form, "timeline")


def _named(answer: Response, form: Format | ArticleFormat, name: str) -> Response:
    shown = "attachment" if form.attachment else "inline"
    answer.headers["Content-Disposition"] = f'{shown}; filename="{name}{form.suffix}"'
    return answer


def event_list(page: Page) -> bytes:
    """Write a page of events from their stored JSON, without reading it again."""
    following = dumps(encode_cursor(page.next) if page.next else None)
    at_least = b"" if page.total is not None else b',"total_at_least":%d' % page.at_least
    tail = b'],"next":%b,"total":%b%b}' % (following, dumps(page.total), at_least)
    return b'{"events":[' + b",".join(page.items) + tail


@reads("/events/<event_id>", EventSchema, errors=(404,))
def event(event_id: str) -> Response:
    """Give one event with why it has its date."""
    refuse_parameters()
    body = store().event(event_id)
    return Response(body, mimetype=JSON) if body is not None else missing("event", event_id)


@reads("/density", DensitySchema, DensityQuerySchema)
def density(query: tuple[Filters, str]) -> Response:
    """Count events over time, by day, month or year."""
    refuse_repeated()
    found = store().density(*query)
    bins = [
        {"start": iso_instant(each.start), "end": iso_instant(each.end), "count": each.count, "planned": each.planned}
        for each in found.bins
    ]
    doubt = {} if found.exact else {"exact": False}
    return Response(dumps({"unit": found.unit, "bins": bins, **doubt}), mimetype=JSON)


@reads("/articles", ArticleListSchema, ArticleListQuerySchema, paged=True)
def articles(query: dict[str, Any]) -> Response:
    """List articles in order of their publish date, those without one last."""
    refuse_repeated()
    page = store().articles(query["limit"], query.get("cursor"))
    answer = Response(dumps({"articles": page.items, "next": page.next, "total": page.total}), mimetype=JSON)
    if page.next:
        _link_next(answer, page.next)
    return answer


@reads(
    "/articles/<article_id>",
    ArticleSchema,
    article_query_schema(tuple(ARTICLE_FORMATS)),
    errors=(404,),
    also=ARTICLE_FORMATS.values(),
)
def article(query: dict[str, str], article_id: str) -> Response:
    """Give one article with its text, its blocks, and what became of each expression of time in it."""
    refuse_repeated()
    found = store().article(article_id)
    if found is None:
        missing("article", article_id)
    if query["format"] == "json":
        return Response(dumps(found), mimetype=JSON)
    form = ARTICLE_FORMATS[query["format"]]
    return _named(Response(b"".join(form.write(found)), content_type=form.media_type), form, article_id)


@health.get("/healthz")
def healthz() -> Response:
    """Say that the store can be read."""
    store().version()
    return Response(dumps({"status": "ok"}), mimetype=JSON)


def _link_next(answer: Response, cursor: str) -> None:
    following = address(request.endpoint or "", dict(request.args.lists()), cursor=cursor)
    answer.headers["Link"] = f'<{following}>; rel="next"'

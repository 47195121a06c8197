"""Addresses below /api/v1 go in, JSON comes out; lists are put together from the bytes that the store keeps."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from timeline.export import FORMATS
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
    page_query_schema,
)
from timeline.store import Page
from web.endpoint import JSON, missing, reads, refuse_parameters, refuse_repeated
from web.links import address
from web.opened import store

health = Blueprint("health", __name__)

_OTHER_TYPES = [form.media_type.partition(";")[0] for form in FORMATS.values() if form.name != "json"]


@reads("/events", EventPageSchema, page_query_schema(tuple(FORMATS)), also=_OTHER_TYPES)
def events(query: PageQuery) -> Response:
    """List events in order of start, end, article and place in it."""
    refuse_repeated()
    page = store().events(query.filters, query.limit, query.cursor)
    form = FORMATS[query.format]
    body = event_list(page) if form.name == "json" else b"".join(form.write(page.items))
    answer = Response(body, content_type=form.media_type)
    if getattr(form, "attachment", False):
        answer.headers["Content-Disposition"] = f'attachment; filename="timeline{form.suffix}"'
    if page.next:
        _link_next(answer, encode_cursor(page.next))
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
    return Response(dumps({"unit": found.unit, "bins": bins}), mimetype=JSON)


@reads("/articles", ArticleListSchema, ArticleListQuerySchema)
def articles(query: dict[str, Any]) -> Response:
    """List articles in order of their publish date, those without one last."""
    refuse_repeated()
    page = store().articles(query["limit"], query.get("cursor"))
    answer = Response(dumps({"articles": page.items, "next": page.next, "total": page.total}), mimetype=JSON)
    if page.next:
        _link_next(answer, page.next)
    return answer


@reads("/articles/<article_id>", ArticleSchema, errors=(404,))
def article(article_id: str) -> Response:
    """Give one article with its text, its blocks, and what became of each expression of time in it."""
    refuse_parameters()
    found = store().article(article_id)
    return Response(dumps(found), mimetype=JSON) if found is not None else missing("article", article_id)


@health.get("/healthz")
def healthz() -> Response:
    """Say that the store can be read."""
    refuse_parameters()
    store().version()
    return Response(dumps({"status": "ok"}), mimetype=JSON)


def _link_next(answer: Response, cursor: str) -> None:
    following = address(request.endpoint or "", dict(request.args.lists()), cursor=cursor)
    answer.headers["Link"] = f'<{following}>; rel="next"'

"""Addresses below /api/v1 go in, JSON comes out; lists are put together from the bytes that the store keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from flask import Blueprint as Plain
from flask import Response, abort, request
from flask_smorest import Blueprint

from timeline.export import FORMATS
from timeline.lines import dumps
from timeline.query import PageQuery, QueryError, encode_cursor
from timeline.schemas import (
    ArticleListQuerySchema,
    ArticleListSchema,
    ArticleSchema,
    EventPageSchema,
    EventSchema,
    PageQuerySchema,
)
from timeline.store import Page
from web.links import address
from web.opened import store

blueprint = Blueprint("api", __name__, url_prefix="/api/v1", description="Read events and the articles they are from.")
health = Plain("health", __name__)

JSON = "application/json"
View = Callable[..., Response]
_REPEATABLE = frozenset({"source", "article", "granularity", "basis", "modality"})


def _serve(rule: str, answer: type, query: type | None = None) -> Callable[[View], View]:
    """Serve a view at an address and document what it takes and gives; it gets its query read and checked."""

    def decorate(view: View) -> View:
        documented = blueprint.response(200, answer)(view)
        if query:
            # `unknown=None` leaves unknown parameters to the schema, which refuses them by name.
            read = blueprint.arguments(query, location="query", unknown=None, error_status_code=400)
            documented = read(documented)
        routed: View = blueprint.route(rule)(documented)
        return routed

    return decorate


@_serve("/events", EventPageSchema, PageQuerySchema)
def events(query: PageQuery) -> Response:
    """List events in order of start, end, article and place in it."""
    _refuse_repeated()
    page = store().events(query.filters, query.limit, query.cursor)
    written = FORMATS[query.format]
    body = event_list(page) if query.format == "json" else b"".join(written.write(page.items))
    answer = Response(body, content_type=written.media_type)
    if page.next:
        _link_next(answer, encode_cursor(page.next))
    return answer


def event_list(page: Page) -> bytes:
    """Write a page of events from their stored JSON, without reading it again."""
    following = dumps(encode_cursor(page.next) if page.next else None)
    at_least = b"" if page.total is not None else b',"total_at_least":%d' % page.at_least
    tail = b'],"next":%b,"total":%b%b}' % (following, dumps(page.total), at_least)
    return b'{"events":[' + b",".join(page.items) + tail


@_serve("/events/<event_id>", EventSchema)
def event(event_id: str) -> Response:
    """Give one event with why it has its date."""
    _refuse_parameters()
    body = store().event(event_id)
    return Response(body, mimetype=JSON) if body is not None else _missing("event", event_id)


@_serve("/articles", ArticleListSchema, ArticleListQuerySchema)
def articles(query: dict[str, Any]) -> Response:
    """List articles in order of their publish date, those without one last."""
    _refuse_repeated()
    page = store().articles(query["limit"], query["cursor"])
    answer = Response(dumps({"articles": page.items, "next": page.next, "total": page.total}), mimetype=JSON)
    if page.next:
        _link_next(answer, page.next)
    return answer


@_serve("/articles/<article_id>", ArticleSchema)
def article(article_id: str) -> Response:
    """Give one article with its text, its blocks, and what became of each expression of time in it."""
    _refuse_parameters()
    found = store().article(article_id)
    return Response(dumps(found), mimetype=JSON) if found is not None else _missing("article", article_id)


@health.get("/healthz")
def healthz() -> Response:
    """Say that the store can be read."""
    store().version()
    return Response(dumps({"status": "ok"}), mimetype=JSON)


def _link_next(answer: Response, cursor: str) -> None:
    answer.headers["Link"] = (
        f'<{address(request.endpoint or "", dict(request.args.lists()), cursor=cursor)}>; rel="next"'
    )


def _refuse_repeated() -> None:
    for name, texts in request.args.lists():
        if len(texts) > 1 and name not in _REPEATABLE:
            raise QueryError(name, "is given more than once")


def _refuse_parameters() -> None:
    for name in request.args:
        raise QueryError(name, "is not understood here; this address takes no parameters")


def _missing(noun: str, key: str) -> NoReturn:
    abort(404, f"There is no {noun} of the id {key!r}; it may have been removed.")

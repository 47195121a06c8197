"""A view goes in, an address below /api/v1 that serves it and stands in the OpenAPI document comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, NoReturn, Protocol

from flask import Flask, Response, abort, request
from flask_smorest import Blueprint

from timeline.query import FILTER_NAMES, QueryError

blueprint = Blueprint("api", __name__, url_prefix="/api/v1", description="Events, and the articles they are from.")

JSON = "application/json"


def _header(words: str) -> dict[str, Any]:
    return {"schema": {"type": "string"}, "description": words}


_ETAG = {"ETag": _header("strong; send it back as If-None-Match, and what has not changed is a 304")}
_LINK = {"Link": _header('the address of the next page, as `<...>; rel="next"`; none on the last')}
_LOCATION = {"Location": _header("the address of the article; none where several were stored")}
_REPEATABLE = frozenset({"source", "article", "granularity", "basis", "modality"})
_PAGED = (*FILTER_NAMES, "cursor")
_SAID_ONCE = ("cursor", "at")  # what is said twice among the filters is refused where these are read
# What each address outside the API understands; those below it have schemas, and check what is said twice themselves.
_UNDERSTOOD: dict[str, tuple[str, ...]] = {
    "front.index": _PAGED,
    "articles.index": ("cursor",),
    "articles.one": ("at",),
    "views.index": FILTER_NAMES,
    "exporting.one": FILTER_NAMES,
    **dict.fromkeys(("articles.publish", "events.index", "views.one", "views.save", "views.drop"), ()),
    **dict.fromkeys(("adding.index", "adding.send", "api-docs.openapi_json", "docs.show", "health.healthz"), ()),
}

View = Callable[..., Response]


class _File(Protocol):
    """A format that an answer may be written in."""

    @property
    def media_type(self) -> str: ...


def reads(
    rule: str,
    answer: type,
    query: type | None = None,
    *,
    errors: Sequence[int] = (),
    also: Iterable[_File] = (),
    other: Mapping[str, Any] | None = None,
    paged: bool = False,
) -> Callable[[View], View]:
    """Serve a view at an address and document what it takes and gives; it gets its query read and checked.

    errors  statuses it may answer with beside 400 and 503
    also    formats it may answer in
    other   what plain JSON may hold instead of the answer, in one of these formats
    paged   whether it is a list that goes on by `Link`
    """
    contents: dict[str, Any] = {form.media_type.partition(";")[0]: {"schema": _shape(form.media_type)} for form in also}
    contents[JSON] = {"schema": {"anyOf": [answer, other]} if other else answer}

    def decorate(view: View) -> View:
        headers = {**_ETAG, **_LINK} if paged else _ETAG
        documented = _documented(view, contents, headers, (400, *errors, 503))
        if query:
            # `unknown=None` leaves unknown parameters to the schema, which refuses them by name.
            read = blueprint.arguments(query, location="query", unknown=None, error_status_code=400)
            documented = read(documented)
        routed: View = blueprint.route(rule)(documented)
        return routed

    return decorate


def _shape(media_type: str) -> dict[str, str]:
    return {"type": "object" if media_type.partition(";")[0].endswith("+json") else "string"}


def _documented(view: View, contents: Mapping[str, Any], headers: Mapping[str, Any], errors: Sequence[int]) -> View:
    answers = {
        "200": {"description": "What was asked for", "content": contents, "headers": headers},
        "304": {"description": "Not changed since the ETag that was sent"},
    }
    return _with_problems(blueprint.doc(operationId=view.__name__, responses=answers)(view), errors)


def writes(
    rule: str, bodies: Mapping[str, type], answers: Mapping[str, str], answer: Sequence[type], *, errors: Sequence[int]
) -> Callable[[View], View]:
    """Serve a view that takes a body, and document it.

    bodies   media type -> what it holds
    answers  status -> in words when it is given
    answer   what is answered, one of these
    """
    content = {JSON: {"schema": {"anyOf": list(answer)}}}
    documented = blueprint.doc(
        security=[{"token": []}],
        requestBody={"required": True, "content": {name: {"schema": schema} for name, schema in bodies.items()}},
        responses={
            status: {"description": words, "content": content, "headers": _LOCATION}
            for status, words in answers.items()
        },
    )

    def decorate(view: View) -> View:
        named = blueprint.doc(operationId=view.__name__)(documented(view))
        routed: View = blueprint.route(rule, methods=["POST"])(_with_problems(named, (*errors, 503)))
        return routed

    return decorate


def _with_problems(view: View, statuses: Sequence[int]) -> View:
    for status in statuses:
        view = blueprint.alt_response(status, HTTPStatus(status).name)(view)
    return view


def refuse_strange_parameters(app: Flask) -> None:
    """Refuse what the address does not understand, before any view could pass it over."""
    app.before_request(_refuse_strange)


def _refuse_strange() -> None:
    understood = _UNDERSTOOD.get(request.endpoint or "")
    if understood is None:
        return
    if not understood:
        refuse_parameters()
    for name in request.args:
        if name not in understood:
            raise QueryError(name, f"is not understood here; there are {', '.join(understood)}")
        if name in _SAID_ONCE and len(request.args.getlist(name)) > 1:
            raise QueryError(name, "is given more than once")


def refuse_repeated() -> None:
    """Refuse a parameter given twice that holds one value."""
    for name, texts in request.args.lists():
        if len(texts) > 1 and name not in _REPEATABLE:
            raise QueryError(name, "is given more than once")


def refuse_parameters() -> None:
    """Refuse any parameter."""
    for name in request.args:
        raise QueryError(name, "is not understood here; this address takes no parameters")


def missing(noun: str, key: str) -> NoReturn:
    """Answer that there is none of that id."""
    abort(404, f"There is no {noun} of the id {key!r}; it may have been removed.")

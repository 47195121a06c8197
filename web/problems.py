"""Errors go in; problem details (RFC 9457) for programs, or a page for browsers, come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from flask import Flask, Response, current_app, render_template, request
from flask_smorest import Api
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable, default_exceptions

from timeline.lines import dumps
from timeline.query import QueryError
from timeline.schemas import ProblemSchema
from timeline.store import StoreError

PROBLEM = "application/problem+json"
JSON = "application/json"
_NO_PAGES = ("/api/", "/export/")
_PLAIN = {
    404: "There is nothing at this address.",
    413: "This is larger than what is taken in one request.",
    500: "Something went wrong here; the log says what.",
}


class Fault(NamedTuple):
    """One field that could not be used, and why."""

    field: str
    detail: str


class Refused(Exception):  # noqa: N818  it is not an error of ours
    """A request that is answered with this status, and what of it is at fault."""

    def __init__(self, status: int, faults: list[Fault]) -> None:
        super().__init__(status, faults)
        self.status, self.faults = status, faults


def refuse(status: int, *faults: Fault) -> NoReturn:
    """Answer with a problem that names the fields at fault."""
    raise Refused(status, list(faults))


class ProblemApi(Api):  # type: ignore[misc]  # flask-smorest has no types
    """An Api whose errors are problem details, and pages where a browser asked for a page."""

    ERROR_SCHEMA = ProblemSchema
    # Of the answers that are documented by their status alone, all of them errors; ours say what they are themselves.
    DEFAULT_RESPONSE_CONTENT_TYPE = PROBLEM
    DEFAULT_ERROR_RESPONSE_NAME = None  # every error that an address can answer with is listed there

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer an error in the form that was asked for."""
        return problem(error, list(_faults(error)))


def answer_errors(app: Flask) -> None:
    """Turn unreadable filters into a 400 that names the field, and a store that cannot be read into a 503."""
    app.register_error_handler(QueryError, _refuse)
    app.register_error_handler(Refused, lambda refused: problem(default_exceptions[refused.status](), refused.faults))
    app.register_error_handler(StoreError, _unready)


def _refuse(error: QueryError) -> Response:
    return problem(BadRequest(), [Fault(error.field, error.reason)])


def _unready(error: StoreError) -> Response:
    # The reason names files of this machine: it is for the log, not for whoever asks.
    current_app.logger.error("%s", error)
    return problem(ServiceUnavailable("The store cannot be used just now; the log says why."), [])


def problem(error: HTTPException, faults: list[Fault]) -> Response:
    """Write an error as a problem for programs or as a page for browsers."""
    status = error.code or 500
    detail = "; ".join(f"{fault.field}: {fault.detail}" for fault in faults) or _detail(error, status)
    errors = [fault._asdict() for fault in faults]
    if _is_for_a_program():
        body = {"type": "about:blank", "title": error.name, "status": status, "detail": detail}
        response = Response(dumps({**body, "errors": errors} if errors else body), status, mimetype=PROBLEM)
    else:
        shown = "" if errors else detail
        response = Response(
            render_template("error.html", title=_title(status, error.name), detail=shown, errors=errors), status
        )
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers.add(name, value)
    response.vary.add("Accept")
    return response


def _is_for_a_program() -> bool:
    """Say whether a problem is wanted: where no pages are always, elsewhere by whoever would rather have JSON.

    A browser names text/html; who names nothing, or takes anything, may be one.
    """
    if request.path.startswith(_NO_PAGES) or request.path == "/healthz":
        return True
    return request.accept_mimetypes.best_match(("text/html", PROBLEM, JSON)) in (PROBLEM, JSON)


def _detail(error: HTTPException, status: int) -> str:
    # Werkzeug's own words speak to programmers ("The requested URL was not found on the server ...").
    given = error.description if type(error).description != error.description else None
    return given or _PLAIN.get(status) or error.description or error.name


def _title(status: int, name: str) -> str:
    return {404: "Not found", 400: "This cannot be answered", 500: "An error on our side"}.get(status, name)


def _faults(error: HTTPException) -> Iterator[Fault]:
    """Read the fields out of what the argument parser says: {"query": {"limit": ["..."]}}."""
    messages = (getattr(error, "data", None) or {}).get("messages", {})
    for fields in messages.values() if isinstance(messages, Mapping) else ():
        for field, reasons in fields.items() if isinstance(fields, Mapping) else ():
            yield Fault(str(field), _joined(reasons))


def _joined(reasons: Any) -> str:
    if isinstance(reasons, Mapping):
        return " ".join(_joined(reason) for reason in reasons.values())
    return " ".join(map(str, reasons)) if isinstance(reasons, list) else str(reasons)

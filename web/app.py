"""The path of a store goes in, the application that serves its pages and its API comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from timeline.store import Store
from web import (
    adding,
    api,
    articles,
    dates,
    docs,
    endpoint,
    events,
    exporting,
    front,
    lent,
    opened,
    posted,
    problems,
    security,
    views,
    writing,
)
from web.cors import let_read
from web.kept import Kept

_OPENAPI: dict[str, Any] = {
    "API_TITLE": "Timeline",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
    "API_SPEC_OPTIONS": {
        "info": {
            "description": "Events found in articles, each with its date and why it has that date. "
            "What is not understood is refused. Every error is a problem (RFC 9457); "
            "where a parameter or a field is at fault, `errors` names each."
        }
    },
}

_MEGABYTE = 1 << 20
# Bytes of a whole request, and of its form fields that are no files: a text may be pasted that could be uploaded.
_LIMITS = {"MAX_CONTENT_LENGTH": 32 * _MEGABYTE, "MAX_FORM_MEMORY_SIZE": 16 * _MEGABYTE}


def create_app(
    path: str | Path,
    *,
    host: str = "127.0.0.1",
    allow_write: bool = False,
    token: str | None = None,
    cors: str | None = None,
) -> Flask:
    """Make the application over the store at `path`, which is made when missing.

    `host` is the address it will be bound to: on loopback only loopback's names are answered, so that no foreign page
    can reach it by a name of its own. Who shows `token` may write; without one `allow_write` lets this machine. Pages
    of the origin `cors`, `*` for any, may read the API. Raises StoreError when the store cannot be opened.
    """
    app = Flask(__name__)
    app.config.update(**_OPENAPI, **_LIMITS, STORE=str(Path(path).absolute()))
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if not Path(path).exists() or Path(path).stat().st_size == 0:
        Store.open(path).close()
    Store.open(path, readonly=True).close()
    opened.keep_closed(app)
    problems.answer_errors(app)
    smorest = problems.ProblemApi(app)
    smorest.spec.components.security_scheme("token", posted.SECURITY)
    smorest.register_blueprint(endpoint.blueprint)
    app.register_blueprint(api.health)
    for pages in (front, events, articles, views, adding, exporting, docs):
        app.register_blueprint(pages.blueprint)
    lent.lend_words(app)
    dates.lend_dates(app)
    endpoint.refuse_strange_parameters(app)
    app.after_request(_let_caches_ask)
    writing.prepare(app, host, allow_write=allow_write, token=token)
    let_read(app, cors)
    security.protect(app, host)
    app.wsgi_app = Kept(app.wsgi_app, app.config["STORE"])  # type: ignore[method-assign]  # Flask's way of wrapping
    return app


def _let_caches_ask(response: Response) -> Response:
    """Give what was read a strong ETag, so that an unchanged answer is a 304 without a body."""
    if request.method in ("GET", "HEAD") and response.status_code == 200 and not response.is_streamed:
        if request.endpoint != "static":
            response.cache_control.no_cache = True
        response.add_etag()
        response.make_conditional(request)
    return response

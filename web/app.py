"""The path of a store goes in, the application that serves its pages and its API comes out."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, request

from timeline.store import Store
from web import api, opened, pages, problems, security
from web.kept import Kept

_OPENAPI = {
    "API_TITLE": "Timeline",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
}


def create_app(path: str | Path, *, host: str = "127.0.0.1", allow_write: bool = False) -> Flask:
    """Make the application over the store at `path`, which is made when missing.

    `host` is the address it will be bound to: on loopback only loopback's names are answered, so that no foreign page
    can reach it by a name of its own. Raises StoreError when the store cannot be opened.
    """
    app = Flask(__name__)
    app.config.update(_OPENAPI, STORE=str(Path(path).absolute()), ALLOW_WRITE=allow_write)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if not Path(path).exists() or Path(path).stat().st_size == 0:
        Store.open(path).close()
    Store.open(path, readonly=True).close()
    opened.keep_closed(app)
    problems.answer_errors(app)
    smorest = problems.ProblemApi(app)
    smorest.register_blueprint(api.blueprint)
    app.register_blueprint(api.health)
    app.register_blueprint(pages.blueprint)
    app.after_request(_let_caches_ask)
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

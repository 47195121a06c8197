"""Responses go in, responses with the headers that keep a browser to itself come out."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Pages are whole without scripts, so none may run: hostile article text would find no way to.
_PAGE = _NOTHING.replace("form-action 'none'", "form-action 'self'") + "; style-src 'self'; img-src 'self'"
_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def protect(app: Flask, host: str) -> None:
    """Send the protecting headers with every answer; bound to loopback, answer only to its names (400 otherwise)."""
    if host in LOOPBACK or host.startswith("127."):
        app.before_request(_refuse_other_names)
    app.after_request(_send_headers)


def _refuse_other_names() -> None:
    """Refuse names that are not loopback's: a foreign page can make its own name lead here (DNS rebinding)."""
    given = request.headers.get("Host", "localhost")
    try:
        name = urlsplit(f"//{given}").hostname or ""
    except ValueError:
        name = ""
    if name not in LOOPBACK and not re.fullmatch(r"127(\.\d{1,3}){3}", name):
        abort(400, f"This server answers at this machine's own address only, not as {given!r}.")


def _send_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    response.headers["Content-Security-Policy"] = _PAGE if response.mimetype == "text/html" else _NOTHING
    return response

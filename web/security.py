"""Responses go in, responses with the headers that keep a browser to itself come out."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Scripts and styles come from files of ours alone: hostile article text finds no way to run, nor to be drawn otherwise.
_PAGE = (
    _NOTHING.replace("form-action 'none'", "form-action 'self'")
    + "; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
)
# A document to keep is no page of ours: opened from here after all, it may do nothing.
_KEPT = f"{_NOTHING}; sandbox"
# Not no-referrer: with that a browser sends `Origin: null` with our own forms too, and no origin could be checked.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def is_loopback(host: str) -> bool:
    """Say whether an address to listen at is reached from this machine alone."""
    return host in LOOPBACK or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


def protect(app: Flask, host: str) -> None:
    """Send the protecting headers with every answer; bound to loopback, answer only to its names (400 otherwise)."""
    if is_loopback(host):
        app.before_request(_refuse_other_names)
    app.after_request(_send_headers)


def _refuse_other_names() -> None:
    """Refuse names that are not loopback's: a foreign page can make its own name lead here (DNS rebinding)."""
    given = request.headers.get("Host", "localhost")
    try:
        name = urlsplit(f"//{given}").hostname or ""
    except ValueError:
        name = ""
    if not is_loopback(name):
        abort(400, f"This server answers at this machine's own address only, not as {given!r}.")


def _send_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    response.headers["Content-Security-Policy"] = _policy(response)
    return response


def _policy(response: Response) -> str:
    if response.mimetype != "text/html":
        return _NOTHING
    return _KEPT if response.headers.get("Content-Disposition", "").startswith("attachment") else _PAGE

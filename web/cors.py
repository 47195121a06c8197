"""Answers of the API go in, the headers that let pages of other sites read them come out, where that is wanted."""

from __future__ import annotations

from flask import Flask, Response, request

_READS = ("GET", "HEAD", "OPTIONS")


def let_read(app: Flask, origin: str | None) -> None:
    """Let pages of an origin (`*` for any) read the API, without cookies; writing stays for our own pages."""
    if origin:
        app.after_request(lambda response: _allowed(response, origin))


def _allowed(response: Response, origin: str) -> Response:
    if not request.path.startswith("/api/") or request.method not in _READS:
        return response
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, ETag, Link"
    if origin != "*":
        response.vary.add("Origin")
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response

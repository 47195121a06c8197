"""A request that would change the store goes in; it is let through or refused: by token, by origin, by its form.

With a token, whoever writes shows it: programs as `Authorization: Bearer`, a form as its field `token`, which is then
remembered in a cookie. Without one, only a server on loopback that was started with `--allow-write` takes anything.
"""

from __future__ import annotations

import hmac
import re
import secrets
from typing import NoReturn
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, request
from markupsafe import Markup
from werkzeug.datastructures import WWWAuthenticate

from web.security import is_loopback

TOKEN_FIELD, CSRF_FIELD, CSRF_HEADER = "token", "csrf_token", "X-CSRF-Token"
_FORM_COOKIE, _WRITER_COOKIE = "timeline_form", "timeline_writer"
_NONCE = re.compile("[0-9a-f]{32}")
_OFF = (
    "Writing over HTTP is off here: set TIMELINE_TOKEN, "
    "or serve on this machine only (127.0.0.1) and start it with --allow-write."
)
_STALE = "This form is out of date, or its cookie is missing: load the page again and send it once more."
_WANTED = "A token is wanted here, as `Authorization: Bearer TOKEN`."


def prepare(app: Flask, host: str, *, allow_write: bool, token: str | None) -> None:
    """Settle who may write, and lend the templates `csrf_field()`, `writing_is_on()` and `token_is_wanted()`."""
    token = (token or "").strip() or None
    app.config.update(
        WRITE_TOKEN=token,
        WRITE_HERE=token is None and allow_write and is_loopback(host),
        # Derived from the token, so that forms outlive a restart and are understood by every worker.
        FORM_KEY=_signed(token.encode(), "forms").encode() if token else secrets.token_bytes(32),
    )
    app.jinja_env.globals.update(csrf_field=csrf_field, writing_is_on=writing_is_on, token_is_wanted=token_is_wanted)
    app.after_request(_send_cookies)


def writing_is_on() -> bool:
    """Say whether anybody can write over HTTP."""
    return current_app.config["WRITE_TOKEN"] is not None or bool(current_app.config["WRITE_HERE"])


def token_is_wanted() -> bool:
    """Say whether a form has to ask for the token: there is one, and this browser has not shown it yet."""
    return current_app.config["WRITE_TOKEN"] is not None and not _is_known_writer()


def check_may_write() -> None:
    """Refuse a request that may not write.

    403 where writing is off or the request comes from another site's page, 401 for a wrong or missing token, 400 for a
    form (anything outside /api/, and whatever rests on a cookie) without a current `csrf_field()`.
    """
    if not writing_is_on():
        abort(403, _OFF)
    _refuse_other_sites()
    if current_app.config["WRITE_TOKEN"] is None:
        if not _is_api():
            _check_form()
    elif "Authorization" in request.headers:
        _check_token(_bearer())
    elif _is_known_writer():
        _check_form()
    elif _is_api():
        _refuse_unknown()
    else:
        _check_form()
        _check_token(request.form.get(TOKEN_FIELD, ""))
        g.remember_writer = True


def csrf_token() -> str:
    """Give what a form must send back as `csrf_token` (or a script as the header X-CSRF-Token)."""
    if "form_nonce" not in g:
        known = request.cookies.get(_FORM_COOKIE, "")
        g.form_nonce = known if _NONCE.fullmatch(known) else secrets.token_hex(16)
    return _signed(current_app.config["FORM_KEY"], g.form_nonce)


def csrf_field() -> Markup:
    """Write the hidden field that every form which posts must hold."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, csrf_token())


# ---- the checks -------------------------------------------------------------------------------------------------


def _is_api() -> bool:
    return request.path.startswith("/api/")


def _refuse_other_sites() -> None:
    """Refuse what a browser sends for a page of another site; programs other than browsers send neither header."""
    origin, fetched_from = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
    if fetched_from not in ("same-origin", "none") or (origin is not None and not _is_own(origin)):
        abort(403, "This was sent by a page of another site; writing is for pages of this server alone.")


def _is_own(origin: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == request.headers.get("Host", "").lower() != ""
    except ValueError:
        return False


def _bearer() -> str:
    scheme, _, given = request.headers["Authorization"].partition(" ")
    # WSGI hands on bytes as Latin-1; a token is typed in UTF-8.
    return given.strip().encode("latin-1", "replace").decode("utf-8", "replace") if scheme.lower() == "bearer" else ""


def _check_token(given: str) -> None:
    # Digests are of one length, so that not even the length of the token can be learnt from the time taken.
    token: str = current_app.config["WRITE_TOKEN"]
    key = current_app.config["FORM_KEY"]
    if not hmac.compare_digest(_signed(key, given), _signed(key, token)):
        _refuse_unknown()


def _refuse_unknown() -> NoReturn:
    words = _WANTED if "Authorization" not in request.headers and _is_api() else "This is not the token of this server."
    abort(401, words, www_authenticate=WWWAuthenticate("bearer", {"realm": "timeline"}))


def _is_known_writer() -> bool:
    given, wanted = request.cookies.get(_WRITER_COOKIE, ""), _writer()
    return wanted != "" and hmac.compare_digest(given.encode(), wanted.encode())


def _writer() -> str:
    token: str | None = current_app.config["WRITE_TOKEN"]
    return _signed(token.encode(), "writer") if token else ""


def _check_form() -> None:
    """Hold the token of the form against the cookie that came with the page; another site can send neither."""
    nonce = request.cookies.get(_FORM_COOKIE, "")
    given = request.headers.get(CSRF_HEADER) or ("" if _is_api() else request.form.get(CSRF_FIELD, ""))
    wanted = _signed(current_app.config["FORM_KEY"], nonce)
    if not _NONCE.fullmatch(nonce) or not hmac.compare_digest(given.encode(), wanted.encode()):
        abort(400, _STALE)


def _signed(key: bytes, words: str) -> str:
    return hmac.new(key, words.encode(), "sha256").hexdigest()


def _send_cookies(response: Response) -> Response:
    """Send the cookies of forms; a page that holds a form is one visitor's and no cache's."""
    if "form_nonce" in g:
        _set(response, _FORM_COOKIE, g.form_nonce)
        response.cache_control.no_store = True
        response.vary.add("Cookie")
    if g.get("remember_writer"):
        _set(response, _WRITER_COOKIE, _writer())
    return response


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, httponly=True, samesite="Strict", secure=request.is_secure)

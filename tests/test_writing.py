"""Who may write: by token, or on loopback with --allow-write, from our own pages and forms; others are told why not."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from web import create_app
from web.writing import check_may_write, csrf_token

SECRET = "secret"  # noqa: S105
LONG = "s3cret=ünd long="
PAGE = "<form method=post>{{ csrf_field() }}{{ 'ask' if token_is_wanted() }}{{ 'off' if not writing_is_on() }}</form>"


def form_app(path: Path, **options: Any) -> Flask:
    """An application with a form outside /api/ and a writing address inside."""
    app = create_app(path / "timeline.db", **options)

    def send() -> str:
        check_may_write()
        return "written"

    app.add_url_rule("/form", "form", lambda: render_template_string(PAGE))
    app.add_url_rule("/form", "send", send, methods=["POST"])
    app.add_url_rule("/api/v1/try", "try", send, methods=["POST"])
    app.add_url_rule("/token", "token", csrf_token)
    return app


@pytest.fixture
def here(tmp_path: Path) -> FlaskClient:
    return form_app(tmp_path, allow_write=True).test_client()


@pytest.fixture
def guarded(tmp_path: Path) -> FlaskClient:
    return form_app(tmp_path, token=LONG).test_client()


def field(client: FlaskClient) -> dict[str, str]:
    found = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', client.get("/form").text)
    assert found
    return {"csrf_token": found[1]}


def status(answer: TestResponse, wanted: int) -> TestResponse:
    assert answer.status_code == wanted, answer.text
    return answer


# ---- off and on -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [{}, {"host": "0.0.0.0", "allow_write": True}, {"token": "  "}],  # noqa: S104  what a container binds to
    ids=["not allowed", "not on loopback", "an empty token"],
)
def test_without_a_token_writing_is_off(tmp_path: Path, options: dict[str, Any]) -> None:
    client = form_app(tmp_path, **options).test_client()
    answer = status(client.post("/api/v1/try", headers={"Authorization": "Bearer "}), 403)
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["detail"].startswith("Writing over HTTP is off here: set TIMELINE_TOKEN, or serve on ")
    assert "off</form>" in client.get("/form").text
    assert status(client.post("/form", data=field(client)), 403).mimetype == "text/html"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.9.0.1"])
def test_on_loopback_allow_write_lets_programs_write(tmp_path: Path, host: str) -> None:
    client = form_app(tmp_path, host=host, allow_write=True).test_client()
    assert status(client.post("/api/v1/try"), 200).text == "written"
    status(client.post("/api/v1/try", headers={"Host": "rebound.example"}), 400)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://localhost:8001"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("address", ["/form", "/api/v1/try"])
def test_pages_of_other_sites_may_not_write(
    here: FlaskClient, guarded: FlaskClient, headers: dict[str, str], address: str
) -> None:
    status(here.post(address, data=field(here), headers=headers), 403)
    right = {"Authorization": "Bearer s3cret ünd long".encode().decode("latin-1")}
    status(guarded.post(address, data=field(guarded), headers={**headers, **right}), 403)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "https://LOCALHOST", "Sec-Fetch-Site": "same-origin"},  # a proxy may speak TLS before us
        {"Origin": "http://127.0.0.1:8000", "Host": "127.0.0.1:8000"},
    ],
    ids=str,
)
def test_our_own_pages_may_write(here: FlaskClient, headers: dict[str, str]) -> None:
    status(here.post("/api/v1/try", headers=headers), 200)


# ---- the token --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["Bearer wrong", "Bearer", "Bearer ", "Basic czNjcmV0", "s3cret", "Bearer s3cret "])
def test_a_wrong_token_is_a_401(guarded: FlaskClient, given: str) -> None:
    answer = status(guarded.post("/api/v1/try", headers={"Authorization": given}), 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer realm=timeline"
    assert answer.get_json()["detail"] == "This is not the token of this server."


def test_a_missing_token_is_a_401_even_with_allow_write(tmp_path: Path) -> None:
    client = form_app(tmp_path, token=SECRET, allow_write=True).test_client()
    answer = status(client.post("/api/v1/try"), 401)
    assert answer.get_json()["detail"] == "A token is wanted here, as `Authorization: Bearer TOKEN`."
    assert answer.headers["WWW-Authenticate"] == "Bearer realm=timeline"


@pytest.mark.parametrize("address", ["/form", "/api/v1/try"])
def test_the_right_token_writes(tmp_path: Path, address: str) -> None:
    client = form_app(tmp_path, token=f"{SECRET}\n", host="0.0.0.0").test_client()  # noqa: S104
    status(client.post(address, headers={"Authorization": "Bearer secret", "Host": "timeline.example"}), 200)


def test_a_token_may_hold_any_letter(guarded: FlaskClient) -> None:
    token = LONG.encode().decode("latin-1")  # as bytes of UTF-8 arrive
    status(guarded.post("/api/v1/try", headers={"Authorization": f"Bearer {token}"}), 200)


# ---- forms ------------------------------------------------------------------------------------------------------


def test_a_form_needs_its_field_and_its_cookie(here: FlaskClient) -> None:
    sent = field(here)
    assert status(here.post("/form", data=sent), 200).text == "written"
    status(here.post("/form"), 400)
    status(here.post("/form", data={"csrf_token": "ü" * 64}), 400)
    here.delete_cookie("timeline_form")
    answer = status(here.post("/form", data=sent), 400)
    assert "load the page again and send it once more" in answer.text


def test_a_cookie_that_somebody_planted_has_no_field_that_fits(here: FlaskClient) -> None:
    nonce = "0" * 32
    here.set_cookie("timeline_form", nonce)
    status(here.post("/form", data={"csrf_token": nonce}), 400)
    here.set_cookie("timeline_form", "")
    status(here.post("/form", data={"csrf_token": ""}), 400)


def test_the_cookie_is_kept_from_scripts_and_other_sites_and_the_page_from_caches(here: FlaskClient) -> None:
    answer = here.get("/form")
    (morsel,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
    assert (morsel["httponly"], morsel["samesite"], morsel["path"], morsel["secure"]) == (True, "Strict", "/", "")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in here.get("/").headers
    secure = here.get("/form", base_url="https://localhost").headers["Set-Cookie"]
    assert "Secure" in secure


def test_a_token_given_in_a_form_is_remembered(guarded: FlaskClient) -> None:
    assert "ask</form>" in guarded.get("/form").text
    status(guarded.post("/form", data={**field(guarded), "token": "wrong"}), 401)
    status(guarded.post("/form", data={"token": LONG}), 400)
    first = status(guarded.post("/form", data={**field(guarded), "token": LONG}), 200)
    (morsel,) = SimpleCookie(first.headers["Set-Cookie"]).values()
    assert (morsel.key, morsel["httponly"], morsel["samesite"]) == ("timeline_writer", True, "Strict")
    assert "s3cret" not in morsel.value
    assert "ask</form>" not in guarded.get("/form").text
    status(guarded.post("/form", data=field(guarded)), 200)
    status(guarded.post("/form"), 400)


def test_a_script_of_ours_may_use_the_cookie_of_a_writer_with_the_token_of_its_page(guarded: FlaskClient) -> None:
    sent = {**field(guarded), "token": LONG}
    guarded.post("/form", data=sent)
    status(guarded.post("/api/v1/try"), 400)
    status(guarded.post("/api/v1/try", headers={"X-CSRF-Token": sent["csrf_token"]}), 200)


def test_forms_outlive_a_restart_where_there_is_a_token(tmp_path: Path) -> None:
    before, after = (form_app(tmp_path, token=SECRET).test_client() for _ in range(2))
    sent = {**field(before), "token": SECRET}
    cookie = before.get_cookie("timeline_form")
    assert cookie
    after.set_cookie("timeline_form", cookie.value)
    status(after.post("/form", data=sent), 200)


# ---- reading from other sites -----------------------------------------------------------------------------------


def test_sharing_is_off_by_default_and_can_be_for_one(tmp_path: Path) -> None:
    other = {"Origin": "https://other.example"}
    alone = create_app(tmp_path / "t.db").test_client()
    assert "Access-Control-Allow-Origin" not in alone.get("/api/v1/events", headers=other).headers
    shared = create_app(tmp_path / "t.db", cors="https://paper.example").test_client()
    headers = shared.get("/api/v1/events", headers=other).headers
    assert (headers["Access-Control-Allow-Origin"], headers["Vary"]) == ("https://paper.example", "Origin")
    assert "Access-Control-Allow-Origin" not in shared.get("/", headers=other).headers

"""What is refused outside the API: in the form that was asked for, and never in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from stocked import MADE, fill, timeline

from timeline.schemas import ProblemSchema
from web import create_app
from web.endpoint import _UNDERSTOOD

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = fill(tmp_path_factory.mktemp("store") / "timeline.db")
    return create_app(path, allow_write=True).test_client()


@pytest.mark.parametrize("address", ["/nothing", "/events/0123456789abcdef", "/articles?cursor=x", "/?frm=2025"])
@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, "text/html"),
        ("*/*", "text/html"),
        (BROWSER, "text/html"),
        ("text/csv", "text/html"),
        ("text/html, application/json;q=0.9", "text/html"),
        ("application/json", "application/problem+json"),
        ("application/problem+json, text/html;q=0.5", "application/problem+json"),
        ("application/json, text/plain, */*", "application/problem+json"),
    ],
)
def test_an_error_has_the_form_that_was_asked_for(
    client: FlaskClient, address: str, accept: str | None, wanted: str
) -> None:
    answer = client.get(address, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.mimetype) in [(400, wanted), (404, wanted)]
    assert "Accept" in answer.headers["Vary"]
    if wanted != "text/html":
        assert ProblemSchema().validate(answer.get_json()) == {}


@pytest.mark.parametrize("address", ["/export/csv?from=soon", "/export/docx", "/export/csv?foo=1", "/healthz?foo=1"])
def test_files_and_health_fail_as_problems_whoever_asks(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.mimetype) in [
        (400, "application/problem+json"),
        (404, "application/problem+json"),
    ]


EVENT = "/events/0123456789abcdef"


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/?foo=1", "foo"),
        ("/?foo=", "foo"),
        ("/?from=2025&foo=", "foo"),
        ("/?cursor=a&cursor=b", "cursor"),
        ("/articles?foo=", "foo"),
        ("/articles?cursor=a&cursor=b", "cursor"),
        (f"{EVENT}?foo=1", "foo"),
        ("/articles/0123456789abcdef?foo", "foo"),
        ("/articles/0123456789abcdef?at=1&at=2", "at"),
        ("/add?foo=1", "foo"),
        ("/views?foo=", "foo"),
        ("/views/name?foo=1", "foo"),
        ("/export/csv?foo=1", "foo"),
        ("/export/csv?cursor=a", "cursor"),
        ("/healthz?foo=", "foo"),
        ("/api/v1/docs?foo=1", "foo"),
        ("/api/v1/openapi.json?foo=1", "foo"),
    ],
)
def test_no_parameter_is_passed_over(client: FlaskClient, address: str, field: str) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert [error["field"] for error in answer.get_json()["errors"]] == [field]


def test_every_address_says_what_it_understands(client: FlaskClient) -> None:
    """An address added later is asked here for its row in the table."""
    known = {"static", *_UNDERSTOOD}
    rules = client.application.url_map.iter_rules()
    assert {rule.endpoint for rule in rules if not rule.endpoint.startswith("api.")} == known


def test_pages_without_strange_parameters_are_shown(client: FlaskClient) -> None:
    article = timeline(MADE[0]).article.id
    for address in ("/?from=2025&text=", f"/articles/{article}", "/add", "/views?from=2025", "/export/csv?from=2025"):
        assert client.get(address, follow_redirects=True, buffered=True).status_code == 200

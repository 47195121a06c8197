"""The service below a prefix of another server (SCRIPT_NAME): every address that it writes leads back to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from stocked import fill

from web import create_app

BELOW = "http://localhost/chronicle"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = fill(tmp_path_factory.mktemp("store") / "timeline.db")
    return create_app(path, allow_write=True).test_client()


@pytest.mark.parametrize("address", ["/api/v1/events?format={}", "/api/v1/events?limit=2&format={}", "/export/{}"])
@pytest.mark.parametrize("form", ["atom", "jsonfeed", "ics", "jsonld", "html"])
def test_files_lead_back(client: FlaskClient, address: str, form: str) -> None:
    text = client.get(address.format(form), base_url=BELOW).text.replace("\r\n ", "")
    found = re.findall(r"http://localhost(/[a-z]*/[a-z]*)/[0-9a-f]{16}", text)
    assert set(found) == {"/chronicle/events"}


def test_links_and_examples_lead_back(client: FlaskClient) -> None:
    first = client.get("/api/v1/events?limit=1", base_url=BELOW)
    assert first.headers["Link"].startswith("</chronicle/api/v1/events?limit=1&cursor=")
    stored = client.post("/api/v1/articles", json={"text": "It rained on 5 May 2021."}, base_url=BELOW)
    assert stored.headers["Location"].startswith("/chronicle/api/v1/articles/")
    examples = re.findall(r"http://[^\s&?#'<]*", client.get("/api/v1/docs", base_url=BELOW).text)
    assert set(examples) == {f"{BELOW}/api/v1/events", f"{BELOW}/api/v1/articles"}

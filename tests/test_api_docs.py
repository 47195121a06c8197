"""What the API says of itself: an OpenAPI document, and the same as a page that a person reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from timeline.export import FORMATS
from timeline.query import FILTER_NAMES
from web import create_app

ADDRESSES = {
    "/api/v1/events": {"get"},
    "/api/v1/events/{event_id}": {"get"},
    "/api/v1/density": {"get"},
    "/api/v1/articles": {"get", "post"},
    "/api/v1/articles/{article_id}": {"get"},
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(tmp_path_factory.mktemp("store") / "timeline.db").test_client()


@pytest.fixture(scope="module")
def document(client: FlaskClient) -> Any:
    return client.get("/api/v1/openapi.json").get_json()


def operations(document: Any) -> Iterator[tuple[str, str, Any]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method != "parameters":
                yield path, method, operation


def test_it_is_openapi_3_1_and_names_every_address(document: Any) -> None:
    assert document["openapi"] == "3.1.0"
    assert {path: set(methods) - {"parameters"} for path, methods in document["paths"].items()} == ADDRESSES
    assert re.findall(r"://\w[^\s\"]*", json.dumps(document)) == []


@pytest.mark.parametrize(
    ("path", "more"), [("/api/v1/events", {"limit", "cursor", "format"}), ("/api/v1/density", {"unit"})]
)
def test_it_names_every_parameter(document: Any, path: str, more: set[str]) -> None:
    parameters = document["paths"][path]["get"]["parameters"]
    assert {parameter["name"] for parameter in parameters} == {*FILTER_NAMES, *more}
    assert all(parameter.get("description") for parameter in parameters)


def test_formats_are_those_of_the_exports(document: Any) -> None:
    events = document["paths"]["/api/v1/events"]["get"]
    (form,) = (parameter for parameter in events["parameters"] if parameter["name"] == "format")
    assert form["schema"]["enum"] == list(FORMATS)
    assert set(events["responses"]["200"]["content"]) == {
        form.media_type.partition(";")[0] for form in FORMATS.values()
    }


def test_every_error_is_a_problem(document: Any) -> None:
    for path, method, operation in operations(document):
        wanted = {"400", "503"} | ({"401", "403", "413", "415", "422"} if method == "post" else {"304"})
        assert wanted <= set(operation["responses"]), path
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                shared = document["components"]["responses"][response["$ref"].rpartition("/")[2]]
                assert list(shared["content"]) == ["application/problem+json"]


def test_writing_takes_json_or_files_and_a_token(document: Any) -> None:
    post = document["paths"]["/api/v1/articles"]["post"]
    assert set(post["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert post["security"] == [{"token": []}]
    scheme = document["components"]["securitySchemes"]["token"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


class Tags(HTMLParser):
    """Collects the elements of a page, its ids and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action"):
                self.links.append(value or "")


def test_the_page_shows_all_of_it(client: FlaskClient, document: Any) -> None:
    answer = client.get("/api/v1/docs")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    page = answer.text
    for path, method, operation in operations(document):
        assert f"{method.upper()} {path}" in page
        assert re.sub("`(.*?)`", r"<code>\1</code>", operation["summary"]) in page
        for parameter in operation.get("parameters", ()):
            assert f"<code>{parameter['name']}</code>" in page
    assert "one of <code>happened, planned, possible, denied, alleged</code>" in page
    for name, schema in document["components"]["schemas"].items():
        assert f'id="{name}"' in page
        for key in schema.get("properties", {}):
            assert f"<code>{key}</code>" in page


def test_the_page_holds_no_script_and_asks_nobody_else(client: FlaskClient) -> None:
    page = client.get("/api/v1/docs").text
    tags = Tags(page)
    assert not {"style", "iframe", "img"} & tags.names
    assert re.findall(r"<script(?![^>]* src=)|<script[^>]*>(?!</script>)", page) == []
    assert not {name for name in tags.attributes if name == "style" or name.startswith("on")}
    assert all(re.match("[/#](?!/)", link) for link in tags.links)
    assert len(tags.ids) == len(set(tags.ids))
    assert {link[1:] for link in tags.links if link.startswith("#")} <= set(tags.ids)
    for link in {link for link in tags.links if link.startswith("/")}:
        assert client.get(link, buffered=True).status_code == 200


@pytest.mark.parametrize("address", ["/api/v1/docs", "/api/v1/openapi.json", "/healthz"])
def test_they_take_no_parameters_and_do_not_change(client: FlaskClient, address: str) -> None:
    assert client.get(f"{address}?x=1").get_json()["errors"][0]["field"] == "x"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_the_document_of_each_application_is_whole(tmp_path: Path, document: Any) -> None:
    again = create_app(tmp_path / "other.db").test_client().get("/api/v1/openapi.json").get_json()
    assert again == document


def test_it_names_the_headers_that_lead_on(document: Any) -> None:
    def headers(path: str, method: str, status: str) -> set[str]:
        return set(document["paths"][path][method]["responses"][status].get("headers", {}))

    for path in ("/api/v1/events", "/api/v1/articles"):
        assert headers(path, "get", "200") == {"ETag", "Link"}
    assert headers("/api/v1/density", "get", "200") == {"ETag"}
    for path, method, operation in operations(document):
        if method == "get":
            said = operation["responses"]["200"]["headers"]["ETag"]["description"]
            assert said == "strong; send it back as If-None-Match, and what has not changed is a 304", path
    assert headers("/api/v1/articles", "post", "201") == headers("/api/v1/articles", "post", "200") == {"Location"}


def test_it_says_what_is_counted_and_which_errors_name_a_field(document: Any) -> None:
    said = document["components"]["schemas"]["Bin"]["properties"]
    assert said["planned"]["description"] == "how many of them are told as planned or possible"
    assert said["count"]["description"] == "each event once, where it starts; where it ends when its start is open"
    assert "every error is a problem (RFC 9457) that names" not in document["info"]["description"]

"""Every page, light and dark, wide and narrow, under axe-core: no violations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page
from stocked import fill

pytest_plugins = ("browser",)

Look = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
PLACES = (
    "/",
    "/?text=nowhere",
    "/?from=2025&text=smelter",
    "/articles",
    "/views?from=2025",
    "/add",
    "/nothing-here",
    "/api/v1/docs",
)


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    path = root / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.fail(f"{path.relative_to(root)} is missing: `make test` installs it (npm install --no-save)")
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(fill(tmp_path_factory.mktemp("store") / "timeline.db"), "--allow-write") as found:
        yield found


@pytest.fixture(scope="module")
def empty(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("empty") / "timeline.db") as found:
        yield found


def violations(page: Page, axe: str) -> list[str]:
    """Run axe-core in the page; the scripts our headers forbid to pages may still be run by the one who tests."""
    for unfolded in page.locator("details").all():
        unfolded.evaluate("details => { details.open = true }")
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_accessible(look: Look, address: str, axe: str, scheme: str, width: int) -> None:
    page = look(address, width=width, color_scheme=scheme, reduced_motion="reduce")
    places = [address + place for place in PLACES]
    places += [link.evaluate("link => link.href") for link in page.locator(".what a").all()[::4]]
    page.goto(f"{address}/articles")
    places += [link.evaluate("link => link.href") for link in page.locator(".articles h2 a").all()]
    found = {}
    for place in places:
        page.goto(place)
        found[place] = violations(page, axe)
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_was_understood_is_accessible(look: Look, address: str, axe: str, scheme: str) -> None:
    page = look(f"{address}/add", color_scheme=scheme)
    assert violations(page, axe) == []
    page.get_by_label("Paste a text").fill("The mill burned down on Saturday.")
    page.get_by_role("button", name="Look at it first").click()
    assert violations(page, axe) == []
    page.keyboard.press("?")
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_store_is_accessible(look: Look, empty: str, axe: str, scheme: str) -> None:
    page = look(empty, color_scheme=scheme)
    assert violations(page, axe) == []


@pytest.mark.parametrize("locale", ["de-DE", "ar"])
def test_dates_in_the_reader_s_language_are_accessible(look: Look, address: str, axe: str, locale: str) -> None:
    page = look(address, locale=locale)
    assert page.locator("time bdi").first.get_attribute("lang") == locale
    assert violations(page, axe) == []

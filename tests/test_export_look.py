"""The HTML export in a real browser, from a file, with JavaScript off: whole, accessible, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from stocked import fill
from test_accessibility import axe, violations

from timeline.export import FORMATS, Asked
from timeline.query import Filters, read_filters
from timeline.store import Store

pytest_plugins = ("browser",)
__all__ = ["axe"]

Look = Callable[..., Page]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    filters = Filters(undated="include")
    with Store.open(fill(folder / "timeline.db")) as store:
        parts = FORMATS["html"].write(store.each_event(filters), Asked(filters))
        (folder / "timeline.html").write_bytes(b"".join(parts))
    return folder / "timeline.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 320])
def test_it_is_accessible_and_nothing_scrolls_sideways(
    look: Look, exported: Path, axe: str, scheme: str, width: int
) -> None:
    page = look(exported.as_uri(), width=width, color_scheme=scheme, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page, axe) == []


def test_it_is_one_file_that_runs_and_fetches_nothing(look: Look, exported: Path) -> None:
    page = look(exported.as_uri(), java_script_enabled=False)
    assert page.asked == [exported.as_uri()]
    assert page.complaints == []
    assert page.locator("li").count() == page.locator("blockquote").count() == 11
    assert page.locator("li", has_text="Fire crews left").locator("mark").text_content() == "late Saturday"
    page.locator("summary").first.click()
    assert page.locator(".why p").first.is_visible()


def test_a_day_is_printed_once(look: Look, exported: Path) -> None:
    page = look(exported.as_uri())
    event = page.locator("li", has_text="Fire crews left")
    shown = "node => [...node.querySelectorAll('.when *')].map(one => [one.textContent, one.offsetWidth > 1])"
    assert event.evaluate(shown) == [["Sat 8 Feb 2025, late", True], ["Sat 8 Feb 2025, ", False]]
    assert page.locator("h4", has_text="Sat 8 Feb 2025").count() == 1


def test_what_began_earlier_is_folded(look: Look, tmp_path: Path) -> None:
    filters = read_filters({"from": ["2025-02-10"], "to": ["2025-02-28"]})
    file = tmp_path / "february.html"
    with Store.open(fill(tmp_path / "timeline.db")) as store:
        file.write_bytes(b"".join(FORMATS["html"].write(store.each_event(filters), Asked(filters))))
    page = look(file.as_uri(), java_script_enabled=False)
    assert page.locator("h2").all_text_contents() == ["began earlier", "2025"]
    folded = page.locator(".fold li")
    assert folded.count() > 0
    assert not folded.first.is_visible()
    page.emulate_media(media="print")
    assert folded.first.is_visible()
    page.emulate_media(media="screen")
    page.get_by_text("Show what began before these dates").click()
    assert folded.first.is_visible()


def test_printed_it_spells_out_links_and_shows_no_controls(look: Look, exported: Path) -> None:
    page = look(exported.as_uri())
    page.emulate_media(media="print")
    assert not page.locator("summary").first.is_visible()
    spelt = page.locator(".source a").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "attr(href)" in spelt or "https://courier.example/smelter" in spelt

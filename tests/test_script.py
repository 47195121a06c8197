"""What a script adds to the pages, and that nothing is missing without it: a real server, a real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from stocked import fill

pytest_plugins = ("browser",)

Look = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="module")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(fill(tmp_path_factory.mktemp("store") / "timeline.db")) as found:
        yield found


def test_dragging_over_the_bars_narrows_the_dates(look: Look, address: str) -> None:
    page = look(f"{address}/?from=2025-02&to=2025-02")
    bars = page.locator(".bars a")
    first, last = (bars.filter(has_text=day).locator(".bar").bounding_box() for day in ("Sat 8 Feb", "Wed 12 Feb"))
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + 2, first["y"] + 2)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, first["y"] - 5, steps=4)
    expect(page.locator(".brush")).to_have_count(1)
    page.mouse.up()
    page.wait_for_url("**/?from=2025-02-08&to=2025-02-12")
    expect(page.get_by_label("From", exact=True)).to_have_value("2025-02-08")


@pytest.mark.parametrize("script", [True, False])
def test_a_bar_is_a_link_that_narrows_the_dates(look: Look, address: str, script: bool) -> None:
    page = look(f"{address}/?from=2025-02&to=2025-02", java_script_enabled=script)
    page.locator(".bars a").filter(has_text="Sat 8 Feb").locator(".hit").click()
    page.wait_for_url("**/?from=2025-02-08&to=2025-02-08")
    expect(page.locator("article.event .what").last).to_contain_text("Fire crews left")


def test_the_keyboard_walks_finds_and_explains_itself(look: Look, address: str) -> None:
    page = look(f"{address}/?from=2025-02-07")
    heads = page.locator(".event:visible .what a")
    page.keyboard.press("j")
    expect(heads.first).to_be_focused()
    page.keyboard.press("j")
    expect(heads.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(heads.first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Find")).to_be_focused()
    page.keyboard.type("j?")
    expect(page.get_by_label("Find")).to_have_value("j?")
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("single keys do this").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_sticky_day_covers_nothing_in_focus(look: Look, address: str) -> None:
    page = look(f"{address}/?from=2025", width=320, height=480)
    page.mouse.wheel(0, 4000)
    for link in page.locator(".event:visible .what a").all():
        link.focus()
        covered = link.evaluate(
            """link => {
                const box = link.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + 4, box.top + 4);
                return !(link === top || link.contains(top));
            }"""
        )
        assert not covered, link.inner_text()


def test_colours_are_chosen_and_remembered(look: Look, address: str) -> None:
    page = look(address, color_scheme="light")
    page.get_by_role("button", name="Dark").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 21, 19)"
    expect(page.get_by_role("button", name="Light")).to_be_visible()


def test_a_citation_is_copied(look: Look, address: str) -> None:
    page = look(f"{address}/?text=crews", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".cite summary").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Sat 8 Feb 2025, late: “Fire crews left late Saturday")


def test_pointing_at_an_expression_tells_what_it_became(look: Look, address: str) -> None:
    page = look(f"{address}/?text=crews")
    page.get_by_role("link", name="in the article").click()
    told = "link => getComputedStyle(link, '::after').content"
    link = page.locator("mark.duration a").first
    assert link.evaluate(told) == "none"
    link.hover()
    assert "how long, not when" in link.evaluate(told)
    page.keyboard.press("Escape")
    assert link.evaluate("link => getComputedStyle(link, '::after').display") == "none"


def test_printing_spells_out_links_and_leaves_controls_out(look: Look, address: str) -> None:
    page = look(f"{address}/?from=2025-02&modality=planned")
    page.emulate_media(media="print")
    expect(page.locator(".printed-only")).to_contain_text("asked for: from 2025-02, modality planned")
    for control in (".masthead", ".filters", ".side", ".asides", ".take"):
        expect(page.locator(control).first).to_be_hidden()
    said = page.locator(".source a").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert f"{urlsplit(address).netloc}/articles/" in said


def test_forced_colours_keep_every_mark(look: Look, address: str) -> None:
    page = look(address, forced_colors="active")
    text = page.evaluate("getComputedStyle(document.body).color")
    drawn = {
        ".bar:not(.outer)": "fill",
        ".bar.outer": "stroke",
        ".hatching": "stroke",
        ".histogram .lane": "stroke",
        ".mark": "color",
        ".mark.planned": "color",
    }
    for name, part in drawn.items():
        found = page.locator(name).first.evaluate("(shape, part) => getComputedStyle(shape)[part]", part)
        assert found == text, name
    pair = "button => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor]"
    for button in page.get_by_role("button").all():
        words, ground = button.evaluate(pair)
        assert words != ground


@pytest.mark.parametrize("script", [True, False])
def test_files_are_added_with_and_without_a_script(look: Look, serve: Serve, tmp_path: Path, script: bool) -> None:
    files = []
    for name in ("mill", "well"):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(f"The {name} was closed on Saturday.\n", "utf-8")
    with serve(tmp_path / "timeline.db", "--allow-write") as found:
        page: Any = look(found, java_script_enabled=script)
        expect(page.get_by_text("Nothing here yet.")).to_be_visible()
        page.get_by_role("link", name="paste one here").click()
        page.get_by_label("or choose files").set_input_files(files)
        page.get_by_role("button", name="Look at it first").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What was understood")
        expect(page.locator(".preview")).to_have_count(2)
        expect(page.locator("progress")).to_have_count(2 if script else 0)
        page.get_by_label("When was it published?").first.fill("2025-02-11")
        page.get_by_role("button", name="Store").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Stored")
        page.goto(found)
        expect(page.locator(".years .event time")).to_have_text("Sat 8 Feb 2025")
        expect(page.locator(".undated .event")).to_have_count(1)
        assert page.complaints == []


def test_every_choice_page_and_export_works_without_javascript(look: Look, address: str) -> None:
    page: Any = look(address, java_script_enabled=False)
    choices = [
        (
            box.get_attribute("name"),
            box.get_attribute("value"),
            box.locator("xpath=../..").locator(".count").inner_text(),
        )
        for box in page.locator(".facets input[type=checkbox]").all()
    ]
    assert {name for name, _, _ in choices} == {"source", "basis", "modality", "granularity"}
    for name, value, count in choices:
        page.goto(address)
        page.locator(f'.facets input[name={name}][value="{value}"]').check()
        page.get_by_role("button", name="Show these").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{count} event{'' if count == '1' else 's'} found")
    page.goto(address)
    page.get_by_role("radio", name="latest first").check()
    page.get_by_label("Find").fill("smelter")
    page.get_by_role("button", name="Show", exact=True).click()
    assert urlsplit(page.url).query == "text=smelter&order=desc"
    expect(page.locator("mark.found").first).to_have_text("smelter", ignore_case=True)
    for link in page.locator(".take a").all()[1:]:
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename.startswith("timeline.")

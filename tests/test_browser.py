"""The pages as a person meets them: a real server, a real Chromium."""

from __future__ import annotations

import subprocess
import sys
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
SIZES = ((1280, 900), (320, 640))


@pytest.fixture(scope="module")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(fill(tmp_path_factory.mktemp("store") / "timeline.db")) as found:
        yield found


@pytest.fixture(scope="module")
def seeded(serve: Serve, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the examples, added and served as the README says."""
    db = tmp_path_factory.mktemp("seeded") / "timeline.db"
    subprocess.run([sys.executable, "-m", "timeline", "add", "--db", str(db), str(seeds)], check=True, timeout=120)
    with serve(db) as found:
        yield found


def test_the_seed_is_on_the_page_with_its_four_dates(look: Look, seeded: str) -> None:
    page = look(f"{seeded}/?source=Xinhua&basis=stated")
    events = page.locator("article.event")
    told = [(event.locator("time").inner_text(), event.locator("mark").inner_text()) for event in events.all()]
    assert told == [
        ("Sat 8 Feb 2025, late", "late Saturday"),
        ("Sun 9 Feb 2025", "Sunday"),
        ("Mon 10 Feb 2025", "Feb 10, 2025"),
        ("Mon 10 Feb 2025", "Monday"),
    ]
    for place, (_, words) in enumerate(told):
        page.goto(f"{seeded}/?source=Xinhua&basis=stated")
        events.nth(place).get_by_role("link", name="in the article").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("on verge of rupture")
        expect(page.locator("mark:target")).to_have_text(words)
        expect(page.locator("mark:target")).to_be_in_viewport()


def follow_to_article(page: Page) -> None:
    """Go from the event of "late Saturday" to its words in the article and see them marked."""
    told = page.locator("article.event", has_text="Fire crews left")
    expect(told.locator("time")).to_have_text("Sat 8 Feb 2025, late")
    expect(told.locator("mark")).to_have_text("late Saturday")
    told.get_by_role("link", name="in the article").click()
    expect(page).to_have_title("Skarrow smelter may reopen in June · Timeline")
    words = page.locator("mark:target")
    expect(words).to_have_text("late Saturday")
    expect(words).to_be_in_viewport()
    colours = words.evaluate(
        "mark => [getComputedStyle(mark), getComputedStyle(document.body)].map(s => s.backgroundColor)"
    )
    assert colours[0] != colours[1]


def test_an_event_leads_to_its_words_in_the_article(look: Look, address: str) -> None:
    follow_to_article(look(address))


def test_the_same_without_javascript(look: Look, address: str) -> None:
    page = look(address, java_script_enabled=False)
    told = page.locator("article.event", has_text="Fire crews left")
    told.get_by_role("link", name="in the article").click()
    expect(page.locator("mark#" + urlsplit(page.url).fragment)).to_have_text("late Saturday")


def test_why_unfolds_in_place_without_javascript(look: Look, address: str) -> None:
    page = look(address, java_script_enabled=False)
    why = page.locator("article.event", has_text="Fire crews left").locator("details.why")
    expect(why.locator("ol")).to_be_hidden()
    why.locator("summary").click()
    expect(why.locator("ol")).to_be_visible()
    expect(why.get_by_text("Fri 14 Feb 2025, 08:15")).to_be_visible()


def test_filters_work_without_javascript_and_stay_in_the_address(look: Look, address: str) -> None:
    page = look(address, java_script_enabled=False)
    page.get_by_label("From", exact=True).fill("2025-02")
    page.get_by_label("To", exact=True).fill("2025-02")
    page.get_by_role("checkbox", name="denied").check()
    page.get_by_role("button", name="Show", exact=True).click()
    assert urlsplit(page.url).query == "from=2025-02&to=2025-02&modality=denied"
    expect(page.locator("article.event")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 event found")
    expect(page.get_by_role("checkbox", name="denied")).to_be_checked()
    page.get_by_role("link", name="Show all").click()
    expect(page.locator(".years article.event")).to_have_count(10)


def test_the_facets_fold_under_one_button_on_a_telephone(look: Look, address: str) -> None:
    page = look(address, width=320)
    expect(page.get_by_role("checkbox", name="denied")).to_be_hidden()
    page.get_by_text("Source, certainty, kind").click()
    expect(page.get_by_role("checkbox", name="denied")).to_be_visible()


def test_the_keyboard_alone_reaches_the_content(look: Look, address: str) -> None:
    page = look(address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def every_page(page: Page, address: str) -> list[str]:
    """Collect the addresses of every kind of page, from the pages themselves."""
    found = [
        address + place for place in ("/", "/articles", "/views?from=2025", "/add", "/nothing-here", "/?text=nowhere")
    ]
    page.goto(f"{address}/articles")
    found += [str(link.evaluate("link => link.href")) for link in page.locator(".articles h2 a").all()]
    page.goto(address)
    return [*found, *(str(link.evaluate("link => link.href")) for link in page.locator(".what a").all())]


@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_asks_another_host_complains_or_scrolls_sideways(look: Look, address: str, width: int) -> None:
    page: Any = look(address, width=width)
    pages = every_page(page, address)
    assert len(pages) == 6 + 4 + 11
    for place in pages:
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    assert {urlsplit(asked).netloc for asked in page.asked} == {urlsplit(address).netloc}
    refused = [said for said in page.complaints if "404 (NOT FOUND)" not in said]
    assert refused == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_screenshots(look: Look, address: str, tmp_path: Path, scheme: str, width: int, height: int) -> None:
    page = look(address, width=width, height=height, color_scheme=scheme)
    shot = page.screenshot(path=tmp_path / f"timeline-{width}-{scheme}.png", full_page=True)
    assert shot.startswith(b"\x89PNG")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 21, 19)"}[scheme]


def test_hostile_words_stay_words(look: Look, address: str) -> None:
    page: Any = look(f"{address}/articles")
    page.get_by_role("link", name="The <b>parish</b> well").click()
    expect(page.get_by_text("<script>alert(1)</script>")).to_be_visible()
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("main script, main b, main i").count() == 0
    assert page.complaints == []


# ---- what a script adds -----------------------------------------------------------------------------------------


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
    bar, text = page.evaluate(
        "['.bar', 'body'].map(s => getComputedStyle(document.querySelector(s)))\
        .map((style, place) => place ? style.color : style.fill)"
    )
    assert bar == text


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

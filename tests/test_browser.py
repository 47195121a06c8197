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
from made import timeline_with
from playwright.sync_api import Page, expect
from stocked import fill

from timeline.notation import parse_edtf
from timeline.store import Store

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


GUTTER = """heading => {
  const name = heading.querySelector('.name');
  const [inner, outer] = [name, heading].map((one) => one.getBoundingClientRect());
  return [name.textContent, inner.left >= outer.left && inner.right <= outer.right, Math.round(inner.height / 24)];
}"""


@pytest.mark.parametrize(("locale", "month"), [("en", "September"), ("hu", "szeptember")])
def test_no_word_of_a_date_in_the_gutter_is_broken(
    look: Look, serve: Serve, tmp_path: Path, locale: str, month: str
) -> None:
    with Store.open(tmp_path / "timeline.db") as store:
        store.save(timeline_with(parse_edtf("2025-09"), parse_edtf("2025-09-28/2025-10-02")))
    with serve(tmp_path / "timeline.db") as address:
        page = look(address, locale=locale)
        found = [heading.evaluate(GUTTER) for heading in page.locator(".day > h4").all()]
    assert found[0] == [month, True, 1]
    assert [fits for _, fits, _ in found] == [True, True]

"""A folder goes in, pictures of every kind of page come out, light and dark, wide and narrow: `make screenshots`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from browser import FLAGS, NAMES, served
from playwright.sync_api import Browser, Page, sync_playwright

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SIZES = {"wide": (1280, 900), "half": (768, 900), "narrow": (320, 640)}
LATE_SATURDAY = "/?source=Xinhua&text=late"
# A name, an address, and what to press before the picture is taken.
PAGES = (
    ("chronology", "/", ""),
    ("february", "/?from=2025-02-05&to=2025-02-21", ""),
    ("why", LATE_SATURDAY, ".why summary"),
    ("event", LATE_SATURDAY, ".what a"),
    ("article", "/?source=Skarrow+Courier", ".source a >> nth=-1"),
    ("articles", "/articles", ""),
    ("views", "/views?from=2025-02&modality=planned", ""),
    ("add", "/add", ""),
    ("nothing", "/?text=nowhere", ""),
)


def main(folder: Path) -> None:
    """Add the seeds to a store of its own, serve it and take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "timeline.db"
        subprocess.run([sys.executable, "-m", "timeline", "add", "--db", str(db), str(SEEDS)], check=True)
        with served(db, "--allow-write") as address, sync_playwright() as playwright:
            path = next(filter(None, map(shutil.which, NAMES)), None)
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            for page, name in _pages(browser):
                for what, place, press in PAGES:
                    page.goto(address + place)
                    if press:
                        page.locator(press).first.click()
                    page.wait_for_load_state()
                    page.screenshot(path=folder / f"{what}-{name}.png", animations="disabled")
            browser.close()


def _pages(browser: Browser) -> Iterator[tuple[Page, str]]:
    """Open a window of each size in each scheme of colours."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", locale="en"
            )
            yield context.new_page(), f"{size}-{scheme}"
            context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""A store goes in, a real server process and a real Chromium that looks at it come out: fixtures for browser tests."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root in a container there is no sandbox to have; everything that would call home is off.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 15_000  # milliseconds a page may take on a busy machine


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[str]]:
    """Serve a store: `with serve(db, "--allow-write") as address`."""
    return served


@contextmanager
def served(db: Path, *options: str) -> Iterator[str]:
    """Serve a store in a process of its own, as a user would; yields its address without the last slash."""
    command = [sys.executable, "-u", "-m", "timeline", "serve", "--port", "0", "--db", str(db), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()  # it says so once it listens, and not before
            found = re.search(r"(http://127\.0\.0\.1:\d+)/", said)
            assert found, f"the server did not start: {said}{process.stderr.read() if process.poll() else ''}"
            yield found[1]
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all the tests."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(f"no Chromium here (looked for {', '.join(NAMES)}): `make test` installs it, or apt-get install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh window: `look(address, width=320, color_scheme="dark", java_script_enabled=False)`.

    Its reader has no country whose dates are written in a way of their own, unless `locale` says so.
    The page remembers in `page.asked` every address that it asked for, and in `page.complaints` what its console said.
    """
    contexts: list[BrowserContext] = []

    def open_page(address: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **{"locale": "en", **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page: Any = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address)
        opened: Page = page
        return opened

    yield open_page
    for context in contexts:
        context.close()

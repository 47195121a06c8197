"""What several test files share: where things are, and the articles that everyone starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.compiled import CHANGED

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Refuse to test a compiled engine that is older than its sources: what was edited would not be what runs."""
    if CHANGED:
        names = ", ".join(CHANGED)
        pytest.exit(
            f"compiled before it was changed: {names}; `make build` compiles anew, `make interpreted` goes without"
        )


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds setup.cfg."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The articles that `make run` shows."""
    return ROOT / "seeds"

"""What several test files share: where things are, and the articles that everyone starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds setup.cfg."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The articles that `make run` shows."""
    return ROOT / "seeds"

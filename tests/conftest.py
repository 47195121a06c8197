"""What several test files share: where things are, and the articles that everyone starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Refuse to test a compiled engine that is older than its sources: what was edited would not be what runs."""
    library = max((path.stat().st_mtime for path in ROOT.glob("timeline__mypyc*.so")), default=None)
    compiled = {path.with_name(f"{path.name.partition('.')[0]}.py") for path in ROOT.glob("timeline/**/*.so")}
    edited = sorted(each for each in compiled if not each.exists() or (library and each.stat().st_mtime > library))
    if edited:
        names = ", ".join(source.relative_to(ROOT).as_posix() for source in edited)
        pytest.exit(
            f"compiled before it was changed: {names}; `make test` compiles anew, `make interpreted` goes without"
        )


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds setup.cfg."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The articles that `make run` shows."""
    return ROOT / "seeds"

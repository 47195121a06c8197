"""One seed in, each export of it held against tests/golden/export, byte for byte.

`.venv/bin/python tests/test_export_golden.py` writes them anew: read the difference before keeping it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.export import ARTICLE_FORMATS, FORMATS, Asked
from timeline.model import Article
from timeline.pipeline import timeline_of
from timeline.query import Filters
from timeline.reading import read_file
from timeline.store import Store

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "export"
SEED = HERE.parent / "seeds" / "2025-02-11-xinhua-russia-us-ties.txt"


def exports() -> Iterator[tuple[str, bytes]]:
    """Every export of the seed, with the name of its file."""
    (article,) = read_file(SEED)
    assert isinstance(article, Article)
    filters = Filters(undated="include")
    with Store.open(":memory:") as store:
        store.save(timeline_of(article))
        for one in FORMATS.values():
            yield f"timeline{one.suffix}", b"".join(one.write(store.each_event(filters), Asked(filters)))
        stored = store.article(article.id)
        assert stored is not None
        for other in ARTICLE_FORMATS.values():
            yield f"article{other.suffix}", b"".join(other.write(stored))


@pytest.fixture(scope="module")
def found() -> dict[str, bytes]:
    return dict(exports())


def test_every_format_has_its_golden(found: dict[str, bytes]) -> None:
    assert {path.name for path in GOLDEN.glob("*")} == set(found)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*")), ids=lambda path: path.name)
def test_golden(path: Path, found: dict[str, bytes]) -> None:
    assert found[path.name].decode() == path.read_bytes().decode()


def rewrite() -> None:
    """Write the goldens anew and say which changed."""
    GOLDEN.mkdir(exist_ok=True)
    for name, data in exports():
        if not (GOLDEN / name).exists() or (GOLDEN / name).read_bytes() != data:
            (GOLDEN / name).write_bytes(data)
            sys.stdout.write(f"{name}: written\n")


if __name__ == "__main__":
    rewrite()

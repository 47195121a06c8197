"""What is done with an article is let go of when it is done: nothing stays that only Python's search for rings finds.

That search is made seldom over a stream, and what stays until then is not the few bytes of a ring but the text that it
holds: a stream of ten times the articles took a third more memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.ingest.piece import Piece
from timeline.ingest.work import work
from timeline.reading import Hints

HERE = Path(__file__).parent
ARTICLES = [*sorted((HERE / "golden" / "articles").glob("*.txt")), *sorted((HERE.parent / "seeds").glob("*.txt"))]


@pytest.fixture
def no_search() -> Iterator[None]:
    """Search once for what was left before, then no more."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_search")
def test_articles_leave_no_rings() -> None:
    pieces = [Piece(path.name, path.read_bytes(), 0, 0, None, begins=True) for path in ARTICLES]
    for _ in range(2):  # what is learned of words in the first round stays, and is meant to
        gc.collect()
        answers = work(pieces, Hints(), dry=False)
        assert all(answer.prepared for (answer,) in answers)
        del answers
    assert gc.collect() == 0

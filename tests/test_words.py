"""How long after a happening it was told, in words."""

from __future__ import annotations

import pytest

from web.words import told


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2025-02-08", "2025-02-09", "day", "told 3 days later"),
        ("2025-02-11", "2025-02-12", "day", "told the same day"),
        ("2025-02-15", "2025-02-16", "day", "told 4 days ahead"),
        ("2025-02-01", "2025-03-01", "month", "told in the same month"),
        ("2025-01-01", "2025-07-01", "half", "told in the same half-year"),
        ("2025-02-10T21:00", "2025-02-11T06:00", "part", "told meanwhile"),
        ("2025-02-10", "2025-02-15", None, "told between its first day and its last"),
        ("2004-01-01", None, "year", "told after it began"),
        (None, "2025-06-01", "month", "told before it ended"),
        (None, None, None, ""),
    ],
)
def test_how_long_after_a_happening_it_was_told(
    start: str | None, end: str | None, granularity: str | None, words: str
) -> None:
    article = {"published": "2025-02-11T09:33"}
    assert told({"start": start, "end": end, "granularity": granularity, "article": article}) == words

"""The made-up store that the benchmarks ask: always the same, and a store like any other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from test_counts import assert_in_step

from timeline.query import Filters
from timeline.store import Store
from timeline.store.asking import facets, histogram

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.stock import FREQUENT, stock


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "stock.db"
    stock(path, 410)
    return path


def test_it_holds_as_many_events_as_asked_for_and_the_same_ones_each_time(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    stock(again, 410)
    with Store.open(path) as store, Store.open(again) as other:
        assert store.events().total == 410
        assert list(store.each_event()) == list(other.each_event())
        assert_in_step(store)


def test_what_is_too_frequent_to_count_is_counted_up_to_a_bound_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters = Filters(text=FREQUENT)
    with Store.open(path, readonly=True) as store:
        whole, found = store.density(filters), store.facets(filters)
        assert whole.exact
        assert found.exact
        monkeypatch.setattr(facets, "COUNTED", 10)
        monkeypatch.setattr(histogram, "LOOKED_AT", 10)
        bounded, some = store.density(filters), store.facets(filters)
    assert not bounded.exact
    assert not some.exact
    assert sum(some["basis"].values()) == 11
    assert 10 <= sum(each.count for each in bounded.bins) < sum(each.count for each in whole.bins)
    assert all(some["basis"][value] <= count for value, count in found["basis"].items() if value in some["basis"])

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.ingest import ingest
from timeline.lines import loads
from timeline.query import Filters
from timeline.reading import Hints
from timeline.store import Store

TEXT = "Published: 2025-02-11\n\nTalks end\n\nOfficials met in the town hall on {day}.\n"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text(TEXT.format(day="Saturday"), "utf-8")
    (made / "b.txt").write_text(TEXT.format(day="Sunday"), "utf-8")
    (made / "empty.txt").write_text("", "utf-8")
    return made


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_stored(store: Store, folder: Path) -> None:
    outcomes = list(ingest([str(folder)], Hints(), store))
    assert [(Path(outcome.name).name, outcome.status) for outcome in outcomes] == [
        ("a.txt", "added"),
        ("b.txt", "added"),
        ("empty.txt", "refused"),
    ]
    assert outcomes[2].reason
    assert store.articles().total == 2
    assert [loads(body)["start"] for body in store.each_event()] == ["2025-02-08", "2025-02-09"]


def test_what_is_there_is_not_extracted_again(store: Store, folder: Path) -> None:
    list(ingest([str(folder)], Hints(), store))
    version = store.version()

    def never(_, articles):
        assert list(articles) == []
        return iter(())

    outcomes = list(ingest([str(folder)], Hints(), store, never))
    assert [outcome.status for outcome in outcomes] == ["unchanged", "unchanged", "refused"]
    assert store.version() == version


def test_any_map_gives_the_same_store(folder: Path) -> None:
    def backwards(function, articles):
        return [function(article) for article in list(articles)[::-1]][::-1]

    kept = []
    for mapper in (map, backwards):
        with Store.open(":memory:") as store:
            names = [outcome.name for outcome in ingest([str(folder)], Hints(), store, mapper)]
            kept.append((names, list(store.each_event()), store.articles().items))
    assert kept[0] == kept[1]


def test_without_a_store_nothing_is_kept_and_all_is_told(folder: Path) -> None:
    outcomes = list(ingest([str(folder / "a.txt")], Hints()))
    assert [outcome.status for outcome in outcomes] == ["added"]
    assert outcomes[0].timeline is not None
    assert [event.edtf for event in outcomes[0].timeline.events] == ["2025-02-08"]
    assert not list(folder.glob("*.db"))


def test_a_publish_date_given_later_closes_what_was_open(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Officials met in the town hall on Saturday.\n", "utf-8")
    (first,) = ingest([str(path)], Hints(), store)
    assert first.status == "added"
    assert list(store.each_event()) == []
    (open_one,) = store.each_event(Filters(undated="only"))
    (second,) = ingest([str(path)], Hints(published="2025-02-11"), store)
    assert second.status == "redated"
    assert first.article is not None
    assert second.article is not None
    assert first.article.id == second.article.id
    (closed,) = store.each_event(Filters(undated="include"))
    assert loads(closed)["start"] == "2025-02-08"
    assert loads(closed)["id"] == loads(open_one)["id"]


def test_every_line_of_json_lines_is_an_article(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(
        '{"text": "Officials met on Saturday.", "published": "2025-02-11", "source": "A"}\n'
        '{"text": ""}\n'
        '{"text": "Officials met on Sunday.", "published": "2025-02-11", "source": "B"}\n',
        "utf-8",
    )
    outcomes = list(ingest([str(path)], Hints(), store))
    assert [outcome.status for outcome in outcomes] == ["added", "refused", "added"]
    assert {item["source"] for item in store.articles().items} == {"A", "B"}

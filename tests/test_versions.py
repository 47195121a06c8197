"""Texts of one url: which of them stands in the chronology."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from packed import docx

from timeline.ingest import Outcome, ingest
from timeline.lines import dumps, loads
from timeline.query import Filters
from timeline.reading import Hints
from timeline.store import Store

URL = "https://a.example/talks"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "t.db") as store:
        yield store


def put(store: Store, path: Path, *rows: tuple[str, str]) -> list[Outcome]:
    """Write a file that says (day told, publish date) of the url, one or several, and read it."""
    records = [{"text": f"Officials met on {day}.", "published": date, "url": URL} for day, date in rows]
    path.write_bytes(b"\n".join(map(dumps, records)))
    return list(ingest([str(path)], Hints(), store))


def feed(path: Path, date: str) -> Path:
    item = {"id": "1", "url": URL, "content_text": "Officials met on Friday.", "date_published": date}
    path.write_bytes(dumps({"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [item]}))
    return path


def told(store: Store) -> list[str]:
    assert list(store.faults()) == []
    return sorted(loads(body)["quote"].split()[-1].strip(".") for body in store.each_event(Filters(undated="include")))


def test_a_text_of_an_earlier_date_is_kept_as_the_older_version(store: Store, tmp_path: Path) -> None:
    (new,) = put(store, tmp_path / "new.json", ("Monday", "2025-02-12T10:00"))
    (old,) = put(store, tmp_path / "old.json", ("Saturday", "2025-02-10"))
    (middle,) = put(store, tmp_path / "middle.json", ("Sunday", "2025-02-11"))
    assert (old.status, old.supersedes) == ("added", None)
    assert told(store) == ["Monday"]
    chain = [store.article(each.article.id) for each in (old, middle, new) if each.article]
    ids = [each["id"] for each in chain if each]
    ties = [(each["supersedes"], each["superseded_by"]) for each in chain if each]
    assert ties == [(None, ids[1]), (ids[0], ids[2]), (ids[1], None)]
    assert f"kept as an older version of {ids[2]}: its publish date is earlier" in store.article(ids[0])["notes"]


def test_a_text_of_the_same_day_is_newer_when_it_arrives_later(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "a.json", ("Monday", "2025-02-12T10:00"))
    (later,) = put(store, tmp_path / "b.json", ("Saturday", "2025-02-12"))
    assert later.supersedes is not None
    assert told(store) == ["Saturday"]


def test_what_a_feed_says_of_a_page_never_takes_its_place(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "page.json", ("Monday", "2025-02-12"))
    (summary,) = ingest([str(feed(tmp_path / "feed.json", "2025-02-13"))], Hints(), store)
    assert (summary.status, summary.supersedes) == ("added", None)
    assert told(store) == ["Monday"]
    notes = store.article(summary.article.id)["notes"]
    assert [note for note in notes if note.endswith("that one is of the page itself, this one of a feed")]


def test_a_page_takes_the_place_of_what_a_feed_says_of_it(store: Store, tmp_path: Path) -> None:
    (summary,) = ingest([str(feed(tmp_path / "feed.json", "2025-02-13"))], Hints(), store)
    (page,) = put(store, tmp_path / "page.json", ("Monday", "2025-02-12"))
    assert page.supersedes == summary.article.id
    assert told(store) == ["Monday"]


def test_rows_of_one_file_are_articles_beside_one_another(store: Store, tmp_path: Path) -> None:
    path, rows = tmp_path / "rows.jsonl", [("Saturday", "2025-02-11"), ("Sunday", "2025-02-11")]
    put(store, path, *rows)
    assert told(store) == ["Saturday", "Sunday"]
    put(store, path, *rows, ("Monday", "2025-02-11"))  # the file has grown
    assert told(store) == ["Monday", "Saturday", "Sunday"]


@pytest.mark.parametrize("date", ["2025-02-11", "2025-02-10"])
def test_a_page_that_is_set_back_stands_again_as_it_was(store: Store, tmp_path: Path, date: str) -> None:
    path = tmp_path / "page.json"
    put(store, path, ("Saturday", date))
    put(store, path, ("Sunday", "2025-02-11"))
    assert told(store) == ["Sunday"]
    put(store, path, ("Saturday", date))
    assert told(store) == ["Saturday"]
    put(store, path, ("Sunday", "2025-02-11"))
    assert told(store) == ["Sunday"]


def test_an_old_copy_read_again_takes_no_place(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "old.json", ("Saturday", "2025-02-10"))
    put(store, tmp_path / "new.json", ("Sunday", "2025-02-11"))
    put(store, tmp_path / "copy.json", ("Saturday", "2025-02-10"))
    assert told(store) == ["Sunday"]


# ---- a date for an article that had none ----------------------------------------------------------------------------


def test_the_name_of_another_file_dates_no_article_anew(store: Store, tmp_path: Path) -> None:
    for name in ("talks.txt", "2025-02-11-talks.txt"):
        (tmp_path / name).write_text("Officials met in the town hall on Saturday.\n", "utf-8")
    statuses = [next(ingest([str(tmp_path / n)], Hints(), store)).status for n in ("talks.txt", "2025-02-11-talks.txt")]
    assert statuses == ["added", "unchanged"]
    assert list(store.each_event()) == []


def test_the_day_a_file_was_made_dates_no_article_anew(store: Store, tmp_path: Path) -> None:
    words = "Officials met in the town hall on Saturday."
    (tmp_path / "a.docx").write_bytes(docx([("", words)]))
    (tmp_path / "b.docx").write_bytes(docx([("", words)], created="2025-02-11T09:33:00Z"))
    (tmp_path / "c.json").write_bytes(dumps({"text": words, "published": "2025-02-12"}))
    statuses = [next(ingest([str(tmp_path / n)], Hints(), store)).status for n in ("a.docx", "b.docx", "c.json")]
    assert statuses == ["added", "unchanged", "redated"]
    assert told(store) == ["Saturday"]

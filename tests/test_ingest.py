from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline import __version__
from timeline.ingest import ingest, pieces
from timeline.ingest.work import Here, work
from timeline.ingest.workers import Workers
from timeline.lines import dumps, loads
from timeline.model import Article
from timeline.pipeline import timeline_of
from timeline.query import Filters
from timeline.reading import Hints, Refusal, read_bytes
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


class Counting(Here):
    """Counts what it is given to do."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def submit(self, fn, /, *args, **kwargs):
        self.names += [Path(piece.name).name for piece in args[0]]
        return super().submit(fn, *args, **kwargs)


def test_what_is_stored_is_not_read_again(store: Store, folder: Path) -> None:
    list(ingest([str(folder)], Hints(), store))
    version, counting = store.version(), Counting()
    outcomes = list(ingest([str(folder)], Hints(), store, counting))
    assert [outcome.status for outcome in outcomes] == ["unchanged", "unchanged", "refused"]
    assert counting.names == ["empty.txt"]
    assert store.version() == version


def test_other_options_and_other_bytes_are_read(store: Store, folder: Path) -> None:
    list(ingest([str(folder)], Hints(), store))
    counting = Counting()
    (folder / "b.txt").write_text(TEXT.format(day="Monday"), "utf-8")
    assert [outcome.status for outcome in ingest([str(folder)], Hints(), store, counting)] == [
        "unchanged",
        "added",
        "refused",
    ]
    assert counting.names == ["b.txt", "empty.txt"]
    (given,) = ingest([str(folder / "a.txt")], Hints(published="2025-02-18"), store)
    assert given.status == "redated"


def test_a_removed_article_is_read_again(store: Store, folder: Path) -> None:
    (first,) = ingest([str(folder / "a.txt")], Hints(), store)
    assert first.article is not None
    assert store.remove(first.article.id)
    assert [outcome.status for outcome in ingest([str(folder / "a.txt")], Hints(), store)] == ["added"]


def test_a_date_given_once_more_counts_again(store: Store, folder: Path) -> None:
    path = [str(folder / "a.txt")]
    for date in ("2025-02-18", "2025-02-25", "2025-02-18"):
        (outcome,) = ingest(path, Hints(published=date), store)
        assert outcome.status in ("added", "redated")
    assert [loads(body)["start"] for body in store.each_event()] == ["2025-02-15"]


def line(day: str) -> str:
    return dumps({"text": f"Officials met on {day}.", "published": "2025-02-11", "source": day}).decode() + "\n"


def test_a_file_that_grew_is_read_from_where_it_had_ended(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "growing.jsonl"
    path.write_text(line("Saturday") + "{}\n", "utf-8")
    assert [outcome.status for outcome in ingest([str(path)], Hints(), store)] == ["added", "refused"]
    with path.open("a", encoding="utf-8") as stream:
        stream.write(line("Sunday") + '{"text": 1}\n')
    grown = list(ingest([str(path)], Hints(), store))
    assert [(outcome.status, outcome.name) for outcome in grown] == [
        ("added", str(path)),
        ("refused", f"{path} line 4"),
    ]
    again = list(ingest([str(path)], Hints(), store))
    assert [(outcome.status, outcome.name, outcome.number) for outcome in again] == [
        ("unchanged", str(path), 2),
        ("refused", f"{path} line 2", 1),
        ("refused", f"{path} line 4", 1),
    ]


def test_a_line_that_was_not_whole_is_read_from_the_start(store: Store, tmp_path: Path) -> None:
    path, whole = tmp_path / "growing.jsonl", line("Saturday") + line("Sunday")
    path.write_text(whole[:-9], "utf-8")
    assert [outcome.status for outcome in ingest([str(path)], Hints(), store)] == ["added", "refused"]
    path.write_text(whole, "utf-8")
    assert [outcome.status for outcome in ingest([str(path)], Hints(), store)] == ["unchanged", "added"]
    assert store.articles().total == 2


@pytest.mark.parametrize("beginning", ["", "\n\n", "\ufeff"])
def test_lines_are_cut_where_they_end_and_keep_their_numbers(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginning: str
) -> None:
    monkeypatch.setattr(pieces, "CUT", 100)
    path = tmp_path / "many.jsonl"
    rows = [line(f"{day} February 2025") if day % 3 else "{broken\n" for day in range(1, 29)]
    path.write_text(beginning + "".join(rows) + "x" * 500 + "\n" + line("Monday").rstrip(), "utf-8")
    outcomes = list(ingest([str(path)], Hints(max_size=400), store))
    blank = beginning.count("\n")
    refused = [outcome.name for outcome in outcomes if outcome.status == "refused"]
    assert refused == [f"{path} line {day + blank}" for day in (*range(3, 29, 3), 29)]
    assert [outcome.status for outcome in outcomes].count("added") == store.articles().total == 20
    assert sum(outcome.size for outcome in outcomes) == path.stat().st_size
    again = list(ingest([str(path)], Hints(max_size=400), store))
    assert [outcome.number for outcome in again if outcome.status == "unchanged"] == [20]
    assert [outcome.name for outcome in again if outcome.status == "refused"] == refused


def test_any_executor_gives_the_same_store(folder: Path) -> None:
    kept = []
    for executor, ahead in ((None, 1), (ThreadPoolExecutor(3), 7)):
        with Store.open(":memory:") as store:
            names = [outcome.name for outcome in ingest([str(folder)], Hints(), store, executor, ahead=ahead)]
            kept.append((names, list(store.each_event()), store.articles().items))
    assert kept[0] == kept[1]


def test_a_large_input_of_many_articles_is_streamed(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("[" + ",".join(line(f"{day} February 2025").strip() for day in range(1, 29)) + "]", "utf-8")
    read = list(ingest([str(path)], Hints(), store))
    assert [outcome.status for outcome in read] == ["added"] * 28
    assert store.held(*store_key(path, Hints())).refusals == ()


def store_key(path: Path, hints: Hints) -> tuple[str, str]:
    return str(path), str(hints)


def test_a_new_text_at_the_same_url_takes_the_place_of_the_old(store: Store, tmp_path: Path) -> None:
    paths = [tmp_path / f"{day}.json" for day in ("Saturday", "Sunday", "Monday")]
    ids = []
    for path in paths:
        record = {"text": f"Officials met on {path.stem}.", "published": "2025-02-11", "url": "https://a.example/talks"}
        path.write_bytes(dumps(record))
        (outcome,) = ingest([str(path)], Hints(), store)
        assert (outcome.status, outcome.supersedes) == ("added", ids[-1] if ids else None)
        ids.append(outcome.article.id)

    def chain() -> list[tuple[str | None, str | None]]:
        kept = [store.article(key) for key in ids]
        return [(each["supersedes"], each["superseded_by"]) for each in kept if each]

    def starts(**more) -> list[str]:
        return [loads(body)["start"] for body in store.each_event(Filters(**more))]

    assert chain() == [(None, ids[1]), (ids[0], ids[2]), (ids[1], None)]
    assert starts() == ["2025-02-10"]
    assert starts(text="Saturday") == []
    assert starts(article=(ids[0],)) == ["2025-02-08"]
    first = store.article(ids[0])
    assert first is not None
    assert first["event_count"] == 1
    assert store.event(first["events"][0]["id"]) is not None
    assert [fate["outcome"] for fate in first["timexes"]] == ["event"]
    assert [outcome.status for outcome in ingest([str(paths[2])], Hints(), store)] == ["unchanged"]
    assert starts() == ["2025-02-10"]
    store.rebuild(timeline_of)
    assert starts() == ["2025-02-10"]
    assert starts(article=(ids[0],)) == ["2025-02-08"]
    assert store.remove(ids[1])
    assert store.remove(ids[2])
    assert starts() == starts(text="officials met") == ["2025-02-08"]
    assert store.article(ids[0])["superseded_by"] is None
    assert list(store.faults()) == []


def test_the_address_of_a_whole_site_supersedes_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    rows = [{"text": f"Officials met on {day}.", "url": "https://a.example/"} for day in ("Saturday", "Sunday")]
    path.write_bytes(b"\n".join(map(dumps, rows)))
    assert [outcome.supersedes for outcome in ingest([str(path)], Hints(), store)] == [None, None]


def test_the_log_says_which_bytes_came_from_where_and_what_read_them(store: Store, folder: Path) -> None:
    (outcome,) = ingest([str(folder / "a.txt")], Hints(), store)
    article = outcome.article
    assert article is not None
    assert article.sha256 == hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()
    store.remove(article.id)
    rows = store._db.execute("SELECT what, article, detail, sha256, name, engine FROM log").fetchall()
    assert rows == [
        ("added", article.id, "2025-02-11", article.sha256, str(folder / "a.txt"), __version__),
        ("removed", article.id, article.title, article.sha256, str(folder / "a.txt"), __version__),
    ]


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


def test_the_store_in_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(day="Saturday"), "utf-8")
    (tmp_path / "t.db.before-0003").write_bytes(b"an old copy")
    with Store.open(tmp_path / "t.db") as opened:
        (tmp_path / "other-name").hardlink_to(tmp_path / "t.db")
        assert [outcome.name for outcome in ingest([str(tmp_path)], Hints(), opened)] == [str(tmp_path / "a.txt")]
        (named,) = ingest([str(tmp_path / "t.db")], Hints(), opened)
    assert named.reason == "is the store itself, or was made beside it"


def ends_at_bad(pieces, hints, *, dry):
    """Do the work of a process that a text kills."""
    if any(b"KILL" in piece.data for piece in pieces):
        os._exit(9)
    return work(pieces, hints, dry=dry)


def test_what_ends_a_process_is_named_and_the_rest_is_stored(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.ingest.work", ends_at_bad)
    (folder / "aa.txt").write_text("KILL it on Saturday.", "utf-8")
    (folder / "c.jsonl").write_text(
        line("Saturday") + dumps({"text": "KILL"}).decode() + "\n" + line("Sunday"), "utf-8"
    )
    with Workers(2) as executor:
        outcomes = list(ingest([str(folder)], Hints(), store, executor, ahead=4))
    assert [(outcome.name.removeprefix(f"{folder}/"), outcome.status) for outcome in outcomes] == [
        ("a.txt", "added"),
        ("aa.txt", "refused"),
        ("b.txt", "added"),
        *[("c.jsonl", "added"), ("c.jsonl line 2", "refused"), ("c.jsonl", "added")],
        ("empty.txt", "refused"),
    ]
    assert outcomes[1].reason.startswith("ended the process that read it, twice")


def test_a_fault_of_a_reader_of_a_large_file_is_told(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path, hints: Hints) -> Iterator[Article | Refusal]:
        yield from read_bytes(b"They met on Saturday.", str(path), hints)
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("timeline.reading.read_file", read)
    outcomes = list(ingest([str(folder / "a.txt"), str(folder / "empty.txt")], Hints(max_size=30), store))
    assert [outcome.status for outcome in outcomes] == ["added", "refused", "refused"]
    assert outcomes[1].reason == "could not be read, a fault of this program: ZeroDivisionError: a fault"


def test_a_text_without_end_is_refused_unless_it_is_asked_for() -> None:
    text = b"It rained. " * 181_819
    (refused,) = read_bytes(text, "a.txt", Hints())
    assert str(refused) == "a.txt: too large: more than 2,000,000 characters of text (--max-size)"
    (article,) = read_bytes(text, "a.txt", Hints(max_size=17 << 20))
    assert isinstance(article, Article)

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import SATURDAY, article, days, saturday_timeline, timeline_with

from timeline.calendar import DAY_SECONDS, Interval, interval_of
from timeline.lines import loads
from timeline.model import Timeline
from timeline.notation import parse_edtf
from timeline.query import Cursor, Filters, QueryError, decode_cursor, encode_cursor, read_filters
from timeline.record import event_json, fate_json
from timeline.store import Store, StoreError
from timeline.store.ranks import OPEN_END, OPEN_START


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "timeline.db"


def ids(store: Store, filters: Filters | None = None) -> list[str]:
    return [loads(body)["id"] for body in store.each_event(filters)]


def headlines(store: Store, **values: str) -> list[str]:
    filters = read_filters({name.rstrip("_"): [value] for name, value in values.items()})
    return [loads(body)["headline"] for body in store.each_event(filters)]


# ---- saving -----------------------------------------------------------------------------------------------------


def test_an_event_is_kept_as_its_json(store: Store) -> None:
    timeline = saturday_timeline()
    assert store.save(timeline) == "added"
    (body,) = store.events().items
    assert loads(body) == event_json(timeline, timeline.events[0])
    assert store.event(timeline.events[0].id) == body
    assert store.event("nothing") is None


def test_the_same_article_twice_is_stored_once(store: Store) -> None:
    timeline = saturday_timeline()
    store.save(timeline)
    before = store.version()
    assert store.save(timeline) == "unchanged"
    assert store.version() == before
    assert store.articles().total == 1
    assert ids(store) == [timeline.events[0].id]


def test_an_article_comes_back_as_it_was_read(store: Store) -> None:
    made = saturday_timeline(url="https://example.org/a", lang="en", notes=("repaired",), sha256="ab" * 32)
    store.save(made)
    assert store.stored(made.article.id) == made.article
    assert store.stored("nothing") is None


def test_an_undated_article_is_dated_anew_when_its_date_is_known(store: Store) -> None:
    undated, dated = saturday_timeline(published=None), saturday_timeline(published="2025-02-11", basis="user")
    assert undated.article.id == dated.article.id
    assert store.save(undated) == "added"
    assert ids(store) == []
    assert ids(store, Filters(undated="only")) == [undated.events[0].id]
    assert store.foresee(dated.article) == "redated"
    assert store.save(dated) == "redated"
    assert ids(store) == [undated.events[0].id]
    assert ids(store, Filters(undated="only")) == []
    kept = store.article(dated.article.id)
    assert kept is not None
    assert (kept["published"], kept["basis"]) == ("2025-02-11", "user")
    assert [fate["outcome"] for fate in kept["timexes"]] == ["event"]
    assert ids(store, Filters(text="talks")) == ids(store)


def test_a_date_that_a_user_gave_stays_when_the_file_is_read_again(store: Store) -> None:
    store.save(saturday_timeline(published=None))
    store.save(saturday_timeline(published="2025-02-11", basis="user"))
    assert store.save(saturday_timeline(published=None)) == "unchanged"
    assert store.save(saturday_timeline(published="2025-02-18", basis="filename")) == "unchanged"
    assert store.save(saturday_timeline(published="2025-02-12", basis="user")) == "redated"


def test_a_date_given_meanwhile_stays_and_a_removed_article_does_not_come_back(store: Store) -> None:
    first, second = (saturday_timeline(published=day, basis="user") for day in ("2025-02-11", "2025-02-12"))
    assert store.date(first) is None
    store.save(saturday_timeline(published=None))
    assert store.date(first, undated=True) == "redated"
    assert store.date(second, undated=True) is None
    assert store.date(second) == "redated"
    store.remove(first.article.id)
    assert store.date(first) is None
    assert (store.articles().total, list(store.faults())) == (0, [])


def test_an_article_tells_what_became_of_everything(store: Store) -> None:
    timeline = saturday_timeline()
    store.save(timeline)
    kept = store.article(timeline.article.id)
    assert kept is not None
    assert kept["timexes"] == [fate_json(fate, timeline.article.text) for fate in timeline.fates]
    assert [kept["text"][block["start"] : block["end"]] for block in kept["blocks"]] == [
        "Officials reported late Saturday that talks ended. They may resume."
    ]
    (silent,) = kept["silent"]
    assert kept["text"][silent["start"] : silent["end"]] == "They may resume."
    assert silent["reason"] == "says no time"
    assert kept["events"] == [event_json(timeline, timeline.events[0])]
    assert store.article("nothing") is None


def test_a_failure_leaves_nothing_by_half(store: Store) -> None:
    timeline = timeline_with(days(1, 1), days(2, 2))
    with pytest.raises(StoreError, match="UNIQUE"):
        store.save(replace(timeline, events=timeline.events * 2))
    assert store.articles().total == 0
    assert ids(store) == []
    assert store.version() == 0
    assert store.save(timeline) == "added"


def test_remove_takes_everything_but_the_log(store: Store) -> None:
    timeline = saturday_timeline()
    store.save(timeline)
    assert store.remove(timeline.article.id) is True
    assert store.remove(timeline.article.id) is False
    assert ids(store, Filters(undated="include")) == []
    assert ids(store, Filters(text="talks")) == []
    assert store.article(timeline.article.id) is None
    assert log(store) == [("added", timeline.article.id), ("removed", timeline.article.id)]


def log(store: Store) -> list[tuple[str, str]]:
    return list(store._db.execute("SELECT what, article FROM log ORDER BY seq"))


def test_the_log_only_grows(store: Store) -> None:
    store.save(saturday_timeline())
    for sql in ("DELETE FROM log", "UPDATE log SET what = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            store._db.conn.execute(sql)
        store._db.conn.rollback()
    assert len(log(store)) == 1


def test_rebuild_says_what_is_new_dated_anew_and_gone(store: Store) -> None:
    before = timeline_with(days(100, 100), days(200, 200), None, days(300, 300))
    after = timeline_with(days(100, 100), days(201, 201), None, days(300, 300))
    store.save(replace(before, events=before.events[:3]))
    rebuilt = store.rebuild(lambda made: replace(after, article=made, events=after.events[1:]))
    assert rebuilt.articles == 1
    assert rebuilt.added == (after.events[3].id,)
    assert rebuilt.redated == (after.events[1].id,)
    assert rebuilt.gone == (after.events[0].id,)
    redated = next(change for change in rebuilt.changes if change.what == "re-dated")
    assert (redated.before, redated.after) == (before.events[1].edtf or None, after.events[1].edtf or None)
    assert ids(store, Filters(text="Event")) == ids(store) == [event.id for event in after.events[1::2]]
    told = store._db.execute("SELECT what, article, detail FROM log WHERE what LIKE 'event%' ORDER BY seq").fetchall()
    article, events = before.article.id, after.events
    assert sorted(told) == [
        ("event added", article, f"{events[3].id}: {events[3].edtf}; Event 3 of x took place."),
        ("event gone", article, f"{events[0].id}: {before.events[0].edtf}; Event 0 of x took place."),
        (
            "event re-dated",
            article,
            f"{events[1].id}: {before.events[1].edtf} -> {events[1].edtf}; Event 1 of x took place.",
        ),
    ]


def test_rebuild_is_all_or_nothing(store: Store) -> None:
    store.save(saturday_timeline())
    before = store.events().items

    def fail(_: object) -> Timeline:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        store.rebuild(fail)
    assert store.events().items == before


# ---- asking -----------------------------------------------------------------------------------------------------


def test_an_event_matches_when_it_overlaps(store: Store) -> None:
    spans = {"decade": "199X", "year": "1999", "month": "1999-12", "last": "1999-12-31", "next": "2000-01-01"}
    store.save(timeline_with(*(parse_edtf(edtf) for edtf in spans.values())))
    named = dict(zip([f"Event {number} of x took place." for number in range(5)], spans, strict=True))

    def found(**values: str) -> set[str]:
        return {named[headline] for headline in headlines(store, **values)}

    assert found(from_="1999-12-31", to="1999-12-31") == {"decade", "year", "month", "last"}
    assert found(from_="2000") == {"next"}
    assert found(to="1998") == {"decade"}
    assert found(from_="2000", to="2000-01-01") == {"next"}
    assert found(from_="1999-12", to="2000") == set(spans)
    assert found(to="1989") == set()


def test_open_ends_reach_for_ever(store: Store) -> None:
    store.save(timeline_with(Interval(None, 100 * DAY_SECONDS), Interval(200 * DAY_SECONDS, None)))
    assert headlines(store, to="-0500") == ["Event 0 of x took place."]
    assert headlines(store, from_="9999") == ["Event 1 of x took place."]
    first, last = store.events().items
    assert (loads(first)["start"], loads(last)["end"]) == (None, None)


def test_filters_take_several_values_and_hold_together(store: Store) -> None:
    store.save(timeline_with(days(1, 1), source="A, B", name="one"))
    store.save(timeline_with(days(2, 2), source="C", name="two"))
    store.save(saturday_timeline())
    assert len(ids(store, Filters(source=("A, B", "C")))) == 2
    assert len(ids(store, Filters(source=("A, B",), granularity=("day",)))) == 0
    assert len(ids(store, Filters(granularity=("day", "month")))) == 1
    assert len(ids(store, Filters(modality=("planned",)))) == 0
    assert len(ids(store, Filters(basis=("stated",), modality=("happened", "denied")))) == 3
    assert store.facets(Filters(source=("C",)))["source"] == {"A, B": 1, "C": 1, "Example Wire": 1}
    assert store.facets(Filters(source=("C",)))["basis"] == {"stated": 1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("talks", True),
        ("TALKS ended", True),
        ('"talks ended"', True),
        ('"ended talks"', False),
        ("talks absent", False),
        ("AND", False),
        ("talks OR absent", False),
        ("headline:talks", False),
        ('"', False),
        ("*", False),
        ("'; DROP TABLE events; --", False),
        ("talks\0", True),
        ("Officials end", True),
    ],
)
def test_text_is_words_and_never_a_language(store: Store, text: str, found: bool) -> None:
    store.save(saturday_timeline())
    assert bool(ids(store, Filters(text=text))) is found


def test_undated_events_come_when_asked_for_and_last(store: Store) -> None:
    store.save(timeline_with(None, days(5, 5), None, days(3, 3)))
    dated = ["Event 3 of x took place.", "Event 1 of x took place."]
    undated = ["Event 0 of x took place.", "Event 2 of x took place."]
    assert headlines(store) == dated
    assert headlines(store, undated="only") == undated
    assert headlines(store, undated="include") == dated + undated
    assert headlines(store, undated="include", order="desc") == dated[::-1] + undated[::-1]
    page = store.events(Filters(undated="include"), limit=1)
    assert (page.total, page.at_least) == (4, 4)


bounds = st.none() | st.integers(-40, 40).map(lambda day: day * DAY_SECONDS)
intervals = st.none() | st.tuples(bounds, bounds).map(lambda pair: Interval(*ordered(pair)))


def ordered(pair: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    start, end = pair
    if start is None or end is None:
        return pair
    return min(pair), max(pair) + DAY_SECONDS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(intervals, max_size=6), max_size=4),
    st.integers(1, 7),
    st.sampled_from(("asc", "desc")),
    st.sampled_from(("no", "only", "include")),
)
def test_pages_of_any_size_give_each_event_once_in_order(
    stories: list[list[Interval | None]], limit: int, order: str, undated: str
) -> None:
    filters = Filters(order=order, undated=undated)
    with Store.open(":memory:") as store:
        timelines = [timeline_with(*story, name=f"story {number}") for number, story in enumerate(stories)]
        for timeline in timelines:
            store.save(timeline)
        expected = expected_order(timelines, order, undated)
        got, cursor = [], None
        while True:
            page = store.events(filters, limit, cursor)
            assert page.total == len(expected)
            assert len(page.items) <= limit
            got += [loads(body)["id"] for body in page.items]
            if page.next is None:
                break
            assert len(page.items) == limit
            cursor = decode_cursor(encode_cursor(page.next))
        assert got == expected
        assert ids(store, filters) == expected


def expected_order(timelines: list[Timeline], order: str, undated: str) -> list[str]:
    dated, open_ones = [], []
    for timeline in timelines:
        for event in timeline.events:
            start, end = event.interval or (None, None)
            place = (timeline.article.id, event.provenance.trigger.start, event.id)
            if start is None and end is None:
                open_ones.append(place)
            else:
                dated.append((OPEN_START if start is None else start, OPEN_END if end is None else end, *place))
    down = order == "desc"
    runs = [sorted(dated, reverse=down) if undated != "only" else []]
    runs.append(sorted(open_ones, reverse=down) if undated != "no" else [])
    return [place[-1] for run in runs for place in run]


def test_a_cursor_from_nowhere_is_only_a_place(store: Store) -> None:
    store.save(timeline_with(days(1, 1), days(3, 3)))
    page = store.events(cursor=Cursor(2 * DAY_SECONDS, 0, "", 0))
    assert [loads(body)["headline"] for body in page.items] == ["Event 1 of x took place."]


def test_articles_come_by_publish_date_and_in_pages(store: Store) -> None:
    for name, published in (("c", None), ("b", "2025-02-11T09:33"), ("a", "2024"), ("d", "-0479-09-20")):
        store.save(saturday_timeline(source=name, published=published))
    got, cursor = [], None
    while True:
        page = store.articles(limit=3, cursor=cursor)
        assert page.total == 4
        got += [item["source"] for item in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert got == ["d", "a", "b", "c"]
    with pytest.raises(QueryError, match="cursor"):
        store.articles(cursor="nonsense")


# ---- the file ---------------------------------------------------------------------------------------------------


def test_what_is_stored_is_there_for_the_next_process(path: Path) -> None:
    with Store.open(path) as store:
        store.save(saturday_timeline())
    with Store.open(path, readonly=True) as store:
        assert len(ids(store)) == 1
        assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with Store.open(path) as store:
        assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_store_open_for_reading_refuses_to_write(path: Path) -> None:
    Store.open(path).close()
    with (
        Store.open(path, readonly=True) as store,
        pytest.raises(StoreError, match=r"timeline\.db: is open for reading"),
    ):
        store.save(saturday_timeline())


def test_a_read_only_file_is_told(path: Path) -> None:
    with Store.open(path) as store:
        store._db.execute("PRAGMA query_only = 1")
        with pytest.raises(StoreError, match=r"timeline\.db: is read-only"):
            store.save(saturday_timeline())


def test_a_locked_file_is_told(path: Path) -> None:
    with Store.open(path) as store:
        store.save(saturday_timeline())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Store.open(path, wait=0.05) as store:
            assert len(ids(store)) == 1
            with pytest.raises(StoreError, match=r"timeline\.db: is locked by another program"):
                store.save(timeline_with(days(1, 1)))
    finally:
        other.close()
    with Store.open(path) as store:
        assert store.save(timeline_with(days(1, 1))) == "added"


def test_a_file_locked_whole_is_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE t (a)")
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="is locked by another program"):
            Store.open(path, wait=0.05)
    finally:
        other.close()


def test_a_full_disk_is_told_and_leaves_all_as_it_was(path: Path) -> None:
    with Store.open(path) as store:
        store.save(saturday_timeline())
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        big = timeline_with(*[days(day, day) for day in range(500)])
        with pytest.raises(StoreError, match=r"timeline\.db: cannot grow: the disk is full"):
            store.save(big)
        assert len(ids(store)) == 1
        assert store.articles().total == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"This is a letter, not a database. " * 40, "is not a database"), (b"SQLite format 3\0" + b"x" * 900, "")],
)
@pytest.mark.parametrize("readonly", [False, True])
def test_what_is_not_a_database_is_told_and_untouched(path: Path, content: bytes, reason: str, readonly: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=rf"^{path}: .*{reason}"):
        Store.open(path, readonly=readonly)
    assert path.read_bytes() == content


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root can write to")
@pytest.mark.parametrize("name", ["/proc/timeline.db", "/proc/self/status"], ids=["missing", "there"])
def test_a_file_that_the_system_does_not_open_is_told_with_its_reason(name: str) -> None:
    told = f"{name}: cannot be opened: no file can be made in {Path(name).parent}: "
    with pytest.raises(StoreError) as caught:
        Store.open(name, wait=0)
    assert str(caught.value) in (f"{told}No such file or directory", f"{told}Permission denied")


@pytest.mark.parametrize("length", [252, 300], ids=["no room for the log beside it", "too long itself"])
def test_a_name_that_no_system_takes_is_told_with_its_reason(tmp_path: Path, length: int) -> None:
    name = str(tmp_path / ("x" * length))
    with pytest.raises(StoreError) as caught:
        Store.open(name, wait=0)
    assert str(caught.value) == f"{name}: cannot be opened: File name too long"


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE events (id)")
    other.close()
    with pytest.raises(StoreError, match="is the database of another program"):
        Store.open(path)


def test_a_newer_schema_is_told(path: Path) -> None:
    with Store.open(path) as store:
        row = {"migration_set": "timeline", "name": "9999 flying cars", "applied_at": "2999"}
        store._db["_sqlite_migrations"].insert(row)
    for readonly in (False, True):
        with pytest.raises(StoreError, match="was written by a newer version"):
            Store.open(path, readonly=readonly)


def test_missing_files_and_folders_are_told(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such database"):
        Store.open(path, readonly=True)
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(path.parent)
    with pytest.raises(StoreError, match="there is no folder"):
        Store.open(path / "deeper.db")
    path.touch()
    with pytest.raises(StoreError, match="holds no timeline"):
        Store.open(path, readonly=True)


def test_odd_names_of_files_open(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 & é.db"
    Store.open(path).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_backup_is_whole_and_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.save(saturday_timeline())
        store.backup(copy)
        with pytest.raises(StoreError, match=r"copy\.db: is there already"):
            store.backup(copy)
        with Store.open(copy) as copied:
            assert list(copied.each_event()) == list(store.each_event())
    with Store.open(path, readonly=True) as store, pytest.raises(StoreError, match="no folder"):
        store.backup(tmp_path / "none" / "copy.db")
    assert not list(tmp_path.glob("*.part*"))


def test_several_can_make_and_fill_one_store_together(path: Path) -> None:
    failures: list[BaseException] = []
    start = threading.Barrier(4)

    def fill(worker: int) -> None:
        try:
            start.wait()
            with Store.open(path) as store:
                for number in range(5):
                    store.save(timeline_with(days(number, number), name=f"{worker}-{number}"))
                    store.save(saturday_timeline())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=fill, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store.open(path, readonly=True) as store:
        assert store.articles().total == 21
        assert store.events().total == 21


def test_a_killed_writer_leaves_nothing_by_half(path: Path) -> None:
    script = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from made import saturday_timeline, timeline_with, days
from timeline.store import Store, prepare
from timeline.store.saving import chronology
store = Store.open({str(path)!r})
store.save(saturday_timeline())
with store._writing():
    chronology.write(store._db.conn, prepare(timeline_with(days(1, 1))))
    os.kill(os.getpid(), 9)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    with Store.open(path) as store:
        assert ids(store) == [saturday_timeline().events[0].id]


def test_the_index_agrees_with_the_events_after_every_kind_of_change(store: Store) -> None:
    store.save(saturday_timeline(published=None))
    store.save(saturday_timeline())
    store.save(timeline_with(days(1, 1), days(2, 2)))
    store.rebuild(
        lambda made: saturday_timeline() if made == saturday_timeline().article else timeline_with(days(3, 3))
    )
    store.remove(saturday_timeline().article.id)
    store._db.execute("INSERT INTO event_index (event_index, rank) VALUES ('integrity-check', 1)")
    assert ids(store, Filters(text="Event")) == ids(store)


def test_dates_are_kept_as_instants_of_civil_time(store: Store) -> None:
    store.save(saturday_timeline())
    row = store._db.execute("SELECT start_key, end_key FROM events").fetchone()
    assert row == tuple(interval_of(SATURDAY))


def test_made_articles_have_ids_of_their_own() -> None:
    assert article(source="a").id != article(source="b").id

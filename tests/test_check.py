from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from made import days, saturday_timeline, timeline_with

from timeline.store import Store, StoreError, seal, steps
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, article_row, event_row, timex_row

SEALED = 5  # the step from which on an article is sealed when it is stored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "timeline.db"
    with Store.open(made) as store:
        store.save(saturday_timeline())
        store.save(timeline_with(days(1, 1), days(2, 2)))
    return made


def faults(path: Path) -> list[str]:
    with Store.open(path, readonly=True) as store:
        return list(store.faults())


@contextmanager
def broken(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path)
    yield db
    db.commit()
    db.close()


def check(path: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "check", "--db", path], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_store_that_is_well_says_so(path: Path) -> None:
    before = path.read_bytes()
    assert faults(path) == []
    assert check(path) == (0, f"all is well: {path}; 2 articles\n", "")
    assert path.read_bytes() == before


EVENT = saturday_timeline().events[0].id
ARTICLE = saturday_timeline().article.id
NO_EVENT = f"DELETE FROM events WHERE id = '{EVENT}'"  # noqa: S608
NO_SEAL = "its rows are not as they were saved: they do not fit its seal"
NO_ARTICLE = f"DELETE FROM articles WHERE id = '{ARTICLE}'"  # noqa: S608


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE articles SET text = 'X' || text", f"event {EVENT}: its quote is not what its article says there"),
        (
            "UPDATE events SET body = json_set(body, '$.timex.text', 'early Sunday')",
            f"event {EVENT}: the words of its timex are not what its article says there",
        ),
        ("UPDATE events SET body = '{'", f"event {EVENT}: cannot be read"),
        (NO_ARTICLE, f"event {EVENT}: its article is not there"),
        (NO_ARTICLE, f"expression of time {ARTICLE}: its article is not there"),
        (
            NO_EVENT,
            f"article {ARTICLE}: event {EVENT} of an expression is not there",
        ),
        (NO_EVENT, "the search index has events too many: 1"),
        ("DELETE FROM event_index_docsize", "the search index has events missing: 3"),
        (
            "INSERT INTO event_index (event_index, rowid, headline) SELECT 'delete', min(seq), 'Officials' FROM events",
            "the search index has events missing: 1",
        ),
        (
            "UPDATE events SET body = json_set(body, '$.headline', 'Otters')",
            "the search index has words astray: ",
        ),
        (
            "UPDATE month_totals SET n = n + 1",
            "what is kept of the events in month_totals is not what they are: ",
        ),
        (
            "DELETE FROM event_keys WHERE seq = (SELECT min(seq) FROM events)",
            "what is kept of the events in event_keys is not what they are: 1 of its rows",
        ),
        (
            "UPDATE event_keys SET wide = wide + 1, at = at + 1 WHERE seq = (SELECT min(seq) FROM events)",
            "what is kept of the events in event_keys is not what they are: 1 of its rows",
        ),
        ("UPDATE articles SET superseded_by = 'x'", f"article {ARTICLE}: its newer version x does not name it"),
        (
            "UPDATE articles SET superseded_by = 'x'",
            f"event {EVENT}: stands in the chronology and its article was superseded",
        ),
    ],
)
def test_each_fault_has_its_line_and_the_exit_code_is_1(path: Path, sql: str, fault: str) -> None:
    with broken(path) as db:
        db.execute(sql)
    found = faults(path)
    assert [line for line in found if line.startswith(fault)], found


def test_faults_are_told_on_standard_error(path: Path) -> None:
    with broken(path) as db:
        db.execute(NO_EVENT)
    code, said, errors = check(path)
    assert (code, said) == (1, "")
    assert errors.splitlines() == [
        f"timeline: {path}: what is kept of the events in event_keys is not what they are: 1 of its rows",
        f"timeline: {path}: article {ARTICLE}: event {EVENT} of an expression is not there",
        f"timeline: {path}: article {ARTICLE}: {NO_SEAL}",
        f"timeline: {path}: the search index has events too many: 1",
        f"timeline: {path}: 4 faults",
    ]


def update_article(change: str) -> str:
    return f"UPDATE articles SET {change} WHERE id = '{ARTICLE}'"  # noqa: S608


def update_timex(change: str) -> str:
    return f"UPDATE timexes SET {change} WHERE article = '{ARTICLE}'"  # noqa: S608


def update_body(path: str, value: str) -> str:
    return f"UPDATE events SET body = json_set(body, '$.{path}', {value}) WHERE id = '{EVENT}'"  # noqa: S608


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        (
            update_article("text = text || ' More.'"),
            [f"article {ARTICLE}: its id is not that of its text and its url or source", NO_SEAL],
        ),
        (
            update_article("published = '2025-02-12'"),
            [
                f"article {ARTICLE}: it is sorted by another date than its publish date",
                f"event {EVENT}: it tells another published of its article than is stored",
                NO_SEAL,
            ],
        ),
        (update_article("published_key = 7"), ["sorted by another date than its publish date", NO_SEAL]),
        (
            update_article("title = 'Talks go on'"),
            [f"event {EVENT}: it tells another title of its article than is stored", NO_SEAL],
        ),
        (update_article("blocks = '[]'"), [f"article {ARTICLE}: it has events and no blocks", NO_SEAL]),
        (
            update_article("""blocks = '[["body", 4, 900]]'"""),
            ["its blocks do not lie one after the other within its text", NO_SEAL],
        ),
        (update_article("""blocks = '[["body", "x"'"""), [f"article {ARTICLE}: cannot be read", NO_SEAL]),
        (update_article("notes = '[]', lang = 'de'"), [NO_SEAL]),
        (update_article("seal = NULL"), [NO_SEAL]),
        (
            update_timex("start = start + 1000, stop = stop + 1000"),
            ["does not lie within its text", f"event {EVENT}: its timex is none of the expressions", NO_SEAL],
        ),
        (update_timex("start = start + 1"), [f"event {EVENT}: its timex is none of the expressions", NO_SEAL]),
        (update_timex("value = '2025-02-09'"), [f"event {EVENT}: its timex is none of the expressions", NO_SEAL]),
        (update_timex("event = 'x'"), [f"article {ARTICLE}: event x of an expression is not there", NO_SEAL]),
        (update_timex("edtf = '2025'"), [NO_SEAL]),
        (
            f"DELETE FROM timexes WHERE article = '{ARTICLE}'",  # noqa: S608
            [f"event {EVENT}: its timex is none of the expressions of time of its article", NO_SEAL],
        ),
        (
            update_body("start", "'2025-02-01'"),
            [f"event {EVENT}: it is found by another start than it tells", NO_SEAL],
        ),
        (update_body("end", "NULL"), [f"event {EVENT}: it is found by another end than it tells", NO_SEAL]),
        (update_body("modality", "'denied'"), [f"event {EVENT}: it is found by another modality than", NO_SEAL]),
        (update_body("basis", "'published'"), [f"event {EVENT}: it is found by another basis than", NO_SEAL]),
        (update_body("granularity", "'year'"), [f"event {EVENT}: it is found by another granularity than", NO_SEAL]),
        (update_body("trigger.start", "1"), [f"event {EVENT}: the words of its trigger", "another place", NO_SEAL]),
        (update_body("article.url", "'x:'"), [f"event {EVENT}: it tells another url of its article", NO_SEAL]),
        (update_body("edtf", "'2025-02-09'"), [NO_SEAL]),
        (update_body("why.explanation", "'So it is.'"), [NO_SEAL]),
        ("DROP TRIGGER log_DELETE", ["trigger log_DELETE: is not there"]),
        ("DROP TRIGGER log_UPDATE", ["trigger log_UPDATE: is not there"]),
        (
            "DROP TRIGGER log_DELETE; CREATE TRIGGER log_DELETE BEFORE DELETE ON log BEGIN SELECT 1; END",
            ["trigger log_DELETE: is not as timeline makes it"],
        ),
        (
            "CREATE TRIGGER more AFTER INSERT ON articles BEGIN SELECT 1; END",
            ["trigger more: is none that timeline makes"],
        ),
        ("DROP INDEX events_by_article", ["index events_by_article: is not there"]),
        ("DROP TABLE timexes", ["table timexes: is not there"]),
        ("DROP TRIGGER log_DELETE; DELETE FROM log WHERE seq = 1", ["the log has lines missing: 1", "was added"]),
    ],
)
def test_what_was_changed_by_other_means_is_found_and_named(path: Path, sql: str, told: list[str]) -> None:
    with broken(path) as db:
        db.executescript(sql)
    found = faults(path)
    for part in told:
        assert [line for line in found if part in line], found


def test_a_text_that_is_no_text_is_told_in_a_line(path: Path) -> None:
    with broken(path) as db:
        db.execute("UPDATE articles SET text = CAST(x'ff' AS TEXT)")
    damaged = f"timeline: {path}: is damaged: what stands in it cannot be read\n"
    assert check(path) == (1, "", damaged)


def test_a_store_without_seals_is_opened_and_sealed(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, 4)
    Store.open(path).close()
    assert faults(path) == []
    with broken(path) as db:
        db.execute(update_article("reader = 'other'"))
    assert faults(path) == [f"article {ARTICLE}: {NO_SEAL}"]


def test_a_damaged_page_is_found(path: Path) -> None:
    with broken(path) as db:
        page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events_by_article'").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * size + 100 : page * size] = bytes(size - 100)
    path.write_bytes(data)
    found = faults(path)
    assert found
    assert found[0].startswith("the file is damaged: ")
    assert check(path)[0] == 1


# ---- from every released shape ------------------------------------------------------------------------------------


def old_store(path: Path, number: int) -> None:
    """Make a file as the first so many steps left it, with an article in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "STEPS", steps.STEPS[:number])
        patch.setattr("timeline.store.file.STEPS", steps.STEPS[:number])
        Store.open(path).close()
    timeline = saturday_timeline()
    article, row = timeline.article, article_row(timeline)
    event, timex = event_row(timeline, timeline.events[0]), timex_row(article.id, timeline.fates[0])
    with broken(path) as db:
        insert(db, "articles", (*ARTICLE_COLUMNS, "seal"), (*row, seal.of_rows(row, [timex], [event])))
        insert(db, "events", EVENT_COLUMNS, event)
        insert(db, "timexes", TIMEX_COLUMNS, timex)
        db.execute("INSERT INTO event_index (event_index) VALUES ('rebuild')")
        db.execute("INSERT INTO log (what, article) VALUES ('added', ?)", (article.id,))
        if number >= SEALED:
            db.execute("UPDATE articles SET seal = ?", (seal.of_stored(db, article.id),))


def insert(db: sqlite3.Connection, table: str, columns: tuple[str, ...], row: tuple[object, ...]) -> None:
    """Put in a row as far as the table has its columns."""
    there = {each[1] for each in db.execute(f"PRAGMA table_info({table})")}
    kept = [(column, value) for column, value in zip(columns, row, strict=True) if column in there]
    names, marks = ", ".join(column for column, _ in kept), ", ".join("?" * len(kept))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [value for _, value in kept])  # noqa: S608


@pytest.mark.parametrize("number", range(1, len(steps.STEPS)))
def test_every_released_file_is_brought_up_to_date_and_kept_as_it_was(tmp_path: Path, number: int) -> None:
    path, timeline = tmp_path / "old.db", saturday_timeline()
    old_store(path, number)
    with pytest.raises(StoreError, match="holds no timeline that this version can read"):
        Store.open(path, readonly=True)
    with Store.open(path) as store:
        assert store.stored(timeline.article.id) == timeline.article
        assert [event.id for event in timeline.events] == [EVENT]
        assert store.event(EVENT) is not None
        assert store.articles().total == store.events().total == 1
        assert list(store.faults()) == []
        assert store.save(timeline) == "unchanged"
    step = steps.STEPS[number][0].partition(" ")[0]
    kept = tmp_path / f"old.db.before-{step}"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["old.db", kept.name]
    with broken(kept) as db:
        assert db.execute("SELECT id FROM articles").fetchall() == [(timeline.article.id,)]
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (number,)


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, 1)
    with pytest.MonkeyPatch.context() as patch:
        failing = (*steps.STEPS[:1], ("9000 fails", ("CREATE TABLE once (a)", "CREATE TABLE once (a)")))
        patch.setattr(steps, "STEPS", failing)
        patch.setattr("timeline.store.file.STEPS", failing)
        with pytest.raises(StoreError, match=r"old\.db: "):
            Store.open(path)
    with broken(path) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'once'").fetchone() == (0,)
    Store.open(path).close()
    assert faults(path) == []

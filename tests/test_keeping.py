"""Killed, cut off, crowded, out of space: what was reported as stored is there, and nothing by half."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from made_news import content, news

from timeline.store import Store

# `make soak` asks for more: so many kills, over articles that are not part of the project.
KILLS = int(os.environ.get("TIMELINE_KILLS", "6"))
CORPORA = os.environ.get("TIMELINE_CORPORA") if "TIMELINE_KILLS" in os.environ else None
ADDED = re.compile(rb"^added: .*?; ([0-9a-f]{16});", re.MULTILINE)


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "timeline", *map(str, words)]


def run(*words: str | Path, **more) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command(*words), capture_output=True, check=False, timeout=1200, **more)


def stored(db: Path) -> set[str]:
    with Store.open(db, readonly=True) as store:
        assert list(store.faults()) == []
    return {str(row[0]) for row in content(db)["articles"]}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of many articles."""
    if CORPORA:
        return Path(CORPORA) / "news.jsonl"
    return news(tmp_path_factory.mktemp("news") / "news.jsonl", 500, sentences=8)


@pytest.fixture(scope="module")
def whole(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that a run without any trouble makes of them."""
    db = tmp_path_factory.mktemp("whole") / "whole.db"
    assert run("add", articles, "--db", db).returncode == 1, "some articles are broken on purpose"
    return db


# ---- kill -9 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_killed_again_and_again_ends_as_one_that_was_not(
    articles: Path, whole: Path, tmp_path: Path, jobs: int
) -> None:
    db, dice, reported = tmp_path / "killed.db", random.Random(50 + jobs), set[str]()  # noqa: S311  no secret
    expected = len(content(whole)["articles"])
    for number in range(KILLS // 2):
        reported |= killed_after(dice.randrange(expected // (KILLS // 2)), dice.random() / 20, articles, db, jobs)
        assert reported <= stored(db), f"after kill {number + 1}"
    done = run("add", articles, "--db", db, "--jobs", jobs)
    assert done.returncode == 1, done.stderr
    assert content(db) == content(whole)
    # What an earlier run had stored, and said so, was not read again.
    assert not reported & {key.decode() for key in ADDED.findall(done.stdout)}


def killed_after(lines: int, wait: float, articles: Path, db: Path, jobs: int) -> set[str]:
    """Start adding, kill the process some time after so many lines; give the articles that it said were stored."""
    with subprocess.Popen(
        command("add", articles, "--db", db, "--jobs", str(jobs)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        said = b"".join(process.stdout.readline() for _ in range(lines))
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        said += process.stdout.read()
    return {key.decode() for key in ADDED.findall(said[: said.rfind(b"\n") + 1])}


# ---- power loss -------------------------------------------------------------------------------------------------


def test_a_log_cut_short_holds_what_was_reported_and_nothing_by_half(tmp_path: Path) -> None:
    articles, db = news(tmp_path / "few.jsonl", 60, sentences=5), tmp_path / "cut.db"
    wal, seen = Path(f"{db}-wal"), []
    Store.open(db).close()
    # A reader of its own keeps the log from being folded into the file when the run ends.
    with (
        Store.open(db, readonly=True) as reader,
        subprocess.Popen(command("add", articles, "--db", db), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as one,
    ):
        assert reader.articles().total == 0
        assert one.stdout is not None
        seen.extend((wal.stat().st_size, ADDED.findall(line)) for line in one.stdout)
        one.wait(60)
        dice, end = random.Random(3), wal.stat().st_size  # noqa: S311  no secret
        for cut in sorted(dice.sample(range(end + 1), 30) + [size for size, _ in seen[::10]]):
            check_cut(db, tmp_path / "power.db", cut, seen)
    shutil.copy(db, tmp_path / "power.db")
    again = run("add", articles, "--db", tmp_path / "power.db")
    assert content(tmp_path / "power.db")["articles"] == content(db)["articles"], again.stderr


def check_cut(db: Path, copy: Path, cut: int, seen: list[tuple[int, list[bytes]]]) -> None:
    """Hold a copy whose log ends at a byte against what had been reported when the log was so long."""
    shutil.copy(db, copy)
    Path(f"{copy}-wal").write_bytes(Path(f"{db}-wal").read_bytes()[:cut])
    Path(f"{copy}-shm").unlink(missing_ok=True)
    with Store.open(copy) as store:
        assert list(store.faults()) == []
    reported = {key.decode() for size, keys in seen if size <= cut for key in keys}
    assert reported <= {str(row[0]) for row in content(copy)["articles"]}, f"cut at {cut}"


# ---- several at once --------------------------------------------------------------------------------------------


def test_four_writers_and_a_server_share_one_store(tmp_path: Path) -> None:
    db = tmp_path / "shared.db"
    files = [news(tmp_path / f"{number}.jsonl", 40, seed=number) for number in range(3)]
    served = subprocess.Popen(command("serve", "--port", "0", "--db", db), stderr=subprocess.PIPE)
    try:
        assert served.stderr is not None
        address = re.search(rb"http://\S+", served.stderr.readline())[0].decode()
        writers = [
            subprocess.Popen(command("add", files[number % 3], "--db", db), stdout=subprocess.PIPE, stderr=-1)
            for number in range(4)
        ]
        while writers_at_work(writers):
            with urllib.request.urlopen(f"{address}api/v1/events?limit=3", timeout=30) as answer:  # noqa: S310
                assert answer.status == 200
        said = [writer.communicate(timeout=60) for writer in writers]
    finally:
        served.send_signal(signal.SIGINT)
        served.communicate(timeout=30)
    assert [writer.returncode for writer in writers] == [1] * 4, "some articles are broken on purpose"
    assert not [line for _, errors in said for line in errors.splitlines() if b"lock" in line]
    alone = tmp_path / "alone.db"
    run("add", *files, "--db", alone)
    assert sorted(row[0] for row in content(db)["articles"]) == sorted(row[0] for row in content(alone)["articles"])
    for part in ("timexes", "events", "index"):
        assert content(db)[part] == content(alone)[part]
    assert stored(db)


def writers_at_work(writers: list[subprocess.Popen[bytes]]) -> bool:
    """Wait a little for one that is at work; say whether any is."""
    at_work = [writer for writer in writers if writer.poll() is None]
    if at_work:
        with suppress(subprocess.TimeoutExpired):
            at_work[0].wait(0.3)
    return bool(at_work)


# ---- no space, no right, no database ----------------------------------------------------------------------------


def limit_files(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_file_that_cannot_grow_is_told_and_the_run_goes_on_when_it_can(tmp_path: Path) -> None:
    db = tmp_path / "full.db"
    few = news(tmp_path / "few.jsonl", 400)
    done = run("add", few, "--db", db, preexec_fn=lambda: limit_files(4_500_000))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith(
        f"timeline: {db}: cannot be read or written: the disk is full".encode()
    )
    reported = {key.decode() for key in ADDED.findall(done.stdout)}
    assert reported
    assert reported <= {str(row[0]) for row in content(db)["articles"]}
    assert run("add", few, "--db", db).returncode == 1
    free = tmp_path / "free.db"
    run("add", few, "--db", free)
    assert content(db) == content(free)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_told_and_a_read_only_one_can_be_read(small_disk: Path, tmp_path: Path) -> None:
    db, few = small_disk / "t.db", news(tmp_path / "few.jsonl", 200)
    done = run("add", few, "--db", db)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"timeline: {db}: cannot grow: the disk is full".encode()
    reported = {key.decode() for key in ADDED.findall(done.stdout)}
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert reported == stored(db)
    assert run("show", "--db", db).returncode == 0
    refused = run("add", few, "--db", db)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().splitlines()[-1] == f"timeline: {db}: is read-only"


# ---- Ctrl-C -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("jobs", "count"), [("1", 400), ("2", 1400)])
def test_an_interrupted_run_finishes_what_is_at_hand_and_says_how_to_go_on(
    tmp_path: Path, jobs: str, count: int
) -> None:
    db, articles = tmp_path / "t.db", news(tmp_path / "news.jsonl", count)
    words = command("add", articles, "--db", db, "--jobs", jobs)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        said += process.stdout.read()
        errors = process.stderr.read().decode().splitlines()
        assert process.wait(60) == 130
    assert errors[-1] == (
        "timeline: interrupted; what was reported as stored is stored, and the same command goes on from there"
    )
    assert not [line for line in errors if "Traceback" in line]
    reported = {key.decode() for key in ADDED.findall(said)}
    assert reported == stored(db)
    again = run("add", articles, "--db", db, "--jobs", jobs)
    rest = {key.decode() for key in ADDED.findall(again.stdout)}
    assert rest
    assert not reported & rest
    assert reported | rest == stored(db)


def test_an_interrupted_rebuild_says_that_nothing_was_changed(whole: Path, tmp_path: Path) -> None:
    db = tmp_path / "t.db"
    shutil.copy(whole, db)
    before = content(db)
    words = command("rebuild", "--db", db)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not all(is_being_written(db) for _ in range(20)):  # to open a store takes its lock too, for a moment
            assert process.poll() is None, "it must still be at work"
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")
    assert errors.decode().splitlines() == ["timeline: interrupted; nothing was changed"]
    assert content(db) == before
    assert stored(db)


def is_being_written(db: Path) -> bool:
    """Say whether another program holds the lock of a writer."""
    with closing(sqlite3.connect(db, timeout=0)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        return False


def test_a_second_interrupt_does_not_wait_for_the_processes(tmp_path: Path) -> None:
    """Give each of two processes minutes of work behind what is told at once."""
    dense = "Officials met on Saturday and said that talks had begun in May 2024. " * 25_000
    (tmp_path / "a.jsonl").write_text('{"text": "Officials met on Saturday."}\n', "utf-8")
    for name in ("b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}\n\n{dense}", "utf-8")
    words = command("add", tmp_path / "a.jsonl", tmp_path, "--jobs", "2", "--db", tmp_path / "t.db")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"added: ")
        process.send_signal(signal.SIGINT)
        assert process.stderr.readline().startswith(b"timeline: stopping ")
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 130

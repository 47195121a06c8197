from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from timeline.cli import main
from timeline.cli.progress import Progress, size_of
from timeline.lines import dumps
from timeline.store import Store

TEXT = "Published: 2025-02-11\n\nTalks end\n\nOfficials met in the town hall on {day}.\n"


STOPPING = "timeline: stopping when the article at hand is done; once more to stop at once\n"


@contextmanager
def watching(folder: Path, db: Path, stop: int = signal.SIGTERM, code: int = 0) -> Iterator[tuple[IO[str], IO[str]]]:
    """Watch a folder while something is done; give the two streams of the watcher."""
    words = [sys.executable, "-m", "timeline", "watch", str(folder), "--every", "0.05", "--db", str(db)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline() == f"timeline: watching {folder} every 0.05 s (Ctrl-C stops)\n"
        yield process.stdout, process.stderr
        process.send_signal(stop)
        assert process.wait(60) == code
        assert process.stderr.read() == STOPPING


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_files_are_stored_and_moved_with_the_reason_beside_those_refused(tmp_path: Path, stop: int, code: int) -> None:
    folder, db = tmp_path / "in", tmp_path / "t.db"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.txt").write_text(TEXT.format(day="Saturday"), "utf-8")
    with watching(folder, db, stop, code) as (said, errors):
        assert said.readline().startswith(f"added: {folder / 'deep' / 'a.txt'}; ")
        (folder / "b.txt").write_bytes(b"")
        refused = errors.readline()
        assert refused.startswith(f"timeline: refused: {folder / 'b.txt'}: ")
        failed = folder / "_failed" / "b.txt"
        assert errors.readline() == f"timeline: moved: {failed}; why it was refused stands in {failed}.txt\n"
        (folder / "a.txt").write_text(TEXT.format(day="Sunday"), "utf-8")
        assert said.readline().startswith(f"added: {folder / 'a.txt'}; ")
    assert files(folder) == {"_done/deep/a.txt", "_done/a.txt", "_failed/b.txt", "_failed/b.txt.txt"}
    assert f"timeline: {(folder / '_failed' / 'b.txt.txt').read_text('utf-8')}" == refused
    with Store.open(db, readonly=True) as store:
        assert store.articles().total == 2


def test_a_name_that_is_taken_gets_a_number_and_lines_that_were_good_are_stored(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "t.db"
    folder.mkdir()
    with watching(folder, db) as (said, errors):
        for name in ("part.jsonl", "part-2.jsonl"):
            (folder / "part.jsonl").write_bytes(dumps({"text": "Officials met on Saturday."}) + b"\n{broken\n")
            assert said.readline().split(":")[0] in ("added", "already there")
            assert errors.readline().startswith(f"timeline: refused: {folder / 'part.jsonl'} line 2: bad JSON")
            assert errors.readline().startswith(f"timeline: moved: {folder / '_failed' / name}; ")
            (folder / "next.txt").write_text(TEXT.format(day="Saturday"), "utf-8")
            assert said.readline()
    assert {"_failed/part.jsonl", "_failed/part-2.jsonl", "_failed/part.jsonl.txt"} <= files(folder)
    assert {"_done/next.txt", "_done/next-2.txt"} <= files(folder)


def test_a_file_that_is_being_written_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look in this process, so that the file can grow between two looks and stop the third."""
    folder, db, looks = tmp_path / "in", tmp_path / "t.db", []
    folder.mkdir()
    path = folder / "growing.txt"

    def grow_then_stop(self: object, seconds: float) -> bool:  # noqa: ARG001
        looks.append(files(folder))
        if len(looks) < 3:
            path.write_text(TEXT.format(day="Saturday") + "More.\n" * len(looks), "utf-8")
        elif len(looks) == 5:
            signal.raise_signal(signal.SIGTERM)
        return True

    monkeypatch.setattr("timeline.cli.stopping.Stop.wait", grow_then_stop)
    assert main(["watch", str(folder), "--db", str(db)]) == 0
    assert looks == [set(), *[{"growing.txt"}] * 3, {"_done/growing.txt"}]


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grow the file when its first line is told: the next looks find the rest of it."""
    folder, db, waits = tmp_path / "in", tmp_path / "t.db", []
    folder.mkdir()
    path, told = folder / "growing.txt", []
    path.write_text(TEXT.format(day="Saturday"), "utf-8")
    for name in ("a.part", "b.tmp", "c.txt~"):
        (folder / name).write_text(TEXT.format(day="Saturday"), "utf-8")

    def grow(line: str) -> None:
        told.append(line)
        if len(told) == 1:
            with path.open("a", encoding="utf-8") as stream:
                stream.write("They met again on Sunday.\n")

    def wait(self: object, seconds: float) -> None:  # noqa: ARG001
        waits.append(files(folder))
        if len(waits) == 8:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr("timeline.cli.watch.report", grow)
    monkeypatch.setattr("timeline.cli.stopping.Stop.wait", wait)
    assert main(["watch", str(folder), "--db", str(db)]) == 0
    assert [line.partition(":")[0] for line in told] == ["added", "added"]
    assert waits[-1] == {"_done/growing.txt", "a.part", "b.tmp", "c.txt~"}


def test_a_file_whose_reader_is_not_installed_lies_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    waits = []

    def wait(self: object, seconds: float) -> None:  # noqa: ARG001
        waits.append(files(tmp_path))
        if len(waits) == 6:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.setattr("timeline.cli.stopping.Stop.wait", wait)
    assert main(["watch", str(tmp_path), "--db", str(tmp_path / "t.db")]) == 0
    assert "a.pdf" in waits[-1]
    assert capsys.readouterr().err.count("need an extra that is not installed") == 1


def test_a_signal_stops_within_a_file(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "t.db"
    folder.mkdir()
    lines = (dumps({"text": f"Officials met on Saturday. {number} " + "It rained. " * 200}) for number in range(2000))
    (folder / "many.jsonl").write_bytes(b"\n".join(lines))
    with watching(folder, db) as (said, _):
        assert said.readline().startswith("added: ")
    assert "many.jsonl" in files(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path / "none"), "--db", str(tmp_path / "t.db")]) == 1
    assert capsys.readouterr().err == f"timeline: {tmp_path / 'none'}: No such file or directory\n"


# ---- how far it is ----------------------------------------------------------------------------------------------


def test_progress_tells_count_rate_time_left_and_failures() -> None:
    progress = Progress(4_000_000)
    progress.add(250, 3, 1_000_000)
    assert progress.told(10) == "250 articles, 25 % of 4.0 MB, 100 KB/s, 30 s left, 3 refused"
    assert progress.told(1200) == "250 articles, 25 % of 4.0 MB, 1 KB/s, 1 h 0 min left, 3 refused"
    unknown = Progress(None)
    unknown.add(1, 0, 500)
    assert unknown.told(0) == "1 article, 0 KB/s"


def test_the_size_of_folders_is_known_and_that_of_a_stream_is_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(b"12345")
    (tmp_path / "b").write_bytes(b"123")
    assert size_of([str(tmp_path / "in"), str(tmp_path / "b"), str(tmp_path / "none")]) == 8
    assert size_of(["-"]) is None


def test_on_a_terminal_a_bar_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def __init__(self) -> None:
            self.written = ""

        def isatty(self) -> bool:
            return True

        def write(self, words: str) -> int:
            self.written += words
            return len(words)

        def flush(self) -> None:
            pass

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("timeline.cli.progress._BAR_EVERY", 0.0)
    progress = Progress(1000)
    progress.add(1, 0, 500)
    assert terminal.written.startswith("\r\033[K[##########..........] 1 article, 50 % of 0.0 MB, ")
    progress.clear()
    progress.clear()
    assert terminal.written.endswith(" left\r\033[K")
    assert terminal.written.count("\033[K") == 2


def test_the_store_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    """Watch a folder that holds the store: its files have names of every kind, and none of them is an article."""
    folder, db = tmp_path / "in", tmp_path / "in" / "t.db"
    folder.mkdir()
    (folder / "t.db.before-0003").write_bytes(b"an old copy")
    with watching(folder, db) as (said, _):
        for day in ("Saturday", "Sunday", "Monday"):
            (folder / f"{day}.txt").write_text(TEXT.format(day=day), "utf-8")
            assert said.readline().startswith(f"added: {folder / f'{day}.txt'}; ")
    assert {"t.db", "t.db.before-0003"} <= files(folder)
    assert list((folder / "_failed").iterdir()) == []
    with Store.open(db, readonly=True) as store:
        assert store.articles().total == 3


def test_a_name_that_is_no_utf_8_is_stored_and_told_in_signs(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "t.db"
    folder.mkdir()
    name, bad = os.fsdecode(b"caf\xe9.txt"), os.fsdecode(b"bad\xff\n\x1b.txt")
    with watching(folder, db) as (said, errors):
        (folder / name).write_text(TEXT.format(day="Saturday"), "utf-8")
        assert said.readline().startswith(f"added: {folder}/caf\\xe9.txt; ")
        (folder / bad).write_bytes(b"")
        told = errors.readline()
        assert told.startswith(f"timeline: refused: {folder}/bad\\xff\\u000a\\u001b.txt: ")
        assert errors.readline().startswith(f"timeline: moved: {folder}/_failed/bad\\xff\\u000a\\u001b.txt; ")
        (folder / "lines.jsonl").write_bytes(dumps({"text": "Officials met on Saturday."}) + b"\n")
        assert said.readline().startswith(f"added: {folder}/lines.jsonl; ")
    assert files(folder) == {f"_done/{name}", f"_failed/{bad}", f"_failed/{bad}.txt", "_done/lines.jsonl"}
    assert f"timeline: {(folder / '_failed' / f'{bad}.txt').read_text('utf-8')}" == told

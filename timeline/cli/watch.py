"""`timeline watch`: a folder in; its files are stored and moved to `_done`, or to `_failed` with the reason."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.add import add_reading, hints_of, line_of
from timeline.cli.common import Refused, add_db, collect_seldom, command, one_line, opened, tell, warn

if TYPE_CHECKING:
    from timeline.reading import Hints

DONE, FAILED = "_done", "_failed"


class _Seen(NamedTuple):
    """What a file looked like: one that looks otherwise the next time is still being written."""

    size: int
    changed: int


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `watch`."""
    parser = command(commands, "watch", _watch, "store what is put into a folder, until told to stop", _WATCH)
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder; _done and _failed are made in it")
    parser.add_argument(
        "--every", metavar="SECONDS", type=float, default=2.0, help="how often to look into it (default: 2)"
    )
    add_reading(parser)
    add_db(parser)


_WATCH = 'timeline watch incoming/ --source "Example Wire"'


def _watch(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder
    hints = hints_of(arguments)
    collect_seldom()
    try:
        for name in (DONE, FAILED):
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder}: {error.strerror}") from error
    with opened(arguments):
        pass
    warn(f"watching {folder} every {arguments.every:g} s (Ctrl-C stops)")
    seen: dict[Path, _Seen] = {}
    with _stopped() as (stop, signals):
        while not stop.is_set():
            seen = _look(folder, seen, hints, arguments, stop)
            stop.wait(arguments.every)
    return 130 if signal.SIGINT in signals else 0


@contextmanager
def _stopped() -> Iterator[tuple[threading.Event, list[int]]]:
    """Give what is set by SIGINT and SIGTERM, and the signals that came; the file at hand is finished first."""
    stop, signals = threading.Event(), list[int]()

    def ask(number: int, _: FrameType | None) -> None:
        signals.append(number)
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop, signals
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _look(
    folder: Path, seen: dict[Path, _Seen], hints: Hints, arguments: argparse.Namespace, stop: threading.Event
) -> dict[Path, _Seen]:
    """Store the files that look as they did the last time; give how those look that wait."""
    from timeline.ingest import own_files

    now = dict(_files_in(folder, own_files(arguments.db)))
    for path in sorted(path for path, looks in now.items() if seen.get(path) == looks):
        if stop.is_set():
            break
        try:
            _take(path, folder, hints, arguments)
        except Refused as refused:  # the store is full or locked: the file waits, and the next look tries again
            warn(str(refused))
            break
    return now


def _files_in(folder: Path, own: Callable[[Path], bool]) -> Iterator[tuple[Path, _Seen]]:
    """Yield the files of a folder and its folders, hidden ones and our own excepted."""
    for place, folders, names in os.walk(folder):
        top = Path(place) == folder
        folders[:] = [name for name in folders if name[0] != "." and not (top and name in (DONE, FAILED))]
        for path in (Path(place, name) for name in names if name[0] != "."):
            try:
                looks = path.stat()
            except OSError:  # gone meanwhile, or a link to nothing
                continue
            if not own(path):
                yield path, _Seen(looks.st_size, looks.st_mtime_ns)


def _take(path: Path, folder: Path, hints: Hints, arguments: argparse.Namespace) -> None:
    """Store one file and move it to where it belongs."""
    from timeline.ingest import ingest
    from timeline.reading import shown

    reasons: list[str] = []
    with opened(arguments) as store:
        for outcome in ingest([str(path)], hints, store):
            if outcome.reason:
                reasons.append(f"refused: {outcome.name}: {outcome.reason}")
                warn(reasons[-1])
            else:
                tell(line_of(outcome))
                sys.stdout.flush()
    try:
        _move(path, folder, reasons)
    except OSError as error:
        warn(f"{shown(path)}: cannot be moved: {error.strerror}")


def _move(path: Path, folder: Path, reasons: list[str]) -> None:
    """Move a file as it lies in the folder; a name that is taken gets a number."""
    wanted = folder / (FAILED if reasons else DONE) / path.relative_to(folder)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    target, number = wanted, 1
    while target.exists() or _reason_of(target).exists():
        number += 1
        target = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    if reasons:
        _reason_of(target).write_text("".join(f"{one_line(reason)}\n" for reason in reasons), "utf-8")
    path.rename(target)


def _reason_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.txt")

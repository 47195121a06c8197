"""`timeline watch`: a folder in; its files are stored and moved to `_done`, or to `_failed` with the reason."""

from __future__ import annotations

import argparse
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.add import add_reading, hints_of, line_of
from timeline.cli.common import Refused, add_db, command, one_line, opened, report, warn
from timeline.cli.stopping import Stop, stopping
from timeline.collector import collect_seldom

if TYPE_CHECKING:
    from timeline.reading import Hints

DONE, FAILED = "_done", "_failed"
_QUIET = 2  # looks in a row that must find a file as it was
_UNFINISHED = (".part", ".tmp", "~")  # what programs call a file that they are still writing


class _Seen(NamedTuple):
    """What a file looked like: one that looks otherwise the next time is still being written.

    quiet  how many looks have found it as it was the look before
    left   whether it was tried and lies where it is, until it changes
    """

    size: int
    changed: int
    quiet: int = 0
    left: bool = False

    def after(self, before: _Seen | None) -> _Seen:
        """Compare with the look before."""
        same = before is not None and before[:2] == self[:2]
        return self._replace(quiet=before.quiet + 1, left=before.left) if before and same else self


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
    with stopping() as stop:
        while not stop():
            seen = _look(folder, seen, hints, arguments, stop)
            stop.wait(arguments.every)
    return 130 if signal.SIGINT in stop.signals else 0


def _look(
    folder: Path, seen: dict[Path, _Seen], hints: Hints, arguments: argparse.Namespace, stop: Stop
) -> dict[Path, _Seen]:
    """Store the files that have been quiet; give how those look that wait."""
    from timeline.ingest import own_files

    found = _files_in(folder, own_files(arguments.db))
    now = {path: looks.after(seen.get(path)) for path, looks in found}
    for path in sorted(path for path, looks in now.items() if looks.quiet >= _QUIET and not looks.left):
        if stop():
            break
        try:
            if not _take(path, now[path], folder, hints, arguments, stop):
                now[path] = now[path]._replace(left=True)
        except Refused as refused:  # the store is full or locked: the file waits, and the next look tries again
            warn(str(refused))
            break
    return now


def _files_in(folder: Path, own: Callable[[Path], bool]) -> Iterator[tuple[Path, _Seen]]:
    """Yield the files of a folder and its folders, except hidden ones, unfinished ones and our own."""
    for place, folders, names in os.walk(folder):
        top = Path(place) == folder
        folders[:] = [name for name in folders if name[0] != "." and not (top and name in (DONE, FAILED))]
        for path in (Path(place, name) for name in names if name[0] != "." and not name.endswith(_UNFINISHED)):
            looks = _looks_of(path)
            if looks and not own(path):
                yield path, looks


def _looks_of(path: Path) -> _Seen | None:
    try:
        looks = path.stat()
    except OSError:  # gone meanwhile, or a link to nothing
        return None
    return _Seen(looks.st_size, looks.st_mtime_ns)


def _take(path: Path, looks: _Seen, folder: Path, hints: Hints, arguments: argparse.Namespace, stop: Stop) -> bool:
    """Store one file and move it to where it belongs; False when it is to lie there until it changes."""
    from timeline.ingest import ingest
    from timeline.reading import shown
    from timeline.reading.extras import wants_extra

    reasons: list[str] = []
    missing = cut_short = False

    def stops() -> bool:
        nonlocal cut_short
        cut_short = stop()
        return cut_short

    with opened(arguments) as store:
        for outcome in ingest([str(path)], hints, store, stop=stops):
            if outcome.reason:
                missing = missing or wants_extra(outcome.reason)
                reasons.append(f"refused: {outcome.name}: {outcome.reason}")
                warn(reasons[-1])
            else:
                report(line_of(outcome))
    now = _looks_of(path)
    if cut_short or now is None or now[:2] != looks[:2]:
        return True  # it has grown while it was read, or is not read to its end: the next look goes on from there
    if missing:
        return False
    try:
        target = _move(path, folder, reasons)
    except OSError as error:
        warn(f"{shown(path)}: cannot be moved: {error.strerror}")
        return True
    if reasons:
        warn(f"moved: {shown(target)}; why it was refused stands in {shown(_reason_of(target))}")
    return True


def _move(path: Path, folder: Path, reasons: list[str]) -> Path:
    """Move a file as it lies in the folder, and give where to; a name that is taken gets a number."""
    wanted = folder / (FAILED if reasons else DONE) / path.relative_to(folder)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    target, number = wanted, 1
    while target.exists() or _reason_of(target).exists():
        number += 1
        target = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    if reasons:
        _reason_of(target).write_text("".join(f"{one_line(reason)}\n" for reason in reasons), "utf-8")
    path.rename(target)
    return target


def _reason_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.txt")

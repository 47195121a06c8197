"""Paths in, files out: folders through and through, and a Refusal for what is no file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.reading.formats.archive import count_hidden_in
from timeline.reading.names import shown
from timeline.reading.refusal import Refusal

_ARCHIVE = ".zip"


def find_files(paths: Iterable[str | Path]) -> Iterator[Path | Refusal]:
    """Yield the files of paths in the order given, folders through and through in sorted order.

    Hidden files and folders inside a folder are passed over; a path that is named itself and hidden, missing or an
    empty folder is answered with a Refusal.
    """
    for named in paths:
        path = Path(named)
        if not str(named):
            yield Refusal("(empty path)", "no such file or folder")
            continue
        if path.name.startswith(".") and path.name not in (".", ".."):
            yield Refusal(shown(path), "hidden file or folder: skipped")
        elif os.path.isdir(path):
            yield from _files_below(path)
        else:
            yield _named(path)


def _named(path: Path) -> Path | Refusal:
    """Give a file that is named itself; that it may not be looked at is another thing than that it is not there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return Refusal(shown(path), "no such file or folder")
    except OSError as error:
        return Refusal(shown(path), f"unreadable: {error.strerror}")
    return path


def count_hidden(paths: Iterable[str | Path]) -> int:
    """Count the hidden files and folders inside folders and zip archives, which are passed over."""
    count = 0
    for path in paths:
        count += count_hidden_in(Path(path)) if str(path).lower().endswith(_ARCHIVE) else 0
        for place, folders, names in os.walk(path):
            count += sum(name.startswith(".") for name in (*folders, *names))
            inside = (Path(place, name) for name in names if name.lower().endswith(_ARCHIVE) and name[0] != ".")
            count += sum(map(count_hidden_in, inside))
            folders[:] = [name for name in folders if not name.startswith(".")]
    return count


def _files_below(folder: Path) -> Iterator[Path | Refusal]:
    """Walk a folder with a list and not by recursion: folders may be nested deeper than calls."""
    waiting = [folder]
    empty = True
    while waiting:
        path = waiting.pop()
        if path is not folder and not path.is_dir():
            empty = False
            yield path
        elif path is not folder and path.is_symlink():
            yield Refusal(shown(path), "a link to a folder: not followed")
        else:
            try:
                inside = sorted(name for name in os.listdir(path) if not name.startswith("."))
            except OSError as error:
                empty = False
                yield Refusal(shown(path), f"unreadable folder: {error.strerror}")
                continue
            waiting += [path / name for name in reversed(inside)]
    if empty:
        yield Refusal(shown(folder), "a folder with no files in it")

"""A file name in, an SQLite connection out, set up so that what is reported as stored is stored."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from tempfile import TemporaryFile

WAIT = 10.0
_PAUSE = 0.02
_PAGES_AHEAD = 4_000  # 16 MB of the write-ahead log
_CACHE = 8_192  # kilobytes


class StoreError(Exception):
    """A database that cannot do what is asked: one line that names the file and the reason."""


_REASONS = {
    "SQLITE_BUSY": "is locked by another program; try again when that is done",
    "SQLITE_LOCKED": "is locked by another program; try again when that is done",
    "SQLITE_READONLY": "is read-only",
    "SQLITE_PERM": "may not be opened",
    "SQLITE_NOTADB": "is not a database",
    "SQLITE_CORRUPT": "is damaged",
    "SQLITE_FULL": "cannot grow: the disk is full",
    "SQLITE_IOERR": "cannot be read or written: the disk is full, broken, or allows no file so large",
    "SQLITE_TOOBIG": "cannot hold a text of that size",
    "SQLITE_CANTOPEN": "cannot be opened",
}


# What Python and SQLite say, without a code, of values that no program of ours has written.
_GARBLED = ("Could not decode to UTF-8", "malformed JSON")


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Turn what SQLite raises inside into a StoreError about the file."""
    try:
        yield
    except (MemoryError, UnicodeDecodeError, JSONDecodeError) as error:
        raise StoreError(f"{name}: is damaged: what stands in it cannot be read") from error
    except sqlite3.Error as error:
        if str(error).startswith(_GARBLED):
            raise StoreError(f"{name}: is damaged: what stands in it cannot be read") from error
        code = getattr(error, "sqlite_errorname", "")
        reason = next((words for start, words in _REASONS.items() if code.startswith(start)), str(error))
        why = _why_closed(Path(name)) if code.startswith("SQLITE_CANTOPEN") else ""
        raise StoreError(f"{name}: {reason}{why}") from error


def _why_closed(file: Path) -> str:
    """Ask the system what it told SQLite, which says to nobody why it could not open a file; empty when all is well."""
    try:
        if file.exists():
            os.close(os.open(file, os.O_RDONLY))
    except OSError as error:
        return f": {error.strerror}"
    try:
        TemporaryFile(dir=file.parent).close()
    except OSError as error:
        return f": no file can be made in {file.parent}: {error.strerror}"
    return ""


def connect(path: str | Path, *, readonly: bool, wait: float = WAIT, shared: bool = False) -> sqlite3.Connection:
    """Open a database file, made when missing unless it is only to be read.

    `wait` is how many seconds to wait for another program's writing to end; a `shared` connection may be used by any
    thread, one at a time. Raises StoreError, or what SQLite raises (see `speaking`).
    """
    if str(path) == ":memory:":
        return sqlite3.connect(":memory:")
    file = Path(path)
    try:
        _check(file, readonly)
        fixed = _fixed(file, readonly)
    except OSError as error:
        raise StoreError(f"{file}: cannot be opened: {error.strerror}") from error
    address = f"{file.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}{fixed}"
    connection = sqlite3.connect(address, wait, uri=True, check_same_thread=not shared)
    try:
        if not readonly:
            _write_ahead(connection, wait)
            connection.execute("PRAGMA synchronous = FULL")
            # Pages that change again and again, as those of counts do, are copied into the file less often.
            connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_AHEAD}")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            # What SQLite notes to undo a statement whose triggers fail goes to a file otherwise, each time.
            connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(file: Path, readonly: bool) -> None:
    """Say what SQLite would only call "unable to open database file"."""
    if file.is_dir():
        raise StoreError(f"{file}: is a folder, not a database")
    if not file.parent.is_dir():
        raise StoreError(f"{file}: there is no folder {file.parent}")
    if readonly and not file.exists():
        raise StoreError(f"{file}: there is no such database; `timeline add` makes it")


def _fixed(file: Path, readonly: bool) -> str:
    """Read a file on a read-only disk as one that cannot change: SQLite cannot put its lock files beside it."""
    alone = not Path(f"{file}-wal").exists() and not os.access(file.parent, os.W_OK)
    return "&immutable=1" if readonly and alone else ""


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Switch to the write-ahead log, once in a file's life.

    SQLite does not wait for others here, whatever its time-out, so several programs that open a new file together
    have to try again.
    """
    until = time.monotonic() + wait
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)

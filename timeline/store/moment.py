"""A store in, its moment out: which file it is and how much was ever stored in it."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import NamedTuple

from timeline.lines import dumps
from timeline.store.connection import StoreError, connect

# A copy that is put back and goes on from there comes to the same number once more, but not with the same line.
_LAST = "SELECT seq, at, what, article, detail, sha256, name, engine FROM log ORDER BY seq DESC LIMIT 1"


class Moment(NamedTuple):
    """The file and the number of its last change; another file at the same path is another moment."""

    device: int
    file: int
    version: int


def mark(db: sqlite3.Connection, path: str) -> str:
    """Write the moment that a connection reads: where two are the same, so is all that can be read there."""
    try:
        status = os.stat(path)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error
    return dumps([status.st_dev, status.st_ino, db.execute(_LAST).fetchone()]).decode()


class Watch:
    """Tells the moment of a store by one connection that it holds open; safe to call from several threads."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: tuple[int, int] | None = None
        self._connection: sqlite3.Connection | None = None

    def moment(self) -> Moment | None:
        """Give the moment as it is now, None when it cannot be told."""
        with self._lock:
            try:
                status = os.stat(self._path)
                file = (status.st_dev, status.st_ino)
                (version,) = self._opened(file).execute("SELECT coalesce(max(seq), 0) FROM log").fetchone()
            except (OSError, StoreError, sqlite3.Error):
                self.close()
                return None
            return Moment(*file, version)

    def _opened(self, file: tuple[int, int]) -> sqlite3.Connection:
        if self._connection is None or file != self._file:
            self.close()
            self._connection = connect(self._path, readonly=True, shared=True)
            self._file = file
        return self._connection

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def __del__(self) -> None:
        # An application has no end of its own: its last connection goes with it, in whatever thread that is.
        self.close()

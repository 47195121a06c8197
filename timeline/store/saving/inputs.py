"""What was read of an input in, the record of it out: the same command need not read again what is stored.

An input is a file under certain options. It is known as far as it is stored: the first `size` bytes, by their
SHA-256. A file that has only grown since is read from there on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from timeline import __version__


class Reached(NamedTuple):
    """How far an input is stored.

    path, options  the file, and what it was read with, in words
    size, sha256   how many bytes from its start, and their SHA-256 in hexadecimal
    lines          how many lines these are, when each is an article of its own; else 0
    finished       whether that is all of it
    """

    path: str
    options: str
    size: int
    sha256: str
    lines: int
    finished: bool


class Held(NamedTuple):
    """What the store holds of an input: its articles, and what was refused as (place, reason)."""

    articles: tuple[str, ...]
    refusals: tuple[tuple[str, str], ...]


def reached(db: sqlite3.Connection, path: str, options: str) -> Reached | None:
    """Say how far an input is stored; None when it is not, or was read by another version of this program."""
    sql = "SELECT size, sha256, lines, finished FROM inputs WHERE path = ? AND options = ? AND engine = ?"
    row = db.execute(sql, (path, options, __version__)).fetchone()
    return Reached(path, options, row[0], row[1], row[2], bool(row[3])) if row else None


def held(db: sqlite3.Connection, path: str, options: str) -> Held:
    """Give what is stored of an input."""
    seq = _seq(db, path, options)
    articles = db.execute("SELECT article FROM arrivals WHERE input = ? ORDER BY article", (seq,))
    refusals = db.execute("SELECT place, reason FROM refusals WHERE input = ? ORDER BY seq", (seq,))
    return Held(tuple(row[0] for row in articles), tuple((row[0], row[1]) for row in refusals))


def read_on(db: sqlite3.Connection, path: str, options: str) -> str | None:
    """Give the day on which an input was read, in UTC; None when it was not."""
    row = db.execute("SELECT at FROM inputs WHERE path = ? AND options = ?", (path, options)).fetchone()
    return str(row[0])[:10] if row else None


def gave(db: sqlite3.Connection, path: str, options: str, article: str) -> bool:
    """Say whether an input gave an article."""
    sql = "SELECT 1 FROM arrivals WHERE article = ? AND input = ?"
    return db.execute(sql, (article, _seq(db, path, options))).fetchone() is not None


def begin(db: sqlite3.Connection, path: str, options: str) -> None:
    """Forget what was known of an input: it is read from its start."""
    _drop(db, [_seq(db, path, options)])


def advance(db: sqlite3.Connection, now: Reached, articles: Sequence[str], refusals: Sequence[tuple[str, str]]) -> None:
    """Record that an input is stored up to here, and what the last part of it gave."""
    db.execute(
        "INSERT INTO inputs (path, options, size, sha256, lines, finished, engine) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (path, options) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256, "
        "lines = excluded.lines, finished = excluded.finished, engine = excluded.engine, at = excluded.at",
        (*now, __version__),
    )
    seq = _seq(db, now.path, now.options)
    db.executemany("INSERT OR IGNORE INTO arrivals (article, input) VALUES (?, ?)", [(each, seq) for each in articles])
    db.executemany(
        "INSERT OR IGNORE INTO refusals (input, place, reason) VALUES (?, ?, ?)",
        [(seq, *refusal) for refusal in refusals],
    )


def release(db: sqlite3.Connection, article: str) -> None:
    """Let every input that gave an article be read again: the article is removed, or has another date now."""
    _drop(db, [row[0] for row in db.execute("SELECT input FROM arrivals WHERE article = ?", (article,))])


def _seq(db: sqlite3.Connection, path: str, options: str) -> int | None:
    row = db.execute("SELECT seq FROM inputs WHERE path = ? AND options = ?", (path, options)).fetchone()
    return row[0] if row else None


def _drop(db: sqlite3.Connection, inputs: Sequence[int | None]) -> None:
    for seq in inputs:
        db.execute("DELETE FROM arrivals WHERE input = ?", (seq,))
        db.execute("DELETE FROM refusals WHERE input = ?", (seq,))
        db.execute("DELETE FROM inputs WHERE seq = ?", (seq,))

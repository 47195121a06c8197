"""Prepared articles in, their events in the chronology: rows, keys, counts and index; and taken out again.

Many rows go through `executemany` of the connection: three times as fast as the library's own inserts. Events of
several articles are put in together: the index writes a part of its own whenever the numbers step back, and a sum that
several change is changed once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from timeline.store.kept import instant_of, width_of
from timeline.store.ranks import OPEN_START, code_of, first_rank, last_rank
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, Row
from timeline.store.saving import tallies
from timeline.store.saving.prepared import Prepared
from timeline.store.saving.tallies import Key


def _insert(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  names of our own


_KEPT = ", ".join(f"{column} = excluded.{column}" for column in (*ARTICLE_COLUMNS[1:], "seal"))
_SEALED = (*ARTICLE_COLUMNS, "seal")
_ARTICLE = f"{_insert('articles', _SEALED)} ON CONFLICT (id) DO UPDATE SET {_KEPT}"
_TIMEX = _insert("timexes", TIMEX_COLUMNS)
_EVENT = _insert("events", ("seq", *EVENT_COLUMNS))
_WORDS = _insert("event_index", ("rowid", "headline", "quote", "title", "marks"))
_START = EVENT_COLUMNS.index("start_key")


class Chronology:
    """What is put into the chronology within one transaction; `settle` before anything else is done to events."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._waiting: list[Prepared] = []

    def add(self, prepared: Prepared) -> None:
        """Write an article and its timexes; its events wait for those of others. One that is there keeps its place."""
        self._db.execute(_ARTICLE, (*prepared.article, prepared.seal))
        self._db.executemany(_TIMEX, prepared.timexes)
        self._waiting.append(prepared)

    def settle(self) -> None:
        """Write the events that wait.

        The index gets the words as they are at hand: to read them out of the events takes as long as all the rest.
        """
        waiting, self._waiting = self._waiting, []
        rows = [row for prepared in waiting for row in prepared.events]
        words = [found for prepared in waiting for found in prepared.words]
        numbered = sorted(zip(_numbers(self._db, rows), rows, words, strict=True))
        self._db.executemany(_EVENT, [(number, *row) for number, row, _ in numbered])
        tallies.put(self._db, [_key(number, row) for number, row, _ in numbered])
        self._db.executemany(_WORDS, [(number, *found) for number, _, found in numbered])


def write(db: sqlite3.Connection, prepared: Prepared) -> None:
    """Put in an article with its timexes and events."""
    chronology = Chronology(db)
    chronology.add(prepared)
    chronology.settle()


def _key(number: int, row: Row) -> Key:
    _, article, place, start, end, granularity, basis, modality, source, _, month = row
    wide, at = width_of(start, end, OPEN_START), instant_of(start, end, OPEN_START)
    return Key(number, start, end, article, place, granularity, basis, modality, source, wide, at, month)


def _numbers(db: sqlite3.Connection, rows: Iterable[Row]) -> Iterator[int]:
    """Give each row its number: the next that is free on its day."""
    following: dict[int, int] = {}
    for row in rows:
        code = code_of(row[_START])
        number = following.get(code)
        if number is None:
            bounds = (first_rank(code), last_rank(code))
            last = db.execute("SELECT max(seq) FROM events WHERE seq BETWEEN ? AND ?", bounds).fetchone()[0]
            number = (last or bounds[0]) + 1
        yield number
        following[code] = number + 1


def erase(db: sqlite3.Connection, article: str) -> None:
    """Take out what was extracted from an article; the index first, for it reads the words from the events."""
    db.execute(
        "INSERT INTO event_index (event_index, rowid, headline, quote, title, marks) "
        "SELECT 'delete', seq, headline, quote, title, marks FROM event_words WHERE article = ? ORDER BY seq",
        (article,),
    )
    tallies.take(db, article)
    db.execute("DELETE FROM events WHERE article = ?", (article,))
    db.execute("DELETE FROM timexes WHERE article = ?", (article,))

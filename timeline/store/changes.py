"""A prepared article in, its rows written, erased or noted: statements that change the file, inside a transaction.

Many rows go through `executemany` of the connection: three times as fast as the library's own inserts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline import __version__
from timeline.store import seal
from timeline.store.prepared import Prepared
from timeline.store.ranks import code_of, first_rank, last_rank
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, Row


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


def write(db: sqlite3.Connection, prepared: Prepared) -> None:
    """Put in an article with its timexes, events and index; an article that is there already keeps its place.

    The index gets the words as they are at hand: to read them out of the events again takes as long as all the rest.
    It gets them in the order of the numbers, for it writes a part of its own whenever they step back.
    """
    mark = seal.of_rows(prepared.article, prepared.timexes, prepared.events)
    db.execute(_ARTICLE, (*prepared.article, mark))
    db.executemany(_TIMEX, prepared.timexes)
    events = list(_numbered(db, prepared.events))
    db.executemany(_EVENT, events)
    marks = dict(db.execute("SELECT seq, marks FROM event_words WHERE article = ?", (prepared.id,)))
    found = ((event[0], *words, marks[event[0]]) for event, words in zip(events, prepared.words, strict=True))
    db.executemany(_WORDS, sorted(found))


def _numbered(db: sqlite3.Connection, rows: list[Row]) -> Iterator[Row]:
    """Put the number before each row: the next that is free on its day."""
    following: dict[int, int] = {}
    for row in rows:
        code = code_of(row[_START])
        if code not in following:
            bounds = (first_rank(code), last_rank(code))
            last = db.execute("SELECT max(seq) FROM events WHERE seq BETWEEN ? AND ?", bounds).fetchone()[0]
            following[code] = (last or bounds[0]) + 1
        yield (following[code], *row)
        following[code] += 1


def erase(db: sqlite3.Connection, article: str) -> None:
    """Take out what was extracted from an article; the index first, for it reads the words from the events."""
    db.execute(
        "INSERT INTO event_index (event_index, rowid, headline, quote, title, marks) "
        "SELECT 'delete', seq, headline, quote, title, marks FROM event_words WHERE article = ? ORDER BY seq",
        (article,),
    )
    db.execute("DELETE FROM events WHERE article = ?", (article,))
    db.execute("DELETE FROM timexes WHERE article = ?", (article,))


class Change(NamedTuple):
    """What became of an event when its article was read again; its dates in EDTF, None where it has none.

    what  added | re-dated | gone
    """

    what: str
    id: str
    headline: str
    before: str | None = None
    after: str | None = None


Dates = dict[str, tuple[str | None, str]]  # the id of an event -> its date in EDTF and its headline


def dates(db: sqlite3.Connection, article: str) -> Dates:
    """Give the dates of the events of an article, in the order of the text."""
    sql = "SELECT id, body ->> '$.edtf', body ->> '$.headline' FROM events WHERE article = ? ORDER BY place"
    return {key: (date, headline) for key, date, headline in db.execute(sql, (article,))}


def between(before: Dates, after: Dates) -> Iterator[Change]:
    """Yield what became of each event that is not as it was."""
    for key, (date, headline) in after.items():
        if key not in before:
            yield Change("added", key, headline, None, date)
        elif before[key][0] != date:
            yield Change("re-dated", key, headline, before[key][0], date)
    for key, (date, headline) in before.items():
        if key not in after:
            yield Change("gone", key, headline, date)


def note_each(db: sqlite3.Connection, article: str, became: Iterable[Change]) -> None:
    """Add a line to the log for each event that is not as it was."""
    for change in became:
        dates = [date or "no date" for date in (change.before, change.after)]
        told = {"added": dates[1], "gone": dates[0]}.get(change.what, " -> ".join(dates))
        note(db, f"event {change.what}", article, f"{change.id}: {told}; {change.headline}")


def note(
    db: sqlite3.Connection,
    what: str,
    article: str | None,
    detail: str | None,
    sha256: str | None = None,
    name: str | None = None,
) -> None:
    """Add a line to the log: what was done, by which version, to which article, of which bytes, from which input."""
    db.execute(
        "INSERT INTO log (what, article, detail, sha256, name, engine) VALUES (?, ?, ?, ?, ?, ?)",
        (what, article, detail, sha256, name, __version__),
    )

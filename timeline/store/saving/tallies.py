"""Rows of events in, their keys and what is counted of them written, or taken out again; inside a transaction.

What triggers did row by row (steps 0002 to 0005) is done here for many events at once: those of a dozen articles change
a few hundred sums, each once. A statement that has triggers also notes how to undo each of its rows, which took as long
as all the rest of storing. `timeline check` counts again.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, NamedTuple

from timeline.calendar import DAY_SECONDS
from timeline.store.kept import COUNTED_BY_ROW, COUNTS, KEY_COLUMNS

Values = tuple[Any, ...]
_NAMES = ", ".join(KEY_COLUMNS)
_INSERT = f"INSERT INTO event_keys ({_NAMES}) VALUES ({', '.join('?' * len(KEY_COLUMNS))})"  # noqa: S608  names of our own
_ABSENT = b""  # a key holds no NULL; an empty blob is no text that a source or a granularity could be


class Key(NamedTuple):
    """A row of `event_keys`."""

    seq: int
    start: int | None
    end: int | None
    article: str
    place: int
    granularity: str | None
    basis: str
    modality: str
    source: str | None
    wide: int | None
    at: int | None
    month: int | None


class _Kind(NamedTuple):
    """What is counted together: a value for each column of the tables of counts, None where there is no date."""

    dated: bool
    day: int | None
    month: int | None
    year: int | None
    source: str | bytes
    granularity: str | bytes
    basis: str
    modality: str


def put(db: sqlite3.Connection, keys: list[Key]) -> None:
    """Write the keys of new events and count them."""
    db.executemany(_INSERT, keys)
    _add(db, Counter(map(_kind_of, keys)))


def take(db: sqlite3.Connection, article: str) -> None:
    """Take out the keys of the events of an article and count them no more."""
    keys = map(Key._make, db.execute(f"SELECT {_NAMES} FROM event_keys WHERE article = ?", (article,)))  # noqa: S608
    gone = Counter(map(_kind_of, keys))
    db.execute("DELETE FROM event_keys WHERE article = ?", (article,))
    _add(db, {kind: -number for kind, number in gone.items()})


def _kind_of(key: Key) -> _Kind:
    source = _ABSENT if key.source is None else key.source
    granularity = _ABSENT if key.granularity is None else key.granularity
    if key.at is None or key.month is None:
        return _Kind(False, None, None, None, source, granularity, key.basis, key.modality)
    day, year = key.at // DAY_SECONDS, key.month // 12
    return _Kind(True, day, key.month, year, source, granularity, key.basis, key.modality)


class _Table(NamedTuple):
    """A table of counts: how its key is taken out of a kind, whether undated events count, its statements."""

    key_of: Callable[[_Kind], Values]
    undated: bool
    add: str
    clear: str


def _tables() -> Iterator[_Table]:
    for name, key in COUNTS.items():
        columns = [column for column, _ in key]
        marks, same = ", ".join("?" * len(columns)), " AND ".join(f"{column} = ?" for column in columns)
        yield _Table(
            itemgetter(*map(_Kind._fields.index, columns)),
            "dated" in columns,
            f"INSERT INTO {name} VALUES ({marks}, ?) "  # noqa: S608  names of our own
            f"ON CONFLICT ({', '.join(columns)}) DO UPDATE SET n = n + excluded.n",
            f"DELETE FROM {name} WHERE {same} AND n = 0",  # noqa: S608
        )


_TABLES = tuple(_tables())


def _add(db: sqlite3.Connection, kinds: dict[_Kind, int]) -> None:
    """Add numbers to the sums; a sum that comes to nothing is no row."""
    for table in _TABLES:
        sums: dict[Values, int] = {}
        for kind, number in kinds.items():
            if kind.dated or table.undated:
                values = table.key_of(kind)
                sums[values] = sums.get(values, 0) + number
        db.executemany(table.add, [(*values, number) for values, number in sums.items()])
        db.executemany(table.clear, [values for values, number in sums.items() if number < 0])


def without_triggers() -> Iterable[str]:
    """Give the statements that end the counting row by row."""
    changes = (f"{name}_{verb}" for name in COUNTED_BY_ROW for verb in ("insert", "delete"))
    return tuple(f"DROP TRIGGER {name}" for name in ("event_added", "event_gone", *changes))

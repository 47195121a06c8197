"""What was done to an article in, lines of the append-only log out; and what became of its events when read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline import __version__


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

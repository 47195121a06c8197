"""Articles of one url, one after the other: the newest is in the chronology, the older ones stay beside it.

Events of an older version stand in `past_events`: whatever counts, searches or pages `events` need not know of them.
"""

from __future__ import annotations

import sqlite3
from urllib.parse import urlsplit

from timeline.store import changes
from timeline.store.prepared import Prepared
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, Row

_EVENT = ", ".join(EVENT_COLUMNS)
_TIMEX = ", ".join(TIMEX_COLUMNS)
_ARTICLE = ", ".join(ARTICLE_COLUMNS)
_WORDS = ", ".join(f"body ->> '$.{path}'" for path in ("headline", "quote", "article.title"))


def succeed(db: sqlite3.Connection, article: str, url: str | None) -> str | None:
    """Let a new article take the place of the one at its url; give the id of that one, None when there is none."""
    if url is None or not _names_a_page(url):
        return None
    sql = "SELECT id FROM articles WHERE url = ? AND superseded_by IS NULL AND id != ?"
    row = db.execute(sql, (url, article)).fetchone()
    if row is None:
        return None
    old = str(row[0])
    _tie(db, old, article)
    shelve(db, old)
    changes.note(db, "superseded", old, article)
    return old


def _names_a_page(url: str) -> bool:
    """Say whether an address is an article's own and not that of a whole site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path.strip("/") != "" or parts.query != ""


def _tie(db: sqlite3.Connection, old: str | None, new: str | None) -> None:
    db.execute("UPDATE articles SET superseded_by = ? WHERE id = ?", (new, old))
    db.execute("UPDATE articles SET supersedes = ? WHERE id = ?", (old, new))


def is_past(db: sqlite3.Connection, article: str) -> bool:
    """Say whether a newer version has taken an article's place."""
    row = db.execute("SELECT superseded_by FROM articles WHERE id = ?", (article,)).fetchone()
    return row is not None and row[0] is not None


def shelve(db: sqlite3.Connection, article: str) -> None:
    """Take the events of an article out of the chronology and keep them beside it; its timexes stay."""
    events = _rows(db, f"SELECT {_EVENT} FROM events WHERE article = ? ORDER BY seq", article)  # noqa: S608
    timexes = _rows(db, f"SELECT {_TIMEX} FROM timexes WHERE article = ? ORDER BY rowid", article)  # noqa: S608
    changes.erase(db, article)
    db.executemany(_insert("past_events", EVENT_COLUMNS), events)
    db.executemany(_insert("timexes", TIMEX_COLUMNS), timexes)


def unshelve(db: sqlite3.Connection, article: str) -> None:
    """Bring the events of an article back into the chronology."""
    rows = _rows(db, f"SELECT {_EVENT}, {_WORDS} FROM past_events WHERE article = ? ORDER BY seq", article)  # noqa: S608
    size = len(EVENT_COLUMNS)
    prepared = Prepared(
        db.execute(f"SELECT {_ARTICLE} FROM articles WHERE id = ?", (article,)).fetchone(),  # noqa: S608
        _rows(db, f"SELECT {_TIMEX} FROM timexes WHERE article = ? ORDER BY rowid", article),  # noqa: S608
        [row[:size] for row in rows],
        [row[size:] for row in rows],
    )
    forget(db, article)
    changes.erase(db, article)
    changes.write(db, prepared)


def forget(db: sqlite3.Connection, article: str) -> None:
    """Drop the events that are kept beside the chronology."""
    db.execute("DELETE FROM past_events WHERE article = ?", (article,))


def withdraw(db: sqlite3.Connection, article: str) -> None:
    """Take an article that will be removed out of its chain; what it had superseded stands in its place again."""
    row = db.execute("SELECT supersedes, superseded_by FROM articles WHERE id = ?", (article,)).fetchone()
    old, new = row
    forget(db, article)
    _tie(db, old, new)
    if old is not None and new is None:
        unshelve(db, old)


def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _rows(db: sqlite3.Connection, sql: str, article: str) -> list[Row]:
    return list(db.execute(sql, (article,)))

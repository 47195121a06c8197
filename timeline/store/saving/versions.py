"""Articles of one url, one after the other: the newest is in the chronology, the older ones stay beside it.

Events of an older version stand in `past_events`: whatever counts, searches or pages `events` need not know of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container
from typing import NamedTuple
from urllib.parse import urlsplit

from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, TIMEX_COLUMNS, Row
from timeline.store.saving import changes, chronology
from timeline.store.saving.prepared import of_rows

_EVENT = ", ".join(EVENT_COLUMNS)
_TIMEX = ", ".join(TIMEX_COLUMNS)
_ARTICLE = ", ".join(ARTICLE_COLUMNS)
_WORDS = ", ".join(f"body ->> '$.{path}'" for path in ("headline", "quote", "article.title"))


_FEEDS = ("RSS feed", "Atom feed", "JSON Feed")  # how the readers of feeds begin to name themselves


class Version(NamedTuple):
    """What decides which text of a page is its newest: its publish date and the reader it came from."""

    id: str
    published: str | None
    reader: str


def current(db: sqlite3.Connection, article: str, url: str | None, beside: Callable[[str], bool]) -> Version | None:
    """Give the version that stands at the url of a new article, None when there is none.

    `beside` says of an article that it is of the same input: what one file tells together it tells as several
    articles, for nobody puts a text and what replaced it into one list.
    """
    if url is None or not _names_a_page(url):
        return None
    sql = "SELECT id, published, reader FROM articles WHERE url = ? AND superseded_by IS NULL AND id != ?"
    found = (Version(*row) for row in db.execute(f"{sql} ORDER BY seq DESC", (url, article)))
    return next((version for version in found if not beside(version.id)), None)


def why_older(new: Version, standing: Version) -> str | None:
    """Say why a text that was read later is not the newer version; None when it is."""
    if _is_summary(new, standing):
        return "that one is of the page itself, this one of a feed"
    if not _is_summary(standing, new) and is_earlier(new, standing):
        return "its publish date is earlier"
    return None


def _is_summary(one: Version, other: Version) -> bool:
    """Say whether only the first came from a feed, which often holds no more than a sentence of the page."""
    return one.reader.startswith(_FEEDS) and not other.reader.startswith(_FEEDS)


def is_earlier(one: Version, other: Version) -> bool:
    """Say whether the first is of an earlier date, as far as both tell it; else the order of arrival decides."""
    if one.published is None or other.published is None:
        return False
    width = min(len(one.published), len(other.published))
    return one.published[:width] < other.published[:width]


def succeed(db: sqlite3.Connection, article: str, old: str) -> None:
    """Let an article take the place of the one that stands at its url."""
    _tie(db, old, article)
    shelve(db, old)
    changes.note(db, "superseded", old, article)


def put_below(db: sqlite3.Connection, article: Version, standing: Version, why: str) -> None:
    """Keep an article as an older version: behind all whose date is later."""
    newer, older = standing, _before(db, standing)
    while older and is_earlier(article, older):
        newer, older = older, _before(db, older)
    _tie(db, older.id if older else None, article.id)
    _tie(db, article.id, newer.id)
    shelve(db, article.id)
    changes.note(db, "older version", article.id, f"of {standing.id}: {why}")


def read_again(
    db: sqlite3.Connection, article: str, beside: Callable[[str], bool], replaced: Container[str]
) -> str | None:
    """Let an old version that is read again stand at its url again; give the id of the one it takes the place of.

    That its date is earlier is no reason against it where its own input has given the standing one before: then that
    input was set back. `replaced` holds what the input gave when it was last read.
    """
    own, standing = _version(db, article), _newest(db, article)
    why = why_older(own, standing)
    set_back = standing.id in replaced and not _is_summary(own, standing)
    if standing.id == article or beside(standing.id) or (why and not set_back):
        return None
    old, new = db.execute("SELECT supersedes, superseded_by FROM articles WHERE id = ?", (article,)).fetchone()
    _tie(db, old, new)
    db.execute("UPDATE articles SET superseded_by = NULL WHERE id = ?", (article,))
    succeed(db, article, standing.id)
    unshelve(db, article)
    return standing.id


def _version(db: sqlite3.Connection, article: str) -> Version:
    return Version(*db.execute("SELECT id, published, reader FROM articles WHERE id = ?", (article,)).fetchone())


def _before(db: sqlite3.Connection, version: Version) -> Version | None:
    row = db.execute("SELECT supersedes FROM articles WHERE id = ?", (version.id,)).fetchone()
    return _version(db, row[0]) if row[0] else None


def _newest(db: sqlite3.Connection, article: str) -> Version:
    """Go up the versions of an article to the one that stands."""
    while above := db.execute("SELECT superseded_by FROM articles WHERE id = ?", (article,)).fetchone()[0]:
        article = above
    return _version(db, article)


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
    chronology.erase(db, article)
    db.executemany(_insert("past_events", EVENT_COLUMNS), events)
    db.executemany(_insert("timexes", TIMEX_COLUMNS), timexes)


def unshelve(db: sqlite3.Connection, article: str) -> None:
    """Bring the events of an article back into the chronology."""
    rows = _rows(db, f"SELECT {_EVENT}, {_WORDS} FROM past_events WHERE article = ? ORDER BY seq", article)  # noqa: S608
    size = len(EVENT_COLUMNS)
    prepared = of_rows(
        db.execute(f"SELECT {_ARTICLE} FROM articles WHERE id = ?", (article,)).fetchone(),  # noqa: S608
        _rows(db, f"SELECT {_TIMEX} FROM timexes WHERE article = ? ORDER BY rowid", article),  # noqa: S608
        [row[:size] for row in rows],
        [row[size:] for row in rows],
    )
    forget(db, article)
    chronology.erase(db, article)
    chronology.write(db, prepared)


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
        changes.note(db, "stands again", old, article)


def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _rows(db: sqlite3.Connection, sql: str, article: str) -> list[Row]:
    return list(db.execute(sql, (article,)))

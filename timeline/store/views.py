"""A connection and a name in, the query that is kept under it out: saved views, named addresses of the chronology."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

LONGEST_NAME, LONGEST_QUERY = 80, 4_000

TABLE = """
CREATE TABLE views (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
)"""


class View(NamedTuple):
    """A saved view: its name and the filters as they stand in an address, `from=2025-02&basis=stated`."""

    name: str
    query: str


def kept(db: sqlite3.Connection) -> list[View]:
    """Give all the views by name."""
    return [View(*row) for row in db.execute("SELECT name, query FROM views ORDER BY name COLLATE NOCASE, name")]


def keep(db: sqlite3.Connection, view: View) -> None:
    """Keep a view; one of that name is replaced."""
    db.execute(
        "INSERT INTO views (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query", view
    )


def forget(db: sqlite3.Connection, name: str) -> bool:
    """Drop a view; False when there is none of that name."""
    return db.execute("DELETE FROM views WHERE name = ?", (name,)).rowcount > 0

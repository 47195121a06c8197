"""An open database in, a line for each table, index and trigger that is not as the steps make it out.

What it is held against is a new store in memory, made by the same steps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from timeline.store.steps import migrations

Shape = dict[tuple[str, str], str]

# Not ours to tell of: what SQLite, its search index and sqlite-utils make for themselves.
_OURS = (
    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
    "AND name NOT LIKE 'event!_index!_%' ESCAPE '!' AND name != '_sqlite_migrations' ORDER BY type, name"
)


def misshapen(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is missing, not as it was made, or none of ours."""
    is_, should = _shape(db), _as_made()
    for (kind, name), sql in should.items():
        if (kind, name) not in is_:
            yield f"{kind} {name}: is not there"
        elif is_[kind, name] != sql:
            yield f"{kind} {name}: is not as timeline makes it"
    yield from (f"{kind} {name}: is none that timeline makes" for kind, name in is_ if (kind, name) not in should)


def can_be_asked(db: sqlite3.Connection) -> bool:
    """Say whether all tables and views are there and as they are made, so that the other questions have an answer."""
    is_ = _shape(db)
    return all(is_.get(key) == sql for key, sql in _as_made().items() if key[0] in ("table", "view"))


def _shape(db: sqlite3.Connection) -> Shape:
    return {(kind, name): sql for kind, name, sql in db.execute(_OURS)}


def _as_made() -> Shape:
    made = Database(memory=True, execute_plugins=False)
    try:
        migrations().apply(made)
        return _shape(made.conn)
    finally:
        made.close()

"""Prepared articles in, what became of each out: added, dated anew, unchanged, a new version; inside a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from timeline.model import Article, Timeline
from timeline.store import changes, inputs, lookup, versions
from timeline.store.changes import Change
from timeline.store.inputs import Reached
from timeline.store.prepared import Prepared, prepare
from timeline.store.rows import ARTICLE_COLUMNS

Saved = Literal["added", "unchanged", "redated"]

_PUBLISHED, _BASIS, _URL, _SHA256 = (ARTICLE_COLUMNS.index(name) for name in ("published", "basis", "url", "sha256"))


class Kept(NamedTuple):
    """What became of an article; `supersedes` is the id of the version whose place it took."""

    saved: Saved
    supersedes: str | None = None


class Part(NamedTuple):
    """What a part of an input gave, to be stored together.

    name      the input as the user named it
    refusals  as (place in the input, reason)
    reached   how far the input is stored with this part; None for a stream, which cannot be read again
    begins    whether this is the input's first part
    """

    name: str
    articles: tuple[Prepared, ...]
    refusals: tuple[tuple[str, str], ...] = ()
    reached: Reached | None = None
    begins: bool = True


class Rebuilt(NamedTuple):
    """What extracting everything again has changed."""

    articles: int
    changes: tuple[Change, ...]

    @property
    def added(self) -> tuple[str, ...]:
        """Give the ids of the events that are new."""
        return tuple(change.id for change in self.changes if change.what == "added")

    @property
    def redated(self) -> tuple[str, ...]:
        """Give the ids of the events that are dated anew."""
        return tuple(change.id for change in self.changes if change.what == "re-dated")

    @property
    def gone(self) -> tuple[str, ...]:
        """Give the ids of the events that are no more."""
        return tuple(change.id for change in self.changes if change.what == "gone")


def foresee(db: sqlite3.Connection, article: str, published: str | None, basis: str | None) -> Saved:
    """Say what saving an article would do."""
    row = db.execute("SELECT published FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        return "added"
    corrected = published is not None and (row[0] is None or basis == "user") and published != row[0]
    return "redated" if corrected else "unchanged"


def save(db: sqlite3.Connection, prepared: Prepared, name: str | None = None) -> Kept:
    """Write an article if it is new or its date is; `name` is the input it came from."""
    row, article = prepared.article, prepared.id
    saved = foresee(db, article, row[_PUBLISHED], row[_BASIS])
    if saved == "unchanged":
        return Kept(saved)
    if saved == "redated":
        inputs.release(db, article)
    _replace(db, prepared)
    changes.note(db, saved, article, row[_PUBLISHED], row[_SHA256], name)
    return Kept(saved, versions.succeed(db, article, row[_URL]) if saved == "added" else None)


def _replace(db: sqlite3.Connection, prepared: Prepared) -> None:
    """Write an article in the place of what is there of it; that of an older version stays out of the chronology."""
    past = versions.is_past(db, prepared.id)
    versions.forget(db, prepared.id)
    changes.erase(db, prepared.id)
    changes.write(db, prepared)
    if past:
        versions.shelve(db, prepared.id)


def keep(db: sqlite3.Connection, part: Part) -> list[Kept]:
    """Write the articles of a part and how far its input is stored with them."""
    if part.reached and part.begins:
        inputs.begin(db, part.reached.path, part.reached.options)
    kept = [save(db, prepared, part.name) for prepared in part.articles]
    if part.reached:
        inputs.advance(db, part.reached, [prepared.id for prepared in part.articles], part.refusals)
    return kept


def remove(db: sqlite3.Connection, article: str) -> bool:
    """Take an article and its events out; False when there is none."""
    row = db.execute("SELECT sha256 FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        return False
    inputs.release(db, article)
    versions.withdraw(db, article)
    changes.erase(db, article)
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    changes.note(db, "removed", article, row[0], row[0])
    return True


def rebuild(db: sqlite3.Connection, extract: Callable[[Article], Timeline]) -> Rebuilt:
    """Extract every stored article again; give what is new, dated anew and gone."""
    articles: Sequence[str] = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY seq")]
    found: list[Change] = []
    for article in articles:
        stored = lookup.stored(db, article)
        if stored:
            before = changes.dates(db, article)
            _replace(db, prepare(extract(stored)))
            found += changes.between(before, changes.dates(db, article))
    changes.note(db, "rebuilt", None, f"{len(articles)} articles")
    return Rebuilt(len(articles), tuple(found))

"""Prepared articles in, what became of each out: added, dated anew, unchanged, a new version; inside a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from timeline.lines import dumps, loads
from timeline.model import Article, Timeline
from timeline.store import seal
from timeline.store.asking import lookup
from timeline.store.rows import ARTICLE_COLUMNS
from timeline.store.saving import changes, inputs, versions
from timeline.store.saving.changes import Change
from timeline.store.saving.chronology import Chronology, erase, write
from timeline.store.saving.inputs import Reached
from timeline.store.saving.prepared import Prepared, prepare
from timeline.store.saving.versions import Version

Saved = Literal["added", "unchanged", "redated"]

_PUBLISHED, _BASIS, _URL, _SHA256, _READER, _NOTES = (
    ARTICLE_COLUMNS.index(name) for name in ("published", "basis", "url", "sha256", "reader", "notes")
)
_FIRM = frozenset({"header", "metadata", "feed", "url", "user"})
_MADE = "publish date: the day it was made or last changed"  # how reading notes that it had no better one


class Kept(NamedTuple):
    """What became of an article; `supersedes` names the version whose place it took, `note` says what to know of it."""

    saved: Saved
    supersedes: str | None = None
    note: str = ""


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


class Arrival(NamedTuple):
    """Where an article that is saved comes from.

    name      the input, as the user named it
    reached   the input, where the store records it
    together  the ids that the same part of it gave
    replaced  the ids that it gave when it was last read
    """

    name: str | None = None
    reached: Reached | None = None
    together: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()

    def gave(self, db: sqlite3.Connection, article: str) -> bool:
        """Say whether an article is of this very input."""
        reached = self.reached
        return article in self.together or (
            reached is not None and inputs.gave(db, reached.path, reached.options, article)
        )


def foresee(db: sqlite3.Connection, article: Version, basis: str | None, notes: str, *, same: bool = False) -> Saved:
    """Say what saving an article would do; `same` says that the input it comes from has given it before."""
    row = db.execute("SELECT published FROM articles WHERE id = ?", (article.id,)).fetchone()
    if row is None:
        return "added"
    known = row[0] is None and (same or is_firm(basis, notes))
    corrected = article.published not in (None, row[0]) and (known or basis == "user")
    return "redated" if corrected else "unchanged"


def may_be_dated(db: sqlite3.Connection, article: str, *, undated: bool) -> bool:
    """Say whether an article is there, and, where it has to be `undated`, without a publish date."""
    row = db.execute("SELECT published FROM articles WHERE id = ?", (article,)).fetchone()
    return row is not None and not (undated and row[0] is not None)


def is_firm(basis: str | None, notes: str) -> bool:
    """Say whether a date is the text's own, wherever it is read: not of a file's name, nor of when a file was made."""
    return basis in _FIRM and _MADE not in notes


def save(db: sqlite3.Connection, prepared: Prepared) -> Kept:
    """Write an article if it is new or its date is."""
    chronology = Chronology(db)
    kept = _save(db, chronology, prepared, Arrival())
    chronology.settle()
    return kept


def _save(db: sqlite3.Connection, chronology: Chronology, prepared: Prepared, arrival: Arrival) -> Kept:
    """Write an article; what it does to others is done when the events that wait are there."""
    row = prepared.article
    own = Version(prepared.id, row[_PUBLISHED], row[_READER])
    saved = foresee(db, own, row[_BASIS], row[_NOTES], same=own.id in arrival.replaced)
    beside = partial(arrival.gave, db)
    if saved == "unchanged":
        if not versions.is_past(db, own.id):
            return Kept(saved)
        chronology.settle()
        return Kept(saved, versions.read_again(db, own.id, beside, arrival.replaced))
    if saved == "redated":
        chronology.settle()
        inputs.release(db, own.id)
        _replace(db, prepared)
        _note(db, saved, prepared, arrival)
        return Kept(saved)
    return _add(db, chronology, prepared, own, arrival)


def _add(db: sqlite3.Connection, chronology: Chronology, prepared: Prepared, own: Version, arrival: Arrival) -> Kept:
    """Write a new article where it belongs among the versions of its page."""
    standing = versions.current(db, own.id, prepared.article[_URL], partial(arrival.gave, db))
    why = versions.why_older(own, standing) if standing else None
    noted = f"kept as an older version of {standing.id}: {why}" if standing and why else None
    chronology.add(_noted(prepared, noted) if noted else prepared)
    _note(db, "added", prepared, arrival)
    if standing:
        chronology.settle()
    if standing and why:
        versions.put_below(db, own, standing, why)
    elif standing:
        versions.succeed(db, own.id, standing.id)
        return Kept("added", standing.id, "for the text at its address has changed")
    return Kept("added", note=noted or "")


def _noted(prepared: Prepared, words: str) -> Prepared:
    """Add a note to those of an article."""
    row = list(prepared.article)
    row[_NOTES] = dumps([*loads(row[_NOTES]), words]).decode()
    article = tuple(row)
    return prepared._replace(article=article, seal=seal.of_rows(article, prepared.timexes, prepared.events))


def _note(db: sqlite3.Connection, what: str, prepared: Prepared, arrival: Arrival) -> None:
    row = prepared.article
    changes.note(db, what, prepared.id, row[_PUBLISHED], row[_SHA256], arrival.name)


def _replace(db: sqlite3.Connection, prepared: Prepared) -> None:
    """Write an article in the place of what is there of it; that of an older version stays out of the chronology."""
    past = versions.is_past(db, prepared.id)
    versions.forget(db, prepared.id)
    erase(db, prepared.id)
    write(db, prepared)
    if past:
        versions.shelve(db, prepared.id)


def keep(db: sqlite3.Connection, parts: Sequence[Part]) -> list[list[Kept]]:
    """Write the articles of parts of inputs and how far each input is stored with them."""
    chronology = Chronology(db)
    kept = [_keep(db, chronology, part) for part in parts]
    chronology.settle()
    return kept


def _keep(db: sqlite3.Connection, chronology: Chronology, part: Part) -> list[Kept]:
    reached, replaced, read_on = part.reached, frozenset[str](), None
    if reached and part.begins:
        read_on = inputs.read_on(db, reached.path, reached.options)
        replaced = frozenset(inputs.held(db, reached.path, reached.options).articles)
        inputs.begin(db, reached.path, reached.options)
    together = frozenset(prepared.id for prepared in part.articles)
    arrival = Arrival(part.name, reached, together, replaced)
    kept = [_save(db, chronology, prepared, arrival) for prepared in part.articles]
    if part.reached:
        inputs.advance(db, part.reached, [prepared.id for prepared in part.articles], part.refusals)
    whole = reached is not None and reached.finished  # another part may give the old one again
    if whole and len(kept) == len(replaced) == 1 and kept[0] == Kept("added"):
        (old,) = replaced
        return [
            Kept("added", note=f"its file has changed since {read_on}, when it gave {old}, which is kept beside it")
        ]
    return kept


_LAST_KNOWN = (
    "SELECT title, sha256, (SELECT name FROM log WHERE article = ?1 AND name IS NOT NULL ORDER BY seq DESC LIMIT 1) "
    "FROM articles WHERE id = ?1"
)


def remove(db: sqlite3.Connection, article: str) -> bool:
    """Take an article and its events out; False when there is none."""
    row = db.execute(_LAST_KNOWN, (article,)).fetchone()
    if row is None:
        return False
    title, sha256, name = row
    changes.note(db, "removed", article, title, sha256, name)
    inputs.release(db, article)
    versions.withdraw(db, article)
    erase(db, article)
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
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
            became = list(changes.between(before, changes.dates(db, article)))
            changes.note_each(db, article, became)
            found += became
    changes.note(db, "rebuilt", None, f"{len(articles)} articles")
    return Rebuilt(len(articles), tuple(found))

"""Timelines in, pages of events out: the SQLite file that keeps them, each article whole or not at all.

A Store is one connection, bound to its thread; open one a request. Every failure is a StoreError of one clear line.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self
from uuid import uuid4

from sqlite_utils import Database

from timeline.model import Article, Timeline
from timeline.query import DEFAULT_LIMIT, Cursor, Filters
from timeline.record import Record
from timeline.store import changes, lookup
from timeline.store.changes import Change
from timeline.store.connection import WAIT, StoreError, connect, speaking
from timeline.store.density import Density, density
from timeline.store.lookup import ArticlePage, Page
from timeline.store.steps import APPLICATION_ID, STEPS, migrations

Saved = Literal["added", "unchanged", "redated"]


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


class Store:
    """A store of timelines in one SQLite file; a context manager that closes it."""

    def __init__(self, name: str, connection: sqlite3.Connection, *, readonly: bool) -> None:
        self.name = name
        self.readonly = readonly
        self._db = Database(connection, execute_plugins=False)

    @classmethod
    def open(cls, path: str | Path, *, readonly: bool = False, wait: float = WAIT) -> Self:
        """Open a store, made when missing unless `readonly`; `:memory:` keeps it in memory.

        `wait` is how many seconds to wait for another program's writing. Raises StoreError: locked, read-only, not a
        database, another program's, made by a newer version.
        """
        name = str(path)
        with speaking(name):
            connection = connect(path, readonly=readonly, wait=wait)
            try:
                store = cls(name, connection, readonly=readonly)
                store._bring_up_to_date()
            except BaseException:
                connection.close()
                raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ---- the file ---------------------------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        steps = migrations()
        with self._db.atomic():
            owner = self._one("PRAGMA application_id")
            tables = self._one("SELECT count(*) FROM sqlite_schema")
            applied = {step.name for step in steps.applied(self._db)}
        if tables and owner != APPLICATION_ID:
            raise StoreError(f"{self.name}: is the database of another program")
        if applied - {name for name, _ in STEPS}:
            raise StoreError(f"{self.name}: was written by a newer version of timeline; update this one to read it")
        if len(applied) == len(STEPS):
            return
        if self.readonly:
            raise StoreError(f"{self.name}: holds no timeline that this version can read; `timeline add` prepares it")
        with self._writing():
            steps.apply(self._db)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Make all that is done inside one change, or none.

        It takes the write lock at once: a transaction that begins by reading cannot wait for another writer later.
        """
        with speaking(self.name):
            if self.readonly:
                raise StoreError(f"{self.name}: is open for reading only")
            self._db.execute("BEGIN IMMEDIATE")
            try:
                with self._db.atomic():
                    yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Let everything read inside be of one moment."""
        with speaking(self.name), self._db.atomic():
            yield

    def _one(self, sql: str, values: tuple[str | int, ...] = ()) -> int:
        return int(self._db.execute(sql, values).fetchone()[0])

    def version(self) -> int:
        """Give a number that grows with every change."""
        with speaking(self.name):
            return self._one("SELECT coalesce(max(seq), 0) FROM log")

    def backup(self, path: str | Path) -> None:
        """Copy the store as it is now into a new file, while others use it; there by name only when it is whole."""
        target = Path(path)
        part = target.with_name(f".{target.name}.{uuid4().hex}.part")
        if target.exists():
            raise StoreError(f"{target}: is there already; a backup overwrites nothing")
        try:
            with speaking(str(target)):
                copy = connect(part, readonly=False)
                try:
                    self._db.conn.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE")
                finally:
                    copy.close()
            part.rename(target)
        except OSError as error:
            raise StoreError(f"{target}: {error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)

    # ---- writing ----------------------------------------------------------------------------------------------------

    def foresee(self, article: Article) -> Saved:
        """Say what saving an article would do, before the work of extracting its events.

        An article is known by its id. It is dated anew when a publish date was missing and is known now, or when a
        user gives another; a date that a user gave stays when the same file is read again without it.
        """
        with speaking(self.name):
            row = self._db.execute("SELECT published FROM articles WHERE id = ?", (article.id,)).fetchone()
        if row is None:
            return "added"
        known, published = row[0], article.published
        corrected = published is not None and (known is None or published.basis == "user") and published.value != known
        return "redated" if corrected else "unchanged"

    def save(self, timeline: Timeline) -> Saved:
        """Keep an article with its timexes, events and index in one change; say what became of it."""
        article = timeline.article
        with self._writing():
            saved = self.foresee(article)
            if saved == "unchanged":
                return saved
            if saved == "redated":
                changes.erase(self._db.conn, article.id)
            changes.write(self._db.conn, timeline)
            changes.note(self._db.conn, saved, article.id, article.published.value if article.published else None)
        return saved

    def remove(self, article: str) -> bool:
        """Take an article and its events out; the log keeps that it was there. False when there is none."""
        with self._writing():
            row = self._db.execute("SELECT sha256 FROM articles WHERE id = ?", (article,)).fetchone()
            if row is None:
                return False
            changes.erase(self._db.conn, article)
            self._db.execute("DELETE FROM articles WHERE id = ?", (article,))
            changes.note(self._db.conn, "removed", article, row[0])
        return True

    def rebuild(self, extract: Callable[[Article], Timeline]) -> Rebuilt:
        """Extract every stored article again, all in one change; give what is new, dated anew and gone."""
        with self._writing():
            articles = [row[0] for row in self._db.execute("SELECT id FROM articles ORDER BY seq")]
            found: list[Change] = []
            for article in articles:
                stored = self.stored(article)
                if stored:
                    before = changes.dates(self._db.conn, article)
                    changes.erase(self._db.conn, article)
                    changes.write(self._db.conn, extract(stored))
                    found += changes.between(before, changes.dates(self._db.conn, article))
            changes.note(self._db.conn, "rebuilt", None, f"{len(articles)} articles")
        return Rebuilt(len(articles), tuple(found))

    # ---- reading ----------------------------------------------------------------------------------------------------

    def events(self, filters: Filters | None = None, limit: int = DEFAULT_LIMIT, cursor: Cursor | None = None) -> Page:
        """Give a page of events in order: start, end, article, offset; the next one starts at `page.next`."""
        with self._reading():
            return lookup.page(self._db.conn, filters or Filters(), limit, cursor)

    def each_event(self, filters: Filters | None = None) -> Iterator[bytes]:
        """Yield every event that matches, in order, as the bytes of its JSON; memory does not grow with them."""
        with speaking(self.name):
            yield from lookup.each(self._db.conn, filters or Filters())

    def event(self, key: str) -> bytes | None:
        """Give one event as the bytes of its JSON, None when there is none of that id."""
        with speaking(self.name):
            return lookup.event(self._db.conn, key)

    def facets(self, filters: Filters | None = None) -> dict[str, dict[str, int]]:
        """Count the events by source, granularity, basis and modality, each without its own filter."""
        with self._reading():
            return lookup.facets(self._db.conn, filters or Filters())

    def density(self, filters: Filters | None = None, unit: str = "auto") -> Density:
        """Count the dated events by day, month or year; `auto` fits the unit to their span."""
        with self._reading():
            return density(self._db.conn, filters or Filters(), unit)

    def articles(self, limit: int = DEFAULT_LIMIT, cursor: str | None = None) -> ArticlePage:
        """Give a page of articles by publish date, those without one last; QueryError when the cursor is not ours."""
        with self._reading():
            return lookup.articles(self._db.conn, limit, cursor)

    def article(self, key: str) -> Record | None:
        """Give an article with its text, blocks, timexes and what became of each; None when there is none."""
        with self._reading():
            return lookup.article(self._db.conn, key)

    def stored(self, key: str) -> Article | None:
        """Give an article as it was read, None when there is none of that id."""
        with speaking(self.name):
            return lookup.stored(self._db.conn, key)

"""Timelines in, pages of events out: the SQLite file that keeps them, each article whole or not at all.

A Store is one connection, bound to its thread; open one a request. Every failure is a StoreError of one clear line.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from timeline.calendar import Interval
from timeline.model import Article, Timeline
from timeline.query import DEFAULT_LIMIT, Cursor, Filters
from timeline.record import Record
from timeline.store import log
from timeline.store.asking import lookup
from timeline.store.asking.density import Density, density
from timeline.store.asking.facets import Facets, facets
from timeline.store.asking.lookup import ArticlePage, Page
from timeline.store.asking.pages import Pages
from timeline.store.asking.span import span
from timeline.store.checking import check
from timeline.store.connection import WAIT, StoreError, connect, speaking
from timeline.store.copies import copy, copy_before
from timeline.store.log import Entry
from timeline.store.moment import mark
from timeline.store.saving import articles as saving
from timeline.store.saving import inputs
from timeline.store.saving.articles import Kept, Part, Rebuilt, Saved
from timeline.store.saving.inputs import Held, Reached
from timeline.store.saving.prepared import prepare
from timeline.store.saving.versions import Version
from timeline.store.steps import APPLICATION_ID, STEPS, migrations


class Store(Pages):
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
        if applied:
            self._copy_first(applied)
        with self._writing():
            steps.apply(self._db)

    def _copy_first(self, applied: set[str]) -> None:
        """Keep a copy of the file as it was beside it, before its shape changes."""
        path = self._db.execute("PRAGMA database_list").fetchone()[2]
        if path:
            copy_before(self._db.conn, Path(path), next(name for name, _ in STEPS if name not in applied))

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

    def hold(self) -> str:
        """Let all that is read until the store is closed be of this moment, whatever others write; give its mark.

        The mark is another one after each change, and in each other file.
        """
        with speaking(self.name):
            self._db.execute("BEGIN")
            return mark(self._db.conn, self.name)

    def backup(self, path: str | Path) -> None:
        """Copy the store as it is now into a new file, while others use it; there by name only when it is whole."""
        copy(self._db.conn, Path(path))

    def faults(self) -> Iterator[str]:
        """Yield a line for each thing in the file that is not as it must be; nothing when all is well."""
        with self._reading():
            yield from check.faults(self._db.conn)

    # ---- writing ----------------------------------------------------------------------------------------------------

    def foresee(self, article: Article) -> Saved:
        """Say what saving an article would do, before the work of extracting its events.

        An article is known by its id. It is dated anew when a publish date was missing and is known for sure now, or
        when a user gives another; a date that a user gave stays when the same file is read again without it.
        """
        published = article.published
        with speaking(self.name):
            version = Version(article.id, published.value if published else None, article.reader)
            basis = published.basis if published else None
            return saving.foresee(self._db.conn, version, basis, "\n".join(article.notes))

    def save(self, timeline: Timeline) -> Saved:
        """Keep an article with its timexes, events and index in one change; say what became of it."""
        prepared = prepare(timeline)
        with self._writing():
            return saving.save(self._db.conn, prepared).saved

    def date(self, timeline: Timeline, *, undated: bool = False) -> Saved | None:
        """Keep a stored article with the date it was given, and its events anew.

        None when it was removed meanwhile, or, of one that has to be `undated`, when it was given a date meanwhile.
        """
        prepared = prepare(timeline)
        with self._writing():
            may_be = saving.may_be_dated(self._db.conn, prepared.id, undated=undated)
            return saving.save(self._db.conn, prepared).saved if may_be else None

    def keep(self, parts: Sequence[Part]) -> list[list[Kept]]:
        """Keep parts of inputs in one change, with how far each input is stored; say what became of each article."""
        with self._writing():
            return saving.keep(self._db.conn, parts)

    def remove(self, article: str) -> bool:
        """Take an article and its events out; the log keeps that it was there. False when there is none."""
        with self._writing():
            return saving.remove(self._db.conn, article)

    def rebuild(self, extract: Callable[[Article], Timeline]) -> Rebuilt:
        """Extract every stored article again, all in one change; give what is new, dated anew and gone.

        An interruption says that nothing was changed.
        """
        try:
            with self._writing():
                return saving.rebuild(self._db.conn, extract)
        except KeyboardInterrupt:
            raise KeyboardInterrupt("nothing was changed") from None

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

    def facets(self, filters: Filters | None = None) -> Facets:
        """Count the events by source, granularity, basis and modality, each without its own filter."""
        with self._reading():
            return facets(self._db.conn, filters or Filters())

    def density(self, filters: Filters | None = None, unit: str = "auto") -> Density:
        """Count the dated events that match in bins of a day, month or year, `auto` for what their span suggests.

        Raises QueryError naming `unit` when it is none of these or gives more than 10,000 bins.
        """
        with self._reading():
            return density(self._db.conn, filters or Filters(), unit)

    def span(self, filters: Filters | None = None) -> Interval | None:
        """Give the first start and the last end of the events that match and have both; None when none has."""
        with self._reading():
            return span(self._db.conn, filters or Filters())

    def articles(self, limit: int = DEFAULT_LIMIT, cursor: str | None = None) -> ArticlePage:
        """Give a page of articles by publish date, those without one last; QueryError when the cursor is not ours."""
        with self._reading():
            return lookup.articles(self._db.conn, limit, cursor)

    def article(self, key: str) -> Record | None:
        """Give an article with its text, blocks, timexes and what became of each; None when there is none."""
        with self._reading():
            return lookup.article(self._db.conn, key)

    def log(self, article: str | None = None) -> Iterator[Entry]:
        """Yield the lines of the log, oldest first; those of one article when its id is given."""
        with speaking(self.name):
            yield from log.entries(self._db.conn, article)

    def reached(self, path: str, options: str) -> Reached | None:
        """Say how far an input is stored, None when it is not."""
        with speaking(self.name):
            return inputs.reached(self._db.conn, path, options)

    def held(self, path: str, options: str) -> Held:
        """Give what an input gave when it was read: its articles and what was refused."""
        with self._reading():
            return inputs.held(self._db.conn, path, options)

    def stored(self, key: str) -> Article | None:
        """Give an article as it was read, None when there is none of that id."""
        with speaking(self.name):
            return lookup.stored(self._db.conn, key)

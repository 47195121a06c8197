"""An open store in, what its pages need beside events out: neighbours, times that are no dates, age, saved views."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from sqlite_utils import Database

from timeline.model import Span
from timeline.record import Record
from timeline.store.asking.beside import Neighbour, Standing, Timeless, as_of, neighbours, standing, timeless, titles
from timeline.store.asking.lookup import article_part
from timeline.store.connection import speaking
from timeline.store.views import View, forget, keep, kept


class Pages:
    """The part of a store that only pages ask; `Store` is the whole."""

    name: str
    _db: Database

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def neighbours(self, key: str) -> tuple[Neighbour | None, Neighbour | None]:
        """Give the articles before and after one by publish date."""
        with speaking(self.name):
            return neighbours(self._db.conn, key)

    def standing(self, key: str) -> Standing | None:
        """Give the text and the versions of an article without its events; None when there is none of this id."""
        with speaking(self.name):
            return standing(self._db.conn, key)

    def article_part(self, key: str, span: Span) -> Record | None:
        """Give an article with what stands inside a span of its text alone; None when there is none of this id."""
        with speaking(self.name):
            return article_part(self._db.conn, key, span)

    def titles(self, keys: Sequence[str]) -> dict[str, str | None]:
        """Give the titles of those of some articles that are there."""
        with speaking(self.name):
            return titles(self._db.conn, keys)

    def timeless(self, articles: tuple[str, ...], limit: int) -> list[Timeless]:
        """Give lengths and recurring times of some articles: what cannot stand on a line of time."""
        with speaking(self.name):
            return timeless(self._db.conn, articles, limit)

    def as_of(self) -> str | None:
        """Give when the store was last changed, ISO 8601 in UTC; None when nothing ever was."""
        with speaking(self.name):
            return as_of(self._db.conn)

    def views(self) -> list[View]:
        """Give the saved views by name."""
        with speaking(self.name):
            return kept(self._db.conn)

    def save_view(self, name: str, query: str) -> None:
        """Keep the filters of an address under a name; one of that name is replaced."""
        with self._writing():
            keep(self._db.conn, View(name, query))

    def drop_view(self, name: str) -> bool:
        """Forget a saved view; False when there is none of that name."""
        with self._writing():
            return forget(self._db.conn, name)

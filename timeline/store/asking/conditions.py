"""Filters and cursors in, SQL conditions with their values out.

Values never enter the SQL text. Each condition names the index of `event_keys` that answers it in order, so that a page
is the first rows of some ordered runs laid together. Dated and undated events are apart: a NULL has no place in a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.query import Cursor, Filters
from timeline.store.kept import MONTH_WIDE, NARROW, OPEN, WIDE, YEAR_WIDE, YEARLY

DATED_KEY = "start_key, end_key, article, place"
WIDTH_KEY = "at, end_key, article, place"  # within one width it sorts as DATED_KEY does
EVERY_KEY = "every_key"  # those of older versions of a text too, which come by the id of their article alone
_WIDE = "wide > 0 AND wide"  # in the words of the index, or SQLite does not see that it may use it
FACETS = ("source", "granularity", "basis", "modality")


class Condition(NamedTuple):
    """A WHERE clause (without the word) over `event_keys` and its values."""

    where: str = "1"
    values: tuple[str | int | bytes | None, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        """Ask for both."""
        return Condition(f"{self.where} AND {other.where}", (*self.values, *other.values))


EVERYTHING = Condition()
UNDATED = Condition("start_key IS NULL AND end_key IS NULL")


class Run(NamedTuple):
    """Rows that an index gives in order: its name, which of its rows, and the columns of its order."""

    name: str
    condition: Condition
    key: str = DATED_KEY

    @property
    def source(self) -> str:
        """Name the table with the index, as FROM wants it."""
        return self.name if self.name == EVERY_KEY else f"event_keys INDEXED BY {self.name}"

    def __and__(self, other: Condition) -> Run:
        """Ask for less."""
        return self._replace(condition=self.condition & other)


def chosen(filters: Filters, columns: Iterable[str] = (*FACETS, "article")) -> Condition:
    """Ask for the values chosen in these columns."""
    condition = EVERYTHING
    for column in columns:
        wanted: tuple[str, ...] = getattr(filters, column)
        if wanted:
            condition &= Condition(f"{column} IN ({', '.join('?' * len(wanted))})", wanted)
    return condition


def inside(filters: Filters) -> Condition:
    """Ask for dated events that start in the stretch asked for."""
    condition = Condition("start_key IS NOT NULL")
    if filters.since is not None:
        condition = Condition("start_key >= ?", (filters.since,))
    return condition & Condition("start_key < ?", (filters.before,)) if filters.before is not None else condition


def reaching(filters: Filters) -> Iterator[tuple[int, Run]]:
    """Yield, for each width, what starts before the stretch asked for and reaches into it."""
    since = filters.since
    if since is None:
        return
    narrow = f"end_key - start_key <= {MONTH_WIDE} AND start_key > ? AND start_key < ? AND end_key > ?"
    yield NARROW, Run("keys_in_order", Condition(narrow, (since - MONTH_WIDE, since, since)))
    yearly = Condition(f"{_WIDE} = {YEARLY} AND at > ? AND at < ? AND end_key > ?", (since - YEAR_WIDE, since, since))
    yield YEARLY, Run("keys_by_width", yearly, WIDTH_KEY)
    yield (
        WIDE,
        Run("keys_by_width", Condition(f"{_WIDE} = {WIDE} AND at < ? AND end_key > ?", (since, since)), WIDTH_KEY),
    )
    yield OPEN, opened(Condition("at >= ?", (since,)))


def opened(condition: Condition = EVERYTHING) -> Run:
    """Ask for events with an open beginning."""
    return Run("keys_by_width", Condition(f"{_WIDE} = {OPEN}") & condition, WIDTH_KEY)


def of_articles(filters: Filters, *, dated: bool) -> Run:
    """Ask for events of the articles chosen; they are few, and sorted when found."""
    time = UNDATED
    if dated:
        time = Condition("start_key IS NOT NULL")
        if filters.before is not None:
            time &= Condition("start_key < ?", (filters.before,))
        if filters.since is not None:
            time &= Condition("end_key > ?", (filters.since,))
    return Run(EVERY_KEY, chosen(filters) & time)


def after(cursor: Cursor | None, order: str, *, dated: bool) -> Condition:
    """Ask for what stands after a cursor."""
    if cursor is None or (cursor.start is None) == dated:
        return EVERYTHING
    sign = ">" if order == "asc" else "<"
    if not dated:
        return Condition(f"(article, place) {sign} (?, ?)", cursor[2:])
    return Condition(f"({DATED_KEY}) {sign} (?, ?, ?, ?)", cursor)


def order_by(key: str, order: str) -> str:
    """Write the ORDER BY of a key."""
    return key if order == "asc" else key.replace(",", " DESC,") + " DESC"

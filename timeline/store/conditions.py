"""Filters and cursors in, SQL conditions with their values out; with `words`, the only place that turns questions into SQL.

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
FACETS = ("source", "granularity", "basis", "modality")
MANY = 50  # sources asked for at once, above which one look through all rows is cheaper than one run for each


class Condition(NamedTuple):
    """A WHERE clause (without the word) over `event_keys` and its values."""

    where: str = "1"
    values: tuple[str | int | bytes | None, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        """Ask for both."""
        return Condition(f"{self.where} AND {other.where}", (*self.values, *other.values))


class Run(NamedTuple):
    """Rows that an index gives in order: its name, which of its rows, and the columns of its order."""

    name: str
    condition: Condition
    key: str = DATED_KEY

    @property
    def source(self) -> str:
        """Name the table with the index, as FROM wants it."""
        return f"event_keys INDEXED BY {self.name}"


def chosen(filters: Filters, columns: Iterable[str] = (*FACETS, "article")) -> Condition:
    """Ask for the values chosen in these columns."""
    condition = Condition()
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


def reaching(filters: Filters) -> Iterator[tuple[int, Condition]]:
    """Yield, for each width, what starts before the stretch asked for and reaches into it."""
    since = filters.since
    if since is None:
        return
    for wide, reach in ((NARROW, MONTH_WIDE), (YEARLY, YEAR_WIDE)):
        values = (wide, since - reach, since, since)
        yield wide, Condition("wide = ? AND at > ? AND at < ? AND end_key > ?", values)
    yield WIDE, Condition("wide = ? AND at < ? AND end_key > ?", (WIDE, since, since))
    yield OPEN, Condition("wide = ? AND at >= ?", (OPEN, since))


UNDATED = Condition("start_key IS NULL AND end_key IS NULL")


def dated_runs(filters: Filters, kinds: list[tuple[str | None, str, str]]) -> list[Run]:
    """Give the runs of dated events; `kinds` are the granularities, bases and modalities that match and occur."""
    if not filters.article:
        over = [Run("keys_by_width", each & chosen(filters), WIDTH_KEY) for _, each in reaching(filters)]
        return [*over, *_runs(filters, inside(filters), kinds)]
    before = Condition() if filters.before is None else Condition("start_key < ?", (filters.before,))
    after = Condition() if filters.since is None else Condition("end_key > ?", (filters.since,))
    return [Run("keys_by_article", chosen(filters) & Condition("start_key IS NOT NULL") & before & after)]


def undated_runs(filters: Filters, kinds: list[tuple[str | None, str, str]]) -> list[Run]:
    """Give the runs of undated events; no from or to can tell them in or out."""
    if filters.article:
        return [Run("keys_by_article", chosen(filters) & UNDATED)]
    return _runs(filters, UNDATED, kinds)


def _runs(filters: Filters, time: Condition, kinds: list[tuple[str | None, str, str]]) -> list[Run]:
    kind = chosen(filters, FACETS[1:])
    if 0 < len(filters.source) <= MANY:
        return [Run("keys_by_source", Condition("source = ?", (name,)) & time & kind) for name in filters.source]
    if filters.source or kind == Condition():
        return [Run("keys_in_order", time & chosen(filters))]
    one = "granularity IS ? AND basis = ? AND modality = ?"
    return [Run("keys_by_kind", Condition(one, values) & time) for values in kinds]


def after(cursor: Cursor | None, order: str, *, dated: bool) -> Condition:
    """Ask for what stands after a cursor."""
    if cursor is None or (cursor.start is None) == dated:
        return Condition()
    sign = ">" if order == "asc" else "<"
    if not dated:
        return Condition(f"(article, place) {sign} (?, ?)", cursor[2:])
    return Condition(f"({DATED_KEY}) {sign} (?, ?, ?, ?)", cursor)


def order_by(key: str, order: str) -> str:
    """Write the ORDER BY of a key."""
    return key if order == "asc" else key.replace(",", " DESC,") + " DESC"

"""Filters in, how many events each choice of a facet would give out.

What matches is counted by source, and by granularity, basis and modality together, mostly from counts kept at save.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from timeline.calendar import DAY, MONTH, SECOND, YEAR, Granularity
from timeline.query import Filters
from timeline.store.asking.conditions import FACETS, Condition, Run, chosen, of_articles
from timeline.store.asking.counts import COUNTED, bounds, one_by_one, outside
from timeline.store.asking.pieces import Piece, pieces
from timeline.store.asking.runs import found_in

_COLUMNS = ", ".join(FACETS)

Row = tuple[Any, Any, Any, Any, int]  # the four columns of FACETS and how many
Asked = tuple[str, tuple[str | int | bytes | None, ...]]  # a statement and its values


class Facets(dict[str, dict[str, int]]):
    """The counts by facet and value, the most frequent value first.

    exact is False where words hold too many events to look at: then COUNTED of them were counted, the earliest, and
    every count says "at least".
    """

    def __init__(self, counts: dict[str, dict[str, int]], *, exact: bool) -> None:
        super().__init__(counts)
        self.exact = exact


def facets(db: sqlite3.Connection, filters: Filters) -> Facets:
    """Count the events that match by each facet without its own filter: what choosing another value would give."""
    if filters.text:
        return _of_words(db, filters)
    sources = _rows(db, _asked(replace(filters, source=()), "source"))
    kinds = _rows(db, _asked(replace(filters, granularity=(), basis=(), modality=()), "kinds"))
    facet = {name: _facet(kinds if place else sources, name, filters) for place, name in enumerate(FACETS)}
    return Facets(facet, exact=True)


def _facet(rows: list[Row], name: str, filters: Filters) -> dict[str, int]:
    """Sum by one column the rows that match in the others; rows by source were asked for with the others chosen."""
    for other, column in enumerate(FACETS[1:], start=1):
        wanted = frozenset(getattr(filters, column))
        if wanted and name not in (column, "source"):
            rows = [row for row in rows if row[other] in wanted]
    place = FACETS.index(name)
    found: dict[Any, int] = {}
    for row in rows:
        value = row[place]
        found[value] = found.get(value, 0) + row[4]
    return dict(
        sorted(((value, count) for value, count in found.items() if value), key=lambda item: (-item[1], item[0]))
    )


def _rows(db: sqlite3.Connection, asked: Iterable[Asked]) -> list[Row]:
    return [row for sql, values in asked for row in db.execute(sql, values)]


def _asked(filters: Filters, by: str) -> Iterator[Asked]:
    """Ask how many match by source, or by granularity, basis and modality together ("kinds")."""
    for dated, wanted in ((True, filters.undated != "only"), (False, filters.undated != "no")):
        if not wanted:
            continue
        if filters.article:
            yield _of_run(of_articles(filters, dated=dated), by)
        elif dated and (filters.from_ or filters.to):
            yield from _asked_by_time(filters, by)
        else:
            table = "source_totals" if by == "source" or filters.source else "totals"
            yield _sums(table, chosen(filters) & Condition("dated = ?", (dated,)), by)


def _asked_by_time(filters: Filters, by: str) -> Iterator[Asked]:
    if by == "source":
        units: tuple[Granularity, ...] = (YEAR, MONTH)
    else:
        units = (MONTH,) if filters.source else (MONTH, DAY)
    for piece in pieces(*bounds(filters), units):
        if piece.unit == SECOND:
            for run in one_by_one(filters, piece):
                yield _of_run(run, by)
        else:
            yield _of_piece(filters, piece, by)
    for run in outside(filters):
        yield _of_run(run, by)


def _of_piece(filters: Filters, piece: Piece, by: str) -> Asked:
    column = piece.unit.word
    condition = Condition(f"{column} >= ? AND {column} < ?", piece[1:]) & chosen(filters)
    if piece.unit == YEAR:
        # What is kept by kind too has a hundred times as many rows.
        of_a_kind = filters.granularity or filters.basis or filters.modality
        return _sums("year_counts" if of_a_kind else "source_years", condition, by)
    if by == "source":
        # All sources by name: the months of each stand together, and there is no second table by month alone.
        condition &= Condition("source IN (SELECT DISTINCT source FROM source_totals)")
    return _sums("source_counts" if by == "source" or filters.source else f"{column}_totals", condition, by)


_GROUPS = {  # the columns of a row as `_facet` wants them, and those that are grouped by
    "source": ("source, NULL, NULL, NULL", "source"),
    "kinds": ("NULL, granularity, basis, modality", "granularity, basis, modality"),
}


def _sums(table: str, condition: Condition, by: str) -> Asked:
    columns, group = _GROUPS[by]
    return f"SELECT {columns}, sum(n) FROM {table} WHERE {condition.where} GROUP BY {group}", condition.values  # noqa: S608


def _of_run(run: Run, by: str) -> Asked:
    columns, group = _GROUPS[by]
    where, values = run.condition
    return f"SELECT {columns}, count(*) FROM {run.source} WHERE {where} GROUP BY {group}", values  # noqa: S608


# ---- words ------------------------------------------------------------------------------------------------------


def _of_words(db: sqlite3.Connection, filters: Filters) -> Facets:
    """Count by facet what holds the words; facets without a filter of their own share one look."""
    exact, shared = True, None
    counts = {}
    for name in FACETS:
        own = getattr(filters, name)
        if own or shared is None:
            rows = _rows_of_words(db, replace(filters, **{name: ()}))  # type: ignore[arg-type]  # all are tuples
            shared = shared if own else rows
        else:
            rows = shared
        exact = exact and sum(row[4] for row in rows) <= COUNTED
        counts[name] = _facet(rows, name, Filters())
    return Facets(counts, exact=exact)


def _rows_of_words(db: sqlite3.Connection, filters: Filters) -> list[Row]:
    found: list[Row] = []
    for dated, wanted in ((True, filters.undated != "only"), (False, filters.undated != "no")):
        for part in found_in(filters, dated=dated) if wanted else ():
            left = COUNTED + 1 - sum(row[4] for row in found)
            rows = f"SELECT {_COLUMNS} FROM {part.keyed} LIMIT ?"  # noqa: S608  values are bound
            sql = f"SELECT {_COLUMNS}, count(*) FROM ({rows}) GROUP BY {_COLUMNS}"  # noqa: S608
            found += _rows(db, [(sql, (*part.values, left))])
    return found

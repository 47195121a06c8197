"""Filters in, how many events each choice of a facet would give out.

What matches the dates is counted once by source, granularity, basis and modality together, mostly from counts kept at
save; each facet is a sum over those few thousand rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from timeline.calendar import MONTH, YEAR
from timeline.query import Filters
from timeline.store.conditions import FACETS, Run, of_articles
from timeline.store.counts import COUNTED, bounds, one_by_one, outside
from timeline.store.pieces import Piece, pieces
from timeline.store.runs import found_in

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
    rows = _rows(db, _asked(filters))
    return Facets({name: _facet(rows, name, filters) for name in FACETS}, exact=True)


def _facet(rows: list[Row], name: str, filters: Filters) -> dict[str, int]:
    """Sum by one column the rows that match in the others."""
    for other, column in enumerate(FACETS):
        wanted = frozenset(getattr(filters, column))
        if wanted and column != name:
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


def _asked(filters: Filters) -> Iterator[Asked]:
    """Ask for all combinations that match the dates and articles, whatever else is filtered."""
    free = replace(filters, source=(), granularity=(), basis=(), modality=())
    states = [
        dated for dated, wanted in ((True, filters.undated != "only"), (False, filters.undated != "no")) if wanted
    ]
    for dated in states:
        if filters.article:
            yield _of_run(of_articles(free, dated=dated))
        elif dated and (filters.from_ or filters.to):
            yield from _asked_by_time(free)
        else:
            yield f"SELECT {_COLUMNS}, n FROM source_totals WHERE dated = ?", (dated,)  # noqa: S608


def _asked_by_time(free: Filters) -> Iterator[Asked]:
    for piece in pieces(*bounds(free), (YEAR, MONTH)):
        yield from _asked_of(free, piece)
    yield from map(_of_run, outside(free))


def _asked_of(free: Filters, piece: Piece) -> Iterator[Asked]:
    sums = f"SELECT {_COLUMNS}, sum(n) FROM"
    if piece.unit == YEAR:
        yield f"{sums} year_counts WHERE year >= ? AND year < ? GROUP BY {_COLUMNS}", piece[1:]
        return
    if piece.unit == MONTH:
        # All sources by name: the months of each stand together, and there is no second table by month alone.
        each = "source IN (SELECT DISTINCT source FROM source_totals)"
        yield f"{sums} source_counts WHERE {each} AND month >= ? AND month < ? GROUP BY {_COLUMNS}", piece[1:]
        return
    yield from map(_of_run, one_by_one(free, piece))


def _of_run(run: Run) -> Asked:
    return _grouped(f"{run.source} WHERE {run.condition.where}"), run.condition.values


def _grouped(source: str) -> str:
    return f"SELECT {_COLUMNS}, count(*) FROM {source} GROUP BY {_COLUMNS}"  # noqa: S608  values are bound


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
            rows = f"(SELECT {_COLUMNS} FROM {part.keyed} LIMIT ?)"  # noqa: S608  values are bound
            found += _rows(db, [(_grouped(rows), (*part.values, left))])
    return found

"""Filters in, how many events match out: from the counts kept at save wherever there are some.

An event overlaps a stretch when it counts inside it (its `at`), or began before and reaches in, or has an open
beginning and ends later. The first are many and counted already, the others are few and looked at one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, MONTH, SECOND, Granularity
from timeline.query import Filters
from timeline.store.asking.conditions import WIDTH_KEY, Condition, Run, chosen, of_articles, opened, reaching
from timeline.store.asking.pieces import EVER, Piece, pieces, start_of
from timeline.store.asking.runs import found_in
from timeline.store.kept import OPEN
from timeline.store.words import PLANNED

COUNTED = 10_000  # of what holds a word, or is in given articles: above it a count says "at least"
IS_PLANNED = f"modality IN {PLANNED}"
FLOOR_DAY = f"({{at}} - ({{at}} % {DAY_SECONDS} + {DAY_SECONDS}) % {DAY_SECONDS}) / {DAY_SECONDS}"


class Tally(NamedTuple):
    """Some events that match: how many, and how many of them are planned or possible."""

    number: int
    planned: int


class Edge(NamedTuple):
    """Events that match and count outside the stretch asked for, and the first and last instant where they count."""

    tally: Tally
    first: int
    last: int


def total(db: sqlite3.Connection, filters: Filters) -> int:
    """Count what matches; what holds words is counted up to COUNTED + 1."""
    dated, undated = filters.undated != "only", filters.undated != "no"
    if filters.text or filters.article:
        return sum(_bounded(db, filters, dated=each) for each in (True, False) if (dated if each else undated))
    if filters.from_ is None and filters.to is None:
        return sum(_kept(db, filters, dated=each) for each in (True, False) if (dated if each else undated))
    found = _kept(db, filters, dated=False) if undated else 0
    if dated:
        found += sum(tally.number for tally in by_unit(db, filters, MONTH, bounds(filters)).values())
        found += sum(edge.tally.number for edge in edges(db, filters))
    return found


def _kept(db: sqlite3.Connection, filters: Filters, *, dated: bool) -> int:
    where, values = chosen(filters)
    table = "source_totals" if filters.source else "totals"
    sql = f"SELECT coalesce(sum(n), 0) FROM {table} WHERE dated = ? AND {where}"  # noqa: S608  values are bound
    return int(db.execute(sql, (dated, *values)).fetchone()[0])


def _bounded(db: sqlite3.Connection, filters: Filters, *, dated: bool) -> int:
    found = 0
    if filters.text:
        asked = [part.numbered for part in found_in(filters, dated=dated)]
    else:
        run = of_articles(filters, dated=dated)
        asked = [(f"{run.source} WHERE {run.condition.where}", run.condition.values)]
    for source, values in asked:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT ?)"  # noqa: S608  values are bound
        found += db.execute(sql, (*values, COUNTED + 1 - found)).fetchone()[0]
    return found


# ---- by time ----------------------------------------------------------------------------------------------------


def bounds(filters: Filters) -> tuple[int, int]:
    """Give the stretch asked for, -EVER and EVER where it has no bound."""
    since, before = filters.since, filters.before
    return -EVER if since is None else since, EVER if before is None else before


def by_unit(db: sqlite3.Connection, filters: Filters, unit: Granularity, stretch: tuple[int, int]) -> dict[int, Tally]:
    """Count what counts inside a stretch, by the instant at which each day or month begins.

    MONTH gives months, where the stretch cuts one its days; DAY gives days. Words, articles and the dates asked for
    are not looked at.
    """
    units: tuple[Granularity, ...] = (MONTH, DAY) if unit == MONTH else (DAY,)
    if filters.source:
        units = (MONTH,) if unit == MONTH else ()
    found: dict[int, Tally] = {}
    for piece in pieces(*stretch, units):
        for number, count, planned in _histogram(db, filters, piece):
            start = piece_start(piece.unit, number)
            before = found.get(start, Tally(0, 0))
            found[start] = Tally(before.number + count, before.planned + planned)
    return found


def piece_start(unit: Granularity, number: int) -> int:
    """Give the instant at which a day or month begins; what was counted one by one is given by day."""
    return start_of(DAY if unit == SECOND else unit, number)


def _histogram(db: sqlite3.Connection, filters: Filters, piece: Piece) -> Iterator[tuple[int, int, int]]:
    if piece.unit == SECOND:
        for run in one_by_one(filters, piece):
            at = "at" if run.key == WIDTH_KEY else "start_key"
            day = FLOOR_DAY.format(at=at)
            sql = f"SELECT {day}, count(*), sum({IS_PLANNED}) FROM {run.source} WHERE {run.condition.where} GROUP BY 1"  # noqa: S608
            yield from db.execute(sql, run.condition.values)
        return
    column = "month" if piece.unit == MONTH else "day"
    table = "source_counts" if filters.source else f"{column}_totals"
    where, values = chosen(filters) & Condition(f"{column} >= ? AND {column} < ?", (piece.first, piece.last))
    sql = f"SELECT {column}, sum(n), sum(n * ({IS_PLANNED})) FROM {table} WHERE {where} GROUP BY 1"  # noqa: S608
    yield from db.execute(sql, values)


def one_by_one(filters: Filters, piece: Piece) -> Iterator[Run]:
    """Yield the runs of the keys that count in a stretch of instants."""
    stretch = (piece.first, piece.last)
    started = Condition("start_key >= ? AND start_key < ?", stretch)  # open beginnings lie far below all instants
    yield Run("keys_in_order", started & chosen(filters))
    yield opened(Condition("at >= ? AND at < ?", stretch) & chosen(filters))


def outside(filters: Filters) -> Iterator[Run]:
    """Ask for what overlaps the stretch asked for and counts outside of it, before and after."""
    for wide, run in reaching(filters):
        if wide != OPEN:
            yield run & chosen(filters)
    if filters.before is not None:
        yield opened(Condition("at >= ?", (filters.before,)) & chosen(filters))


def edges(db: sqlite3.Connection, filters: Filters) -> list[Edge]:
    """Count what overlaps the stretch asked for and counts outside of it; words and articles are not looked at."""
    found = []
    for run in outside(filters):
        at = "at" if run.key == WIDTH_KEY else "start_key"  # the same here; each index holds one of them
        columns = f"count(*), coalesce(sum({IS_PLANNED}), 0), min({at}), max({at})"
        sql = f"SELECT {columns} FROM {run.source} WHERE {run.condition.where}"  # noqa: S608  values are bound
        count, planned, first, last = db.execute(sql, run.condition.values).fetchone()
        if count:
            found.append(Edge(Tally(count, planned), first, last))
    return found

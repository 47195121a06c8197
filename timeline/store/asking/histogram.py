"""Filters in, the events that match counted by day or month out.

From kept counts, from the row numbers that the index of words gives, or one by one.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.calendar import DAY, DAY_SECONDS, MONTH, Granularity
from timeline.lines import loads
from timeline.query import Filters
from timeline.store import words
from timeline.store.asking.conditions import EVERYTHING, Condition, of_articles
from timeline.store.asking.counts import IS_PLANNED, Tally, bounds, by_unit, edges
from timeline.store.asking.pieces import number_of, start_of
from timeline.store.asking.runs import Found, found_in, started_in
from timeline.store.kept import OPEN
from timeline.store.ranks import COUNTER_BITS, OPEN_CODE, day_of, first_rank, last_rank

LOOKED_AT = 250_000  # events that hold the words: above it counts say "at least"


class Bin(NamedTuple):
    """A stretch `[start, end)` in instants of civil time, how many events count in it, how many of them are planned.

    planned counts the modalities planned and possible.
    """

    start: int
    end: int
    count: int  # type: ignore[assignment]  # tuple.count is of no use on a bin, and JSON says count
    planned: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """What was counted.

    counts          by the instant at which a day or month begins
    before, behind  what counts outside the stretch asked for and overlaps it, None where nothing does
    exact           False when there was more than could be looked at
    """

    counts: dict[int, Tally]
    before: Bin | None = None
    behind: Bin | None = None
    exact: bool = True


def histogram(db: sqlite3.Connection, filters: Filters) -> Histogram:
    """Count dated events that match by month; of articles, and where the stretch cuts a month, by day."""
    if filters.text:
        return _of_words(db, filters, MONTH)
    if filters.article:
        return _of_articles(db, filters)
    made = Histogram(by_unit(db, filters, MONTH, bounds(filters)))
    for edge in edges(db, filters):
        made = _with_edge(made, filters, edge.first, edge.last, edge.tally)
    return made


def by_day(db: sqlite3.Connection, filters: Filters, made: Histogram) -> Histogram:
    """Count by day what was counted by month; what lies outside the stretch asked for is known already."""
    if not made.counts or filters.article:
        return made
    if filters.text:
        return _of_words(db, filters, DAY)
    first, last = (number_of(instant, MONTH) for instant in (min(made.counts), max(made.counts)))
    since, before = bounds(filters)
    months = max(since, start_of(MONTH, first)), min(before, start_of(MONTH, last + 1))
    return replace(made, counts=by_unit(db, filters, DAY, months))


def _with_edge(made: Histogram, filters: Filters, first: int, last: int, tally: Tally) -> Histogram:
    """Add events that count outside the stretch asked for, before it or behind it."""
    since, before = bounds(filters)
    if first < since:
        return replace(made, before=_joined(made.before, Bin(first, since, *tally)))
    return replace(made, behind=_joined(made.behind, Bin(before, last + 1, *tally)))


def _joined(one: Bin | None, other: Bin) -> Bin:
    if one is None:
        return other
    count, planned = one.count + other.count, one.planned + other.planned
    return Bin(min(one.start, other.start), max(one.end, other.end), count, planned)


def _with_each(made: Histogram, filters: Filters, rows: Iterable[tuple[int, int]]) -> Histogram:
    """Add events given by the instant at which each counts and whether it is planned."""
    since, before = bounds(filters)
    days, planned_days = Counter[int](), Counter[int]()
    for at, planned in rows:
        if since <= at < before:
            day = at - at % DAY_SECONDS
            days[day] += 1
            planned_days[day] += planned
        else:
            made = _with_edge(made, filters, at, at, Tally(1, planned))
    counts = dict(made.counts)
    for day, count in days.items():
        known = counts.get(day, Tally(0, 0))
        counts[day] = Tally(known.number + count, known.planned + planned_days[day])
    return replace(made, counts=counts)


def _of_articles(db: sqlite3.Connection, filters: Filters) -> Histogram:
    run = of_articles(filters, dated=True)
    sql = f"SELECT at, {IS_PLANNED} FROM {run.source} WHERE {run.condition.where}"  # noqa: S608  values are bound
    return _with_each(Histogram({}), filters, db.execute(sql, run.condition.values))


# ---- words ------------------------------------------------------------------------------------------------------


def _of_words(db: sqlite3.Connection, filters: Filters, unit: Granularity) -> Histogram:
    """Count what holds the words: from the row numbers alone, the few that reach in or begin openly one by one."""
    days, planned = _days(db, filters, words.expression(filters)), list[int]()
    if days and (not filters.modality or set(filters.modality) & set(words.PLANNED)):
        planned = _days(db, filters, words.planned(filters))
    made = Histogram(_gathered(days, planned, unit), exact=len(days) < LOOKED_AT)
    last = last_rank(OPEN_CODE)
    ends_later = EVERYTHING if filters.since is None else Condition("at >= ?", (filters.since,))
    for part in found_in(filters, dated=True)[:-1]:
        if part.last != last:
            made = _with_each(made, filters, _each(db, part))
    opened = Found(words.expression(filters, OPEN), first_rank(OPEN_CODE), last, ends_later)
    return _with_each(made, filters, _each(db, opened))


def _each(db: sqlite3.Connection, part: Found) -> Iterable[tuple[int, int]]:
    return db.execute(f"SELECT at, {IS_PLANNED} FROM {part.keyed} LIMIT ?", (*part.values, LOOKED_AT))  # noqa: S608


def _gathered(days: Sequence[int], planned: Sequence[int], unit: Granularity) -> dict[int, Tally]:
    """Count sorted day numbers by unit; `planned` are those of the planned ones among them."""
    counts, done, ahead = {}, 0, 0
    while done < len(days):
        number = number_of(days[done] * DAY_SECONDS, unit)
        start, end = (start_of(unit, each) for each in (number, number + 1))
        before, until = done, bisect_left(days, end // DAY_SECONDS, done)
        # Where the walk stopped within the unit, the planned ones beyond are left out.
        last = min(end // DAY_SECONDS - 1, days[until - 1])
        reached = bisect_right(planned, last, ahead)
        counts[start] = Tally(until - before, reached - ahead)
        done, ahead = until, reached
    return counts


def _days(db: sqlite3.Connection, filters: Filters, wanted: str) -> list[int]:
    """Give the day numbers of the rows of an expression, in order.

    They come as one JSON list: SQLite would sort them to count them by day, which takes longer than all the rest.
    """
    source, values = started_in(filters, wanted, OPEN_CODE + 1).numbered
    day = f"(event_index.rowid >> {COUNTER_BITS}) + ({day_of(0)})"
    rows = f"SELECT {day} AS day FROM {source} ORDER BY event_index.rowid LIMIT ?"  # noqa: S608
    sql = f"SELECT json_group_array(day) FROM ({rows})"  # noqa: S608
    found: list[int] = loads(db.execute(sql, (*values, LOOKED_AT)).fetchone()[0])
    return found

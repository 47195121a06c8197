"""Filters and cursors in, SQL conditions with their values out; the only place that turns questions into SQL.

Values never enter the SQL text. Dated and undated events are two runs, one after the other, each in its own order:
a NULL has no place in a sort key.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.query import Cursor, Filters, words_of

DATED_KEY = "start_key, end_key, article, place"
UNDATED_KEY = "article, place"


class Condition(NamedTuple):
    """A WHERE clause (without the word), its values, and the ORDER BY that goes with it."""

    where: str
    values: tuple[str | int, ...]
    order: str


def conditions(filters: Filters, cursor: Cursor | None = None) -> list[Condition]:
    """Give the runs that together hold the events asked for, in order, from the cursor on."""
    where, values = _shared(filters)
    runs: list[Condition] = []
    if filters.undated != "only" and (cursor is None or cursor.start is not None):
        more, extra = _times(filters)
        after, place = _after(DATED_KEY, cursor, filters.order)
        runs.append(
            _run(["start_key IS NOT NULL", *where, *more, *after], [*values, *extra, *place], DATED_KEY, filters)
        )
    # Undated events come whenever they are asked for: no from or to can tell them in or out.
    if filters.undated != "no":
        after, place = _after(UNDATED_KEY, cursor if cursor and cursor.start is None else None, filters.order)
        runs.append(_run(["start_key IS NULL", *where, *after], [*values, *place], UNDATED_KEY, filters))
    return runs


def _run(where: list[str], values: list[str | int], key: str, filters: Filters) -> Condition:
    order = key if filters.order == "asc" else key.replace(",", " DESC,") + " DESC"
    return Condition(" AND ".join(where), tuple(values), order)


def _times(filters: Filters) -> tuple[list[str], list[int]]:
    """Overlap of half-open stretches: each starts before the other ends."""
    where: list[str] = []
    values: list[int] = []
    if filters.before is not None:
        where.append("start_key < ?")
        values.append(filters.before)
    if filters.since is not None:
        where.append("end_key > ?")
        values.append(filters.since)
    return where, values


def _after(key: str, cursor: Cursor | None, order: str) -> tuple[list[str], list[str | int]]:
    if cursor is None:
        return [], []
    place = [cursor.start, cursor.end, cursor.article, cursor.offset][-len(key.split(",")) :]
    marks = ", ".join("?" * len(place))
    return [f"({key}) {'>' if order == 'asc' else '<'} ({marks})"], [value for value in place if value is not None]


def _shared(filters: Filters) -> tuple[list[str], list[str | int]]:
    where: list[str] = []
    values: list[str | int] = []
    for column in ("source", "article", "granularity", "basis", "modality"):
        wanted: tuple[str, ...] = getattr(filters, column)
        if wanted:
            where.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)
    if filters.text:
        where.append("seq IN (SELECT rowid FROM event_index WHERE event_index MATCH ?)")
        values.append(match_expression(filters.text))
    return where, values


def match_expression(text: str) -> str:
    """Write the words a person looks for as an FTS5 expression that holds nothing but quoted words.

    >>> match_expression('talks AND "New York"')
    '"talks" "AND" "New York"'
    """
    return " ".join('"' + word.replace('"', '""').replace("\0", " ") + '"' for word in words_of(text)) or '""'

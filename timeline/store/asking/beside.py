"""A connection in, what pages show beside events out: neighbours of an article, times that are no dates, the age."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

TIMELESS = ("set", "duration")


class Neighbour(NamedTuple):
    """The article before or after another in the order of lists."""

    id: str
    title: str | None


class Standing(NamedTuple):
    """The text of an article and the ids of its earlier and newer versions, None where there is none."""

    text: str
    supersedes: str | None
    superseded_by: str | None


class Timeless(NamedTuple):
    """An expression that covers no date of its own: how long (`duration`), or again and again (`set`)."""

    outcome: str
    words: str
    value: str
    start: int
    article: str
    title: str | None
    source: str | None


def neighbours(db: sqlite3.Connection, key: str) -> tuple[Neighbour | None, Neighbour | None]:
    """Give the articles before and after one by publish date, past versions left out; None at either end."""

    def one(sign: str, order: str) -> Neighbour | None:
        sql = (
            f"SELECT id, title FROM articles WHERE (published_key, id) {sign} "  # noqa: S608  words of our own
            "(SELECT published_key, id FROM articles WHERE id = ?) AND superseded_by IS NULL "
            f"ORDER BY published_key {order}, id {order} LIMIT 1"
        )
        row = db.execute(sql, (key,)).fetchone()
        return Neighbour(*row) if row else None

    return one("<", "DESC"), one(">", "ASC")


def standing(db: sqlite3.Connection, key: str) -> Standing | None:
    """Give the text and the versions of one article, nothing else of it; None when there is none of this id."""
    row = db.execute("SELECT text, supersedes, superseded_by FROM articles WHERE id = ?", (key,)).fetchone()
    return Standing(*row) if row else None


def titles(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, str | None]:
    """Give the titles of those of some articles that are there."""
    sql = f"SELECT id, title FROM articles WHERE id IN ({', '.join('?' * len(keys))})"  # noqa: S608
    return dict(db.execute(sql, tuple(keys)))


def timeless(db: sqlite3.Connection, articles: tuple[str, ...], limit: int) -> list[Timeless]:
    """Give at most `limit` lengths and recurring times of some articles, in the order of their texts."""
    marks, outcomes = ", ".join("?" * len(articles)), ", ".join("?" * len(TIMELESS))
    sql = (
        "SELECT outcome, substr(text, start + 1, stop - start), value, start, articles.id, title, source "  # noqa: S608
        "FROM timexes JOIN articles ON articles.id = timexes.article "
        f"WHERE timexes.article IN ({marks}) AND outcome IN ({outcomes}) ORDER BY timexes.article, start LIMIT ?"
    )
    return [Timeless(*row) for row in db.execute(sql, (*articles, *TIMELESS, limit))]


def as_of(db: sqlite3.Connection) -> str | None:
    """Give when the store was last changed, ISO 8601 in UTC; None when nothing ever was."""
    row = db.execute("SELECT at FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return row[0] if row else None

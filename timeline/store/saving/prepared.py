"""A timeline in, its rows out, ready to be written: what a worker hands to the one writer.

All that can be reckoned without the database is reckoned here, the seal and the marks of the index included.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline.lines import loads
from timeline.model import Article, Timeline
from timeline.store import seal
from timeline.store.kept import width_of
from timeline.store.ranks import OPEN_START
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, Row, article_of, article_row, event_row, timex_row
from timeline.store.words import marks_of

Words = tuple[str, str, str | None]
_START = EVENT_COLUMNS.index("start_key")
_FINDINGS = ARTICLE_COLUMNS.index("findings")


class Prepared(NamedTuple):
    """An article as rows of the database; plain values, so that they travel between processes cheaply.

    article, timexes, events  values of ARTICLE_COLUMNS, TIMEX_COLUMNS, EVENT_COLUMNS
    words                     headline, quote, title and marks of each event, for the index
    seal                      of all these rows
    """

    article: Row
    timexes: list[Row]
    events: list[Row]
    words: list[tuple[str, str, str | None, str]]
    seal: str

    @property
    def id(self) -> str:
        """Give the article's id."""
        return str(self.article[0])

    @property
    def undated(self) -> int:
        """Count the events without a date."""
        return sum(event[_START] is None for event in self.events)

    @property
    def findings(self) -> tuple[str, ...]:
        """Give what was noticed while extracting."""
        return tuple(loads(self.article[_FINDINGS]))

    def told(self) -> Article:
        """Give the article as far as it is told of: to lay out its blocks anew would take longer than to store it."""
        return article_of(self.article, laid_out=False)


def prepare(timeline: Timeline) -> Prepared:
    """Make the rows of a timeline."""
    article = timeline.article
    return of_rows(
        article_row(timeline),
        [timex_row(article.id, fate) for fate in timeline.fates],
        [event_row(timeline, event) for event in timeline.events],
        [(event.headline, event.quote, article.title) for event in timeline.events],
    )


def of_rows(article: Row, timexes: list[Row], events: list[Row], words: Iterable[Words]) -> Prepared:
    """Put together rows that are there, with headline, quote and title of each event."""
    found = [(*told, _marks(row)) for told, row in zip(words, events, strict=True)]
    return Prepared(article, timexes, events, found, seal.of_rows(article, timexes, events))


def _marks(event: Row) -> str:
    _, article, _, start, end, *kind, source, _, _ = event
    granularity, basis, modality = kind
    return marks_of(article, source, (granularity, basis, modality), width_of(start, end, OPEN_START))

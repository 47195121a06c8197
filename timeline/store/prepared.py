"""A timeline in, its rows out, ready to be written: what a worker hands to the one writer."""

from __future__ import annotations

from typing import NamedTuple

from timeline.lines import loads
from timeline.model import Article, Timeline
from timeline.store.rows import ARTICLE_COLUMNS, EVENT_COLUMNS, Row, article_of, article_row, event_row, timex_row

_START = EVENT_COLUMNS.index("start_key")
_FINDINGS = ARTICLE_COLUMNS.index("findings")


class Prepared(NamedTuple):
    """An article as rows of the database; plain values, so that they travel between processes cheaply.

    article, timexes, events  values of ARTICLE_COLUMNS, TIMEX_COLUMNS, EVENT_COLUMNS
    words                     headline, quote and title of each event, for the index
    """

    article: Row
    timexes: list[Row]
    events: list[Row]
    words: list[tuple[str, str, str | None]]

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

    def read(self) -> Article:
        """Give the article as it was read."""
        return article_of(self.article)


def prepare(timeline: Timeline) -> Prepared:
    """Make the rows of a timeline."""
    article = timeline.article
    return Prepared(
        article_row(timeline),
        [timex_row(article.id, fate) for fate in timeline.fates],
        [event_row(timeline, event) for event in timeline.events],
        [(event.headline, event.quote, article.title) for event in timeline.events],
    )

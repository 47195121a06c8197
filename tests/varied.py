"""Stories of every shape an event can have, as strategies; and what a store should answer, counted by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hypothesis import strategies as st
from made import timeline_with

from timeline.calendar import DAY, DAY_SECONDS, MONTH, SECOND, YEAR, Granularity, Interval, day_number
from timeline.model import Event, Modality, Timeline
from timeline.query import Filters
from timeline.store.ranks import OPEN_END, OPEN_START

SOURCES = ("Skarrow Courier", "Uferbote", None)
WORDS = ("mill", "harbour", "mill harbour")


class Shape(NamedTuple):
    """What a story says of one event."""

    interval: Interval | None
    granularity: Granularity | None
    basis: str
    modality: str
    words: str


_first, _last = day_number(-3), day_number(2027)
_some_day = st.integers(day_number(2023, 11), day_number(2025, 3)) | st.integers(_first, _last)
_clock = st.sampled_from((0, 0, 0, 1, 43_200, 86_399))
instants = st.builds(lambda day, second: day * DAY_SECONDS + second, _some_day, _clock)
_widths = st.sampled_from((1, 3600, 1, 2, 28, 31, 32, 365, 366, 367, 3653, 36_525)).flatmap(
    lambda days: st.sampled_from((days * DAY_SECONDS, days * DAY_SECONDS, days))
)
_closed = st.builds(lambda start, width: Interval(start, start + width), instants, _widths)
_open = st.builds(lambda at: Interval(None, at), instants) | st.builds(lambda at: Interval(at, None), instants)
intervals = _closed | _closed | _open | st.none()
shapes = st.builds(
    Shape,
    intervals,
    st.sampled_from((DAY, MONTH, YEAR, SECOND, None)),
    st.sampled_from(("stated", "inherited", "published")),
    st.sampled_from(("happened", "planned", "possible", "denied")),
    st.sampled_from(WORDS),
)
stories = st.lists(st.tuples(st.sampled_from(SOURCES), st.lists(shapes, max_size=6)), min_size=1, max_size=4)


def _some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | st.just(()) | st.lists(st.sampled_from(tuple(values)), unique=True, max_size=2).map(tuple)


stretches = st.none() | _closed
filters = st.builds(
    Filters,
    from_=stretches,
    to=stretches,
    text=st.sampled_from((None, None, "mill", "harbour mill", "nothing")),
    source=_some(("Skarrow Courier", "Uferbote", "nobody")),
    article=_some(("0", "1", "9")),
    granularity=_some(("day", "month", "year")),
    basis=_some(("stated", "inherited")),
    modality=_some(("happened", "planned", "possible")),
    undated=st.sampled_from(("no", "no", "only", "include")),
    order=st.sampled_from(("asc", "desc")),
).filter(lambda made: made.since is None or made.before is None or made.since < made.before)


def naming(wanted: Filters, made: list[Timeline]) -> Filters:
    """Put the ids of stories where the filters have their numbers; a number without a story stays as it is."""
    ids = {str(number): each.article.id for number, each in enumerate(made)}
    return replace(wanted, article=tuple(ids.get(number, number) for number in wanted.article))


def timeline(name: str, source: str | None, told: list[Shape]) -> Timeline:
    """Make the timeline of a story."""
    made = timeline_with(*(shape.interval for shape in told), source=source, name=name)
    events = tuple(_event(event, shape) for event, shape in zip(made.events, told, strict=True))
    return replace(made, events=events)


def _event(event: Event, shape: Shape) -> Event:
    return event._replace(
        granularity=shape.granularity,
        basis=shape.basis,
        modality=Modality(shape.modality),
        headline=f"{shape.words} {event.headline}",
    )


# ---- by hand ----------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """An event as the filters see it; start and end are OPEN_START and OPEN_END where open, None when undated."""

    start: int | None
    end: int | None
    article: str
    place: int
    id: str
    source: str | None
    granularity: str | None
    basis: str
    modality: str
    words: frozenset[str]

    @property
    def at(self) -> int:
        """Give the instant at which it counts."""
        assert self.start is not None
        assert self.end is not None
        return self.end - 1 if self.start == OPEN_START else self.start


def rows(timelines: Iterable[Timeline]) -> Iterator[Row]:
    """Give all events."""
    for made in timelines:
        for event in made.events:
            start, end = event.interval or (None, None)
            dated = event.interval is not None
            yield Row(
                OPEN_START if dated and start is None else start,
                OPEN_END if dated and end is None else end,
                made.article.id,
                event.provenance.trigger.start,
                event.id,
                made.article.source,
                event.granularity.word if event.granularity else None,
                event.basis,
                event.modality.value,
                frozenset(event.headline.split()),
            )


def matching(timelines: Iterable[Timeline], wanted: Filters) -> list[Row]:
    """Give the events that match, in order."""
    found = [row for row in rows(timelines) if _matches(row, wanted)]
    down = wanted.order == "desc"
    dated = sorted((row for row in found if row.start is not None), key=lambda row: row[:4], reverse=down)
    return dated + sorted((row for row in found if row.start is None), key=lambda row: row[2:4], reverse=down)


def _matches(row: Row, wanted: Filters) -> bool:
    for column in ("source", "article", "granularity", "basis", "modality"):
        chosen = getattr(wanted, column)
        if chosen and getattr(row, column) not in chosen:
            return False
    if wanted.text and not set(wanted.text.split()) <= row.words:
        return False
    if row.start is None or row.end is None:
        return wanted.undated != "no"
    if wanted.undated == "only":
        return False
    return (wanted.before is None or row.start < wanted.before) and (wanted.since is None or row.end > wanted.since)


def facets(timelines: list[Timeline], wanted: Filters) -> dict[str, dict[str, int]]:
    """Count by facet."""
    counted = {}
    for name in ("source", "granularity", "basis", "modality"):
        found = matching(timelines, replace(wanted, **{name: ()}))
        counted[name] = dict(Counter(getattr(row, name) for row in found if getattr(row, name) is not None))
    return counted

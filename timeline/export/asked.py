"""Filters and an address in, what an export says of itself out: its title, the filters in words, ids that stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid5

from timeline.calendar import Interval
from timeline.label import label_of
from timeline.query import Filters

# Any fixed one would do; another would give every event of every feed and calendar a second life in its readers.
_OURS = UUID("5d2f0a4e-5c1b-5c7c-9a53-0b3c5f6f2a11")
_ALL = {"no": "every event with a date", "only": "every event without a date", "include": "every event"}
_UNDATED = {"no": (), "only": ("only those without a date",), "include": ("those without a date included",)}


class Part(NamedTuple):
    """A page of a chronology, where not all of it is written.

    number    of its events
    total     of all that match; None where there are too many to count, `at_least` so many
    is_first  whether it is the first page
    """

    number: int
    total: int | None
    at_least: int
    is_first: bool

    @property
    def words(self) -> str:
        """The page in words: "the first 2 of 144", "2 of 144, further on"."""
        total = f"{self.total:,}" if self.total is not None else f"at least {self.at_least:,}"
        return f"the first {self.number:,} of {total}" if self.is_first else f"{self.number:,} of {total}, further on"


class Asked(NamedTuple):
    """What an export was asked for.

    filters  exactly these events are in it
    address  where the service can be reached, "https://example.org", for links back to it; None for a plain file
    part     the page that it holds, None when every event that matches is in it
    own      the address at which this very file can be had again; None for a plain file
    """

    filters: Filters = Filters()
    address: str | None = None
    part: Part | None = None
    own: str | None = None

    @property
    def words(self) -> str:
        """What is in it: "from Feb 2025, source Xinhua", "every event with a date (the first 2 of 144)"."""
        return f"{self._narrowed} ({self.part.words})" if self.part else self._narrowed

    @property
    def _narrowed(self) -> str:
        """The filters in words."""
        undated = self.filters.undated
        narrowed = [*_told(self.filters)]
        ordered = ["latest first"] if self.filters.order == "desc" else []
        return ", ".join([*narrowed, *_UNDATED[undated], *ordered] if narrowed else [_ALL[undated], *ordered])

    @property
    def title(self) -> str:
        """The name of the export."""
        return f"Timeline: {self.words}"

    @property
    def urn(self) -> str:
        """A name of this chronology that no other has: the same filters, the same name, on each of its pages."""
        return uuid5(_OURS, f"filters {self._narrowed}").urn

    def page(self, event: str) -> str | None:
        """Give the address of the page of an event, where there is a service that shows it."""
        return f"{self.address.rstrip('/')}/events/{event}" if self.address else None


def urn(event: str) -> str:
    """Give the name of an event in the world: the same event, the same name, however it is dated.

    >>> urn("9f2c4e7a10b35d68")
    'urn:uuid:8ec2ef5d-fb99-50d4-bf16-3f8a4bee110d'
    """
    return uuid5(_OURS, f"event {event}").urn


def _told(filters: Filters) -> Iterator[str]:
    for name, interval in (("from", filters.from_), ("to", filters.to)):
        if interval and interval != Interval(None, None):
            yield f"{name} {label_of(None, interval, None)}"
    if filters.text:
        yield f"with the words {filters.text}"
    for name in ("source", "article", "granularity", "basis", "modality"):
        if values := getattr(filters, name):
            yield f"{name} {' or '.join(values)}"

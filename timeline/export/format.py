"""The records that say how a chronology or an article is written: media type, suffix, writer, save or show."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, NamedTuple

from timeline.export.asked import Asked

# Parts of the file; at the end, in one line, what of the filter the format could not hold, None when it holds all.
Written = Generator[bytes, None, str | None]


class Format(NamedTuple):
    """How a chronology can be written.

    attachment  to be saved rather than shown: as a page of ours it would break the rules that our pages keep
    writer      streams: it never holds all the events
    """

    name: str
    media_type: str
    suffix: str
    writer: Callable[[Iterable[bytes], Asked], Written]
    attachment: bool = False

    def write(self, events: Iterable[bytes], asked: Asked | None = None) -> Written:
        """Write the bytes of the JSON of events as a file; `asked` is what it tells of the filters."""
        return self.writer(events, asked or Asked())


class ArticleFormat(NamedTuple):
    """How one article can be written, from its JSON as the store gives it."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[dict[str, Any]], Iterator[bytes]]
    attachment: bool = True

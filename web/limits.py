"""Bytes that were sent go in, the articles in them come out; what would keep a request waiting too long is refused."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Article
from timeline.reading import Hints, Refusal, begins_archive, read_bytes

# A second of work gives some 100,000 characters: this is ten seconds for whoever waits, and some book of 500 pages.
LONGEST = 1_000_000  # characters of the text of an article


def read_sent(data: bytes, name: str, hints: Hints) -> Iterator[Article | Refusal]:
    """Read bytes as the articles they hold, as `timeline add` does, but for what is too long to be dated meanwhile.

    An archive may unpack to a hundred times what was sent.
    """
    if begins_archive(data, name):
        yield Refusal(name, "unsupported: a zip archive; send the files in it, or give it to `timeline add`")
        return
    for found in read_bytes(data, name, hints):
        if isinstance(found, Article) and len(found.text) > LONGEST:
            yield Refusal(name, _reason(len(found.text)))
        else:
            yield found


def _reason(length: int) -> str:
    return (
        f"too large: {length:,} characters; over HTTP an article may have {LONGEST:,}, `timeline add` takes longer ones"
    )

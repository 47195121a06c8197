"""Events in, one JSON object a line out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def write(events: Iterable[bytes]) -> Iterator[bytes]:
    """Set each event on a line of its own."""
    for event in events:
        yield event + b"\n"

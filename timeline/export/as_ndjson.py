"""Events in, one JSON object a line out."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.export.asked import Asked
from timeline.export.format import Written


def write(events: Iterable[bytes], _: Asked) -> Written:
    """Set each event on a line of its own."""
    for event in events:
        yield event + b"\n"
    return None

"""The name of a missing extra in, the line that says how to get it out."""

from __future__ import annotations

from timeline.reading.hints import CannotRead


def missing_extra(what: str, extra: str) -> CannotRead:
    """Give the refusal of an input whose reader is not installed.

    >>> str(missing_extra("a PDF file", "pdf"))
    "a PDF file: `pip install 'event-timeline[pdf]'` reads it"
    """
    return CannotRead(f"{what}: `pip install 'event-timeline[{extra}]'` reads it")

"""The name of a missing extra in, the line that says how to get it out."""

from __future__ import annotations

from importlib.util import find_spec

from timeline.reading.refusal import CannotRead

_WANTS = " need an extra that is not installed: `pip install "


def missing_extra(what: str, extra: str) -> CannotRead:
    """Give the refusal of inputs whose reader is not installed.

    >>> str(missing_extra("PDF files", "pdf"))
    "PDF files need an extra that is not installed: `pip install 'event-timeline[pdf]'`"
    """
    return CannotRead(f"{what}{_WANTS}'event-timeline[{extra}]'`")


_PACKAGES = {"feeds": "feedparser", "html": "trafilatura", "pdf": "pypdf", "warc": "warcio"}


def installed_extras() -> str:
    """Name the extras that are installed, which decide what can be read."""
    return ", ".join(extra for extra, package in _PACKAGES.items() if find_spec(package)) or "no extras"


def wants_extra(reason: str) -> bool:
    """Say whether an input was refused for that alone."""
    return _WANTS in reason

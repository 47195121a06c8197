"""A number and a noun in, both in English out: "1 event", "1,204 events"."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Count a noun in English."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")

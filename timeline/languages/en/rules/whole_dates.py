"""A date that is said to be whole, and what is left of it: the whole of 1998, the rest of July."""

from __future__ import annotations

from timeline.grammar.rule import rule
from timeline.meaning import Edge, Meaning


@rule("[the] (whole|entire) {date}", "[the] whole of {date}", examples={"the whole of 1998": "1998"})
def whole_date(date: Meaning) -> Meaning:
    """Read a date that is said to be whole."""
    return date


@rule("[the] (rest|remainder) of {date}", examples={"the rest of 1998": "1998"})
def rest_of_date(date: Meaning) -> Meaning:
    """Read what is left of a date as its later part."""
    return Edge("END", date)

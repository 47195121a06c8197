"""A part of an input that can be read, extracted and stored apart from all others: what goes to whoever works on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline.model import Article
from timeline.reading import Refusal
from timeline.store import Reached


class Piece(NamedTuple):
    """A part of an input.

    name     the input as the user named it
    data     bytes, or the articles themselves where a large input was read here
    number   of the first line when it is JSON Lines, 0 when it is not
    size     bytes of the input that are done with this piece
    reached  how far the input is stored once this piece is; None for what cannot be gone on with
    begins   whether this is the input's first piece
    inside   the name of the archive that it is a file of; empty when it is of none
    """

    name: str
    data: bytes | tuple[Article | Refusal, ...]
    number: int
    size: int
    reached: Reached | None
    begins: bool
    inside: str = ""


class Stored(NamedTuple):
    """An input that is stored whole already, with these options."""

    name: str
    reached: Reached


Known = Callable[[str, str], Reached | None]  # path and options -> how far the input is stored

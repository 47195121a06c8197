"""What a user says about an input, which wins over what the input says of itself."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user knows better than the file; it wins over anything found in it.

    published  the publish date as typed, None to look for it
    domain     auto | news | narrative | colloquial
    lang       ISO 639-1 code, None to find it out
    max_size   bytes an article may have; of JSON Lines each line, the stream itself has no limit
    columns    which column of a table or key of an object is which of ours, as `("text", "body")`
    network    whether addresses may be fetched
    explain    note with each article which reader took it and why
    """

    published: str | None = None
    source: str | None = None
    title: str | None = None
    domain: str = "auto"
    lang: str | None = None
    url: str | None = None
    max_size: int = 16 * MEGABYTE
    columns: tuple[tuple[str, str], ...] = ()
    network: bool = False
    explain: bool = False


NO_HINTS = Hints()

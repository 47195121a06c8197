"""What a user says about an input (Hints) and the answer to an input that cannot be read (Refusal)."""

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


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no article, and why, in one line."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class CannotRead(Exception):  # noqa: N818 - it reads as the sentence it becomes
    """Raised inside the readers with the reason in words; the public functions turn it into a Refusal."""

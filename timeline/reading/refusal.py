"""The answer to an input that gives no article: its name and the reason in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no article, and why, in one line."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class CannotRead(Exception):  # noqa: N818 - it reads as the sentence it becomes
    """Raised inside the readers with the reason in words; the public functions turn it into a Refusal."""

"""Mentions -> timexes: publish date, date of the story and the verbs around decide which date is meant."""

from __future__ import annotations

from timeline.resolver.document import resolve
from timeline.resolver.explain import explain

__all__ = ["explain", "resolve"]

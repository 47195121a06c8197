"""Which languages have rules, and one of them ready to use."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from timeline.grammar.language import Language

CODES = ("en",)


@cache
def load(code: str) -> Language | None:
    """Load a language by its ISO 639-1 code; None when it has no rules yet."""
    if code not in CODES:
        return None
    language: Language = import_module(f"timeline.languages.{code}").load()
    return language

"""Which languages have rules, and one of them ready to use."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from timeline.grammar.language import Language

CODES = ("en",)
UNKNOWN = "und"


@cache
def load(code: str) -> Language | None:
    """Load a language by its ISO 639-1 code; None when it has no rules yet."""
    if code not in CODES:
        return None
    language: Language = import_module(f"timeline.languages.{code}").load()
    return language


def missing(code: str) -> str:
    """Say why nothing is read in a language that has no rules: it has none yet, or nobody could tell which it is."""
    return "no language was recognised" if code == UNKNOWN else f"no rules for the language {code!r} yet"

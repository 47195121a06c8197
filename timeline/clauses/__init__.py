"""Sentence -> clauses: verb groups with the words around them, and the saying they hang on."""

from __future__ import annotations

from timeline.clauses.finder import ClauseFinder, clause_index, clauses_of

__all__ = ["ClauseFinder", "clause_index", "clauses_of"]

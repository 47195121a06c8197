"""A clause among the clauses of its sentence -> how sure the text itself is that it happened."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.verbs import VerbTable
from timeline.model import Clause, Modality

_BY_TAG = (("deny", Modality.DENIED), ("allege", Modality.ALLEGED), ("plan", Modality.PLANNED))


def modality_of(folded: str, clauses: Sequence[Clause], place: int, verbs: VerbTable) -> Modality:
    """Read the modality of a clause: its own, unless the saying it hangs on denies, alleges or plans it."""
    clause = clauses[place]
    if clause.modality is not Modality.HAPPENED or clause.governor is None:
        return clause.modality
    governor = clauses[clause.governor].verb
    tags = verbs.tags(governor.of(folded)) if governor else frozenset()
    return next((modality for tag, modality in _BY_TAG if tag in tags), Modality.HAPPENED)

"""Sentences, clauses and timexes -> events: which time dates which happening."""

from __future__ import annotations

from timeline.events.asked import asked
from timeline.events.extract import Extraction, Tools, by_sentence, extract
from timeline.events.relate import Dating, Ground, Told, told

__all__ = ["Dating", "Extraction", "Ground", "Told", "Tools", "asked", "by_sentence", "extract", "told"]

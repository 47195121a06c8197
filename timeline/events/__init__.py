"""Sentences, clauses and timexes -> events: which time dates which happening."""

from __future__ import annotations

from timeline.events.extract import Extraction, Tools, extract
from timeline.events.link import links_of

__all__ = ["Extraction", "Tools", "extract", "links_of"]

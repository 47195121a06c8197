"""Sentences, clauses and timexes -> events: which time dates which happening."""

from __future__ import annotations

from timeline.events.asked import asked
from timeline.events.carry import Scene
from timeline.events.dating import OPEN, Dating
from timeline.events.extract import Extraction, Tools, extract
from timeline.events.groups import by_sentence
from timeline.events.heading import headings_of
from timeline.events.relate import Told, told
from timeline.events.thread import Ground

__all__ = [
    "OPEN",
    "Dating",
    "Extraction",
    "Ground",
    "Scene",
    "Told",
    "Tools",
    "asked",
    "by_sentence",
    "extract",
    "headings_of",
    "told",
]

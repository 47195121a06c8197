"""Text -> mentions: which words say a time, by which rule, and what they mean before any date is known."""

from __future__ import annotations

from timeline.tagger.asked import Rejected
from timeline.tagger.tag import Tagger

__all__ = ["Rejected", "Tagger"]

"""Event timeline: dated events from articles, and why each has its date."""

from timeline.compiled import CHANGED, run_sources

__version__ = "0.1.0"

if CHANGED:
    run_sources()

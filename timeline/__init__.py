"""Event timeline: dated events from articles, and why each has its date."""

__version__ = "0.1.0"

"""Periods and intervals in, the words people read out: "Sat 8 Feb 2025, late", "10–14 Feb 2025", "480 BC".

They are English, wherever they are kept; `timeline.locales` writes the dates in them anew for readers of others.
"""

from __future__ import annotations

from timeline.label.count import counted
from timeline.label.date import label_of, range_label
from timeline.label.day import MONTHS, MONTHS_SHORT, WEEKDAYS, day_label, weekday_label, year_label
from timeline.label.lag import lag

__all__ = [
    "MONTHS",
    "MONTHS_SHORT",
    "WEEKDAYS",
    "counted",
    "day_label",
    "label_of",
    "lag",
    "range_label",
    "weekday_label",
    "year_label",
]

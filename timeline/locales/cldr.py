"""Dates, months, weekdays and clock times in, each as one language writes it out: the tables of CLDR.

What they hold no pattern for is not here: days before our era or of five-digit years.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


class Cldr:
    """How a language writes dates. A month is short where its `fields` say MMM, in full where they say MMMM.

    tag  the language tag of what it writes
    """

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self.tag = str(locale).replace("_", "-")

    def write(self, value: date, fields: str) -> str:
        """Write the fields of a date, in the order and with the signs of the language: "yMMMd"."""
        from babel.dates import format_skeleton

        return format_skeleton(fields, value, locale=self._locale)

    def write_between(self, first: date, last: date, fields: str) -> str:
        """Write what lies between two dates and says only once what they share."""
        from babel.dates import format_interval

        return format_interval(first, last, fields, locale=self._locale)

    def write_clock(self, value: time, *, seconds: bool) -> str:
        """Write a time of day."""
        from babel.dates import format_time

        return format_time(value, "medium" if seconds else "short", locale=self._locale)

    def write_era(self, year: str, *, before: bool) -> str:
        """Write a year with its era, before ours or of it."""
        pattern = self._locale.datetime_skeletons["Gy"].pattern
        era = self._locale.eras["abbreviated"][0 if before else 1]
        filled = re.sub("y+|G+", lambda one: era if one[0][0] == "G" else year, pattern)
        return filled.replace("'", "")  # letters of its own a pattern sets in these

    def name_month(self, number: int) -> str:
        """Name a month (1-12) that stands alone, in full."""
        return str(self._locale.months["stand-alone"]["wide"][number])

    def name_weekday(self, number: int) -> str:
        """Name a weekday (0 is Monday) that stands alone, in short."""
        return str(self._locale.days["stand-alone"]["abbreviated"][number])


@lru_cache(maxsize=64)
def cldr_of(tag: str) -> Cldr | None:
    """Find what is known of a language; None when nothing is, or the extra is not installed."""
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        return None
    try:
        return Cldr(Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):
        return None

"""Days, years and times of day in, their names out: "Sat 8 Feb 2025", "480 BC", "20:15".

Weekdays are left out before 1583: there was no Gregorian calendar to have them.
"""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY_SECONDS, civil, weekday

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
MONTHS_SHORT: Final = tuple(month[:3] for month in MONTHS)
_GREGORIAN: Final = 1583


def day_label(day: int) -> str:
    """Name a day number with its weekday: "Sat 8 Feb 2025"."""
    return f"{weekday_label(day)} {date_label(day)}".lstrip()


def weekday_label(day: int) -> str:
    """Name the weekday of a day number: "Sat"; "" where there was none."""
    return WEEKDAYS[weekday(day)] if civil(day)[0] >= _GREGORIAN else ""


def date_label(day: int) -> str:
    """Name a day number without its weekday: "8 Feb 2025"."""
    year, month, number = civil(day)
    return f"{number} {MONTHS_SHORT[month - 1]} {year_label(year)}"


def year_label(year: int) -> str:
    """Name an astronomical year: 2025, AD 79, 480 BC."""
    return f"{1 - year} BC" if year <= 0 else f"AD {year}" if year < 1000 else str(year)


def clock_label(instant: int) -> str:
    """Name the time of day of an instant, its seconds where it has any: "20:15"."""
    seconds = instant % DAY_SECONDS
    rest = f":{seconds % 60:02d}" if seconds % 60 else ""
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}{rest}"

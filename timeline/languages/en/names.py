"""Meaning -> English words, for explanations."""

from __future__ import annotations

from timeline.meaning import Spot, SpotKind

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
ORDINALS = ("first", "second", "third", "fourth")


def name_spot(spot: Spot) -> str:
    """Name a spot: "Saturday", "10 June", "third quarter"."""
    number = spot.number
    match spot.kind:
        case SpotKind.WEEKDAY:
            return WEEKDAYS[number]
        case SpotKind.MONTH:
            return MONTHS[number - 1]
        case SpotKind.MONTHDAY:
            return f"{spot.day} {MONTHS[number - 1]}"
        case SpotKind.MONTH_DAY:
            return f"day {spot.day} of the month"
        case SpotKind.SEASON:
            return SEASONS[number]
        case SpotKind.QUARTER:
            return f"{ORDINALS[number - 1]} quarter"
        case SpotKind.HALF:
            return f"{ORDINALS[number - 1]} half-year"
        case SpotKind.WEEKEND:
            return "weekend"
    return "named day"

"""Dates of an event in JSON in, what calendars and feeds of a smaller world can hold out.

Their years end at 1 and 9999; ours do not, so each answer may be that there is none.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from timeline.calendar import DAY_SECONDS, Period, civil, interval_of
from timeline.notation import iso_day, parse_period
from timeline.record import moments

FIXED = datetime(1970, 1, 1, tzinfo=UTC)
_EXACT = ("second", "minute", "hour", None)  # a range of clock times has no granularity


def clocked(event: dict[str, Any]) -> bool:
    """Say whether the text tells a time of day; the hours of "evening" are a convention of ours and no such time."""
    given = any("T" in event[name] for name in ("start", "end") if event[name])
    return given and event["granularity"] in _EXACT


def whole_days(event: dict[str, Any]) -> tuple[int | None, int | None]:
    """Give the first and the last day number of an event, both inside it; None at an open end."""
    start, end = moments(event)
    first = None if start is None else start // DAY_SECONDS
    last = None if end is None else (end - 1) // DAY_SECONDS
    night = event["granularity"] == "part" and None not in (first, last)
    return first, first if night else last  # it belongs to the day on which it began


def moment(instant: int) -> datetime | None:
    """Give an instant as a civil time without a zone; None outside the years 1 to 9999."""
    year = civil(instant // DAY_SECONDS)[0]
    return datetime(1, 1, 1) + timedelta(seconds=instant - DAY_SECONDS) if 1 <= year <= 9999 else None


def stamp(published: str | None) -> datetime:
    """Give the instant that stands for a publish date where a format wants one in UTC.

    The date is civil and has no zone; it is written as if it were UTC, which moves nothing and keeps the day that was
    printed. Without a publish date it is a fixed instant. Never today's clock: two exports of one store are the same.
    """
    try:
        period: Period | None = parse_period(published) if published else None
    except ValueError:
        period = None
    found = moment(interval_of(period).start or 0) if period else None
    return found.replace(tzinfo=UTC) if found else FIXED


def rfc3339(instant: datetime) -> str:
    """Write an instant in UTC: `2025-02-11T09:33:00Z`."""
    return f"{instant.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def iso_ends(event: dict[str, Any]) -> tuple[str | None, str | None]:
    """Give the first and the last day of an event in ISO 8601, both inside it; None at an open end.

    A clock time is one moment, and has no second; a range of clock times has both.
    """
    if clocked(event):
        return event["start"], event["end"] if event["granularity"] is None else None
    first, last = whole_days(event)
    return None if first is None else iso_day(first), None if last is None else iso_day(last)

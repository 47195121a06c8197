"""Events in, an iCalendar file (RFC 5545) out: whole days as dates, clock times without a zone, the end excluded.

A calendar knows no width but its own: what is wider than a day becomes a stretch of whole days, and the description
says what the text said. What has no date, or lies outside the years 1 to 9999, is left out and counted at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from timeline.calendar import DAY_SECONDS
from timeline.export.asked import Asked, urn
from timeline.export.dates import FIXED, clocked, moment, stamp, whole_days
from timeline.export.format import Written
from timeline.export.plain import line
from timeline.export.told import headline, lines
from timeline.label import counted
from timeline.lines import loads
from timeline.links import safe_url
from timeline.record import moments

if TYPE_CHECKING:
    from icalendar import Component

_END = b"END:VCALENDAR\r\n"
UNDATED, OUTSIDE = "without a date", "outside the years 1 to 9999"
Ends = tuple[date, date]


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write one component after the other; the last says what was left out."""
    yield _calendar(asked)
    left_out: Counter[str] = Counter()
    empty = True
    for body in events:
        event = loads(body)
        ends = _ends(event)
        if isinstance(ends, str):
            left_out[ends] += 1
        else:
            empty = False
            yield _bytes(_event(event, ends, asked))
    note = _note(left_out)
    if note or empty:
        yield _bytes(_journal(asked, note or "no events"))
    yield _END
    return note


def _note(left_out: Counter[str]) -> str | None:
    """Say how many events no calendar can hold, and why."""
    if not left_out:
        return None
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(left_out.items()))
    return f"{counted(left_out.total(), 'event')} left out, which a calendar file cannot hold: {reasons}"


# ---- the ends ---------------------------------------------------------------------------------------------------


def _ends(event: dict[str, Any]) -> Ends | str:
    """Give DTSTART and the excluded DTEND, or the reason why there are none.

    Of what is open at one end the calendar holds the day of the other: the description says since or until.
    """
    if event["start"] is None and event["end"] is None:
        return UNDATED
    if clocked(event):
        first, last = moments(event)
    else:
        first, last = _day_instants(event)
    if first is None:
        first = (last or 0) - DAY_SECONDS
    if last is None:
        last = first + DAY_SECONDS
    start, end = moment(first), moment(last)
    if start is None or end is None:
        return OUTSIDE
    return (start, end) if clocked(event) else (_date(start), _date(end))


def _date(start: datetime) -> date:
    return date(start.year, start.month, start.day)


def _day_instants(event: dict[str, Any]) -> tuple[int | None, int | None]:
    first, last = whole_days(event)
    return None if first is None else first * DAY_SECONDS, None if last is None else (last + 1) * DAY_SECONDS


# ---- the components ---------------------------------------------------------------------------------------------


def _calendar(asked: Asked) -> bytes:
    """Write the head of the file; its end is written last."""
    from icalendar import Calendar  # a tenth of a second, which no other command should wait for

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//event timeline//EN")
    calendar.add("x-wr-calname", line(asked.title))
    return _bytes(calendar).removesuffix(_END)


def _event(event: dict[str, Any], ends: Ends, asked: Asked) -> Component:
    from icalendar import Event

    component = Event()
    component.add("uid", urn(event["id"]).removeprefix("urn:uuid:"))
    component.add("dtstamp", stamp(event["article"]["published"]))
    component.add("dtstart", ends[0])
    component.add("dtend", ends[1])
    component.add("summary", headline(event))
    component.add("description", "\n".join([_width(event, ends), *lines(event)]))
    component.add("categories", [event["modality"], event["basis"]])
    component.add("status", "CONFIRMED" if event["modality"] == "happened" else "TENTATIVE")
    component.add("transp", "TRANSPARENT")  # nobody is busy because of what an article tells
    if url := asked.page(event["id"]) or safe_url(event["article"]["url"]):
        component.add("url", url)
    return component


def _width(event: dict[str, Any], ends: Ends) -> str:
    """Give the date in words, and what the calendar shows instead where it is not a day."""
    label = line(event["label"])
    if event["start"] is None or event["end"] is None:
        return f"{label} (open at one end: the calendar shows the other)"
    if isinstance(ends[0], datetime) or event["granularity"] in ("day", None):
        return label
    shown = "the whole day" if event["granularity"] == "part" else "all of its days"
    return f"{label} (not told more closely: the calendar shows {shown})"


def _journal(asked: Asked, note: str) -> Component:
    """Tell in the file what is not in it; readers show or pass over a journal, none takes it for an event."""
    from icalendar import Journal

    journal = Journal()
    journal.add("uid", asked.urn.removeprefix("urn:uuid:"))
    journal.add("dtstamp", FIXED)
    journal.add("summary", note)
    return journal


def _bytes(component: Component) -> bytes:
    written: bytes = component.to_ical()
    return written

"""Events in, the JSON that TimelineJS 3 reads out: dates in parts, the date in words beside them, text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.calendar import DAY_SECONDS, civil
from timeline.export.asked import Asked, urn
from timeline.export.dates import clocked, whole_days
from timeline.export.format import Written
from timeline.export.plain import words
from timeline.export.told import headline, lines
from timeline.label import counted
from timeline.lines import dumps, loads
from timeline.links import safe_url
from timeline.record import moments

Parts = dict[str, int | str]


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write a slide for each event that has a date, and last the title, which says how many have none."""
    opening, undated = b'{"events":[', 0
    for body in events:
        event = loads(body)
        if event["start"] is None and event["end"] is None:
            undated += 1
            continue
        yield opening + dumps(_slide(event))
        opening = b",\n"
    note = f"{counted(undated, 'event')} left out, for TimelineJS shows none without a date" if undated else None
    title = dumps({"text": {"headline": "Timeline", "text": "".join(_paragraphs(filter(None, (asked.words, note))))}})
    yield (b"" if opening == b",\n" else opening) + b'],"title":' + title + b',"scale":"human"}\n'
    return note


def _slide(event: dict[str, Any]) -> dict[str, Any]:
    start, end = _ends(event)
    text = "".join(_paragraphs(lines(event)))
    if url := safe_url(event["article"]["url"]):
        text += f'<p><a href="{words(url)}">the article</a></p>'
    slide: dict[str, Any] = {
        "unique_id": urn(event["id"]).removeprefix("urn:uuid:"),
        "start_date": start,
        "end_date": end,
        "display_date": words(event["label"]),
        "text": {"headline": words(headline(event)), "text": text},
    }
    return {name: value for name, value in slide.items() if value is not None}


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [f"<p>{words(text)}</p>" for text in texts]


def _ends(event: dict[str, Any]) -> tuple[Parts, Parts | None]:
    """Give the first day or clock time, and the last where that is another; of an open stretch the end that is known.

    Years are astronomical, as in ISO 8601; readers see the words of `display_date`.
    """
    if clocked(event):
        first, last = (None if one is None else _clock(one) for one in moments(event))
    else:
        first, last = (None if one is None else _day(one) for one in whole_days(event))
    start = first or last or {}
    return start, last if last and first and last != first else None


def _day(number: int) -> Parts:
    return dict(zip(("year", "month", "day"), civil(number), strict=True))


def _clock(instant: int) -> Parts:
    day, seconds = divmod(instant, DAY_SECONDS)
    return _day(day) | {"hour": seconds // 3600, "minute": seconds // 60 % 60, "second": seconds % 60}

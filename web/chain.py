"""An event in JSON and its article go in; the steps by which its date was found come out, in plain words."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from timeline.calendar import DAY_SECONDS, Granularity, Interval, civil
from timeline.label import label_of, year_label
from timeline.notation import parse_edtf, parse_period
from web.words import ANCHORS, FOUND, PARTS

Record = dict[str, Any]
_BC = re.compile(r"^BC(\d{4})")
_PART = re.compile(rf"(.+)T({'|'.join(PARTS)})")


class Step(NamedTuple):
    """One step: its name, its words, and what a curious reader may want beside it."""

    name: str
    words: str
    detail: str = ""


def date_words(value: str | None) -> str:
    """Write an ISO, EDTF or TIMEX3 date as people read it; what cannot be read stays as it is.

    >>> date_words("2025-02-11T09:33")
    'Tue 11 Feb 2025, 09:33'
    >>> date_words("2025-02-11TNI")
    'Tue 11 Feb 2025, night'
    """
    part = _PART.fullmatch(value or "")
    if part:
        return f"{date_words(part[1])}, {PARTS[part[2]]}"
    text = _BC.sub(lambda found: f"-{int(found[1]) - 1:04d}", (value or "").rstrip("~?%"))
    try:
        if "/" in text:
            return label_of(None, parse_edtf(text), None)
        return label_of(parse_period(text), None, None)
    except ValueError:
        return value or "open"


def short_chain(event: Record) -> list[Step]:
    """Give the chain for the list: words, direction, anchor, result."""
    chosen = ("words", "direction", "reckoned from", "beware", "result")
    return [step for step in long_chain(event) if step.name in chosen]


def long_chain(event: Record, text: str | None = None) -> list[Step]:
    """Give every step; with the article's text also the line of the file where the anchor stands."""
    why, timex = event["why"], event.get("timex")
    told = [Step(step["name"], step["words"]) for step in why.get("steps", ())]
    steps = [Step("words", f"“{timex['text']}”", _shape(timex)) if timex else Step("words", "none of its own")]
    steps += [step for name in ("direction", "rule") for step in told if step.name == name]
    steps += [_anchor(why["anchor"], text)] if why.get("anchor") else []
    steps += [step for step in told if step.name in ("worked out", "beware")]
    return [*steps, Step("result", event["label"], _width(event))]


def _shape(timex: Record) -> str:
    return f"read as {timex['type']} {timex['value']}"


def _width(event: Record) -> str:
    width = event.get("granularity")
    exact = width and Granularity[width.upper()] <= Granularity.DAY
    return f"a {width} wide, as its words are; nothing finer is claimed" if width and not exact else ""


def _anchor(anchor: Record, text: str | None) -> Step:
    kind = ANCHORS.get(anchor["kind"]) or anchor["kind"]
    found = FOUND.get(anchor.get("basis") or "", "")
    if text is not None and anchor.get("text"):
        line = text.count("\n", 0, anchor["start"])
        words = text.split("\n", line + 1)[line].strip()
        found = f"line {line + 1:,} of the file: “{words if len(words) <= 120 else words[:119] + '…'}”"
    elif anchor.get("text"):
        found = f"“{anchor['text']}”"
    elif found:
        found = f"from {found}"
    return Step("reckoned from", date_words(anchor["value"]), f"{kind}; {found}" if found else kind)


def published_words(article: Record, text: str | None = None) -> Record | None:
    """Say when an article was published and which words of the file say so; None when it does not say."""
    value = article.get("published")
    if not value:
        return None
    span, found = article.get("published_span"), FOUND.get(article.get("basis") or "", "")
    words = f"from {found}" if found else ""
    if span and text is not None:
        words += f", “{text[span['start'] : span['end']]}”"
    return {"value": value, "label": date_words(value), "found": words.lstrip(", "), "zone": article.get("zone")}


def span_words(first: int | None, last: int | None) -> str:
    """Name the days between two instants: "8 Jan 2010 – 30 Sep 2011"; over decades only the years: "612 BC – 2025".

    What lies so far apart is mostly known by the year, and a day would be invented.
    """
    if first is None or last is None:
        return ""
    start, end = first // DAY_SECONDS, max(first, last - 1) // DAY_SECONDS
    if end - start > _DECADES:
        (begun, *_), (ended, *_) = civil(start), civil(end)
        return f"{year_label(begun)} – {year_label(ended)}"
    return label_of(None, Interval(start * DAY_SECONDS, (end + 1) * DAY_SECONDS), None)


_DECADES = 7300  # days


def as_of_words(instant: str | None) -> str:
    """Say when the store was last changed: "Sat 8 Feb 2025, 20:15 UTC"; the clock of who reads is never asked."""
    return f"{date_words(instant[:16])} UTC" if instant else ""

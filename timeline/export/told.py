"""An event in JSON in, the lines that tell it to a person out: the same ones in every format that people read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.export.plain import line
from timeline.label import label_of
from timeline.notation import parse_period

_OPENING = ('"', "“", "‘", "„", "«")


def in_marks(sentence: str) -> str:
    """Set a sentence in quotation marks, but for one that begins with its own: those would stand twice.

    >>> in_marks("Talks ended."), in_marks('"We are done," he said.')
    ('“Talks ended.”', '"We are done," he said.')
    """
    return sentence if sentence.startswith(_OPENING) else f"“{sentence}”"


def headline(event: dict[str, Any]) -> str:
    """Give the headline; what is not told as having happened says so."""
    modality = "" if event["modality"] == "happened" else f" [{event['modality']}]"
    return f"{line(event['headline'])}{modality}"


def titled(event: dict[str, Any]) -> str:
    """Give the date and the headline: "Sat 8 Feb 2025, late: Officials reported"."""
    return f"{line(event['label'])}: {headline(event)}".rstrip()


def quoted(event: dict[str, Any]) -> str:
    """Give the sentence in quotation marks."""
    return in_marks(line(event["quote"]))


def told_by(event: dict[str, Any]) -> str:
    """Say who told it and when: "Xinhua, published Tue 11 Feb 2025, 09:33: Talks end"."""
    article = event["article"]
    title = f": {line(article['title'])}" if article["title"] else ""
    return f"{line(article['source']) or 'source unknown'}, {published(event)}{title}"


def published(event: dict[str, Any]) -> str:
    """Say when the article was published: "published Tue 11 Feb 2025, 09:33"."""
    given = event["article"]["published"]
    if not given:
        return "publish date unknown"
    try:
        return f"published {label_of(parse_period(given), None, None)}"
    except ValueError:
        return f"published {line(given)}"


def conflicting(event: dict[str, Any]) -> str | None:
    """Say which other time dates the same happening, None when none does."""
    conflict = event.get("conflict")
    return conflict and f"but “{line(conflict['text'])}” says {line(conflict['edtf'] or conflict['value'])}"


def sure(event: dict[str, Any]) -> str:
    """Say how the date was found and how the text tells it: "stated (right in 95 %); happened"."""
    right = f" (right in {event['confidence'] * 100:.0f} %)" if "confidence" in event else ""
    return f"{event['basis']}{right}; {event['modality']}"


def lines(event: dict[str, Any]) -> Iterator[str]:
    """Tell an event below its title."""
    yield quoted(event)
    yield told_by(event)
    if conflict := conflicting(event):
        yield conflict
    yield f"why this date: {line(event['why']['explanation'])}"
    yield sure(event)

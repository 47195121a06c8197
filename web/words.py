"""Facts of an event in JSON go in, the plain words the pages print come out."""

from __future__ import annotations

from typing import Any

from timeline.calendar import Granularity
from timeline.label import lag
from timeline.query import GRANULARITIES
from timeline.record import moments

BASIS = {
    "stated": "the sentence itself says when",
    "inherited": "the date is carried over from elsewhere in the article",
    "published": "only the publish date to go by",
}
OPEN_BASIS = "the sentence says when, but no date can be told from its words"
OPEN_BASIS_SHORT = "date open"
BASIS_SHORT = {"stated": "date stated", "inherited": "date carried over", "published": "publish date only"}
MODALITY = {
    "happened": "told as something that happened",
    "planned": "told as planned",
    "possible": "told as possible",
    "denied": "told as denied",
    "alleged": "told as alleged",
}
STEPS = {
    "words": ("The words", "what the sentence says about when"),
    "direction": ("What decides", "the word that tells whether they point back or ahead"),
    "rule": ("The rule", "the pattern these words fit; a name in braces stands for any word of its kind"),
    "reckoned from": ("Reckoned from", "the date they lean on"),
    "worked out": ("The arithmetic", "from there to the date"),
    "beware": ("Beware", "what a reader should know"),
    "result": ("So it is", "the date, as wide as the words are"),
}
WIDTHS = {name: f"a {name}" for name in GRANULARITIES} | {
    "hour": "an hour",
    "part": "a part of a day",
    "half": "half a year",
}
SPANS = {"half": "half-year"}
UNDATED = {
    "no": "no events without a date",
    "only": "only events without a date",
    "include": "with events without a date",
}
ORDER = {"asc": "earliest first", "desc": "latest first"}
ANCHORS = {
    "published": "the day this article was published",
    "story": "the date the story stands at",
    "speech": "the day it was said",
    "enclosing": "the wider time it lies in",
    "event": "the day of another happening",
}
PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "by day",
}
FOUND = {
    "header": "a line at the head of the file",
    "metadata": "the metadata of the page",
    "feed": "the feed it came in",
    "url": "the address of the page",
    "filename": "the name of the file",
    "dateline": "the dateline of the story",
    "user": "the person who added it",
}
FATES = {
    "event": "dates an event",
    "duration": "how long, not when",
    "set": "comes again and again",
    "vague": "points to no date",
    "open": "cannot be dated yet",
    "unused": "dated, but no event hangs on it",
    "rejected": "not a date",
}
LEFT_OUT = {
    "header": "a line about the article, not part of its story",
    "byline": "says who wrote it, not what happened",
    "dateline": "says where the story was filed",
    "related": "the headline of another article, so it can date nothing here",
    "boilerplate": "part of the page around the article",
}


def basis_long(event: dict[str, Any]) -> str:
    """Say in a sentence where the date of an event is from; of one without a date, that it is open."""
    return BASIS[event["basis"]] if _is_dated(event) else OPEN_BASIS


def basis_short(event: dict[str, Any]) -> str:
    """Say in two words where the date of an event is from: "date stated"."""
    return BASIS_SHORT[event["basis"]] if _is_dated(event) else OPEN_BASIS_SHORT


def _is_dated(event: dict[str, Any]) -> bool:
    return event["start"] is not None or event["end"] is not None


def told(event: dict[str, Any]) -> str:
    """Say how long after the happening the article told it: "told 3 days later"; empty when either date is open."""
    words = lag(event["article"].get("published"), moments(event))
    if words == "same day" or words.endswith("ahead"):
        return f"told {'the ' if words == 'same day' else ''}{words}"
    return _meanwhile(event) if words == "meanwhile" else words


def _meanwhile(event: dict[str, Any]) -> str:
    """Say where inside a wide date the article was published: "told in the same month"."""
    start, end = moments(event)
    if start is None or end is None:
        return "told before it ended" if start is None else "told after it began"
    width = event.get("granularity") or ""
    if width and Granularity[width.upper()] <= Granularity.DAY:
        return "told meanwhile"  # in the night of two days
    return f"told in the same {SPANS.get(width, width)}" if width else "told between its first day and its last"

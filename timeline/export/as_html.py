"""Events in, one HTML file out that needs nothing else: no script, no other file, to read, to print and to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.export.asked import Asked
from timeline.export.format import Written
from timeline.export.headings import FOLDS, Headings, fresh, headings
from timeline.export.plain import line, words
from timeline.export.style import STYLE
from timeline.export.told import conflicting, published, quoted
from timeline.label import counted
from timeline.lines import loads
from timeline.links import safe_url
from timeline.notation import html_date

# Should anything slip through after all, the browser runs and fetches nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_DOTS = ("second", "minute", "hour", "part", "day")


def write(events: Iterable[bytes], asked: Asked) -> Written:
    """Write each event below its headings; the count stands at the end, where it is known."""
    yield _head(asked).encode()
    above: Headings = ()
    number = 0
    for body in events:
        event = loads(body)
        number += 1
        below = headings(event, asked.filters.since)
        yield "".join([*_headed(below, above), *_item(event, below, asked)]).encode()
        above = below
    closing = _closed(above) if number else "<p>No events.</p>\n"
    yield f"{closing}</main>\n<footer><p>{counted(number, 'event')}. {_FOOT}</p></footer>\n</body>\n</html>\n".encode()
    return None


_FOOT = "Every date was worked out from the words of an article and the day it was published."


def _head(asked: Asked) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{words(asked.title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>Timeline</h1>\n"
        f'<p class="asked">Shown: <bdi>{words(asked.words)}</bdi></p>\n</header>\n<main>\n'
    )


def _headed(below: Headings, above: Headings) -> Iterator[str]:
    """Close the list above and open one below the headings that are new."""
    if below == above:
        return
    if above:
        yield _closed(above)
    for depth, heading in fresh(below, above):
        yield f"<h{depth + 2}>{words(heading)}</h{depth + 2}>\n"
    if below[0] in FOLDS:
        yield f'<details class="fold"><summary>{FOLDS[below[0]]}</summary>\n'
    yield "<ol>\n"


def _closed(above: Headings) -> str:
    return "</ol>\n</details>\n" if above[0] in FOLDS else "</ol>\n"


def _item(event: dict[str, Any], below: Headings, asked: Asked) -> Iterator[str]:
    """Write one event; what it quotes is in a language that the event does not name, and runs in its own direction."""
    modality, level = event["modality"], len(below) + 2
    told = f' <span class="told">{modality}</span>' if modality != "happened" else ""
    again = " again" if event["label"] == below[-1] and not told else ""
    yield f'<li class="{" ".join(_shapes(event))}">\n<p class="when{again}">{_time(event, below[-1])}{told}</p>\n'
    title = f"<bdi>{words(event['headline'])}</bdi>"
    if page := asked.page(event["id"]):
        title = f'<a href="{words(page)}">{title}</a>'
    yield f'<h{level} class="what">{title}</h{level}>\n'
    yield f'<blockquote dir="auto">{_marked(event)}</blockquote>\n'
    yield f'<p class="source">{"; ".join(_source(event))}</p>\n'
    why = words(event["why"]["explanation"])
    yield f'<details class="why"><summary>why this date?</summary><p dir="auto">{why}</p></details>\n</li>\n'


def _shapes(event: dict[str, Any]) -> Iterator[str]:
    """Name how the mark is drawn: the doubt by the modality, the width by a dot or a bracket."""
    yield event["modality"]
    if event["start"] is None:
        yield "undated" if event["end"] is None else "wide until"
    elif event["end"] is None:
        yield "wide since"
    elif event["granularity"] not in _DOTS:
        yield "wide"


def _time(event: dict[str, Any], heading: str) -> str:
    """Write the date; the day above is not printed again, only what it does not say: "late", "20:00"."""
    date, label = html_date(event["edtf"]), words(event["label"])
    if event["label"].startswith(f"{heading}, "):
        label = f'<span class="again">{words(heading)}, </span>{words(event["label"].removeprefix(f"{heading}, "))}'
    return f'<time datetime="{date}">{label}</time>' if date else f"<span>{label}</span>"


def _marked(event: dict[str, Any]) -> str:
    """Write the sentence with the words that date it marked, in quotation marks unless it brings its own."""
    opening, closing = ("“", "”") if quoted(event) != line(event["quote"]) else ("", "")
    return f"{opening}{_quote(event)}{closing}"


def _quote(event: dict[str, Any]) -> str:
    """Mark the words that date the event, where they stand in the sentence."""
    quote, timex = event["quote"], event["timex"]
    if timex:
        start, end = (timex[name] - event["sentence"]["start"] for name in ("start", "end"))
        if start >= 0 and quote[start:end] == timex["text"]:
            before, after = quote[:start], quote[end:]
            return f"{_kept(before)}<mark>{words(timex['text'])}</mark>{_kept(after)}"
    return words(quote)


def _kept(text: str) -> str:
    """Keep the blank at the edge of a piece of a sentence."""
    inner = words(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " " * bool(text)


def _source(event: dict[str, Any]) -> Iterator[str]:
    article = event["article"]
    source = f"<bdi>{words(article['source']) or 'source unknown'}</bdi>"
    yield f"{source}, {words(published(event))}"
    title = f"<bdi>{words(article['title'])}</bdi>" if line(article["title"]) else "the article"
    url = safe_url(article["url"])
    if url:
        yield f'<a href="{words(url)}" rel="noopener noreferrer nofollow">{title}</a>'
    elif article["title"]:
        yield title
    if conflict := conflicting(event):
        yield f'<span class="doubt"><bdi>{words(conflict)}</bdi></span>'
    right = f", {event['confidence'] * 100:.0f} % right" if "confidence" in event else ""
    yield f"{event['basis']}{right}"
    yield str(event["modality"])

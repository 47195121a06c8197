"""`timeline show`, `export`, `explain`: what is stored, as a chronology, as a file, and why a date is what it is."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.cli.common import (
    Refused,
    add_db,
    add_domain,
    add_filters,
    command,
    filters_of,
    opened,
    publish_date,
    tell,
    usage,
    warn,
)
from timeline.cli.missing import undated, unknown
from timeline.export import ARTICLE_FORMATS, FORMATS, Asked
from timeline.query import Filters

if TYPE_CHECKING:
    from timeline.export import Written
    from timeline.model import Explanation, Timex


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `show`, `export` and `explain`."""
    show = command(commands, "show", _show, "print the chronology", "timeline show --from 2025-02 --basis stated")
    formats = (*FORMATS, *ARTICLE_FORMATS)
    show.add_argument("--format", choices=formats, default="text", help="how to write it (default: text)")
    export = command(commands, "export", _show, "write every event that the filters let through", _EXPORT)
    wanted = f"{', '.join(FORMATS)}; for one --article: {', '.join(ARTICLE_FORMATS)}"
    export.add_argument("format", choices=formats, metavar="FORMAT", help=wanted)
    for parser in (show, export):
        add_filters(parser)
        add_db(parser)
    explain = command(commands, "explain", _explain, "say why an event, or a time in a text, has its date", _EXPLAIN)
    explain.add_argument("event", nargs="?", metavar="EVENT_ID")
    explain.add_argument("--text", metavar="TEXT", help="words to explain instead of a stored event")
    explain.add_argument("--published", metavar="DATE", type=publish_date, help="when the text was published")
    add_domain(explain, "news")
    explain.add_argument("--lang", metavar="CODE", default="en", help="its language (default: en)")
    add_db(explain)


_EXPORT = "timeline export csv --from 2025 > events.csv"
_EXPLAIN = 'timeline explain --text "talks resume on Sunday" --published 2025-02-11'


def _show(arguments: argparse.Namespace) -> int:
    filters = filters_of(arguments)
    if arguments.format in ARTICLE_FORMATS:
        return _show_article(arguments, filters)
    with opened(arguments, readonly=True) as store:
        note = _print(FORMATS[arguments.format].write(store.each_event(filters), Asked(filters)))
        hints = [*unknown(store, filters), *(undated(store, filters) if arguments.format == "text" else ())]
    for hint in (note, *hints):
        if hint:
            warn(hint)
    return 0


def _print(parts: Written) -> str | None:
    """Print the parts as they come; give what the format says at its end."""
    while True:
        try:
            sys.stdout.buffer.write(next(parts))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # the iterator's end is not typed


def _show_article(arguments: argparse.Namespace, filters: Filters) -> int:
    """Print one whole article; a filter that would take a part of it is refused."""
    if len(filters.article) != 1 or filters != Filters(article=filters.article):
        usage(arguments, f"{arguments.format} is a format of one article: give one --article and no other filter")
    (key,) = filters.article
    with opened(arguments, readonly=True) as store:
        article = store.article(key)
    if article is None:
        raise Refused(f"{key}: there is no article of this id")
    for part in ARTICLE_FORMATS[arguments.format].write(article):
        sys.stdout.buffer.write(part)
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    if (arguments.event is None) == (arguments.text is None):
        usage(arguments, "give an EVENT_ID or --text, one of the two")
    if arguments.text is not None:
        return _explain_text(arguments)
    with opened(arguments, readonly=True) as store:
        body = store.event(arguments.event)
        is_article = body is None and store.stored(arguments.event) is not None
    if is_article:
        how = f"`timeline show --article {arguments.event} --undated include` lists its events"
        raise Refused(f"{arguments.event}: is an article and no event; {how}")
    if body is None:
        raise Refused(f"{arguments.event}: there is no event of this id")
    from timeline.lines import loads

    for line in _told(loads(body)):
        tell(re.sub(r"(?<=\S)\s+", " ", line))  # a quote may run over several lines of its file
    return 0


def _told(event: dict[str, Any]) -> Iterator[str]:
    """Tell an event and the chain of its date."""
    why, article = event["why"], event["article"]
    modality = "" if event["modality"] == "happened" else f" [{event['modality']}]"
    yield f"{event['label']}{modality}: {event['headline']}"
    yield f"  “{event['quote']}”"
    yield f"  {article['source'] or 'unknown source'}, published {article['published'] or 'at an unknown date'}"
    title = f"“{article['title']}”" if article["title"] else "untitled"
    yield f"  {title}; article {article['id']}"
    yield f"  why: {why['explanation']}"
    yield from (f"  {step['name']}: {step['words']}" for step in why["steps"])
    yield from (f"  not {other['edtf']}: {other['reason']}" for other in why["alternatives"])
    told = {step["words"] for step in why["steps"]}
    yield from (f"  beware: {flag}" for flag in why["flags"] if flag not in told)
    if conflict := event.get("conflict"):
        yield f"  conflict: “{conflict['text']}” says {conflict['edtf'] or conflict['value']}"
    yield f"  basis: {event['basis']}; modality: {event['modality']}"


def _mod(mod: str | None) -> str:
    return f" {mod}" if mod else ""


def _explain_text(arguments: argparse.Namespace) -> int:
    from timeline.cli.tag import domain_of, iso
    from timeline.languages import CODES, missing
    from timeline.pipeline import explain_text

    text: str = arguments.text
    found = explain_text(text, iso(arguments.published), domain_of(arguments), arguments.lang)
    for timex, explanation in found:
        for line in _reasons(text, timex, explanation):
            tell(line)
    if not found:
        tell("no expression of time in these words" if arguments.lang in CODES else missing(arguments.lang))
    return 0


def _reasons(text: str, timex: Timex, explanation: Explanation) -> Iterator[str]:
    yield f"“{timex.span.of(text)}” is {timex.type} {timex.value}{_mod(timex.mod)}"
    yield f"  why: {explanation.sentence}"
    yield from (f"  {step.name}: {step.words}" for step in explanation.steps)
    yield from (f"  not {other.edtf}: {other.reason}" for other in explanation.alternatives)

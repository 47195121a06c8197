"""Model records in, rows of the database out, and back; knows the columns, not the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline import __version__
from timeline.calendar import interval_of
from timeline.lines import dumps, loads
from timeline.model import Article, Block, Domain, Event, Fate, Published, Span, Timeline
from timeline.notation import parse_period
from timeline.query import Cursor
from timeline.record import Record, event_json, timex_edtf
from timeline.store.ranks import OPEN_END, OPEN_START, month_of

Row = tuple[Any, ...]


def _names(names: str) -> tuple[str, ...]:
    return tuple(names.split())


ARTICLE_COLUMNS = _names(
    "id title source url lang domain published basis zone published_start published_end conflict published_key "
    "text sha256 reader blocks notes findings silent engine"
)
TIMEX_COLUMNS = _names("article start stop type value mod quant freq edtf rule outcome reason event flags")
EVENT_COLUMNS = _names("id article place start_key end_key granularity basis modality source body month")
SUMMARY_COLUMNS = _names(
    "id title source url published basis zone conflict lang domain reader engine sha256 supersedes superseded_by "
    "notes findings"
)


def _json(value: object) -> str:
    return dumps(value).decode()


# ---- out --------------------------------------------------------------------------------------------------------


def article_row(timeline: Timeline) -> Row:
    """Give the values of ARTICLE_COLUMNS."""
    article, published = timeline.article, timeline.article.published
    start, end = published.span if published and published.span else (None, None)
    return (
        article.id,
        article.title,
        article.source,
        article.url,
        article.lang,
        article.domain.value,
        published.value if published else None,
        published.basis if published else None,
        published.zone if published else None,
        start,
        end,
        published.conflict if published else None,
        published_key(published),
        article.text,
        article.sha256,
        article.reader,
        _json([[block.kind, *block.span] for block in article.blocks]),
        _json(article.notes),
        _json(timeline.notes),
        _json([[*sentence.span, sentence.kind, reason] for sentence, reason in timeline.silent]),
        __version__,
    )


def published_key(published: Published | None) -> int:
    """Give the instant that sorts an article; those without a date stand last."""
    if published is None:
        return OPEN_END
    try:
        return interval_of(parse_period(published.value)).start or 0
    except ValueError:
        return OPEN_END


def timex_row(article: str, fate: Fate) -> Row:
    """Give the values of TIMEX_COLUMNS."""
    timex = fate.timex
    return (
        article,
        *timex.span,
        timex.type,
        timex.value,
        timex.mod,
        timex.quant,
        timex.freq,
        timex_edtf(timex),
        timex.mention.rule,
        fate.outcome,
        fate.reason,
        fate.event,
        _json(timex.flags),
    )


def event_row(timeline: Timeline, event: Event) -> Row:
    """Give the values of EVENT_COLUMNS."""
    key = sort_key(timeline, event)
    return (
        event.id,
        key.article,
        key.offset,
        key.start,
        key.end,
        event.granularity.word if event.granularity else None,
        event.basis,
        event.modality.value,
        timeline.article.source,
        _json(event_json(timeline, event)),
        month_of(key.end - 1 if key.start == OPEN_START and key.end is not None else key.start),
    )


def sort_key(timeline: Timeline, event: Event) -> Cursor:
    """Give an event's place in the order of everything: start, end, article, offset."""
    start, end = event.interval or (None, None)
    offset = event.provenance.trigger.start
    if start is None and end is None:
        return Cursor(None, None, timeline.article.id, offset)
    return Cursor(OPEN_START if start is None else start, OPEN_END if end is None else end, timeline.article.id, offset)


# ---- and back ---------------------------------------------------------------------------------------------------


def article_of(row: Sequence[Any], *, laid_out: bool = True) -> Article:
    """Make the article of a row of ARTICLE_COLUMNS, as it was read; without its blocks where they are not asked for."""
    value = dict(zip(ARTICLE_COLUMNS, row, strict=True))
    start = value["published_start"]
    span = None if start is None else Span(start, value["published_end"])
    published = value["published"] and Published(
        value["published"], value["basis"], value["zone"], span, value["conflict"]
    )
    return Article(
        id=value["id"],
        text=value["text"],
        published=published,
        blocks=_blocks(loads(value["blocks"])) if laid_out else (),
        title=value["title"],
        source=value["source"],
        url=value["url"],
        lang=value["lang"],
        domain=Domain(value["domain"]),
        reader=value["reader"],
        sha256=value["sha256"],
        notes=tuple(loads(value["notes"])),
    )


def _blocks(rows: Sequence[Any]) -> tuple[Block, ...]:
    return tuple([Block(kind, Span(first, last)) for kind, first, last in rows])


def summary_of(row: Sequence[Any]) -> Record:
    """Make an article's entry in a list from SUMMARY_COLUMNS and its numbers of all and of undated events."""
    *columns, events, undated = row
    record = dict(zip(SUMMARY_COLUMNS, columns, strict=True))
    record["notes"] = loads(record["notes"]) + loads(record.pop("findings"))
    return {**record, "event_count": events, "undated_count": undated}


def content_of(row: Sequence[Any]) -> Record:
    """Make the parts that only a whole article has, from its text, blocks, silent and where its date stands."""
    text, blocks, silent, start, end = row
    return {
        "published_span": None if start is None else {"start": start, "end": end},
        "text": text,
        "blocks": [{"kind": kind, "start": first, "end": last} for kind, first, last in loads(blocks)],
        "silent": [
            {"start": first, "end": last, "kind": kind, "reason": reason} for first, last, kind, reason in loads(silent)
        ],
    }


def fate_of(row: Sequence[Any], text: str) -> Record:
    """Make a timex of an article and what became of it from a row of TIMEX_COLUMNS, as `record.fate_json`."""
    value = dict(zip(TIMEX_COLUMNS, row, strict=True))
    start, end = value["start"], value["stop"]
    kept = ("type", "value", "mod", "quant", "freq", "edtf", "rule", "outcome", "reason", "event")
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        **{name: value[name] for name in kept},
        "flags": loads(value["flags"]),
    }

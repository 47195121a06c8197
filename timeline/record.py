"""Model records in, JSON-ready dictionaries out, with the keys and their order as users rely on them.

The store keeps an event in this form, so that lists are served without building anything again.
"""

from __future__ import annotations

from typing import Any

from timeline.calendar import Interval
from timeline.model import Anchor, Event, Fate, Span, Timeline, Timex
from timeline.notation import edtf, edtf_range, iso_instant, parse_edtf

Record = dict[str, Any]


def event_json(timeline: Timeline, event: Event) -> Record:
    """Write an event with its provenance; start and end are null where open or undated, offsets are code points."""
    article, timex, source = timeline.article, event.provenance.timex, event.provenance
    start, end = event.interval or (None, None)
    record: Record = {
        "id": event.id,
        "url": f"/events/{event.id}",
        "headline": event.headline,
        "quote": event.quote,
        "start": None if start is None else iso_instant(start),
        "end": None if end is None else iso_instant(end),
        "granularity": event.granularity.word if event.granularity else None,
        "edtf": event.edtf or None,
        "label": event.label,
        "basis": event.basis,
        "modality": event.modality.value,
    }
    if event.confidence is not None and event.interval is not None:  # where no date was given, none can be right
        record["confidence"] = event.confidence
    record["timex"] = _timex(article.text, timex) if timex else None
    if source.conflict:
        record["conflict"] = {**_timex(article.text, source.conflict), "edtf": timex_edtf(source.conflict)}
    record["why"] = _why(timeline, event)
    record["trigger"] = _words(article.text, source.trigger)
    record["sentence"] = {**_place(source.sentence.span), "kind": source.sentence.kind}
    record["article"] = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published.value if article.published else None,
        "url": article.url,
    }
    return record


def _why(timeline: Timeline, event: Event) -> Record:
    article, explanation, timex = timeline.article, event.provenance.explanation, event.provenance.timex
    return {
        "explanation": explanation.sentence,
        "rule": explanation.rule,
        "direction": timex.direction if timex else None,
        "cue": _words(article.text, timex.cue.span) if timex and timex.cue else None,
        "anchor": _anchor(timeline, event),
        "alternatives": [{"edtf": other.edtf, "reason": other.reason} for other in explanation.alternatives],
        "steps": [{"name": step.name, "words": step.words} for step in explanation.steps],
        "flags": list(timex.flags) if timex else [],
    }


def _anchor(timeline: Timeline, event: Event) -> Record | None:
    """Give what the date was reckoned from; with no words of its own an event leans on the publish date."""
    article, timex = timeline.article, event.provenance.timex
    published = article.published
    anchor = timex.anchor if timex else None
    if timex is None and event.interval and published:
        anchor = Anchor("published", published.value, published.basis, published.span)
    if anchor is None:
        return None
    record: Record = {"kind": anchor.kind, "value": anchor.value, "basis": anchor.basis}
    if anchor.kind == "event" and anchor.span:
        record["event"] = next((each.id for each in timeline.events if _is_dated_by(each, anchor.span)), None)
    return {**record, **_words(article.text, anchor.span)} if anchor.span else record


def _is_dated_by(event: Event, span: Span) -> bool:
    return event.basis == "stated" and event.provenance.timex is not None and event.provenance.timex.span == span


def timex_edtf(timex: Timex) -> str | None:
    """Write what a timex covers in EDTF, `1984~` when it is about; None when it covers nothing."""
    if timex.interval is None:
        return None
    exact = timex.period is not None and None not in timex.interval
    written = edtf(timex.period) if exact and timex.period else edtf_range(timex.interval)
    return f"{written}~" if timex.mod == "APPROX" and "/" not in written else written


def moments(event: Record) -> Interval:
    """Give what an event in JSON covers, in instants; both ends None when it is undated."""
    start, end = event.get("start"), event.get("end")
    return Interval(parse_edtf(start).start if start else None, parse_edtf(end).start if end else None)


def fate_json(fate: Fate, text: str) -> Record:
    """Write a timex of an article and what became of it."""
    timex = fate.timex
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.span.of(text),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "edtf": timex_edtf(timex),
        "rule": timex.mention.rule,
        "outcome": fate.outcome,
        "reason": fate.reason,
        "event": fate.event,
        "flags": list(timex.flags),
    }


def tagged_json(timex: Timex, text: str) -> Record:
    """Write a timex as `timeline tag` answers it; this runs once for each timex of a corpus."""
    start, end = timex.mention.span
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
    }


def _timex(text: str, timex: Timex) -> Record:
    return {
        "text": timex.span.of(text),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        **_place(timex.span),
    }


def _words(text: str, span: Span) -> Record:
    return {"text": span.of(text), **_place(span)}


def _place(span: Span) -> Record:
    return {"start": span.start, "end": span.end}

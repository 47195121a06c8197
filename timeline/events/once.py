"""The events of an article -> those events with what headline and lead both tell told once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from timeline.calendar import Interval
from timeline.events.thread import Ground
from timeline.model import Event, Sentence, Span

_LEAD: Final = 2  # sentences of the body that may tell what the headline tells
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def told_once(
    ground: Ground, sentences: Sequence[Sentence], events: Sequence[Event]
) -> tuple[tuple[Event, ...], dict[str, str]]:
    """Leave out what is told twice: in the headline and in the lead, or by a sentence that stands twice in the text.

    Of headline and lead the longer one stays, of two sentences the first. Gives the events that stay, and for each that
    goes the id of the one that tells the same.
    """
    leads = set(islice((sentence.span for sentence in sentences if sentence.kind == "body"), _LEAD))
    lead = [event for event in events if event.provenance.sentence.span in leads]
    instead = _repeated(events)
    for event in events:
        if event.provenance.sentence.kind == "headline":
            same = next((each for each in lead if each.id not in instead and _is_same(ground, event, each)), None)
            if same is not None:
                gone, stays = (event, same) if len(event.quote) <= len(same.quote) else (same, event)
                instead[gone.id] = stays.id
    instead = {gone: instead.get(stays, stays) for gone, stays in instead.items()}
    return tuple(event for event in events if event.id not in instead), instead


def _repeated(events: Sequence[Event]) -> dict[str, str]:
    """Find what a sentence tells that stands word for word before: a teaser above the text, a quotation beside it."""
    first: dict[tuple[str, str, Interval | None, int], Event] = {}
    instead: dict[str, str] = {}
    for event in events:
        sentence, trigger = event.provenance.sentence.span, event.provenance.trigger
        told = first.setdefault((event.quote, event.edtf, event.interval, trigger.start - sentence.start), event)
        if told.provenance.sentence.span != sentence:
            instead[event.id] = told.id
    return instead


def _is_same(ground: Ground, event: Event, other: Event) -> bool:
    """Say whether two events are one: at one time, of one modality, named by one word or told in the same words."""
    if event.modality is not other.modality or not _meet(event.interval, other.interval):
        return False
    stem = ground.language.happenings.stem
    words = (each.provenance.trigger.of(ground.folded) for each in (event, other))
    if len({stem(word) for word in words}) == 1:
        return True
    said = _stems(ground, event.provenance.sentence.span)
    return len(said & _stems(ground, other.provenance.sentence.span)) * 2 > len(said)


def _meet(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or None in one or None in other:
        return one == other
    return one.start < other.end and other.start < one.end  # type: ignore[operator]


def _stems(ground: Ground, span: Span) -> set[str]:
    stem = ground.language.happenings.stem
    return {stem(word.group()) for word in _WORD.finditer(ground.folded, *span)}

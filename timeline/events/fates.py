"""Timexes and sentences that gave no event -> what became of them, in words: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from timeline.events.attach import leans, stands_apart
from timeline.events.dateline import is_dateline
from timeline.events.stamps import is_stamp
from timeline.events.thread import Ground
from timeline.model import Article, Fate, Span, Timex


def fates_of(
    article: Article, ground: Ground, timexes: Sequence[Timex], dated: Mapping[Span, str], alone: Container[Span]
) -> Iterator[Fate]:
    """Yield what became of each time of an article.

    dated  the events by the spans that date them
    alone  times that are all their sentence says
    """
    for timex in timexes:
        event = dated.get(timex.span)
        if event:
            length = "says how far an event lies from another"
            apart = timex.type == "DURATION" and timex.interval is None
            yield Fate(timex, "event", length if apart else "dates an event", event)
        elif timex.span in alone and timex.interval:
            yield Fate(timex, "unused", "stands alone: nothing is told of it")
        else:
            yield Fate(timex, *_fate(article, ground, timex))


def _fate(article: Article, ground: Ground, timex: Timex) -> tuple[str, str]:
    if timex.type == "DURATION" and timex.interval is None:
        return "duration", "a length of time, not a date"
    if timex.type == "SET":
        return "set", "a time that comes again and again, not one date"
    if timex.value.endswith("_REF"):
        return "vague", "points to a time without saying when"
    if timex.interval is None:
        missing = "this article has no publish date" if article.published is None else "nothing tells which is meant"
        return "open", f"cannot be dated yet: {missing}"
    if leans(ground.folded, timex, ground.language):
        return "unused", "says how far from another happening one lies, and is reckoned with that"
    if is_dateline(ground.folded, timex, ground.language):
        return "unused", "says when the article was written: it dates nothing"
    if is_stamp(ground.folded, timex, ground.language):
        return "unused", "says when the words beside it were written: it dates nothing"
    if stands_apart(ground.folded, timex, ground.language):
        return "unused", "part of a name, or a thing is compared with that time: it dates nothing"
    return "unused", "another time in the same clause dates its happening"


def silence_of(timexes: Sequence[Timex], dated: Mapping[Span, str], *, alone: bool) -> str:
    """Say why a sentence gave no event; `alone`: it is a time and nothing else."""
    if not timexes:
        return "no time is said in it"
    if alone:
        heads = any(timex.span in dated for timex in timexes)
        return "it is a date, which dates what stands below" if heads else "it is a time alone: nothing is told of it"
    if any(timex.span in dated for timex in timexes):
        return "it tells the same happening as another sentence, which says more"
    kinds = {_KINDS.get(t.type, "date") if not t.value.endswith("_REF") else "vague reference" for t in timexes}
    return "it says only a " + " and a ".join(sorted(kinds))


_KINDS: Final = {"DURATION": "length of time", "SET": "recurring time"}

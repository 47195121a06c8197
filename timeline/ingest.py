"""Paths and hints in, stored articles out: read, extract, save; one Outcome for each article or refusal.

Reading and saving are done here, extracting by any function that works like `map`, in this process or in others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from timeline import pipeline, reading
from timeline.model import Article, Timeline
from timeline.reading import Hints, Refusal
from timeline.store import Saved, Store

STANDARD_INPUT = "standard input"
BATCH_CHARACTERS, BATCH_ARTICLES = 1 << 20, 64  # what is held at once while others extract

# Works like the builtin map: `concurrent.futures.Executor.map` does.
Mapper = Callable[[Callable[[Article], Timeline], Iterable[Article]], Iterable[Timeline]]


class Outcome(NamedTuple):
    """What became of an input.

    name      the file or stream
    status    added | redated | unchanged (it is there already), or refused, with the reason
    article   None when refused
    timeline  what was extracted, None when nothing had to be
    """

    name: str
    status: Saved | str
    article: Article | None = None
    timeline: Timeline | None = None
    reason: str = ""


class _Read(NamedTuple):
    name: str
    article: Article


def ingest(paths: Iterable[str], hints: Hints, store: Store | None = None, mapper: Mapper = map) -> Iterator[Outcome]:
    """Read files, folders and `-`, extract and save; yield what became of each, in the order of reading.

    Without a store nothing is saved and all that is readable is "added": a dry run. An article that is there already
    is not extracted again. Raises StoreError when the store fails; what was yielded before stays stored.
    """
    batch: list[_Read] = []
    for found in read_all(paths, hints):
        if isinstance(found, Refusal):
            yield from _settle(batch, store, mapper)
            batch = []
            yield Outcome(found.name, "refused", reason=found.reason)
            continue
        batch.append(found)
        full = len(batch) >= BATCH_ARTICLES or sum(len(read.article.text) for read in batch) >= BATCH_CHARACTERS
        if mapper is map or full:
            yield from _settle(batch, store, mapper)
            batch = []
    yield from _settle(batch, store, mapper)


def read_all(paths: Iterable[str], hints: Hints) -> Iterator[_Read | Refusal]:
    """Read every article of the paths with the name of the input it came from; `-` is standard input."""
    for path in paths:
        if path == "-":
            yield from _named(STANDARD_INPUT, reading.read_stream(sys.stdin.buffer, STANDARD_INPUT, hints))
            continue
        if reading.is_address(path):
            yield from _named(path, reading.read_address(path, hints))
            continue
        for file in reading.find_files((path,)):
            yield from (file,) if isinstance(file, Refusal) else _named(str(file), reading.read_file(file, hints))


def _named(name: str, found: Iterator[Article | Refusal]) -> Iterator[_Read | Refusal]:
    return (one if isinstance(one, Refusal) else _Read(name, one) for one in found)


def _settle(batch: list[_Read], store: Store | None, mapper: Mapper) -> Iterator[Outcome]:
    """Extract what is new in a batch and save it, one article a transaction."""
    foreseen = [store.foresee(read.article) if store else "added" for read in batch]
    new = [read.article for read, saved in zip(batch, foreseen, strict=True) if saved != "unchanged"]
    timelines = iter(mapper(pipeline.timeline_of, new))
    for (name, article), saved in zip(batch, foreseen, strict=True):
        if saved == "unchanged":
            stored = store.stored(article.id) if store else None
            yield Outcome(name, saved, stored or article)
            continue
        timeline = next(timelines)
        yield Outcome(name, store.save(timeline) if store else saved, article, timeline)

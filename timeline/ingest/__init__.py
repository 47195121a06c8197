"""Paths and hints in, stored articles out: read, extract, save; one Outcome for each article or refusal.

Inputs are cut into pieces of bytes, any `concurrent.futures.Executor` reads and extracts them, here or elsewhere, and
this process alone writes, in the order of the inputs. What is yielded is stored; what an earlier run has stored is not
read again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from timeline.ingest.own import own_files
from timeline.ingest.piece import Piece, Stored
from timeline.ingest.pieces import Own, crumbs, cut
from timeline.ingest.work import Answer, Here, work
from timeline.ingest.workers import Workers
from timeline.model import Article, Timeline
from timeline.reading import Hints, Refusal
from timeline.store import Kept, Part, Reached, Saved, Store

__all__ = ["Found", "Outcome", "ingest", "own_files"]

_RUN_BYTES, _RUN_FILES = 1 << 17, 32  # small files that are read, extracted and stored together


class Found(NamedTuple):
    """What was extracted from an article: how many events, how many of them without a date, and what was noticed."""

    total: int
    undated: int
    notes: tuple[str, ...]


class Outcome(NamedTuple):
    """What became of an input, or of an article in it.

    name        the file or stream
    status      added | redated | unchanged (it is there already), or refused, with the reason
    article     None when refused, or when an input of several articles was not read again; without its blocks when it
                was stored just now
    events      what was extracted, None when nothing had to be
    timeline    all of it, in a dry run
    supersedes  the id of the article whose newer version it is
    note        what to know of its place among versions
    number      of articles
    size        bytes of the input that are done with it
    """

    name: str
    status: Saved | str
    article: Article | None = None
    events: Found | None = None
    timeline: Timeline | None = None
    reason: str = ""
    supersedes: str | None = None
    note: str = ""
    number: int = 1
    size: int = 0


_Task = list[Piece] | Stored | Refusal
_Do = Callable[[list[Piece]], list[list[Answer]]]
_ENDS = "ended the process that read it, twice: for want of memory, or by a fault of this program"
_Waiting = deque[tuple[_Task, Future[Any] | None]]


def ingest(
    paths: Iterable[str],
    hints: Hints,
    store: Store | None = None,
    executor: Executor | None = None,
    *,
    ahead: int = 1,
    stop: Callable[[], bool] = bool,
    own: Own | None = None,
) -> Iterator[Outcome]:
    """Read files, folders and `-`, extract and save; yield what became of each, in the order of reading.

    Without a store nothing is saved and all that is readable is "added": a dry run. `ahead` is how many pieces may be
    under way at once; when `stop` says so, those are finished and no other is begun. `own` tells the files that are
    the store's, by default those of the store given. Raises StoreError when the store fails; what was yielded before
    stays stored.
    """
    own = own or (own_files(store.name) if store else _nobodys)
    known = store.reached if store else _unknown
    tasks = _runs(cut(paths, hints, known, own))
    do = partial(work, hints=hints, dry=store is None)
    seen: set[str] = set()
    for task, answers in _in_order(tasks, do, executor or Here(), ahead, stop):
        if isinstance(task, Refusal):
            yield Outcome(task.name, "refused", reason=task.reason)
        elif isinstance(task, Stored):
            assert store is not None  # noqa: S101  only a store knows of it
            yield from _again(task, store)
        elif store:
            yield from _settle(task, answers, store)
        else:
            yield from _shown(task, answers, seen)


def _unknown(path: str, options: str) -> Reached | None:  # noqa: ARG001  it knows none
    return None


def _nobodys(file: Path) -> bool:  # noqa: ARG001  without a store there is nothing of it
    return False


def _runs(pieces: Iterable[Piece | Stored | Refusal]) -> Iterator[_Task]:
    """Put small files together; a part of JSON Lines goes alone and at once."""
    run: list[Piece] = []
    for piece in pieces:
        alone = not isinstance(piece, Piece) or piece.number > 0
        if run and (alone or len(run) >= _RUN_FILES or sum(len(each.data) for each in run) >= _RUN_BYTES):
            yield run
            run = []
        if not isinstance(piece, Piece):
            yield piece
        elif alone:
            yield [piece]
        else:
            run.append(piece)
    if run:
        yield run


def _in_order(
    tasks: Iterable[_Task],
    do: _Do,
    executor: Executor,
    ahead: int,
    stop: Callable[[], bool],
) -> Iterator[tuple[_Task, list[list[Answer]]]]:
    """Hand out tasks, so many ahead, and give each with its answers in the order of the tasks."""
    waiting: _Waiting = deque()
    for task in tasks:
        if stop():  # asked only where something is left to do
            waiting = _begun(waiting)
            break
        waiting.append((task, executor.submit(do, task) if isinstance(task, list) else None))
        while len(waiting) >= ahead:
            yield _taken(waiting, do, executor)
    while waiting:
        yield _taken(waiting, do, executor)


def _begun(waiting: _Waiting) -> _Waiting:
    """Call back what nobody has begun to work on; give what stands before that."""
    called_back = [future is not None and future.cancel() for _, future in reversed(waiting)][::-1]
    return deque(islice(waiting, (*called_back, True).index(True)))


def _taken(waiting: _Waiting, do: _Do, executor: Executor) -> tuple[_Task, list[list[Answer]]]:
    task, future = waiting.popleft()
    if not future or not isinstance(task, list):
        return task, []
    try:
        return task, future.result()
    except BrokenExecutor:
        if not isinstance(executor, Workers):
            raise
        return task, [[answer for crumb in crumbs(piece) for answer in _apart(crumb, do, executor)] for piece in task]


def _apart(crumb: Piece, do: _Do, executor: Workers) -> list[Answer]:
    """Try once more what was under way when a process died; what ends the next one too is refused by its name."""
    try:
        (answers,) = executor.apart(do, [crumb])
    except BrokenExecutor:
        name = f"{crumb.name} line {crumb.number}" if crumb.number else crumb.name
        return [Answer(name, reason=_ENDS)]
    return list(answers)


# ---- one writer -------------------------------------------------------------------------------------------------


def _settle(run: list[Piece], answers: list[list[Answer]], store: Store) -> Iterator[Outcome]:
    """Store what a run gave in one change; nothing is yielded before it is stored."""
    kept = store.keep([_part(piece, given) for piece, given in zip(run, answers, strict=True)])
    for piece, given, saved in zip(run, answers, kept, strict=True):
        yield from _sized(_told(given, iter(saved), store), piece.size)


def _part(piece: Piece, answers: list[Answer]) -> Part:
    """Put together what is stored with a piece; an input that gave no article at all is not recorded as read."""
    name = piece.inside or piece.name
    articles = tuple(answer.prepared for answer in answers if answer.prepared)
    refusals = tuple((answer.name.removeprefix(name), answer.reason) for answer in answers if answer.reason)
    recorded = piece.reached if articles or piece.number or piece.inside else None
    return Part(piece.name, articles, refusals, recorded, piece.begins)


def _told(answers: list[Answer], kept: Iterator[Kept], store: Store) -> Iterator[Outcome]:
    for name, prepared, _, reason in answers:
        if prepared is None:
            yield Outcome(name, "refused", reason=reason)
            continue
        saved, supersedes, note = next(kept)
        if saved == "unchanged":
            article = store.stored(prepared.id) or prepared.told()
            yield Outcome(name, saved, article, supersedes=supersedes, note=note)
        else:
            events = Found(len(prepared.events), prepared.undated, prepared.findings)
            yield Outcome(name, saved, prepared.told(), events, supersedes=supersedes, note=note)


def _sized(outcomes: Iterable[Outcome], size: int) -> Iterator[Outcome]:
    """Let the last outcome of a piece say how many bytes are done with it."""
    held: Outcome | None = None
    for outcome in outcomes:
        if held:
            yield held
        held = outcome
    if held:
        yield held._replace(size=size)


def _again(task: Stored, store: Store) -> Iterator[Outcome]:
    """Tell of an input that was stored before, and once more what was refused of it."""
    reached = task.reached
    held = store.held(reached.path, reached.options)
    article = store.stored(held.articles[0]) if len(held.articles) == 1 else None
    if held.articles:
        yield Outcome(task.name, "unchanged", article, number=len(held.articles), size=reached.size)
    for place, reason in held.refusals:
        yield Outcome(task.name + place, "refused", reason=reason)


def _shown(run: list[Piece], answers: list[list[Answer]], seen: set[str]) -> Iterator[Outcome]:
    for piece, given in zip(run, answers, strict=True):
        yield from _sized((_dry(answer, seen) for answer in given), piece.size)


def _dry(answer: Answer, seen: set[str]) -> Outcome:
    """Tell what an article would give; `seen` holds the ids of those before, and takes its own."""
    timeline = answer.timeline
    if timeline is None:
        return Outcome(answer.name, "refused", reason=answer.reason)
    if timeline.article.id in seen:
        return Outcome(answer.name, "unchanged", timeline.article, timeline=timeline)
    seen.add(timeline.article.id)
    undated = sum(event.interval is None for event in timeline.events)
    found = Found(len(timeline.events), undated, timeline.notes)
    return Outcome(answer.name, "added", timeline.article, found, timeline)

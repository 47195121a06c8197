"""Pieces of inputs in, answers out: what a worker does, wherever it is. Pure but for what the readers load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from typing import Any, NamedTuple

from timeline import pipeline, reading
from timeline.ingest.piece import Piece
from timeline.ingest.pieces import fault, guarded
from timeline.model import Article, Timeline
from timeline.reading import Hints, Refusal
from timeline.store import Prepared, prepare


class Answer(NamedTuple):
    """What one article of a piece came to: rows to be written, a timeline to be shown, or the reason of a refusal."""

    name: str
    prepared: Prepared | None = None
    timeline: Timeline | None = None
    reason: str = ""


def work(pieces: Sequence[Piece], hints: Hints, *, dry: bool) -> list[list[Answer]]:
    """Read and extract every article of the pieces; `dry` gives timelines and no rows."""
    return [[_answer(one, piece.name, dry=dry) for one in _read(piece, hints)] for piece in pieces]


def _read(piece: Piece, hints: Hints) -> Iterable[Article | Refusal]:
    if not isinstance(piece.data, bytes):
        return piece.data
    if piece.number:
        return guarded(reading.read_lines(piece.data, piece.name, hints, piece.number), piece.name)
    return guarded(reading.read_bytes(piece.data, piece.name, hints), piece.name)


def _answer(one: Article | Refusal, name: str, *, dry: bool) -> Answer:
    if isinstance(one, Refusal):
        return Answer(one.name, reason=one.reason)
    try:
        timeline = pipeline.timeline_of(one)
        return Answer(name, timeline=timeline) if dry else Answer(name, prepare(timeline))
    except Exception as error:
        return Answer(name, reason=fault("dated", error))


class Here(Executor):
    """Does what it is given at once, in this process."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it; give its result as one that is there already."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

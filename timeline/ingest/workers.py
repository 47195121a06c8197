"""A number of processes in, an executor over them out: they die with the one that writes, and leave Ctrl-C to it.

A process that dies takes the others of its pool with it, so what is given after that goes to a new one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any

from timeline.ingest.work import Here

AHEAD = 2  # pieces under way for each process: one at work, one at hand while the writer writes


def workers(jobs: int) -> Executor:
    """Give what does the work of so many processes; one is this process itself."""
    return Here() if jobs == 1 else Workers(jobs)


class Workers(Executor):
    """Processes that work; whoever leaves it by an exception does not wait for them."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool = _pool(jobs)
        self._apart: ProcessPoolExecutor | None = None

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have it done by a process."""
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._pool = _pool(self.jobs)
            return self._pool.submit(fn, *args, **kwargs)

    def apart(self, fn: Any, /, *args: Any) -> Any:
        """Have it done where nothing else is under way; BrokenExecutor when it ends that process."""
        self._apart = self._apart or _pool(1)
        try:
            return self._apart.submit(fn, *args).result()
        except BrokenExecutor:
            self._apart = None
            raise

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes go; without `wait` they are ended at what they do."""
        for pool in (self._pool, self._apart):
            if pool and not wait:
                _leave_unsent(pool)
            if pool:
                pool.shutdown(wait, cancel_futures=cancel_futures)
        if not wait:
            for process in multiprocessing.active_children():
                process.terminate()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Start processes that do not inherit an open database: none is forked."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=gc.get_threshold())


def _leave_unsent(pool: ProcessPoolExecutor) -> None:
    """Wait at the end for nothing that is on its way to a process.

    Pythons before 3.11.5 wait for ever for what a process that is ended does not take any more (their gh-94777).
    """
    queue: Any = getattr(pool, "_call_queue", None)
    if queue is not None:
        queue.cancel_join_thread()


def ahead(jobs: int) -> int:
    """Say how many pieces should be under way."""
    return 1 if jobs == 1 else AHEAD * jobs


def _begin(*threshold: int) -> None:
    """Look for rings of references as seldom as the process that writes; leave Ctrl-C to it, and end with it."""
    gc.set_threshold(*threshold)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    """End when the parent does, however it ended: nobody else would tell a process that waits for work."""
    wait([sentinel])
    os._exit(1)

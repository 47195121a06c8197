"""A number of processes in, an executor over them out: they die with the one that writes, and leave Ctrl-C to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.connection import wait

from timeline.ingest.work import Here

AHEAD = 2  # pieces under way for each process: one at work, one at hand while the writer writes


def workers(jobs: int) -> Executor:
    """Give what does the work of so many processes; one is this process itself.

    The processes must not inherit an open database, so none is forked.
    """
    if jobs == 1:
        return Here()
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def ahead(jobs: int) -> int:
    """Say how many pieces should be under way."""
    return 1 if jobs == 1 else AHEAD * jobs


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    """End when the parent does, however it ended: nobody else would tell a process that waits for work."""
    wait([sentinel])
    os._exit(1)

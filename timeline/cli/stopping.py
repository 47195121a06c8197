"""Ctrl-C in, a wish to stop out: what is under way is finished first, a second one ends at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from timeline.cli.common import warn


class Stop:
    """A wish to stop, once a signal has come."""

    def __init__(self) -> None:
        self.signals: list[int] = []
        self._come = threading.Event()

    def __call__(self) -> bool:
        """Say whether one has come."""
        return bool(self.signals)

    def note(self, number: int) -> None:
        """Take a signal."""
        self.signals.append(number)
        self._come.set()

    def wait(self, seconds: float) -> None:
        """Wait so long, or until a signal comes."""
        self._come.wait(seconds)


@contextmanager
def stopping(*, at_once: bool = False) -> Iterator[Stop]:
    """Give what says whether a signal to stop has come; `at_once` interrupts what waits for input that may not come."""
    stop = Stop()

    def ask(number: int, _: FrameType | None) -> None:
        stop.note(number)
        if at_once or len(stop.signals) > 1:
            raise KeyboardInterrupt
        warn("stopping when the article at hand is done; once more to stop at once")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""Ctrl-C in, a wish to stop out: what is under way is finished first, a second one ends at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from timeline.cli.common import warn


@contextmanager
def stopping(*, at_once: bool = False) -> Iterator[Callable[[], bool]]:
    """Give what says whether a signal to stop has come; `at_once` interrupts what waits for input that may not come."""
    asked: list[int] = []

    def ask(number: int, _: FrameType | None) -> None:
        asked.append(number)
        if at_once or len(asked) > 1:
            raise KeyboardInterrupt
        warn("stopping when the article at hand is done; once more to stop at once")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""What is done in, how far it is on standard error out: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from timeline.cli.common import warn

_BAR_EVERY, _LINE_EVERY = 0.1, 10.0  # seconds
_WIDTH = 20


class Progress:
    """How far a run is: articles, bytes, failures; the bar gives way to other lines by `clear`."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self.articles = self.failures = self.size = 0
        self._started = self._shown = time.monotonic()
        self._bar = sys.stderr.isatty()
        self._drawn = False

    def add(self, articles: int, failures: int, size: int) -> None:
        """Count what is done, and show it when it is time."""
        self.articles, self.failures, self.size = self.articles + articles, self.failures + failures, self.size + size
        now = time.monotonic()
        if now - self._shown < (_BAR_EVERY if self._bar else _LINE_EVERY):
            return
        self._shown = now
        if self._bar:
            self._draw(f"\r\033[K{self._filled()}{self.told(now - self._started)}")
            self._drawn = True
        else:
            warn(self.told(now - self._started))

    def clear(self) -> None:
        """Take the bar away, so that a line can be written."""
        if self._drawn:
            self._draw("\r\033[K")
            self._drawn = False

    def told(self, seconds: float) -> str:
        """Say how far it is, in words; the rate and the time left are of the bytes.

        >>> progress = Progress(4_000_000); progress.size = 1_000_000; progress.articles = 250; progress.told(10)
        '250 articles, 25 % of 4.0 MB, 100 KB/s, 30 s left'
        """
        rate = self.size / seconds if seconds else 0.0
        parts = [f"{self.articles:,} article{'' if self.articles == 1 else 's'}"]
        if self.total:
            parts.append(f"{min(100, 100 * self.size // self.total)} % of {self.total / 1e6:.1f} MB")
        parts.append(f"{rate / 1e3:,.0f} KB/s")
        if self.total and rate:
            parts.append(f"{_duration((self.total - self.size) / rate)} left")
        if self.failures:
            parts.append(f"{self.failures:,} refused")
        return ", ".join(parts)

    def _filled(self) -> str:
        if not self.total:
            return ""
        full = min(_WIDTH, _WIDTH * self.size // self.total)
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] "

    def _draw(self, line: str) -> None:
        sys.stderr.write(line)
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def size_of(paths: Iterable[str]) -> int | None:
    """Add up the bytes of files and folders; None when standard input is among them."""
    total = 0
    for named in paths:
        if named == "-":
            return None
        path = Path(named)
        inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        total += sum(_bytes(file) for file in (inside if os.path.isdir(path) else (path,)))
    return total


def _bytes(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0

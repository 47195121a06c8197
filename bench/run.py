"""A command and its input -> the processor time and the memory it took, pinned to one core."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CORE = max(os.sched_getaffinity(0))  # the last one: the first is where a machine does its housekeeping


class Cost(NamedTuple):
    """What a run took.

    seconds    of processor time, its threads together: what the clock shows on a core that nobody else uses
    megabytes  the most memory it held at once
    elapsed    seconds by the clock
    """

    seconds: float
    megabytes: float
    elapsed: float


def run(command: Sequence[str], lines: Sequence[bytes], *, pinned: bool = True) -> Cost:
    """Run a command over lines, on one core if pinned; RuntimeError with its own words when it fails."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(b"\n".join(lines) + b"\n")
        given.seek(0)
        began = time.monotonic()
        child = subprocess.Popen(  # noqa: S603  (commands of this folder)
            command,
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd=HERE.parent,
            preexec_fn=_pin if pinned else None,
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(
                f"{command[0]} ended with {child.returncode}: {said.read().decode(errors='replace')[-500:]}"
            )
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, time.monotonic() - began)


def _pin() -> None:
    os.sched_setaffinity(0, {CORE})

"""A command and its input -> the processor time and the memory it took, pinned to one core."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CORE = max(os.sched_getaffinity(0))  # the last one: the first is where a machine does its housekeeping
_MEASURED = (sys.executable, "-I", "-S", str(HERE / "measured.py"))


class Cost(NamedTuple):
    """What a run took.

    seconds    of processor time, its threads together: what the clock shows on a core that nobody else uses
    megabytes  the most memory it held at once
    elapsed    seconds by the clock
    """

    seconds: float
    megabytes: float
    elapsed: float


def run(command: Sequence[str], lines: Iterable[bytes], *, pinned: bool = True) -> Cost:
    """Run a command over lines, on one core if pinned; RuntimeError with its own words when it fails."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.writelines(line + b"\n" for line in lines)
        given.seek(0)
        done = subprocess.run(  # noqa: S603  (commands of this folder)
            (*_MEASURED, *command),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=said,
            cwd=HERE.parent,
            preexec_fn=_pin if pinned else None,
            check=False,
        )
        ended = json.loads(done.stdout) if not done.returncode else {"code": done.returncode}
        if ended["code"]:
            said.seek(0)
            words = said.read().decode(errors="replace")[-500:]
            raise RuntimeError(f"{command[0]} ended with {ended['code']}: {words}")
    return Cost(**ended["cost"])


def _pin() -> None:
    os.sched_setaffinity(0, {CORE})

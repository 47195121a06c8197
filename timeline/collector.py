"""How often Python looks for rings of references, which the records of a stream never form.

To look costs most where much is kept at once: the words and readings a stream has learned. Each look passes over them.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import Final, NoReturn

# New objects between two looks, Python's own measure being 700: more than the records of what is at hand at once, for
# whatever is at hand is looked through and kept.
_YOUNG: Final = 200_000


def collect_seldom() -> None:
    """Look less often: for readers of files, whose libraries do leave rings. It takes 7 % of the time else."""
    gc.set_threshold(_YOUNG)


def collect_never() -> None:
    """Do not look at all: for a stream of lines that no library but ours reads; memory stays flat over any length."""
    gc.disable()


def leave(code: int) -> NoReturn:
    """End the process with an exit code; at once where nothing is collected, or seldom.

    Python would first give back, word by word, what a run has learned, which takes a tenth of a stream's time; the
    system takes all of it back in one go. Such a run tells each answer before it reads on, and has closed what it
    opened, so nothing is left to be written.
    """
    if gc.isenabled() and gc.get_threshold()[0] < _YOUNG:
        sys.exit(code)
    atexit._run_exitfuncs()  # the locks of processes that worked beside it outlast them
    os._exit(code)

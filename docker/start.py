"""In: the articles mounted at /seeds, if any. Out: the page on port 8000 of the container, until it is stopped."""

from __future__ import annotations

import sys
from pathlib import Path

from timeline.cli import main

SEEDS = Path("/seeds")


def start() -> int:
    """Read the seeds, then serve; an article that is refused is named on standard error and stops nothing else."""
    if SEEDS.is_dir() and any(SEEDS.iterdir()):
        code = main(["add", str(SEEDS)])
        if code not in (0, 1):
            return code
    return main(["serve", "--host", "0.0.0.0", "--port", "8000"])  # noqa: S104 - in a container, docker decides who may


if __name__ == "__main__":
    sys.exit(start())

"""`python -m timeline` and the command `timeline`: the command line as a process of its own."""

from typing import NoReturn

from timeline.cli import main
from timeline.collector import leave


def run() -> NoReturn:
    """Run the command that the process was started with."""
    leave(main())


if __name__ == "__main__":  # worker processes import this file too
    run()

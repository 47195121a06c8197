"""`python -m timeline` and the command `timeline`: the command line as a process of its own."""

import os
import sys
from typing import NoReturn

from timeline.cli import main
from timeline.collector import leave


def run() -> NoReturn:
    """Run the command that the process was started with; a stream closed from the start is empty and takes all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115  (as long as the process lives)
    leave(main())


if __name__ == "__main__":  # worker processes import this file too
    run()

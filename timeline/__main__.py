"""`python -m timeline`: the command line."""

import sys

from timeline.cli import main

if __name__ == "__main__":  # worker processes import this file too
    sys.exit(main())

"""Words of a command line in, an exit code out; results go to standard output, all else to standard error.

Exit codes: 0 done; 1 something was refused, each named with its reason, the rest done; 2 usage; 130 interrupted.
What a command needs is imported when it runs: `--help` and `tag --jsonl` start fast.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NoReturn

from timeline.cli import add, keep, log, serve, show, tag, watch
from timeline.cli.common import Refused, silence, usage, warn
from timeline.compiled import CHANGED

__all__ = ["main"]


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line: the usage of a command with many options would bury the reason."""

    def error(self, message: str) -> NoReturn:
        """End with a usage error."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


_EXAMPLE = """\
example:
  timeline add seeds/
  timeline show --from 2025-02 --to 2025-03
  timeline serve
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    if CHANGED:
        warn(f"{CHANGED[0]} is not as it was compiled: the sources run, slower; `make build` compiles anew")
    try:
        parser, names = _parser()
        words = sys.argv[1:] if argv is None else argv
        _check_command(parser, names, words)
        arguments, unknown = parser.parse_known_args(words)
        if unknown:  # the command's own parser complains, for its --help names what there is
            usage(arguments, f"unrecognized arguments: {' '.join(unknown)}")
        run: Callable[[argparse.Namespace], int] = arguments.run
        code = run(arguments)
        sys.stdout.flush()
    except Refused as refused:
        warn(str(refused))
        return 1
    except BrokenPipeError:
        silence(sys.stdout)  # whoever read the results has read enough
        return 0
    except OSError as error:
        silence(sys.stdout)
        warn(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return 1
    except KeyboardInterrupt as interrupted:
        warn(f"interrupted; {str(interrupted) or 'what was reported as done is done'}")
        return 130
    return code


def _parser() -> tuple[Parser, Sequence[str]]:
    """Give the parser and the names of its commands."""
    parser = Parser(
        prog="timeline",
        description="Drop articles in, read one chronological timeline in which every date explains itself.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"timeline {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for family in (add, watch, show, tag, serve, keep, log):
        family.add_commands(commands)
    return parser, tuple(commands.choices)


def _check_command(parser: Parser, names: Sequence[str], words: Sequence[str]) -> None:
    """Refuse a first word that is no command and no option, with the one that was meant."""
    first = words[0] if words else "--help"
    if first.startswith("-") and first not in _OPTIONS:
        parser.error(f"there is no option {first}")
    if not first.startswith("-") and first not in names:
        meant = get_close_matches(first, names, 1)
        there = f"did you mean {meant[0]}?" if meant else f"there are {', '.join(names)}"
        parser.error(f"there is no command {first!r}; {there}")


_OPTIONS = frozenset({"-h", "--help", "--version", "--"})


def _version() -> str:
    from timeline import __version__

    return __version__

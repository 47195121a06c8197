"""`timeline log`: the append-only log of a store in, a line for each entry out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from timeline.cli.common import Refused, add_db, command, opened, tell

if TYPE_CHECKING:
    from timeline.store import Entry


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `log`."""
    parser = command(
        commands, "log", _log, "tell what was done to the store, or to one article, oldest first", "timeline log"
    )
    parser.add_argument("article", metavar="ARTICLE_ID", nargs="?", help="only what was done to this article")
    add_db(parser)


def _log(arguments: argparse.Namespace) -> int:
    lines = 0
    with opened(arguments, readonly=True) as store:
        for entry in store.log(arguments.article):
            tell(line_of(entry))
            lines += 1
    if arguments.article and not lines:
        raise Refused(f"{arguments.article}: the log tells of no article of this id")
    return 0


def line_of(entry: Entry) -> str:
    """Tell an entry in a line: when, what, which article, its title or else the input it came from, the rest."""
    title = f'"{entry.title}"' if entry.title else entry.name
    told = "; ".join(" ".join(part.split()) for part in (entry.article, title, entry.detail) if part)
    return f"{entry.at} {entry.what}: {told}"

"""What the commands share: options in, filters and an open store out; lines to the two streams."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TextIO

from timeline.query import FILTER_NAMES, Filters, QueryError, read_filters

if TYPE_CHECKING:
    from timeline.store import Store

DOMAINS = ("auto", "news", "narrative", "colloquial")
_HELP = {
    "from": "first date wanted, EDTF: 2025, 2025-02, 2025-02-08",
    "to": "last date wanted, included at its width",
    "text": 'words to find; "words in quotes" stand together',
    "source": "only from this source (repeatable)",
    "article": "only from the article of this id (repeatable)",
    "granularity": "only dates of this width: day, month, year ... (repeatable)",
    "basis": "stated, inherited or published (repeatable)",
    "modality": "happened, planned, possible, denied or alleged (repeatable)",
    "undated": "events without a date: no, only or include (default: no)",
    "order": "asc or desc (default: asc)",
}


class Refused(Exception):  # noqa: N818  it is not an error of ours
    """A request that cannot be done, in one line."""


# Controls, line separators and marks of direction: in a name or a title they could draw over what is told.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Write what a terminal would obey as `\u001b`.

    >>> one_line("a\x1b[2J\n")
    'a\\u001b[2J\\u000a'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def warn(line: str) -> None:
    """Write a line for a person to standard error."""
    try:
        print(f"timeline: {one_line(line)}", file=sys.stderr)
    except OSError:  # nobody hears it: what was asked for is done all the same
        silence(sys.stderr)


def tell(line: str) -> None:
    """Write a line of results, in UTF-8 whatever the terminal says it is."""
    sys.stdout.buffer.write(one_line(line).encode() + b"\n")


def report(line: str) -> None:
    """Tell what was done; the work goes on when nobody hears it any more."""
    try:
        tell(line)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)


def silence(stream: TextIO) -> None:
    """Let what is written from here on go nowhere: Python would complain of a closed stream once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    purpose: str,
    example: str,
) -> argparse.ArgumentParser:
    """Add a command with its help and an example."""
    parser = commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run, fail=parser.error)
    return parser


def add_db(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command that touches a store."""
    default = os.environ.get("TIMELINE_DB") or "timeline.db"
    parser.add_argument("--db", metavar="FILE", default=default, help=f"the store (default: {default})")
    parser.add_argument(
        "--wait", metavar="SECONDS", type=float, default=10.0, help="how long to wait for another writer (default: 10)"
    )


def add_domain(parser: argparse.ArgumentParser, default: str) -> None:
    """Add the kind of text."""
    parser.add_argument(
        "--domain", choices=DOMAINS, default=default, help=f"what kind of text it is (default: {default})"
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters, the same as over HTTP."""
    group = parser.add_argument_group("filters")
    for name in FILTER_NAMES:
        group.add_argument(f"--{name}", dest=f"filter_{name}", action="append", metavar=name.upper(), help=_HELP[name])


def filters_of(arguments: argparse.Namespace) -> Filters:
    """Read the filters; an unreadable one is a usage error that names it."""
    given = {name: getattr(arguments, f"filter_{name}") or [] for name in FILTER_NAMES}
    try:
        return read_filters(given)
    except QueryError as error:
        return usage(arguments, f"argument --{error.field}: {error.reason}")


def usage(arguments: argparse.Namespace, complaint: str) -> NoReturn:
    """End with a usage error."""
    arguments.fail(complaint)
    raise AssertionError("argparse ends the program")


@contextmanager
def opened(arguments: argparse.Namespace, *, readonly: bool = False) -> Iterator[Store]:
    """Open the store of a command; what goes wrong with it is one line."""
    from timeline.store import Store, StoreError

    try:
        with Store.open(arguments.db, readonly=readonly, wait=arguments.wait) as store:
            yield store
    except StoreError as error:
        raise Refused(str(error)) from error


def publish_date(text: str) -> str:
    """Check a publish date given by a user; the words are kept as typed."""
    from timeline.reading.dates.published import parse_published, why_no_date

    if parse_published(text) is None:
        why = why_no_date(text).replace("a full date", "a date such as 2025-02-11 or 2025-02-11T09:33")
        raise argparse.ArgumentTypeError(f"{text!r} {why}")
    return text

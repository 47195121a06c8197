"""`timeline add`: files in, stored articles and a line about each out."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline.cli.common import add_db, add_domain, collect_seldom, command, opened, publish_date, tell, warn

if TYPE_CHECKING:
    from timeline.ingest import Mapper, Outcome
    from timeline.reading import Hints

_MEGABYTE = 1 << 20
_SHARE = 4  # articles handed to a worker at once: fewer messages, and still an even load
_WORDS = {"unchanged": "already there", "redated": "dated anew"}


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `add`."""
    parser = command(
        commands,
        "add",
        _add,
        "read files and folders, store the articles and their events",
        'timeline add article.txt --published 2025-02-11 --source "Example Wire"',
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, - for standard input, or an http(s) address"
    )
    parser.add_argument(
        "--published", metavar="DATE", type=publish_date, help="the publish date, where it is known better"
    )
    parser.add_argument("--source", metavar="NAME", help="who published it")
    parser.add_argument("--title", metavar="T", help="its title")
    add_domain(parser, "auto")
    parser.add_argument("--lang", metavar="CODE", help="its language, ISO 639-1 (default: found out)")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=1, help="processes that extract (default: 1)")
    parser.add_argument(
        "--max-size", metavar="MB", type=_positive, default=16, help="largest article read (default: 16)"
    )
    parser.add_argument(
        "--column",
        metavar="KEY=NAME",
        type=_column,
        action="append",
        default=[],
        help="which column of a table, or key of JSON, is which: text=body (repeatable; default: guessed)",
    )
    parser.add_argument("--allow-network", action="store_true", help="fetch what is given as http(s) address")
    parser.add_argument("--dry-run", action="store_true", help="say what would be stored, store nothing")
    add_db(parser)


def _column(words: str) -> tuple[str, str]:
    from timeline.reading.columns import read_column_option

    try:
        return read_column_option(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _add(arguments: argparse.Namespace) -> int:
    from timeline.ingest import ingest

    hints = _hints(arguments)
    collect_seldom()
    with _mapper(arguments.jobs) as mapper:
        if arguments.dry_run:
            return _report(ingest(arguments.paths, hints, None, mapper), hints, dry=True)
        with opened(arguments) as store:
            return _report(ingest(arguments.paths, hints, store, mapper), hints)


def _hints(arguments: argparse.Namespace) -> Hints:
    from timeline.reading import Hints

    return Hints(
        published=arguments.published,
        source=arguments.source,
        title=arguments.title,
        domain=arguments.domain,
        lang=arguments.lang,
        max_size=arguments.max_size * _MEGABYTE,
        columns=tuple(arguments.column),
        network=arguments.allow_network,
        explain=arguments.dry_run,
    )


@contextmanager
def _mapper(jobs: int) -> Iterator[Mapper]:
    """Give a map that runs here, or in other processes; those must not inherit an open database, so none is forked."""
    if jobs == 1:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        mapper: Any = partial(pool.map, chunksize=_SHARE)
        yield mapper


def _report(outcomes: Iterator[Outcome], hints: Hints, *, dry: bool = False) -> int:
    """Tell what became of each input as it happens, and count at the end."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[outcome.status] += 1
        if outcome.article is None:
            warn(f"refused: {outcome.name}: {outcome.reason}")
            continue
        tell("; ".join((_line(outcome, dry), *_unheard(outcome, hints))))
        sys.stdout.flush()
    total = ", ".join(f"{count} {_WORDS.get(status, status)}" for status, count in counts.items())
    warn(f"{total or 'nothing to read'}{' (dry run: nothing was stored)' if dry else ''}")
    return 1 if counts["refused"] else 0


def _line(outcome: Outcome, dry: bool) -> str:
    article, timeline = outcome.article, outcome.timeline
    assert article is not None  # noqa: S101  refusals have been told
    status = "would add" if dry else _WORDS.get(outcome.status, outcome.status)
    dated = (
        f"published {article.published.value} ({article.published.basis})" if article.published else "no publish date"
    )
    parts = [f"{status}: {outcome.name}", article.id, f'"{article.title}"' if article.title else "untitled", dated]
    if dry:
        parts.append(article.reader)
    notes = article.notes
    if timeline:
        undated = sum(event.interval is None for event in timeline.events)
        parts.append(_counted(len(timeline.events), "event") + (f", {undated} of them undated" if undated else ""))
        notes += timeline.notes
    return "; ".join((*parts, *notes))


def _unheard(outcome: Outcome, hints: Hints) -> Iterator[str]:
    """Name the options that a stored article did not follow, for it is not read anew for them."""
    article = outcome.article
    if outcome.status != "unchanged" or article is None:
        return
    given = {"title": hints.title, "lang": hints.lang, "domain": None if hints.domain == "auto" else hints.domain}
    kept = {"title": article.title, "lang": article.lang, "domain": article.domain.value}
    for name, value in given.items():
        if value is not None and value != kept[name]:
            yield f"--{name} was not applied: `timeline remove {article.id}` first"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

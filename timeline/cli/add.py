"""`timeline add`: files in, stored articles and a line about each out."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

from timeline.cli.common import (
    Refused,
    add_db,
    add_domain,
    command,
    opened,
    publish_date,
    report,
    warn,
)
from timeline.cli.progress import Progress, size_of
from timeline.collector import collect_seldom

if TYPE_CHECKING:
    from timeline.ingest import Outcome
    from timeline.reading import Hints

_MEGABYTE = 1 << 20
GO_ON = "what was reported as stored is stored, and the same command goes on from there"
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
    parser.add_argument("--title", metavar="T", help="its title")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=1, help="processes that extract (default: 1)")
    add_reading(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would be stored, store nothing")
    add_db(parser)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options that hold for every input of a run."""
    parser.add_argument("--source", metavar="NAME", help="who published it")
    add_domain(parser, "auto")
    parser.add_argument("--lang", metavar="CODE", type=_language, help="its language, ISO 639-1 (default: found out)")
    parser.add_argument(
        "--max-size",
        metavar="MB",
        type=_positive,
        default=16,
        help="largest article read (default: 16, of which 2 million characters of text)",
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


def _column(words: str) -> tuple[str, str]:
    from timeline.reading.formats.columns import read_column_option

    try:
        return read_column_option(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _add(arguments: argparse.Namespace) -> int:
    from timeline.cli.stopping import stopping
    from timeline.ingest import ingest, own_files
    from timeline.ingest.workers import ahead, workers
    from timeline.reading import count_hidden

    hints = hints_of(arguments)
    collect_seldom()
    with ExitStack() as held:
        keeps = not arguments.dry_run and (os.path.exists(arguments.db) or _leads_to_any(arguments.paths))
        store = held.enter_context(opened(arguments)) if keeps else None
        executor = held.enter_context(workers(arguments.jobs))
        stop = held.enter_context(stopping(at_once="-" in arguments.paths))
        outcomes = ingest(
            arguments.paths,
            hints,
            store,
            executor,
            ahead=ahead(arguments.jobs),
            stop=stop,
            own=own_files(arguments.db),
        )
        try:
            progress, hidden = Progress(size_of(arguments.paths)), count_hidden(arguments.paths)
            return _report(outcomes, hints, progress, stop, hidden, dry=arguments.dry_run)
        except BrokenExecutor:
            raise Refused(f"a process that extracts was ended from outside; {GO_ON}") from None


def _language(given: str) -> str:
    """Take a language as a code or by its name; another word is a usage error, for it would go unheard."""
    from timeline.reading import language_code

    if language_code(given) is None:
        raise argparse.ArgumentTypeError(f"{given!r} is no language code, such as en (ISO 639-1)")
    return given


def _leads_to_any(paths: list[str]) -> bool:
    """Say whether there is anything to read: a store is not made for names that lead nowhere."""
    from timeline.reading import Refusal, find_files, is_address

    given = any(path == "-" or is_address(path) for path in paths)
    return given or any(not isinstance(file, Refusal) for file in find_files(paths))


def hints_of(arguments: argparse.Namespace) -> Hints:
    """Read what the user says about the inputs; a command that lacks an option says nothing by it."""
    from timeline.reading import Hints, shown

    title: str | None = getattr(arguments, "title", None)
    return Hints(
        published=getattr(arguments, "published", None),
        source=arguments.source and shown(arguments.source),
        title=title and shown(title),
        domain=arguments.domain,
        lang=arguments.lang,
        max_size=arguments.max_size * _MEGABYTE,
        columns=tuple(arguments.column),
        network=arguments.allow_network,
        explain=getattr(arguments, "dry_run", False),
    )


def _report(
    outcomes: Iterator[Outcome],
    hints: Hints,
    progress: Progress,
    stopped: Callable[[], bool],
    hidden: int,
    *,
    dry: bool,
) -> int:
    """Tell what became of each input as it happens, and count at the end."""
    counts: Counter[str] = Counter()
    undated = 0
    try:
        for outcome in outcomes:
            counts[outcome.status] += outcome.number
            undated += outcome.article is not None and outcome.article.published is None
            progress.clear()
            refused = outcome.status == "refused"
            if refused:
                warn(f"refused: {outcome.name}: {outcome.reason}")
            else:
                report("; ".join((line_of(outcome, dry=dry), *_unheard(outcome, hints))))
            progress.add(0 if refused else outcome.number, int(refused), outcome.size)
    finally:
        progress.clear()
    counts.update({"hidden, passed over": hidden} if hidden else {})
    warn(f"{_total(counts, undated)}{' (dry run: nothing was stored)' if dry else ''}")
    if stopped():
        warn(f"interrupted; {GO_ON}")
        return 130
    return 1 if counts["refused"] else 0


def _total(counts: Mapping[str, int], undated: int) -> str:
    """Tell at the end how many inputs went which way."""
    total = ", ".join(f"{count} {_WORDS.get(status, status)}" for status, count in counts.items())
    total += f"; {undated} without a publish date" if undated else ""
    return total or "nothing to read"


def line_of(outcome: Outcome, *, dry: bool = False) -> str:
    """Tell in a line what became of an article."""
    article = outcome.article
    status = _WORDS.get(outcome.status, "would add" if dry else outcome.status)
    if article is None:
        return f"{status}: {outcome.name}; {_counted(outcome.number, 'article')}"
    dated = (
        f"published {article.published.value} ({article.published.basis})" if article.published else "no publish date"
    )
    parts = [f"{status}: {outcome.name}", article.id, f'"{article.title}"' if article.title else "untitled", dated]
    domain = article.domain.value
    if domain != "news" and not any(note.startswith(f"read as {domain}") for note in article.notes):
        parts.append(f"read as {domain}")
    if dry:
        parts.append(article.reader)
    events = outcome.events
    if events:
        parts.append(
            _counted(events.total, "event") + (f", {events.undated} of them undated" if events.undated else "")
        )
    if outcome.supersedes:
        parts.append(f"a newer version of {outcome.supersedes}{', ' if outcome.note else ''}{outcome.note}")
    elif outcome.note:
        parts.append(outcome.note)
    notes = article.notes if dry else (_with_remedy(note, article.id) for note in article.notes)
    return "; ".join((*parts, *notes, *(events.notes if events else ())))


def _with_remedy(note: str, article: str) -> str:
    """Say after a note on what a stored article lacks how it is given that."""
    from timeline.reading import UNDATED, UNTOLD

    if note == UNTOLD:
        return f"{note}: timeline remove {article}, then add it with --lang CODE"
    return f"{note}: timeline date {article} YYYY-MM-DD" if note == UNDATED else note


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

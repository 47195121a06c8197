"""`timeline date`, `remove`, `rebuild`, `check`, `backup`: looking after a store."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from timeline.cli.common import Refused, add_db, command, opened, publish_date, report, warn
from timeline.collector import collect_seldom
from timeline.query import Filters

if TYPE_CHECKING:
    from timeline.store import Store


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `date`, `remove`, `rebuild`, `check` and `backup`."""
    date = command(
        commands, "date", _date, "give an article its publish date; its events are dated anew and keep their ids", _DATE
    )
    date.add_argument("article", metavar="ARTICLE_ID")
    date.add_argument("published", metavar="DATE", type=publish_date)
    remove = command(
        commands, "remove", _remove, "take an article and its events out; the log keeps that it was there", _REMOVE
    )
    remove.add_argument("article", metavar="ARTICLE_ID")
    rebuild = command(
        commands, "rebuild", _rebuild, "extract every stored article again with today's rules, in one change", _REBUILD
    )
    check = command(
        commands, "check", _check, "verify the file: pages, quotes, versions, search index; change nothing", _CHECK
    )
    backup = command(commands, "backup", _backup, "copy the store into a new file, while it is in use", _BACKUP)
    backup.add_argument("file", metavar="FILE")
    for parser in (date, remove, rebuild, check, backup):
        add_db(parser)


_DATE = "timeline date 9f2c4e7a10b35d68 2025-02-11"
_REMOVE = "timeline remove 9f2c4e7a10b35d68"
_REBUILD = "timeline rebuild --db timeline.db"
_CHECK = "timeline check --db timeline.db"
_BACKUP = "timeline backup timeline-2025-02-11.db"


def _existing(arguments: argparse.Namespace) -> None:
    """Make no new store where one was expected."""
    with opened(arguments, readonly=True):
        pass


def _date(arguments: argparse.Namespace) -> int:
    from timeline.pipeline import timeline_of
    from timeline.reading import ABOUT_DATE, dated

    _existing(arguments)
    with opened(arguments) as store:
        stored = store.stored(arguments.article)
        before = _ids_of(store, arguments.article)
        timeline = timeline_of(dated(stored, arguments.published)) if stored else None
        saved = store.date(timeline) if timeline else None
    if stored is None or timeline is None or saved is None:
        raise Refused(f"{arguments.article}: there is no article of this id")
    undated = sum(event.interval is None for event in timeline.events)
    published = timeline.article.published
    told = {"redated": "dated anew"}.get(saved, "dated so already")
    date = published.value if published else "no date"
    events = f"{len(timeline.events)} event{'' if len(timeline.events) == 1 else 's'}"
    doubts = [f"; {note}" for note in timeline.article.notes if note.startswith(ABOUT_DATE)]
    open_ones = f", {undated} of them undated" if undated else ""
    changed = _changed(before, {event.id for event in timeline.events}) if saved == "redated" else ""
    report(f"{told}: {stored.id}; published {date}; {events}{open_ones}{changed}{''.join(doubts)}")
    return 0


def _ids_of(store: Store, article: str) -> set[str]:
    from timeline.lines import loads

    return {loads(body)["id"] for body in store.each_event(Filters(article=(article,), undated="include"))}


def _changed(before: set[str], after: set[str]) -> str:
    """Say how many events a new date made or took away; nothing when it only moved them."""
    counts = {"added": len(after - before), "gone": len(before - after)}
    return "".join(f"; {number} event{'' if number == 1 else 's'} {what}" for what, number in counts.items() if number)


def _remove(arguments: argparse.Namespace) -> int:
    _existing(arguments)
    with opened(arguments) as store:
        if not store.remove(arguments.article):
            raise Refused(f"{arguments.article}: there is no article of this id")
    report(f"removed: {arguments.article}")
    return 0


def _rebuild(arguments: argparse.Namespace) -> int:
    from timeline.pipeline import timeline_of

    _existing(arguments)
    collect_seldom()
    with opened(arguments) as store:
        rebuilt = store.rebuild(timeline_of)
    for change in rebuilt.changes:
        known = [date or "no date" for date in (change.before, change.after)]
        dates = {"added": known[1], "gone": known[0]}.get(change.what, " -> ".join(known))
        report(f"{change.what}: {change.id} {dates} {change.headline}")
    changes = f"{len(rebuilt.added)} added, {len(rebuilt.redated)} re-dated, {len(rebuilt.gone)} gone"
    warn(f"articles extracted again: {rebuilt.articles}; events: {changes}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    with opened(arguments, readonly=True) as store:
        faults = 0
        for fault in store.faults():
            warn(f"{arguments.db}: {fault}")
            faults += 1
        articles = 0 if faults else store.articles(1).total
    if faults:
        warn(f"{arguments.db}: {faults} fault{'' if faults == 1 else 's'}")
        return 1
    report(f"all is well: {arguments.db}; {articles} article{'' if articles == 1 else 's'}")
    return 0


def _backup(arguments: argparse.Namespace) -> int:
    with opened(arguments, readonly=True) as store:
        store.backup(arguments.file)
    report(f"backed up: {arguments.file}")
    return 0

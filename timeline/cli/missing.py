"""A store and the filters of a question in, lines about what is not shown out: unknown names, events without a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.query import Filters

if TYPE_CHECKING:
    from timeline.store import Store

_MOST = 10  # sources named; who has more of them finds theirs on the page


def unknown(store: Store, filters: Filters) -> Iterator[str]:
    """Name the articles and sources asked for that are not in the store, and the sources that are."""
    yield from (f"no article {key!r}; `timeline log` names them" for key in filters.article if not store.stored(key))
    there = store.facets(Filters(undated="include"))["source"] if filters.source else {}
    for name in filters.source:
        if name not in there:
            yield f"no source {name!r}; there {_listed(sorted(there))}"


def _listed(names: list[str]) -> str:
    if not names:
        return "is none"
    rest = len(names) - _MOST
    words = ", ".join(names[:_MOST]) + (f" and {rest} more" if rest > 0 else "")
    return f"{'is' if len(names) == 1 else 'are'} {words}"


def undated(store: Store, filters: Filters) -> Iterator[str]:
    """Count the events that match and are left out for want of a date, and say how they are seen."""
    number = store.events(replace(filters, undated="only"), 1).at_least if filters.undated == "no" else 0
    if number:
        yield f"{number} event{'' if number == 1 else 's'} without a date left out; --undated only shows them"

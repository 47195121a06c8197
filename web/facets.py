"""Counts by source, granularity, basis and modality go in; the choices of the filter form come out.

Also the chips above the list: what is asked for now, each with the address of the page without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.query import FILTER_NAMES, Filters
from web.links import address
from web.words import BASIS_SHORT, MODALITY, ORDER, UNDATED, WIDTHS

SOURCES = 12
_TITLES = {"source": "Source", "basis": "How sure", "modality": "Kind", "granularity": "As exact as"}
_ASKED = {"text": "found", "granularity": "as exact as", "undated": ""}


class Choice(NamedTuple):
    """A value of a facet, in words, with the number of events that have it."""

    value: str
    words: str
    size: int
    chosen: bool


class Facet(NamedTuple):
    """A filter with its values; `more` says how many are not listed."""

    name: str
    title: str
    choices: Sequence[Choice]
    more: int = 0


class Chip(NamedTuple):
    """Something asked for: its name, its words, and the address of the page without it."""

    name: str
    words: str
    url: str


def facets(counts: Mapping[str, Mapping[str, int]], filters: Filters) -> list[Facet]:
    """Give the facets that have something to choose; what is chosen stays, also when nothing has it."""
    sources = sorted(counts["source"].items(), key=lambda item: (-item[1], item[0]))
    sources += [(name, 0) for name in filters.source if name not in counts["source"]]
    kept = [item for place, item in enumerate(sources) if place < SOURCES or item[0] in filters.source]
    choices = [Choice(name, name, count, name in filters.source) for name, count in kept]
    found = [Facet("source", _TITLES["source"], choices, len(sources) - len(kept))]
    found += [_closed("basis", BASIS_SHORT, counts["basis"], filters.basis)]
    found += [_closed("modality", {name: name for name in MODALITY}, counts["modality"], filters.modality)]
    found += [_closed("granularity", WIDTHS, counts["granularity"], filters.granularity)]
    return [facet for facet in found if facet.choices]


def _closed(name: str, words: Mapping[str, str], counts: Mapping[str, int], chosen: Sequence[str]) -> Facet:
    """Give a facet whose values are known and stand in their own order."""
    choices = [Choice(value, said, counts.get(value, 0), value in chosen) for value, said in words.items()]
    return Facet(name, _TITLES[name], [choice for choice in choices if choice.size or choice.chosen])


def chips(asked: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> list[Chip]:
    """Say what is asked for, in the order of the filters; `titles` names the articles."""
    return [
        Chip(_ASKED.get(name, name), _said(name, text, titles), address("front.index", _without(asked, name, text)))
        for name in FILTER_NAMES
        for text in asked.get(name, ())
    ]


def _without(asked: Mapping[str, Sequence[str]], name: str, text: str) -> dict[str, list[str]]:
    rest = {other: [each for each in texts if (other, each) != (name, text)] for other, texts in asked.items()}
    return {other: texts for other, texts in rest.items() if texts and other != "cursor"}


def _said(name: str, text: str, titles: Mapping[str, str]) -> str:
    if name == "text":
        return f"“{text}”"
    known = {"order": ORDER, "article": titles, "basis": BASIS_SHORT, "granularity": WIDTHS, "undated": UNDATED}
    return known.get(name, {}).get(text, text)

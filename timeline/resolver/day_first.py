"""Mentions of a text -> the same, with dates in figures read day first where another date of the text must be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from timeline.calendar import DAY, Period, civil, day_number, exists
from timeline.meaning import At, Dated, Meaning
from timeline.model import Mention

_SLASHED: Final = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)(?![\d/])")
_REST, _FIRST = re.compile(r"/(\d\d?)/(?:\d{4}|\d\d)(?![\d/])"), re.compile(r"(?<![\d/])(\d\d?)$")
_MONTHS: Final = 12


def day_first(mentions: Sequence[Mention], folded: str, published: Period | None = None) -> Sequence[Mention]:
    """Read "03/04/2026" as 3 April where the text has "31/03/2026" and no date that must be month first.

    A text that names the day of its publication so, "Photo taken on 03/04/2026", writes the day first as well.
    """
    if "/" not in folded:
        return mentions
    figures = [*_figures(folded)]
    if not figures or any(second > _MONTHS for _, second in figures):
        return mentions
    proved = any(first > _MONTHS for first, _ in figures) or _names_today(mentions, folded, published)
    return [_turned(mention, folded) for mention in mentions] if proved else mentions


def _names_today(mentions: Sequence[Mention], folded: str, published: Period | None) -> bool:
    """Say whether a date read day first is that of publication, and none read month first is."""
    if published is None:
        return False
    written = [m for m in mentions if "/" in folded[m.span.start : m.span.end]]
    turned = [_turned(mention, folded) for mention in written]
    if not any(_is_on(m, published) for m in turned) or any(_is_on(m, published) for m in written):
        return False
    return _near(turned, published) >= _near(written, published)  # else one date fits by chance


def _is_on(mention: Mention, day: Period) -> bool:
    return _day_of(mention) == day


def _near(mentions: Sequence[Mention], day: Period) -> int:
    """Count the dates that lie near the publish date, as most that are told do."""
    days = [_day_of(mention) for mention in mentions]
    return sum(each is not None and abs(each.number - day.number) <= _MONTH for each in days)


_MONTH: Final = 31  # days


def _day_of(mention: Mention) -> Period | None:
    meaning = mention.meaning.of if isinstance(mention.meaning, Dated) else mention.meaning
    fixed = isinstance(meaning, At) and meaning.period.granularity is DAY
    return meaning.period if isinstance(meaning, At) and fixed else None


def _figures(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the first two figures of each date; the engine leaps to a slash, where it would try every figure."""
    for rest in _REST.finditer(folded):
        first = _FIRST.search(folded, max(0, rest.start() - 3), rest.start())
        if first:
            yield int(first[1]), int(rest[1])


def _turned(mention: Mention, folded: str) -> Mention:
    figures = _SLASHED.search(folded, mention.span.start, mention.span.end)
    if figures is None or int(figures[1]) > _MONTHS:
        return mention
    return mention._replace(meaning=_swapped(mention.meaning))


def _swapped(meaning: Meaning) -> Meaning:
    """Take the month for the day and the day for the month."""
    if isinstance(meaning, Dated):
        return replace(meaning, of=_swapped(meaning.of))
    if not isinstance(meaning, At) or meaning.period.granularity is not DAY:
        return meaning
    year, month, day = civil(meaning.period.number)
    return At(Period(DAY, day_number(year, day, month))) if exists(year, day, month) else meaning

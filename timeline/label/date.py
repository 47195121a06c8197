"""A date in, as a period, a stretch or both, what people read out: "Sat 8 Feb 2025, late", "since the 1990s"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import CENTURY, DAY, DECADE, HALF, MILLENNIUM, PART, WEEK, WEEKEND, Interval, Period, first_day
from timeline.label.day import day_label
from timeline.label.period import period_label
from timeline.label.stretch import stretch_label

_EDGES: Final = {"START": "early", "MID": "mid", "END": "late"}
_LEANS: Final = {
    "APPROX": "about",
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "until",
    "ON_OR_AFTER": "since",
}
_NAMED: Final = frozenset({WEEK, WEEKEND, HALF, DECADE, CENTURY, MILLENNIUM})


def label_of(period: Period | None, interval: Interval | None, mod: str | None, lean: str | None = None) -> str:
    """Write a date as people read it, from its period where it has one, else from the stretch it covers.

    An interval that is open at one end reads "since" or "until"; the modifier adds early, mid, late, about, before,
    after. `lean` is a second modifier, of the open end of what the first is an edge of. A date that covers nothing is
    "undated".

    >>> label_of(Period(YEAR, 2004), Interval(63208339200, None), None)
    'since 2004'
    >>> label_of(Period(YEAR, 2026), Interval(None, 63934444800), "END", "ON_OR_BEFORE")
    'until late 2026'
    """
    if period is not None:
        leaning = _LEANS.get(lean or mod or "") or _opening(interval)
        words = _edged(period, mod)
        return f"{leaning} {_article(period, words)}{words}" if leaning else words
    if interval is None or interval == (None, None):
        return "undated"
    lean = "about " if mod == "APPROX" else ""
    return lean + stretch_label(interval)


def range_label(first: Period, last: Period) -> str:
    """Name a range by what its two ends are called, of which one is a time of day.

    >>> range_label(parse_period("2025-02-08T20:00"), parse_period("2025-02-09"))
    'Sat 8 Feb 2025, 20:00 – Sun 9 Feb 2025'
    """
    begun, ended = period_label(first), period_label(last)
    day = first_day(first)
    if day != first_day(last) or max(first.granularity, last.granularity) >= DAY:
        return f"{begun} – {ended}"
    within = ended.removeprefix(f"{day_label(day)}, ")
    return f"{begun} – {within}" if PART in (first.granularity, last.granularity) else f"{begun}–{within}"


def _opening(interval: Interval | None) -> str | None:
    if interval is None or interval == (None, None):
        return None
    return "until" if interval.start is None else "since" if interval.end is None else None


def _article(period: Period, words: str) -> str:
    """Give the article that a name wants behind a preposition: "since the 1990s", but "early in the week"."""
    named = period.granularity in _NAMED and not words.startswith(("early in", "late in", "AD"))
    return "the " if named else ""


def _edged(period: Period, mod: str | None) -> str:
    """Set early, mid or late where it reads well: behind a day, before all else."""
    words, edge = period_label(period), _EDGES.get(mod or "")
    if not edge:
        return words
    if period.granularity <= DAY:
        return f"{words}, {'middle' if edge == 'mid' else edge}"
    if period.granularity in (WEEK, WEEKEND):
        return f"{'middle of' if edge == 'mid' else f'{edge} in'} the {words}"
    return f"mid-{words}" if edge == "mid" else f"{edge} {words}"

"""The date of a clause in, the words people read out: each end by the name that the text gives it."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, WEEK, WEEKEND, Interval
from timeline.events.dating import Dating, Rule
from timeline.label import label_of, range_label
from timeline.model import Timex

_RANGE: Final = 2
_EDGES: Final = frozenset({"START", "MID", "END"})


def label_of_dating(dating: Dating) -> str:
    """Name a date; no hour is read out that the words do not say: "until Sun 15 Sep 2024, evening"; "" for none."""
    interval = dating.interval
    if interval is None:
        return ""
    mod = dating.timexes[0].mod if dating.timexes else None
    if label := _by_its_ends(dating, interval):
        return _about(label, interval) if mod == "APPROX" else label
    period = dating.named if None in interval else dating.period
    if interval.start is None and period is not None and period.granularity in (WEEK, WEEKEND):
        period = None  # "until Sun 15 Sep 2024" says more than the week's name
    return label_of(period, interval, mod)


def _about(label: str, interval: Interval) -> str:
    """Say that a label is about a date, behind the word that leaves it open: "since about Sat 8 Feb 2025, 20:00"."""
    lean, _, rest = label.partition(" ")
    return f"{lean} about {rest}" if None in interval else f"about {label}"


def _by_its_ends(dating: Dating, interval: Interval) -> str | None:
    """Name a range or an open stretch by its times of day; the hours of "evening" are a convention of ours."""
    if None in interval:
        return next(filter(None, (_open(interval, timex) for timex in dating.timexes)), None)
    if len(dating.timexes) != _RANGE or dating.rule is Rule.APART:
        return None
    first, last = dating.timexes
    if first.period is None or last.period is None or min(first.period.granularity, last.period.granularity) >= DAY:
        return None
    starts, ends = first.interval and first.interval.start, last.interval and last.interval.end
    return range_label(first.period, last.period) if interval == (starts, ends) else None


def _open(interval: Interval, timex: Timex) -> str | None:
    """Name what is open at one end by the time of day, or the edge of a wider time ("late 2026"), that is its other."""
    known, period = timex.interval, timex.period
    edge = timex.mod if timex.mod in _EDGES else None
    if known is None or period is None or (period.granularity >= DAY and not edge):
        return None
    leans = {known.end: "AFTER", known.start: "ON_OR_AFTER"}
    if interval.start is None:
        leans = {known.start: "BEFORE", known.end: "ON_OR_BEFORE"}
    lean = leans.get(interval.end if interval.start is None else interval.start)
    return label_of(period, interval, edge, lean) if lean else None

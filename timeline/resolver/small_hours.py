"""A time of day behind one of an evening -> the same on the next day: "began at 10 p.m. and ended at 2 a.m."."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, EVENING, SMALL_HOURS, first_day, shift
from timeline.meaning import THAT_DAY, Clock, PartOf
from timeline.model import Anchor, Timex
from timeline.notation import timex_value
from timeline.resolver.reading import SENTENCE_END, Surroundings, on_period

_NEAR: Final = 100  # characters that may lie between the two
_BREAK: Final = re.compile(r"[()\[\]|\n]")
_WORD: Final = re.compile(r"[^\W\d_][\w']*")


def past_midnight(last: Timex, timex: Timex, near: Surroundings) -> Timex:
    """Put a small hour on the day after the evening that its sentence told right before; `timex` is of that day."""
    clock = timex.mention.meaning
    if not isinstance(clock, Clock | PartOf) or clock.of != THAT_DAY or timex.period is None or last.period is None:
        return timex
    day = first_day(last.period)
    if first_day(timex.period) != day or not _is_of_evening(last, day):
        return timex
    early = clock.part == _MORNING if isinstance(clock, PartOf) else _is_small_hour(timex, day)
    if not early or not _goes_on(last, timex, near):
        return timex
    if near.origin.day and day >= near.origin.day.number and near.pointer().sign < 0:
        return timex  # what is over by the publish date did not happen after it
    anchor = Anchor("story", timex_value(last.period), None, last.span)
    return on_period(timex, shift(timex.period, 1, DAY))._replace(anchor=anchor)


def _is_small_hour(timex: Timex, day: int) -> bool:
    return (_second_of_day(timex, day) or DAY_SECONDS) < SMALL_HOURS * 3600


_MORNING: Final = "MO"


def _second_of_day(timex: Timex, day: int) -> int | None:
    start = timex.interval.start if timex.interval else None
    return None if start is None else start - day * DAY_SECONDS


def _is_of_evening(timex: Timex, day: int) -> bool:
    second = _second_of_day(timex, day)
    return timex.type == "TIME" and second is not None and second >= EVENING * 3600


def _goes_on(last: Timex, timex: Timex, near: Surroundings) -> bool:
    """Say whether the one who was told of goes on: "and ended at 2 a.m.", not "after they met at 2 a.m."."""
    between = near.folded[last.span.end : timex.span.start]
    if len(between) > _NEAR or SENTENCE_END.search(between) or _BREAK.search(between):
        return False
    *words, governor = _WORD.findall(between) or [""]
    syntax = near.language.syntax
    if words and words[0] not in near.language.happenings.joining and governor not in syntax.lasting:
        return False
    if governor in syntax.starting or governor not in syntax.time_prepositions | syntax.lasting:
        return False
    return not any(word in syntax.turning_back or "have_past" in near.language.verbs.tags(word) for word in words)

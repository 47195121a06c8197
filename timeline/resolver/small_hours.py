"""A time of day behind one of an evening -> the same on the next day: "began at 10 p.m. and ended at 2 a.m.", a log."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, EVENING, SMALL_HOURS, first_day, shift
from timeline.meaning import THAT_DAY, Clock, PartOf
from timeline.model import Anchor, Timex
from timeline.notation import timex_value
from timeline.resolver.reading import SENTENCE_END, Surroundings, on_period

_NEAR: Final = 100  # characters that may lie between the two
_BREAK: Final = re.compile(r"[()\[\]|\n]")
_ENTRY: Final = 1_000  # characters of an entry of a log
_MARKS: Final = " \t[(*-–•"
_WORD: Final = re.compile(r"[^\W\d_][\w']*")


def past_midnight(told: Sequence[Timex], timex: Timex, near: Surroundings) -> Timex:
    """Put a small hour on the day after the evening that its sentence, or the line above in a log, told right before.

    told   what was read before it, the last of all at the end
    timex  is of the day of that evening
    """
    last = told[-1]
    clock = timex.mention.meaning
    if not isinstance(clock, Clock | PartOf) or clock.of != THAT_DAY or timex.period is None or last.period is None:
        return timex
    day, earlier, second = first_day(last.period), _second_of_day(last), _second_of_day(timex)
    if earlier is None or second is None or last.type != "TIME":
        return timex
    evening, small = earlier >= EVENING * 3600, second < SMALL_HOURS * 3600
    if isinstance(clock, Clock) and _follows_line(last, timex, near):
        over = evening and small and _goes_down(told, near, day)
        return _on_day(timex, day + over, last) if over or second >= earlier else timex
    early = clock.part == _MORNING if isinstance(clock, PartOf) else second > 0 and small
    if first_day(timex.period) != day or not evening or not early:
        return timex
    if not _goes_on(last, timex, near) and not _opens_next(last, timex, near):
        return timex
    if near.origin.day and day >= near.origin.day.number and near.pointer().sign < 0:
        return timex  # what is over by the publish date did not happen after it
    return _on_day(timex, day + 1, last)


def _on_day(timex: Timex, day: int, last: Timex) -> Timex:
    """Put a time of day on a day that the time before it tells."""
    if timex.period is None or last.period is None or first_day(timex.period) == day:
        return timex
    anchor = Anchor("story", timex_value(last.period), None, last.span)
    return on_period(timex, shift(timex.period, day - first_day(timex.period), DAY))._replace(anchor=anchor)


def _follows_line(last: Timex, timex: Timex, near: Surroundings) -> bool:
    """Say whether both are the first on their lines, not far apart, as the times of a log are."""
    close = timex.span.start - last.span.end <= _ENTRY
    return close and _heads_line(last.span.start, near) and _heads_line(timex.span.start, near)


def _goes_down(told: Sequence[Timex], near: Surroundings, day: int) -> bool:
    """Say whether a log tells the earlier first, as one that would go on behind the publish date must have shown."""
    if near.origin.day is None or day < near.origin.day.number:
        return True
    rows = [timex for timex in told[-2:] if timex.type == "TIME" and _heads_line(timex.span.start, near)]
    above = [_second_of_day(timex) for timex in rows]
    return len(above) > 1 and above[0] is not None and above[1] is not None and above[0] <= above[1]


def _heads_line(start: int, near: Surroundings) -> bool:
    """Say whether a place is the first on its line, as the times of a log are: "2252 hrs - Ambulance arrived."."""
    folded = near.folded
    while start and folded[start - 1] in _MARKS:
        start -= 1
    return not start or folded[start - 1] == "\n"


def _opens_next(last: Timex, timex: Timex, near: Surroundings) -> bool:
    """Say whether the next sentence opens with the time and goes on in its tense: "They came at night. At dawn ..."."""
    between = near.folded[last.span.end : timex.span.start]
    end = SENTENCE_END.search(between) if len(between) <= _SENTENCE and not _BREAK.search(between) else None
    if end is None or SENTENCE_END.search(between, end.end()):
        return False
    syntax, tags = near.language.syntax, near.language.verbs.tags
    if not {*_WORD.findall(between, end.end())} <= syntax.time_prepositions:
        return False
    close = SENTENCE_END.search(near.folded, timex.span.end)
    told = _WORD.findall(near.folded, timex.span.end, close.start() if close else len(near.folded))
    return not any("have_past" in tags(word) for word in told)


_SENTENCE: Final = 200  # characters
_MORNING: Final = "MO"


def _second_of_day(timex: Timex) -> int | None:
    """Give the second of its day at which a time begins; a midnight that ends its day is that of 24 hours."""
    if timex.interval is None or timex.interval.start is None or timex.period is None:
        return None
    return timex.interval.start - first_day(timex.period) * DAY_SECONDS


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

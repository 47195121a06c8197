"""A time of day behind one of an evening -> the same on the next day: "began at 10 p.m. and ended at 2 a.m.", a log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, EVENING, SMALL_HOURS, first_day, shift
from timeline.meaning import THAT_DAY, Clock, PartOf
from timeline.model import Anchor, Tense, Timex
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
    last, clock = told[-1], timex.mention.meaning
    if not isinstance(clock, Clock | PartOf) or clock.of != THAT_DAY or timex.period is None or last.period is None:
        return timex
    if _tells_day(timex, near):
        return timex
    own, second = first_day(timex.period), _second_of_day(timex)
    day, earlier = first_day(last.period), _second_of_day(last)
    night = _night_before(told, timex, near)
    if night is not None:
        return timex if _is_over_by_now(own, near) else _on_day(timex, own + 1, night)
    if earlier is None or second is None or last.type != "TIME":
        return timex
    evening, small = earlier >= EVENING * 3600, second < SMALL_HOURS * 3600
    if isinstance(clock, Clock) and _follows_line(last, timex, near):
        over = evening and small and _goes_down(told, near, day)
        return _on_day(timex, day + over, last) if over or second >= earlier else timex
    if own != day or _is_over_by_now(day, near):
        return timex
    early = evening and (clock.part == _MORNING if isinstance(clock, PartOf) else second > 0 and small)
    turns_back = isinstance(clock, Clock) and not clock.either and evening and 0 < second <= _NOON
    turns_back = turns_back and _shares_subject(last, timex, near)
    if (early and _opens_next(last, timex, near)) or ((early or turns_back) and _goes_on(last, timex, near)):
        return _on_day(timex, day + 1, last)
    return timex


_NOON: Final = 12 * 3600  # seconds of a day


def _tells_day(timex: Timex, near: Surroundings) -> bool:
    """Say whether a time names its day as that told last: "at 4 a.m. that day"."""
    pointing = near.language.happenings.demonstrative | near.language.happenings.identical
    return not pointing.isdisjoint(_WORD.findall(near.folded, timex.span.start, timex.span.end))


def _night_before(told: Sequence[Timex], timex: Timex, near: Surroundings) -> Timex | None:
    """Find the night told before to which a small hour belongs: "struck on Monday night. It landed at 2:30 a.m."."""
    second = _second_of_day(timex)
    if not isinstance(timex.mention.meaning, Clock) or second is None or not 0 < second < SMALL_HOURS * 3600:
        return None
    night = next((each for each in told[: -_LATELY - 1 : -1] if each.value.endswith(_NIGHT)), None)
    if night is None or night.period is None or timex.period is None:
        return None
    clause = near.clause_at(timex.span.start)
    goes_on = clause.tense is Tense.PAST and not _looks_back(_WORD.findall(near.folded, *clause.span), near)
    return night if goes_on and first_day(night.period) == first_day(timex.period) else None


def _looks_back(words: Iterable[str], near: Surroundings) -> bool:
    """Say whether words tell what had been before: "he had left home"."""
    return any("have_past" in near.language.verbs.tags(word) for word in words)


def _shares_subject(last: Timex, timex: Timex, near: Surroundings) -> bool:
    """Say whether nothing but a verb stands between two times: "at 8 p.m. on Monday and reopened at noon"."""
    *words, _ = _WORD.findall(near.folded, last.span.end, timex.span.start) or [""]
    words = words[1:] if words and words[0] in near.language.happenings.joining else words
    tags, syntax = near.language.verbs.tags, near.language.syntax
    return bool(words) and all(tags(word) or syntax.is_adverb(word) for word in words)


def _is_over_by_now(day: int, near: Surroundings) -> bool:
    """Say whether what is told of a day is over on the publish date, so that it did not happen after it."""
    return near.origin.day is not None and day >= near.origin.day.number and near.pointer().sign < 0


_NIGHT: Final = "TNI"
_LATELY: Final = 3  # times told between a night and its small hours, and one more


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
    syntax = near.language.syntax
    if not {*_WORD.findall(between, end.end())} <= syntax.time_prepositions:
        return False
    close = SENTENCE_END.search(near.folded, timex.span.end)
    told = _WORD.findall(near.folded, timex.span.end, close.start() if close else len(near.folded))
    return not _looks_back(told, near)


_SENTENCE: Final = 200  # characters
_MORNING: Final = "MO"
_COMMA: Final = ","


def _second_of_day(timex: Timex) -> int | None:
    """Give the second of its day at which a time begins; a midnight that ends its day is that of 24 hours."""
    if timex.interval is None or timex.interval.start is None or timex.period is None:
        return None
    return timex.interval.start - first_day(timex.period) * DAY_SECONDS


def _goes_on(last: Timex, timex: Timex, near: Surroundings) -> bool:
    """Say whether the one who was told of goes on: "and ended at 2 a.m.", not "after they met at 2 a.m.".

    Or behind what is told of it in passing: "the port, which was shut at 8 p.m., reopened at noon".
    """
    between = near.folded[last.span.end : timex.span.start]
    if len(between) > _NEAR or SENTENCE_END.search(between) or _BREAK.search(between):
        return False
    *words, governor = _WORD.findall(between) or [""]
    syntax = near.language.syntax
    joins = bool(words) and words[0] in near.language.happenings.joining
    closes = between.startswith(_COMMA) and near.clause_at(last.span.start).relative
    if words and not joins and not closes and governor not in syntax.lasting:
        return False
    if governor in syntax.starting or governor not in syntax.time_prepositions | syntax.lasting:
        return False
    return syntax.turning_back.isdisjoint(words) and not _looks_back(words, near)

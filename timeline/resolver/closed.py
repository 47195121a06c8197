"""The timexes of a text -> the same, with lengths put where a date closes them: "the three months ended 30 June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, Interval, Period, first_day, shift
from timeline.grammar.language import Language
from timeline.meaning import Length
from timeline.model import Anchor, Timex
from timeline.notation import timex_value

_FAR: Final = 16  # characters: "ended", "ending on"
_GAP: Final = re.compile(r" ([a-z]+)(?: ([a-z]+))? ")


def closed(folded: str, timexes: Sequence[Timex], language: Language) -> list[Timex]:
    """Give the timexes in order; such a length and its end are tied as a range.

    The length stays the DURATION that TimeML makes of it: value and interval are independent.
    """
    found = [*timexes]
    for place, (timex, end) in enumerate(pairwise(timexes)):
        if timex.type != "DURATION" or end.period is None or end.mention.span.start - timex.mention.span.end > _FAR:
            continue
        covered = _covered(folded, timex, end, language)
        if covered is not None:
            anchor = Anchor("story", timex_value(end.period), None, end.span)
            mention = timex.mention._replace(range_start=True)
            found[place] = timex._replace(mention=mention, interval=covered, anchor=anchor)
            found[place + 1] = end._replace(mention=end.mention._replace(range_end=True))
    return found


def _covered(folded: str, length: Timex, end: Timex, language: Language) -> Interval | None:
    gap, meaning = _GAP.fullmatch(folded, length.span.end, end.span.start), length.mention.meaning
    if gap is None or not isinstance(meaning, Length) or len(meaning.amounts) != 1 or meaning.workdays:
        return None
    closes = gap[1] in language.syntax.closing and (gap[2] is None or gap[2] in language.syntax.time_prepositions)
    told = folded[length.span.start : length.span.end].partition(" ")[0] in language.happenings.definite
    ((amount, unit),), ends = meaning.amounts, end.interval and end.interval.end
    if not closes or not told or amount is None or amount % 1 or unit < DAY or ends is None or end.mention.range_start:
        return None
    last = Period(DAY, ends // DAY_SECONDS)
    return Interval(first_day(shift(last, -int(amount), unit)) * DAY_SECONDS, last.number * DAY_SECONDS)

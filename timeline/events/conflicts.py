"""A date whose weekday does not fit it -> the other day it may mean; nothing is chosen in silence."""

from __future__ import annotations

import re
from typing import Final

from timeline.calendar import DAY, Period, first_day, interval_of, weekday
from timeline.grammar.language import Language
from timeline.grammar.lexicon import fold
from timeline.meaning import Dated, Spot, SpotKind
from timeline.model import Span, Timex
from timeline.notation import timex_value

_WEEK: Final = 7
_SHORT: Final = 3  # letters by which the short form of a weekday is known


def misfit_of(folded: str, timex: Timex, language: Language) -> Timex | None:
    """Find the day that the weekday of a date names when that is another: "Tuesday, 10 February 2025", a Monday.

    It is the nearest such day, for one slips in the weekday or by a day or two in the date.
    """
    said = _weekday_said(timex.mention.meaning)
    if said is None or timex.period is None or timex.period.granularity > DAY or not timex.flags:
        return None
    day = first_day(timex.period)
    off = (said - weekday(day)) % _WEEK
    if not off:
        return None
    other = Period(DAY, day + (off if off <= _WEEK // 2 else off - _WEEK))
    words = _words_of(folded, timex.span, said, language)
    return timex._replace(
        mention=timex.mention._replace(span=words),
        type="DATE",
        value=timex_value(other),
        mod=None,
        period=other,
        interval=interval_of(other),
    )


def _weekday_said(meaning: object) -> int | None:
    while meaning is not None and not isinstance(meaning, Dated):
        meaning = getattr(meaning, "of", None)
    return meaning.weekday if meaning is not None else None


def _words_of(folded: str, span: Span, said: int, language: Language) -> Span:
    name = fold(language.name(Spot(SpotKind.WEEKDAY, said)))
    found = re.compile(rf"\b{re.escape(name[:_SHORT])}\w*").search(folded, *span)
    return Span(*found.span()) if found else span

"""A timex -> the readings that lost, each with the reason: worked out only when someone asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from timeline.calendar import DAY, WEEK, Period, first_day, shift, weekday
from timeline.grammar.language import Language
from timeline.meaning import Clock, Dated, Edge, Meaning, PartOf, Spot, SpotKind
from timeline.meaning import Step as Stepped
from timeline.model import Alternative, Published, Timex
from timeline.notation import edtf
from timeline.resolver.anchor import origin_of
from timeline.resolver.spots import Candidates, around

_MAY_SKIP: Final = 5  # days to the day that "next" names, up to which some skip it
_SKIPS: Final = "“next” may also skip the nearest one; the nearest after the publish date was taken"


def alternatives(timex: Timex, published: Published | None, language: Language) -> Iterator[Alternative]:
    """Give the candidates around the publish date that were not chosen."""
    origin, meaning = origin_of(published), _without_edges(timex.mention.meaning)
    dated = meaning if isinstance(meaning, Dated) else None
    meaning = _without_edges(dated.of) if dated else meaning
    if origin.day is None or timex.period is None or timex.anchor is None or timex.anchor.kind != "published":
        return
    if isinstance(meaning, Spot):
        found = around(meaning, origin.day.number, language.feasts)
        for side, period in _lost(found, timex) if found else ():
            other = _other_weekday(period, dated, language) if dated and not timex.flags else None
            yield Alternative(edtf(period), other or _why_not(side, period, timex))
    elif isinstance(meaning, Stepped) and meaning.count > 0 and _may_be_skipped(timex.period, origin.day):
        yield Alternative(edtf(shift(timex.period, 1, WEEK)), _SKIPS)


def _may_be_skipped(period: Period, day: Period) -> bool:
    """Say whether a day lies so near that some who say "next" skip it."""
    return period.granularity == DAY and first_day(period) - day.number <= _MAY_SKIP


def _without_edges(meaning: Meaning) -> Meaning:
    while isinstance(meaning, Edge | PartOf | Clock):
        meaning = meaning.of
    return meaning


class _Lost(NamedTuple):
    """A candidate that was not chosen: where it lies from the publish date (past | same | future), and when."""

    side: str
    period: Period


def _lost(found: Candidates, timex: Timex) -> Iterator[_Lost]:
    chosen = first_day(timex.period) if timex.period else None
    for side, period in (("past", found.before), ("same", found.same), ("future", found.after)):
        # The midnight of a day is the first moment of the next; its value names the day that was said.
        if period is not None and first_day(period) != chosen and not timex.value.startswith(f"{edtf(period)}T"):
            yield _Lost(side, period)


def _other_weekday(period: Period, dated: Dated, language: Language) -> str | None:
    """Tell of a day that it is of another weekday than the words say; None where it is of theirs."""
    actual = weekday(first_day(period))
    is_a, says = (language.name(Spot(SpotKind.WEEKDAY, day)) for day in (actual, dated.weekday))
    return None if actual == dated.weekday else f"it is a {is_a}, and the words say {says}"


def _why_not(side: str, period: Period, timex: Timex) -> str:
    if timex.direction == "same":
        return f"the publish date is itself such a {'day' if period.granularity == DAY else period.granularity.word}"
    if timex.cue is not None:
        return f"the words around point to the {timex.direction}"
    return f"it is farther away, and no word points to the {side}"

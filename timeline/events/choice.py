"""Several times of one word -> the one that dates it, and those that "and" sets beside that: each dates one more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from timeline.calendar import DAY, Interval, coarsen, interval_of, shift
from timeline.events.before_noun import modified_noun, words_before
from timeline.events.owned import is_of_thing
from timeline.events.surface import Surface, distance_to
from timeline.grammar.language import Language
from timeline.meaning import THAT_DAY, Clock, PartOf
from timeline.model import Anchor, Span, Timex
from timeline.notation import timex_value


def joined(folded: str, first: Timex, timexes: Sequence[Timex], language: Language) -> Iterator[Timex]:
    """Yield the times that "and" or a comma sets beside the first: each dates a happening of its own."""
    small = language.happenings.joining | language.syntax.time_prepositions | language.syntax.adverbs
    end = first.span.end
    for timex in timexes:
        if timex.span.start < end or timex.interval is None or timex.mention.range_end:
            continue
        between = folded[end : timex.span.start].replace(",", " , ").split()
        joins = language.happenings.joining | {","}
        if joins.isdisjoint(between) or not all(word in small or word == "," for word in between):
            return
        apart = set(between) & language.happenings.joining and not _meet(first.interval, timex.interval)
        if _width(timex) != _width(first) and not apart:
            return  # but "in 2019 and again in March 2021"
        if timex.period != first.period:
            yield timex
        end = timex.span.end


def fittest(
    folded: str,
    numbers: Sequence[int],
    timexes: Sequence[Timex],
    surface: Surface,
    head: Span | None,
    language: Language,
) -> int:
    """Choose the time of a head: placed before open, its own part of the clause, near; then what lies inside that."""
    if len(numbers) == 1:
        return numbers[0]
    fitness = partial(_fitness, folded, timexes, surface, head, language)
    nearest = min(numbers, key=fitness)
    inside = [n for n in numbers if _holds(timexes[nearest].interval, timexes[n].interval)]
    ranked = sorted((_width(timexes[n]), fitness(n), n) for n in inside)
    return ranked[0][-1] if ranked else nearest


def _fitness(
    folded: str, timexes: Sequence[Timex], surface: Surface, head: Span | None, language: Language, number: int
) -> tuple[bool, bool, int, int]:
    """Say how little a time suits a head; the least is the fittest. No closure: those make rings, which are kept."""
    reporting, determiners = language.happenings.reporting, language.happenings.definite
    timex = timexes[number]
    before, near = words_before(folded, timex.span.start)
    reported = near in reporting or (before in reporting and near in determiners)
    reported = reported or is_of_thing(folded, surface.clause, timex, language)
    loose = timex.interval is None or (timex.type == "DURATION" and timex.period is None)
    return loose, reported, *distance_to(surface, head or surface.clause.verb, timex)


def _meet(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or None in one or None in other:
        return True
    return bool(one.start < other.end and other.start < one.end)  # type: ignore[operator]


def _holds(wide: Interval | None, narrow: Interval | None) -> bool:
    if wide is None or narrow is None or None in wide or None in narrow:
        return False
    return bool(wide.start <= narrow.start and narrow.end <= wide.end)  # type: ignore[operator]


def _width(timex: Timex) -> int:
    return int(timex.period.granularity) if timex.period else 99


def on_its_day(folded: str, chosen: Timex, timexes: Sequence[Timex], language: Language) -> Timex:
    """Put a time of day, which nothing names the day of, on the day told behind it, with a place between at most.

    "struck at 16:53 (21:53 GMT) on Tuesday", "gathered in the evening in the capital on Sunday"
    """
    meaning = chosen.mention.meaning
    if chosen.period is None or not isinstance(meaning, Clock | PartOf) or meaning.of != THAT_DAY:
        return chosen
    days = [timex for timex in timexes if timex.period is not None and timex.period.granularity == DAY]
    if len(days) != 1 or days[0].period is None or days[0].mention.range_start or days[0].mention.range_end:
        return chosen
    if not _is_day_of(folded, chosen, days[0], language):
        return chosen
    day = days[0].period
    period = shift(chosen.period, day.number - coarsen(chosen.period, DAY).number, DAY)
    if period == chosen.period:
        return chosen
    anchor = Anchor("enclosing", days[0].value, None, days[0].span)
    return chosen._replace(value=timex_value(period), period=period, interval=interval_of(period), anchor=anchor)


def _is_day_of(folded: str, chosen: Timex, day: Timex, language: Language) -> bool:
    """Say whether a day belongs to the time of day before it, not to a noun: not "at 9 a.m. for a match on Sunday"."""
    if day.span.start < chosen.span.end or modified_noun(folded, day, language) is not None:
        return False
    between = _BRACKETS.sub(" ", folded[chosen.span.end : day.span.start])
    words, happenings = between.split(), language.happenings
    if words and not between.translate(_LOOSE).isalpha():
        return False
    if words and words[-1] in language.syntax.time_prepositions:
        words.pop()
    of_noun = modified_noun(folded, chosen, language) is not None  # "in a pre-dawn raid on a house on Sunday"
    words = words[1:] if of_noun else words
    place = of_noun or not words or words[0] not in happenings.outside
    return place and not any(word in happenings.nouns or language.verbs.tags(word) for word in words)


_LOOSE: Final = str.maketrans("", "", " -'")
_BRACKETS: Final = re.compile(r"\([^()]*\)")

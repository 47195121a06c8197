"""A length of time and what it lies from -> the date so long before or after: "three days after the strike"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline.calendar import DAY, MONTH, WEEK, YEAR, Granularity, Period, coarsen, interval_of, shift, shift_workdays
from timeline.events.dating import Dating, Rule
from timeline.events.surface import WORD
from timeline.grammar.happenings import Side
from timeline.grammar.language import Language
from timeline.meaning import STORY, Base, Length, Shift
from timeline.model import Anchor, Clause, Span, Tense, Timex
from timeline.notation import timex_value

_DEEP: Final = 5  # words of a noun phrase, its determiner among them
_LENGTH: Final = re.compile(r"P(\d+)([DWMY])")
_HOURS: Final = re.compile(r"PT(\d+)H")  # whole days of them: "48 hours after"
_UNITS: Final = {"D": DAY, "W": WEEK, "M": MONTH, "Y": YEAR}
DAY_APART: Final = {Side.EVE: -1, Side.MORROW: 1}
TURNED: Final = {Side.AFTER: Side.BEFORE, Side.BEFORE: Side.AFTER}
_LOOSE: Final = str.maketrans("", "", " -'")


class Leaning(NamedTuple):
    """A word that makes a clause lean on a happening, the side it lies on, and what it leans on.

    base  the happening's date
    """

    word: Span
    side: Side
    base: Dating


def length_before(folded: str, word: Span, timexes: Sequence[Timex]) -> Timex | None:
    """Find the length of time right before a word, or ending with it: "three days after"."""
    for timex in timexes:
        if timex.span.start > word.start:
            return None
        end = timex.span.end
        apart = timex.type == "DURATION" and end <= word.start and not folded[end : word.start].strip()
        if length_of(timex) and (end == word.end or apart):
            return timex
    return None


def length_of(timex: Timex) -> tuple[int, Granularity] | None:
    """Give a length of time as a count of units: "three days", and "three days after" by itself."""
    meaning = timex.mention.meaning
    if isinstance(meaning, Shift) and meaning.of is STORY:
        return abs(meaning.count), meaning.unit
    said = _LENGTH.fullmatch(timex.value) if timex.type == "DURATION" else None
    if said is not None:
        return int(said.group(1)), _UNITS[said.group(2)]
    hours = _HOURS.fullmatch(timex.value) if timex.type == "DURATION" else None
    days, over = divmod(int(hours.group(1)), 24) if hours else (0, 0)
    return (days, DAY) if days and not over else None


def apart(leaning: Leaning, length: Timex) -> Dating | None:
    """Date by stepping a length of time away from the happening, at the width of that length."""
    said, base = length_of(length), leaning.base.period
    if said is None or base is None or leaning.side not in (Side.AFTER, Side.BEFORE) or base.granularity > said[1]:
        return None
    count, unit = said
    count = count if leaning.side is Side.AFTER else -count
    meaning = length.mention.meaning
    workdays = isinstance(meaning, Length | Shift) and meaning.workdays
    period = shift_workdays(coarsen(base, DAY), count) if workdays else shift(coarsen(base, unit), count, unit)
    return Dating(
        (_derived(length, period, leaning), *leaning.base.timexes[:1]), period, interval_of(period), Rule.APART
    )


def reckoned_from(folded: str, timex: Timex, language: Language) -> Timex:
    """Give the day that a noun behind it is of: the Monday of "two days after Monday's crash"; else the time itself."""
    meaning, period = timex.mention.meaning, timex.period
    if period is None or not isinstance(meaning, Shift) or isinstance(meaning.of, Base):
        return timex
    if language.happenings.leaning.keys().isdisjoint(timex.span.of(folded).split()):
        return timex  # "a week ago Tuesday"
    steps = shift_workdays(period, -meaning.count) if meaning.workdays else shift(period, -meaning.count, meaning.unit)
    return timex._replace(period=steps, interval=interval_of(steps), value=timex_value(steps))


def day_from(base: Dating, count: int) -> Dating | None:
    """Date by stepping days away from a day: "on the eve of the summit", and the summit of this eve."""
    if base.period is None or base.period.granularity > DAY:
        return None
    period = shift(coarsen(base.period, DAY), count, DAY)
    return Dating(base.timexes, period, interval_of(period), Rule.APART)


def stepped_back(length: Timex, word: Span, side: Side, base: Dating) -> Dating | None:
    """Date what a dated happening lies so long before or after: "in 1887, a year before his death"."""
    return apart(Leaning(word, TURNED[side], base), length) if side in TURNED else None


def length_of_noun(
    folded: str, clauses: Sequence[Clause], number: int, timexes: Sequence[Timex], language: Language
) -> tuple[Timex, Span, Side] | None:
    """Find how far the clause before lies from the noun that a clause tells of: "two days after a blast that killed".

    Gives the length, the word behind it and its side.
    """
    before, clause = clauses[number - 1], clauses[number]
    opener = WORD.search(folded, *clause.span)
    small = language.syntax.relatives | language.syntax.complementizers
    if opener is None or opener.group() not in small or clause.tense is not Tense.PAST:
        return None
    for found in language.happenings.lean.finditer(folded, *before.span):
        word, phrase = Span(*found.span()), folded[found.end() : opener.start()]
        length = length_before(folded, word, timexes)
        if length and phrase.translate(_LOOSE).isalpha() and len(phrase.split()) <= _DEEP:
            return length, word, language.happenings.leaning[found.group()]
    return None


def length_since(
    folded: str, clauses: Sequence[Clause], number: int, timexes: Sequence[Timex], language: Language
) -> tuple[Timex, Span] | None:
    """Find how long ago a clause is said to be: "It is ten days since the roof fell". Gives the length and "since"."""
    before, clause = clauses[number - 1], clauses[number]
    opener = WORD.search(folded, *clause.span)
    if opener is None or clause.tense is not Tense.PAST or before.verb is None or before.tense is Tense.PAST:
        return None
    if language.happenings.leaning.get(opener.group()) is not Side.ONWARD:
        return None
    length = length_before(folded, Span(*opener.span()), timexes)
    states = "be_present" in language.verbs.tags(before.verb.of(folded)) or before.tense is Tense.PERFECT
    bare = length is not None and not folded[before.verb.end : length.span.start].strip()
    return (length, Span(*opener.span())) if length and states and bare else None


def _derived(length: Timex, period: Period, leaning: Leaning) -> Timex:
    origin = leaning.base.timexes[0].span if leaning.base.timexes else None
    value = timex_value(leaning.base.period) if leaning.base.period else ""
    return length._replace(
        type="DATE",
        value=timex_value(period),
        period=period,
        interval=interval_of(period),
        anchor=Anchor("event", value, None, origin),
    )

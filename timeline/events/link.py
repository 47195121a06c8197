"""The clauses and timexes of a sentence -> which timex dates which clause, and from when to when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from timeline.calendar import Interval, Period
from timeline.events.attach import aim_of, group_of, leans, stands_apart
from timeline.events.before_noun import words_before
from timeline.events.dateline import is_dateline
from timeline.events.interval import both_ends, interval_told, is_moved, up_to
from timeline.events.lean import leaned_on
from timeline.events.lengths import length_of
from timeline.events.nouns import happening_before
from timeline.events.owned import belongs_to_noun, is_of_thing, owned_happening
from timeline.events.shape import is_able
from timeline.events.stamps import is_stamp
from timeline.events.surface import WORD, Surface, distance_to
from timeline.grammar.language import Language
from timeline.meaning import THAT_DAY, PartOf
from timeline.model import Clause, Span, Tense, Timex


class Link(NamedTuple):
    """A clause and the time that dates it.

    timexes   the timex, or the two ends of a range
    interval  what they cover together; None when they stay open
    head      the word that is dated when it is not the clause's verb: "born" in "Eva, born in 1955, has built"
    again     how many times of the same head stand before: 1 for Thursday in "met on Monday and on Thursday"
    """

    clause: int
    timexes: tuple[Timex, ...]
    interval: Interval | None
    head: Span | None = None
    again: int = 0

    @property
    def period(self) -> Period | None:
        """Give the single period it covers; None for ranges, open ends and what stays open."""
        timex = self.timexes[0]
        return timex.period if len(self.timexes) == 1 and self.interval == timex.interval else None


def dates_something(timex: Timex) -> bool:
    """Say whether a timex can date a happening: a date, a time of day; nothing vague.

    Of lengths those that have a place: "in ten days", "over the past three weeks".
    """
    if timex.type == "DURATION":
        return timex.interval is not None
    return timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")


def links_of(folded: str, clauses: Sequence[Clause], timexes: Sequence[Timex], language: Language) -> Iterator[Link]:
    """Yield what is dated in a sentence, in order; of several times for one head the fittest dates it."""
    groups, surfaces = _grouped(folded, clauses, timexes, language)
    for place, head in sorted(groups, key=lambda key: (key[0], key[1] or clauses[key[0]].span)):
        numbers = groups[place, head]
        own = [timexes[number] for number in numbers]
        both = both_ends(_fittest(folded, numbers, timexes, surfaces[place], head, language), timexes)
        if len(both) == 1:
            both = up_to(folded, both[0], own, language.syntax)
        elif is_moved(folded, clauses[place], head, language):
            both = both[-1:]
        yield from _of_nouns(folded, place, both[-1], own, head, language)
        owned = head is not None and len(both) == 1 and both[0].span.end < head.start  # "after Monday's vote"
        yield Link(place, both, both[0].interval if owned else interval_told(folded, both, language.syntax), head)
        for again, other in enumerate(_joined(folded, both[-1], own, language), start=1):
            pair = both_ends(timexes.index(other), timexes)
            yield Link(place, pair, interval_told(folded, pair, language.syntax), head, again)


Heads = dict[tuple[int, Span | None], list[int]]
"""The place of a clause and the word of it that is dated, None for its verb -> the numbers of the times that may."""


def _grouped(
    folded: str, clauses: Sequence[Clause], timexes: Sequence[Timex], language: Language
) -> tuple[Heads, dict[int, Surface]]:
    """Find what each time belongs to; give the surfaces of the clauses by place as well."""
    ends = [clause.span.end for clause in clauses]
    groups: Heads = {}
    surfaces: dict[int, Surface] = {}
    lengths = any(map(length_of, timexes))
    began: int | None = None  # the clause of the first end of a range, which is that of the last
    for number, timex in enumerate(timexes):
        if not dates_something(timex) or _is_idle(folded, timex, language):
            continue
        place = min(bisect_right(ends, timex.span.start), len(ends) - 1)
        if belongs_to_noun(folded, clauses[place], timex, language) or _is_usual(
            folded, clauses[place], timex, language
        ):
            continue
        if lengths and leaned_on(folded, clauses[place], timex, timexes, language):
            continue
        if place not in surfaces:
            surfaces[place] = Surface.of(folded, clauses[place], timexes)
        main = began if timex.mention.range_end else None
        if main is None:
            main = _main(folded, clauses, place, surfaces[place], timexes[number:], language)
        began = main if timex.mention.range_start else None
        if main != place:
            surfaces.setdefault(main, Surface.of(folded, clauses[main], timexes))
        head = owned_happening(folded, clauses[main], timex, language)
        if head is None and main == place:
            head = _head(folded, surfaces[place], timexes[number - 1] if number else None, timex, language)
        groups.setdefault((main, head), []).append(number)
    return groups, surfaces


def _head(folded: str, surface: Surface, before: Timex | None, timex: Timex, language: Language) -> Span | None:
    """Find the word of a clause that a time dates: its noun, or what the time before it was set for."""
    head, clause = group_of(folded, surface, timex, language), surface.clause
    if head is None and before is not None and before.span.start >= clause.span.start:
        head = aim_of(folded, clause.verb, before, timex, language)
    return head


def _of_nouns(
    folded: str, place: int, chosen: Timex, timexes: Sequence[Timex], head: Span | None, language: Language
) -> Iterator[Link]:
    """Yield the happenings that later times of a clause belong to: "arrested on Monday over the attack on 3 May"."""
    end = chosen.span.end
    for timex in timexes if head is None and len(timexes) > 1 else ():
        if timex.span.start < end or timex.interval is None or timex.mention.range_end:
            continue
        noun = happening_before(folded, end, timex.span.start, language)
        if noun is not None:
            yield Link(place, (timex,), interval_told(folded, (timex,), language.syntax), noun)
        end = timex.span.end


def _main(
    folded: str, clauses: Sequence[Clause], place: int, surface: Surface, timexes: Sequence[Timex], language: Language
) -> int:
    """Find the clause of a time that a comma parts from the relative clause before: "ask him, who left, next week".

    timexes  the time and those behind it: it may be a range
    """
    if not place or not clauses[place].relative:
        return place
    first, last = timexes[0], timexes[1] if timexes[0].mention.range_start and len(timexes) > 1 else timexes[0]
    start, end = surface.part(first.span.start)
    words = f"{folded[start : first.span.start]} {folded[last.span.end : end]}".strip(" .!?").split()
    opens = len(WORD.findall(folded, surface.clause.span.start, start)) < _SUBJECT
    if opens or not set(words) <= language.syntax.time_prepositions:
        return place
    return next((before for before in range(place - 1, -1, -1) if not clauses[before].relative), place)


_SUBJECT: Final = 2  # words of a relative clause at least, before a time is parted from it: not "where, in 1996,"


def _is_idle(folded: str, timex: Timex, language: Language) -> bool:
    apart = stands_apart(folded, timex, language) or leans(folded, timex, language)
    return apart or is_dateline(folded, timex, language) or is_stamp(folded, timex, language)


def _is_usual(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a part of no day that was told is when something is usually so: "Foxes come at night"."""
    meaning = timex.mention.meaning
    if timex.type != "TIME" or not isinstance(meaning, PartOf) or meaning.of != THAT_DAY:
        return False
    of_today = timex.anchor is not None and timex.anchor.kind == "published"
    return of_today and (clause.tense is Tense.PRESENT or is_able(folded, clause, language))


def _joined(folded: str, first: Timex, timexes: Sequence[Timex], language: Language) -> Iterator[Timex]:
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


def _fittest(
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
    reporting, determiners = language.happenings.reporting, language.happenings.definite

    def fitness(number: int) -> tuple[bool, bool, int, int]:
        timex = timexes[number]
        before, near = words_before(folded, timex.span.start)
        reported = near in reporting or (before in reporting and near in determiners)
        reported = reported or is_of_thing(folded, surface.clause, timex, language)
        loose = timex.interval is None or (timex.type == "DURATION" and timex.period is None)
        return loose, reported, *distance_to(surface, head or surface.clause.verb, timex)

    nearest = min(numbers, key=fitness)
    inside = [n for n in numbers if _holds(timexes[nearest].interval, timexes[n].interval)]
    return min(inside, key=lambda n: (_width(timexes[n]), fitness(n)), default=nearest)


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

"""The clauses and timexes of a sentence -> which timex dates which clause, and from when to when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from timeline.calendar import Interval, Period
from timeline.events.among import measures_superlative
from timeline.events.attach import aim_of, group_of, leans, stands_apart
from timeline.events.before_noun import modified_noun, words_before
from timeline.events.beside import shares_subject
from timeline.events.choice import fittest, joined, on_its_day
from timeline.events.dateline import is_dateline
from timeline.events.from_noun import leaned_on
from timeline.events.interval import both_ends, interval_told, up_to
from timeline.events.lengths import length_of
from timeline.events.nouns import happening_before
from timeline.events.onset import begins_then, is_moved, is_put_off
from timeline.events.owned import belongs_to_noun, owned_happening
from timeline.events.shape import first_relative, is_able
from timeline.events.stamps import is_stamp
from timeline.events.surface import WORD, Surface
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


def has_place(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a timex dates something and tells when: not what a thing is compared with or named by."""
    return timex.interval is not None and dates_something(timex) and not stands_apart(folded, timex, language)


def links_of(folded: str, clauses: Sequence[Clause], timexes: Sequence[Timex], language: Language) -> Iterator[Link]:
    """Yield what is dated in a sentence, in order; of several times for one head the fittest dates it."""
    groups, surfaces = _grouped(folded, clauses, timexes, language)
    for place, head in sorted(groups, key=lambda key: (key[0], key[1] or clauses[key[0]].span)):
        numbers = groups[place, head]
        own = [timexes[number] for number in numbers]
        both = both_ends(fittest(folded, numbers, timexes, surfaces[place], head, language), timexes)
        later = both[:0]
        if len(both) == 1:
            both = up_to(folded, on_its_day(folded, both[0], own, language), own, language.syntax)
        if len(both) > 1 and is_moved(folded, clauses[place], head, language):
            both, later = (both[:1], both[1:]) if is_put_off(folded, both, language) else (both[-1:], later)
        yield from _of_nouns(folded, place, both[-1], own, head, language)
        owned = head is not None and len(both) == 1 and both[0].span.end < head.start  # "after Monday's vote"
        whole = owned or (head is None and begins_then(folded, clauses[place], both[0], language))
        verb = clauses[place].verb if head is None else None
        yield Link(place, both, both[0].interval if whole else interval_told(folded, both, language, verb), head)
        if later:
            yield Link(place, later, later[0].interval, head, 1)
        for again, other in enumerate(joined(folded, (later or both)[-1], own, language), start=1 + bool(later)):
            pair = both_ends(timexes.index(other), timexes)
            yield Link(place, pair, interval_told(folded, pair, language), head, again)


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
        if _is_entitled(folded, clauses, timex, language):
            continue
        place = min(bisect_right(ends, timex.span.start), len(ends) - 1)
        if _is_of_another(folded, clauses[place], timex, language):
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


def _is_of_another(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a time is not that of the clause: that of a thing in it, of what is usual, of what is quoted."""
    thing = belongs_to_noun(folded, clause, timex, language) or measures_superlative(folded, clause, timex, language)
    return thing or _is_usual(folded, clause, timex, language) or _is_in_quotation(folded, clause, timex)


def _is_in_quotation(folded: str, clause: Clause, timex: Timex) -> bool:
    """Say whether a quotation that holds no verb ends between a time and the saying: "The worst since May," she said.

    Not a time alone in its part, which what is quoted goes on with: "On Monday," he said, "we left".
    """
    verb, start = clause.verb, timex.span.start
    if verb is None or not clause.reports or verb.start < timex.span.end:
        return False
    closed = _CLOSED.search(folded, timex.span.end, verb.start)
    opened = max(folded.rfind(mark, clause.span.start, start) for mark in _QUOTES) if closed else -1
    return opened >= 0 and len(folded[opened:start].split()) > _ALONE


_QUOTES: Final = ('"', "“", "``")
_CLOSED: Final = re.compile(r"[,.!?] ?(?:\"|”|'')")
_ALONE: Final = 3  # words: the mark where it stands by itself, a preposition, a determiner


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
            yield Link(place, (timex,), interval_told(folded, (timex,), language), noun)
        end = timex.span.end


def _main(
    folded: str, clauses: Sequence[Clause], place: int, surface: Surface, timexes: Sequence[Timex], language: Language
) -> int:
    """Find the clause of a time that a comma parts from the relative clause before: "ask him, who left, next week".

    timexes  the time and those behind it: it may be a range
    """
    if not clauses[place].relative:
        return place - 1 if _closes_aside(folded, clauses, place, surface, timexes[0], language) else place
    if place + 1 < len(clauses) and _opens_before(folded, clauses, place, timexes[0], language):
        return place + 1
    if not place:
        return place
    first, last = timexes[0], timexes[1] if timexes[0].mention.range_start and len(timexes) > 1 else timexes[0]
    start, end = surface.part(first.span.start)
    words = f"{folded[start : first.span.start]} {folded[last.span.end : end]}".strip(" .!?").split()
    opens = len(WORD.findall(folded, surface.clause.span.start, start)) < _SUBJECT
    if opens or not set(words) <= language.syntax.time_prepositions:
        return place
    return next((before for before in range(place - 1, -1, -1) if not clauses[before].relative), place)


def _closes_aside(
    folded: str, clauses: Sequence[Clause], place: int, surface: Surface, timex: Timex, language: Language
) -> bool:
    """Say whether commas set a participle apart from a verb and its time: "opened it, called Lucky, in June"."""
    clause, (start, end) = clauses[place], surface.part(timex.span.start)
    if not place or clause.verb is None or not clause.verb.end < start or clauses[place - 1].verb is None:
        return False
    if timex.mention.range_start or timex.mention.range_end or not folded.endswith(",", 0, clauses[place - 1].span.end):
        return False
    words = f"{folded[start : timex.span.start]} {folded[timex.span.end : end]}".strip(" .!?").split()
    opens = not folded[clause.span.start : clause.verb.start].strip()
    hangs = not language.verbs.tags(clause.verb.of(folded)).isdisjoint(_PARTICIPLES)
    return opens and hangs and folded.startswith(",", start - 1) and set(words) <= language.syntax.time_prepositions


_PARTICIPLES: Final = frozenset({"past", "participle"})


def _opens_before(folded: str, clauses: Sequence[Clause], place: int, timex: Timex, language: Language) -> bool:
    """Say whether a time stands before the subject of a relative clause: "On Monday Lind, who heads it, left"."""
    opened = first_relative(folded, clauses[place], language)
    if opened is None or timex.span.end > opened or modified_noun(folded, timex, language):
        return False
    return shares_subject(folded, clauses, place + 1, language)


_SUBJECT: Final = 2  # words of a relative clause at least, before a time is parted from it: not "where, in 1996,"


def _is_idle(folded: str, timex: Timex, language: Language) -> bool:
    apart = stands_apart(folded, timex, language) or leans(folded, timex, language)
    return apart or is_dateline(folded, timex, language) or is_stamp(folded, timex, language)


def _is_entitled(folded: str, clauses: Sequence[Clause], timex: Timex, language: Language) -> bool:
    """Say whether a time closes a title and only says what the thing below it is of: "Police log for Aug. 8"."""
    if len(clauses) > 1 or clauses[0].verb is not None or folded[timex.span.end : clauses[0].span.end].strip():
        return False
    before, near = words_before(folded, timex.span.start)
    return near in language.happenings.reporting and before in language.happenings.listing


def _is_usual(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a part of no day that was told is when something is usually so: "Foxes come at night"."""
    meaning = timex.mention.meaning
    if timex.type != "TIME" or not isinstance(meaning, PartOf) or meaning.of != THAT_DAY:
        return False
    of_today = timex.anchor is not None and timex.anchor.kind == "published"
    return of_today and (clause.tense is Tense.PRESENT or is_able(folded, clause, language))

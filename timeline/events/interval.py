"""The time of a clause, or both ends of a range, and the words before -> from when to when it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from timeline.calendar import DAY, Interval, interval_of, shift
from timeline.events.attach import BOUNDS
from timeline.events.before_noun import words_before
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.meaning import Base, Shift
from timeline.model import Span, Timex


def both_ends(place: int, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """Give a time, or the two that a range ties."""
    chosen = timexes[place]
    if chosen.mention.range_start and place + 1 < len(timexes):
        return _forward(chosen, timexes[place + 1])
    if chosen.mention.range_end and place:
        return _forward(timexes[place - 1], chosen)
    return (chosen,)


def up_to(folded: str, first: Timex, timexes: Sequence[Timex], syntax: Syntax) -> tuple[Timex, ...]:
    """Give both ends where the last stands with what ended it then: "from 1509 until his death in 1547"."""
    if len(timexes) == 1:
        return (first,)
    opens = {each.of(folded) for each in _just_before(folded, first)[:1]} & syntax.starting
    for last in timexes if opens else ():
        between = folded[first.span.end : last.span.start].split() if last.span.start > first.span.end else ()
        if between and between[0] in syntax.open_start and len(between) <= _PHRASE:
            return _forward(first, last)
    return (first,)


_PHRASE: Final = 5  # words: "until the fall of Rome in"


_RANGE: Final = 2


def _forward(first: Timex, last: Timex) -> tuple[Timex, ...]:
    """Give both ends of a range, or the first alone when it is told backwards: "from 2010 to 2005"."""
    starts, ends = first.interval and first.interval.start, last.interval and last.interval.end
    return (first,) if starts is not None and ends is not None and ends <= starts else (first, last)


def interval_told(folded: str, ends: Sequence[Timex], language: Language, verb: Span | None = None) -> Interval | None:
    """Give what a time, or the ends of a range, cover with the word before them: "since 2004" is open at its end.

    verb  what the time dates: in "since the strike began in May" no more than the month is that of "began"
    """
    first, last, syntax = ends[0].interval, ends[-1].interval, language.syntax
    if first is None or last is None:
        return None
    if len(ends) == _RANGE:
        return Interval(first.start, last.end)
    lasting = _length_from(folded, ends[0], language)
    if lasting is not None:
        return lasting
    if ends[0].mod in BOUNDS:
        return Interval(None, first.end) if ends[0].mod == "ON_OR_BEFORE" else Interval(first.start, None)
    over = (each for each in _over_noun(folded, ends[0], syntax) if verb is None or not _holds(each, verb, ends[0]))
    said = {each.of(folded) for each in (*_just_before(folded, ends[0]), *over)}
    if said & syntax.open_end:
        return Interval(first.start, None)
    if said & syntax.open_start or (said & syntax.before_start and ends[0].mod == "END"):  # "before the end of May"
        return Interval(None, first.end)
    if said & syntax.after_end and ends[0].type == "DATE":  # "after 10 p.m." is shortly after, not for good
        return first if _names_day_of(folded, ends[0], syntax) else Interval(first.end, None)
    return Interval(None, first.start) if said & syntax.before_start and ends[0].type == "DATE" else first


def _length_from(folded: str, timex: Timex, language: Language) -> Interval | None:
    """Give what a length covers that is reckoned from a day: "ran for three days from 13 January".

    Not one behind which something is to be: "is set for three days from Monday".
    """
    meaning, period, syntax = timex.mention.meaning, timex.period, language.syntax
    if not isinstance(meaning, Shift) or period is None or meaning.count < 1 or isinstance(meaning.of, Base | Shift):
        return None
    words = timex.span.of(folded).split()
    before = (*(each.of(folded) for each in _just_before(folded, timex)[:1]), words[0])
    if syntax.starting.isdisjoint(words) or syntax.spanning.isdisjoint(before):
        return None
    verb = language.verbs.tags(words_before(folded, timex.span.start)[words[0] in syntax.spanning])
    if not verb.isdisjoint(_APPOINTING) and "lasting_state" not in verb:
        return None
    return Interval(interval_of(shift(period, -meaning.count, meaning.unit)).start, interval_of(period).start)


_APPOINTING: Final = frozenset({"plan", "appoint", "planned_words"})


def _holds(word: Span, verb: Span, timex: Timex) -> bool:
    return word.end <= verb.start < timex.span.start


def _names_day_of(folded: str, timex: Timex, syntax: Syntax) -> bool:
    """Say whether a day only tells which of what is held again and again is meant: "after Friday prayers"."""
    follows = WORD.match(folded, timex.span.end + 1) if folded.startswith(" ", timex.span.end) else None
    if follows is None or timex.period is None or timex.period.granularity != DAY:
        return False
    small = syntax.openers | syntax.subjects | syntax.adverbs | syntax.determiners
    word = follows.group()
    return word.isalpha() and syntax.is_plural(word) and word not in small


def opening_word(folded: str, timex: Timex, syntax: Syntax) -> Span | None:
    """Find the word before a time that opens one end of what it covers: "since", "by", "up to"."""
    opening = syntax.open_end | syntax.open_start | syntax.after_end | syntax.before_start
    near = (*_just_before(folded, timex), *_over_noun(folded, timex, syntax))
    return next((each for each in near if each.of(folded) in opening), None)


def _just_before(folded: str, timex: Timex) -> tuple[Span, ...]:
    """Give where the word right before a time stands, and the two words before it."""
    end = timex.span.start - 1
    far = max(0, end - _FAR)
    if end <= far or not folded[end].isspace():
        return ()
    last = _word_start(folded, far, end)
    first = _word_start(folded, far, last - 1) if last > far and folded[last - 1] == " " else last
    make = tuple.__new__  # see Tagger.tag
    return (make(Span, (last, end)), make(Span, (first if first < last - 1 else last, end))) if last < end else ()


def _word_start(folded: str, far: int, end: int) -> int:
    """Find where the word starts that ends at a place."""
    while end > far and (folded[end - 1].isalnum() or folded[end - 1] == "_"):
        end -= 1
    return end


_FAR: Final = 23  # characters back that are looked at


def _over_noun(folded: str, timex: Timex, syntax: Syntax) -> Iterator[Span]:
    """Give what opens a time with the happening it stands with: "since a fire in March", "until his death in 1998"."""
    start = timex.mention.span.start
    if folded[max(0, start - _SMALL) : start].rstrip().rpartition(" ")[2] not in syntax.time_prepositions:
        return
    opening = syntax.open_end | (syntax.open_start - syntax.agents)
    if opening.isdisjoint(folded[max(0, start - _REACH) : start].split()):
        return  # as nearly always, and found out at a third of the cost
    words = list(WORD.finditer(folded, max(0, start - _REACH), start))[-_PHRASE - 1 :]
    if len(words) < _PHRASE - 1 or words[-1].group() not in syntax.time_prepositions:
        return
    nouns = syntax.determiners & syntax.subjects
    for word, following in pairwise(words[:-2]):
        between = folded[word.end() : start].replace(" ", "")
        if word.group() in opening and following.group() in nouns and between.isalpha():
            yield Span(*word.span())


_SMALL, _REACH = 8, 48  # characters of a preposition, and of the words before it

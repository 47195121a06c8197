"""A time of day in a message and where it stands -> its day, and the half of it when no word tells ("at 5:15")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from timeline.calendar import DAY, DAY_SECONDS, EVENING, HOUR, MINUTE, PART, coarsen, first_day, interval_of
from timeline.grammar.syntax import Syntax
from timeline.meaning import PUBLISHED, THAT_DAY, Clock, Meaning, Shift
from timeline.model import Cue, Domain, Span
from timeline.resolver.reading import Reading, Surroundings

_WORDS: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
_OTHER_HOUR: Final = re.compile(
    r"\d(?: ?[ap]m)?,(?= [a-z])"
)  # what stands before it is said of that hour: "up since 5, home at 7"
_BEFORE, _AFTER = 40, 20  # how far from an hour a word may stand that says what is done then
_PRESENT: Final = 10  # minutes: "it's 10:10"
_FIRST_WAKING: Final = (
    7  # from seven to eleven an hour is one of the morning where nothing else tells, from noon on of the day
)
_LATE: Final = 8  # from eight on one goes to bed, before it one has not slept yet
_LATE_MORNING: Final = 10  # from ten on, what evenings are for is done by day as well

_TODAY: Final = Shift(0, DAY, PUBLISHED)
_SENTENCE_END: Final = re.compile(r"[.!?)]\s|\n")


def day_meant(clock: Clock, near: Surroundings) -> Meaning:
    """Give today for the story's day when another sentence told that: "fun last night. Next at 4", of a message.

    In news that is so when it only said since when: "the first time since the blast on 20 April. It stopped at 2 p.m.".
    """
    if clock.of == THAT_DAY and near.is_past_background():
        return _TODAY
    told, today, span = near.story.at(DAY), near.origin.day, near.story.span
    if clock.of != THAT_DAY or near.domain is not Domain.COLLOQUIAL or today is None:
        return clock.of
    if told is None or span is None:
        return _TODAY  # what is wider than a day has no hours
    done = told.number < today.number and _SENTENCE_END.search(near.folded, span.end, near.span.start)
    return _TODAY if done else clock.of


def half_told(clock: Clock, day: Reading, near: Surroundings) -> tuple[Clock, Cue | None]:
    """Choose the half of the day in a message, with the word that tells it; print writes what it means."""
    if not clock.either or near.domain is not Domain.COLLOQUIAL:
        return clock, None
    morning, evening = clock.hour % 12, clock.hour % 12 + 12
    if (present := _present(clock, morning, day, near)) is not None:
        return replace(clock, hour=present, either=False), None
    cue, is_evening = _done_then(near, clock.hour)
    if cue is not None and (not is_evening or evening >= EVENING):
        return replace(clock, hour=evening if is_evening else morning, either=False), cue
    if not _begins_anew(near):
        if evening >= EVENING and _of_evening(near, evening):
            return replace(clock, hour=evening, either=False), None
        if (next_hour := _soon_after(near, clock, day)) is not None:
            return replace(clock, hour=next_hour, either=False), None
    usual = morning if morning >= _FIRST_WAKING else evening
    return replace(clock, hour=_around_now(clock, usual, day, near), either=False), None


def _done_then(near: Surroundings, clock_hour: int) -> tuple[Cue | None, bool]:
    """Find the nearest word that says what is done at the hour: of those before it, else of those behind."""
    syntax, span = near.language.syntax, near.span
    clause = near.clause_at(span.start).span
    opener = _WORDS.match(near.folded, clause.start)
    if opener and opener.group() in syntax.starting:  # "up *since* six" is one clause
        clause = Span(near.clause_at(max(0, clause.start - 1)).span.start, clause.end)
    left = max(clause.start, span.start - _BEFORE)
    other = max((hour.end() for hour in _OTHER_HOUR.finditer(near.folded, left, span.start)), default=left)
    behind = list(_WORDS.finditer(near.folded, other, span.start))
    ahead = _WORDS.finditer(near.folded, span.end, min(clause.end, span.end + _AFTER))
    lefts = ["^", *(word.group() for word in behind)]
    told = [(word, f"{left} {word.group()}") for left, word in zip(lefts, behind, strict=False)]
    sleeping = () if _sleeps_in([word.group() for word in behind], syntax) else syntax.sleeping_words
    by_day = syntax.daytime_words if clock_hour % 12 >= _LATE_MORNING else ()
    for word, pair in (*reversed(told), *((word, "") for word in ahead)):
        for words, evening in ((syntax.morning_words, False), (syntax.evening_words, True)):
            if word.group() in sleeping:
                return Cue(Span(*word.span()), "is said of nights"), clock_hour % 12 >= _LATE
            if (word.group() in words or pair in words) and word.group() not in by_day:
                reason = "is said of evenings" if evening else "is said of mornings"
                return Cue(Span(*word.span()), reason), evening
    return None, False


def _of_evening(near: Surroundings, hour: int) -> bool:
    """Say whether the sentence has told an evening or a night: "tomorrow night at the club, on at 9:15".

    An hour of the evening leads on to later ones: "doors 7pm, band at 9", but "party til 11pm, work at 9".
    """
    told = near.before[-1] if near.before else None
    if told is None or told.period is None or told.type != "TIME":
        return False
    if told.period.granularity == PART:
        if not told.value.endswith(_EVENINGS):
            return False
    elif not EVENING <= ((interval_of(told.period).start or 0) % DAY_SECONDS) // 3600 <= hour:
        return False
    return _SENTENCE_END.search(near.folded, told.span.end, near.span.start) is None


def _begins_anew(near: Surroundings) -> bool:
    """Say whether what ends at the hour told last begins at this one, of another day: "closed at 6, opens at 8"."""
    told, syntax = near.before[-1] if near.before else None, near.language.syntax
    if told is None or near.span.start - told.span.end > _BREATH:
        return False
    before = _WORDS.findall(near.folded, max(0, told.span.start - _BEFORE), told.span.start)
    between = _WORDS.findall(near.folded, told.span.end, near.span.start)
    return not syntax.shutting.isdisjoint(before) and not syntax.reopening.isdisjoint(between)


def _soon_after(near: Surroundings, clock: Clock, day: Reading) -> int | None:
    """Give the half of the day that follows soon on the time of day told last: "3:40 am: results. 4:15: over"."""
    told = near.before[-1] if near.before else None
    if told is None or told.type != "TIME" or told.period is None or told.period.granularity > HOUR or not day.period:
        return None
    if near.span.start - told.span.end > _BREATH:
        return None
    then = (interval_of(told.period).start or 0) - first_day(day.period) * DAY_SECONDS
    for hour in (clock.hour % 12, clock.hour % 12 + 12):
        if 0 < hour * 3600 + (clock.minute or 0) * 60 - then <= _SOON:
            return hour
    return None


_SOON: Final = 2 * 3600  # seconds
_BREATH: Final = 100  # characters: about a sentence
_EVENINGS: Final = ("TEV", "TNI")


def _sleeps_in(words: list[str], syntax: Syntax) -> bool:
    """Say whether somebody slept until the hour, which is one of the day: "slept til 2", but "couldn't sleep til 2"."""
    denied = any(word in syntax.negators or syntax.ends(word, syntax.negative_ending) for word in words)
    return bool(words) and words[-1] in syntax.lasting and not denied


def _begins(near: Surroundings) -> bool:
    """Say whether the hour is that from which on something goes on: "queues from half seven"."""
    words = _WORDS.findall(near.folded, max(0, near.span.start - 10), near.span.start)
    return bool(words) and words[-1] in near.language.syntax.starting


def _minutes_from_now(hours: tuple[int, int], clock: Clock, day: Reading, near: Surroundings) -> dict[int, int] | None:
    """Say how far hours of the message's own day lie from when it was written; None when that is not known."""
    moment = near.origin.moment
    if moment is None or moment.granularity > MINUTE or day.period != coarsen(moment, DAY):
        return None
    return {hour: hour * 60 + (clock.minute or 0) - moment.number % 1440 for hour in hours}


def _present(clock: Clock, morning: int, day: Reading, near: Surroundings) -> int | None:
    """Give the hour that it is as the message is written: "its 10:10"."""
    away = _minutes_from_now((morning, morning + 12), clock, day, near) or {}
    return next((hour for hour in away if abs(away[hour]) <= _PRESENT), None)


def _around_now(clock: Clock, usual: int, day: Reading, near: Surroundings) -> int:
    """Take the half that lies on the side of the message's own hour to which the words point."""
    other = usual + 12 if usual < 12 else usual - 12
    away = _minutes_from_now((usual, other), clock, day, near)
    if away is None:
        return usual
    pointer = near.pointer()
    past = pointer.sign < 0 or (pointer.sign == 0 and _begins(near) and away[usual] < 0)
    fitting = [hour for hour in (usual, other) if (away[hour] < 0) == past]
    if past:
        return max(fitting, default=usual)
    return usual if usual in fitting or other < _FIRST_WAKING or not fitting else other

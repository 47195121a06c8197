"""What an article has told so far -> the date it stands at, the time before that, and the publish date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.calendar import MONTH, Interval, first_day, interval_of
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.surface import WORD
from timeline.events.thread import Ground, Thread, is_recent
from timeline.model import Clause, Domain


def story_date(ground: Ground, thread: Thread) -> Dating:
    """Give the date the story stands at: what was told last where it goes on, else the day of the news."""
    if ground.domain is not Domain.NEWS:
        return thread.last._replace(rule=Rule.STORY) if thread.last else OPEN
    if thread.last and _still_holds(ground, thread):
        return at_its_time(thread.last)._replace(rule=Rule.STORY)
    if thread.last and thread.past >= _FEW and thread.last.period and thread.last.period.granularity <= MONTH:
        return at_its_time(thread.last)._replace(rule=Rule.STORY)
    if thread.lead is not None:
        return at_its_time(thread.lead)._replace(rule=Rule.LEAD)
    return published_day(ground, Rule.NEWS)


_FEW: Final = 2  # dates by which an article shows that it is a history


def flashback(ground: Ground, thread: Thread, place: int, clause: Clause, stated: Mapping[int, Dating]) -> Dating:
    """Date what had happened: with the flashback it goes on with, else before the day it is told on."""
    said = stated.get(clause.governor) if clause.governor is not None else None
    now = said or story_date(ground, thread)
    goes_on = thread.last is not None and place - thread.place <= 1 and not steps_back(ground, clause)
    if goes_on and thread.last and is_before(thread.last, now):
        return thread.last._replace(rule=Rule.STORY)
    if not said and clause.governor is not None and now.period is not None and not steps_back(ground, clause):
        return at_its_time(now)._replace(rule=Rule.SAID)  # "they said it had burned": it burned, they said
    if now.interval is None or now.interval.start is None:
        return OPEN
    ends = now.interval.end if said else now.interval.start  # what was said to have happened may be of that day
    return Dating(now.timexes, None, Interval(None, ends), Rule.BEFORE)


def steps_back(ground: Ground, clause: Clause) -> bool:
    """Say whether a word at the verb says that it came before: "had previously survived it"."""
    words = WORD.findall(ground.folded, clause.span.start, clause.verb.start if clause.verb else clause.span.start)
    return not ground.language.happenings.backward.isdisjoint(words)


def is_before(one: Dating, other: Dating) -> bool:
    """Say whether one date ends before the other begins."""
    ends, starts = one.interval and one.interval.end, other.interval and other.interval.start
    return ends is not None and starts is not None and ends <= starts


def _still_holds(ground: Ground, thread: Thread) -> bool:
    """Say whether the date told last still holds: a day of the news does, until the news moves on."""
    news = thread.lead.period if thread.lead else ground.published
    last = thread.last.period if thread.last else None
    if last is None or news is None or not is_recent(ground, last):
        return False
    return first_day(last) >= first_day(news)


def published_day(ground: Ground, rule: Rule) -> Dating:
    """Give the publish date as the date of what is told."""
    day = ground.published
    return Dating((), day, interval_of(day), rule) if day else OPEN

"""Where words point and how near the turns of a spot lie -> which of them is meant: before all the nearest.

A weekday that is the publish date's own is that day in 135 of 137 cases (counted on 314 weekdays of news).
"""

from __future__ import annotations

from typing import Final

from timeline.calendar import Period, first_day
from timeline.meaning import SpotKind
from timeline.model import Domain
from timeline.resolver.pointer import Pointer
from timeline.resolver.spots import Candidates


def undecided(kind: SpotKind, found: Candidates, day: int) -> bool:
    """Say whether the words around can change the choice; reading them is most of what resolving costs."""
    if found.same is not None:
        return kind in (SpotKind.FEAST, SpotKind.WEEKDAY)
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    return kind in _WEEKLY or kind is SpotKind.QUARTER or max(back, ahead) < _NAMED * min(back, ahead)


# How many times farther a date may lie that the words around point to; named days are said from far off.
_STRICT, _LOOSE, _NAMED = 6, 3, 20
_RECENT: Final = 62  # days back from which a message, which is mostly about what is to come, needs a verb in the past
_WEEKLY: Final = (SpotKind.WEEKDAY, SpotKind.WEEKEND)


def _reach(kind: SpotKind, pointer: Pointer) -> int:
    if not pointer.strict:
        return _LOOSE
    past_season = kind is SpotKind.SEASON and pointer.sign < 0  # "in the spring they met", told in February
    return _NAMED if pointer.bound or past_season or kind is SpotKind.FEAST else _STRICT


def choose(kind: SpotKind, found: Candidates, day: int, pointer: Pointer, domain: Domain) -> tuple[Period, str]:
    """Choose among the candidates around a day; the answer is the period and past | same | future."""
    elsewhere = pointer.bound and kind is SpotKind.FEAST and domain is not Domain.COLLOQUIAL
    chat = domain is Domain.COLLOQUIAL
    if found.same is not None and kind is SpotKind.WEEKDAY and pointer.beyond:
        return found.after, "future"
    if found.same is not None and not elsewhere:  # what is told on a named day is about that day
        return found.same, "same"
    back, ahead = day - first_day(found.before), first_day(found.after) - day
    if kind in _WEEKLY or (chat and kind is SpotKind.MONTH_DAY):
        sign = _weekday_sign(back, ahead, pointer, domain)
    elif kind is SpotKind.QUARTER:  # quarters are reported when they have ended
        sign = 1 if pointer.sign > 0 and pointer.strict and ahead < back else -1
    else:
        sign = -1 if back < ahead and not (chat and (ahead < 2 * back or back > _RECENT)) else 1
        if pointer.sign and pointer.sign != sign and max(back, ahead) < _reach(kind, pointer) * min(back, ahead):
            sign = pointer.sign
    return (found.before, "past") if sign < 0 else (found.after, "future")


def _weekday_sign(back: int, ahead: int, pointer: Pointer, domain: Domain) -> int:
    if pointer.sign > 0 and pointer.strict:
        return 1
    if pointer.sign < 0:
        return -1
    if domain is Domain.COLLOQUIAL:
        return 1
    if pointer.sign > 0 and ahead <= back:
        return 1
    return -1 if back <= 4 or ahead > 1 else 1

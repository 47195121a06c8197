"""A meaning and where it stands -> what it comes to: TIMEX3 value, period, interval, and what it was reckoned from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from timeline.calendar import (
    DAY,
    DAY_SECONDS,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    SECOND,
    WEEK,
    YEAR,
    Interval,
    Period,
    coarsen,
    first_day,
    interval_of,
    shift,
    weekday,
)
from timeline.meaning import (
    OF_A_YEAR,
    PUBLISHED,
    STORY,
    THAT_DAY,
    At,
    Base,
    Clock,
    Dated,
    Edge,
    Every,
    Length,
    Meaning,
    Nth,
    PartOf,
    Shift,
    ShortYear,
    Spot,
    SpotKind,
    Step,
    Stretch,
    Vague,
    Within,
)
from timeline.model import Anchor, Domain
from timeline.notation import iso_day
from timeline.resolver.bare import feast_width, spot_reading
from timeline.resolver.clock import clock_reading, is_beside, is_still_to_strike, part_reading
from timeline.resolver.half import day_meant, half_told
from timeline.resolver.in_story import fitting_in_story, open_in_year, read_short_year
from timeline.resolver.lengths import length_value, set_value
from timeline.resolver.moment import moment_later
from timeline.resolver.reading import Reading, Surroundings, base_period, date_reading, open_reading
from timeline.resolver.spots import around, inside, nth_inside, open_unit
from timeline.resolver.step import from_some_day, is_winter, nearest_this, start_of, stepped


def read(meaning: Meaning, near: Surroundings) -> Reading:
    """Work out what a meaning comes to where it stands; open parts are written XX."""
    return _READERS[type(meaning)](meaning, near)


# ---- bases ------------------------------------------------------------------------------------------------------


def _read_base(base: Base, near: Surroundings) -> Reading:
    if base is STORY and near.story.lost:
        return Reading("DATE", "XXXX-XX-XX")
    period, anchor = base_period(base, DAY, near)
    if base is STORY and near.story.last is not None:
        period, anchor = near.story.last, near.story.anchor(DAY) or anchor
    return date_reading(period, anchor) if period else Reading("DATE", "XXXX-XX-XX")


# ---- dates ------------------------------------------------------------------------------------------------------


def _read_at(at: At, _: Surroundings) -> Reading:
    return date_reading(at.period)


def _read_dated(dated: Dated, near: Surroundings) -> Reading:
    reading = read(dated.of, near)
    if isinstance(dated.of, Spot) and near.domain is Domain.NARRATIVE:
        reading = fitting_in_story(dated.of, dated.weekday, reading, near)
    elif isinstance(dated.of, Spot) and near.origin.day:
        found = around(dated.of, near.origin.day.number, near.language.feasts)
        fitting = [p for p in found or () if p is not None and weekday(first_day(p)) == dated.weekday]
        if len(fitting) == 1 and fitting[0] != reading.period:
            way = "past" if first_day(fitting[0]) < near.origin.day.number else "future"
            chat = near.domain is Domain.COLLOQUIAL and way == "future"  # "shut Fri 5 Sept" is seldom of last year
            if chat or reading.cue is None or way == reading.direction:  # "will open on Friday, May 3" looks ahead
                reading = date_reading(fitting[0], near.origin.anchor, way)
    if reading.period is None or reading.period.granularity != DAY:
        return reading
    actual = weekday(reading.period.number)
    if actual == dated.weekday:
        return reading
    says, name = Spot(SpotKind.WEEKDAY, dated.weekday), Spot(SpotKind.WEEKDAY, actual)
    name_spot = near.language.name
    flag = f"{iso_day(reading.period.number)} is a {name_spot(name)}, the text says {name_spot(says)}"
    return reading._replace(flags=(*reading.flags, flag))


def _read_step(step: Step, near: Surroundings) -> Reading:
    if isinstance(step.of, Base):
        day, anchor = base_period(step.of, DAY, near)
    else:
        outer = read(step.of, near)
        day, anchor = outer.period, outer.anchor
    of_story = step.of is STORY and step.spot.kind in OF_A_YEAR and near.story.last is not None
    if of_story and (day is None or near.elsewhere()):
        day, anchor = near.story.last, near.story.anchor(YEAR)
    if day is not None and day.granularity == YEAR and step.count > 0 and not is_winter(step.spot):
        day = shift(day, 1, YEAR)  # "in 1845 ... the following summer" is not that of 1845
    found = around(step.spot, first_day(day), near.language.feasts) if day else None
    if found is None:
        return open_reading(step.spot, near)
    if step.count < 0:
        period = found.before
    elif step.count > 0:
        period = found.after
    else:
        period = found.same or nearest_this(step.spot, first_day(day or found.before), found.before, found.after)
    return feast_width(date_reading(period, anchor), step.spot, near)


def _read_shift(move: Shift, near: Surroundings) -> Reading:
    if move in _YEAR_EARLIER and (month := near.compared_month()):
        return date_reading(shift(month, -1, YEAR), near.story.anchor(MONTH))
    if near.story.quarter is not None and move in _YEAR_EARLIER and near.domain is Domain.NEWS:
        return date_reading(shift(near.story.quarter, -1, YEAR), near.story.anchor(QUARTER))
    if move.unit is YEAR and move == _THAT_YEAR and near.story.told is not None:
        return date_reading(near.story.told, near.story.told_anchor())
    if move.of is STORY and move.unit < DAY:
        return moment_later(move, near)
    if move.of is STORY and move.keep is DAY and near.story.day is None:
        move = replace(move, keep=None)  # as wide as its unit where no day is told
    if isinstance(move.of, Base):
        start, anchor = start_of(move, move.of, near)
        if start is None and move.unit < DAY:
            start, anchor = base_period(move.of, DAY, near)
            return (
                date_reading(start, anchor)
                if start and abs(move.count) < _HALF_A_DAY.get(move.unit, 0)
                else Reading("TIME", "XXXX-XX-XXTXX")
            )
    else:
        inner = read(move.of, near)
        start, anchor = inner.period, inner.anchor
    if start is None:
        return from_some_day(open_in_year(move, near), move, near)
    if move.of is STORY or move.workdays:
        return stepped(move, start, anchor, near)
    moved = shift(start, move.count, move.unit)
    return date_reading(coarsen(moved, move.keep) if move.keep and move.keep >= moved.granularity else moved, anchor)


_HALF_A_DAY: Final = {HOUR: 12, MINUTE: 12 * 60, SECOND: 12 * 3600}  # so far from an unknown hour it is still the day


# A report that tells a quarter compares it with the same quarter: in news "a year ago" and "a year earlier" are that
# quarter of the year before in 30 of 48 cases.
_THAT_YEAR: Final = Shift(0, YEAR, STORY)
_THAT_WEEK: Final = Shift(0, WEEK, STORY)
_YEAR_EARLIER: Final = (Shift(-1, YEAR, STORY), Shift(-1, YEAR, PUBLISHED, keep=YEAR))


def _read_within(within: Within, near: Surroundings) -> Reading:
    if within.of == _THAT_WEEK and within.spot.kind is SpotKind.WEEKDAY:
        told = near.last_day_on(within.spot.number)
        if told is not None and told.period is not None:
            return date_reading(coarsen(told.period, DAY), Anchor("story", told.value, None, told.span))
    outer = read(within.of, near)
    period = inside(within.spot, outer.period, near.language.feasts) if outer.period else None
    if period is None:
        return open_reading(within.spot, near)
    if within.of == _THAT_WEEK and near.is_yet_to_come(period):  # no story of the past stands in that week yet
        period = shift(period, -7, DAY)
    return feast_width(date_reading(period, outer.anchor), within.spot, near)


def _read_nth(nth: Nth, near: Surroundings) -> Reading:
    outer = read(nth.of, near)
    period = nth_inside(nth.count, nth.unit, outer.period) if outer.period else None
    if period is None:
        return open_reading(nth.unit, near) if isinstance(nth.unit, Spot) else Reading("DATE", open_unit(nth.unit))
    return date_reading(period, outer.anchor)


def _read_part(part: PartOf, near: Surroundings) -> Reading:
    if part.of == THAT_DAY and near.story.day is None and near.elsewhere() and near.points_back():
        return part_reading(part, Reading("DATE", "XXXX-XX-XX"))  # "the same evening" of a month told before
    return part_reading(part, read(part.of, near))


def _read_clock(clock: Clock, near: Surroundings) -> Reading:
    day = read(day_meant(clock, near), near)
    if day.period is None and (told_day := near.day_before_long_ago()) is not None:
        day = told_day
    told, cue = half_told(clock, day, near)
    day = day._replace(cue=cue) if cue else day
    reading = clock_reading(told, day, near.story.moment)
    if reading.period is not None and day.period is not None and is_still_to_strike(clock, reading.period, near):
        before = date_reading(shift(day.period, -1, DAY), day.anchor, "past")
        reading = clock_reading(told, before, near.story.moment)
    return reading._replace(mod="APPROX") if is_beside(clock, near) else reading


def _read_edge(edge: Edge, near: Surroundings) -> Reading:
    inner = read(edge.of, near)
    return inner._replace(mod=inner.mod or edge.mod)


# ---- lengths, sets, vague references ----------------------------------------------------------------------------


def _read_length(length: Length, near: Surroundings) -> Reading:
    interval, anchor = None, None
    if length.of is not None:
        interval, anchor = _stretch(length.of, near)
        if not length.amounts[0][0]:
            interval = None  # how many is not told, so how far is not known; of none there is no first and last
    return Reading("DURATION", length_value(length), length.mod, None, None, None, interval, anchor)


def _stretch(stretch: Stretch, near: Surroundings) -> tuple[Interval | None, Anchor | None]:
    """Find the units up to (or from) an anchor, or the first (last) units inside something wider."""
    count, unit = stretch.count, stretch.unit
    if isinstance(stretch.of, Base):
        now, anchor = base_period(stretch.of, DAY, near)
        if now is None or unit < DAY:
            return None, anchor
        first, last = sorted((now, shift(now, count, unit)))
        return Interval(interval_of(first).start, interval_of(last).end), anchor
    outer = read(stretch.of, near)
    if outer.interval is None or outer.interval.start is None or outer.interval.end is None:
        return None, outer.anchor
    start, end = outer.interval.start // DAY_SECONDS, outer.interval.end // DAY_SECONDS
    if count > 0:
        edge = shift(Period(DAY, start), count, unit).number
        return Interval(start * DAY_SECONDS, edge * DAY_SECONDS), outer.anchor
    edge = shift(Period(DAY, end), count, unit).number
    return Interval(edge * DAY_SECONDS, end * DAY_SECONDS), outer.anchor


def _read_every(every: Every, near: Surroundings) -> Reading:
    return Reading("SET", set_value(every, near.language.feasts), quant=every.quant, freq=every.freq)


def _read_vague(vague: Vague, _: Surroundings) -> Reading:
    return Reading("DATE", vague.ref)


_READERS: Final[dict[type, Callable[[Any, Surroundings], Reading]]] = {
    Base: _read_base,
    At: _read_at,
    ShortYear: read_short_year,
    Spot: spot_reading,
    Dated: _read_dated,
    Step: _read_step,
    Shift: _read_shift,
    Within: _read_within,
    Nth: _read_nth,
    PartOf: _read_part,
    Clock: _read_clock,
    Edge: _read_edge,
    Length: _read_length,
    Every: _read_every,
    Vague: _read_vague,
}

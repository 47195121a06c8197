"""A meaning and where it stands -> what it comes to: TIMEX3 value, period, interval, and what it was reckoned from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from timeline.calendar import (
    DAY,
    DAY_SECONDS,
    HOUR,
    MINUTE,
    QUARTER,
    SECOND,
    YEAR,
    Interval,
    Period,
    coarsen,
    first_day,
    interval_of,
    part_period,
    shift,
    weekday,
)
from timeline.meaning import (
    OF_A_YEAR,
    STORY,
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
from timeline.notation import iso_day, timex_value
from timeline.resolver.aside import told_here
from timeline.resolver.direction import NOWHERE, choose, undecided
from timeline.resolver.in_story import open_in_year, read_short_year, spot_in_story
from timeline.resolver.lengths import length_value, set_value
from timeline.resolver.moment import moment_later, nearest_half
from timeline.resolver.reading import Reading, Surroundings, base_period, date_reading
from timeline.resolver.spots import around, inside, nth_inside, open_unit, open_value


def read(meaning: Meaning, near: Surroundings) -> Reading:
    """Work out what a meaning comes to where it stands; open parts are written XX."""
    return _READERS[type(meaning)](meaning, near)


def _open(spot: Spot, near: Surroundings) -> str:
    return open_value(spot, near.language.feasts)


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


def _read_spot(spot: Spot, near: Surroundings) -> Reading:
    if near.domain is Domain.NARRATIVE and near.story.year is not None:
        return spot_in_story(spot, near)
    if near.domain is Domain.NARRATIVE and near.story.last is None and spot.kind is not SpotKind.FEAST:
        return Reading("DATE", _open(spot, near))
    if spot.kind in OF_A_YEAR and near.story.is_year_before(near.span, near.origin.day):
        return spot_in_story(spot, near)
    day = near.origin.day
    found = around(spot, day.number, near.language.feasts) if day else None
    if day is None or found is None:
        return _fixed_feast(spot, near) or Reading("DATE", _open(spot, near))
    pointer = near.pointer() if undecided(spot.kind, found, day.number) else NOWHERE
    period, direction = choose(spot.kind, found, day.number, pointer, near.domain)
    decisive = pointer.cue if direction != "same" and (pointer.sign > 0) == (direction == "future") else None
    return _feast_width(date_reading(period, near.origin.anchor, direction=direction, cue=decisive), spot, near)


def _fixed_feast(spot: Spot, near: Surroundings) -> Reading | None:
    if spot.kind is not SpotKind.FEAST or near.language.feasts[spot.number].fixed is None:
        return None
    return date_reading(Period(DAY, near.language.feasts[spot.number].fixed or 0))


def _feast_width(reading: Reading, spot: Spot, near: Surroundings) -> Reading:
    days = near.language.feasts[spot.number].days if spot.kind is SpotKind.FEAST else 1
    if days == 1 or reading.interval is None or reading.interval.start is None:
        return reading
    return reading._replace(interval=Interval(reading.interval.start, reading.interval.start + days * DAY_SECONDS))


def _read_dated(dated: Dated, near: Surroundings) -> Reading:
    reading = read(dated.of, near)
    if isinstance(dated.of, Spot) and near.origin.day and near.domain is not Domain.NARRATIVE:
        found = around(dated.of, near.origin.day.number, near.language.feasts)
        fitting = [p for p in found or () if p is not None and weekday(first_day(p)) == dated.weekday]
        if len(fitting) == 1 and fitting[0] != reading.period:
            reading = date_reading(fitting[0], near.origin.anchor)
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
    day, anchor = base_period(step.of, DAY, near) if isinstance(step.of, Base) else (read(step.of, near).period, None)
    if day is None and step.of is STORY and step.spot.kind in OF_A_YEAR and near.story.last is not None:
        day, anchor = near.story.last, near.story.anchor(YEAR)
    found = around(step.spot, first_day(day), near.language.feasts) if day else None
    if found is None:
        return Reading("DATE", _open(step.spot, near))
    if step.count < 0:
        period = found.before
    elif step.count > 0:
        period = found.after
    else:
        period = found.same or _nearest_this(step.spot, first_day(day or found.before), found.before, found.after)
    return _feast_width(date_reading(period, anchor), step.spot, near)


def _nearest_this(spot: Spot, day: int, before: Period, after: Period) -> Period:
    if spot.kind in (SpotKind.WEEKDAY, SpotKind.WEEKEND, SpotKind.FEAST):
        return after
    same_year = [p for p in (before, after) if coarsen(p, YEAR) == coarsen(Period(DAY, day), YEAR)]
    return same_year[0] if len(same_year) == 1 else after


def _read_shift(move: Shift, near: Surroundings) -> Reading:
    if near.story.quarter is not None and move == _YEAR_EARLIER and near.domain is Domain.NEWS:
        return date_reading(shift(near.story.quarter, -1, YEAR), near.story.anchor(QUARTER))
    if move == _THAT_YEAR and near.story.told is not None:
        return date_reading(near.story.told, near.story.told_anchor())
    if move.of is STORY and move.unit < DAY:
        return moment_later(move, near)
    if move.of is STORY and move.keep is DAY and near.story.day is None:
        move = replace(move, keep=None)  # as wide as its unit where no day is told
    if isinstance(move.of, Base):
        start, anchor = base_period(move.of, move.keep or move.unit, near)
        if move.unit == YEAR and move.of is STORY and told_here(near):
            start, anchor = near.story.told, near.story.told_anchor()
        if start is None and move.unit < DAY:
            start, anchor = base_period(move.of, DAY, near)
            return date_reading(start, anchor) if start and abs(move.count) < 12 else Reading("TIME", "XXXX-XX-XXTXX")
    else:
        inner = read(move.of, near)
        start, anchor = inner.period, inner.anchor
    if start is None:
        return open_in_year(move, near)
    moved = shift(start, move.count, move.unit)
    return date_reading(coarsen(moved, move.keep) if move.keep and move.keep >= moved.granularity else moved, anchor)


# A report that tells a quarter compares it with the same quarter: in news "a year ago" and "a year earlier" are that
# quarter of the year before in 30 of 48 cases.
_THAT_YEAR = Shift(0, YEAR, STORY)
_YEAR_EARLIER = Shift(-1, YEAR, STORY)


def _read_within(within: Within, near: Surroundings) -> Reading:
    outer = read(within.of, near)
    period = inside(within.spot, outer.period, near.language.feasts) if outer.period else None
    if period is None:
        return Reading("DATE", _open(within.spot, near))
    return _feast_width(date_reading(period, outer.anchor), within.spot, near)


def _read_nth(nth: Nth, near: Surroundings) -> Reading:
    outer = read(nth.of, near)
    period = nth_inside(nth.count, nth.unit, outer.period) if outer.period else None
    if period is None:
        return Reading("DATE", _open(nth.unit, near) if isinstance(nth.unit, Spot) else open_unit(nth.unit))
    return date_reading(period, outer.anchor)


def _read_part(part: PartOf, near: Surroundings) -> Reading:
    day = read(part.of, near)
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{part.part}", anchor=day.anchor)
    period = part_period(day.period.number, part.part)
    return day._replace(type="TIME", value=timex_value(period), period=period, interval=interval_of(period))


def _read_clock(clock: Clock, near: Surroundings) -> Reading:
    day = read(clock.of, near)
    if day.period is not None:
        clock = nearest_half(clock, first_day(day.period), near)
    written = f"{clock.hour:02d}" + ("" if clock.minute is None else f":{clock.minute:02d}")
    written += "" if clock.second is None else f":{clock.second:02d}"
    if day.period is None or day.period.granularity != DAY:
        return Reading("TIME", f"{day.value[:10]}T{written}", anchor=day.anchor)
    instant = day.period.number * DAY_SECONDS + clock.hour * 3600 + (clock.minute or 0) * 60 + (clock.second or 0)
    width, size = (HOUR, 3600) if clock.minute is None else (MINUTE, 60) if clock.second is None else (SECOND, 1)
    period = Period(width, instant // size)
    return day._replace(type="TIME", value=f"{day.value}T{written}", period=period, interval=interval_of(period))


def _read_edge(edge: Edge, near: Surroundings) -> Reading:
    inner = read(edge.of, near)
    return inner._replace(mod=inner.mod or edge.mod)


# ---- lengths, sets, vague references ----------------------------------------------------------------------------


def _read_length(length: Length, near: Surroundings) -> Reading:
    interval, anchor = None, None
    if length.of is not None:
        interval, anchor = _stretch(length.of, near)
        if length.amounts[0][0] is None:
            interval = None  # how many is not told, so how far is not known
    return Reading("DURATION", length_value(length), interval=interval, mod=length.mod, anchor=anchor)


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


_READERS: dict[type, Callable[[Any, Surroundings], Reading]] = {
    Base: _read_base,
    At: _read_at,
    ShortYear: read_short_year,
    Spot: _read_spot,
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

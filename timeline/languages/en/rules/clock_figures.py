"""Times of day in figures that need the words around them: at 0450, at about 7.30, 5.15 in the morning."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.clock_figures import no_amount, told_in_two_zones, with_leading_zero
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY, time_of
from timeline.languages.numeric import Figures
from timeline.meaning import PUBLISHED, Clock, Edge, Meaning, Range, Shift


@rule(
    "[{approx}] {dotted_clock} [o'clock] in the {part:morning_word}",
    "<at> [{approx}] {dotted_clock} [o'clock] in the {part:morning_word}",
    examples={"at 5.15 in the morning": "2025-02-11T05:15", "at 5.15 in the evening": "2025-02-11T17:15"},
)
def dotted_clock_in_part(dotted_clock: Figures, part: str, approx: str | None = None) -> Meaning | None:
    """Read hours and minutes with a stop between them, where the part of the day is told."""
    hour, minute, second, _ = dotted_clock
    if not 1 <= hour <= 12:
        return None
    return _about(Clock(hour % 12 + (12 if part == "pm" else 0), minute, second, None, DAY_OF_STORY), approx)


_DAY_FOLLOWS = re.compile(
    r" ?,? (?:on |of )?(?:the )?"
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d|yesterday)"
)


_STAMP_BEFORE = re.compile(r"(?:^|[\n(\[|]|-lrb-) ?(?:last )?(?:updated?|posted)(?: at)?:? $")


def _is_stamp(place: Place) -> str | None:
    """Keep to a stamp in brackets or at the head of a line; refuse "updated 5:25 p.m. Monday", which tells its day."""
    if not _STAMP_BEFORE.search(place.folded, max(0, place.start - 24), place.start):
        return Unfit("no stamp: somebody did it")
    return Unfit("its day is told") if _DAY_FOLLOWS.match(place.folded, place.end) else None


@rule(
    "<(update|updated|posted) [at]> {clock} [{ampm}] [{zone}]",
    "<(update|updated|posted) [at]> {hour} {ampm} [{zone}]",
    when=_is_stamp,
    examples={"It began on Monday. (Updated 5:25 p.m. ET)": "2025-02-11T17:25"},
    not_=["Updated 5:25 p.m. Monday", "Updated 5:25 p.m., Feb. 10", "On Monday he posted at 5 p.m. that he was well."],
)
def update_time(
    ampm: str | None = None, zone: str | None = None, clock: Figures | None = None, hour: int = 0
) -> Meaning | None:
    """Read when words were posted: on the publish date, whatever day they tell of."""
    told = time_of(clock.hour if clock else hour, clock.minute if clock else 0, ampm, Shift(0, DAY, PUBLISHED))
    return replace(told, second=clock.second if clock else None, zone=zone) if told else None


@rule("<from|between> {a:dotted_clock} <to|until|and> {b:clock}", "{a:dotted_clock} <-|to> {b:clock}")
def dotted_clocks(a: Figures, b: Figures) -> Range:
    """Read "between 9.11 and 9.36 p.m.": the half of the day is said once."""
    hour = a[0] + 12 if b[0] >= 12 and a[0] < 12 and (a[0] + 12, a[1]) < b[:2] else a[0]
    return Range(Clock(hour, a[1], a[2], None, DAY_OF_STORY), Clock(b[0], b[1], b[2], None, DAY_OF_STORY))


@rule(
    "<at> [{approx}] {dotted_clock}",
    only=("narrative",),
    when=no_amount,
    examples={"The sluice gave way at about 7.30.": "XXXX-XX-XXT07:30"},
    not_=["It closed at 7.30 marks.", "at 7.30 per cent", "at 2.50 metres"],
)
def dotted_clock(dotted_clock: Figures, approx: str | None = None) -> Meaning | None:
    """Read "at 7.30" in a history, where no amount is told."""
    hour, minute, second, _ = dotted_clock
    return _about(Clock(hour, minute, second, None, DAY_OF_STORY, either=True), approx)


@rule(
    "<at> [{approx}] {military}",
    only=("narrative",),
    when=no_amount,
    examples={"The guns opened up at 0450.": "XXXX-XX-XXT04:50", "At 1830 they stopped.": "XXXX-XX-XXT18:30"},
    not_=["It flew at 1800 feet.", "He was buried at 1230 Elm Road."],
)
def four_figures(military: tuple[int, int], approx: str | None = None) -> Meaning | None:
    """Read four figures behind "at" in a history as a time of day."""
    return _about(Clock(military[0], military[1], None, None, DAY_OF_STORY), approx)


@rule(
    "<at> {military}",
    only=("news",),
    when=told_in_two_zones,
    examples={"It struck at 1653 (2153 GMT).": "2025-02-11T16:53"},
    not_=["It stood at 1653 (2153 last year)."],
)
def four_figures_in_two_zones(military: tuple[int, int]) -> Meaning:
    """Read four figures behind "at" in news as a time of day where another zone's stands behind them."""
    return Clock(military[0], military[1], None, None, DAY_OF_STORY)


@rule(
    "<by|until|till|from|before|after> {military}",
    only=("narrative",),
    when=all_of(with_leading_zero, no_amount),
    examples={"By 0450 the wire was cut.": "XXXX-XX-XXT04:50"},
    not_=["By 1450 the town was rich."],
)
def four_figures_bound(military: tuple[int, int]) -> Meaning:
    """Read "by 0450" in a history: with a nought before them, four figures are no year."""
    return Clock(military[0], military[1], None, None, DAY_OF_STORY)


def _about(clock: Clock, approx: str | None) -> Meaning | None:
    if approx is None:
        return clock
    return Edge(approx, clock) if approx == "APPROX" else None

"""Times of day in figures that need the words around them: at 0450, at about 7.30, 5.15 in the morning."""

from __future__ import annotations

from timeline.grammar.rule import rule
from timeline.languages.en.around.figures import no_amount, with_leading_zero
from timeline.languages.en.around.match import all_of
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.numeric import Figures
from timeline.meaning import Clock, Edge, Meaning, Range


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

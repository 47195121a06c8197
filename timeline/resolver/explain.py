"""A timex -> why it has its date: one plain sentence, the chain behind it, and the readings that lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from timeline.calendar import DAY
from timeline.grammar.language import Language
from timeline.label import label_of
from timeline.meaning import (
    PUBLISHED,
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
    Vague,
    Within,
)
from timeline.meaning import (
    Step as Stepped,
)
from timeline.model import Explanation, Published, Step, Timex
from timeline.notation import parse_period
from timeline.resolver.ahead import step_of
from timeline.resolver.alternatives import alternatives
from timeline.resolver.quarters import QUARTER_TOLD


def explain(timex: Timex, text: str, published: Published | None, language: Language) -> Explanation:
    """Explain a timex of a text; the losing readings are worked out here, when someone asks.

    “late Saturday” is Sat 8 Feb 2025, late: the last Saturday before the publish date Tue 11 Feb 2025, ...
    """
    words = timex.span.of(text)
    result = label_of(timex.period, timex.interval, timex.mod)
    reason = _reason(timex, language)
    losers = tuple(alternatives(timex, published, language))
    cue = f", because “{timex.cue.span.of(text)}” {timex.cue.reason}" if timex.cue else ""
    if timex.period is None and timex.interval is None:
        sentence = f"“{words}” {reason}."
    else:
        sentence = f"“{words}” is {result}: {reason}{cue}."
    make = tuple.__new__  # see Tagger.tag
    steps = tuple([make(Step, each) for each in _steps(timex, text, reason, result)])
    return Explanation(
        " ".join((sentence, *(f"But {flag}." for flag in timex.flags))), timex.mention.rule, steps, losers
    )


def _steps(timex: Timex, text: str, reason: str, result: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each step."""
    yield "words", f"“{timex.span.of(text)}”"
    yield "rule", timex.mention.rule
    if timex.cue:
        whither = f"{timex.direction}, " if timex.direction else ""
        yield "direction", f"{whither}because “{timex.cue.span.of(text)}” {timex.cue.reason}"
    elif timex.direction == "same":
        whose = "the day of the saying" if timex.anchor and timex.anchor.kind == "speech" else "the publish date's own"
        yield "direction", f"{whose}: it fits the words itself"
    elif timex.direction:
        yield "direction", f"{timex.direction}, as no word around points elsewhere"
    if timex.anchor:
        yield "anchor", _anchor_words(timex)
    yield "worked out", reason
    for flag in timex.flags:
        yield "beware", flag
    if timex.period is not None or timex.interval is not None:
        yield "result", result


def _anchor_words(timex: Timex) -> str:
    anchor = timex.anchor
    if anchor is None:
        return "nothing else"
    day = anchor.value
    if anchor.kind == "speech":
        return f"the day it was said, {_day_words(anchor.value)}"
    if anchor.kind == "published":
        return f"the publish date {_day_words(day)}"
    return f"the date the story stands at, {day}"


def _day_words(value: str) -> str:
    period = parse_period(value)
    return label_of(period, None, None)


def _reason(timex: Timex, language: Language) -> str:
    return _reason_of(timex.mention.meaning, timex, language)


def _spot_reason(spot: Spot, timex: Timex, language: Language) -> str:
    name = language.name(spot)
    if timex.period is None:
        return f"names a {name}, but nothing tells which: it stays open"
    anchor = _anchor_words(timex)
    if timex.anchor is not None and timex.anchor.kind == "story":
        return f"the {name} that goes with {anchor}"
    if timex.direction == "same":
        return f"the {name} of {anchor}"
    way, side = ("last", "before") if timex.direction == "past" else ("next", "after")
    return f"the {way} {name} {side} {anchor}"


def _step_reason(step: Stepped, timex: Timex, language: Language) -> str:
    name = language.name(step.spot)
    if timex.period is None:
        return f"names a {name}, but there is no date to reckon from: it stays open"
    if step.count < 0 and isinstance(step.of, Shift) and step.of.of is PUBLISHED and step.of.unit is DAY:
        return f"the latest {name} {_no_later_than(step.of.count - 1)} {_anchor_words(timex)}"
    way = {-1: "latest", 0: "nearest", 1: "first"}[step.count]
    side = {-1: "before", 0: "around", 1: "after"}[step.count]
    beside = language.name(step.of) if isinstance(step.of, Spot) else _base(step.of, timex, language)
    of = _anchor_words(timex) if isinstance(step.of, Base) else beside
    return f"the {way} {name} {side} {of}"


def _no_later_than(days: int) -> str:
    return f"no later than {days} day{'s' if days != 1 else ''} after" if days else "up to"


def _shift_reason(move: Shift, timex: Timex, language: Language) -> str:
    if timex.period is None and timex.interval is not None and timex.anchor is not None:
        return f"{_counted(move)} some day of {timex.anchor.value}, which the story stands at"
    if timex.period is None:
        return "leans on a date that is not known: it stays open"
    if not isinstance(move.of, Base) and move.count == 0:
        return f"the {move.unit.word} of {_base(move.of, timex, language)}"
    if not isinstance(move.of, Base):
        return f"{_counted(move)} {_base(move.of, timex, language)}"
    if move == QUARTER_TOLD and timex.anchor is not None and timex.anchor.kind == "published":
        return f"the last quarter that was over by {_anchor_words(timex)}"
    if move.count == 0:
        return f"the {move.unit.word} of {_anchor_words(timex)}"
    return f"{_counted(move)} {_anchor_words(timex)}"


def _counted(move: Shift) -> str:
    number, unit = abs(move.count), f"working {move.unit.word}" if move.workdays else move.unit.word
    left_out = " (weekends left out, holidays not known)" if move.workdays else ""
    return f"{number} {unit}{'s' if number != 1 else ''}{left_out} {'before' if move.count < 0 else 'after'}"


def _inner_reason(meaning: Within | Nth | PartOf | Clock | Edge | Dated, timex: Timex, language: Language) -> str:
    if timex.period is None and isinstance(meaning, Within | Nth):
        return "leans on a date that is not known: it stays open"
    if isinstance(meaning, Within):
        return f"the {language.name(meaning.spot)} in {_base(meaning.of, timex, language)}"
    return _reason_of(meaning.of, timex, language)


def _base(meaning: Meaning, timex: Timex, language: Language) -> str:
    """Say what a step is taken from: a date that is said in full by its name."""
    if isinstance(meaning, At):
        return label_of(meaning.period, None, None)
    return _reason_of(meaning, timex, language)


def _reason_of(meaning: Meaning, timex: Timex, language: Language) -> str:
    return _REASONS[type(meaning)](meaning, timex, language)


def _said(_: object, timex: Timex, __: Language) -> str:
    return "the words say it in full" if timex.period is not None else "names no date"


def _short_year_reason(_: ShortYear, timex: Timex, __: Language) -> str:
    if timex.period is None:
        return "says a year without its century, and nothing tells which"
    return f"the year without its century that lies nearest to {_anchor_words(timex)}"


def _base_reason(base: Base, timex: Timex, _: Language) -> str:
    if timex.period is None:
        return "leans on a date that is not known: it stays open"
    return "the publish date" if base is PUBLISHED else f"it is {_anchor_words(timex)}"


def _length_reason(length: Length, timex: Timex, language: Language) -> str:
    step = step_of(length)
    if step is not None and timex.period is not None:
        return _shift_reason(step, timex, language)
    if length.of is not None and timex.interval is not None:
        return f"a length of time ({timex.value}) that ends or begins at {_anchor_words(timex)}"
    if timex.interval is not None and timex.anchor is not None:
        return f"a length of time ({timex.value}) that ends with {timex.anchor.value}"
    return f"is a length of time ({timex.value}), not a date"


def _every_reason(_: Every, timex: Timex, __: Language) -> str:
    return f"is a time that comes again and again ({timex.value}), not one date"


def _vague_reason(vague: Vague, _: Timex, __: Language) -> str:
    when = {"PRESENT_REF": "present", "PAST_REF": "past", "FUTURE_REF": "future"}[vague.ref]
    return f"points to the {when} without saying when"


_REASONS: Final[dict[type, Callable[..., str]]] = {
    At: _said,
    ShortYear: _short_year_reason,
    Spot: _spot_reason,
    Stepped: _step_reason,
    Shift: _shift_reason,
    Within: _inner_reason,
    Nth: _inner_reason,
    PartOf: _inner_reason,
    Clock: _inner_reason,
    Edge: _inner_reason,
    Dated: _inner_reason,
    Base: _base_reason,
    Length: _length_reason,
    Every: _every_reason,
    Vague: _vague_reason,
}

"""The timexes of a text -> the same, with lengths that say when something will be: "will close in ten days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.calendar import DAY
from timeline.meaning import PUBLISHED, Length, Shift
from timeline.model import Cue, Tense, Timex
from timeline.resolver.reading import Surroundings
from timeline.resolver.story import Story
from timeline.resolver.value import read


def ahead(timexes: Sequence[Timex], near: Surroundings) -> Iterator[Timex]:
    """Yield the timexes in order; a length behind "in" of a clause about the future covers the time at its end.

    It stays the DURATION that TimeML makes of it: value and interval are independent. `near` is what any is read in.
    """
    for timex in timexes:
        step = step_of(timex.mention.meaning)
        if step is None or timex.interval is not None or not _stands_ahead(timex, near):
            yield timex
            continue
        found, clause = read(step, near._replace(span=timex.span, story=Story())), near.clause_at(timex.span.start)
        cue = Cue(clause.verb, "is in the future") if clause.verb else None
        yield timex._replace(
            period=found.period, interval=found.interval, anchor=found.anchor, direction="future", cue=cue
        )


def step_of(meaning: object) -> Shift | None:
    """Give the step from the publish date that a length comes to when it says when; None when it is not one number."""
    if not isinstance(meaning, Length) or meaning.of is not None or len(meaning.amounts) != 1:
        return None
    ((amount, unit),) = meaning.amounts
    whole = amount is not None and float(amount).is_integer() and unit >= DAY
    return Shift(int(amount or 0), unit, PUBLISHED) if whole else None


def _stands_ahead(timex: Timex, near: Surroundings) -> bool:
    folded, start = near.folded, timex.span.start
    behind = any(folded.endswith(f" {word} ", 0, start) for word in near.language.syntax.stepping)
    return behind and near.clause_at(start).tense is Tense.FUTURE

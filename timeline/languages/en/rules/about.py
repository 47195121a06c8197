"""A date or a time of day that is not exact: about 1990, around 8 p.m. on Friday, 1994 or later."""

from __future__ import annotations

from dataclasses import replace

from timeline.calendar import DAY
from timeline.grammar.rule import rule
from timeline.languages.en.around.clock_figures import no_sentence_between
from timeline.languages.en.around.match import not_some
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.languages.en.rules.joins import in_part
from timeline.meaning import PUBLISHED, Clock, Edge, Meaning, PartOf, Shift, Spot, SpotKind, Within


@rule(
    "{approx} {date}",
    when=not_some,
    examples={"about 1990": "1990"},
    not_=["some Friday", "what to talk about today"],
)
def approximate_date(approx: str, date: Meaning) -> Meaning | None:
    """Read "about 1990"; nothing is about today."""
    return Edge(approx, date) if approx == "APPROX" and not _is_beside_today(date) else None


def _is_beside_today(date: Meaning) -> bool:
    """Say whether a date is a day named from today: "plenty to talk about tomorrow"."""
    return isinstance(date, Shift) and date.unit == DAY and date.of is PUBLISHED and abs(date.count) <= 1


@rule(
    "{approx} {a_clock}",
    "{approx} {a_clock} [,|on|of|, on] {a_day}",
    when=no_sentence_between,
    examples={"about 8 p.m.": "2025-02-11T20:00", "around 8 p.m. on Friday": "2025-02-07T20:00"},
)
def approximate_clock(approx: str, a_clock: Clock, a_day: Meaning | None = None) -> Meaning | None:
    """Read "about 8 p.m.", with its day."""
    clock = replace(a_clock, of=a_day) if a_day else a_clock
    return Edge(approx, clock) if approx == "APPROX" else None


@rule(
    "{approx} {a_clock} [,|on|in the] {a_part}",
    when=no_sentence_between,
    examples={"around 9:30 last night": "2025-02-10T21:30"},
)
def approximate_clock_in_part(approx: str, a_clock: Clock, a_part: PartOf) -> Meaning | None:
    """Read "about 8 last night"."""
    clock = in_part(a_clock, a_part) if approx == "APPROX" else None
    return Edge(approx, clock) if clock else None


@rule(
    "{a_clock} [,|on|of] {a_spot} [of] {a_year}",
    "{approx} {a_clock} [,|on|of] {a_spot} [of] {a_year}",
    when=no_sentence_between,
    examples={
        "at 4am on 17 November last year": "2024-11-17T04:00",
        "at about 4am on 3 May last year": "2024-05-03T04:00",
    },
)
def clock_on_day_of_year(a_clock: Clock, a_spot: Spot, a_year: Meaning, approx: str = "") -> Meaning | None:
    """Read "4am on 17 November last year"."""
    if a_spot.kind not in _OF_A_YEAR or a_clock.of != DAY_OF_STORY or approx not in ("", "APPROX"):
        return None
    clock = replace(a_clock, of=Within(a_spot, a_year))
    return Edge(approx, clock) if approx else clock


_OF_A_YEAR = (SpotKind.MONTHDAY, SpotKind.FEAST)


@rule("{a_part} [at] {edged}", examples={"It fell Friday afternoon at about 3:30.": "2025-02-07T15:30"})
def part_and_approximate_clock(a_part: PartOf, edged: Edge) -> Meaning | None:
    """Read "Friday afternoon at about 3:30"."""
    clock = in_part(edged.of, a_part) if isinstance(edged.of, Clock) else None
    return replace(edged, of=clock) if clock else None


@rule("{date} or (later|after|beyond|thereafter)", examples={"in 1994 or later": "1994"})
def or_later(date: Meaning) -> Meaning:
    """Read "1994 or later"."""
    return Edge("ON_OR_AFTER", date)


@rule("{date} or (earlier|before)", examples={"in 1994 or earlier": "1994"})
def or_earlier(date: Meaning) -> Meaning:
    """Read "1994 or earlier"."""
    return Edge("ON_OR_BEFORE", date)

"""What time words mean before any date is known: small frozen values that lean on one another.

Every meaning says what it leans on (`of`): the publish date, the date the story stands at, or another meaning.
`Shift(-3, DAY, of=PUBLISHED)` is "three days ago", `Shift(-3, DAY, of=STORY)` "three days earlier". Nothing here
knows a language, a text or a date; the resolver turns meanings into periods.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from timeline.calendar import DAY, Granularity, Period


class Base(Enum):
    """The dates of a document that a meaning can lean on."""

    PUBLISHED = "published"
    STORY = "story"

    __hash__ = object.__hash__  # see SpotKind


PUBLISHED, STORY = Base


@dataclass(frozen=True, slots=True)
class At:
    """A date that needs nothing else: "5 May 1998", "the 1990s", "480 BC"."""

    period: Period


@dataclass(frozen=True, slots=True)
class ShortYear:
    """A year of two digits: "'98"; `width` YEAR or DECADE ("the '60s"); the nearest to the anchor is meant."""

    year: int
    width: Granularity


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that comes round again: a weekday, month, day of a month, season, quarter, named day.

    kind        number                          day
    WEEKDAY     0 = Monday                      -
    MONTH       1-12                            -
    MONTHDAY    1-12                            1-31
    MONTH_DAY   -                               1-31 ("the 5th")
    SEASON      0 = spring ... 3 = winter       -
    QUARTER     1-4                             -
    HALF        1-2                             -
    WEEKEND     -                               -
    FEAST       key of the table of named days  -
    """

    kind: SpotKind
    number: int = 0
    day: int = 0


class SpotKind(Enum):
    """Which wheel of the calendar a `Spot` turns on."""

    WEEKDAY = "weekday"
    MONTH = "month"
    MONTHDAY = "month and day"
    MONTH_DAY = "day of the month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    WEEKEND = "weekend"
    FEAST = "named day"

    __hash__ = object.__hash__  # there is one of each; Enum's own hashes the name, in Python


@dataclass(frozen=True, slots=True)
class Dated:
    """A full date with a weekday beside it: "Tuesday, 10 February 2025"; a weekday that does not fit is flagged."""

    of: Meaning
    weekday: int


@dataclass(frozen=True, slots=True)
class Step:
    """The count-th such spot from an anchor: "last Monday" -1, "this summer" 0, "next May" 1."""

    count: int
    spot: Spot
    of: Meaning


@dataclass(frozen=True, slots=True)
class Shift:
    """`count` units from an anchor; of=PUBLISHED or STORY the result is as wide as the unit, else as wide as `of`.

    keep      a granularity to keep instead: "a year ago today" is a day
    workdays  Saturdays and Sundays do not count: "five working days after 12 May"
    """

    count: int
    unit: Granularity
    of: Meaning
    keep: Granularity | None = None
    workdays: bool = False


THAT_DAY: Final = Shift(0, DAY, STORY)  # the day the story stands at


@dataclass(frozen=True, slots=True)
class Within:
    """A spot inside something wider: "the third quarter of last year", "May of 1998"."""

    spot: Spot
    of: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The count-th unit or weekday inside something wider, from the end when negative: "the last Friday of June"."""

    count: int
    unit: Granularity | Spot
    of: Meaning


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first (count > 0) or last (< 0) units of something wider: "the first two months of 1939", "last 3 days"."""

    count: int
    unit: Granularity
    of: Meaning


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a day (one of calendar.PARTS): "Monday morning"."""

    part: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; second None when not said, minute None for a bare hour; zone as written.

    either  the words leave open which half of the day is meant: "one o'clock", "at 5:15"
    """

    hour: int
    minute: int | None
    second: int | None
    zone: str | None
    of: Meaning
    either: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A meaning with a TIMEX3 modifier: "late Saturday" END, "about 1990" APPROX, "before 2001" BEFORE."""

    mod: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts by unit, an amount None when only the unit is said ("several months", PXM)."""

    amounts: tuple[tuple[float | None, Granularity], ...]
    mod: str | None = None
    of: Stretch | None = None  # the stretch of the calendar it stands for: "in the past three months"
    workdays: bool = False  # "five working days"


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: "every Sunday", "twice a week"; `of` a unit, a spot or a length, quant and freq as TIMEX3."""

    of: Granularity | Spot | Length | PartOf | Clock
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF: "currently", "recently", "the future"."""

    ref: str


OF_A_YEAR: Final = (SpotKind.MONTH, SpotKind.MONTHDAY, SpotKind.SEASON)

Dateless = Length | Every | Vague
Meaning = (
    Base | At | ShortYear | Spot | Dated | Step | Shift | Within | Nth | Stretch | PartOf | Clock | Edge | Dateless
)


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of one stretch, said together: "from Monday to Thursday"; resolved together, last >= first."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Several:
    """Times said together that are no stretch: "March 5 and 9, 1918"."""

    meanings: tuple[Meaning, ...]


def spot_of(meaning: Meaning) -> Spot | None:
    """Give the spot of the calendar that a meaning names, early or late in it; None when it names none."""
    while isinstance(meaning, Edge):
        meaning = meaning.of
    return meaning if isinstance(meaning, Spot) else None

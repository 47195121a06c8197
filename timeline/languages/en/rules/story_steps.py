"""Steps from the date a text stands at that end at the present, or on its next day: now, ten years later."""

from __future__ import annotations

import re

from timeline.calendar import DAY, WEEK, YEAR, Granularity
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import after
from timeline.languages.en.around.words import nothing_follows
from timeline.meaning import PUBLISHED, STORY, Meaning, Shift

_OPENS_SUBJECT = r"(?:the|an?|his|her|its|their|our|my) "
_PAST_FOLLOWS = re.compile(  # a short subject and its verb: "they left", "the last men had gone"
    rf",? (?:{_OPENS_SUBJECT}(?:[a-z'’-]+ ){{1,2}}|(?!{_OPENS_SUBJECT})[a-z'’-]+ )"
    r"(?:was|were|had|did|could|would|said|told|left|went|came|took|made|gave|got|found|fell|rose|began|met|won|lost|saw|"
    r"held|led|broke|fled|struck|sent|brought|became|stood|ran|bought|sold|built|[a-z]{2,}(?<!e)ed)\b"
)


def _is_now(place: Place) -> str | None:
    """Keep to what the present is told of: "forty years on, they remember", not "three weeks on, they left"."""
    past = _PAST_FOLLOWS.match(after(place, 80))
    return Unfit("a step of a story told in the past") if past else nothing_follows(place)


@rule(
    "{count} {unit} on",
    only=("news",),
    when=_is_now,
    examples={"Forty years on, they say that it was wrong.": "2025", "Six months on, it is closed.": "2025-02"},
    not_=["He lives on.", "Three weeks on, they left."],
)
def units_on(count: float, unit: Granularity) -> Meaning | None:  # noqa: ARG001
    """Read "forty years on" in news as now: it counts from what is remembered up to the publish date."""
    return Shift(0, unit, PUBLISHED) if unit >= WEEK else None


_TODAY = re.compile(r"\b(?:today|now),? (?:and )?$")


def _at_today(place: Place) -> str | None:
    """Keep to what stands beside the present: "Today, two decades later, he stands trial"."""
    stands = _TODAY.search(place.folded, max(0, place.start - 12), place.start)
    return nothing_follows(place) if stands else Unfit("no word before it says that it is now")


@rule(
    "[{approx}] {count} {unit} later",
    "[{approx}] {a} {unit} later",
    "[{approx}] {pair} {unit} later",
    only=("news",),
    when=_at_today,
    examples={"Now, two decades later, he stands trial.": "2025"},
    not_=["Two decades later he stood trial."],
)
def units_later_now(
    unit: Granularity,
    count: float = 1,  # noqa: ARG001
    approx: str | None = None,  # noqa: ARG001
    a: int = 1,  # noqa: ARG001
    pair: int = 0,  # noqa: ARG001
) -> Meaning | None:
    """Read "now, two decades later" as now: it counts from what was told up to the publish date."""
    return Shift(0, min(unit, YEAR), PUBLISHED) if unit >= WEEK else None


_OF_FIGHTING = re.compile(
    r",| of (?:the |its |their |this )?(?:battle|fighting|siege|assault|attack|offensive|operation|voyage|march|"
    r"retreat|uprising|revolt|rising|strike|invasion|talks|trial|riots?|war|campaign|bombardment|meeting|conference)\b"
)


def _of_what_began(place: Place) -> str | None:
    """Keep to the second day of what was just told to begin: "On the second day, the fort fell"."""
    return None if _OF_FIGHTING.match(place.folded, place.end) else Unfit("the second of other days")


@rule(
    "<on> the second day",
    only=("narrative",),
    when=_of_what_began,
    examples={"On the second day, it fell.": "XXXX-XX-XX"},
    not_=["On the second day trip it rained."],
)
def second_day() -> Meaning:
    """Read the second day of what a history told last as the day after."""
    return Shift(1, DAY, STORY)

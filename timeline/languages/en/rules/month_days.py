"""Days told by their number alone, in the month a text stands at: on the 9th, until the 18th, the night of the 6th."""

from __future__ import annotations

import re

from timeline.calendar import MONTH
from timeline.grammar.rule import Place, Unfit, rule
from timeline.languages.en.around.match import all_of
from timeline.languages.en.around.ordinals import (
    by_figures,
    day_by_number,
    no_count_of_things,
    of_what_stands,
)
from timeline.languages.en.around.weekdays import weekday_word
from timeline.meaning import PUBLISHED, Dated, Meaning, PartOf, Range, Several, Shift, Spot, SpotKind, Within

_BEHIND_INNINGS = 10
_GOES_ON = re.compile(r" (?!(?:and|or|in|at|to|from|was|were|is|by|of|with|which|that|we|i|he|she|they|it|the)\b)\w")


def _ends_phrase(place: Place) -> str | None:
    """Refuse "the 12th instant messaging", where a noun follows."""
    return Unfit("a noun follows") if _GOES_ON.match(place.folded, place.end) else None


def _day(number: int) -> Spot:
    return Spot(SpotKind.MONTH_DAY, day=number)


@rule(
    "<on|by> the {ordinal_day}",
    when=all_of(day_by_number, by_figures),
    examples={
        "They left on the 3rd.": "2025-02-03",
        "On the 3rd Marlow fell ill.": "2025-02-03",
        "They must go by the 20th.": "2025-02-20",
    },
    not_=["on the 3rd floor", "On the 3rd Avenue side it rained.", "They were led by the third."],
)
def day_alone(ordinal_day: int) -> Meaning:
    """Read a day whose month is left to the reader."""
    return _day(ordinal_day)


@rule("the {ordinal_day} of {last_or_next} month", examples={"on the 15th of last month": "2025-01-15"})
def day_of_month_beside(ordinal_day: int, last_or_next: int) -> Meaning:
    """Read a day of the month before or after that of the publish date."""
    return Within(_day(ordinal_day), Shift(last_or_next, MONTH, PUBLISHED))


@rule(
    "[the] {ordinal_day} (ult|ultimo)",
    when=_ends_phrase,
    examples={"Yours of the 12th ult. reached me.": "2025-01-12"},
)
def day_of_month_before(ordinal_day: int) -> Meaning:
    """Read a day as old letters write it: of the month before theirs."""
    return Within(_day(ordinal_day), Shift(-1, MONTH, PUBLISHED))


@rule(
    "[the] {ordinal_day} (inst|instant)",
    when=_ends_phrase,
    examples={"since the 3rd instant": "2025-02-03"},
    not_=["the 12th instant messaging app"],
)
def day_of_month_of_letter(ordinal_day: int) -> Meaning:
    """Read a day as old letters write it: of their own month."""
    return Within(_day(ordinal_day), Shift(0, MONTH, PUBLISHED))


@rule("[the] {ordinal_day} (prox|proximo)", when=_ends_phrase, examples={"on the 5th prox.": "2025-03-05"})
def day_of_month_after(ordinal_day: int) -> Meaning:
    """Read a day as old letters write it: of the month after theirs."""
    return Within(_day(ordinal_day), Shift(1, MONTH, PUBLISHED))


@rule("the {ordinal_day} of this month", examples={"on the 15th of this month": "2025-02-15"})
def day_of_this_month(ordinal_day: int) -> Meaning:
    """Read a day of the month of the publish date."""
    return Within(_day(ordinal_day), Shift(0, MONTH, PUBLISHED))


@rule(
    "<until|till|since> the {ordinal_day}",
    only=("news",),
    when=all_of(no_count_of_things, of_what_stands),
    examples={"The road is shut until the 19th.": "2025-02-19", "It has been closed since the 10th.": "2025-02-10"},
    not_=["It was so until the 19th century.", "They led until the 12th.", "He dropped no shot until the 14th."],
)
def day_bounded_in_news(ordinal_day: int) -> Meaning | None:
    """Read "shut until the 19th" in news; the first nine are those of a game as well."""
    return _day(ordinal_day) if ordinal_day >= _BEHIND_INNINGS else None


@rule(
    "<until|till|since|before|after|from> the {ordinal_day}",
    only=("narrative",),
    when=no_count_of_things,
    examples={"The wood burned until the 18th.": "XXXX-XX-18"},
    not_=["They searched it from the 3rd floor."],
)
def day_bounded(ordinal_day: int) -> Meaning:
    """Read "until the 18th" in a history."""
    return _day(ordinal_day)


@rule(
    "<from> the {a:ordinal_day} <to|until|till|through> the {b:ordinal_day}",
    "<between> the {a:ordinal_day} <and> the {b:ordinal_day}",
    only=("narrative",),
    when=no_count_of_things,
)
def days_bounded(a: int, b: int) -> Range:
    """Read two days of the month as the ends of a stretch."""
    return Range(_day(a), _day(b))


@rule(
    "<on|by|until|till|since|before|after|from> the {a:ordinal_day} <and|or> the {b:ordinal_day}",
    "<on> the {a:ordinal_day} <and|or> {b:ordinal_day}",
    only=("narrative",),
    when=no_count_of_things,
)
def two_days(a: int, b: int) -> Several:
    """Read two days of the month said together."""
    return Several((_day(a), _day(b)))


@rule("the {ordinal_day} of (the|that) month", examples={"on the 14th of that month": "2025-02-14"})
def day_of_that_month(ordinal_day: int) -> Meaning:
    """Read a day of the month the story stands at."""
    return _day(ordinal_day)


@rule(
    "[the] {part} of the {ordinal_day}",
    "[the] {part:part_alone} (of|on) the {ordinal_day}",
    "the (early|small|wee) hours of the {ordinal_day}",
    when=no_count_of_things,
    examples={"on the night of the 6th": "2025-02-06TNI"},
    not_=["the evening of the 3rd day"],
)
def part_of_day_alone(ordinal_day: int, part: str = "MO") -> Meaning:
    """Read a part of a day told by its number."""
    return PartOf(part, _day(ordinal_day))


@rule(
    "{weekday} [,] the {ordinal_day}",
    only=("narrative",),
    when=all_of(weekday_word, no_count_of_things),
    examples={"on Friday the 17th": "XXXX-XX-17"},
)
def weekday_and_day_alone(weekday: int, ordinal_day: int) -> Meaning:
    """Read a weekday with the number of its day."""
    return Dated(_day(ordinal_day), weekday)

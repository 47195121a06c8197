"""The early, middle and late part of a unit reckoned from the publish date: later this year, mid-week, by year-end."""

from __future__ import annotations

from timeline.calendar import DAY, DECADE, MONTH, WEEK, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.around.match import small_letters
from timeline.languages.numeric import fixed_year
from timeline.meaning import PUBLISHED, STORY, Edge, Meaning, Nth, Shift


@rule(
    "(earlier|early) this {one_unit}",
    "(earlier|early) in (this|the) {one_unit}",
    "earlier in {one_unit}",
    examples={"earlier this month": "2025-02"},
)
def earlier_this_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the unit the publish date lies in; "earlier in the day" is that of the story."""
    return Edge("START", Shift(0, one_unit, STORY if one_unit is DAY else PUBLISHED))


@rule("(later|late) this {one_unit}", "(later|late) in (this|the) {one_unit}", examples={"later this year": "2025"})
def later_this_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the unit the publish date lies in; "later in the day" is that of the story."""
    return Edge("END", Shift(0, one_unit, STORY if one_unit is DAY else PUBLISHED))


@rule(
    "(early|earlier) last {one_unit}",
    "(early|earlier) in the last {one_unit}",
    examples={"early last week": "2025-W06"},
)
def early_last_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the last unit."""
    return Edge("START", Shift(-1, one_unit, PUBLISHED))


@rule("(late|later) last {one_unit}", "late in the last {one_unit}", examples={"late last month": "2025-01"})
def late_last_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the last unit."""
    return Edge("END", Shift(-1, one_unit, PUBLISHED))


@rule("(early|earlier) next {one_unit}", examples={"early next month": "2025-03"})
def early_next_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the next unit."""
    return Edge("START", Shift(1, one_unit, PUBLISHED))


@rule("(late|later) next {one_unit}", examples={"late next year": "2026"})
def late_next_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the next unit."""
    return Edge("END", Shift(1, one_unit, PUBLISHED))


@rule("(midweek|mid week)", examples={"in mid-week trading": "2025-W07"})
def midweek() -> Meaning:
    """Read the middle of the week of the publish date."""
    return Edge("MID", Shift(0, WEEK, PUBLISHED))


@rule("(midyear|mid year)", examples={"by mid-year": "2025"})
def midyear() -> Meaning:
    """Read the middle of the year of the publish date."""
    return Edge("MID", Shift(0, YEAR, PUBLISHED))


@rule("mid this {one_unit}", "(mid|middle) of this {one_unit}", examples={"mid this week": "2025-W07"})
def middle_of_this_unit(one_unit: Granularity) -> Meaning:
    """Read the middle of the unit the publish date lies in."""
    return Edge("MID", Shift(0, one_unit, PUBLISHED))


@rule(
    "<in|into|until|till|before|by> the new year",
    when=small_letters,
    examples={"It will open in the new year.": "2025"},
    not_=["They danced in the New Year."],
)
def new_year() -> Meaning:
    """Read "the new year" as the one that begins, or as this one while it is young."""
    return Shift(0, YEAR, Shift(8, MONTH, PUBLISHED), keep=YEAR)


@rule("<(for|through|during) (most|much) of> the {one_unit}", examples={"for most of the month": "2025-02"})
def most_of_unit(one_unit: Granularity) -> Meaning | None:
    """Read the unit of which the most is told."""
    return Shift(0, one_unit, PUBLISHED) if DAY < one_unit < DECADE else None


@rule("<since|from> [the] year end", examples={"It fell 5% since year-end.": "2024-12-31"})
def last_year_end() -> Meaning:
    """Read the year-end that prices are compared with."""
    return Nth(-1, DAY, Shift(-1, YEAR, PUBLISHED))


@rule(
    "[the] year end [of|,] {year}",
    "[the] {year} year end",
    "[the] end of year {year}",
    examples={"at year-end 2023": "2023-12-31"},
)
def year_end_of_year(year: int) -> Meaning:
    """Read the last day of a year that is told."""
    return Nth(-1, DAY, fixed_year(year))


@rule("[the] year end", examples={"by year-end": "2025-12-31"})
def year_end() -> Meaning:
    """Read "year-end" as accounts mean it: the last day of the year."""
    return Nth(-1, DAY, Shift(0, YEAR, PUBLISHED))


@rule(
    "[the] {one_unit} 's end",
    examples={"by year's end": "2025", "at month's end": "2025-02"},
    not_=["tired at day's end"],
)
def end_of_unit(one_unit: Granularity) -> Meaning | None:
    """Read the end of the year or of the month."""
    return Edge("END", Shift(0, one_unit, PUBLISHED)) if one_unit > DAY else None

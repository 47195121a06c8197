"""A spot without a year -> the year that stands alone on a line above it: "2025 / 8 February / The auditor found"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import YEAR
from timeline.meaning import Spot
from timeline.model import Anchor, Span, Timex
from timeline.resolver.reading import Reading, Surroundings, date_reading
from timeline.resolver.spots import inside

_MARKS: Final = " \t.,:;()[]*#-–—|•"
_FAR: Final = 24  # characters of marks around a date on its line
_LATEST: Final = 40  # dates looked back over, so that endless lists of them stay cheap


def under_year(spot: Spot, near: Surroundings) -> Reading | None:
    """Read a spot in the year that heads it: of a day that stands alone itself, or the first date below the year."""
    told = near.story.last
    if not near.before or (not (told and told.granularity == YEAR) and not _is_alone(near.folded, near.span)):
        return None
    year = _year_above(near)
    found = inside(spot, year.period, near.language.feasts) if year and year.period else None
    if year is None or found is None:
        return None
    return date_reading(found, Anchor("story", year.value, None, year.span))


def _year_above(near: Surroundings) -> Timex | None:
    """Find the last year that stands alone, behind which no date names a year of its own."""
    for timex in near.before[: -_LATEST - 1 : -1]:
        if timex.period is None or timex.anchor is not None:
            continue
        alone = timex.period.granularity == YEAR and _is_alone(near.folded, timex.span)
        return timex if alone else None
    return None


def _is_alone(folded: str, span: Span) -> bool:
    """Say whether nothing but marks stands beside words on their line."""
    before, after = folded[max(0, span.start - _FAR) : span.start], folded[span.end : span.end + _FAR]
    return not before.rpartition("\n")[2].strip(_MARKS) and not after.partition("\n")[0].strip(_MARKS)

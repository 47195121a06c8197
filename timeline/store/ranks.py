"""Where an event begins -> the range of row numbers it belongs to: rows stand in the order of time.

The number of a row is its day, then a counter within the day. So the full-text index, which gives the rows that hold
a word by their numbers, gives them in the order of time, and which day each is on, without a look at the rows.
"""

from __future__ import annotations

from timeline.calendar import DAY_SECONDS, MONTH, period_at

OPEN_START, OPEN_END = -(1 << 62), 1 << 62
COUNTER_BITS = 37
_MIDDLE = 1 << 25  # of the days there is room for, some 90,000 years each way; those beyond share the last one
OPEN_CODE, UNDATED_CODE = 1, (1 << 26) - 1
_FIRST, _LAST = OPEN_CODE + 1, UNDATED_CODE - 1


def code_of(start: int | None) -> int:
    """Give the code of the day of a start key; open beginnings stand before all days, undated events after them."""
    if start is None:
        return UNDATED_CODE
    if start <= OPEN_START:
        return OPEN_CODE
    return min(max(start // DAY_SECONDS + _MIDDLE, _FIRST), _LAST)


def day_of(code: int) -> int:
    """Give the day number of a code that is neither OPEN_CODE nor UNDATED_CODE."""
    return code - _MIDDLE


def first_rank(code: int) -> int:
    """Give the lowest row number of a code."""
    return code << COUNTER_BITS


def last_rank(code: int) -> int:
    """Give the highest row number of a code."""
    return first_rank(code + 1) - 1


# The same for all rows of `events` at once, as SQL; DAY is the floor of the days, which SQL's division is not.
_DAY = f"(start_key - (start_key % {DAY_SECONDS} + {DAY_SECONDS}) % {DAY_SECONDS}) / {DAY_SECONDS}"
CODE_SQL = (
    f"CASE WHEN start_key IS NULL THEN {UNDATED_CODE} WHEN start_key = {OPEN_START} THEN {OPEN_CODE} "
    f"ELSE min(max({_DAY} + {_MIDDLE}, {_FIRST}), {_LAST}) END"
)


def month_of(instant: int | None) -> int | None:
    """Give the month of an instant, year * 12 + month - 1: what SQL cannot say of years before 0."""
    return None if instant is None else period_at(MONTH, instant // DAY_SECONDS).number

"""A text in, the dates in it that stand in a form of `timeline.label` out, each with what writes it in a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from typing import NamedTuple

from timeline.label import MONTHS, MONTHS_SHORT, WEEKDAYS
from timeline.locales.cldr import Cldr

_ANY = "2000"  # a leap year stands for the one that a text does not name
Groups = tuple[str, ...]


class _Form(NamedTuple):
    """A form of a date: its pattern, and what writes its groups in a language."""

    pattern: str
    write: Callable[[Groups, Cldr], str]


class Found(NamedTuple):
    """A date found in a text."""

    start: int
    words: str
    form: _Form

    def written(self, cldr: Cldr) -> str | None:
        """Write it in a language; None for a day that is in no calendar."""
        groups = re.fullmatch(self.form.pattern, self.words)
        try:
            return self.form.write(groups.groups(default=""), cldr) if groups else None
        except ValueError:
            return None


def found_in(text: str, *, bare: bool = False) -> Iterator[Found]:
    """Yield the dates of a text, in order; `bare` also weekdays and months that stand alone."""
    for match in (_BARE if bare else _DATES).finditer(text):
        if match.lastgroup in _EVERY:
            yield Found(match.start(), match[0], _EVERY[match.lastgroup])


def _number(month: str) -> int:
    return (MONTHS.index(month) if month in MONTHS else MONTHS_SHORT.index(month)) + 1


def _date(year: str, month: str, day: str = "1") -> date:
    return date(int(year.removeprefix("AD ")), _number(month), int(day))


def _fields(fields: str, month: str) -> str:
    """Ask for the month in full where it stands so."""
    return fields if month in MONTHS_SHORT else fields.replace("MMM", "MMMM")


# ---- what writes the groups of each form ---------------------------------------------------------------------------


def _day(groups: Groups, cldr: Cldr) -> str:
    weekday, day, month, year = groups
    return cldr.write(_date(year, month, day), _fields("yMMMEd" if weekday else "yMMMd", month))


def _days(groups: Groups, cldr: Cldr) -> str:
    first, month, last, end_month, year = groups
    start, end = _date(year or _ANY, month or end_month, first), _date(year or _ANY, end_month, last)
    return cldr.write_between(start, end, _fields("yMMMd" if year else "MMMd", end_month))


def _yearless(groups: Groups, cldr: Cldr) -> str:
    day, month = groups
    return cldr.write(_date(_ANY, month, day), _fields("MMMd", month))


def _month(groups: Groups, cldr: Cldr) -> str:
    month, year = groups
    return cldr.write(_date(year, month), _fields("yMMM", month))


def _months(groups: Groups, cldr: Cldr) -> str:
    first, last, year = groups
    return cldr.write_between(_date(year, first), _date(year, last), "yMMM")


def _quarter(groups: Groups, cldr: Cldr) -> str:
    quarter, year = groups
    return cldr.write(_date(year, MONTHS[int(quarter) * 3 - 1]), "yQQQ")


def _year(groups: Groups, cldr: Cldr) -> str:
    return cldr.write(date(int(groups[0]), 1, 1), "y")


def _era(groups: Groups, cldr: Cldr) -> str:
    before, after = groups
    return cldr.write_era(before or after, before=bool(before))


def _clock(groups: Groups, cldr: Cldr) -> str:
    hour, minute, second = groups
    return cldr.write_clock(time(int(hour), int(minute), int(second or 0)), seconds=bool(second))


def _month_alone(groups: Groups, cldr: Cldr) -> str:
    return cldr.name_month(_number(groups[0]))


def _weekday_alone(groups: Groups, cldr: Cldr) -> str:
    return cldr.name_weekday(WEEKDAYS.index(groups[0]))


# ---- the forms -----------------------------------------------------------------------------------------------------

_MONTH = f"(?:{'|'.join((*MONTHS, *MONTHS_SHORT))})"
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:AD \d{1,3}|\d{4})(?![\d\w]| BC)"
_NO_YEAR = r"(?! (?:AD )?\d)"
_FORMS = {
    "days": _Form(
        rf"(\d{{1,2}})(?: ({_MONTH}) – |–)(\d{{1,2}}) ({_MONTH})(?: ({_YEAR})|{_NO_YEAR})",
        _days,
    ),
    "months": _Form(rf"({_MONTH})–({_MONTH}) ({_YEAR})", _months),
    "day": _Form(rf"(?:({_WEEKDAY}) )?(\d{{1,2}}) ({_MONTH}) ({_YEAR})", _day),
    "month": _Form(rf"({_MONTH}) ({_YEAR})", _month),
    "quarter": _Form(rf"Q([1-4]) ({_YEAR})", _quarter),
    "yearless": _Form(rf"(\d{{1,2}}) ({_MONTH})\b{_NO_YEAR}", _yearless),
    "clock": _Form(r"(?<![\d:])(\d\d):(\d\d)(?::(\d\d))?(?![\d:])", _clock),
    "era": _Form(r"(?<![A-Z][a-z][a-z] )(?<!\d)(?:(\d+) BC|AD (\d{1,3})(?![\d–]))", _era),
    "year": _Form(r"(?<![\d,.])(\d{4})(?![\d\w]| BC|–\d\d(?!\d))", _year),
}
_ALONE = {
    "month_alone": _Form(rf"\b({'|'.join(MONTHS)})\b", _month_alone),
    "weekday_alone": _Form(rf"\b({_WEEKDAY})\b", _weekday_alone),
}
_EVERY = _FORMS | _ALONE


def _compiled(forms: Iterable[tuple[str, _Form]]) -> re.Pattern[str]:
    """Take the first form that fits, none inside a quotation; the groups of a form are looked at when it has fitted."""
    inner = (f"(?P<{name}>{re.sub(r'[(](?![?])', '(?:', form.pattern)})" for name, form in forms)
    return re.compile("|".join(("(?P<quoted>“[^”]*”)", *inner)))


_DATES = _compiled(_FORMS.items())
_BARE = _compiled(_EVERY.items())

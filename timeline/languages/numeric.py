"""Forms of digits that all languages share, and the rules for dates and clock times written in digits alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.calendar import DAY, MONTH, YEAR, Period, day_number, exists
from timeline.grammar.lexicon import Shape
from timeline.meaning import At, Clock, Spot, SpotKind

Values = Mapping[str, Any]


class Figures(NamedTuple):
    """The figures of a clock time; either when they may be of each half of the day: "5:15", not "05:15"."""

    hour: int
    minute: int
    second: int | None = None
    either: bool = False


_LONGEST = 20  # figures: no amount of time has more, and a number of hundreds of figures has no value
_ZONE = r"(?:z|[+-]\d\d:?\d\d)"


def _iso(match: re.Match[str]) -> Values:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not exists(year, month, day):
        return {"no_date": f"there is no {match.group()}"}
    date = At(Period(DAY, day_number(year, month, day)))
    if not match["h"]:
        return {"isodate": date}
    second = int(match["s"]) if match["s"] else None
    return {"isotime": Clock(int(match["h"]), int(match["i"]), second, (match["z"] or "").upper() or None, date)}


def _slashed(match: re.Match[str]) -> Values:
    first, second, year = re.split("[/.-]", match.group())
    return {"numdate": (int(first), int(second), year, match.group()[len(first)])}


def _year_first(match: re.Match[str]) -> Values:
    year, month, day = int(match["yy"]), int(match["mm"]), int(match["dd"])
    return {"isodate": At(Period(DAY, day_number(year, month, day)))} if exists(year, month, day) else {}


def _clock(match: re.Match[str]) -> Values:
    hour, minute, second = int(match["ch"]), int(match["cm"]), match["cs"]
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (second and int(second) > 60):
        return {}
    either = 1 <= hour <= 12 and not second and match["ch"][0] != "0"
    return {"clock": Figures(hour, minute, int(second) if second else None, either)}


def _half_day_clock(match: re.Match[str]) -> Values:
    """Read "7.30am", "430 p.m.": the half of the day belongs to the figures, which without it are an amount."""
    digits = re.sub(r"\D", "", match.group())
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if not 1 <= hour <= 12 or minute > 59:
        return {}
    return {"clock": Figures(hour % 12 + (12 if "p" in match.group() else 0), minute)}


def _dotted_clock(match: re.Match[str]) -> Values:
    """Read "5.15" as an amount, or as a time of day where the words around say so."""
    hour, minute = map(int, match.group().split("."))
    return {**_number(match), **({"dotted_clock": Figures(hour, minute, None, 1 <= hour <= 12)} if hour <= 24 else {})}


def _at_least(match: re.Match[str]) -> Values:
    number = match.group()[:-1]
    return whole_number(int(number), len(number))


def _decade(match: re.Match[str]) -> Values:
    digits = int(match["dy"])
    return {"decade": digits} if digits >= 1000 else {"short_decade": digits % 100}


def _short_year(match: re.Match[str]) -> Values:
    return {"short_year": int(match.group()[1:])}


def _fraction(match: re.Match[str]) -> Values:
    whole, top, bottom = int(match["fw"] or 0), int(match["ft"]), int(match["fb"])
    pair = {"day_pair": (top, bottom)} if not whole and bottom == top + 1 else {}
    return ({"count": whole + top / bottom} if 0 < top < bottom <= 8 else {}) | pair


def _number(match: re.Match[str]) -> Values:
    digits = match.group()
    if len(digits) > _LONGEST:
        return {}
    if "," in digits or "." in digits:
        value = float(digits.replace(",", ""))
        return {"count": int(value) if value.is_integer() else value}
    return whole_number(int(digits), len(digits))


def whole_number(number: int, digits: int) -> dict[str, Any]:
    """Name the classes of a whole number written with so many digits."""
    values: dict[str, Any] = {}
    if number < 10_000:
        values["count"] = values["any_year"] = number
    if digits <= 2:
        values["two_digits"] = number
        if 1 <= number <= 31:
            values["day"] = number
        if 1 <= number <= 12:
            values["month_number"] = number
        if number <= 24:
            values["hour"] = number
    elif digits == 4 and 1000 <= number < 2200:
        values["year"] = number
    if digits == 4 and number // 100 < 24 and number % 100 < 60:
        values["military"] = (number // 100, number % 100)
    return values


# Numbers with nothing around them that could make them more: most numbers are, and are spared the trial of each form.
PLAIN = Shape(r"(?:\d\d?|\d{4}(?! ?[ap]))(?![\w+']|[.,:/-][\dw]| \d)", _number)

# Forms that are more than a number come before number words of a language, bare numbers after them.
FORMS = (
    Shape(
        rf"(?<![\d-])(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)"
        rf"(?:[t ](?P<h>\d\d):(?P<i>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?(?P<z>{_ZONE})?)?(?!\d|-\d)",
        _iso,
    ),
    Shape(r"(?P<yy>(?:1\d|20)\d\d)/(?P<mm>\d\d?)/(?P<dd>\d\d?)(?![\d/])", _year_first),
    Shape(
        "|".join(rf"(?<![\d/.-])\d\d?{sep}\d\d?{sep}(?:\d{{4}}|\d\d)(?!\w|/|[.-]\w)" for sep in ("/", "-", r"\.")),
        _slashed,
    ),
    Shape(r"(?<![\d:.])(?P<ch>\d{1,2}):(?P<cm>\d\d)(?::(?P<cs>\d\d))?(?![\d:])", _clock),
    Shape(r"(?<![\d:.,$])(?:\d{1,2}\.[0-5]\d|\d{3,4}) ?[ap](?:m(?!\w)|\.m\.?(?!\w))", _half_day_clock),
    Shape(r"(?<![\d:.,$£€])\d{1,2}\.[0-5]\d(?![\d%]|[.,]\d)", _dotted_clock),
    Shape(r"(?<![\d.,$])\d{1,3}\+(?!\d)", _at_least),
    Shape(r"'?(?P<dy>(?:1\d|20)\d0|(?<!\d)[2-9]0)'?s(?!\w)", _decade),
    Shape(r"(?<!\w)'\d\d(?![\d'\w])", _short_year),
    Shape(r"(?:(?<!\d)(?P<fw>\d{1,7}) )?(?P<ft>\d)/(?P<fb>\d)(?![\d/])", _fraction),
    Shape(r"(?P<on>\d{1,2})(?:st|nd|rd|th)(?!\w)", lambda m: ordinal_values(int(m["on"]))),
)
NUMBERS = (
    Shape(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+(?!\d)", _number),
    Shape(r"(?<![\d.,$#:/])(?:1\d{3}|20\d\d|21\d\d)(?!\w|[.,:]\d)", _number),
    Shape(r"\d{1,7}(?!\d)", _number),
)


def ordinal_values(number: int) -> dict[str, Any]:
    """Name the classes of an ordinal: "21st"."""
    values: dict[str, Any] = {"ordinal": number}
    if 1 <= number <= 31:
        values["day"] = values["ordinal_day"] = number
    return values


def date_of(first: int, second: int, year: str, separator: str) -> At | None:
    """Read a date of three numbers: month first with slashes and hyphens unless impossible, day first with stops."""
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= 50 else 2000
    month, day = (second, first) if separator == "." else (first, second)
    if month > 12:
        month, day = day, month
    if not exists(number, month, day):
        return None
    return At(Period(DAY, day_number(number, month, day)))


def fixed_date(year: int, month: int, day: int | None = None) -> At | None:
    """Make a full date, or a month of a year; None when there is no such day."""
    if day is None:
        return At(Period(MONTH, year * 12 + month - 1))
    return At(Period(DAY, day_number(year, month, day))) if exists(year, month, day) else None


def fixed_year(year: int) -> At:
    """Make a year."""
    return At(Period(YEAR, year))


def month_day(month: int, day: int) -> Spot | None:
    """Make a day of a month without a year; None when no year has it."""
    return Spot(SpotKind.MONTHDAY, month, day) if exists(2024, month, day) else None


# What in digits makes the scan stop: looser than the shapes, as it must only be fast and miss nothing.
HINTS = (
    r"(?:(?:1\d|2[01])\d\d(?:'?s)?(?!\w|[.,:]\d)|\d\d?:\d\d(?!\d)|\d{1,4}[/.-]\d\d?[/.-]\d|[2-9]0'?s(?!\w)"
    r"|(?<=')\d\d(?![\d'\w]))"
)

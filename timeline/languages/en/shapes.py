"""Forms of digits and letters that English reports use: "Q3", "H1", "FY2024", "2025-W12", "2019-03"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.calendar import DAY, MONTH, QUARTER, WEEK, Period, coarsen, day_number
from timeline.grammar.language import Dialect
from timeline.grammar.lexicon import Shape
from timeline.languages.en.numbers import SPOKEN_DAYS
from timeline.languages.numeric import Figures, ordinal_values
from timeline.meaning import At


def _digits(match: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", match.group()))


def _fiscal(match: re.Match[str]) -> Mapping[str, Any]:
    year = _digits(match)
    return {"fiscal_code": year if year > 99 else year + (1900 if year >= 50 else 2000)}


def _quarter_of_year(match: re.Match[str]) -> Mapping[str, Any]:
    quarter, year = map(int, sorted(re.findall(r"\d+", match.group()), key=len))
    full = year if year > 99 else year + (1900 if year >= 50 else 2000)
    return {"isodate": At(Period(QUARTER, full * 4 + quarter - 1))}


def _dotted_clock(match: re.Match[str]) -> Mapping[str, Any]:
    hour, minute = map(int, match.group().split("."))
    return {"clock": Figures(hour, minute)}


def _iso_week(match: re.Match[str]) -> Mapping[str, Any]:
    year, week = map(int, re.findall(r"\d+", match.group()))
    fourth = day_number(year, 1, 4)  # the 4th of January lies in the first week
    return {"isodate": At(Period(WEEK, coarsen(Period(DAY, fourth), WEEK).number + week - 1))}


def _iso_month(match: re.Match[str]) -> Mapping[str, Any]:
    year, month = map(int, match.group().split("-"))
    return {"isodate": At(Period(MONTH, year * 12 + month - 1))}


def _old_decade(match: re.Match[str]) -> Mapping[str, Any]:
    return {"old_decade": _digits(match)}


def _old_ordinal(match: re.Match[str]) -> Mapping[str, Any]:
    return ordinal_values(_digits(match))


SHAPES = (
    Shape(r"(?<![\d.,$])2?[23]d(?!\w)", _old_ordinal),  # as the last century but one wrote: "the 22d of June", "May 3d"
    Shape(r"[1-4]q(?! ?'?\d)(?!\w)", lambda m: {"quarter_code": _digits(m)}),
    Shape(r"[1-4]q ?'?\d\d(?:\d\d)?(?!\w)", _quarter_of_year),
    Shape(r"(?<![\d.,$])(?:[01]?\d|2[0-4])\.[0-5]\d(?= (?:gmt|bst|utc|cet|cest|ist)(?!\w))", _dotted_clock),
    Shape(r"[12]h(?!\w)", lambda m: {"half_code": _digits(m)}),
    Shape(r"fy[ ]?'?(?:\d{4}|\d\d)(?!\w)", _fiscal, digits=False),
    Shape(r"(?:19|20)\d\d-w(?:0[1-9]|[1-4]\d|5[0-3])(?!\w)", _iso_week),
    # "2019-03" can only be a month, "2003-04" may be two years
    Shape(r"(?:19|20)(?:1[3-9]|[2-9]\d)-(?:0[1-9]|1[0-2])(?![\w-])", _iso_month),
    Shape(r"[1-9]\d0s(?!\w)", _old_decade),
)
TRIGGERS = frozenset(["{quarter_code}", "{half_code}", "1q", "2q", "3q", "4q"])
WORD_HINTS = {"fy": r"[ ]?'?\d\d(?:\d\d)?(?!\w)"}
DIGIT_HINTS = (
    r"(?<=\bin )\d{3}(?![\w%]|[.,]\d)",  # "in 732"
    r"[1-4]q ?'?\d\d(?:\d\d)?(?!\w)",
    r"\d\d?\.[0-5]\d(?= (?:gmt|bst|utc|cet|cest|ist)(?!\w))",
    r"(?:(?<=\bon the )|(?<=\bby the )|(?<=\buntil the )|(?<=\btill the )|(?<=\bsince the ))"
    r"(?:\d\d?(?:st|nd|rd|th)|2?[23]d)(?!\w)",
)
# What histories alone write: "by 47", "at 7.30", "by 0450", "until the 18th". A look-behind is of one width.
HISTORY = Dialect(
    # "on the fifth they left": the second is a trigger by itself, being a unit as well
    hints={word: rf"(?:(?<=\bon the {word})|(?<=\bby the {word}))(?!\w|-)" for word in SPOKEN_DAYS},
    digit_hints=(
        r"(?:(?<=\bin )|(?<=\bby )|(?<=\buntil )|(?<=\bsince ))\d{2,3}(?![\w%]|[.,]\d)",
        r"(?:(?<=\bat )|(?<=\bat about ))\d{1,2}\.[0-5]\d(?![\d%]|[.,]\d)",
        r"(?<=\bby )0\d[0-5]\d(?!\w)|(?<=\b(?:from|till) )0\d[0-5]\d(?!\w)|(?<=\b(?:unti|afte)[lr] )0\d[0-5]\d(?!\w)",
        r"(?<=\bfrom )\d{3}(?= to \d{3}(?!\w|[.,]\d))|(?<=\bbetween )\d{3}(?= and \d{3}(?!\w|[.,]\d))|"
        r"(?:(?<=\()|(?<=\(r\. )|(?<=\(c\. )|(?<=reigned )|(?<=\(ruled ))\d{3}(?=-\d{3}[,;)])",
        r"(?:(?<=\bfrom the )|(?<=\bafter the )|(?<=\bbefore the )|(?<=\bbetween the ))"
        r"(?:\d\d?(?:st|nd|rd|th)|2?[23]d)(?!\w)",
    ),
)

"""English numbers in words -> values: "twenty-six", "nineteen ninety-eight", "twenty-first"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.grammar.lexicon import Shape, prefix_tree
from timeline.languages.numeric import ordinal_values, whole_number

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SMALL = _SMALL_WORDS.split()
_TENS = {word: 10 * i for i, word in enumerate(_TENS_WORDS.split(), 2)}
_UNITS = {word: i for i, word in enumerate(_SMALL)} | _TENS | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINALS = {word: i for i, word in enumerate(_ORDINAL_WORDS.split(), 1)} | {"thirtieth": 30}

# Days of the month in words, from the third to the twentieth: the first and the second are mostly of other things.
SPOKEN_DAYS = tuple(_ORDINAL_WORDS.split()[2:])

_WORD = f"(?:{prefix_tree([*_UNITS, *_SCALES])})"
# A million is no beginning: "78 million two years ago" counts two years.
_NUMBER = rf"(?:a (?=hundred|thousand)|(?!million)){_WORD}(?:(?: and |-and-|[ -]){_WORD})*(?!\w)"
_TEENS_AND_TWENTY = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_TEENS = f"(?:{'|'.join(_TEENS_AND_TWENTY)})"
_YEAR = (
    rf"{_TEENS}[ -](?:(?:oh|o)[ -])?{_WORD}(?:[ -](?:{'|'.join(_SMALL[1:10])}))?(?!\w)"
    rf"|two thousand(?: and)?(?: {_WORD})*(?!\w)"
)
_ORDINAL = rf"(?:{prefix_tree(_TENS)}[ -])?{prefix_tree(_ORDINALS)}(?!\w)"


def read_number(words: str) -> int | None:
    """Add up number words; None when they make no number ("two three", "nineteen oh five").

    >>> read_number("two hundred and fifty")
    250
    """
    total = current = 0
    last = 10**9
    for word in re.split(r"[ -]+", words.replace(" and ", " ").replace("-and-", "-")):
        if word in ("a", ""):
            current = current or 1
        elif word in _SCALES:
            scale = _SCALES[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
            last = scale
        else:
            value = _UNITS.get(word)
            if value is None or not (value < last and (last >= 100 or (last >= 20 and value < 10))):
                return None
            current, last = current + value, value
    return total + current


def read_year(words: str) -> int | None:
    """Read a year as it is spoken.

    >>> read_year("nineteen seventy-nine"), read_year("two thousand"), read_year("twenty twelve")
    (1979, 2000, 2012)
    """
    if words.startswith("two thousand"):
        year = read_number(words)
        return year if year and year < 2100 else None
    words = words.replace("-", " ")
    head, _, rest = words.partition(" ")
    rest = rest.removeprefix("oh ").removeprefix("o ")
    if rest == "hundred":
        return _UNITS[head] * 100
    tail = read_number(rest)
    spoken_zero = " oh " in words or " o " in words
    if tail is None or not (10 <= tail <= 99 or (spoken_zero and tail < 10)):
        return None
    return _UNITS[head] * 100 + tail


def _year_values(match: re.Match[str]) -> Mapping[str, Any]:
    year = read_year(match.group())
    number = read_number(match.group())
    counted = whole_number(number, len(str(number))) if number is not None else {}
    return counted | ({"year": year} if year else {})


def _number_values(match: re.Match[str]) -> Mapping[str, Any]:
    number = read_number(match.group())
    if number is None:
        return {}
    values = whole_number(number, len(str(number)))
    # "from July to September the two commanders": days are said as ordinals, or written in digits
    for written_only in ("two_digits", "year", "military", "month_number", "any_year", "day"):
        values.pop(written_only, None)
    return values


def _ordinal_values(match: re.Match[str]) -> Mapping[str, Any]:
    *tens, last = re.split(r"[ -]", match.group())
    number = _ORDINALS[last] + (_TENS[tens[0]] if tens else 0)
    return ordinal_values(number)


# Spoken years make the scan stop, and four digits where they can be a time of day: "at 2250".
HINTS = dict.fromkeys(_TEENS_AND_TWENTY, rf"[ -](?:(?:oh|o)[ -])?{_WORD}") | {"two thousand": ""}
DIGIT_HINT = r"(?<=[ab]t )[0-2]\d[0-5]\d(?!\w|[.,:]\d)"

# Words that begin with a digit: the lexicon tells what they mean.
_MIXED = r"2(?:day|dy|dae|nite|night|moro|morrow|mrw|mro|mora)(?!\w)"

SHAPES = (
    Shape(_MIXED, lambda _: {}),
    Shape(_YEAR, _year_values, digits=False),
    Shape(_ORDINAL, _ordinal_values, digits=False),
    Shape(_NUMBER, _number_values, digits=False),
)

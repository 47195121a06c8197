"""Words around a date in ("Posted on June 11, 2017 by admin | 3 Comments"), the date strings in them out, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.reading.dates.published import Reading, read_date

_LONGEST = 400
_WORD = r"[^\W\d_]{3,12}\.?"
_YEAR = r"(?:19|20)\d\d"
_TIME = (
    r"(?:[\s,;|–—-]{1,4}(?:at|um|à|às|alle|kl\.?|om|o)?\s{0,2}\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?uhr)?"
    r"(?:\s?(?:GMT|UTC|[CE]E?S?T|[ECMP][SD]?T|IST|[+-]\d\d:?\d\d))?)?"
)
_DATES = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"{_YEAR}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    rf"|(?P<numbers>(?:{_YEAR}(?P<one>[/.])\d{{1,2}}(?P=one)\d{{1,2}}"
    rf"|\d{{1,2}}(?P<two>[/.-])\s?\d{{1,2}}(?P=two)\s?(?:{_YEAR}|\d\d))(?![\d/-]|\.\d)){_TIME}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|º|°|er)?(?:\s+(?:de|of))?[\s-]+{_WORD},?(?:\s+(?:de|del))?[\s-]+{_YEAR}(?!\d){_TIME}"
    rf"|{_WORD}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d){_TIME}"
    rf"|{_YEAR}\.?\s+{_WORD}\s+\d{{1,2}}\b"
    rf"|{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日"
    rf"|{_YEAR}\.\s\d{{1,2}}\.\s\d{{1,2}}"
    r")",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(\d{1,2}[/.-]\s?\d{1,2}[/.-])\s?(\d\d)(?!\d)")


def dates_in(words: str, languages: tuple[str, ...] | None) -> Iterator[tuple[str, Reading]]:
    """Yield each date of short words as (its words, how it reads); a year of two digits is of this century.

    >>> [reading.value for _, reading in dates_in("Posted on June 11, 2017 by admin", ("en",))]
    ['2017-06-11']
    """
    for match in _DATES.finditer(words[:_LONGEST]):
        found = " ".join(match.group().split())
        if match["numbers"] and not re.search(_YEAR, match["numbers"]):
            found = _SHORT_YEAR.sub(r"\g<1>20\2", found, count=1)
        reading = read_date(found, languages) or read_date(found)
        if reading is None and match["numbers"]:
            reading = read_date(match["numbers"], languages)
        if reading is None and ":" in found:
            reading = read_date(re.sub(r"[\s,]+\d{1,2}:\d\d.*$", "", found), languages)
        if reading is not None:
            yield found, reading

"""A short date string in, a civil date as written out: the only importer of dateparser.

Nothing here looks at a clock. Year, month and day must all stand in the words; "yesterday" and "3 hours ago" give
nothing. ISO and English are read by hand (fast, and surer); dateparser is asked for the other languages alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.calendar import day_number, exists, weekday

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

YEARS = range(1600, 2200)  # newspapers are not older, and a document of next century is a misprint
_LONGEST = 80
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ZONE = (
    r"(?P<zone>(?:utc|gmt)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d(?::?\d\d)?|z|utc|gmt|bst|i?st|msk|cet|cest|eet|eest|wet|west"
    r"|[ecmp][sd]?t|ak[sd]t|hst|jst|kst|hkt|sgt|cst|pkt|wib|a[ew][sd]t|ac[sd]t|nz[sd]t|sast|eat|wat|cat|art|brt"
    r"|(?:[a-z]+ ){1,2}time)"
)
_TIME = re.compile(
    r"(?<![\d./-])(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\.?\d{4})(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?:(?P<half>[ap])\.?\s?m\b\.?|hrs\b|uhr\b))?"
    r"|(?P<bare>\d{1,2})\s*(?P<bare_half>[ap])\.?\s?m\b\.?"
    r"|(?P<packed>\d{4})(?=\s*(?:hrs|gmt|utc)\b)(?:\s*hrs)?)"
    rf"(?:\s*\(?{_ZONE}(?![a-z\d])\)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T\s]+(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?"
    r"(?:\s?(?P<zone>Z|[+-]\d\d(?::?\d\d)?|UTC|GMT))?)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_JOINERS = re.compile(
    r"\b(?:at|on|of|the|to)\b|[,;|/()@·•–—-]+(?=\s|$)|(?<=\s)[,;|/()@·•–—-]+|^[,;|/-]+", re.IGNORECASE
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_MONTH}[\s-]*{_DAY}[\s,-]+(?P<year>\d{{4}})",
        rf"{_DAY}[\s-]*{_MONTH}[\s,-]*(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[\s,/-]*{_MONTH}[\s/-]*{_DAY}",
        r"(?P<year>\d{4})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<first>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})",
    )
)
_NO_DATE = re.compile(r"[=?!<>{}\\#%&$€@~^]")  # signs that stand in no date of any language
_MOST_DIGITS = 14
_TIME_ELSEWHERE = re.compile(r"\d{1,2}\s?[:.hHчΩ時点时]\s?\d\d")


class Reading(NamedTuple):
    """A date as read: `2025-02-11` or `2025-02-11T09:33[:SS]`, its zone as written, and what is odd about it."""

    value: str
    zone: str | None = None
    doubt: str | None = None

    @property
    def day(self) -> str:
        """The date without the time."""
        return self.value[:10]


def parse_published(text: str, languages: tuple[str, ...] | None = None) -> tuple[str, str | None] | None:
    """Read a date string strictly as (value, zone); None when a year, month or day is missing or impossible.

    The local time is kept as written; the zone moves nothing. languages are the codes to try beside English, None
    for all; ("und",) reads English alone.

    >>> parse_published("09:33, February 11, 2025")
    ('2025-02-11T09:33', None)
    >>> parse_published("Tue, 11 Feb 2025 09:33:00 +0300")
    ('2025-02-11T09:33:00', '+0300')
    >>> parse_published("yesterday") is None
    True
    """
    reading = read_date(text, languages)
    return None if reading is None else (reading.value, reading.zone)


def read_date(text: str, languages: tuple[str, ...] | None = None) -> Reading | None:
    """Read a date string as `parse_published` does, and say what is doubtful about it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip("\"'*_ ").rstrip(".,;")
    if not 8 <= len(plain) <= _LONGEST or not re.search(r"\d{4}", plain):
        return None
    iso = _ISO.fullmatch(plain)
    if iso:
        return _dated(int(iso["year"]), int(iso["month"]), int(iso["day"]), iso["time"], iso["zone"])
    english, understood = _read_english(plain, languages)
    return english if understood else _ask_dateparser(plain, languages)


def why_no_date(text: str) -> str:
    """Say what is wrong with the date a person gave, which `read_date` could not read.

    >>> why_no_date("31/02/2026")
    'names no day there is in the years 1600 to 2199'
    >>> why_no_date("in May")
    'is not a full date'
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip("\"'*_ ").rstrip(".,;")
    iso = _ISO.fullmatch(plain) if len(plain) <= _LONGEST else None
    shaped = iso is not None or (len(plain) <= _LONGEST and _read_english(plain, ("en",))[1])
    years = f"{YEARS[0]} to {YEARS[-1]}"
    return f"names no day there is in the years {years}" if shaped else "is not a full date"


def _read_english(text: str, languages: tuple[str, ...] | None) -> tuple[Reading | None, bool]:
    """Give the reading, and whether the words had the shape of a date at all (if so nobody else is asked)."""
    clock, zone, rest = _take_time(text)
    day_name = _WEEKDAY.search(rest)
    if day_name:
        rest = f"{rest[: day_name.start()]} {rest[day_name.end() :]}"
    rest, zone = _take_late_zone(" ".join(_JOINERS.sub(" ", rest).split()).strip(" ,;.|/"), zone)
    for shape in _SHAPES:
        match = shape.fullmatch(rest)
        if match:
            reading = _from_shape(match, clock, zone, languages)
            return _doubt_weekday(reading, day_name.group(1) if day_name else None), True
    return None, False


def _take_time(text: str) -> tuple[str | None, str | None, str]:
    """Cut the time of day out: (HH:MM[:SS] or None, zone, what remains); the time may be impossible."""
    match = _TIME.search(text)
    if match:
        hour, minute = int(match["hour"] or match["bare"] or 0), int(match["minute"] or 0)
        if match["packed"]:
            hour, minute = divmod(int(match["packed"]), 100)
        half = (match["half"] or match["bare_half"] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        clock = f"{hour:02d}:{minute:02d}" + (f":{match['second']}" if match["second"] else "")
        return clock, match["zone"], f"{text[: match.start()]} {text[match.end() :]}"
    return None, None, text


def _take_late_zone(text: str, zone: str | None) -> tuple[str, str | None]:
    """Cut a zone off the end: `09:33 February 11, 2025 EST`."""
    match = re.search(rf"(?<=\d)\s+{_ZONE}$", text, re.IGNORECASE) if zone is None else None
    return (text[: match.start()], match["zone"]) if match else (text, zone)


def _from_shape(
    match: re.Match[str], clock: str | None, zone: str | None, languages: tuple[str, ...] | None
) -> Reading | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if groups.get("first") is None:
        name = groups["month"].lower()
        month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
        return _dated(year, month, int(groups["day"]), clock, zone)
    first, second = int(groups["first"]), int(groups["second"])
    month_first = groups["sep"] != "." and (languages or ("en",))[0] in ("en", "en-US", "en-us", "und")
    month, day = (first, second) if month_first else (second, first)
    if not exists(year, month, day):
        return _dated(year, day, month, clock, zone)
    reading = _dated(year, month, day, clock, zone)
    if reading and month != day and exists(year, day, month):
        order = "month" if month_first else "day"
        return reading._replace(doubt=f"{match.group()} was read with the {order} first")
    return reading


def _dated(year: int, month: int, day: int, clock: str | None, zone: str | None) -> Reading | None:
    if year not in YEARS or not exists(year, month, day):
        return None
    day_only = Reading(f"{year:04d}-{month:02d}-{day:02d}")
    if clock is None:
        return day_only
    if clock[:2] > "23" or clock[3:5] > "59" or clock[6:8] > "59":
        return day_only._replace(doubt=f"{clock} is no time of day and was left")
    return Reading(f"{day_only.value}T{clock}", zone)


def _doubt_weekday(reading: Reading | None, name: str | None) -> Reading | None:
    if reading is None or name is None:
        return reading
    year, month, day = (int(part) for part in reading.day.split("-"))
    real = weekday(day_number(year, month, day))
    said = _DAYS.index(name[:3].lower())
    if said == real:
        return reading
    return reading._replace(doubt=f"{reading.day} is a {_DAY_NAMES[real]}, the text says {_DAY_NAMES[said]}")


# ---- the other languages ----------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def _parser(languages: tuple[str, ...] | None) -> DateDataParser:
    # Imported late: it takes a tenth of a second that `timeline show` need not spend.
    from datetime import datetime

    from dateparser.date import DateDataParser

    settings = {
        "PARSERS": ["absolute-time"],
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2001, 1, 1),  # never today: two runs on two days must agree
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=list(languages) if languages else None, settings=settings)


def _ask_dateparser(text: str, languages: tuple[str, ...] | None) -> Reading | None:
    clock, zone, rest = _take_time(text)
    numbers = re.findall(r"\d+", rest)
    codes = None if languages is None else tuple(code.split("-")[0] for code in languages if code != "und")
    if codes == () or len(numbers) < 2 or all(len(number) > 2 for number in numbers):
        return None  # a month and a year alone: not worth the search through every language
    if _NO_DATE.search(rest) or sum(map(len, numbers)) > _MOST_DIGITS:
        return None
    for words in (text,) if clock is None else (text, " ".join(rest.split())):
        reading = _ask_with(words, codes)
        if reading and clock:  # the clock read here keeps its zone and never moves the day
            year, month, day = (int(part) for part in reading.day.split("-"))
            return _dated(year, month, day, clock, zone)
        if reading:
            return reading
    return None


def _ask_with(text: str, languages: tuple[str, ...] | None) -> Reading | None:
    try:
        found = _parser(languages).get_date_data(text).date_obj
    except (ValueError, OverflowError, TypeError):  # an unknown language, or a string it trips over
        return None
    if found is None or not _stands_in(text, found.year, found.day):
        return None
    clock = found.strftime("%H:%M") if _TIME_ELSEWHERE.search(text) else None
    return _dated(found.year, found.month, found.day, clock, None)


def _stands_in(text: str, year: int, day: int) -> bool:
    """Say whether the year and the day are in the words, so that none can come from a base date."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return year in numbers and day in numbers and numbers.count(year) + numbers.count(day) >= 2

"""Claims in, one publish date out: the ladder of trust, and what was told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from timeline.model import Published
from timeline.notation import parse_period
from timeline.reading.dates.published import YEARS, Reading, read_date
from timeline.reading.draft import Claim

# The rungs of trust. Three are no basis of their own: `update` is what a later version says, `shown` a date seen on a
# page that nothing marks as the page's own, `made` the day a PDF or docx was written to disk.
LADDER = ("user", "header", "metadata", "feed", "update", "url", "shown", "filename", "dateline", "made")
_NUMBERS = re.compile(r"(?<!\d)((?:1[6-9]|20|21)\d\d)([-/_.]?)(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)", re.IGNORECASE)
_PARTED = re.compile(r"/((?:19|20)\d\d)/[a-z][a-z_-]*/(\d\d?)/(\d\d?)(?=/)", re.IGNORECASE)  # a section in between
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FULL_YEAR = re.compile(r"\d{4}")
_SAYS = {
    "user": "the user said",
    "header": "the header says",
    "metadata": "the metadata says",
    "feed": "the feed says",
    "url": "the address says",
    "filename": "the file name says",
    "dateline": "the dateline says",
    "shown": "the page shows",
    "update": "an update says",
    "made": "it was made or changed on",
}
ABOUT_DATE = "publish date: "  # how a note on the date that was chosen begins
_UTC = ("Z", "z", "UTC", "GMT", "+00:00", "+0000", "+00")


class Settled(NamedTuple):
    """The publish date chosen, None when there is none, and notes about the claims that failed."""

    published: Published | None
    notes: tuple[str, ...]


def claim_of_url(url: str | None) -> Claim | None:
    """Find a date in the path of an address: `/2025/02/11/`, `/2025/feb/11/`, `-20250211`, `/2025/world/02/11/`."""
    if not url:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:  # an address such as http://[
        return None
    return _claim_of_numbers(path, "url") or _claim_of_numbers(_PARTED.sub(r"/\1/\2/\3", path), "url")


def claim_of_filename(name: str) -> Claim | None:
    """Find a date in the last part of a path: `2025-02-11-moscow.txt`."""
    return _claim_of_numbers(re.split(r"[/\\!]", name)[-1], "filename")


def _claim_of_numbers(words: str, basis: str) -> Claim | None:
    for match in _NUMBERS.finditer(words):
        year, separator, month, day = match.groups()
        if not separator and (len(month), len(day)) != (2, 2):
            continue
        iso = f"{year}-{int(month):02d}-{int(day):02d}" if month.isdigit() else f"{day} {month} {year}"
        if read_date(iso):
            return Claim(iso, basis)
    return None


def settle(claims: Iterable[Claim], languages: tuple[str, ...] | None, places: tuple[str | None, ...]) -> Settled:
    """Choose the publish date: the first readable claim of the ladder; a later one of another day is the conflict.

    places  address and file name, the only sources of a year that a dateline lacks
    """
    read: list[tuple[Claim, Reading]] = []
    notes: list[str] = []
    yearless: list[str] = []
    for claim in sorted(claims, key=lambda claim: LADDER.index(claim.rung or claim.basis)):
        reading = _read_claim(claim, languages, places)
        if reading is None:
            if claim.basis == "dateline" and not _FULL_YEAR.search(claim.words):
                yearless.append(f"{ABOUT_DATE}the dateline names {claim.words.strip('.,')} without a year")
            elif claim.basis != "dateline":
                notes.append(f"{_SAYS[claim.basis]} {claim.words[:80]!r}, which is no date a publication can have")
            continue
        read.append((claim, reading))
    if not read:
        return Settled(None, (*notes, *yearless))
    read = _ordered_by_others(read)
    first, chosen = _with_time(*_local_of_utc(read), read)
    if first.rung == "made":
        notes.append(f"{ABOUT_DATE}the day it was made or last changed, for nothing tells another")
    if chosen.doubt:
        notes.append(f"{ABOUT_DATE}{chosen.doubt}")
    conflict = next((_tell(claim, other) for claim, other in read if _disagree(chosen, claim, other)), None)
    published = Published(chosen.value, first.basis, chosen.zone, first.span, conflict)
    return Settled(published, (*notes, *_ladder(read)))


def _ordered_by_others(read: list[tuple[Claim, Reading]]) -> list[tuple[Claim, Reading]]:
    """Read 03/04/2025 with the day first where another source names that day without doubt."""
    sure = {reading.day for _, reading in read if not reading.doubt}
    return [(claim, _turned(reading, sure)) for claim, reading in read]


def _turned(reading: Reading, sure: set[str]) -> Reading:
    year, month, day = reading.day.split("-")
    other = f"{year}-{day}-{month}"
    if not (reading.doubt or "").endswith(" first") or reading.day in sure or other not in sure:
        return reading
    return reading._replace(value=other + reading.value[10:], doubt=None)


def _local_of_utc(read: list[tuple[Claim, Reading]]) -> tuple[Claim, Reading]:
    """Choose the first; but of a time in UTC the day may be another one where it was written, if a local date says so.

    The written local date wins (an evening in New York is the next day in UTC). A day alone may be cut from such a
    time; over it wins what gives the zone.
    """
    first, chosen = read[0]
    bare = chosen.value == chosen.day
    if first.basis not in ("metadata", "feed") or not (bare or (chosen.zone or "") in _UTC):
        return read[0]
    for claim, other in read[1:]:
        if claim.rung in ("made", "update") or other.zone in _UTC or abs(_days_between(chosen, other)) != 1:
            continue
        is_local = claim.rung == "shown" or claim.basis in ("header", "url")
        if bool(other.zone) if bare else is_local and _within_zones(chosen, other):
            return claim, other
    return read[0]


def _with_time(first: Claim, chosen: Reading, read: list[tuple[Claim, Reading]]) -> tuple[Claim, Reading]:
    """Take the metadata's time of the day that a line of the page names without one: the same, told more exactly."""
    if first.basis != "header" or chosen.value != chosen.day:
        return first, chosen
    exact = (
        (claim, other)
        for claim, other in read
        if claim.basis in ("metadata", "feed") and claim.rung is None and other.day == chosen.day != other.value
    )
    return next(exact, (first, chosen))


def _within_zones(utc: Reading, local: Reading) -> bool:
    """Say whether somewhere it is the day before, or after: clocks are 12 hours behind UTC to 14 ahead of it."""
    hour = int(utc.value[11:13])
    return hour < 12 if local.day < utc.day else hour >= 10


def _ladder(read: list[tuple[Claim, Reading]]) -> tuple[str, ...]:
    """Note all that was found where the sources name several days, in the order of trust."""
    found = dict.fromkeys(_tell(claim, reading) for claim, reading in read)
    days = {reading.day for _, reading in read}
    return (f"publish dates found: {'; '.join(found)}",) if len(days) > 1 else ()


def _read_claim(claim: Claim, languages: tuple[str, ...] | None, places: tuple[str | None, ...]) -> Reading | None:
    if claim.basis != "dateline" or _FULL_YEAR.search(claim.words):
        return read_date(claim.words, languages) or read_date(claim.words)
    years = {int(year) for place in places if place for year in _YEAR.findall(place)}
    years &= set(YEARS)
    return read_date(f"{claim.words.rstrip('.,')}, {years.pop()}", ("en",)) if len(years) == 1 else None


def _disagree(chosen: Reading, claim: Claim, other: Reading) -> bool:
    """Another day; a dateline may be a day older, for it says when the story was filed."""
    distance = _days_between(chosen, other)
    if claim.rung in ("update", "made"):
        return False  # no source of the publish date, only of something near it
    return distance not in (0, 1) if claim.basis == "dateline" else distance != 0


def _days_between(one: Reading, other: Reading) -> int:
    return parse_period(one.day).number - parse_period(other.day).number


def _tell(claim: Claim, other: Reading) -> str:
    zone = other.zone or ""
    says = _SAYS.get(claim.rung or "") or _SAYS[claim.basis]
    return f"{says} {other.value}{'' if zone == 'Z' or not zone else ' '}{zone}"

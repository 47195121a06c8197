"""A dated news text in, the same text under each of the headers that papers, agencies and blogs write, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
GERMAN = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Dated(NamedTuple):
    """A text with its publish day; weekday 0 is Monday."""

    text: str
    year: int
    month: int
    day: int
    weekday: int
    title: str = "Bridge at Brennick closed"

    @property
    def iso(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def english(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.day}, {self.year}"

    @property
    def british(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def short(self) -> str:
        return f"{MONTHS[self.month - 1][:3]} {self.day}"


def published(one: Dated) -> str:
    return f"Published: 09:33, {one.english}\n{one.title}\nBy Jane Doe\n\n{one.text}"


def posted(one: Dated) -> str:
    return f"{one.title}\n\nPosted on {one.british} at 9:33 pm GMT\nBy Jane Doe, Harbour Wire\n\n{one.text}"


def updated(one: Dated) -> str:
    return f"{one.title}\nHarbour Wire | Updated: {one.iso} 09:33\n\n{one.text}"


def date_line(one: Dated) -> str:
    return f"{one.title}\nBy Jane Doe\n{DAYS[one.weekday]}, {one.english}\n\n{one.text}"


def dateline(one: Dated) -> str:
    return f"{one.title}\n\nBRENNICK, {one.short}, {one.year} (Xinhua) -- {one.text}"


def dateline_without_year(one: Dated) -> str:
    """The year stands in the file name alone; see `file_name`."""
    return f"{one.title}\n\nBRENNICK, {one.short} (Xinhua) - {one.text}"


def yaml(one: Dated) -> str:
    head = f'---\nlayout: post\ntitle: "{one.title}"\ndate: {one.iso} 09:33:00 +0300\ntags: [a, b]\n---'
    return f"{head}\n\n# {one.title}\n\n{one.text}"


def toml(one: Dated) -> str:
    head = f'+++\ntitle = "{one.title}"\ndate = {one.iso}T09:33:00+03:00\ndraft = false\ntags = ["a", "b"]\n+++'
    return f"{head}\n\n{one.text}"


def german(one: Dated) -> str:
    return f"{one.title}\nVeröffentlicht am {one.day}. {GERMAN[one.month - 1]} {one.year}, 9:33 Uhr\n\n{one.text}"


def foot(one: Dated) -> str:
    return f"{one.title}\n\n{one.text}\n\nPublished - {one.english} 09:33 am IST\n"


def mail_like(one: Dated) -> str:
    stamp = f"{DAYS[one.weekday][:3]}, {one.day:02d} {MONTHS[one.month - 1][:3]} {one.year} 09:33:00 +0300"
    return f"From: Harbour Wire\nDate: {stamp}\nSubject: {one.title}\n\n{one.text}"


def first_published(one: Dated) -> str:
    later = f"{(one.day % 28) + 1} {MONTHS[one.month - 1]} {one.year + 1}"
    return f"{one.title}\n\nFirst published: {one.british}\nLast updated: {later}\n\n{one.text}"


STYLES: tuple[Callable[[Dated], str], ...] = (
    published,
    posted,
    updated,
    date_line,
    dateline,
    dateline_without_year,
    yaml,
    toml,
    german,
    foot,
    mail_like,
    first_published,
)


def file_name(style: Callable[[Dated], str], one: Dated) -> str:
    """Name the file; only where the style leaves the year out does the name say it."""
    return f"brennick-{one.year}.txt" if style is dateline_without_year else "story.txt"

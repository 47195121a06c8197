"""The paragraphs of a text in, its head out: header lines, headline, byline, date line and the dates they claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.model import Span
from timeline.reading.dates.published import read_date
from timeline.reading.draft import Claim
from timeline.reading.layout.header import DATE_KEYS, is_row, read_header_line, read_place_and_date
from timeline.reading.layout.kinds import kind_of
from timeline.reading.layout.labels import Field, read_byline
from timeline.reading.layout.paragraphs import Paragraph

_HEAD_PARAGRAPHS = 14
_LONGEST_HEADLINE = 180
_LONGEST_LINE = 300
_GREETING = 8  # words
_ENTRIES = 40  # paragraphs looked at for the day of another entry
_LONGEST_DAY = 40
_PLACE = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/ -]{1,40}"
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"{_PLACE}(?:, [A-Z][\w.’' ]{{1,25}}?){{0,2}}?"
    rf"(?:[,/]?\s+(?P<date>{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)\.?,?)?"
    r"\s*(?:[(/](?P<agency>[^()/]{2,40})[)/])?\s*(?:--|[-–—:])(?:\s|$)"
)


class Head(NamedTuple):
    """What the top of a text gave: its blocks by their start, publish dates claimed, labelled fields, title, byline."""

    kinds: Mapping[int, str]
    claims: tuple[Claim, ...]
    fields: tuple[Field, ...]
    title: str | None
    byline: str | None
    notes: tuple[str, ...]


def read_head(
    text: str, paragraphs: Sequence[Paragraph], kinds: Mapping[int, str], languages: tuple[str, ...] | None
) -> Head:
    """Read the first paragraphs; `kinds` are those known beforehand, languages those in which bare dates are read."""
    reader = _HeadReader(text, paragraphs, languages)
    for index, (span, _) in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        words = span.of(text)
        kind = kinds.get(span.start) or ("body" if len(words) > _LONGEST_LINE else kind_of(words))
        if kind == "headline":
            reader.title = reader.title or words
        elif kind == "body" and not reader.take_line(index, span, words):
            reader.in_body = True
    return reader.head()


class _HeadReader:
    """The state of one way down a head: in_body once prose has come, and after it only sure lines count."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], languages: tuple[str, ...] | None) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.languages = languages
        self.in_body = False
        self.kinds: dict[int, str] = {}
        self.published: list[Claim] = []
        self.updated: list[Claim] = []
        self.fields: list[Field] = []
        self.title: str | None = None
        self.sent: str | None = None  # where and when a letter was written, which names it where nothing else does
        self.byline: str | None = None
        self.notes: list[str] = []

    def head(self) -> Head:
        """Give what was found; a date of publication is trusted before one of an update."""
        claims = tuple(self.published or self.updated)
        return Head(self.kinds, claims, tuple(self.fields), self.title or self.sent, self.byline, tuple(self.notes))

    def take_line(self, index: int, span: Span, words: str) -> bool:
        """Take a header line, a byline or a headline; False when it is prose."""
        found = read_header_line(words, span.start, self.languages, strict=self.in_body)
        if found:
            return not self._heads_entry(index, found) and self._take_fields(found, span)
        if index == 0 and self._greets(index + 1):
            sent = read_place_and_date(words, span.start, self.languages)
            if sent:
                return self._take_fields([sent], span)
        name = read_byline(words)
        if name:
            self.byline = self.byline or name
            self.kinds[span.start] = "byline"
        elif self.title is None and not self.in_body and self._is_headline(index):
            self.title = words
            self.kinds[span.start] = "headline"
        else:
            return False
        return True

    def _heads_entry(self, index: int, found: Sequence[Field]) -> bool:
        """Say whether a bare day is not that of the text, which is told already, but of the first entry of several."""
        if len(found) != 1 or found[0].key != "date" or not self.published:
            return False
        days = [read_date(words, self.languages) for words in (self.published[0].words, found[0].value)]
        if None in days or len({day.day for day in days if day}) == 1:
            return False
        below = (paragraph.span.of(self.text) for paragraph in self.paragraphs[index + 1 : index + _ENTRIES])
        return any(len(words) < _LONGEST_DAY and read_date(words, self.languages) for words in below)

    def _greets(self, index: int) -> bool:
        """Say whether a paragraph greets somebody, as letters do: "My dear Anne,"."""
        words = self.paragraphs[index].span.of(self.text) if index < len(self.paragraphs) else ""
        return words.endswith((",", ":", "!", "—", "–", ",—", ",–", ".—")) and len(words.split()) <= _GREETING

    def _take_fields(self, found: Sequence[Field], span: Span) -> bool:
        bare = all(field.key == "date" for field in found)
        if bare and self.in_body and (self.published or self.updated):
            return False  # the date of a reader's comment, not the article's
        for field in found:
            if field.key not in DATE_KEYS:
                self.fields.append(field)
            elif field.sure:
                updated = field.key == "updated"
                claim = Claim(field.value, "header", field.span, "update" if updated else None)
                (self.updated if updated else self.published).append(claim)
            elif field.value:
                self.notes.append(f"the header line says {field.value!r}, which is no full date")
        self.byline = self.byline or next((field.value for field in found if field.key == "author"), None)
        dateline = bare and len(found) == 1
        if dateline and found[0].span != span:
            self.sent = self.sent or span.of(self.text)
        self.kinds[span.start] = "dateline" if dateline else "header"
        return True

    def _is_headline(self, index: int) -> bool:
        """Say whether it is a first short line without a full stop, with more text behind it."""
        words = self.paragraphs[index].span.of(self.text)
        if index + 1 >= len(self.paragraphs) or len(words) > _LONGEST_HEADLINE or "\n" in words or is_row(words):
            return False
        if words.endswith((".", ",", ";", ":")) and not words.endswith(("..", "U.S.", "U.N.", "U.K.")):
            return False
        wire = DATELINE.match(words)
        return wire is None or wire.group().rstrip().endswith(":")  # "UPDATE: storm hits coast" is one

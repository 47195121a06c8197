"""A text in, the front matter at its top out: the fields of a Markdown file between two rules, in YAML or TOML.

Only `key: value` and `key = value` lines with the few keys we know are read, by hand: the words keep their place in the
text, which a YAML or TOML parser would lose, and lists and nested tables have nothing for us.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.model import Span
from timeline.reading.dates.published import read_date
from timeline.reading.draft import Claim
from timeline.reading.layout.labels import Field
from timeline.reading.layout.paragraphs import Paragraph

_FENCES = {"---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}
_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>[^\n]*?)[ \t]*$")
_KEYS = {
    "published": "published", "publishdate": "published", "publisheddate": "published", "datepublished": "published",
    "pubdate": "published", "publishedat": "published", "publicationdate": "published", "date": "published",
    "created": "published", "createdat": "published", "datecreated": "published", "posted": "published",
    "updated": "updated", "lastmod": "updated", "modified": "updated", "updatedat": "updated", "lastupdated": "updated",
    "title": "title", "headline": "title", "source": "source", "publisher": "source", "publication": "source",
    "url": "url", "canonicalurl": "url", "link": "url", "originalurl": "url",
    "lang": "lang", "language": "lang", "locale": "lang", "domain": "domain", "genre": "domain",
}  # fmt: skip
_MOST_LINES = 200


class FrontMatter(NamedTuple):
    """What stands between the rules: its lines, the fields with their spans, and where the text goes on."""

    lines: tuple[Paragraph, ...]
    fields: tuple[Field, ...]
    end: int


NONE = FrontMatter((), (), 0)


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; without both rules there is none."""
    start = len(text) - len(text.lstrip("\ufeff\n "))
    fence = text[start : start + 3]
    if fence not in _FENCES or text[start + 3 : start + 4] != "\n":
        return NONE
    lines: list[Paragraph] = []
    fields: list[Field] = []
    position = start
    for number, line in enumerate(text[start:].split("\n", _MOST_LINES)[:_MOST_LINES]):
        words = line.strip()
        if words:
            begin = position + line.index(words)
            lines.append(Paragraph(Span(begin, begin + len(words)), number == 0))
            if number and words in _FENCES[fence]:
                return FrontMatter(tuple(lines), tuple(fields), min(position + len(line) + 1, len(text)))
            if (field := _field(line, position)) is not None:
                fields.append(field)
        position += len(line) + 1
    return NONE


def claims_of(front: FrontMatter) -> tuple[Claim, ...]:
    """Give the dates of front matter; a change dates the text only where nothing else does."""
    dated = [field for field in front.fields if field.key in ("published", "updated")]
    return tuple(
        Claim(field.value, "header", field.span, "update" if field.key == "updated" else None)
        for field in dated
        if read_date(field.value)
    )


def _field(line: str, start: int) -> Field | None:
    """Read a line of the top level; an indented one belongs to a list or a table."""
    match = _LINE.match(line)
    key = _KEYS.get(match["key"].lower().replace("_", "").replace("-", "")) if match else None
    if match is None or key is None:
        return None
    begin, end = match.span("value")
    quoted = len(match["value"]) > 1 and match["value"][0] == match["value"][-1] and match["value"][0] in "\"'"
    span = Span(start + begin + quoted, start + end - quoted)
    value = line[begin + quoted : end - quoted]
    return Field(key, value, span, True) if value else None

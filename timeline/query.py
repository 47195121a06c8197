"""What can be asked of a chronology: words from a command line or an address in, filters and cursors out.

Pure: knows no database. Every complaint is a QueryError that names the field at fault.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from timeline.calendar import Granularity, Interval
from timeline.notation import parse_edtf

GRANULARITIES: Final = tuple(granularity.word for granularity in Granularity)
BASES: Final = ("stated", "inherited", "published")
MODALITIES: Final = ("happened", "planned", "possible", "denied", "alleged")
UNDATED: Final = ("no", "only", "include")
ORDERS: Final = ("asc", "desc")
DEFAULT_LIMIT, MAX_LIMIT = 100, 1000

_PHRASES: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_INTEGER: Final = re.compile(r"-?[0-9]{1,19}")
_NOT_OURS: Final = "is not one that this service gave"


class QueryError(ValueError):
    """A request that cannot be answered: the field at fault and the reason in words."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are wanted, and in which order.

    from_, to    the stretches the two dates cover; both inclusive at their width, an event matches when it overlaps
    text         words that headline, quote or title must all hold; "words in quotes" stand together
    source, article, granularity, basis, modality   any of these; empty for all
    undated      no | only | include; undated events stand after the dated ones
    """

    from_: Interval | None = None
    to: Interval | None = None
    text: str | None = None
    source: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    granularity: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    undated: str = "no"
    order: str = "asc"

    @property
    def since(self) -> int | None:
        """The first instant wanted, None for no bound."""
        return self.from_.start if self.from_ else None

    @property
    def before(self) -> int | None:
        """The first instant no longer wanted, None for no bound."""
        return self.to.end if self.to else None


class Cursor(NamedTuple):
    """The sort key of the last event of a page: the next page starts after it; start and end None when undated."""

    start: int | None
    end: int | None
    article: str
    offset: int


@dataclass(frozen=True, slots=True)
class PageQuery:
    """One page of a chronology: the filters, how many events, after which one, in which format."""

    filters: Filters
    limit: int = DEFAULT_LIMIT
    cursor: Cursor | None = None
    format: str = "json"


# ---- reading the fields -----------------------------------------------------------------------------------------


def read_date(field: str, text: str) -> Interval:
    """Read an EDTF date as the stretch it covers: `2025`, `2025-02`, `2025-02-08`."""
    try:
        return parse_edtf(text)
    except ValueError as error:
        raise QueryError(field, str(error)) from None


def read_choices(field: str, texts: Sequence[str], allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Read values of a closed vocabulary, given several times or with commas between: `day,month`."""
    values = tuple(value.strip() for text in texts for value in text.split(","))
    for value in values:
        if value not in allowed:
            raise QueryError(field, f"{value!r} is none of {', '.join(allowed)}")
    return tuple(dict.fromkeys(values))


def read_limit(text: str) -> int:
    """Read how many events a page holds: 1 to MAX_LIMIT."""
    if not _INTEGER.fullmatch(text) or not 1 <= int(text) <= MAX_LIMIT:
        raise QueryError("limit", f"{text!r} is not a number from 1 to {MAX_LIMIT}")
    return int(text)


def read_text(text: str) -> str | None:
    """Read the words to look for; None when there are none."""
    return text if text.strip() else None


def _one(field: str, texts: Sequence[str]) -> str:
    if len(texts) != 1:
        raise QueryError(field, "is given more than once")
    return texts[0]


def _choice(allowed: tuple[str, ...]) -> Callable[[str, Sequence[str]], str]:
    return lambda field, texts: read_choices(field, (_one(field, texts),), allowed)[0]


_READERS: Final[dict[str, tuple[str, Callable[[str, Sequence[str]], object]]]] = {
    "from": ("from_", lambda field, texts: read_date(field, _one(field, texts))),
    "to": ("to", lambda field, texts: read_date(field, _one(field, texts))),
    "text": ("text", lambda field, texts: read_text(_one(field, texts))),
    "source": ("source", lambda _, texts: tuple(dict.fromkeys(texts))),
    "article": ("article", lambda _, texts: tuple(dict.fromkeys(texts))),
    "granularity": ("granularity", lambda field, texts: read_choices(field, texts, GRANULARITIES)),
    "basis": ("basis", lambda field, texts: read_choices(field, texts, BASES)),
    "modality": ("modality", lambda field, texts: read_choices(field, texts, MODALITIES)),
    "undated": ("undated", _choice(UNDATED)),
    "order": ("order", _choice(ORDERS)),
}
FILTER_NAMES: Final = tuple(_READERS)


def read_filters(values: Mapping[str, Sequence[str]]) -> Filters:
    """Read filters from the words given for each name; a name without words, or with an empty one, asks nothing.

    Raises QueryError naming the field: an unknown one, an unreadable value, a range that ends before it starts.

    >>> read_filters({"from": ["2025-02"], "basis": ["stated,inherited"]}).basis
    ('stated', 'inherited')
    """
    fields: dict[str, object] = {}
    for name, texts in values.items():
        if name not in _READERS:
            raise QueryError(name, f"is not a filter; there are {', '.join(FILTER_NAMES)}")
        if given := [text for text in texts if text.strip()]:
            attribute, read = _READERS[name]
            fields[attribute] = read(name, given)
    first, last = ("".join(values.get(name, ())).strip() for name in ("from", "to"))
    return check(Filters(**fields), first, last)  # type: ignore[arg-type]  # each reader gives its own field's type


def check(filters: Filters, first: str, last: str) -> Filters:
    """Refuse filters that nothing can match; `first` and `last` are the two dates as they were given."""
    if filters.since is not None and filters.before is not None and filters.since >= filters.before:
        raise QueryError("to", f"{last!r} lies before from, {first!r}")
    return filters


# ---- cursors and words ------------------------------------------------------------------------------------------


def encode_cursor(cursor: Cursor) -> str:
    """Write a cursor as an opaque word that is safe in an address."""
    start, end = ("" if number is None else str(number) for number in cursor[:2])
    plain = f"{start}:{end}:{cursor.offset}:{cursor.article}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def decode_cursor(word: str) -> Cursor:
    """Read a cursor back; QueryError when it was not made by `encode_cursor`."""
    try:
        plain = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True).decode()
        start, end, offset, article = plain.split(":", 3)
        for number in (start or "0", end or "0", offset):
            if not _INTEGER.fullmatch(number) or abs(int(number)) >= 1 << 63:
                raise ValueError(number)
    except (ValueError, binascii.Error):
        raise QueryError("cursor", _NOT_OURS) from None
    return Cursor(int(start) if start else None, int(end) if end else None, article, int(offset))


def decode_event_cursor(word: str) -> Cursor:
    """Read the cursor of a page of events, which has both ends of an event or neither."""
    cursor = decode_cursor(word)
    if (cursor.start is None) != (cursor.end is None):
        raise QueryError("cursor", _NOT_OURS)
    return cursor


def decode_article_cursor(word: str) -> Cursor:
    """Read the cursor of a page of articles, which has the place of a publish date and an id, and nothing else."""
    cursor = decode_cursor(word)
    if cursor.start is None or cursor.end is not None or cursor.offset or not cursor.article:
        raise QueryError("cursor", _NOT_OURS)
    return cursor


def words_of(text: str) -> tuple[str, ...]:
    """Split what a person looks for into words and "phrases in quotes", as they are.

    >>> words_of('talks "New York" resume')
    ('talks', 'New York', 'resume')
    """
    found = (match[1] if match[1] is not None else match[2] for match in _PHRASES.finditer(text))
    return tuple(word for word in found if word.strip())

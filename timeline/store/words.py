"""Filters in, full-text expressions out; and the SQL of the index they ask.

Beside the words of an event the index holds its marks: source, article, kind and width as single made-up words. A word
and a source together are then looked for inside the index, which is ten times as fast as looking at the row of each
event that holds the word.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.query import Filters, words_of
from timeline.store.kept import MONTH_WIDE, NARROW, OPEN, WIDE, YEAR_WIDE, YEARLY
from timeline.store.ranks import OPEN_START

# The index holds no text of its own: it reads the words where they are kept, through this view.
_MARKS = (
    "'g' || hex(coalesce(granularity, '')) || ' b' || hex(basis) || ' m' || hex(modality) || "
    "' s' || hex(coalesce(source, '')) || ' a' || hex(article) || CASE WHEN start_key IS NULL THEN '' "
    f"WHEN start_key = {OPEN_START} THEN ' w{OPEN}' WHEN end_key - start_key <= {MONTH_WIDE} THEN ' w{NARROW}' "
    f"WHEN end_key - start_key <= {YEAR_WIDE} THEN ' w{YEARLY}' ELSE ' w{WIDE}' END"
)
STATEMENTS = (
    "CREATE VIEW event_words AS SELECT seq, article, json_extract(body, '$.headline') AS headline, "  # noqa: S608
    f"json_extract(body, '$.quote') AS quote, json_extract(body, '$.article.title') AS title, {_MARKS} AS marks "
    "FROM events",
    "CREATE VIRTUAL TABLE event_index USING fts5(headline, quote, title, marks, content='event_words', "
    "content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO event_index (rowid, headline, quote, title, marks) "
    "SELECT seq, headline, quote, title, marks FROM event_words ORDER BY seq",
)
PLANNED = ("planned", "possible")
_LETTERS = {"source": "s", "article": "a", "granularity": "g", "basis": "b", "modality": "m"}


def marks_of(article: str, source: str | None, kind: tuple[str | None, str, str], width: int | None) -> str:
    """Write the marks of an event as the view of its words has them; `kind` is granularity, basis and modality."""
    granularity, basis, modality = map(_hex, kind)
    marks = f"g{granularity} b{basis} m{modality} s{_hex(source)} a{_hex(article)}"
    return marks if width is None else f"{marks} w{width}"


def _hex(value: str | None) -> str:
    return (value or "").encode(errors="surrogatepass").hex()


def match_expression(text: str) -> str:
    """Write the words a person looks for as an FTS5 expression that holds nothing but quoted words.

    >>> match_expression('talks AND "New York"')
    '"talks" "AND" "New York"'
    """
    return " ".join('"' + word.replace('"', '""').replace("\0", " ") + '"' for word in words_of(text)) or '""'


def expression(filters: Filters, wide: int | None = None) -> str:
    """Write all that filters say but the dates as one expression; `wide` asks for events of that width alone."""
    parts = [f"{{headline quote title}} : ({match_expression(filters.text or '')})"]
    for column, letter in _LETTERS.items():
        wanted: tuple[str, ...] = getattr(filters, column)
        if wanted:
            parts.append(_any(f"{letter}{_hex(value)}" for value in wanted))
    if wide is not None:
        parts.append(_any([f"w{wide}"]))
    return " AND ".join(parts)


def planned(filters: Filters) -> str:
    """Write the expression for those of the events asked for that are planned or possible."""
    marks = (f"m{_hex(value)}" for value in PLANNED)
    return f"{expression(filters)} AND {_any(marks)}"


def _any(marks: Iterable[str]) -> str:
    return f"marks : ({' OR '.join(marks)})"

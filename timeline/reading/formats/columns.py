"""The names of columns in, a Mapping from our keys to them out: as the user says, else as people name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.reading.refusal import CannotRead

KEYS = ("text", "published", "title", "source", "url", "lang", "domain", "id")
# What people call them, best first; compared without case, spaces and underscores.
_NAMES = {
    "text": (
        "text body content articlebody articletext fulltext maintext articlecontent contenttext bodytext bodyhtml"
        " contenthtml story message article description summary texto inhalt texte testo текст"
    ),
    "published": (
        "published publishedat publishdate publicationdate publisheddate datepublished firstpublished pubdate"
        " publishtime publishedtime pubtime dateofpublication webpublicationdate date datetime timestamp createdat"
        " created dateposted posted fecha datum data дата"
    ),
    "title": "title headline heading titel titre titulo titolo subject заголовок",
    "source": "source publisher publication outlet newspaper agency sitename site sourcename quelle fuente journal",
    "url": "url link permalink href weburl articleurl sourceurl uri address",
    "lang": "lang language languagecode sprache idioma langue",
    "domain": "domain genre",
    "id": "id articleid guid docid",
}
_ALIASES = {key: names.split() for key, names in _NAMES.items()}


def columns_of(names: Iterable[str], given: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Map our keys to the names that are there: what was given first, then the best guess.

    >>> columns_of(["Headline", "body", "pub_date"])
    {'text': 'body', 'published': 'pub_date', 'title': 'Headline'}
    """
    found = dict(given)
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(_plain(name), name)
    taken = set(found.values())
    for key in KEYS:
        if key not in found:
            guess = next((by_plain[alias] for alias in _ALIASES[key] if alias in by_plain), None)
            if guess is not None and guess not in taken:
                found[key] = guess
    return {key: found[key] for key in KEYS if key in found}


def told(columns: Mapping[str, str]) -> str:
    """Say a mapping in words, as `--column` takes it; empty when every name is our own."""
    pairs = [f"{key}={name}" for key, name in columns.items() if key != name]
    return f"columns {' '.join(pairs)}" if pairs else ""


def read_column_option(words: str) -> tuple[str, str]:
    """Read `text=body`; ValueError when it is not of that form or the key is none of ours."""
    key, equals, name = words.partition("=")
    if not equals or not name or key not in KEYS:
        raise ValueError(f"{words!r} is not KEY=COLUMN with a KEY of {', '.join(KEYS)}")
    return key, name


def need_text(columns: Mapping[str, str], names: Iterable[str]) -> None:
    """Raise CannotRead when no column holds the text, or one that was given is not there."""
    there = list(names)
    listed = ", ".join(map(repr, there[:20]))
    for key, name in columns.items():
        if name not in there:
            raise CannotRead(f"no column {name!r} for {key}: there are {listed}")
    if "text" not in columns:
        raise CannotRead(f"no column is known to hold the text: say which with --column text=NAME; there are {listed}")


def _plain(name: str) -> str:
    return "".join(name.lower().split()).replace("_", "").replace("-", "").strip("\ufeff\"'")

"""JSON lines in, a Draft for each object out; a line that is broken gives its number and the reason."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from timeline.reading.decode import one_newline
from timeline.reading.draft import Claim, Draft
from timeline.reading.hints import CannotRead
from timeline.reading.plain import read_plain, read_verbatim

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def parse_object(line: str) -> Mapping[str, object] | None:
    """Parse a line that may be a JSON object; None when it is none."""
    if not line.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def parse_objects(text: str) -> list[Mapping[str, object]]:
    """Parse a whole file that is one JSON object or a list of them; empty when it is anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    items = value if isinstance(value, list) else [value]
    return items if all(isinstance(item, dict) for item in items) else []


def parse_line(line: str) -> Mapping[str, object]:
    """Parse a line that must be a JSON object; CannotRead with the place of the fault."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise CannotRead(f"bad JSON at character {error.pos + 1}: {error.msg}") from None
    except (ValueError, RecursionError):
        raise CannotRead("bad JSON: nested too deep, or a number without end") from None
    if not isinstance(value, dict):
        raise CannotRead('bad JSON: an object is wanted, as {"text": "..."}')
    return value


def read_object(item: Mapping[str, object], languages: tuple[str, ...] | None = None) -> Draft:
    """Make the draft of one object: `text`, and any of `id published source title url lang domain`.

    The text is taken verbatim; only when the object has no `published` are header lines looked for.
    """
    body = item.get("text")
    if body is None:
        raise CannotRead("no text: the object has no key `text`")
    if not isinstance(body, str):
        raise CannotRead("no text: the value of `text` is not a string")
    if "\0" in body:
        raise CannotRead("binary text (NUL characters)")
    notes: list[str] = []
    text = one_newline(body)
    if _LONE_SURROGATE.search(text):
        text = _LONE_SURROGATE.sub("\ufffd", text)
        notes.append("half surrogate pairs stand as U+FFFD")
    said = _strings(item, notes)
    published = said.get("published")
    draft = read_verbatim(text) if published else read_plain(text, languages)
    return Draft(
        text,
        draft.blocks,
        (Claim(published, "metadata"),) if published else draft.claims,
        title=said.get("title") or draft.title,
        source=said.get("source") or draft.source,
        url=said.get("url") or draft.url,
        domain=said.get("domain") or draft.domain,
        lang=said.get("lang") or draft.lang,
        notes=(*notes, *draft.notes),
    )


def _strings(item: Mapping[str, object], notes: list[str]) -> dict[str, str]:
    """Take the keys we know; a value that is no string is left and noted."""
    said: dict[str, str] = {}
    for key in ("id", "published", "source", "title", "url", "lang", "domain"):
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            said[key] = _LONE_SURROGATE.sub("\ufffd", value.strip())
        elif key == "id" and isinstance(value, int):
            said[key] = str(value)
        elif value is not None and not isinstance(value, str):
            notes.append(f"the value of {key!r} is not a string and was left")
    if "id" in said:
        notes.append(f"id in the file: {said['id'][:200]}")
    return said

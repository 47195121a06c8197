"""A JSON object or a row of a table in, a Draft out: which key or column is what, and its text as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from timeline.reading.draft import Claim, Draft
from timeline.reading.formats.columns import columns_of, told
from timeline.reading.layout.decode import one_newline
from timeline.reading.layout.plain import read_plain, read_verbatim
from timeline.reading.pages.html import fragment_text
from timeline.reading.refusal import CannotRead

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MARKUP = re.compile(r"\s*<(?:p|div|article|html|body|section|h[1-6])\b[^<>]*>", re.IGNORECASE)


@lru_cache(maxsize=256)
def keys_of(names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Map our keys to the keys of an object; asked anew for each line, so the answer is kept."""
    return columns_of(names, given)


def read_object(
    item: Mapping[str, object],
    languages: tuple[str, ...] | None = None,
    given: tuple[tuple[str, str], ...] = (),
    domain: str = "auto",
) -> Draft:
    """Make the draft of one object: `text`, and any of `id published source title url lang domain`.

    The text is taken verbatim; only when the object has no `published` are header lines looked for. Other names of
    the keys are `given` by the user or guessed. A text whose `domain` is known is not looked at for a chat.
    """
    keys = keys_of(tuple(name for name, value in item.items() if value is not None), given)
    notes: list[str] = []
    text = _text_of(item, keys, notes)
    said = _strings(item, keys, notes)
    published = said.get("published")
    maybe_chat = domain == "auto" and not said.get("domain")
    if published:
        draft = read_verbatim(text, maybe_chat=maybe_chat)
    else:
        draft = read_plain(text, languages, maybe_chat=maybe_chat)
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
        undated=draft.undated,
    )


def told_keys(item: Mapping[str, object], given: tuple[tuple[str, str], ...]) -> str:
    """Say which keys were taken for ours; empty when they are ours."""
    return told(keys_of(tuple(name for name, value in item.items() if value is not None), given))


def clean(words: str) -> str:
    """Write half surrogate pairs, which no file can hold, as U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", words)


def _holds_half(text: str) -> bool:
    """Say whether a text holds half a surrogate pair: to write it as bytes tells that faster than to look for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _text_of(item: Mapping[str, object], keys: Mapping[str, str], notes: list[str]) -> str:
    name = keys.get("text", "text")
    body = item.get(name)
    if body is None:
        raise CannotRead(f"no text: the object has no key `{name}`")
    if not isinstance(body, str):
        raise CannotRead(f"no text: the value of `{name}` is not a string")
    if "\0" in body:
        raise CannotRead("binary text (NUL characters)")
    text = one_newline(body)
    if _holds_half(text):
        text = clean(text)
        notes.append("half surrogate pairs stand as U+FFFD")
    if name != "text" and _MARKUP.match(text):
        notes.append(f"{name!r} is HTML: its paragraphs were taken")
        return fragment_text(text)
    return text


def _strings(item: Mapping[str, object], keys: Mapping[str, str], notes: list[str]) -> dict[str, str]:
    """Take the keys we know; a value that is no string is left and noted."""
    said: dict[str, str] = {}
    for key, name in keys.items():
        value = item.get(name)
        if key == "text":
            continue
        if key == "published" and (stamp := _epoch(value)):
            said[key] = stamp
            notes.append(f"{name} {value} counts seconds in UTC")
        elif isinstance(value, str) and value.strip():
            said[key] = clean(value.strip())
        elif isinstance(value, Mapping) and isinstance(inner := value.get("name") or value.get("title"), str):
            said[key] = clean(inner.strip())  # `"source": {"id": null, "name": "Harbour Wire"}`
        elif key == "id" and isinstance(value, int):
            said[key] = str(value)
        elif value is not None and not isinstance(value, str):
            notes.append(f"the value of {name!r} is not a string and was left")
    if "id" in said:
        notes.append(f"id in the file: {said['id'][:200]}")
    return said


def _epoch(value: object) -> str | None:
    """Write seconds or thousandths since 1970, which are UTC by definition, as a date with its zone."""
    digits = str(value)
    if isinstance(value, bool) or not isinstance(value, int | str) or not _EPOCH.fullmatch(digits):
        return None
    return f"{datetime.fromtimestamp(int(digits[:10]), UTC):%Y-%m-%dT%H:%M:%S}Z"

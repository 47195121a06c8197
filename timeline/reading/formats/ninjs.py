"""A ninjs object in, its Draft out: the JSON form in which agencies send news (versions 1 to 3)."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.reading.draft import Claim, Draft
from timeline.reading.layout.decode import one_newline
from timeline.reading.layout.plain import lay_out
from timeline.reading.pages.html import fragment_text
from timeline.reading.refusal import CannotRead

_BODIES = ("body_text", "body_html", "body_xhtml", "description_text", "description_html")
_MARKS = (*_BODIES, "bodies", "headlines", "versioncreated", "firstcreated", "pubstatus")
_PUBLISHED = ("firstpublished", "firstcreated", "contentcreated")
_UPDATED = ("versioncreated", "contentmodified")


def is_ninjs(item: Mapping[str, object]) -> bool:
    """Say whether an object is a ninjs item: it has `uri` and no `text`, and two of the marks of ninjs."""
    return "uri" in item and "text" not in item and sum(mark in item for mark in _MARKS) >= 2


def read_ninjs(item: Mapping[str, object]) -> Draft:
    """Make the draft of an item; the first version's date counts, a later version's only where that is missing."""
    headline = _words(item.get("headline")) or _first(item.get("headlines"))
    body = _body(item)
    if not (headline or body):
        raise CannotRead("no text: the ninjs item has no body and no headline")
    title = " ".join(headline.split()) if headline else None
    text = "\n\n".join(part for part in (title, body) if part)
    lang = _words(item.get("language"))
    draft = lay_out(text, {0: "headline"} if title and body else {}, (lang,) if lang else None)
    return Draft(
        text,
        draft.blocks,
        (*_claims(item), *draft.claims),
        title=title,
        source=_words(item.get("infosource")) or _provider(item) or draft.source,
        url=next((url for url in (_words(item.get("canonicalurl")), _words(item.get("uri"))) if _is_web(url)), None),
        lang=lang,
        notes=(f"id in the file: {_words(item.get('uri'))}", *draft.notes),
    )


def _claims(item: Mapping[str, object]) -> tuple[Claim, ...]:
    first = [Claim(words, "metadata") for name in _PUBLISHED if (words := _words(item.get(name)))]
    later = [Claim(words, "metadata", rung="update") for name in _UPDATED if (words := _words(item.get(name)))]
    return (*first, *later)


def _body(item: Mapping[str, object]) -> str | None:
    for name in _BODIES:
        words = _words(item.get(name))
        if words:
            return fragment_text(words) if name.endswith("html") else one_newline(words)
    return _first(item.get("bodies"))


def _first(values: object) -> str | None:
    """Take the first of ninjs 2's lists of `{"role", "contenttype", "value"}`."""
    for one in values if isinstance(values, list) else []:
        words = _words(one.get("value")) if isinstance(one, dict) else None
        if words:
            kind = str(one.get("contenttype") or one.get("contentType") or "")
            return fragment_text(words) if "html" in kind else one_newline(words)
    return None


def _provider(item: Mapping[str, object]) -> str | None:
    for one in item.get("infosources") or [] if isinstance(item.get("infosources"), list) else []:  # type: ignore[attr-defined]
        if isinstance(one, dict) and (name := _words(one.get("name"))):
            return name
    return _words(item.get("copyrightholder")) or _words(item.get("provider"))


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_web(url: str | None) -> bool:
    return bool(url) and url.startswith(("http://", "https://"))  # type: ignore[union-attr]

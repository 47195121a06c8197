"""A Draft and the user's hints in, an Article out: identity, publish date, language, domain."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import lru_cache

from timeline.model import Article, Domain, article_id
from timeline.reading.dates.claims import ABOUT_DATE, claim_of_filename, claim_of_url, settle
from timeline.reading.dates.published import why_no_date
from timeline.reading.draft import Claim, Draft
from timeline.reading.hints import NO_HINTS, Hints
from timeline.reading.layout.chat import OWN_DATES
from timeline.reading.layout.domain import WITHOUT_DATE, domain_of
from timeline.reading.layout.language import language_code, language_of
from timeline.reading.refusal import CannotRead

_WORD = re.compile(r"[^\W_]")
_MARKS = re.compile("[\u200e\u200f]")  # of direction, which are in no language
_SHORT = 200
UNDATED = "no publish date found: what leans on it cannot be dated yet"
UNTOLD = "the language could not be told"
MOST_CHARACTERS = 2_000_000  # four long novels; dating dense prose of that length takes half a minute


def refuse_wordless(text: str) -> None:
    """Raise CannotRead for a text without a single letter or digit."""
    if _WORD.search(text) is None:
        raise CannotRead("no text in it")


def assemble(draft: Draft, hints: Hints, reader: str, data: bytes, filename: str | None) -> Article:
    """Make the article: the hints win over what the draft says, and what was decided on the way is noted.

    filename  None where the name says nothing about this article (standard input, one of many in a file)
    """
    refuse_wordless(draft.text)
    if len(draft.text) > MOST_CHARACTERS and hints.max_size <= NO_HINTS.max_size:
        raise CannotRead(f"too large: more than {MOST_CHARACTERS:,} characters of text (--max-size)")
    url = hints.url or draft.url
    source = hints.source or draft.source
    lang, lang_notes = _language(draft, hints)
    settled = settle(_claims(draft, hints, url, filename), _languages(draft, lang), (url, filename))
    if hints.published and (settled.published is None or settled.published.basis != "user"):
        raise CannotRead(f"the publish date given, {hints.published!r}, {why_no_date(hints.published)}")
    domain, domain_notes = _domain(draft, hints, dated=settled.published is not None)
    missing = () if settled.published else tuple(note for note in (UNDATED, draft.undated) if note)
    return Article(
        id=article_id(draft.text, url, source),
        text=draft.text,
        published=settled.published,
        blocks=draft.blocks,
        title=hints.title or draft.title,
        source=source,
        url=url,
        lang=lang,
        domain=domain,
        reader=reader,
        sha256=_sha256_of(data),
        notes=(*draft.notes, *settled.notes, *missing, *lang_notes, *domain_notes),
    )


@lru_cache(maxsize=1)
def _sha256_of(data: bytes) -> str:
    """Give the SHA-256 of an input, once for all the articles in it: a list of thousands is as long as all of them."""
    return hashlib.sha256(data).hexdigest()


def dated(article: Article, given: str) -> Article:
    """Give a stored article the publish date that a person names; CannotRead when that is no full date.

    It stays the kind of text it was read as: a history is one also when somebody knows its day. Doubts about another
    date are dropped.
    """
    published, doubts = settle([Claim(given, "user")], (article.lang,), (None, None))
    if published is None:
        raise CannotRead(f"the publish date given, {given!r}, {why_no_date(given)}")
    kept = (note for note in article.notes if note not in (UNDATED, OWN_DATES) and not note.startswith(ABOUT_DATE))
    return replace(
        article,
        published=published,
        notes=(*(note.replace(WITHOUT_DATE, ": ", 1) for note in kept), *doubts),
    )


def _claims(draft: Draft, hints: Hints, url: str | None, filename: str | None) -> list[Claim]:
    found = [Claim(hints.published, "user")] if hints.published else []
    places = (claim_of_url(url), claim_of_filename(filename) if filename else None)
    return found + list(draft.claims) + [claim for claim in places if claim]


def _languages(draft: Draft, lang: str) -> tuple[str, ...]:
    """Give the language for reading dates; the tag as written keeps `en-GB` apart, which puts the day first."""
    said = (draft.lang or "").strip()
    return (said,) if language_code(said) == lang and said.lower().startswith(lang) else (lang,)


def _language(draft: Draft, hints: Hints) -> tuple[str, tuple[str, ...]]:
    given = language_code(hints.lang) or language_code(draft.lang)
    if given:
        return given, ()
    notes = (f"the file calls its language {draft.lang!r}, which we do not know",) if draft.lang else ()
    words = _told(draft)
    found = language_of(words)
    if found == "und" and len(words) <= _SHORT and words.isascii():
        return "en", (*notes, "too short to tell its language: read as English")
    return found, notes if found != "und" else (*notes, UNTOLD)


def _told(draft: Draft) -> str:
    """Give the words that tell the language: names, of which a chat has one in front of each message, tell none."""
    if all(kind != "byline" for kind, _ in draft.blocks):
        return draft.text
    return _MARKS.sub("", "\n".join(span.of(draft.text) for kind, span in draft.blocks if kind != "byline"))


def _domain(draft: Draft, hints: Hints, *, dated: bool) -> tuple[Domain, tuple[str, ...]]:
    names = {domain.value for domain in Domain}
    if hints.domain in names:
        return Domain(hints.domain), ()
    said = (draft.domain or "").strip("\"' ").lower()
    if said in names:
        return Domain(said), ()
    verdict = domain_of(draft.text, dated=dated)
    notes = (f"the file calls its domain {said!r}, which we do not know",) if said else ()
    return verdict.domain, (*notes, verdict.why) if verdict.why else notes

"""A mail message in, a Draft for it, for each message forwarded in it and for each file attached to it out.

The stored text begins with the lines From, Date and Subject, as a printed message does, so that the date has its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from timeline.reading.draft import Draft
from timeline.reading.formats.attached import Attached, Inner, attached, read_attached
from timeline.reading.formats.forwarded import parts_of, quoted_paragraphs
from timeline.reading.hints import Hints
from timeline.reading.layout.decode import decode, one_newline
from timeline.reading.layout.domain import domain_of_mail
from timeline.reading.layout.plain import lay_out
from timeline.reading.pages.html import fragment_text
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\n]*\n(?:[ \t]+\S[^\n]*\n)*")
_OF_MAIL_NAMES = (
    "received return-path message-id mime-version delivered-to dkim-signature x-mailer x-gm-thrid references"
    " in-reply-to reply-to authentication-results user-agent list-id newsgroups nntp-posting-host x-originating-ip"
)
_OF_MAIL = frozenset(_OF_MAIL_NAMES.split())
_OF_ALL = frozenset(("from", "date", "subject", "to", "sender"))
_MOST_NESTED = 20
_COMMENT = re.compile(r"\s*\([^()]{0,60}\)\s*$")


def is_mail(source: Source) -> str | None:
    """Recognise a message by header lines that only mail has, or by its name and two that most have."""
    names = header_names(source.text)
    marks = [name for name in names if name in _OF_MAIL]
    usual = sum(name in _OF_ALL for name in names)
    if marks and usual:
        return f"it begins with the mail header lines {', '.join(names[:4])}"
    return "its name ends so, and it has mail header lines" if usual > 1 and source.named(".eml", ".mail") else None


def header_names(text: str) -> list[str]:
    """Give the names of the header lines that a text begins with, in lower case."""
    names: list[str] = []
    position = len(text) - len(text.lstrip("\ufeff\r\n"))
    text = text.replace("\r\n", "\n")
    while len(names) < 200 and (match := _HEADER.match(text, position)):
        names.append(match["name"].lower())
        position = match.end()
    return names


def read_mail(source: Source, inner: Inner) -> Answers:
    """Read one message, what is forwarded in it, and with `inner`, the reader of anything, what is attached to it."""
    yield from read_message(source.whole(), "", source.hints, inner)


def read_message(data: bytes, where: str, hints: Hints, inner: Inner) -> Answers:
    """Read the bytes of a message; `where` is its place in a mailbox."""
    files: list[Attached] = []
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        drafts: list[Draft] = []
        _collect(message, drafts, files, 0)
    except CannotRead as refusal:
        yield Refusal(where, str(refusal))
        return
    except (ValueError, OverflowError, LookupError, RecursionError, AttributeError, TypeError):
        yield Refusal(where, "damaged mail: its headers cannot be read")  # the standard library trips over some
        return
    drafts, found = read_attached(drafts, files, hints, inner, where)
    if not (drafts or found):
        yield Refusal(where, "no text in it")
    for number, draft in enumerate(drafts):
        place = ", ".join(part for part in (where, f"forwarded message {number}" if number else "") if part)
        yield Found(draft, data, "mail", place)
    yield from found


def _collect(message: EmailMessage, drafts: list[Draft], files: list[Attached], depth: int) -> None:
    """Collect the draft of a message, then those of the messages it carries, and the files attached to them."""
    if depth > _MOST_NESTED:
        raise CannotRead("messages nested too deep")
    notes: list[str] = []
    inner: list[EmailMessage] = []
    parts: list[EmailMessage] = []
    body = _body(message, notes, inner, parts)
    own, *forwarded = parts_of(body)
    owner = len(drafts) if own.strip() or (_header(message, "Subject") and not (forwarded or inner)) else None
    if owner is not None:
        drafts.append(_draft_of(message, own, notes))
    files += [attached(part, owner, _header(message, "Date")) for part in parts]
    drafts += [_lay_out(part.strip(), (), part) for part in forwarded]
    for one in inner:
        _collect(one, drafts, files, depth + 1)


def _draft_of(message: EmailMessage, body: str, notes: list[str]) -> Draft:
    lines = [f"{name}: {words}" for name in ("From", "Date", "Subject") if (words := _header(message, name))]
    return _lay_out("\n".join(lines) + "\n\n" + body.strip() if lines else body.strip(), tuple(notes), body)


def _lay_out(text: str, notes: tuple[str, ...], body: str = "") -> Draft:
    """Lay out a message; `body` is what its writer wrote, without header lines."""
    verdict = domain_of_mail(body)
    notes += (verdict.why,) if verdict.why else ()
    draft = lay_out(text, quoted_paragraphs(text), None)
    sender = re.match(r"(?:From|Von|De|От): \"?([^\"<\n]{2,80}?)\"?\s*(?:<|$)", text, re.MULTILINE)
    source = draft.source or (sender[1].strip() if sender else None)
    return Draft(
        text,
        draft.blocks,
        draft.claims,
        draft.title,
        source,
        draft.url,
        verdict.domain.value if verdict.why else None,
        draft.lang,
        notes + draft.notes,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Give a header as one line; the comment that repeats a zone's name behind a date is left out."""
    try:
        words = " ".join(str(message.get(name) or "").replace("\0", "").split())
    except (ValueError, OverflowError, IndexError, AttributeError, TypeError):  # the library's parsers of headers
        words = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    words = words.encode("utf-8", "replace").decode()
    return _COMMENT.sub("", words) if name == "Date" else words


def _body(message: EmailMessage, notes: list[str], inner: list[EmailMessage], files: list[EmailMessage]) -> str:
    """Give the words of a message: its plain text, else its HTML; messages go to `inner`, attached files to `files`."""
    plain: list[str] = []
    pages: list[str] = []
    for part in _leaves(message, inner):
        kind = part.get_content_type()
        name = part.get_filename()
        if part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/")):
            files.append(part)
        elif kind == "text/plain":
            plain.append(_words(part))
        elif kind == "text/html":
            pages.append(fragment_text(_words(part)))
        elif not kind.startswith(("multipart/", "image/")):
            notes.append(f"a part of the kind {kind} was not read")
    return "\n\n".join(one for one in plain if one.strip()) or "\n\n".join(one for one in pages if one.strip())


def _leaves(message: EmailMessage, inner: list[EmailMessage]) -> Iterator[EmailMessage]:
    """Yield the parts that hold no parts, without recursion; messages inside go to `inner`."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if not isinstance(payload, list):
            yield part
        elif part.get_content_type() == "message/rfc822":
            inner.extend(one for one in payload if isinstance(one, EmailMessage))
        else:
            waiting.extend(one for one in reversed(payload) if isinstance(one, EmailMessage))


def _words(part: EmailMessage) -> str:
    """Decode a part by its charset; a charset that is false or unknown is found out as for a file."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return one_newline(decode(data, part.get_content_charset()).text)

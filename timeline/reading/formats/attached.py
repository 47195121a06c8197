"""What is attached to a mail in, an article for each that can be read out; what cannot is told with the mail.

The day a mail was sent is not the day its attachment was published: it is noted and dates nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from typing import NamedTuple

from timeline.reading.draft import Draft
from timeline.reading.extras import wants_extra
from timeline.reading.hints import Hints
from timeline.reading.refusal import Refusal
from timeline.reading.source import Answers, Found

Inner = Callable[[bytes, str, Hints, str | None], Answers]
_PICTURES = ("image/", "audio/", "video/", "font/", "application/pgp-", "application/pkcs7-")


class Attached(NamedTuple):
    """A file in a mail.

    name     as the mail gives it, else its kind
    charset  as the mail gives it
    owner    the place among the drafts of the message that carries it; None when that has no text of its own
    sent     the day of that message, as written
    """

    name: str
    kind: str
    data: bytes
    charset: str | None
    owner: int | None
    sent: str


def attached(part: EmailMessage, owner: int | None, sent: str) -> Attached:
    """Take the file that a part of a mail is."""
    data = part.get_payload(decode=True)
    kind = part.get_content_type()
    name = " ".join((part.get_filename() or "").split())
    return Attached(
        name or kind, kind, data if isinstance(data, bytes) else b"", part.get_content_charset(), owner, sent
    )


def read_attached(
    drafts: Sequence[Draft], files: Sequence[Attached], hints: Hints, inner: Inner, where: str
) -> tuple[list[Draft], list[Found | Refusal]]:
    """Read the files with `inner`, the reader of anything; give the drafts, noted what is left out, and the rest."""
    told, found = list(drafts), list[Found | Refusal]()
    for file in files:
        place = f"{where}{', ' if where else ''}attachment {file.name!r}"
        for answer in _answers(file, hints, inner):
            if isinstance(answer, Found):
                found.append(_placed(answer, file, place))
            elif file.owner is None or wants_extra(answer.reason):
                found.append(Refusal(f"{place} {answer.name}".rstrip(), answer.reason))
            else:
                note = (
                    f"the attachment {' '.join((repr(file.name), answer.name)).rstrip()} was not read: {answer.reason}"
                )
                draft = told[file.owner]
                told[file.owner] = replace(draft, notes=(*draft.notes, note))
    return told, found


def _answers(file: Attached, hints: Hints, inner: Inner) -> Iterator[Found | Refusal]:
    if file.kind.startswith(_PICTURES):
        yield Refusal("", f"of the kind {file.kind}")
    else:
        yield from inner(file.data, file.name, hints, file.charset)


def _placed(answer: Found, file: Attached, place: str) -> Found:
    note = f"attached to a mail of {file.sent}, which is not its publish date" if file.sent else "attached to a mail"
    draft = replace(answer.draft, notes=(*answer.draft.notes, note))
    where = f"{place}, {answer.where}" if answer.where else place
    return Found(draft, answer.data, f"{answer.how}, in a mail", where, "" if answer.where else file.name)

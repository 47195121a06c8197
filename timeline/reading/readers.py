"""A Source in, its articles out: the first reader of an ordered list that says the bytes are its own takes them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from timeline.model import Article
from timeline.reading.article import assemble, refuse_wordless
from timeline.reading.formats.archive import is_archive, read_archive
from timeline.reading.formats.docx import is_docx, read_docx
from timeline.reading.formats.feeds import is_feed, read_feed
from timeline.reading.formats.jsonl import is_json, is_json_lines, read_json, read_json_lines
from timeline.reading.formats.mail import is_mail, read_mail
from timeline.reading.formats.mbox import is_mbox, read_mbox
from timeline.reading.formats.newsml import is_newsml, read_newsml
from timeline.reading.formats.nitf import is_nitf, read_nitf
from timeline.reading.formats.pdf import is_pdf, read_pdf
from timeline.reading.formats.table import is_table, read_table
from timeline.reading.formats.tree import is_xml, root_of
from timeline.reading.formats.warc import is_warc, read_warc
from timeline.reading.hints import Hints
from timeline.reading.layout.decode import refuse_magic
from timeline.reading.layout.language import language_of
from timeline.reading.layout.plain import read_plain
from timeline.reading.pages.html import looks_like_html, read_html
from timeline.reading.refusal import CannotRead, Refusal
from timeline.reading.source import Answers, Found, Source, languages_of, open_source


class Reader(NamedTuple):
    """A kind of input: its name, what tells it (the reason in words, None when it is another), and who reads it."""

    name: str
    recognise: Callable[[Source], str | None]
    read: Callable[[Source], Answers]


def _is_foreign(source: Source) -> str | None:
    try:
        refuse_magic(source.head)
    except CannotRead as refusal:
        return str(refusal)
    return None


def _refuse(source: Source) -> Answers:
    raise CannotRead(_is_foreign(source) or "unsupported")


def _is_html(source: Source) -> str | None:
    return "it begins like a page, or has the tags of one" if looks_like_html(source.text, source.name) else None


def _is_other_xml(source: Source) -> str | None:
    return "it begins with <?xml" if is_xml(source.text) and root_of(source.text) else None


def _refuse_xml(source: Source) -> Answers:
    raise CannotRead(f"unsupported: XML (<{root_of(source.text)}>)")


def _read_html(source: Source) -> Answers:
    data = source.whole()
    decoded = source.decoded(data)
    refuse_wordless(decoded.text)
    draft = read_html(decoded.text, languages_of(source.hints), source.hints.url)
    refuse_wordless(draft.text)
    yield Found(replace(draft, notes=(*decoded.notes, *draft.notes)), data, f"HTML, {decoded.how}")


def _read_text(source: Source) -> Answers:
    data = source.whole()
    decoded = source.decoded(data)
    refuse_wordless(decoded.text)
    languages = languages_of(source.hints) or (language_of(decoded.text),)
    draft = read_plain(decoded.text, languages)
    yield Found(replace(draft, notes=(*decoded.notes, *draft.notes)), data, f"plain text, {decoded.how}")


def _read_json(source: Source) -> Answers:
    """Read JSON; a text that only begins like it is read as the text it is."""
    data = source.whole()
    decoded = source.decoded(data)
    refuse_wordless(decoded.text)
    answers = read_json(source, data, decoded)
    if answers is not None:
        yield from answers
        return
    again = open_source(io.BytesIO(data), source.name, source.hints, source.charset)
    yield from (_read_html if _is_html(again) else _read_text)(again)


def _read_inner(data: bytes, name: str, hints: Hints, charset: str | None, depth: int = 0) -> Answers:
    """Read a file out of an archive or a mail, `depth` mails deep; archives in archives are not opened."""
    source = open_source(io.BytesIO(data), name, hints, charset)
    try:
        reader, _ = choose(source)
        if reader.recognise in (is_warc, is_archive):
            raise CannotRead("an archive inside of one is not read")
        read = _CARRIERS.get(reader.name)
        if depth == _MOST_NESTED and read:
            raise CannotRead("mails attached to mails too deep")
        inner = partial(_read_inner, depth=depth + 1)
        yield from read(source, inner) if read else reader.read(source)
    except CannotRead as refusal:
        yield Refusal("", str(refusal))


_CARRIERS = {"mail": read_mail, "mailbox": read_mbox}  # what can carry itself
_MOST_NESTED = 5  # a mail is read once more for each that carries it


# The order matters: what has a mark of its own comes first, and anything is a plain text.
READERS = (
    Reader("web archive", is_warc, lambda source: read_warc(source, _read_inner)),
    Reader("PDF", is_pdf, read_pdf),
    Reader("zip archive", is_archive, lambda source: read_archive(source, _read_inner)),
    Reader("docx", is_docx, read_docx),
    Reader("none", _is_foreign, _refuse),
    Reader("JSON Lines", is_json_lines, read_json_lines),
    Reader("JSON", is_json, _read_json),
    Reader("mailbox", is_mbox, lambda source: read_mbox(source, _read_inner)),
    Reader("mail", is_mail, lambda source: read_mail(source, _read_inner)),
    Reader("feed", is_feed, read_feed),
    Reader("NewsML-G2", is_newsml, read_newsml),
    Reader("NITF", is_nitf, read_nitf),
    Reader("HTML", _is_html, _read_html),
    Reader("none", _is_other_xml, _refuse_xml),
    Reader("table", is_table, read_table),
    Reader("plain text", lambda _: "nothing speaks for anything else", _read_text),
)


def choose(source: Source) -> tuple[Reader, str]:
    """Give the reader of a source, and why it is the one."""
    for reader in READERS:
        why = reader.recognise(source)
        if why:
            return reader, why
    raise AssertionError("the last reader takes everything")


def articles_of(source: Source) -> Iterator[Article | Refusal]:
    """Read a source as the articles it holds; what gives none is answered with the reason."""
    reader, why = choose(source)
    explained = (f"read as {reader.name}: {why}",) if source.hints.explain else ()
    try:
        for answer in reader.read(source):
            yield _finish(answer, source, explained)
    except CannotRead as refusal:
        yield Refusal(source.name, str(refusal))


def articles_of_lines(source: Source, number: int) -> Iterator[Article | Refusal]:
    """Read a part of JSON Lines, whose first line has this number in the input."""
    explained = ("read as JSON Lines: its first line is a JSON object",) if source.hints.explain else ()
    return (_finish(answer, source, explained) for answer in read_json_lines(source, number))


def _finish(answer: Found | Refusal, source: Source, explained: tuple[str, ...]) -> Article | Refusal:
    """Make the article of what was found; the name of the input may date it only when it is the whole input."""
    if isinstance(answer, Refusal):
        return Refusal(_placed(source.name, answer.name), answer.reason)
    draft = replace(answer.draft, notes=(*answer.draft.notes, *explained)) if explained else answer.draft
    told = answer.named or (None if answer.where else source.name)
    by_name = None if answer.how.startswith(("JSON", "ninjs")) else told
    try:
        return assemble(draft, source.hints, answer.how, answer.data, by_name)
    except CannotRead as refusal:
        return Refusal(_placed(source.name, answer.where), str(refusal))


def _placed(name: str, place: str) -> str:
    """Name a place in an input: `news.jsonl line 3`, `texts.zip!story.txt`."""
    return f"{name}{'' if place.startswith('!') else ' '}{place}".rstrip()

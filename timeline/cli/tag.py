"""`timeline tag` and `when`: texts in, their TIMEX3 expressions or the dates of given words out; needs no store."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.cli.common import Refused, add_domain, command, publish_date, tell, usage, warn
from timeline.collector import collect_never

if TYPE_CHECKING:
    from timeline.model import Article, Domain, Span

_MARK, _NUL = "\ufeff", "\0"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?")


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `tag` and `when`."""
    tag = command(commands, "tag", _tag, "mark the expressions of time in a text as TIMEX3", _TAG)
    tag.add_argument("file", nargs="?", default="-", metavar="FILE", help="a text in UTF-8 (default: standard input)")
    tag.add_argument("--published", metavar="DATE", type=publish_date, help="when the text was published")
    tag.add_argument("--format", choices=("text", "json", "timeml"), default="text", help="(default: text)")
    when = command(commands, "when", _when, "say when the happenings that given words tell took place", _WHEN)
    when.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines (default: standard input)")
    for parser, required, keys in ((tag, False, _TAG_KEYS), (when, True, _WHEN_KEYS)):
        parser.add_argument("--jsonl", action="store_true", required=required, help=f"JSON Lines in and out: {keys}")
        add_domain(parser, "news")
        parser.add_argument("--lang", metavar="CODE", default="en", help="the language (default: en)")


_TAG_KEYS = (
    '{"id", "published", "text"} a line gives {"id", "timexes": [{"start", "end", "text", "type", "value", "mod", '
    '"quant", "freq"}]}, in order'
)
_WHEN_KEYS = (
    '{"id", "published", "text", "events": [{"start", "end"}]} a line gives {"id", "events": [{"start", "end", '
    '"value", "basis"}]}, in order'
)
_TAG = "timeline tag article.txt --published 2025-02-11 --format timeml"
_WHEN = "timeline when --jsonl < questions.jsonl > answers.jsonl"


def domain_of(arguments: argparse.Namespace) -> Domain:
    """Give the kind of text; one that is to be found out is news where there is no whole article to look at."""
    from timeline.model import Domain

    return Domain.NEWS if arguments.domain == "auto" else Domain(arguments.domain)


def iso(published: str | None) -> str | None:
    """Give a publish date as typed in ISO 8601, without its zone: it moves nothing."""
    if published is None:
        return None
    from timeline.reading.dates.published import parse_published

    found = parse_published(published)
    return found[0] if found else None


def _open(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    try:
        return open(name, "rb")
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}") from error


# ---- one text ---------------------------------------------------------------------------------------------------


def _known_language(arguments: argparse.Namespace) -> None:
    """Refuse a language without rules: no answer would look like a text without times."""
    from timeline.languages import CODES, missing

    if arguments.lang not in CODES:
        raise Refused(f"{missing(arguments.lang)}; there are rules for {', '.join(CODES)}")


def _tag(arguments: argparse.Namespace) -> int:
    _known_language(arguments)
    if arguments.jsonl:
        if arguments.published is not None:
            usage(arguments, "argument --published: each line of --jsonl has its own")
        if arguments.format != "text":
            usage(arguments, "argument --format: --jsonl gives JSON Lines")
        return _stream(arguments, _named, _tagger(arguments))
    from timeline.pipeline import tag
    from timeline.record import tagged_json

    text, published = _read(arguments.file), iso(arguments.published)
    timexes = tag(text, published, domain_of(arguments), arguments.lang)
    records = [tagged_json(timex, text) for timex in timexes]
    if arguments.format == "timeml":
        from timeline.export.as_timeml import timeml

        sys.stdout.buffer.write(timeml(text, records, published).encode())
        return 0
    if arguments.format == "json":
        from timeline.lines import dumps

        sys.stdout.buffer.write(dumps({"published": published, "timexes": records}) + b"\n")
        return 0
    for record in records:
        tell(_line(record))
    return 0


def _read(name: str) -> str:
    """Read a text verbatim; only line ends become one sign, as everywhere."""
    from timeline.reading.pages.html import looks_like_html

    with _open(name) as file:
        data = file.read()
    try:
        text = data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: is not UTF-8 (at byte {error.start})") from error
    if _NUL in text:
        raise Refused(f"{name}: is no text (a NUL at character {text.index(_NUL)})")
    if looks_like_html(text, name):
        warn(f"{name}: looks like a page of HTML, whose tags are read as text here; `timeline add` reads pages")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(record: dict[str, Any]) -> str:
    extras = "".join(f" {name}={record[name]}" for name in ("mod", "quant", "freq") if record[name])
    words = " ".join(record["text"].split())
    return f"{record['start']}-{record['end']} {record['type']} {record['value']}{extras}: {words}"


# ---- JSON Lines -------------------------------------------------------------------------------------------------


def _stream(
    arguments: argparse.Namespace,
    respond: Callable[[Any], Any],
    together: Callable[[Sequence[Any]], Iterable[object]] = iter,
) -> int:
    from timeline.lines import answer

    name = "standard input" if arguments.file == "-" else arguments.file
    source: Any = _open(arguments.file)
    collect_never()

    def refuse(number: int, reason: str) -> None:
        warn(f"{name}:{number}: {reason}")

    return 1 if answer(source, sys.stdout.buffer, respond, refuse, together) else 0


def _named(line: Any) -> tuple[Any, tuple[str, str | None]]:
    """Give the id of a line, its text and its publish date."""
    given = _text_of(line)
    return line.get("id"), given


def _tagger(arguments: argparse.Namespace) -> Callable[[Sequence[Any]], Iterator[object]]:
    from timeline.pipeline import tag_each
    from timeline.record import tagged_json

    domain, lang = domain_of(arguments), arguments.lang

    def respond(lines: Sequence[tuple[Any, tuple[str, str | None]]]) -> Iterator[object]:
        tagged = tag_each([given for _, given in lines], domain, lang)
        for (name, (text, _)), timexes in zip(lines, tagged, strict=True):
            yield {"id": name, "timexes": [tagged_json(timex, text) for timex in timexes]}

    return respond


def _text_of(line: Any) -> tuple[str, str | None]:
    """Give the text and the publish date of a line; ValueError when it has no such thing."""
    if type(line) is not dict:
        raise ValueError("is not a JSON object")
    text, published = line.get("text"), line.get("published")
    if type(text) is not str:
        raise ValueError("has no text" if text is None else "text is not a string")
    if published is not None and type(published) is not str:
        raise ValueError("published is not a string")
    return text, _iso_or_read(published) if published else None


def _iso_or_read(published: str) -> str:
    """Leave ISO dates as they are, the fast way; read others as `add` does. ValueError when it is no full date."""
    if _ISO.fullmatch(published):
        return published
    found = iso(published)
    if found is None:
        raise ValueError(f"published: {published!r} is not a full date")
    return found


def _when(arguments: argparse.Namespace) -> int:
    _known_language(arguments)
    from timeline.pipeline import dates_of

    domain: Domain = domain_of(arguments)

    def respond(line: Any) -> object:
        text, published = _text_of(line)
        spans = _spans(line.get("events"), len(text))
        dates = dates_of(_article(text, published, domain, arguments.lang), spans)
        answers = [{"start": start, "end": end, "value": value, "basis": basis} for (start, end), value, basis in dates]
        return {"id": line.get("id"), "events": answers}

    return _stream(arguments, respond)


def _spans(asked: Any, size: int) -> list[Span]:
    from timeline.model import Span

    if type(asked) is not list:
        raise ValueError("has no events: a list of start and end")
    spans = []
    for one in asked:
        start, end = (one.get("start"), one.get("end")) if type(one) is dict else (None, None)
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= size:
            raise ValueError(f"events: {one} is not a stretch of the text")
        spans.append(Span(start, end))
    return spans


def _article(text: str, published: str | None, domain: Domain, lang: str) -> Article:
    """Make an article of a text taken verbatim: every paragraph is body, for any span of it may be asked."""
    from timeline.model import Article, Block, Published
    from timeline.reading.layout.paragraphs import paragraphs_of

    blocks = tuple(Block("body", paragraph.span) for paragraph in paragraphs_of(text))
    known = Published(published, "metadata") if published else None
    return Article("", text, known, blocks, lang=lang, domain=domain)

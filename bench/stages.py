"""Where the tagger's time goes: the stages by themselves, one after the other, on texts not seen before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import process_time
from typing import NamedTuple, TypeVar

from bench.texts import Texts
from timeline import languages, pipeline
from timeline.grammar.lexicon import fold
from timeline.lines import dumps, loads
from timeline.model import Domain
from timeline.record import tagged_json
from timeline.tagger import Tagger
from timeline.tagger.scanner import Scanner
from timeline.tagger.tokens import Tokenizer

T = TypeVar("T")
PARTS = 4  # of the texts: the first to warm up on, the others to measure


class Stage(NamedTuple):
    """A stage and what it takes."""

    name: str
    seconds: float


def stages(texts: Texts) -> list[Stage]:
    """Time each stage over the texts; a stage that holds the one before it is given without it."""
    language = languages.load("en")
    if language is None:
        raise LookupError("there are no rules for English")
    language = language.for_domain("news")
    tools = Scanner(language, Tokenizer(language)), Tagger(language)
    rows = [_profile(texts.lines[part::PARTS], *tools) for part in range(PARTS)][1:]
    names = ("read JSON", "scan for windows", "match rules", "resolve", "write JSON")
    return [Stage(name, sum(row[place] for row in rows)) for place, name in enumerate(names)]


def _profile(lines: Sequence[bytes], scanner: Scanner, tagger: Tagger) -> tuple[float, ...]:
    documents, reading = _time(lambda: [loads(line) for line in lines])
    given = [(document["text"], document["published"]) for document in documents]
    folded, folding = _time(lambda: [fold(text) for text, _ in given])
    _, scanning = _time(lambda: [list(scanner.windows(each)) for each in folded])
    _, tagging = _time(lambda: [tagger.tag(text, each) for (text, _), each in zip(given, folded, strict=True)])
    found, everything = _time(lambda: [pipeline.tag(text, date, Domain.NEWS, "en") for text, date in given])
    pairs = [(text, timexes) for (text, _), timexes in zip(given, found, strict=True)]
    _, writing = _time(lambda: [dumps([tagged_json(timex, text) for timex in timexes]) for text, timexes in pairs])
    return reading, folding + scanning, tagging - scanning, everything - folding - tagging, writing


def _time(work: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    result = work()
    return result, process_time() - start

"""A text and its timexes in, TimeML out: the text verbatim with TIMEX3 elements around the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

# XML 1.0 has no form for these, escaped or not; one mark for one keeps the offsets of the rest.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMES = ("type", "value", "mod", "quant", "freq")
_REJECTED = "NONE"

Tagged = dict[str, Any]


def write(article: dict[str, Any]) -> Iterator[bytes]:
    """Write an article as the store gives it; what was rejected as no time at all is no TIMEX3."""
    timexes = [timex for timex in article["timexes"] if timex["type"] != _REJECTED]
    yield timeml(article["text"], timexes, article["published"]).encode()


def timeml(text: str, timexes: Iterable[Tagged], published: str | None) -> str:
    """Write a TimeML document; the publish date stands in DCT as t0, the timexes are t1, t2 ... in order.

    A timex is as `timeline tag` answers it: start, end, type, value, and mod, quant and freq or None.
    """
    dct = ""
    if published:
        kind = "TIME" if "T" in published else "DATE"
        attributes = f'tid="t0" type="{kind}" value={_quoted(published)}'
        creation = f'{attributes} temporalFunction="false" functionInDocument="CREATION_TIME"'
        dct = f"<DCT><TIMEX3 {creation}>{_words(published)}</TIMEX3></DCT>\n"
    body = "".join(_pieces(text, timexes))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{dct}<TEXT>{body}</TEXT>\n</TimeML>\n'


def _pieces(text: str, timexes: Iterable[Tagged]) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(sorted(timexes, key=lambda timex: (timex["start"], timex["end"])), 1):
        start, end = timex["start"], timex["end"]
        if start < done:
            continue  # elements nest or follow, they cannot overlap; the first stands
        yield _words(text[done:start])
        yield f"<TIMEX3 {_attributes(number, timex)}>{_words(text[start:end])}</TIMEX3>"
        done = end
    yield _words(text[done:])


def _attributes(number: int, timex: Tagged) -> str:
    named = {"tid": f"t{number}", **{name: timex[name] for name in _NAMES}}
    return " ".join(f"{name}={_quoted(value)}" for name, value in named.items() if value)


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text), quote=False).replace("\r", "&#13;")


def _quoted(text: str) -> str:
    """Write an attribute; readers make blanks of line breaks that stand there as they are."""
    written = _words(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{written}"'

"""A text and its timexes in, TimeML out: the text verbatim with TIMEX3 elements around the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Timex

# XML 1.0 has no form for these, escaped or not; one mark for one keeps the offsets of the rest.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def timeml(text: str, timexes: Iterable[Timex], published: str | None) -> str:
    """Write a TimeML document; the publish date stands in DCT as t0, the timexes are t1, t2 ... in order."""
    dct = ""
    if published:
        kind = "TIME" if "T" in published else "DATE"
        attributes = f'tid="t0" type="{kind}" value={quoteattr(published)}'
        creation = f'{attributes} temporalFunction="false" functionInDocument="CREATION_TIME"'
        dct = f"<DCT><TIMEX3 {creation}>{_words(published)}</TIMEX3></DCT>\n"
    body = "".join(_pieces(text, timexes))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{dct}<TEXT>{body}</TEXT>\n</TimeML>\n'


def _pieces(text: str, timexes: Iterable[Timex]) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(sorted(timexes, key=lambda timex: timex.span), 1):
        start, end = timex.span
        if start < done:
            continue  # elements nest or follow, they cannot overlap; the first stands
        yield _words(text[done:start])
        yield f"<TIMEX3 {_attributes(number, timex)}>{_words(text[start:end])}</TIMEX3>"
        done = end
    yield _words(text[done:])


def _attributes(number: int, timex: Timex) -> str:
    named = {"tid": f"t{number}", "type": timex.type, "value": timex.value}
    named |= {"mod": timex.mod, "quant": timex.quant, "freq": timex.freq}  # type: ignore[dict-item]  # left out below
    return " ".join(f"{name}={quoteattr(value)}" for name, value in named.items() if value)


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;"})

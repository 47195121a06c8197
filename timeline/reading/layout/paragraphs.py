"""Text in, paragraphs out: spans without surrounding white space, hard-wrapped lines joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.model import Span

_LINE = re.compile(r"[^\n]+")
_WRAP_WIDTH = 100  # lines of a hard-wrapped text are not longer
_LEAST = 40  # nor is one shorter than this wrapped: it is a heading, a verse or a list
# Neither a sentence nor a heading ends with one of these, so what stands in the next line goes on.
_OPEN_END = re.compile(
    r"(?:,|(?<!\w)(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|into|as|than|that|which|who|when|while|because|its"
    r"|his|her|their|our|was|were|is|are|had|has|have|be|been|will|would|could|should|may|might|must|not))$"
)


class Paragraph(NamedTuple):
    """A paragraph: its span, and whether a blank line (or the start of the text) stands before it."""

    span: Span
    gap: bool


def paragraphs_of(text: str, begin: int = 0, end: int | None = None) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text between two offsets; every character that is no white space is in exactly one."""
    chunk: list[Span] = []
    make = tuple.__new__  # see Tagger.tag
    for match in _LINE.finditer(text, begin, len(text) if end is None else end):
        start, stop = match.span()
        words = match.group()
        first, last = start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
        blank = first >= last
        if chunk and (blank or text.count("\n", chunk[-1].end, start) > 1):
            yield from _joined(text, chunk)
            chunk = []
        if not blank:
            chunk.append(make(Span, (first, last)))
    if chunk:
        yield from _joined(text, chunk)


def _joined(text: str, lines: list[Span]) -> Iterator[Paragraph]:
    """Join the lines of a chunk that a hard wrap parted; a wrap shows where a line goes on in lower case."""
    if len(lines) == 1:
        yield Paragraph(lines[0], True)
        return
    widest = max(line.end - line.start for line in lines)
    wrapped = widest <= _WRAP_WIDTH and any(_goes_on(text, one, two) for one, two in pairwise(lines))
    start = lines[0].start
    gap = True
    make = tuple.__new__  # see Tagger.tag
    for index, line in enumerate(lines):
        last = index + 1 == len(lines)
        full = wrapped and line.end - line.start >= max(_LEAST, 0.6 * widest)
        if last or not (full or (wrapped and _goes_on(text, line, lines[index + 1], least=1))):
            yield make(Paragraph, (make(Span, (start, line.end)), gap))
            gap = False
            start = line.end if last else lines[index + 1].start


def _goes_on(text: str, one: Span, two: Span, least: int = _LEAST) -> bool:
    if not least <= one.end - one.start <= _WRAP_WIDTH or text[one.end - 1] in '.!?:"”)':
        return False
    return text[two.start].islower() or _OPEN_END.search(text, max(one.start, one.end - 12), one.end) is not None

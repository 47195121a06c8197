"""Text -> sentences: spans inside each block, never split inside a time ("Feb. | 10") or after an abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from timeline.grammar.syntax import Syntax
from timeline.model import DATED_BLOCKS, Block, Sentence, Span

# One class before all else: the engine then passes over what begins no stop at once, three times as fast.
_STOP: Final = re.compile(
    r"""[.!?…\n。！？](?:(?<=[.!?…])[.!?…]*+["'”’»)\]]*+(?=\s|$)|(?<=\n)[ \t]*+\n|(?<=[。！？]))"""
)
_PLAIN_MARKS: Final = (".", "\n", "?", "!")  # the most frequent first
_MARKS: Final = (*_PLAIN_MARKS, "…", "。", "！", "？")
_RUNNING: Final = ".!?…"  # several of them are one stop
_BEFORE_A_WORD: Final = "(\"“'‘"
_WORD: Final = re.compile(r"\w+")
_OPENS: Final = re.compile(r"""\s*["“”'‘(\[]*\s*(\S)""")


def sentences_of(text: str, block: Block, protected: Sequence[Span], syntax: Syntax) -> Iterator[Span]:
    """Yield the sentences of a block in order; together they hold all of it but the white space between them.

    protected  spans (in order) inside which no sentence ends
    """
    start, limit = block.span
    guard = iter(protected)
    fence = next(guard, None)
    for stop in _stops(text, start, limit):
        end = stop.end()
        while fence and fence.end <= stop.start():
            fence = next(guard, None)
        if fence and fence.start < end < fence.end:
            continue
        if not _ends(text, stop.start(), end, limit, syntax):
            continue
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, limit)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut what is too long for a sentence at white space."""
    while start < end:
        cut = end
        if end - start > _LONGEST:
            cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
            cut = cut if cut > start else start + _LONGEST
        span = _stripped(text, start, cut)
        if span.end > span.start:
            yield span
        start = cut


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end].rstrip()
    return tuple.__new__(Span, (start + len(words) - len(words.lstrip()), start + len(words)))  # see Tagger.tag


def _ends(text: str, stop: int, end: int, limit: int, syntax: Syntax) -> bool:
    following = _OPENS.match(text, end, limit)
    if following is None or text[stop].isspace():
        return True
    if following.group(1).islower():
        return False
    if text[stop] != ".":
        return True
    begin, far = stop, max(0, stop - _LONGEST_ABBREVIATION)
    while begin > far and text[begin - 1] not in _BEFORE_A_WORD and not text[begin - 1].isspace():
        begin -= 1
    word = text[begin:stop]
    before = word.lower()
    if len(before) == 1 and before.isalpha() and word.isupper():
        return before == "i"
    if before not in syntax.abbreviations:
        return True
    anew = "." in before and following.group(1).isupper() and _starts_anew(text, following.start(1), syntax)
    return anew and not _heads_line(text, begin)


_FIGURES: Final = " \t:.0123456789"
_LONGEST_CLOCK: Final = 12


def _heads_line(text: str, at: int) -> bool:
    """Say whether only figures stand before a place on its line: "11:47 p.m. Two men were arrested" is one sentence."""
    far = max(0, at - _LONGEST_CLOCK)
    while at > far and text[at - 1] in _FIGURES:
        at -= 1
    return not at or text[at - 1] == "\n"


def _starts_anew(text: str, at: int, syntax: Syntax) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word.group().lower() in syntax.sentence_openers


def sentence_at(text: str, position: int, protected: Sequence[Span], syntax: Syntax) -> Span:
    """Find the sentence around a position without splitting the text.

    Looks no farther than about _REACH to either side; where nothing ends, the stretch is cut at multiples of it, so
    that all positions in it share one answer.
    """
    near = position // _REACH * _REACH
    start, limit = max(0, near - _REACH), min(len(text), near + 2 * _REACH)
    first = _end_before(text, start, position, protected, syntax)
    last = _end_behind(text, position, limit, protected, syntax)
    span = _stripped(text, first, last)
    return span if span.end > span.start else Span(position, position)


def _end_before(text: str, start: int, position: int, protected: Sequence[Span], syntax: Syntax) -> int:
    """Find the last end of a sentence between two places, else the first of them."""
    at = position
    while (at := _last_mark(text, start, at)) >= 0:
        while text[at] in _RUNNING and at > start and text[at - 1] in _RUNNING:
            at -= 1
        stop = _STOP.match(text, at, position)
        if stop and _is_end(text, stop, len(text), protected, syntax):
            return stop.end()
    return start


def _end_behind(text: str, position: int, limit: int, protected: Sequence[Span], syntax: Syntax) -> int:
    """Find the first end of a sentence between two places, else the second of them."""
    stops = _stops(text, position, limit)
    return next((each.end() for each in stops if _is_end(text, each, len(text), protected, syntax)), limit)


# A string is searched for a mark ten times as fast as by an expression; the next only where it would be nearer.
def _last_mark(text: str, start: int, end: int) -> int:
    last = -1
    for mark in _MARKS:
        last = max(last, text.rfind(mark, max(start, last), end))
    return last


def _stops(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    marks = _PLAIN_MARKS if text.isascii() else _MARKS
    while (start := _first_mark(text, start, limit, marks)) < limit:
        stop = _STOP.match(text, start, limit)
        start = stop.end() if stop else start + 1
        if stop:
            yield stop


def _first_mark(text: str, start: int, limit: int, marks: tuple[str, ...]) -> int:
    for mark in marks:
        found = text.find(mark, start, limit)
        limit = found if found >= 0 else limit
    return limit


class SentenceFinder:
    """The sentences of a text around the places asked for; places in one sentence share one search.

    protected  spans, in order, inside which no sentence ends
    """

    def __init__(self, text: str, protected: Sequence[Span], syntax: Syntax) -> None:
        self._text, self._protected, self._syntax = text, protected, syntax
        self._last, self._near = Span(0, 0), 0

    def at(self, position: int) -> Span:
        """Give the sentence around a position."""
        last, near = self._last, position // _REACH
        glued = position > 0 and not self._text[position - 1].isspace()  # to a stop: "left.Monday" is cut there
        if last.start <= position < last.end and near == self._near and not glued:
            return last
        found = sentence_at(self._text, position, self._protected, self._syntax)
        if not glued:
            self._last, self._near = found, near
        return found


_LONGEST_ABBREVIATION: Final = 20
_REACH: Final = 600
_LONGEST: Final = 4_000  # characters: no sentence of prose is longer, and work within one may cost its square


def _is_end(text: str, stop: re.Match[str], limit: int, protected: Sequence[Span], syntax: Syntax) -> bool:
    place = bisect_right(protected, (stop.start(), stop.start())) - 1
    if place >= 0 and protected[place].start < stop.end() < protected[place].end:
        return False
    return _ends(text, stop.start(), stop.end(), limit, syntax)


def containing(spans: Sequence[Span], position: int) -> Span:
    """Give the span of an ordered list that holds a position; an empty one where none does."""
    place = bisect_right(spans, (position, position + 1_000_000_000)) - 1
    return spans[place] if place >= 0 and position < spans[place].end else Span(position, position)


def split(text: str, blocks: Sequence[Block], protected: Sequence[Span], syntax: Syntax) -> tuple[Sentence, ...]:
    """Split every block that may hold events into sentences; paragraphs are numbered by block."""
    found: list[Sentence] = []
    place = 0
    make = tuple.__new__  # see Tagger.tag
    for number, block in enumerate(blocks):
        first = place
        while place < len(protected) and protected[place].start < block.span.end:
            place += 1
        if block.kind in DATED_BLOCKS:
            spans = sentences_of(text, block, protected[first:place], syntax)
            found += [make(Sentence, (span, block.kind, number)) for span in spans]
    return tuple(found)

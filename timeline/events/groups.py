"""Sentences and timexes -> each sentence with the times in it, and which of them may tell a dated happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Final

from timeline.model import Sentence, Timex

LEADING: Final = 3  # sentences, headline and date line among them, that tell news with no date but that of publication

Group = tuple[Sentence, Sequence[Timex]]


def by_sentence(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Iterator[Group]:
    """Yield each sentence with the times in it."""
    starts = [timex.span.start for timex in timexes]
    place = 0
    for sentence in sentences:
        first = bisect_left(starts, sentence.span.start, place)
        place = bisect_left(starts, sentence.span.end, first)
        yield sentence, timexes[first:place]


def telling(groups: Sequence[Group], alone: Container[int], below: Container[int]) -> Iterator[int]:
    """Yield the places of the sentences that may tell a dated happening.

    They say a time, or stand in a paragraph behind one that does, or below one that stands alone, or lead the article.
    """
    paragraph = -1
    for place, (sentence, timexes) in enumerate(groups):
        if place in alone:
            continue
        if any(timex.interval for timex in timexes):
            paragraph = sentence.paragraph
        if timexes or sentence.paragraph == paragraph or place < LEADING or place in below:
            yield place

"""The dated happenings of an article by the stems of their words, worked out when somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from timeline.calendar import DAY, MONTH, coarsen, first_day
from timeline.events.before_noun import modified_noun, words_before
from timeline.events.dating import Dating, Rule
from timeline.events.lengths import length_of
from timeline.events.link import Link
from timeline.events.nouns import behind_noun, clause_nouns, happening_of, modified_nouns, relative_noun
from timeline.events.thread import Ground, dating_of
from timeline.grammar.language import Language
from timeline.model import Clause, Timex

_SHARED: Final = frozenset({Rule.BESIDE, Rule.AROUND, Rule.APART})
_MOST: Final = 300  # times that are looked over for a narrower one, so that endless lists of them stay cheap
_SMALL: Final = 4  # characters of a genitive, which a space may part from its word
_ALWAYS: Final = 1_000_000_000  # a place behind every sentence


class Page(NamedTuple):
    """A sentence to remember: its place, its clauses with their dates, and the times it states."""

    place: int
    clauses: Sequence[Clause]
    timexes: Sequence[Timex]
    links: Sequence[Link]
    dating: Callable[[int], Dating]


class Memory:
    """Finds the date of a happening by the stem of a word that names it: the first that was told by that word.

    A noun that names again what another word told, as "the accident", is of what was told last.
    Pages are added in the order of the text and read only when a stem is asked for.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._pages: list[Page] = []
        self._read = 0
        self._known: dict[str, tuple[int, Dating]] = {}
        self._days: list[Timex] | None = None  # looked out when somebody asks
        self._general: dict[str, list[tuple[int, Dating]]] = {}

    def add(self, page: Page) -> None:
        """Remember a sentence."""
        self._pages.append(page)

    def forget(self) -> None:
        """Let go of the sentences, which know this memory: a ring that would stay until Python looks for such."""
        self._pages.clear()
        self._read = 0

    def find(self, stem: str, before: int = _ALWAYS) -> Dating | None:
        """Give the date of a happening that a sentence before a place told."""
        while self._read < len(self._pages) and self._pages[self._read].place < before:
            page = self._pages[self._read]
            self._read += 1  # first, for a page may ask in its turn for what stands before it
            for word, dating in _told_of(self._ground, page):
                self._known.setdefault(word, (page.place, dating))
                for general in self._ground.language.happenings.general.get(word, ()):
                    self._again(general, page.place, dating)
        first = (self._known[stem],) if stem in self._known else ()
        told = (*first, *reversed(self._general.get(stem, ())))
        return next((dating for place, dating in told if place < before), None)

    def narrower(self, stem: str, wide: Dating) -> Dating | None:
        """Give the narrower time, inside a wide one, that a noun with a time of its own tells of the same happening.

        "He was abducted in March 1996. ... He died weeks after his capture on 26 March"
        """
        stems = (stem, *self._ground.language.happenings.general.get(stem, ()))
        if self._days is None:
            every = (timex for page in self._pages for timex in page.timexes)
            self._days = [t for t in islice(every, _MOST) if t.period and t.period.granularity <= DAY]
        for timex in self._days:
            dating = Dating((timex,), timex.period, timex.interval, Rule.SAME)
            if is_narrower(dating, wide) and _noun_of(self._ground, timex) in stems:
                return dating
        return None

    def _again(self, general: str, place: int, dating: Dating) -> None:
        """Remember what a sentence told first of what a general noun may name."""
        day, period = self._ground.published, dating.period
        if day is not None and period is not None and first_day(period) > first_day(day):
            return  # "the match" is the one that was played
        told = self._general.setdefault(general, [])
        if not told or told[-1][0] != place:
            told.append((place, dating))


def _told_of(ground: Ground, page: Page) -> Iterator[tuple[str, Dating]]:
    """Yield the stems of the words that a sentence dates: verbs, nouns with a time of their own, the clauses' nouns.

    Narrow times go before wide ones.
    """
    folded, language = ground.folded, ground.language
    for link in page.links:
        if link.interval:
            yield from _stems(folded, page.clauses[link.clause], link, language)
    nouns = [(noun, t) for noun, t in modified_nouns(folded, page.timexes, language) if t.period is not None]
    for noun, timex in sorted(nouns, key=lambda pair: pair[1].period is None or pair[1].period.granularity > MONTH):
        yield noun, Dating((timex,), timex.period, timex.interval, Rule.STATED)
    for link in page.links:
        clause = page.clauses[link.clause]
        if link.interval and not link.head and not clause.reports:
            yield from ((stem, dating_of(link)) for stem in clause_nouns(folded, clause, language))
    steps = any(map(length_of, page.timexes))
    for number, clause in enumerate(page.clauses if page.links or steps else ()):
        if clause.verb and page.dating(number).rule in _SHARED:
            yield language.happenings.stem(clause.verb.of(folded)), page.dating(number)
            if page.dating(number).rule is Rule.APART:
                yield from ((stem, page.dating(number)) for stem in clause_nouns(folded, clause, language))


def _noun_of(ground: Ground, timex: Timex) -> str:
    """Give the stem of the known happening that a time is of: "his capture on 26 March", "the May 2 arrest"."""
    folded, language = ground.folded, ground.language
    before = modified_noun(folded, timex, language)
    noun = happening_of(folded, before, language) if before else behind_noun(folded, timex, language)
    if noun is None:
        return ""
    known = words_before(folded, min(noun.start, timex.span.start))[1]
    genitive = bool(before) and folded[timex.span.end : timex.span.end + _SMALL].lstrip(" ").startswith(
        language.syntax.genitive or "\0"
    )
    return language.happenings.stem(noun.of(folded)) if genitive or language.happenings.points_back(known) else ""


def is_narrower(one: Dating, wide: Dating) -> bool:
    """Say whether one date lies inside another and is narrower."""
    if one.period is None or wide.period is None or one.period.granularity >= wide.period.granularity:
        return False
    return coarsen(one.period, wide.period.granularity) == wide.period


def _stems(folded: str, clause: Clause, link: Link, language: Language) -> Iterator[tuple[str, Dating]]:
    dating, head = dating_of(link), link.head or clause.verb
    if head:
        yield language.happenings.stem(head.of(folded)), dating
    noun = relative_noun(folded, clause, language)
    if noun:
        yield noun, dating

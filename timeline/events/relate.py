"""Sentences in order -> a date for each clause that states none: what it leans on, and why.

One fold over the sentences. What a clause states itself comes from `link`; the rest is carried: from a happening it
leans on, from the clause it hangs on, from the date the story stands at, from the publish date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from timeline.calendar import DAY
from timeline.events.beside import goes_on, time_before
from timeline.events.carry import Scene, carried, headed
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.hanging import time_of_noun
from timeline.events.lean import apart_from_clause, apart_from_last, leaned, opening_side
from timeline.events.lengths import length_of, length_of_noun, length_since, stepped_back
from timeline.events.link import Link, links_of
from timeline.events.memory import Memory, Page
from timeline.events.neighbour import is_day
from timeline.events.owned import is_done_with, is_what_acts
from timeline.events.set_for import lies_ahead
from timeline.events.shape import first_word, has_auxiliary, is_hanging_gerund, is_past_perfect
from timeline.events.soon import is_beyond_soon, is_soon
from timeline.events.standing import published_day, story_date
from timeline.events.thread import Ground, Thread, dating_of, is_recent, moved
from timeline.grammar.happenings import Side
from timeline.model import Clause, Sentence, Tense, Timex

_FEW: Final = 12  # clauses of a sentence that are looked back over, so that endless ones stay cheap


class Told(NamedTuple):
    """A scene with a date for each clause; `links` are the times it states itself.

    dating  place of a clause -> its date
    before  what the article has told up to the sentence
    memory  the dated happenings of the whole article
    """

    place: int
    sentence: Sentence
    clauses: Sequence[Clause]
    timexes: Sequence[Timex]
    heading: Dating | None
    links: tuple[Link, ...]
    dating: Callable[[int], Dating]
    before: Thread
    memory: Memory


def told(ground: Ground, scenes: Iterable[Scene]) -> Iterator[Told]:
    """Date the clauses of sentences, in order; sentences that say no time may be left out, which moves nothing."""
    thread, memory = Thread(), Memory(ground)
    make = tuple.__new__  # see Tagger.tag
    for scene in scenes:
        links = tuple(links_of(ground.folded, scene.clauses, scene.timexes, ground.language)) if scene.timexes else ()
        after = moved(ground, thread, scene.place, scene.sentence.kind, scene.clauses, links)
        dating = Datings(ground, thread, memory, scene, links, after.lead)
        if scene.timexes:
            memory.add(make(Page, (scene.place, scene.clauses, scene.timexes, links, dating)))
        yield make(Told, (*scene, links, dating, thread, memory))
        thread = after._replace(place=scene.place) if _stays(thread, after, scene, dating) else after


def _stays(thread: Thread, after: Thread, scene: Scene, dating: Callable[[int], Dating]) -> bool:
    """Say whether a sentence without a time of its own stays with what the one before told of long ago."""
    last = thread.last
    if last is None or after.last is not last or scene.place - thread.place != 1 or not scene.clauses:
        return False
    first = dating(0)
    return first.rule in (Rule.STORY, Rule.SAME) and first.timexes == last.timexes


class Datings:
    """The dates of the clauses of a sentence, each worked out when somebody asks.

    lead  the day of the news, which the sentence itself may be the first to tell: "opened fire Friday, police said"
    """

    def __init__(
        self, ground: Ground, thread: Thread, memory: Memory, scene: Scene, links: Sequence[Link], lead: Dating | None
    ) -> None:
        self._ground, self._memory, self._scene = ground, memory, scene
        self._followed = thread if thread.lead is lead else thread._replace(lead=lead)
        self._stated = {
            link.clause: dating_of(link)
            for link in links
            if link.head is None and link.interval and not link.again and not lies_ahead(ground, scene, link)
        }
        self._acting = {link.clause: link for link in links if link.head and link.interval}
        self._open = {link.clause for link in links if link.head is None and not link.interval}
        self._known = dict(self._stated)
        self._leans = ground.language.happenings.leans(ground.folded, scene.sentence.span)

    def __call__(self, number: int) -> Dating:
        """Give the date of a clause by its place in the sentence."""
        found = self._known.get(number)
        if found is None:
            found = (
                self._behind_time(number)
                or self._explaining(number)
                or self._explained(number)
                or self._hanging(number)
                or self._acted(number)
                or self._inside(number)
                or self._soon(number)
                or self._beyond(number)
                or self._gone_on(number)
                or self._set_beside(number)
                or self._apart(number)
            )
            found = found or (OPEN if number in self._open else self._carried(number))
            self._known[number] = found
        return found

    def _behind_time(self, number: int) -> Dating | None:
        """Date what explains a time, though that time may date nothing itself: "the worst since 1966, when ..."."""
        scene, language = self._scene, self._ground.language
        if not number or not scene.timexes:
            return None
        timex = time_before(self._ground.folded, scene.clauses[number], scene.timexes, language)
        return Dating((timex,), timex.period, timex.interval, Rule.BESIDE) if timex else None

    def _explaining(self, number: int) -> Dating | None:
        """Share the date that was carried to the clause it explains: "It ended when the city raised wages"."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        clause = clauses[number]
        if not number or clause.tense is not Tense.PAST or clauses[number - 1].tense is not Tense.PAST:
            return None
        first = first_word(folded, clause)
        near = first in language.happenings.leaning
        if not (near or first in language.happenings.explaining) or clauses[number - 1].reports:
            return None
        before = self(number - 1)
        wide = before.period is not None and before.period.granularity > DAY
        return before if before.rule is Rule.STORY and (wide or not near) else None

    def _explained(self, number: int) -> Dating | None:
        """Share the date of the clause behind that says when: "The sides drew when they last met on 14 September"."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        stated = self._stated.get(number + 1)
        if stated is None or clauses[number].tense is not Tense.PAST or clauses[number].reports:
            return None
        if clauses[number + 1].tense is not Tense.PAST or is_past_perfect(folded, clauses[number], language):
            return None
        when = first_word(folded, clauses[number + 1]) in language.happenings.explaining
        return at_its_time(stated)._replace(rule=Rule.BESIDE) if when else None

    def _hanging(self, number: int) -> Dating | None:
        """Share the date of the clause that a bare participle hangs on: "he dismissed the claims, saying that ..."."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        if not number or not is_hanging_gerund(folded, clauses[number], language):
            return None
        mains = (
            place for place in range(number - 1, -1, -1) if not clauses[place].relative and not clauses[place].quoted
        )
        dating = self(next(mains, number - 1))
        return at_its_time(dating)._replace(rule=Rule.BESIDE) if dating.rule is Rule.STATED else dating

    def _acted(self, number: int) -> Dating | None:
        """Share the date of the happening that does what the clause tells: "The 1998 bombing killed ten people"."""
        link, clause = self._acting.get(number), self._scene.clauses[number]
        folded, language = self._ground.folded, self._ground.language
        if link is None or link.head is None or is_past_perfect(folded, clause, language):
            return None
        if is_what_acts(folded, clause, link.timexes[0], link.head, language):
            return dating_of(link)._replace(rule=Rule.BESIDE)
        recent = is_recent(self._ground, link.period)
        together = recent and is_done_with(folded, clause, link.timexes[0], link.head, language)
        return at_its_time(dating_of(link))._replace(rule=Rule.AROUND) if together else None

    def _inside(self, number: int) -> Dating | None:
        """Share the time of the happening in which the clause took place: "the May 2003 raid in which ten died"."""
        scene = self._scene
        if not number or not scene.timexes or not scene.clauses[number].relative:
            return None
        timex = time_of_noun(self._ground.folded, scene.clauses[number], scene.timexes, self._ground.language)
        return Dating((timex,), timex.period, timex.interval, Rule.BESIDE) if timex else None

    def _gone_on(self, number: int) -> Dating | None:
        """Share the date of the clause that this one goes on with, or of the one that goes on with it."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        if self._looks_back(number):
            return None  # "met him on Monday and had told nobody"
        if goes_on(folded, clauses, number, language):
            if self._leans and (leaning := self._leaned(number)) and leaning.rule is Rule.APART:
                return leaning  # "merged in 2000 and was renamed two years after the merger"
            before = self(number - 1)
            if before.rule is Rule.BEFORE and has_auxiliary(folded, clauses[number], language):
                return None  # "had done nothing wrong but did not want to go on"
            return at_its_time(before)._replace(rule=Rule.BESIDE) if before.rule is Rule.STATED else before
        after = self._stated.get(number + 1)
        if not after or not goes_on(folded, clauses, number + 1, language):
            return None
        hangs = opening_side(folded, clauses[number], language) is not None  # "since it blew up and sank on 20 April"
        dated = hangs and is_day(after)
        if not dated and not is_recent(self._ground, after.period):
            return None
        apart = self._leans and self._leaned(number)  # "closed after the fire but reopened on Wednesday"
        return None if apart else after._replace(rule=Rule.BESIDE)

    def _set_beside(self, number: int) -> Dating | None:
        """Share the day of a clause that looked back as this one does: "had asked two days before but she had left"."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        if not number or first_word(folded, clauses[number]) not in language.happenings.joining:
            return None
        if not all(is_past_perfect(folded, clause, language) for clause in clauses[number - 1 : number + 1]):
            return None
        before = self(number - 1)
        return at_its_time(before) if before.rule in (Rule.APART, Rule.STATED) else None

    def _looks_back(self, number: int) -> bool:
        """Say whether a clause tells what had happened before the day that the clause before it states."""
        clauses, folded, language = self._scene.clauses, self._ground.folded, self._ground.language
        if number - 1 not in self._stated or not is_day(self._stated[number - 1]):
            return False
        before, here = (is_past_perfect(folded, clause, language) for clause in clauses[number - 1 : number + 1])
        return here and not before

    def _soon(self, number: int) -> Dating | None:
        """Stay on the day told last where only hours lie between: "Minutes later it fell", "an hour earlier"."""
        scene, folded, language = self._scene, self._ground.folded, self._ground.language
        if not any(is_soon(folded, scene.clauses[number], timex, language) for timex in scene.timexes):
            return None
        before = self._stated.get(number - 1) if number and not scene.clauses[number - 1].relative else None
        near = scene.place - self._followed.place <= 1
        base = before or (self._followed.last if near else story_date(self._ground, self._followed))
        return at_its_time(base)._replace(rule=Rule.AROUND) if base else None

    def _beyond(self, number: int) -> Dating | None:
        """Leave open what lies so many hours off that nothing tells its day: "ended 36 hours later"."""
        clause = self._scene.clauses[number]
        return OPEN if any(is_beyond_soon(clause, timex) for timex in self._scene.timexes) else None

    def _apart(self, number: int) -> Dating | None:
        """Step from the day the story stands at: "the test came six days after they deployed rockets"."""
        scene, folded, language = self._scene, self._ground.folded, self._ground.language
        if not self._leans:
            return None
        since = number and length_since(folded, scene.clauses, number, scene.timexes, language)
        if since:
            return stepped_back(*since, Side.AFTER, published_day(self._ground, Rule.NOW))
        behind = number and length_of_noun(folded, scene.clauses, number, scene.timexes, language)
        if behind:
            return stepped_back(*behind, self(number - 1))
        apart = apart_from_last(folded, scene.clauses[number], scene.timexes, self._followed.last, language)
        if apart or not number or number - 1 in self._stated or not any(map(length_of, scene.timexes)):
            return apart
        base = self(number - 1)
        if base.period is None or base.rule not in (Rule.STORY, Rule.LEAD, Rule.SAME, Rule.NOW):
            return None
        return apart_from_clause(folded, scene.clauses, number, scene.timexes, base, language)

    def _carried(self, number: int) -> Dating:
        known = partial(self._memory.find, before=self._scene.place)
        leaning = self._leaned(number) if self._leans else None
        dating = leaning or headed(self._ground, self._scene, number, self._stated)
        return dating or carried(self._ground, self._followed, known, self._scene, number, self._stated)

    def _leaned(self, number: int) -> Dating | None:
        scene, known = self._scene, partial(self._known_by, number)
        language, folded = self._ground.language, self._ground.folded
        return leaned(folded, scene.clauses, number, scene.timexes, known, self._stated, language)

    def _known_by(self, number: int, stem: str) -> Dating | None:
        """Find a happening that a clause before this one told, in its sentence or an earlier one."""
        folded, happenings = self._ground.folded, self._ground.language.happenings
        for place in range(number - 1, max(-1, number - 1 - _FEW), -1):
            verb = self._scene.clauses[place].verb
            if place in self._stated and verb and happenings.stem(verb.of(folded)) == stem:
                return self._stated[place]
        return self._memory.find(stem, before=self._scene.place)

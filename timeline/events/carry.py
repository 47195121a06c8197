"""A clause that states no time and leans on nothing -> the date carried to it: from beside it, the story, the news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from timeline.calendar import first_day
from timeline.events.beside import joins_subject
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.hanging import done_by, done_in, left_behind, told_of_noun, what_acted, what_occurred
from timeline.events.heading import heading_of
from timeline.events.lean import Known, told_before
from timeline.events.neighbour import beside, told_in_sentence
from timeline.events.onward import goes_back, plan_goes_on, runs_on, stays_in_paragraph
from timeline.events.shape import is_able, is_past_perfect, opening_words
from timeline.events.standing import flashback, is_before, published_day, story_date
from timeline.events.thread import Ground, Thread, is_recent
from timeline.model import Clause, Domain, Sentence, Tense, Timex

_NOW, _ONCE = "PRESENT_REF", "PAST_REF"
_CLOSE: Final = 20  # characters of a verb group before its head


class Scene(NamedTuple):
    """A sentence by its place in the article, with its clauses, the times in it, and the date that heads it."""

    place: int
    sentence: Sentence
    clauses: Sequence[Clause]
    timexes: Sequence[Timex]
    heading: Dating | None = None


def carried(
    ground: Ground, thread: Thread, known: Known, scene: Scene, number: int, stated: Mapping[int, Dating]
) -> Dating:
    """Give the date carried to a clause of a sentence."""
    clauses = scene.clauses
    clause = clauses[number]
    again = _told_again(ground, clause, known)
    if again is not None:
        return again
    if clause.tense is Tense.FUTURE:
        return _ahead(ground, thread, scene, number, stated)
    if clause.tense is Tense.PRESENT or (clause.tense is Tense.PERFECT and _is_now(scene, clause)):
        return published_day(ground, Rule.NOW)
    near = beside(ground, clauses, number, stated) or told_in_sentence(ground, clauses, number, stated)
    if near is not None or _is_of_no_day(scene, clause):
        return near or OPEN
    if ground.domain is Domain.NEWS and clause.tense is Tense.PAST and _is_background(ground, known, scene, clause):
        return OPEN
    looks_back = is_past_perfect(ground.folded, clause, ground.language) or _is_some_time(ground, clauses, number)
    if looks_back:
        return flashback(ground, thread, scene.place, clause, stated)
    reported = ground.domain is Domain.NEWS or _is_since(ground, clause)
    if clause.tense is Tense.PERFECT and reported and not clause.quoted:
        return published_day(ground, Rule.NEWS)  # it tells no day of a story: "the minister has ordered an inquiry"
    stays = goes_back(ground, thread, known, scene.place, clause) or runs_on(ground, thread.last, clause)
    stays = stays or stays_in_paragraph(ground, thread, scene.place, clause)
    if stays and thread.last:
        return at_its_time(thread.last)._replace(rule=Rule.STORY)
    now = _now(ground, thread, clause)
    said = _told_last(ground, thread, clauses, number, stated) if _is_said(ground, clause) else None
    if said and _is_day_before(now, said):
        return at_its_time(said)._replace(rule=Rule.SPOKEN)
    return now


def headed(ground: Ground, scene: Scene, number: int, stated: Mapping[int, Dating]) -> Dating | None:
    """Give the date that heads a clause; what had been before is not of that day."""
    heading = heading_of(ground, scene.heading, scene.clauses[number])
    if heading is None or is_past_perfect(ground.folded, scene.clauses[number], ground.language):
        return None
    return beside(ground, scene.clauses, number, stated) or heading


def _told_again(ground: Ground, clause: Clause, known: Known) -> Dating | None:
    """Find the date of a known happening that a clause tells again, or that it is a part of."""
    folded, language = ground.folded, ground.language
    again = (
        told_before(folded, clause, known, language)
        or told_of_noun(folded, clause, known, language)
        or what_occurred(folded, clause, known, language)
    )
    found = again or what_acted(folded, clause, known, language) or done_in(folded, clause, known, language)
    found = found or left_behind(folded, clause, known, language)
    if found is None and clause.verb and clause.tense is Tense.PAST and not clause.reports:
        found = done_by(folded, clause.verb.end, known, language)
    if found is None or _is_to_come(ground, found):
        return None
    return at_its_time(found)._replace(rule=Rule.SAME if again else Rule.LEANS)


def _ahead(ground: Ground, thread: Thread, scene: Scene, number: int, stated: Mapping[int, Dating]) -> Dating:
    """Date what lies ahead: with the plan that it goes on with, else not at all; what can be done now is so today."""
    if is_able(ground.folded, scene.clauses[number], ground.language):
        return published_day(ground, Rule.NOW)
    if _goes_with_plan(ground, scene.clauses, number, stated):
        return at_its_time(stated[number - 1])._replace(rule=Rule.BESIDE)
    plan = plan_goes_on(ground, thread, scene.place, scene.clauses[number])
    return at_its_time(plan)._replace(rule=Rule.STORY) if plan else Dating((), None, None, Rule.AHEAD)


def _told_last(
    ground: Ground, thread: Thread, clauses: Sequence[Clause], number: int, stated: Mapping[int, Dating]
) -> Dating | None:
    """Give the last day of the news that is told by now: no saying is of an earlier day than what it tells."""
    said = thread.said or thread.latest
    for place, dating in stated.items():
        if clauses[place].governor != number or clauses[place].tense is not Tense.PAST:
            continue
        if is_recent(ground, dating.period) and (said is None or is_before(said, dating)):
            said = dating
    return said


def _goes_with_plan(ground: Ground, clauses: Sequence[Clause], number: int, stated: Mapping[int, Dating]) -> bool:
    """Say whether what lies ahead is told together with what has a day: "will close in March and cut 40 jobs"."""
    if not number or number - 1 not in stated or clauses[number - 1].tense is not Tense.FUTURE:
        return False
    return joins_subject(ground.folded, clauses, number, ground.language)


def _is_some_time(ground: Ground, clauses: Sequence[Clause], number: int) -> bool:
    """Say whether a clause tells, or goes with, a time that is not told: "When he first showed it, he praised it"."""
    happenings, folded = ground.language.happenings, ground.folded
    first = clauses[max(0, number - 1)].span.start
    if all(folded.find(word, first, clauses[number].span.end) < 0 for word in happenings.explaining):
        return False
    for place in range(number, max(-1, number - 2), -1):
        words = opening_words(folded, clauses[place])
        if words and words[0] in happenings.explaining and clauses[place].tense is Tense.PAST:
            return not happenings.superlatives.isdisjoint(words) and (place == number or not place)
    return False


def _is_day_before(one: Dating, other: Dating) -> bool:
    """Say whether a date is of an earlier day than another: "Monday night" than "Tuesday"."""
    if one.period is None or other.period is None:
        return is_before(one, other)
    return first_day(one.period) < first_day(other.period)


def _now(ground: Ground, thread: Thread, clause: Clause) -> Dating:
    """Give the date the story stands at; what is said of a history is said today."""
    if thread.left_news and thread.lead and not _is_said(ground, clause):
        return at_its_time(thread.lead)._replace(rule=Rule.LEAD)
    history = thread.past > 0 and _is_said(ground, clause)
    return story_date(ground, thread._replace(past=0) if history else thread)


def _is_to_come(ground: Ground, dating: Dating) -> bool:
    """Say whether a date lies behind the publish date, so that nothing told in the past has it."""
    day = ground.published
    return day is not None and dating.period is not None and first_day(dating.period) > first_day(day)


def _is_said(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause tells that something was said, or denied, which is saying too."""
    denied = clause.verb is not None and "deny" in ground.language.verbs.tags(clause.verb.of(ground.folded))
    return clause.reports or (denied and clause.tense is Tense.PAST)


def _is_background(ground: Ground, known: Known, scene: Scene, clause: Clause) -> bool:
    """Say whether a clause tells of a life, at a time that nothing names: "was born in Leeds", "At 16 she left"."""
    return _is_origin(ground, known, scene, clause) or _is_of_age(ground, scene, clause)


def _is_origin(ground: Ground, known: Known, scene: Scene, clause: Clause) -> bool:
    """Say whether a clause tells how its subject came to be, which is background to the news: "was born in Leeds"."""
    folded, happenings = ground.folded, ground.language.happenings
    if clause.verb is None or "origin" not in ground.language.verbs.tags(clause.verb.of(folded)):
        return False
    told = known(happenings.stem(clause.verb.of(folded)))
    if told is not None and is_recent(ground, told.period):
        return False
    return not _is_new(ground, scene.sentence.span.start, opening_words(folded, clause))


def _is_of_age(ground: Ground, scene: Scene, clause: Clause) -> bool:
    """Say whether a clause opens with the age at which somebody did what it tells: "At 16 she left school"."""
    words, syntax = opening_words(ground.folded, clause), ground.language.syntax
    if len(words) < _OF_AGE or words[0] not in syntax.time_prepositions:
        return False
    age = words[1].isdigit() and len(words[1]) < _OF_AGE and words[2] in syntax.third_persons
    return age and all(t.span.end <= clause.span.start or t.span.start >= clause.span.end for t in scene.timexes)


_OF_AGE: Final = 3  # words of an age and a subject; digits that are too many for one


def _is_new(ground: Ground, start: int, subject: Sequence[str]) -> bool:
    """Say whether the coming to be is the news: of one not told of, or behind a birth: "gave birth. The girl was"."""
    folded, happenings = ground.folded, ground.language.happenings
    if not happenings.indefinite.isdisjoint(subject):
        return True
    if any(word in happenings.offspring and folded.find(word, 0, start) < 0 for word in subject):
        return True
    end = len(folded[:start].rstrip()) - 1
    first = 1 + max(folded.rfind(stop, 0, max(0, end)) for stop in _STOPS)
    return any(word in happenings.births for word in folded[first:end].split())


_STOPS: Final = (".", "!", "?", "\n")


def _is_of_no_day(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause says itself that it was at some time of the past: "have in the past blocked it"."""
    if clause.tense is not Tense.PAST:
        return False
    return any(t.value == _ONCE and clause.span.start <= t.span.start < clause.span.end for t in scene.timexes)


def _is_now(scene: Scene, clause: Clause) -> bool:
    """Say whether a word inside the verb group says that it is so now: "has now been closed"."""
    end = clause.verb.start if clause.verb else 0
    return any(t.value == _NOW and end - _CLOSE <= t.span.start < end for t in scene.timexes)


def _is_since(ground: Ground, clause: Clause) -> bool:
    """Say whether "since" stands inside the verb group: "he has since written ten books"."""
    near = ground.folded[max(clause.span.start, clause.verb.start - _CLOSE) : clause.verb.start] if clause.verb else ""
    return not ground.language.syntax.open_end.isdisjoint(near.split()[-2:])

"""The date told last and a clause of a later sentence -> whether the text still tells of that day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.calendar import DAY, HALF, QUARTER, first_day
from timeline.events.before_noun import words_before
from timeline.events.dating import Dating
from timeline.events.lean import Known
from timeline.events.nouns import is_told_anew
from timeline.events.shape import first_word, is_of_that_time, opening_words
from timeline.events.thread import Ground, Thread, is_recent
from timeline.grammar.happenings import Happenings
from timeline.meaning import Shift
from timeline.model import Clause, Domain, Span, Tense

_LINE: Final = "\n"
_CLOSING: Final = " .,;:!"
_ENDS: Final = (".", "!", "?", _LINE, '"', "”", "''")  # of the sentence before
_FAR: Final = 2_000  # characters that a paragraph may have
_REACH: Final = 12  # characters before a time in which its preposition stands


def runs_on(ground: Ground, last: Dating | None, clause: Clause) -> bool:
    """Say whether a paragraph goes on with the time that opened a sentence.

    "On Tuesday they marched. Police stopped them", "In 2005 it bought a rival. It sold its mills": a time that stands
    first holds for what follows; one of long ago, in a report, only for what the same one did or what is told as later,
    for anything else may be the news again.
    """
    if last is None or not last.timexes or clause.tense is not Tense.PAST:
        return False
    new = first_word(ground.folded, clause) in ground.language.happenings.indefinite
    if not is_recent(ground, last.period) and (new or _only_compared(last) or not _goes_on(ground, clause)):
        return False
    if clause.quoted or clause.reports or clause.saying or _doubts(ground, clause):
        return False
    if clause.span.start - last.timexes[-1].span.end > _FAR:
        return False
    return is_near(ground, last, clause) and _opens_sentence(ground, last.timexes[0].span.start)


def _goes_on(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause of a report clearly stays with a time of long ago: "it fired the staff", "then, pilots"."""
    words, syntax, happenings = opening_words(ground.folded, clause), ground.language.syntax, ground.language.happenings
    if ground.domain is not Domain.NEWS or not words:
        return True
    later = happenings.stepping | happenings.onward
    return words[0] in syntax.subjects - syntax.determiners or not later.isdisjoint(words)


def _only_compared(last: Dating) -> bool:
    """Say whether a report only looks at a time to compare: "A year earlier it earned 2 million. Sales rose ..."."""
    meaning, period = last.timexes[0].mention.meaning, last.period
    back = isinstance(meaning, Shift) and meaning.count < 0
    return back or (period is not None and period.granularity in (QUARTER, HALF))


def _doubts(ground: Ground, clause: Clause) -> bool:
    tags = ground.language.verbs.tags(clause.verb.of(ground.folded)) if clause.verb else frozenset[str]()
    return not tags.isdisjoint(_DOUBTING)


_DOUBTING: Final = frozenset({"deny", "allege"})  # what is said so is news


def _opens_sentence(ground: Ground, position: int) -> bool:
    """Say whether a time stands first in its sentence, behind its preposition at most."""
    before = ground.folded[max(0, position - _REACH) : position].rstrip(" ")
    preposition = before[before.rfind(" ") + 1 :].rpartition(_LINE)[2]
    if preposition in ground.language.syntax.time_prepositions:
        before = before.removesuffix(preposition).rstrip(" ")
    return not before or before.endswith(_ENDS)


def plan_goes_on(ground: Ground, thread: Thread, place: int, clause: Clause) -> Dating | None:
    """Find the day of the plan that a clause goes on with: "The queen arrives on Monday. She will meet ..."."""
    if thread.plan is None or place - thread.plan_place != 1 or clause.governor is not None:
        return None
    if clause.quoted or clause.relative or not _is_sure(ground, clause):
        return None
    words, syntax, happenings = opening_words(ground.folded, clause), ground.language.syntax, ground.language.happenings
    same = bool(words) and words[0] in syntax.subjects - syntax.determiners
    return thread.plan if same or not happenings.onward.isdisjoint(words) else None


def stays_in_paragraph(ground: Ground, thread: Thread, place: int, clause: Clause) -> bool:
    """Say whether a paragraph that opened with a day of the news stays with it: "It sank on Monday. All got out"."""
    last = thread.last
    if (
        last is None
        or not last.timexes
        or not is_recent(ground, last.period)
        or place - thread.place != 1
        or clause.tense is not Tense.PAST
    ):
        return False
    if clause.quoted or clause.reports or clause.saying is not None or _doubts(ground, clause):
        return False
    if not is_near(ground, last, clause) or _only_compared(last):
        return False
    return _opens_paragraph(ground, last.timexes[0].span.start)


def _opens_paragraph(ground: Ground, position: int) -> bool:
    """Say whether a time stands in the first sentence of its paragraph."""
    folded, start = ground.folded, ground.folded.rfind(_LINE, max(0, position - _FAR), position) + 1
    stop = folded.find(_STOP, start, position)
    while start and stop >= 0:
        word = folded[max(start, folded.rfind(" ", start, stop) + 1) : stop]
        if len(word) > 1 and word not in ground.language.syntax.abbreviations:
            return False
        stop = folded.find(_STOP, stop + 1, position)
    return start > 0


_STOP: Final = ". "


def _is_sure(ground: Ground, clause: Clause) -> bool:
    """Say whether what lies ahead is told as sure: "will meet", "is to meet"; not "would meet"."""
    words = ground.folded[clause.span.start : clause.verb.start].split() if clause.verb else []
    return any(not ground.language.verbs.tags(word).isdisjoint(_SURE) for word in words)


_SURE: Final = frozenset({"future", "be_present"})


def is_near(ground: Ground, last: Dating, clause: Clause) -> bool:
    """Say whether a clause stands in the paragraph of the time told last."""
    return _LINE not in ground.folded[last.timexes[-1].span.end : clause.span.start]


def goes_back(ground: Ground, thread: Thread, known: Known, place: int, clause: Clause) -> bool:
    """Say whether a sentence goes on with what the one before told of long ago: its subject points back."""
    if thread.last is None or place - thread.place != 1 or clause.quoted or clause.tense is not Tense.PAST:
        return False
    if is_of_that_time(ground.folded, clause, ground.language) or _leads_on(ground, clause):
        return True
    if clause.span.of(ground.folded).rstrip(_CLOSING).rpartition(" ")[2] in ground.language.happenings.onward:
        return True  # "shops were looted then"
    if clause.saying is not None and clause.saying.start < clause.span.start:
        return False  # "his rival said she was surprised": who that is stands in the sentence
    if clause.reports and not (is_recent(ground, thread.last.period) and _is_theirs(ground, thread.last, clause)):
        return False
    syntax, happenings = ground.language.syntax, ground.language.happenings
    if _points_to_last(ground, clause):
        return True
    words = opening_words(ground.folded, clause)
    if clause.reports and ground.folded[clause.span.start] in _QUOTES:
        return False  # "I saw it," said Ann: the pronoun is in the quotation
    if not words or words[0] in syntax.subjects - syntax.determiners:
        return bool(words)
    if words[0] in happenings.demonstrative or not happenings.contrasting.isdisjoint(words):
        return True  # "two others drowned"
    return happenings.points_back(words[0]) and _names_again(ground, thread.last, known, clause, words)


def _leads_on(ground: Ground, clause: Clause) -> bool:
    """Say whether a word at the verb leads on in the story: "oil then leaked", not "has since then leaked"."""
    if clause.verb is None or clause.reports:
        return False
    before, near = words_before(ground.folded, clause.verb.start)
    syntax = ground.language.syntax
    bound = syntax.open_end | syntax.open_start | syntax.time_prepositions | ground.language.happenings.joining
    return near in ground.language.happenings.onward and before.isalpha() and before not in bound


def _is_theirs(ground: Ground, last: Dating, clause: Clause) -> bool:
    """Say whether a saying is of who was told of last: in the same paragraph, or told of by a pronoun."""
    syntax, words = ground.language.syntax, opening_words(ground.folded, clause)
    if ground.folded[clause.span.start] in _QUOTES:
        words = []  # the pronoun is in the quotation
    return is_near(ground, last, clause) or (bool(words) and words[0] in syntax.subjects - syntax.determiners)


def _names_again(ground: Ground, last: Dating, known: Known, clause: Clause, words: Sequence[str]) -> bool:
    """Say whether a subject names a happening that was just told of: "A fire broke out in May. The fire ..."."""
    happenings = ground.language.happenings
    if _is_another(words, happenings):
        return False
    nouns = [word for word in words[1:] if word in happenings.nouns]
    if nouns:
        before = ground.folded[max(0, clause.span.start - _SENTENCE) : clause.span.start].rstrip()
        before = before[max(before.rfind(_STOP), before.rfind(_LINE)) + 1 :]
        if not set(before.split()).isdisjoint(nouns):
            return True
    named = (known(happenings.stem(word)) for word in words[1:] if not _is_told_anew(ground, clause, word))
    return any(dating is not None and _is_of_day(dating, last) for dating in named)


def _is_told_anew(ground: Ground, clause: Clause, word: str) -> bool:
    """Say whether a word of the subject of a clause names another happening, by its doer or its place."""
    start = ground.folded.find(word, clause.span.start)
    return is_told_anew(ground.folded, Span(start, start + len(word)), clause, ground.language)


def _points_to_last(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause is told of a happening just named: "nobody was hurt in that crash"."""
    happenings = ground.language.happenings
    found = happenings.within.search(ground.folded, max(0, clause.span.start - 1), clause.span.end)
    if found is None or found.group(1) not in happenings.demonstrative:
        return False
    if not ground.folded[clause.span.start : found.start()].strip():
        noun, pause, _ = ground.folded[found.end() : clause.span.end].partition(",")
        if pause and len(noun.split()) == 1:
            return True  # "In that dispute, ..."
    words = ground.folded[found.end() : clause.span.end].translate(_UNMARKED).split()
    return any(word in happenings.nouns for word in words[:_NAMED])


_QUOTES: Final = frozenset('"“`')
_UNMARKED: Final = str.maketrans("", "", '.,;:!?"')
_NAMED: Final = 3  # words from "that" to the noun: "in that fatal bus crash"
_SENTENCE: Final = 300  # characters of a sentence that are looked at


def _is_another(words: Sequence[str], happenings: Happenings) -> bool:
    """Say whether a subject tells a happening anew: "the acquisition of a second firm"."""
    return any(one in happenings.belonging and other in happenings.indefinite for one, other in pairwise(words))


def _is_of_day(one: Dating, last: Dating) -> bool:
    """Say whether two dates rest on the same words, or are of one day: "Saturday" and "Saturday afternoon"."""
    if one.timexes == last.timexes:
        return True
    if one.period is None or last.period is None or max(one.period.granularity, last.period.granularity) > DAY:
        return False
    return first_day(one.period) == first_day(last.period)

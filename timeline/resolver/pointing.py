"""A word before a mention -> whether it points to the past or the future of it: "since", "until", "due", "next"."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.grammar.verbs import PUT_OFF
from timeline.model import Clause, Tense

PREPOSED: Final = 2  # how many words before a mention a preposition may stand
WORDS: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_ASIDE: Final = re.compile(r"[,(] | [-–—]+ ")
_PARTICIPLE: Final = frozenset({"participle", "past", "past_same_as_base"})


def cue_sign(
    folded: str, word: re.Match[str], tags: frozenset[str], away: tuple[int, int], clause: Clause, language: Language
) -> int:
    """Say where a word so many words before the start of a mention points; prepositions only count right before it."""
    distance, start = away
    past = clause.tense is Tense.PAST and not _apart(folded, word.start(), clause)
    if "cue_past_prepositions" in tags:
        behind = clause.verb is None or clause.verb.end <= word.start()  # "has been idle since a fire in March"
        if distance >= PREPOSED and "," in folded[word.end() : start]:
            return 0  # "been waiting since forever, it's this friday"
        return -1 if distance < PREPOSED or behind or word.start() == clause.span.start else 0
    if distance == 0 and "cue_appointing_prepositions" in tags and _appoints(folded, word.start(), clause, language):
        return 1
    if distance == 0 and _stands(folded, word, clause, language):
        return 1
    if "cue_future_prepositions" in tags:
        if distance >= PREPOSED or (distance and _ASIDE.search(folded, word.end(), start)):
            return 0  # "by then - Christmas - he was gone"
        return int(not past or _goes_on(folded, word.start(), clause, language) or _wishes(folded, clause, language))
    if "cue_past" in tags:  # "the year ended 31 March"
        return -1 if distance == 0 and "past" in tags and word.group() in language.syntax.closing else 0
    if word.group() == language.syntax.infinitive:
        return int(_is_passive(folded, word.end(), language))
    if "cue_future" not in tags and ("cue_future_unless_past" not in tags or past):
        return 0
    causes = any(folded.startswith(cause, word.start()) for cause in language.syntax.causes)
    return int(
        not causes
        and not _is_told(folded, word.end(), clause, language)
        and not long_past(folded, word.start(), language)
    )


def _apart(folded: str, place: int, clause: Clause) -> bool:
    """Say whether the last pause before a word comes after the verb: "it was epic, leftovers *until* Friday"."""
    if clause.verb is None or clause.verb.end > place:
        return False
    between = folded[clause.verb.end : place]
    pause = between.rfind(",")
    return pause >= 0 and len(between[pause:].split()) <= _FRAGMENT


_FRAGMENT: Final = 4  # words that a fragment behind a comma may have, its comma too


def _goes_on(folded: str, place: int, clause: Clause, language: Language) -> bool:
    """Say whether a bare participle before "until" tells how things stand: "road closed until Friday"."""
    verb = clause.verb
    if verb is None or folded[verb.end : place].strip() or "lasting_state" not in language.verbs.tags(verb.of(folded)):
        return False
    left = WORDS.findall(folded, max(clause.span.start, verb.start - 12), verb.start)
    return not left or language.verbs.tags(left[-1]).isdisjoint(_AUXILIARIES)


def _stands(folded: str, word: re.Match[str], clause: Clause, language: Language) -> bool:
    """Say whether a word and the one before it tell how things stand: "is *open through* Sunday"; not "has been"."""
    last = folded[clause.span.start : word.start()].split()[-1:]
    if not last or "cue_standing" not in language.verbs.tags(f"{last[0]} {word.group()}"):
        return False
    if clause.tense in (Tense.PRESENT, Tense.FUTURE):
        return True
    lasts = clause.tense is Tense.PAST and _goes_on(folded, word.start(), clause, language)
    return lasts and not long_past(folded, word.start(), language)


def _wishes(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether a participle tells what somebody wants in the present: "needs the road mended *by* June"."""
    words = WORDS.findall(folded, clause.span.start, clause.verb.start) if clause.verb else ()
    return any("wish" in tags and "past" not in tags for tags in map(language.verbs.tags, words))


_AUXILIARIES: Final = frozenset({"be_past", "have_past", "have_present"})


def _is_passive(folded: str, place: int, language: Language) -> bool:
    """Say whether a passive follows an infinitive's word: "a review to *be held* on Nov. 1"."""
    words = WORDS.findall(folded, place, place + 30)[:2]
    if len(words) < 2 or words[0] not in language.syntax.passives:
        return False
    return not language.verbs.tags(words[1]).isdisjoint(_PARTICIPLE)


def _appoints(folded: str, place: int, clause: Clause, language: Language) -> bool:
    """Say whether the verb before a preposition gives a happening its day: "moved the vote *to* Monday"."""
    verb = clause.verb
    if verb is None or verb.end > place:
        return False
    if "appoint" in language.verbs.tags(verb.of(folded)):
        return True
    last = folded[verb.end : place].split()[-1:]  # "it got moved to Sunday"
    return any({"appoint", "past"} <= language.verbs.tags(word) for word in last)


def long_past(folded: str, place: int, language: Language) -> bool:
    """Say whether what was ahead was so in the past, which tells nothing: "had been due to run out Friday"."""
    return any("have_past" in language.verbs.tags(word) for word in WORDS.findall(folded, max(0, place - 30), place))


def _is_told(folded: str, place: int, clause: Clause, language: Language) -> bool:
    """Say whether a verb behind a word that points tells the past: "the next stop was Bonn on Tuesday".

    What was called off or moved still lay ahead: "the meeting, due on Friday, was moved to Monday".
    """
    if clause.tense is not Tense.PAST or clause.verb is None or clause.verb.start < place:
        return False
    return language.verbs.tags(clause.verb.of(folded)).isdisjoint(PUT_OFF)

"""Two verb groups of a sentence -> where the clause of the first ends and that of the second begins."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Final

from timeline.clauses.words import QUOTES, TIME, VerbGroup, Words
from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.model import Tense

_PARTING, _PAUSE = ";", ","
_BREAKS: Final = frozenset({",", ";", ":", "(", ")", "–", "—", "--"}) | QUOTES
_DASHES: Final = frozenset({"–", "—", "--"})
_SUBJECT = 3  # words of a subject within a clause that hangs on a noun
_SETS, _APPOSITION = 2, 8  # how many may follow one another: "Ann Lee, 40,"; words in them, with the commas


def edge(words: Words, left: VerbGroup, right: VerbGroup, language: Language) -> int:
    """Find where the clause of `left` ends.

    At a semicolon, else the last opener, else the last break, else the subject of `right`. A word such as "since" opens
    no clause where a break parts its noun from the verb: "since the crash, he said".
    """
    syntax, leaning = language.syntax, language.happenings.leaning
    if words.texts[right.first - 1] == _PAUSE and right.first - 1 > left.last:
        return _edge_at_pause(words, left, right, language)
    opener = pause = subject = None
    for place in range(right.first - 1, left.last, -1):
        text = words.texts[place]
        if _parts(words, place, syntax):
            return words.end(place)
        if text in _BREAKS:
            pause = place if pause is None else pause
        elif opener is None and text in syntax.openers and (pause is None or text not in leaning):
            small = _is_object(words, place, left) or _counts(words, place, language)
            opener = None if small or _points(words, place, syntax) else place
        elif subject is None and text in syntax.subjects:
            subject = place
    if opener is not None:
        return words.start(_before_subjects(words, left.last, opener, language))
    if pause is not None:
        return words.end(pause)
    if (
        _is_subject(words, left, syntax)
        or _is_of_subject(words, left, right, syntax)
        or (subject is None and _is_reduced(words, left, right, syntax))
    ):
        return words.start(right.first)
    return words.start(max(right.first - 1, left.last + 1) if subject is None else subject)


def _parts(words: Words, place: int, syntax: Syntax) -> bool:
    """Say whether a mark parts two clauses for certain: "weighed the pros and cons on Monday -- a plan made by two"."""
    text = words.texts[place]
    return text == _PARTING or (text in _DASHES and words.texts[place + 1] in syntax.subjects)


def _edge_at_pause(words: Words, left: VerbGroup, right: VerbGroup, language: Language) -> int:
    """Find the edge at a comma before a verb: what stands before it opens nothing: "who served as mayor, left"."""
    opened = _opens_before_apposition(words, left, right, language)
    return words.end(right.first - 1) if opened is None else words.start(opened)


def _opens_before_apposition(words: Words, left: VerbGroup, right: VerbGroup, language: Language) -> int | None:
    """Find what opens the clause of a subject with words between commas: "a day after a rival, Melodex, left"."""
    texts, last = words.texts, right.first - 1
    breaks = [place for place in range(last, left.last, -1) if texts[place] in _BREAKS]
    for first, start in islice(pairwise([*breaks[1:], left.last]), _SETS):
        between = texts[first:last]
        if texts[first] != _PAUSE or len(between) > _APPOSITION or not language.syntax.openers.isdisjoint(between):
            return None
        found = next((place for place in range(first - 2, start, -1) if _opens(texts[place], language)), None)
        if found is not None:
            return found
    return None


def _opens(word: str, language: Language) -> bool:
    """Say whether a word opens a clause that says what, why or when."""
    happenings = language.happenings
    return word in language.syntax.complementizers or word in happenings.explaining or word in happenings.leaning


def _is_subject(words: Words, left: VerbGroup, syntax: Syntax) -> bool:
    """Say whether a group is a noun with its infinitive, and so what is told of: "its plan to close the pit was"."""
    return left.tense is Tense.FUTURE and words.texts[left.first - 1] in syntax.determiners


def _before_subjects(words: Words, last: int, opener: int, language: Language) -> int:
    """Give the opener behind a comma for one that only joins two subjects: ", and in May he and I met"."""
    joining, texts = language.happenings.joining, words.texts
    if texts[opener] in joining and texts[opener - 1] not in _BREAKS:
        for place in range(opener - 1, last + 1, -1):
            if texts[place] in _BREAKS:
                return place + 1 if texts[place] == _PAUSE and texts[place + 1] in joining else opener
    return opener


def _is_object(words: Words, place: int, left: VerbGroup) -> bool:
    """Say whether a word that could open a clause is what is done: "will do so in May", "did that"."""
    return place == left.last + 1 and not words.tags[left.last].isdisjoint(_DOING)


def _points(words: Words, place: int, syntax: Syntax) -> bool:
    """Say whether "that" stands before a noun: "those who died in that fire left"."""
    return words.texts[place] in syntax.complementizers and words.texts[place - 1] in syntax.time_prepositions


def _counts(words: Words, place: int, language: Language) -> bool:
    """Say whether a word compares a number: "who stole more than 800 was jailed"."""
    return words.texts[place + 1][:1].isdigit() and words.texts[place] in language.happenings.comparing


_DOING: Final = frozenset({"do_present", "do_past"})


def _is_of_subject(words: Words, left: VerbGroup, right: VerbGroup, syntax: Syntax) -> bool:
    """Say whether a group tells which subject the next one is told of: "a swan that blocked the road was caught".

    Not one that may have a clause for its object: "those who knew the boy had left".
    """
    opener = _hangs_from(words, left, syntax)
    if opener is None or left.reports or "say_with_that" in words.tags[left.last]:
        return False
    if words.texts[right.first - 1] in syntax.subjects - syntax.determiners:
        return False
    noun = opener - 1  # it may look like a verb: "the claim that he left"
    named = noun == 0 or words.texts[noun - 1] in syntax.determiners
    return all(tags is TIME or tags <= _NO_VERB for tags in words.tags[: noun if named else opener])


_NO_VERB: Final = frozenset({"cue_past"})  # "a former driver who stole"


def _hangs_from(words: Words, left: VerbGroup, syntax: Syntax) -> int | None:
    """Find the word by which a group hangs on a noun, a short subject between: "the claim that the firm will close"."""
    for place in range(left.first - 1, max(0, left.first - 2 - _SUBJECT), -1):
        if words.texts[place] in syntax.relatives or words.texts[place] in syntax.complementizers:
            return place
        if words.tags[place]:
            return None
    return None


def _is_reduced(words: Words, left: VerbGroup, right: VerbGroup, syntax: Syntax) -> bool:
    """Say whether a time closes words that hang on a noun: "a man arrested on Friday was released"."""
    last = right.first - 1
    if last <= left.last or words.tags[last] is not TIME:
        return False
    return not left.reports or words.texts[left.last + 1] in syntax.time_prepositions

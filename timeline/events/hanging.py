"""A clause that tells more of a known happening, or that it took place -> its date: "the crash that killed ten"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from timeline.events.before_noun import modified_noun, words_before
from timeline.events.dating import Dating
from timeline.events.lean import Known
from timeline.events.nouns import behind_noun, is_of_another, is_told_anew, stands_before_noun
from timeline.events.shape import is_past_perfect, opening_words
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Tense, Timex

_REACH: Final = 60  # characters before the clause among which the noun stands: "the sinking of the Sveta Ana, in which"
_MARKS: Final = re.compile(r"[.;:()\"]|, .*,")


def told_of_noun(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a known happening that a clause of the past tells more of."""
    if clause.tense is not Tense.PAST or clause.reports or clause.verb is None:
        return None
    words = WORD.finditer(folded, clause.span.start, clause.verb.start)
    openers = [word.start() for word in words if word.group() in language.happenings.hanging]
    if not openers or is_past_perfect(folded, clause, language):
        return None
    noun = _noun_before(folded, openers[-1], language)
    return known(language.happenings.stem(noun.of(folded))) if noun else None


def time_of_noun(folded: str, clause: Clause, timexes: Sequence[Timex], language: Language) -> Timex | None:
    """Find the time of the happening right before a clause that took place in it: "the May raid in which ten died"."""
    opener = WORD.search(folded, *clause.span)
    if opener is None or clause.tense is not Tense.PAST or is_past_perfect(folded, clause, language):
        return None
    _, near = words_before(folded, opener.start())
    if near not in language.happenings.inside or opener.group() not in language.happenings.hanging:
        return None
    end = folded.rfind(near, 0, opener.start())
    while end and folded[end - 1] in _PARTING:
        end -= 1
    for timex in timexes:
        if timex.interval is None or not end - _REACH <= timex.span.end <= end:
            continue
        if timex.span.end == end:  # "the raid in May 2003, in which"
            behind = behind_noun(folded, timex, language)
            return timex if behind and behind.of(folded) in language.happenings.nouns else None
        words = WORD.findall(folded, timex.span.end, end)
        if len(words) <= _NAMED and words[-1:] and words[-1] in language.happenings.nouns:
            noun = modified_noun(folded, timex, language)
            return timex if noun and folded[noun.start : end].translate(_LOOSE).isalpha() else None
    return None


_PARTING: Final = " ,"
_PAUSE: Final = re.compile(r"[,.;:()\n]")
_LOOSE: Final = str.maketrans("", "", " -'")


def _noun_before(folded: str, position: int, language: Language) -> Span | None:
    """Find the happening last named before a position, when it is a known one and no verb stands between."""
    happenings = language.happenings
    words = list(WORD.finditer(folded, max(0, position - _REACH), position))
    for place in range(len(words) - 1, 0, -1):
        word = words[place].group()
        if word in happenings.nouns:
            given = any(happenings.points_back(each.group()) for each in words[max(0, place - 2) : place])
            behind = {each.group() for each in words[place + 1 :]}
            parted = behind & happenings.joining or _MARKS.search(folded, words[place].end(), position)
            return Span(*words[place].span()) if given and not parted else None
        if language.verbs.tags(word):
            return None
    return None


def what_occurred(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a happening of which a clause only says that it took place: "the quake came at night"."""
    if clause.verb is None or clause.tense is not Tense.PAST:
        return None
    if "occur" not in language.verbs.tags(clause.verb.of(folded)):
        return None
    words = opening_words(folded, clause)
    if not 1 < len(words) < _SHORT or not language.happenings.points_back(words[0]):
        return None
    return known(language.happenings.stem(words[-1]))


def what_acted(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a known happening that does what a clause tells: "the storm killed two people"."""
    verb, syntax, happenings = clause.verb, language.syntax, language.happenings
    if verb is None or clause.tense is not Tense.PAST or clause.reports or verb.of(folded) in syntax.shutting:
        return None
    end = verb.start - 1
    gap = folded.rfind(" ", clause.span.start, end)
    if gap > 0 and syntax.is_adverb(folded[gap + 1 : end]):  # "the storm also killed"
        end, gap = gap, folded.rfind(" ", clause.span.start, gap)
    if gap < 0:
        return None  # one word has no determiner
    subject = folded[gap + 1 : end]
    if subject not in happenings.nouns:
        return None
    words = [word for word in opening_words(folded, clause) if not syntax.is_adverb(word)]
    if not 1 < len(words) < _SHORT or not happenings.points_back(words[0]) or words[-1] != subject:
        return None
    if words[0] in happenings.demonstrative:
        return None  # "that storm": the one told last
    return known(happenings.stem(words[-1])) if _has_object(folded, verb, clause, language) else None


def _has_object(folded: str, verb: Span, clause: Clause, language: Language) -> bool:
    """Say whether the word right behind a verb begins its object, and no place, time or clause."""
    syntax, happenings = language.syntax, language.happenings
    following = WORD.match(folded, verb.end + 1, clause.span.end)
    word = following.group() if following else syntax.infinitive
    small = syntax.openers | syntax.time_prepositions | syntax.agents | happenings.inside | happenings.outside
    return not (word in small or word in happenings.leaning or word == syntax.infinitive or syntax.is_adverb(word))


def done_by(folded: str, start: int, known: Known, language: Language) -> Dating | None:
    """Find the date of the known calamity that is named right behind what it did: "wrecked by the quake"."""
    happenings = language.happenings
    pause = _PAUSE.search(folded, start, start + _REACH)
    end = pause.start() if pause else start + _REACH
    words = list(islice(WORD.finditer(folded, start, end), _NAMED + 2))
    if len(words) < _NAMED or words[0].group() not in language.syntax.agents:
        return None
    noun = next((word for word in words[2:] if word.group() in happenings.unplanned), None)
    if noun is None or words[1].group() not in happenings.definite:
        return None
    following = WORD.match(folded, noun.end() + 1, end)
    if following and following.group() in happenings.belonging:
        return None  # "hurt by the crash of the market"
    return None if stands_before_noun(folded, noun.end(), end, language) else known(happenings.stem(noun.group()))


def left_behind(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of the death of which a clause tells who is left: "She leaves behind two sons".

    Who died is told of by a pronoun, a name told before, or who survives: not "The storm leaves behind ruin".
    """
    verb = clause.verb
    following = WORD.match(folded, verb.end + 1, clause.span.end) if verb else None
    if verb is None or following is None:
        return None
    if f"{verb.of(folded)} {following.group()}" not in language.happenings.bereaving:
        return None
    passive = "past" in language.verbs.tags(verb.of(folded))
    return known(language.happenings.death) if passive or _is_told_of(folded, clause, language) else None


def _is_told_of(folded: str, clause: Clause, language: Language) -> bool:
    """Say whether the subject of a clause is a pronoun, or a name that the text has told before."""
    words, syntax = opening_words(folded, clause), language.syntax
    if not syntax.third_persons.isdisjoint(words[-1:]):
        return True
    if not words or words[-1] in language.happenings.nouns or not syntax.determiners.isdisjoint(words):
        return False
    return re.compile(rf"\b{re.escape(words[-1])}\b").search(folded, 0, clause.span.start) is not None


def done_in(folded: str, clause: Clause, known: Known, language: Language) -> Dating | None:
    """Find the date of a known happening in which a clause took place: "nobody was hurt in the crash"."""
    verb, happenings = clause.verb, language.happenings
    if verb is None or clause.tense not in (Tense.PAST, Tense.PERFECT):
        return None
    for found in happenings.within.finditer(folded, max(0, clause.span.start - 1), clause.span.end):
        if found.group(1) in happenings.demonstrative:
            continue  # "in that crash": of what was told last
        noun = _noun_in(folded, found.end(), clause, language) or _opening_noun(folded, found, clause, language)
        if noun and is_told_anew(folded, noun, clause, language):
            continue
        held = noun is not None and not language.verbs.tags(verb.of(folded)).isdisjoint(_HELD)
        if noun and not (held and noun.of(folded) in happenings.offences):
            return known(happenings.stem(noun.of(folded)))
    return None


def _opening_noun(folded: str, within: re.Match[str], clause: Clause, language: Language) -> Span | None:
    """Find what was written or said that opens a clause and that a comma ends: "In the article, he named her"."""
    word = WORD.match(folded, within.end(), clause.span.end)
    opens = not folded[clause.span.start : max(clause.span.start, within.start())].strip()
    ends = word is not None and folded[word.end() : word.end() + 2].lstrip(" ").startswith(",")
    named = word is not None and word.group() in language.happenings.writings
    return Span(*word.span()) if word and opens and ends and named else None


def _noun_in(folded: str, start: int, clause: Clause, language: Language) -> Span | None:
    """Find the happening that a noun phrase names, when it ends there: "the fatal crash", not "the crash report"."""
    for word in islice(WORD.finditer(folded, start, clause.span.end), _NAMED):
        if word.group() in language.happenings.nouns and not is_of_another(folded, word.end(), clause, language):
            return Span(*word.span())
        if language.verbs.tags(word.group()) or folded[word.end() : word.end() + 1] == ",":
            return None
    return None


_HELD: Final = frozenset({"judge", "deny", "allege"})  # "was charged in the shooting"
_NAMED: Final = 3  # words from a determiner to its noun
_SHORT: Final = 4  # words of a subject and what stands before it: "the second quake"

"""A timex in its clause -> what it belongs to: the clause's verb, a participle or a noun of its own, or nothing."""

from __future__ import annotations

from itertools import islice
from typing import Final

from timeline.calendar import CENTURY, DAY, YEAR
from timeline.events.among import counts_among, follows_change, follows_superlative, is_compared
from timeline.events.before_noun import (
    dated_happening,
    is_name,
    joined_happening,
    modified_noun,
    parted_happening,
    words_before,
)
from timeline.events.heads import awaiting_before, awaits, gerund_leaned_on, hanging_participle
from timeline.events.owned import result_told
from timeline.events.surface import WORD, Surface, words_since_break
from timeline.grammar.language import Language
from timeline.meaning import STORY, Shift, Step
from timeline.model import Clause, Span, Tense, Timex

_DASHES: Final = frozenset("-–—")
_FIRST: Final = 3  # words into a part of a clause where its participle may stand: "who , later fired from ..."


# "no later than 5 May", "on or after 5 May": the day itself counts
BOUNDS: Final = frozenset({"ON_OR_BEFORE", "ON_OR_AFTER"})


def stands_apart(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a time dates nothing: what something is compared with, or a year that only names a thing.

    "more than in 2005", "the 2011 version of the program"
    """
    before, near = words_before(folded, timex.span.start)
    comparing = language.happenings.comparing if timex.mod not in BOUNDS else frozenset[str]()
    if near in comparing or f"{before} {near}" in comparing:
        return True
    if before in comparing and near in language.syntax.time_prepositions:
        return True
    if comparing and is_compared(folded, timex.span.start, language):
        return True
    lasts = timex.type == "DURATION" and near in language.syntax.time_prepositions
    lasts = lasts and timex.span.of(folded).partition(" ")[0] not in language.happenings.definite  # "in the past week"
    if (lasts or near in language.syntax.open_end) and follows_superlative(folded, timex.span.start, language):
        return True
    if _is_of_thing(folded, timex, before, near, language) or counts_among(folded, timex, language):
        return True
    if timex.period is not None and timex.period.granularity >= CENTURY:
        whole = folded[timex.span.start : timex.span.end].partition(" ")[0] in language.syntax.determiners
        adjective = near.isalpha() and near not in language.syntax.determiners and not whole
        return adjective or modified_noun(folded, timex, language) is not None  # "the old 11th century temple"
    if timex.period is None or timex.period.granularity != YEAR:
        return False
    if dated_happening(folded, timex, language):
        return False
    return _is_lifetime(folded, timex, near, language) or is_name(folded, timex, language)


def _is_of_thing(folded: str, timex: Timex, before: str, near: str, language: Language) -> bool:
    """Say whether a time is that of what is traded or marked, or of what an amount was before.

    "oil for April delivery", "the anniversary of D-Day", "70 flights, up from 60 on Sunday", "rose from a year earlier"
    """
    happenings = language.happenings
    if near in happenings.reporting and _follows(folded, timex) in happenings.delivered:
        return not happenings.traded.isdisjoint(words_since_break(folded, timex.span.start, _AMOUNT))
    if near in happenings.measured and _is_back(timex) and _has_moved(folded, timex, language):
        return True
    if near in happenings.belonging and before in happenings.commemorating:
        return dated_happening(folded, timex, language) is None
    return follows_change(folded, timex.span.start, language)


def _is_back(timex: Timex) -> bool:
    """Say whether a time wider than a day is reckoned back from another: "from a year earlier"; no end of a range."""
    meaning, mention = timex.mention.meaning, timex.mention
    wide = timex.period is not None and timex.period.granularity > DAY and not mention.range_start
    return wide and isinstance(meaning, Shift | Step) and meaning.count < 0


def _has_moved(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether an amount rose or fell before a time that stands alone: not "learned from last year's fire"."""
    if folded.startswith(language.syntax.genitive, timex.span.end + folded.startswith(" ", timex.span.end)):
        return False
    return not language.happenings.moving.isdisjoint(words_since_break(folded, timex.span.start, _AMOUNT))


_AMOUNT: Final = 60  # characters before "from" among which it is said: "fell by a third to 12 million dollars"


def _follows(folded: str, timex: Timex) -> str:
    word = WORD.match(folded, timex.span.end + 1)
    return word.group() if word else ""


def leans(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a time says how far from what follows a happening lies: "one day after the vote"."""
    meaning = timex.mention.meaning
    if not isinstance(meaning, Shift) or meaning.of is not STORY:
        return False
    last = folded[timex.span.start : timex.span.end].rpartition(" ")[2]
    if last not in language.happenings.leaning or not folded[timex.span.end : timex.span.end + 2].strip()[:1].isalnum():
        return False
    syntax, following = language.syntax, WORD.search(folded, timex.span.end)
    small = language.happenings.joining | syntax.time_prepositions | {syntax.infinitive}  # "told the day before to go"
    return following is not None and following.group() not in small


def _is_lifetime(folded: str, timex: Timex, near: str, language: Language) -> bool:
    """Say whether a range of years is set beside a name: "Eva Lind (1955-2011)"."""
    if not (timex.mention.range_start or timex.mention.range_end):
        return False
    dash = folded[timex.span.end : timex.span.end + 1] if timex.mention.range_start else folded[timex.span.start - 1]
    words = language.syntax.time_prepositions | language.syntax.open_end | language.happenings.definite
    if "past" in language.verbs.tags(near):
        return False  # "the king reigned 1509-1547"
    return dash in _DASHES and (not timex.mention.range_start or near not in words)


def group_of(folded: str, surface: Surface, timex: Timex, language: Language) -> Span | None:
    """Find the participle a time belongs to when it opens its own part of the clause, before the verb or behind it.

    "Eva Lind, born in Oslo on 3 May 1955, has built ...": the day belongs to "born".
    """
    happening = dated_happening(folded, timex, language)
    happening = happening or joined_happening(folded, surface.clause, timex, language)
    happening = happening or parted_happening(folded, surface.clause, timex, language)
    happening = happening or result_told(folded, surface.clause, timex, language)
    if happening is not None:
        return happening
    verb, part, start = surface.clause.verb, surface.part(timex.span.start), timex.span.start
    if verb is None:
        return None
    if start < verb.start < part.end:
        spans = timex.type == "DURATION"  # "over the past three weeks it has carried none"
        found = _infinitive(folded, part.start, start, language)
        return found or (None if spans else _in_subject(folded, surface.clause, part.start, start, language))
    if part.start <= verb.start < part.end:
        return _behind_verb(folded, verb, timex, language) if verb.end < start < part.end else None
    relative = _verb_of_relative(folded, part.start, start, language)
    if relative is not None:
        return relative
    if verb.end < part.start and _is_alone(folded, part, timex, language):
        aside = surface.part(part.start - _BEFORE)
        if hanging_participle(folded, aside.start, aside.end, 1, language):
            return _aim_before(folded, verb, surface.part(verb.start).end, language)
    first = _FIRST if part.start != surface.clause.span.start else 1 if part.end < verb.start else 0
    return hanging_participle(folded, part.start, start, first, language)


def _is_alone(folded: str, part: Span, timex: Timex, language: Language) -> bool:
    """Say whether nothing but its preposition stands with a time between two breaks."""
    words = f"{folded[part.start : timex.span.start]} {folded[timex.span.end : part.end]}".strip(" .!?").split()
    return set(words) <= language.syntax.time_prepositions


def _aim_before(folded: str, verb: Span, end: int, language: Language) -> Span | None:
    """Find what a plan aims at before words set apart: "agreed to open the bar, known as Lucky, in June"."""
    aims = not language.verbs.tags(verb.of(folded)).isdisjoint(_AIMING)
    return _infinitive(folded, verb.start, end, language) if aims else None


_BEFORE: Final = 2  # characters back from a part of a clause to the part before it: over the comma


def _verb_of_relative(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the verb, known or not, of a relative clause that commas set apart: "the church, which dated from 1640,"."""
    words, syntax = list(islice(WORD.finditer(folded, start, end), _FIRST)), language.syntax
    if len(words) < 2 or words[0].group() not in syntax.subject_relatives:
        return None
    small = syntax.determiners | syntax.openers | syntax.subjects | syntax.time_prepositions
    word = next((word for word in words[1:] if not syntax.is_adverb(word.group())), None)
    found = word is not None and word.group() not in small and word.group().isalpha()
    return Span(*word.span()) if word is not None and found else None


def _behind_verb(folded: str, verb: Span, timex: Timex, language: Language) -> Span | None:
    """Find what stands between a verb and a time behind it, and takes the time: "agreed to meet on Friday"."""
    tags, start = language.verbs.tags(verb.of(folded)), timex.span.start
    if tags & _AIMING and not (timex.direction == "same" and "plan" in tags):  # "offered to resign today"
        return _infinitive(folded, verb.start, start, language)
    year = timex.anchor is None and timex.period is not None and timex.period.granularity == YEAR
    held = "judge" in tags and "acquit" not in tags and _names_charge(folded, verb, language)
    judged = year and held  # "convicted of robbing it in 2019"; what is nearer may be the day of the sentence
    doubted = _gerund(folded, verb.end, start, language) if judged or tags & _DOUBTING else None
    return (
        doubted
        or awaiting_before(folded, verb.end, start, language)
        or gerund_leaned_on(folded, verb.end, start, language)
    )


def _names_charge(folded: str, verb: Span, language: Language) -> bool:
    """Say whether a verb goes on with what somebody is judged for: "convicted of", "jailed for"."""
    following = WORD.match(folded, verb.end + 1)
    return following is not None and following.group() in language.happenings.outside


_AIMING: Final = frozenset({"plan", "order"})  # what hangs on these lies ahead: "agreed to meet", "ordered them to pay"
_DOUBTING: Final = frozenset({"deny", "allege"})  # what hangs on these may not be so: "denied taking money in 2023"


def _infinitive(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the infinitive inside a subject that governs a time: "its promise to leave by 2000 has been kept"."""
    words = list(WORD.finditer(folded, start, end))
    for place, word in enumerate(words[:-1]):
        if place and language.syntax.infinitive and word.group() == language.syntax.infinitive:
            behind = words[place + 1 :]
            verb = next((each for each in behind if not language.syntax.is_adverb(each.group())), behind[0])
            return None if verb.group() in language.syntax.determiners else Span(*verb.span())
    return None


def _in_subject(folded: str, clause: Clause, start: int, end: int, language: Language) -> Span | None:
    """Find the word of a subject that a time belongs to: "a ring stolen in 1999 was found", "the flood in 2010 has".

    A verb in the present perfect is dated by no such time.
    """
    words = list(WORD.finditer(folded, start, end))
    for place in range(len(words) - 1, 0, -1):
        tags = language.verbs.tags(words[place].group())
        hangs = ("participle" in tags and "past" not in tags) or awaits(words[place].group(), language)
        after = words[place + 1].group() if place + 1 < len(words) else ""
        if (
            hangs
            and (not after or after in language.syntax.determiners)
            and _is_noun(words[place - 1].group(), language)
        ):
            return Span(*words[place].span())
    if clause.tense is not Tense.PERFECT:
        return None
    small = language.syntax.determiners | language.syntax.openers | language.syntax.time_prepositions
    return next((Span(*word.span()) for word in reversed(words) if word.group() not in small), None)


def _is_noun(word: str, language: Language) -> bool:
    syntax = language.syntax
    small = syntax.determiners | syntax.adverbs | syntax.openers
    return word not in small and not language.verbs.tags(word) and not syntax.ends(word, syntax.adverb_ending)


def _gerund(folded: str, start: int, end: int, language: Language) -> Span | None:
    words = islice(WORD.finditer(folded, start, end), _FIRST)
    return next(
        (Span(*w.span()) for w in words if language.syntax.ends(w.group(), language.syntax.gerund_ending)), None
    )


def aim_of(folded: str, verb: Span | None, before: Timex, timex: Timex, language: Language) -> Span | None:
    """Find the infinitive between two times of a verb, to which the later one belongs.

    "voted on Monday to close the school in June": June is when it is to close. An infinitive is known by what follows
    it, for "to" stands before places as well.
    """
    if verb is None or before.span.start < verb.end or before.interval is None or timex.interval is None:
        return None
    starts, then = before.interval.start, timex.interval.start
    if starts is None or then is None or then < starts:
        return None
    found = _infinitive(folded, before.span.end - 1, timex.span.start, language)
    following = WORD.match(folded, found.end + 1, timex.span.start) if found else None
    small = language.syntax.determiners - language.syntax.time_prepositions - language.syntax.agents
    return found if following and following.group() in small | language.syntax.adverbs else None

"""A time with a noun -> the happening whose own time it is, not the verb's: "condemned Sunday's attack"."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from timeline.calendar import DAY, HALF, QUARTER, YEAR
from timeline.events.before_noun import words_before
from timeline.events.nouns import behind_noun
from timeline.grammar.happenings import Side
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Tense, Timex

_WORD: Final = re.compile(r"[\w-]+")
_PHRASE: Final = 3  # words from the time to the noun: "Friday's deadly bus crash"
_LOOSE: Final = str.maketrans("", "", " -")
_SMALL: Final = 4  # characters of " of "
_STATES: Final = frozenset({"be_past", "be_present", "be_other"})
_HELD: Final = frozenset({"judge", "deny", "allege"})  # "was charged in the shooting", "denied a role in it"
_REACTING: Final = _HELD | {"react"}


def owned_happening(folded: str, clause: Clause, timex: Timex, language: Language) -> Span | None:
    """Find the happening whose genitive a time is, where the verb of the clause tells what came of it later."""
    genitive, verb = language.syntax.genitive, clause.verb
    if not genitive or verb is None or verb.end > timex.span.start:
        return None
    start = timex.span.end + folded.startswith(" ", timex.span.end)  # tokenised: "Sunday 's attack"
    if not folded.startswith(genitive, start):
        return None
    start += len(genitive)
    words = islice(_WORD.finditer(folded, start, clause.span.end), _PHRASE)
    noun = next((Span(*word.span()) for word in words if word.group() in language.happenings.nouns), None)
    if noun is None or not folded[start : noun.end].translate(_LOOSE).isalpha():
        return None
    return noun if _lies_outside(folded, verb, timex, noun, language) else None


def _lies_outside(folded: str, verb: Span, timex: Timex, noun: Span, language: Language) -> bool:
    """Say whether a verb tells what came of a happening, not what was done in it: "met for Monday's talks"."""
    tags, happenings = language.verbs.tags(verb.of(folded)), language.happenings
    reacts = not tags.isdisjoint(_REACTING)
    before, near = words_before(folded, timex.span.start)
    opening = folded[timex.span.start : timex.span.end].partition(" ")[0]
    near = opening if opening in happenings.outside else near  # "about Sunday's attack"
    if near in happenings.leaning or f"{before} {near}" in happenings.leaning:
        return False  # what follows or comes before it is dated by where it lies
    if near in happenings.belonging and _is_part(folded, verb, timex, language):
        return False
    if near in happenings.inside:
        return not tags.isdisjoint(_HELD) and noun.of(folded) in happenings.offences
    if near in happenings.toward:
        return reacts
    return reacts or (near in happenings.outside and tags.isdisjoint(_STATES))  # "there was talk of"


def _is_part(folded: str, verb: Span, timex: Timex, language: Language) -> bool:
    """Say whether a verb took place in a part of a happening: "in the last minute of Sunday's match"."""
    words = folded[verb.end : timex.span.start].split()[:-1]
    leading = (word for word in reversed(words) if word in language.happenings.inside | language.happenings.outside)
    return next(leading, "") in language.happenings.inside


def is_what_acts(folded: str, clause: Clause, timex: Timex, noun: Span, language: Language) -> bool:
    """Say whether a dated happening opens its clause and does what the verb tells: "the 1998 bombing killed ten"."""
    verb = clause.verb
    if verb is None or clause.tense is not Tense.PAST or not timex.span.end < noun.start < verb.start:
        return False
    tags = language.verbs.tags(verb.of(folded))
    small = language.syntax.determiners | language.syntax.openers | language.happenings.definite
    opens = small.issuperset(folded[clause.span.start : timex.span.start].split())
    return opens and tags.isdisjoint(_REACTING) and "," not in folded[noun.end : verb.start]


def is_done_with(folded: str, clause: Clause, timex: Timex, head: Span, language: Language) -> bool:
    """Say whether a dated participle shares its day with the verb: "Speaking on Monday, he said", "fell after leaving".

    Not what somebody is judged for, or what only reacts to another day.
    """
    verb, word = clause.verb, head.of(folded)
    if verb is None or clause.tense is not Tense.PAST or not language.syntax.is_gerund(word):
        return False
    if word in language.happenings.leaning or "have_other" in language.verbs.tags(word):
        return False
    near = words_before(folded, head.start)[1]
    if head.start >= verb.end:
        later = verb.of(folded) in language.happenings.overtaking  # "found dead after leaving home on Saturday"
        soon = language.happenings.leaning.get(near) is Side.AFTER and not later
        return soon and language.verbs.tags(verb.of(folded)).isdisjoint(_REACTING)
    opens = not folded[clause.span.start : head.start].strip() and timex.span.end < verb.start
    return opens and language.verbs.tags(word).isdisjoint(_REACTING)


def belongs_to_noun(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a time is only that of a thing behind the verb: "wiped out the profits of the first half"."""
    verb, start = clause.verb, timex.span.start
    if (
        verb is None
        or folded[max(0, start - _SMALL) : start].rpartition(" ")[0].strip() not in language.happenings.belonging
    ):
        return False  # as nearly always, and found out at a tenth of the cost
    if not words_before(folded, start)[0] or not verb.end < start:
        return False
    if not language.verbs.tags(verb.of(folded)).isdisjoint(_STATES):
        return False  # "there is a deadline of Monday"
    words = folded[verb.end : start].split()[:-1]
    small = language.syntax.determiners
    first = max((place for place, word in enumerate(words) if word in small), default=-1)
    if first < 0 or first == len(words) - 1 or not "".join(words[first:]).isalpha():
        return False
    if words[first] in language.happenings.inside:
        return False  # "in one of Sunday's attacks"
    return first == 0 or (words[first - 1] not in small and words[first - 1] not in language.happenings.leaning)


def is_of_thing(folded: str, clause: Clause, timex: Timex, language: Language) -> bool:
    """Say whether a time wider than a day only tells which thing behind the verb is meant: "a fall in May sales"."""
    if clause.verb is None or timex.span.start < clause.verb.end or timex.mention.range_start:
        return False
    if timex.period is None or not DAY < timex.period.granularity < YEAR:
        return False
    noun, syntax, happenings = _WORD.match(folded, timex.span.end + 1), language.syntax, language.happenings
    if noun is None or folded[timex.span.end] != " ":
        return False
    if folded[clause.verb.end : timex.span.start].strip() in syntax.time_prepositions:
        return False  # "closed in June near the port"
    small = syntax.determiners | syntax.openers | syntax.subjects | syntax.adverbs | happenings.outside
    word = noun.group()
    if word in happenings.leaning or word in happenings.inside:
        return False
    return word[0].isalpha() and word not in small and not language.verbs.tags(word) and word != syntax.infinitive


def result_told(folded: str, clause: Clause, timex: Timex, language: Language) -> Span | None:
    """Find the result of a quarter or a half that a saying only reports: "reported a fourth-quarter loss"."""
    period, verb = timex.period, clause.verb
    if period is None or period.granularity not in (QUARTER, HALF) or verb is None or not clause.reports:
        return None
    if timex.span.start < verb.end or folded[verb.end : timex.span.start].count(","):
        return None
    if words_before(folded, timex.span.start)[1] in language.happenings.reporting:
        return behind_noun(folded, timex, language)  # "a loss for the fourth quarter"
    noun = _WORD.match(folded, timex.span.end + 1) if folded.startswith(" ", timex.span.end) else None
    small = language.syntax.determiners | language.syntax.openers | language.happenings.outside
    named = noun is not None and noun.group().isalpha() and noun.group() not in small
    return Span(*noun.span()) if noun and named and not language.verbs.tags(noun.group()) else None

"""A time and the words around it -> the noun it stands before or is joined to: "Monday's vote", "the 1953 team"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY, YEAR
from timeline.events.judged import is_judged
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Timex

_REACH: Final = 40  # characters in which the two words before a time stand
_BACK: Final = 3  # spaces between what they are and the place


def words_before(folded: str, position: int) -> tuple[str, str]:
    """Give the two words before a position, the nearer last; empty where there are none or a mark stands."""
    words = folded[max(0, position - _REACH) : position].replace("\n", " \n ").rsplit(" ", _BACK)
    if words[-1] or len(words) < 2:
        return "", ""
    near = words[-2] if _is_word(words[-2]) else ""
    before = words[-3] if near and len(words) > 2 and _is_word(words[-3]) else ""
    return before, near


def _is_word(text: str) -> bool:
    return text.isalnum() or text.replace("'", "").isalnum()


def is_name(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a time stands before a noun as part of what it is called: "the 1953 team"."""
    noun = modified_noun(folded, timex, language)
    return noun is not None and not _dates_its_clause(folded, timex, noun, language)


def dated_happening(folded: str, timex: Timex, language: Language) -> Span | None:
    """Find the happening that a bare year names by standing before it: "the 1998 bombing" was in 1998."""
    if timex.period is None or timex.period.granularity != YEAR or timex.mention.range_start or timex.mention.range_end:
        return None
    noun, nouns = modified_noun(folded, timex, language), language.happenings.nouns
    if noun is None or _dates_its_clause(folded, timex, noun, language):
        return None
    second = _second_noun(folded, noun, language)
    if second is not None and second.of(folded) in nouns:
        return second
    return noun if noun.of(folded) in nouns else None


def joined_happening(folded: str, clause: Clause, timex: Timex, language: Language) -> Span | None:
    """Find the happening that a time is joined to, where a verb follows: "the minutes of the meeting of 5 May were"."""
    start = timex.span.start
    if folded[folded.rfind(" ", 0, max(0, start - 1)) + 1 : max(0, start - 1)] not in language.happenings.belonging:
        return None
    noun, near = words_before(folded, timex.span.start)
    if near not in language.happenings.belonging or noun not in language.happenings.nouns:
        return None
    start = folded.rfind(noun, 0, timex.span.start)
    before = words_before(folded, start)
    verb, happenings = clause.verb, language.happenings
    own = verb is not None and verb.start > timex.span.end and before[0] not in happenings.belonging
    inside = before[0] in happenings.inside and happenings.points_back(before[1])
    part_of = (
        verb is not None and verb.end < start and inside and not is_judged(folded, start, before[0], noun, language)
    )
    return None if own or part_of else Span(start, start + len(noun))


def parted_happening(folded: str, clause: Clause, timex: Timex, language: Language) -> Span | None:
    """Find the happening that a time parts from what it is of: "announced the arrest on Monday of two men".

    Behind a verb only where that tells of it: "attended the meeting on Monday of the two" was on Monday itself.
    """
    verb, happenings = clause.verb, language.happenings
    following = WORD.match(folded, timex.span.end + 1) if folded.startswith(" ", timex.span.end) else None
    if verb is None or following is None or following.group() not in happenings.belonging:
        return None
    whom = WORD.match(folded, following.end() + 1)
    if whom is None or not (whom.group() in language.syntax.sentence_openers or whom.group().isdigit()):
        return None  # "won the vote on Monday of course"
    if not happenings.own.isdisjoint(folded[whom.end() : whom.end() + _OWN].split()):
        return None  # "announced the deal on Monday of their own accord"
    if verb.start < timex.span.start and not (clause.reports or language.verbs.tags(verb.of(folded)) & _TELLING):
        return None
    _, near = words_before(folded, timex.span.start)
    end = folded.rfind(near, 0, timex.span.start) if near in language.syntax.time_prepositions else timex.span.start
    noun = folded[folded.rfind(" ", 0, max(0, end - 1)) + 1 : max(0, end - 1)]
    start = end - 1 - len(noun)
    before, article = words_before(folded, start)
    known = happenings.points_back(article) and (noun in happenings.nouns or language.syntax.is_gerund(noun))
    return Span(start, start + len(noun)) if known and before not in happenings.inside else None


_OWN: Final = 5  # characters of " own " behind the first word of a phrase
_TELLING: Final = frozenset({"say", "react", "judge", "deny", "allege"})


def _dates_its_clause(folded: str, timex: Timex, noun: Span, language: Language) -> bool:
    """Say whether the noun behind the time stands in a phrase that says when: "in the 2007 election"."""
    before, near = words_before(folded, timex.span.start)
    if not _stands_before_noun(near, language):
        return False
    head = _second_noun(folded, noun, language) or noun
    if is_judged(folded, timex.span.start, before, head.of(folded), language):
        return False
    return before in language.happenings.leaning or before in language.syntax.time_prepositions


def _second_noun(folded: str, noun: Span, language: Language) -> Span | None:
    """Find the happening right behind a noun: "the 1998 peace talks", "the 1998 embassy bombing"."""
    following, happenings = WORD.match(folded, noun.end + 1), language.happenings
    known = following and (following.group() in happenings.nouns or following.group() in happenings.offences)
    return Span(*following.span()) if following and known and folded[noun.end] == " " else None


def modified_noun(folded: str, timex: Timex, language: Language) -> Span | None:
    """Find the noun a time stands before: "Monday's vote", "the 2007 election"; None when it stands by itself."""
    tail = folded[timex.span.end : timex.span.end + 4].lstrip()
    genitive = bool(language.syntax.genitive) and tail.startswith(language.syntax.genitive)
    _, near = words_before(folded, timex.span.start)
    begins = folded[timex.span.start : timex.span.end].partition(" ")[0] in language.syntax.determiners
    named = _stands_before_noun(near, language) and not begins
    if not genitive and not named:
        return _behind_day(folded, timex, near, language)
    mark = language.syntax.genitive
    start = folded.find(mark, timex.span.end) + len(mark) if genitive else timex.span.end
    noun = WORD.match(folded, start + 1) if folded[start : start + 1] == " " else None
    if noun is None or noun.group() in language.syntax.openers | language.syntax.determiners:
        return None
    return Span(*noun.span()) if not language.verbs.tags(noun.group()) & _FINITE else None


def _behind_day(folded: str, timex: Timex, near: str, language: Language) -> Span | None:
    """Find the happening that a day with its article stands before: "after the 12 January earthquake".

    Not where the day says by itself when it was: "on the 12th strikes began".
    """
    if near in language.syntax.time_prepositions or timex.period is None or timex.period.granularity > DAY:
        return None
    if language.happenings.definite.isdisjoint(timex.span.of(folded).split()):
        return None
    noun = WORD.match(folded, timex.span.end + 1) if folded[timex.span.end : timex.span.end + 1] == " " else None
    named = any(map(str.isdigit, timex.span.of(folded)))  # not "the next day"
    return Span(*noun.span()) if noun and named and noun.group() in language.happenings.nouns else None


def _stands_before_noun(word: str, language: Language) -> bool:
    return language.happenings.points_back(word) or word in language.happenings.indefinite


_FINITE: Final = frozenset({"be_present", "be_past", "have_present", "have_past", "future", "future_in_past", "say"})

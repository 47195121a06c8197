"""A clause that its sentence's beginning does not tell -> the words of its own that do, None when the beginning does.

"police said on Tuesday: ...", "the mayor resigned", "the audit, which ended in May", "The pump … was replaced".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.events.beside import joins_subject, shares_subject
from timeline.events.lengths import length_of
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Sentence, Span, Tense, Timex

_SHORT: Final = 5  # words a subject may have in front of an ellipsis, or a noun before "which"
_MOST: Final = 12
_EDGE: Final = " ,;:–—-\n"


def said_last(
    text: str, folded: str, sentence: Sentence, clause: Clause, language: Language, begins: int
) -> list[str] | None:
    """Set the saying that closes a sentence before what was said, so that a plan is not read as told of its day.

    A saying that opens with its verb stays behind, and the first words are cut when there is no room.

    begins  where the sentence begins behind its dateline
    """
    closes = not text[clause.span.end : sentence.span.end].strip(_EDGE + '."”')
    follows = text[: clause.span.start].rstrip().endswith((",", '"', "”"))
    if not closes or not follows or clause.verb is None:
        return None
    before, saying = text[begins : clause.span.start].split(), _bare(text, clause).split()
    if len(saying) > _MOST - _SHORT:
        return None
    first = WORD.search(folded, *clause.span)
    if first is None or first.start() == clause.verb.start or first.group() in language.syntax.openers:
        if len(before) + len(saying) <= _MOST:
            return None
        return ["…" + before[len(saying) - _MOST], *before[len(saying) - _MOST + 1 :], *saying]
    saying[-1] += ":"
    return [*saying, *before]


def own_words(
    text: str,
    folded: str,
    clauses: Sequence[Clause],
    number: int,
    timexes: Sequence[Timex],
    sentence: Sentence,
    language: Language,
) -> list[str] | None:
    """Give the words of a clause behind the first of its sentence that tell its happening by themselves."""
    clause = clauses[number]
    if not number or clause.verb is None:
        return None
    joined = _joined_on(text, folded, clauses, number, language)
    if joined or clause.reports:
        return joined
    if clauses[number - 1].relative and shares_subject(folded, clauses, number, language):
        return _around_relative(text, folded, clauses, number, sentence, language)
    opener = WORD.search(folded, clause.span.start, clause.verb.start)
    if opener is None:
        return None
    if (
        clause.relative
        and opener.group() in language.syntax.relatives
        and _opens_with_verb(folded, opener, clause, language)
    ):
        noun = _noun_before(text, folded, sentence, clause, language)
        return [*noun, *_bare(text, clause).split()] if noun else None
    if opener.group() in language.happenings.leaning:
        return _without_opener(text, folded, Span(opener.end(), clause.span.end), clause.verb, timexes, language)
    if joins_subject(folded, clauses, number, language):
        return _of_subject(text, folded, clauses, number, sentence, language)
    return None


def _joined_on(text: str, folded: str, clauses: Sequence[Clause], number: int, language: Language) -> list[str] | None:
    """Give what a subject did that a relative clause parts from what it is joined to, or what that clause tells of it.

    "Ann Lee, who took it", "Ann Lee … left it" of "Ash fell, and Ann Lee, who took it in May, left it in June"
    """
    clause = clauses[number]
    if clause.relative:
        joined = joined_subject(text, clauses, number, language)
        return [*f"{joined.of(text)},".split(), *_bare(text, clause).split()] if joined else None
    joined = joined_subject(text, clauses, number - 1, language)
    if joined is None or not shares_subject(folded, clauses, number, language):
        return None
    end = _end(text, folded, clauses, number, language)
    if clause.reports and number + 1 < len(clauses) and clauses[number + 1].saying == clause.span:
        end = clauses[number + 1].span.end  # "Ann Lee … said that she would leave it"
    return _joined(joined.of(text), text[clause.span.start : end].strip(_EDGE), language)


def _end(text: str, folded: str, clauses: Sequence[Clause], number: int, language: Language) -> int:
    """Give where a clause ends before a subject that has its verb behind a relative clause: "fell, and Ann, who"."""
    goes_on = number + 2 < len(clauses) and shares_subject(folded, clauses, number + 2, language)
    joined = joined_subject(text, clauses, number + 1, language) if goes_on else None
    return text.rindex(_COMMA, 0, joined.start) if joined else clauses[number].span.end


def joined_subject(text: str, clauses: Sequence[Clause], number: int, language: Language) -> Span | None:
    """Find the subject in front of a relative clause that is joined to the clause before: "fell, and Ann Lee, who"."""
    if number < 1 or not clauses[number].relative:
        return None
    found = _JOINED.search(text, *clauses[number - 1].span)
    if found is None or found[1] not in language.happenings.joining or len(found[2].split()) > _SHORT:
        return None
    return Span(found.start(2), found.end(2))


_COMMA: Final = ","
_JOINED: Final = re.compile(r", ([a-z]+) ([^,;:.]{2,60}),\s*$")


def _opens_with_verb(folded: str, opener: re.Match[str], clause: Clause, language: Language) -> bool:
    """Say whether a verb follows the word that opens a clause: "which ended", not "where strikers stood"."""
    following = WORD.search(folded, opener.end(), clause.span.end)
    return following is not None and bool(
        language.verbs.tags(following.group()) or (clause.verb and following.start() == clause.verb.start)
    )


def _bare(text: str, clause: Clause) -> str:
    return clause.span.of(text).strip(_EDGE).rstrip(".")


def _noun_before(text: str, folded: str, sentence: Sentence, clause: Clause, language: Language) -> list[str]:
    """Find the noun that "which" stands behind, from its determiner on: "the audit,"."""
    words = list(WORD.finditer(folded, sentence.span.start, clause.span.start))[-_SHORT:]
    starts = [word.start() for word in words[:-1] if word.group() in _articles(language)]
    phrase = text[starts[-1] : clause.span.start].strip() if starts else ""
    return phrase.split() if phrase.rstrip(",").replace(" ", "").replace("-", "").isalpha() else []


def _articles(language: Language) -> frozenset[str]:
    return language.syntax.subjects & language.syntax.determiners


def _without_opener(
    text: str, folded: str, rest: Span, verb: Span, timexes: Sequence[Timex], language: Language
) -> list[str] | None:
    """Take the word off that makes a clause lean on another, when a noun is its subject: "the mayor resigned"."""
    subject, syntax = WORD.search(folded, rest.start, verb.start), language.syntax
    small = (syntax.subjects - syntax.determiners) | syntax.adverbs
    if subject is None or subject.group() in small or language.verbs.tags(subject.group()):
        return None
    dated = any(rest.start <= timex.span.start < verb.start for timex in timexes)  # "since 2019 every spring brought"
    return None if dated else rest.of(text).strip(_EDGE).split()


def _of_subject(
    text: str, folded: str, clauses: Sequence[Clause], number: int, sentence: Sentence, language: Language
) -> list[str] | None:
    """Set the subject of the clause before in front of the verb that goes on with it, an ellipsis between."""
    before, clause = clauses[number - 1], clauses[number]
    opener = WORD.search(folded, clause.span.start)
    if before.span.start != sentence.span.start or before.verb is None or before.relative or opener is None:
        return None
    end = _subject_end(folded, before, before.verb, clause, opener.end(), language)
    said = text[before.span.start : end].strip() if end else ""
    return _joined(said, text[opener.end() : clause.span.end], language)


def _around_relative(
    text: str, folded: str, clauses: Sequence[Clause], number: int, sentence: Sentence, language: Language
) -> list[str] | None:
    """Set the subject before a relative clause in front of its verb: "The pump … should have been replaced"."""
    before, clause = clauses[number - 1], clauses[number]
    hanging = language.syntax.relatives | language.syntax.complementizers
    words = WORD.finditer(folded, *before.span)
    opener = next((word.start() for word in words if word.group() in hanging), None)
    if before.span.start != sentence.span.start or opener is None:
        return None
    end = _end(text, folded, clauses, number, language)
    whole = text[before.span.start : end].strip(_EDGE).split()
    if len(whole) <= _MOST:
        return whole
    said = text[before.span.start : opener].strip(_EDGE)
    return _joined(said, text[clause.span.start : end], language)


def _joined(said: str, verb: str, language: Language) -> list[str] | None:
    """Put a subject and what it did together, an ellipsis between; None when the words are no plain subject."""
    subject, small = said.split(), language.syntax.time_prepositions | language.syntax.openers
    if not 0 < len(subject) <= _SHORT or not said.replace(" ", "").replace("-", "").isalpha():
        return None
    if subject[0].lower() in small or subject[-1].lower() in language.syntax.determiners:
        return None
    return [*subject[:-1], f"{subject[-1]} …", *verb.split()]


def _subject_end(folded: str, before: Clause, verb: Span, clause: Clause, rest: int, language: Language) -> int | None:
    """Give where a clause's subject ends, behind its modal when the next clause shares it; None when none can tell."""
    following = WORD.search(folded, rest)
    tags = language.verbs.tags(following.group()) if following else frozenset[str]()
    words = WORD.finditer(folded, before.span.start, verb.start)
    group = next((word.start() for word in words if language.verbs.tags(word.group()) & _GOVERNING), verb.start)
    if tags.isdisjoint(_AUXILIARY) and group < verb.start:  # "the depot will … close in June"
        return verb.start if clause.tense is Tense.FUTURE else None  # "was held and charged", "was held and died"
    return None if tags.isdisjoint(_FINITE) and clause.tense is not Tense.PRESENT else group


_AUXILIARY: Final = frozenset({"be_past", "be_present", "have_past", "have_present", "future", "possible", "necessary"})
_GOVERNING: Final = _AUXILIARY | {"wish"}  # "the union wants it kept"
_FINITE: Final = _AUXILIARY | {"past", "past_same_as_base"}


def up_to_length(
    text: str, folded: str, clauses: Sequence[Clause], number: int, timexes: Sequence[Timex], language: Language
) -> Clause:
    """Leave out what a clause ends with for the next: "on Monday, five days" before "after", "and Ann" before "who"."""
    clause, following = clauses[number], clauses[number + 1 : number + 2]
    end = _end(text, folded, clauses, number, language)
    if end < clause.span.end:
        return clause._replace(span=Span(clause.span.start, end))
    opener = WORD.search(text, following[0].span.start) if following else None
    if opener is None or opener.group().lower() not in language.happenings.leaning:
        return clause
    for timex in timexes:
        ends = (
            clause.span.start < timex.span.start < clause.span.end
            and not text[timex.span.end : clause.span.end].strip()
        )
        if ends and length_of(timex) and text[: timex.span.start].rstrip().endswith(","):
            return clause._replace(span=Span(clause.span.start, timex.span.start))
    return clause

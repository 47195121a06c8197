"""Nouns that name happenings: those a time stands before or right behind, and those another happening leans on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from timeline.events.before_noun import modified_noun, words_before
from timeline.events.lengths import reckoned_from
from timeline.events.surface import WORD
from timeline.grammar.language import Language
from timeline.model import Clause, Span, Timex

_LINE: Final = "\n"
_REACH: Final = 40  # characters before a noun in which the word stands that makes another happening lean on it


def modified_nouns(folded: str, timexes: Sequence[Timex], language: Language) -> Iterator[tuple[str, Timex]]:
    """Yield the stems of the nouns that a time dates: "Monday's vote", "the attack on Saturday"."""
    for timex in timexes:
        if timex.interval is None or _LINE in timex.span.of(folded):
            continue  # a title that ends in a year, and the date below it
        before = modified_noun(folded, timex, language)
        if before:
            before = happening_of(folded, before, language)
            yield language.happenings.stem(before.of(folded)), reckoned_from(folded, timex, language)
        elif behind := behind_noun(folded, timex, language):
            yield language.happenings.stem(behind.of(folded)), timex


def happening_of(folded: str, first: Span, language: Language) -> Span:
    """Give the happening that a word right behind a time leads to: "Monday's fatal bus crash"; else that word."""
    end = first.start
    for word in islice(WORD.finditer(folded, first.start), _PHRASE):
        if folded[end : word.start()].strip(" ") or word.group() in language.syntax.time_prepositions:
            return first
        if word.group() in language.happenings.nouns:
            another = word.start() != first.start and stands_before_noun(folded, word.end(), len(folded), language)
            return first if another else Span(*word.span())
        if word.start() != first.start and language.verbs.tags(word.group()):
            return first  # "Monday's statement said fire crews were late"
        end = word.end()
    return first


_PHRASE: Final = 3  # words from a time to its noun


def behind_noun(folded: str, timex: Timex, language: Language) -> Span | None:
    """Find the word a time stands right behind, with or without its preposition: "its launch in 2003"."""
    _, near = words_before(folded, timex.span.start)
    if not near:
        return None
    end = timex.span.start
    if near in language.syntax.time_prepositions or near in language.syntax.determiners:
        end = folded.rfind(near, 0, end)
    words = list(WORD.finditer(folded, max(0, end - 30), end))
    return Span(*words[-1].span()) if words and not folded[words[-1].end() : end].strip(" ") else None


def happening_before(folded: str, start: int, end: int, language: Language) -> Span | None:
    """Find the last noun that names a happening between two places of one part of a clause, a comma ends none."""
    if "," in folded[start:end] or ";" in folded[start:end]:
        return None
    found = (word for word in WORD.finditer(folded, start, end) if word.group() in language.happenings.nouns)
    last = next(iter([*found][-1:]), None)
    return Span(*last.span()) if last else None


def relative_noun(folded: str, clause: Clause, language: Language) -> str | None:
    """Find the stem of the noun a relative clause hangs on, when it names a happening: "the strike that began"."""
    opener = WORD.search(folded, clause.span.start, clause.span.end)
    if opener is None or opener.group() not in language.syntax.relatives | language.syntax.complementizers:
        return None
    _, near = words_before(folded, opener.start())
    return language.happenings.nouns.get(near)


def clause_nouns(folded: str, clause: Clause, language: Language) -> Iterator[str]:
    """Yield the stems of the nouns that name a happening in a clause, but for those that it only leans on."""
    happenings = language.happenings
    if happenings.nouns.keys().isdisjoint(WORD.findall(folded, *clause.span)):
        return  # as mostly, and found out at a third of the cost
    for word in WORD.finditer(folded, *clause.span):
        stem = happenings.nouns.get(word.group())
        if stem is None or (clause.verb and clause.verb.start <= word.start() < clause.verb.end):
            continue
        start = max(clause.span.start, word.start() - _REACH)
        if is_of_another(folded, word.end(), clause, language):
            continue  # "two match points"
        leaning = [
            m.end()
            for m in happenings.lean.finditer(folded, start, word.start())
            if not _opens_clause(folded, m.start(), word.start(), clause)
        ]
        if not leaning or "," in folded[leaning[-1] : word.start()]:
            yield stem


def _opens_clause(folded: str, position: int, noun: int, clause: Clause) -> bool:
    """Say whether a word opens the clause that a noun is the subject of: "since the storm hit"."""
    subject = clause.verb is not None and noun < clause.verb.start
    return subject and not folded[clause.span.start : position].strip()


def is_of_another(folded: str, end: int, clause: Clause, language: Language) -> bool:
    """Say whether a noun stands right before the noun that is told of: "match point", "strike leader"."""
    return stands_before_noun(folded, end, clause.span.end, language)


def is_told_anew(folded: str, noun: Span, clause: Clause, language: Language) -> bool:
    """Say whether a noun that no words before hold has a doer or a place of its own: "the accident on Elm Road".

    It may name again what another word told, but for that: "A bomb went off. The attack by the dog ..."
    """
    happenings, word = language.happenings, noun.of(folded)
    if word not in happenings.unplanned or happenings.stem(word) not in happenings.again:
        return False
    following = list(islice(WORD.finditer(folded, noun.end, clause.span.end), 2))
    if len(following) < 2 or folded[noun.end : following[0].start()] != " ":
        return False
    near, far = (each.group() for each in following)
    placing = near in happenings.inside or (near in happenings.outside and near not in happenings.toward)
    placing = placing and near not in happenings.leaning and near not in happenings.belonging
    apart = (placing or near in language.syntax.agents) and far not in happenings.hanging
    return apart and folded.rfind(word, 0, clause.span.start) < 0  # back from it: mostly near


def stands_before_noun(folded: str, end: int, stop: int, language: Language) -> bool:
    """Say whether the noun that ends at a place stands right before another, itself ending before a stop."""
    following, syntax = WORD.match(folded, end + 1, stop), language.syntax
    if following is None or folded[end] != " ":
        return False
    word, happenings = following.group(), language.happenings
    title = folded[folded.rfind(" ", 0, end) + 1 : end] in happenings.titles
    if title and word not in happenings.of_titles:
        return False  # "Hurricane Ivo"
    if language.verbs.tags(word) or word in happenings.nouns or word in happenings.outside or word in happenings.inside:
        return False
    small = syntax.determiners | syntax.openers | syntax.subjects | syntax.open_end | syntax.open_start
    return word not in small and word not in happenings.leaning and not syntax.is_adverb(word)

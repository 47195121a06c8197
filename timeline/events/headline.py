"""A clause -> a headline of at most twelve of the article's own words, and the word that names the happening."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.excerpt import own_words, said_last, up_to_length
from timeline.events.one_time import with_one_time
from timeline.events.relate import Told
from timeline.events.stamps import is_stamp
from timeline.events.thread import Ground
from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.model import Clause, Sentence, Span

_MOST: Final = 12
_FEW: Final = 5
_LEAD: Final = 4  # words before a clause that opens with its verb: who did it
_QUESTION: Final = ("?", '?"', "?”")
_FINITE: Final = frozenset({"be_past", "be_present", "have_past", "have_present", "past", "past_same_as_base"})
_AGENCY: Final = r"(?: (?:\([^)]{2,30}\)|-LRB- [^)]{2,30}? -RRB-))?"  # "(AP)", as tokenised texts have it too
_DATELINE: Final = re.compile(rf"^[A-Z][A-Z .,/'-]{{2,40}}?(?: ?, [A-Z][\w. ]{{2,20}}?)?{_AGENCY} ?(?:-{{1,2}}|[–—]) ")
_CLOSED: Final = re.compile(r"(?:[ ,;:]|(?<!\.\w)\.)+(?=[\"”»]*$)")  # the last one of "p.m." stays
_STOPS: Final = ' ,;:."”»'
_DOUBLED: Final = re.compile(r'(["“”„«»])\1+')
_QUOTES: Final = (('"',), ("“", "”", "„"), ("«", "»"))
_MARKS: Final = frozenset('"“”„«»')
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def headline(text: str, ground: Ground, each: Told, number: int, title: str | None, again: int = 0) -> str:
    """Cut a headline from a sentence: the clause when that says who did what, else the sentence's beginning.

    again  which of the times of its clause dates it, the first being 0

    The title serves when the sentence is the title. Cut words are marked by an ellipsis.
    """
    named = title if each.sentence.kind == "headline" else None
    words = named.split() if named else _telling(text, ground, each, number, again)
    if len(words) > 1 and words[-1] in ground.language.syntax.coordinators:
        words = words[:-1]  # "the pump failed at 10 p.m. and"
    cut = _paired(_stripped(" ".join(words[:_MOST])))
    return cut + ("…" if len(words) > _MOST else "")


def _telling(text: str, ground: Ground, each: Told, number: int, again: int) -> list[str]:
    """Give the words that tell a clause's happening, more than there is room for when they are many."""
    each = _behind_label(text, ground, each)
    sentence, language, folded = each.sentence, ground.language, ground.folded
    clause = each.clauses[number]
    one = with_one_time(text, ground, each, number, again)
    if one is not None and clause.span.start == sentence.span.start:
        return _clean(one, language, opens=True).split()
    found = own_words(text, folded, each.clauses, number, each.timexes, sentence, language)
    if not found and clause.reports:
        found = said_last(text, folded, sentence, clause, language, _begins(text, sentence))
    if found:
        return found
    clause = up_to_length(text, folded, each.clauses, number, each.timexes, language)
    opens = clause.span.start == sentence.span.start
    words = _clean(clause.span.of(text), language, opens=opens).split()
    headless = len(words) >= _FEW and not clause.reports and _has_no_subject(words[0], language)
    if headless or len(words) < _FEW or clause.reports or words[-1].endswith(_QUESTION):
        words = _clean(sentence.span.of(text), language, opens=True).split()
        if headless and len(words) > _MOST:
            words = _with_subject(text, sentence, clause)
    return words


def _behind_label(text: str, ground: Ground, each: Told) -> Told:
    """Leave out what stands before the words that tell: the stamp of an entry, a year that only heads it.

    "(Update 3 p.m. Oslo, 9 a.m. ET) Two planes left", "1998: In the spring of 1955 she married"
    """
    sentence, times = each.sentence, each.timexes
    if not times or times[0].span.start - sentence.span.start > _NEAR:
        return each
    begins, end = sentence.span.start, times[0].span.end
    if is_stamp(ground.folded, times[0], ground.language):
        stamp = _STAMP.match(text, begins)
        begins = stamp.end() if stamp and stamp.end() > end else end
    elif times[0].span.start == begins and len(times) > 1 and text[end : end + 2].strip().startswith(_COLON):
        begins = text.index(_COLON, end) + 1
    first = each.clauses[0]
    if begins == sentence.span.start or not begins < first.span.end:
        return each
    clauses = (first._replace(span=Span(begins, first.span.end)), *each.clauses[1:])
    return each._replace(sentence=sentence._replace(span=Span(begins, sentence.span.end)), clauses=clauses)


_NEAR: Final = 40  # characters of a sentence among which the time of its label begins
_COLON: Final = ":"
_STAMP: Final = re.compile(r"[-–— ]*(?:[(\[]|-LRB-)[^()\[\]\n]{4,100}?(?:[)\]]|-RRB-)")


def _begins(text: str, sentence: Sentence) -> int:
    """Give where a sentence begins behind its dateline."""
    dateline = _DATELINE.match(text[sentence.span.start : sentence.span.end])
    return sentence.span.start + (dateline.end() if dateline else 0)


def _has_no_subject(word: str, language: Language) -> bool:
    """Say whether a clause opens with its verb, so that who did it stands before: "was called off on Thursday"."""
    return bool(language.verbs.tags(word.lower()) & _FINITE)


def _with_subject(text: str, sentence: Sentence, clause: Clause) -> list[str]:
    """Set the words before a clause in front of it, as many as there is room for."""
    before, words = text[sentence.span.start : clause.span.start].split(), clause.span.of(text).split()
    room = max(_MOST - len(words), _LEAD)
    cut = before[-room:] if before else []
    return ["…" + cut[0], *cut[1:], *words] if len(cut) < len(before) else [*cut, *words]


def _clean(words: str, language: Language, *, opens: bool) -> str:
    """Take off the dateline and every word that only joins the rest to what stands before: "but then", "and so".

    In front of a verb that `opens` the sentence such a word is its subject: "That was on Monday."
    """
    words = _DATELINE.sub("", " ".join(words.split())).strip(" ,;:–—-")
    first, _, rest = words.partition(" ")
    while rest and first.lower().rstrip(",") in language.syntax.connectives:
        if opens and (_has_no_subject(rest.split()[0], language) or first.lower() in language.happenings.demonstrative):
            break  # "That was on Monday", "That autumn the first cargo left"
        words = rest.lstrip(" ,;:–—-")
        first, _, rest = words.partition(" ")
    return words


def _stripped(words: str) -> str:
    """Take off the commas and stops at the end, also those before the quotation mark that closes the words."""
    return _CLOSED.sub("", words) if words[-1:] in _STOPS else words


def _paired(words: str) -> str:
    """Write each quotation mark once, and leave out one at an edge that has no partner."""
    if _MARKS.isdisjoint(words):
        return words
    words = _DOUBLED.sub(r"\1", words)
    for marks in _QUOTES:
        if sum(map(words.count, marks)) == 1:
            lone = str.maketrans("", "", "".join(marks))
            words = words.translate(lone) if words.startswith("…") else words.strip("".join(marks))
    return words


def trigger(text: str, clause: Clause, syntax: Syntax) -> Span:
    """Find the word that names the happening: the verb, in a fragment the first small word that says something."""
    if clause.verb is not None:
        return clause.verb
    words = list(_WORD.finditer(text, clause.span.start, clause.span.end))
    telling = [word for word in words if word.group().islower() and word.group() not in syntax.empty]
    telling = [word for word in telling if word.group() in syntax.sure_verbs] or telling  # "the firm expects a loss"
    chosen = telling[0] if telling else words[0] if words else None
    return Span(chosen.start(), chosen.end()) if chosen else clause.span

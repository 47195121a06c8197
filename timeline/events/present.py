"""A word of a clause -> whether it is a verb in the present, as far as its neighbours tell."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.grammar.syntax import Syntax
from timeline.model import Clause, Span

_WORD: Final = re.compile(r"[\w']+")
_REACH: Final = 40
_PRESENT: Final = frozenset({"be_present", "have_present", "do_present"})
_TELLING: Final = frozenset({"say", "deny", "allege"})
_SPEECH: Final = frozenset({"say", "say_with_that"})
_PAUSE: Final = ","
_PART: Final = ";"
_PARTS: Final = 3  # a subject, the participle, what follows
_HANGING: Final = frozenset({"participle", "past"})


def is_present_form(folded: str, clause: Clause, span: Span, language: Language) -> bool:
    """Say whether a word is a verb in the present as far as its neighbours tell: "the program works with ...".

    No table lists all verbs, so a form of one counts as a verb behind a pronoun, or where its clause has no other
    verb, what follows begins a phrase of its own and what stands before is no determiner.
    """
    word, syntax = span.of(folded), language.syntax
    tags = language.verbs.tags(word)
    if tags & _PRESENT or word in syntax.sure_verbs:
        return True
    words = [found.group() for found in _WORD.finditer(folded, max(0, span.start - _REACH), span.start)]
    if words and words[-1] in language.happenings.current and "past" not in tags:
        return True  # "and now sells films"
    words = [each for each in words if each not in syntax.adverbs]
    before = words[-1] if words else ""
    if _follows_participle(folded, clause, span, language):
        return True  # "the firm, founded in 1986 by two brothers, employs forty"
    if syntax.is_plural(before) and before not in syntax.determiners:
        known = word + syntax.one_ending in syntax.present_verbs | syntax.sure_verbs  # "the villages remain dark"
        if (tags & _SPEECH and "past" not in tags) or known:
            return not syntax.ends(word, syntax.gerund_ending)
    if not syntax.agrees_with_one(word) or word.endswith(syntax.singular_endings):
        return False
    telling = bool(tags & _TELLING) or word in syntax.present_verbs
    if telling and before in language.happenings.joining:
        return True  # "sold the dam in 2022 and denies blame"
    if before in (syntax.subjects - syntax.determiners - syntax.plural_subjects) | syntax.relatives:
        return True
    if clause.relative and clause.verb and folded[clause.verb.end : span.start].rstrip()[-1:] == _PAUSE:
        return True  # "the bill, which was passed in May, bans it"
    return word not in language.happenings.nouns and _stands_as_verb(folded, clause, span, before, syntax)


def _stands_as_verb(folded: str, clause: Clause, span: Span, before: str, syntax: Syntax) -> bool:
    """Say whether the words on both sides let a word be a verb; beside another verb only with an object behind it."""
    following = _WORD.search(folded, span.end, span.end + _REACH)
    after = following.group() if following and not folded[span.end : following.start()].strip() else ""
    parted = clause.verb is not None and _PART in folded[span.end : clause.verb.start]
    if clause.verb is not None and not parted and after not in syntax.determiners & syntax.subjects:
        return False  # "supports the loans, and spoke about them"
    objects = syntax.determiners | syntax.openers | syntax.subjects
    if before in syntax.determiners or not (after in objects or after[:1].isdigit()):
        return False
    return not syntax.is_plural(before)


def _follows_participle(folded: str, clause: Clause, span: Span, language: Language) -> bool:
    """Say whether a word stands right behind the commas that set a participle of its subject apart."""
    parts = folded[clause.span.start : span.start].split(_PAUSE)[-3:]
    if len(parts) < _PARTS or parts[-1].strip() or not parts[0].strip():
        return False
    first, word, tags_of = _WORD.search(parts[1]), span.of(folded), language.verbs.tags
    if language.syntax.is_adverb(word) or language.syntax.is_gerund(word) or word in language.syntax.openers:
        return False
    if word in language.happenings.nouns:
        return False
    return first is not None and tags_of(word).isdisjoint(_HANGING) and not tags_of(first.group()).isdisjoint(_HANGING)

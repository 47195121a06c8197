"""The words around a mention -> whether it dates the subject of a present: "the concert on Friday is sold out"."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Span

_WORDS: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def is_dated_subject(folded: str, span: Span, verb: Span, language: Language) -> bool:
    """Say whether a date ends the subject of a verb in the present, which then leans to what is to come.

    It only leans: the date to come is taken where it is no farther than the one that is over, for the present is told
    of what has been as well: "the fire on Saturday is under investigation".
    """
    if "say" in language.verbs.tags(verb.of(folded)):
        return False  # "the report on Friday says"
    before = _WORDS.findall(folded, max(0, span.start - 16), span.start)
    group = _WORDS.findall(folded, span.end, verb.start)
    states = not folded[span.end : verb.end].startswith(",") and all(language.verbs.tags(word) for word in group)
    return states and bool(before) and before[-1] in language.syntax.time_prepositions

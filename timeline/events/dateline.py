"""A timex -> whether it stands in the line that says where and when a report was written: "OSLO, March 13 (AP) --"."""

from __future__ import annotations

import re
from typing import Final

from timeline.grammar.language import Language
from timeline.model import Timex

_REACH: Final = 60  # characters from the beginning of the line: a place, a country
_OPENS: Final = re.compile(r"[^\n]{2,}[,(] ?")
_CLOSES: Final = re.compile(r"\)?,? ?(?:\([^()\n]{2,40}\) ?)?(?:--?|[–—_])\s")
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_dateline(folded: str, timex: Timex, language: Language) -> bool:
    """Say whether a place stands before a time in its line, and a dash behind it."""
    start, end = timex.mention.span
    if _CLOSES.match(folded, end) is None:
        return False
    line = folded.rfind("\n", max(0, start - _REACH), start) + 1
    if start - line > _REACH or _OPENS.fullmatch(folded, line, start) is None:
        return False
    return language.syntax.determiners.isdisjoint(_WORD.findall(folded, line, start))

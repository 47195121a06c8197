"""A noun or a participle that names a happening told elsewhere in the article -> its date: "soon after the crash"."""

from __future__ import annotations

from typing import Final

from timeline.calendar import DAY
from timeline.events.before_noun import words_before
from timeline.events.dating import Dating, Rule, at_its_time
from timeline.events.lean import Known
from timeline.events.link import has_place
from timeline.events.memory import is_narrower
from timeline.events.nouns import is_told_anew
from timeline.events.relate import Told
from timeline.events.standing import is_before
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.grammar.language import Language
from timeline.model import Clause, Span

_REACH: Final = 40  # characters before a noun that hold its article
_NAMED: Final = 4  # words from the article to the noun


def told_again(
    ground: Ground, told: Told, clause: Clause, known: Known, span: Span, own: Dating | None
) -> Dating | None:
    """Find the date of a happening told elsewhere that this definite noun names again.

    own  the date of a time right behind the noun
    """
    happenings = ground.language.happenings
    before = words_before(ground.folded, span.start)
    given = any(happenings.points_back(word) for word in before) or _is_done(ground, span, before[1])
    if not given or before[1] in happenings.indefinite:
        return None
    anew = own is None and is_told_anew(ground.folded, span, clause, ground.language)
    if anew or _is_another(ground, told, clause, span):
        return None
    found = known(happenings.stem(span.of(ground.folded)))
    if found is None or _is_elsewhere(own, found) or _is_new(ground, span, found):
        return None
    return found._replace(rule=Rule.SAME)


def _is_done(ground: Ground, span: Span, before: str) -> bool:
    """Say whether a participle takes its happening as known: "soon after being captured", "jailed for robbing it"."""
    syntax, happenings = ground.language.syntax, ground.language.happenings
    if before in syntax.passives:
        return syntax.is_gerund(before)
    return syntax.is_gerund(span.of(ground.folded)) and (before in happenings.outside or before in happenings.leaning)


def _is_new(ground: Ground, span: Span, found: Dating) -> bool:
    """Say whether the time is that of another happening, which is told anew farther on: "the concert ... a concert"."""
    timex = found.timexes[0] if found.timexes else None
    if timex is None or timex.span.start < span.end:
        return False
    start = ground.folded.rfind(span.of(ground.folded), span.end, timex.span.end)
    words = WORD.findall(ground.folded, max(span.end, start - _REACH), start) if start >= 0 else ()
    happenings = ground.language.happenings
    known = (word in happenings.indefinite for word in reversed(words[-_NAMED:]) if _sets(word, ground.language))
    return next(known, False)


def _sets(word: str, language: Language) -> bool:
    """Say whether a word stands before a noun as an article does."""
    return word in language.happenings.indefinite or language.happenings.points_back(word)


def _is_elsewhere(own: Dating | None, found: Dating) -> bool:
    """Say whether a noun has a time of its own that is not that of what was told: "its launch in 2003".

    A day behind it may be that of the verb: "announced the death on Monday".
    """
    if own is None:
        return False
    own = at_its_time(own)
    if is_narrower(own, found):
        return True  # "abducted in March ... his capture on 26 March"
    if own.period is None or own.period.granularity <= DAY:
        return False
    return is_before(own, found) or is_before(found, own)


def _is_another(ground: Ground, told: Told, clause: Clause, span: Span) -> bool:
    """Say whether what stands behind a noun tells it anew: "the robbery of a bank", "the strike at Lind on Sunday"."""
    happenings, verb = ground.language.happenings, clause.verb
    behind = WORD.findall(ground.folded, span.end, clause.span.end)[:2]
    if len(behind) > 1 and behind[0] in happenings.belonging and behind[1] in happenings.indefinite:
        return True
    subject = verb is not None and span.end < verb.start
    within = (t for t in told.timexes if subject and verb and span.end < t.span.start < verb.start)
    times = (timex for timex in within if has_place(ground.folded, timex, ground.language))
    return any("," not in ground.folded[span.end : timex.span.start] for timex in times)

"""A clause and its neighbours in the sentence -> the date it shares with one of them: "met on Monday and agreed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from timeline.calendar import DAY, Interval
from timeline.events.beside import ends_relative, leads_back, shares_subject
from timeline.events.dating import OPEN, Dating, Rule, at_its_time
from timeline.events.lean import opening_side
from timeline.events.shape import first_word, is_past_perfect, opening_words
from timeline.events.standing import steps_back
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.grammar.happenings import Side
from timeline.model import Clause, Tense


def is_day(dating: Dating) -> bool:
    """Say whether a date is a day or a part of one."""
    return dating.period is not None and dating.period.granularity <= DAY


def _before(dating: Dating) -> Dating | None:
    """Leave open when it was, before a date."""
    if dating.interval is None or dating.interval.start is None:
        return None
    return Dating(dating.timexes, None, Interval(None, dating.interval.start), Rule.BEFORE)


def _same_person(ground: Ground, clauses: Sequence[Clause], number: int) -> bool:
    """Say whether a saying goes on with who was told of before: "In May the queen met him, and he told her"."""
    words, language = opening_words(ground.folded, clauses[number]), ground.language
    joined = len(words) > 1 and words[0] in language.happenings.joining
    return joined and words[1] in language.syntax.subjects - language.syntax.determiners


def told_in_sentence(
    ground: Ground, clauses: Sequence[Clause], number: int, stated: Mapping[int, Dating]
) -> Dating | None:
    """Find the date at which the sentence itself stands: "On Sunday it rained and I fell; it broke"."""
    clause = clauses[number]
    if not number or not stated or clause.reports or clause.relative or clause.quoted:
        return None
    if clause.tense is not Tense.PAST or is_past_perfect(ground.folded, clause, ground.language):
        return None
    mark = ground.folded[max(0, clause.span.start - 2) : clause.span.start].rstrip()
    first = first_word(ground.folded, clause)
    then = first_word(ground.folded, clauses[number - 1]) in ground.language.happenings.explaining
    joined = (then or mark.endswith(_PAUSE)) and first in ground.language.happenings.joining
    if not joined and not mark.endswith(_PARTING) and first not in ground.language.happenings.leaning:
        return None
    for place in range(number - 1, max(-1, number - 1 - _FEW), -1):
        before = clauses[place]
        if before.reports or before.tense is not Tense.PAST or before.quoted:
            return None
        if ends_relative(ground.folded, clauses, place, ground.language):
            continue  # "who won it in 2008, led before she lost"
        if place in stated and not before.relative and opening_side(ground.folded, before, ground.language) is None:
            return at_its_time(stated[place])._replace(rule=Rule.BESIDE)
    return None


_FEW: Final = 4  # clauses back
_PAUSE, _PARTING = ",", ";"


def _hangs_on_relative(ground: Ground, clauses: Sequence[Clause], number: int) -> bool:
    """Say whether a clause belongs to the relative one before it: "a probe, which began after a truck burned"."""
    before = clauses[number - 1]
    side = opening_side(ground.folded, clauses[number], ground.language)
    parted = ground.folded[before.span.start : before.span.end].rstrip().endswith(_PAUSE)
    return before.relative and not before.reports and side in (Side.BEFORE, Side.AFTER) and not parted


def _parts_subject(ground: Ground, clauses: Sequence[Clause], number: int) -> bool:
    """Say whether commas set apart since when nothing was as large: "The talks, the first since May, lasted"."""
    folded, before = ground.folded, clauses[number - 1]
    if before.verb is None or not folded[before.span.start : before.span.end].rstrip().endswith(_PAUSE):
        return False
    words = WORD.findall(folded[before.span.start : before.verb.start].rpartition(_PAUSE)[2])
    since = not ground.language.syntax.open_end.isdisjoint(words)
    apart = _PAUSE in folded[before.span.start : before.verb.start] or (number > 1 and clauses[number - 2].relative)
    return since and apart and shares_subject(folded, clauses, number, ground.language)


def _is_aside(ground: Ground, clauses: Sequence[Clause], number: int, before: Dating) -> bool:
    """Say whether commas set a participle apart from the time behind it: "bought the mill, built by Ash, in 2003"."""
    clause, folded = clauses[number], ground.folded
    verb = clause.verb
    if verb is None or not before.timexes or before.timexes[0].span.start < verb.end:
        return False
    opens = not folded[clauses[number - 1].span.end : verb.start].strip(" ,")
    hangs = not ground.language.verbs.tags(verb.of(folded)).isdisjoint(_PARTICIPLES)
    return opens and hangs and _PAUSE in folded[verb.end : before.timexes[0].span.start]


_PARTICIPLES: Final = frozenset({"past", "participle"})


def beside(ground: Ground, clauses: Sequence[Clause], number: int, stated: Mapping[int, Dating]) -> Dating | None:
    """Find the date of a neighbour in the sentence that this clause shares: "met on Monday and agreed to ..."."""
    clause, before = clauses[number], number - 1
    hangs = first_word(ground.folded, clause) in ground.language.syntax.openers - ground.language.happenings.joining
    if clause.reports and clause.governor is None and not hangs and not _same_person(ground, clauses, number):
        return None
    ahead = number and clauses[before].tense is Tense.FUTURE and clause.tense is not Tense.FUTURE
    since = number and clause.tense is Tense.PERFECT and clauses[before].tense is Tense.PAST  # "and has since sold"
    alone = number and (clauses[before].relative or clauses[before].reports)
    alone = alone and not _hangs_on_relative(ground, clauses, number)
    alone = alone or leads_back(ground.folded, clauses, number, ground.language)
    alone = alone or (number > 0 and _parts_subject(ground, clauses, number))
    if number and before in stated and _is_aside(ground, clauses, number, stated[before]):
        return OPEN
    if number and before in stated and not (alone or ahead or since):
        side = opening_side(ground.folded, clause, ground.language)
        earlier = is_day(stated[before]) or steps_back(ground, clause)
        if side is None and earlier and is_past_perfect(ground.folded, clause, ground.language):
            return _before(stated[before])  # "freed them on Monday, ending a siege that had begun"
        rule = Rule.AROUND if side in (Side.BEFORE, Side.AFTER) else Rule.BESIDE
        return at_its_time(stated[before])._replace(rule=rule)
    governor = clause.governor
    if governor is None or governor not in stated or clauses[governor].relative:
        return None
    if is_past_perfect(ground.folded, clause, ground.language):
        return None
    return at_its_time(stated[governor])._replace(rule=Rule.SAID)

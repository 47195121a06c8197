"""A dated clause in its sentence -> how sure the text itself is that it happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.calendar import DAY, first_day, interval_of, shift
from timeline.events.before_noun import words_before
from timeline.events.beside import shares_subject
from timeline.events.called_off import is_called_off, is_dropped, verb_tags
from timeline.events.condition import is_conditional, is_unreal, opens_condition
from timeline.events.doubt import BE, doubt_of, is_nothing
from timeline.events.heads import awaits
from timeline.events.hindsight import has_come, is_over
from timeline.events.onset import begins_no_sooner, defers
from timeline.events.relate import Told
from timeline.events.shape import first_word, is_bare_gerund
from timeline.events.surface import WORD
from timeline.events.thread import Ground
from timeline.grammar.verbs import PUT_OFF
from timeline.model import Clause, Modality, Span, Tense, Timex

_BY_TAG: Final = (("deny", Modality.DENIED), ("allege", Modality.ALLEGED), ("plan", Modality.PLANNED))
_QUESTION: Final = "?"
_AHEAD: Final = (Modality.PLANNED, Modality.POSSIBLE)
_ASKED: Final = (Modality.HAPPENED, Modality.PLANNED)


def modality_of(ground: Ground, each: Told, place: int, head: Span | None, timex: Timex | None) -> Modality:
    """Read the modality of a clause: of its verb, of the words around it, or of the saying it hangs on.

    What is told in the present of a day after the publish date is a plan: "the fair opens on 3 March".

    head   the word that is dated when it is not the clause's verb
    timex  what dates it: "Sunday's match was cancelled" on another day
    """
    clause = each.clauses[place]
    said = _of_head(ground, clause, head, timex) if head else _of_clause(ground, each, place, timex)
    if (
        said is Modality.DENIED
        and head is None
        and timex
        and begins_no_sooner(ground.folded, clause, timex, ground.language)
    ):
        said = Modality.PLANNED if clause.tense is Tense.FUTURE else Modality.HAPPENED
    if said is Modality.PLANNED and head is None and timex and has_come(ground, each, place, timex):
        said = Modality.HAPPENED
    if said in _ASKED and timex and _is_excepted(ground, timex):
        return Modality.DENIED
    if said in _ASKED and not clause.reports and _is_asked(ground, each, clause):
        return Modality.POSSIBLE
    if said in _ASKED and timex and len(each.timexes) > 1 and _is_one_of_two(ground, each, timex):
        return Modality.POSSIBLE
    ahead = said is Modality.HAPPENED and timex is not None and _lies_ahead(ground, timex)
    ahead = ahead or (said is Modality.HAPPENED and timex is not None and _is_expected(ground, clause, timex))
    set_for = said is Modality.HAPPENED and timex is not None and _is_set_for(ground, clause, timex)
    planned = said is Modality.PLANNED or set_for or (ahead and (head is not None or _may_be_ahead(ground, clause)))
    if planned and head is None and is_dropped(ground, each, place):
        return Modality.DENIED
    return Modality.PLANNED if planned else said


def _may_be_ahead(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause can tell what is still to come: not one in the past, but for "was set for Friday"."""
    if clause.verb is None or clause.tense not in (Tense.PAST, Tense.PERFECT):
        return True
    return not ground.language.verbs.tags(clause.verb.of(ground.folded)).isdisjoint(_APPOINTING)


def _is_expected(ground: Ground, clause: Clause, timex: Timex) -> bool:
    """Say whether a time that is not over belongs to what is expected today: "expects sales of 5 million for 2025"."""
    if clause.verb is not None or timex.interval is None or timex.interval.end is None or ground.published is None:
        return False
    if timex.interval.end <= (interval_of(ground.published).end or 0):
        return False
    words = clause.span.of(ground.folded).split()
    sure, tags = ground.language.syntax.sure_verbs, ground.language.verbs.tags
    return any(word in sure and "plan" in tags(word) for word in words)


def _is_set_for(ground: Ground, clause: Clause, timex: Timex) -> bool:
    """Say whether a verb of the past only set a time: "had been planned for 2023", whatever came of it."""
    if clause.verb is None or not clause.verb.end < timex.span.start < clause.span.end:
        return False
    between = ground.folded[clause.verb.end : timex.span.start].split()
    tags = ground.language.verbs.tags
    sets = not tags(clause.verb.of(ground.folded)).isdisjoint(_APPOINTING)
    return sets and len(between) == 1 and "cue_appointing_prepositions" in tags(between[0])


_APPOINTING: Final = frozenset({"plan", "appoint", "planned_words"})


def _lies_ahead(ground: Ground, timex: Timex) -> bool:
    """Say whether a time begins after the day of publication; the end of a month is about its last third."""
    if timex.period is None or ground.published is None or ground.published.granularity > DAY:
        return False
    first = first_day(timex.period)
    if timex.mod == "END":
        end = first_day(shift(timex.period, 1, timex.period.granularity))
        first = end - max(1, (end - first) // 3)
    return first > ground.published.number


def _of_head(ground: Ground, clause: Clause, head: Span, timex: Timex | None) -> Modality:
    """Read the modality of a word beside the clause's verb: "denied taking money", "agreed to meet"."""
    if _is_infinitive(ground, head):
        not_to = words_before(ground.folded, head.start)[1] in ground.language.syntax.negators
        return Modality.DENIED if not_to or clause.modality is Modality.DENIED else Modality.PLANNED
    tags = ground.language.verbs.tags(clause.verb.of(ground.folded)) if clause.verb else frozenset[str]()
    if awaits(head.of(ground.folded), ground.language):
        return Modality.PLANNED if tags.isdisjoint(PUT_OFF) else Modality.DENIED  # "due on Friday, was moved"
    gerund = ground.language.syntax.ends(head.of(ground.folded), ground.language.syntax.gerund_ending)
    leans = words_before(ground.folded, head.start)[1] in ground.language.happenings.leaning
    over = leans and timex is not None and is_over(ground, timex)  # "wants to run again after losing in 2020"
    to_come = gerund and clause.tense is Tense.FUTURE and not over
    if to_come and clause.verb and clause.verb.end < head.start:
        return clause.modality  # "is due to spend the night there before returning on Tuesday"
    if not gerund or clause.verb is None or head.start < clause.verb.end:
        return Modality.HAPPENED
    return next((modality for tag, modality in _BY_TAG if tag in tags), Modality.HAPPENED)


def _of_clause(ground: Ground, each: Told, place: int, timex: Timex | None) -> Modality:
    clause = each.clauses[place]
    rumoured = _of_rumour(ground, each, place)
    if rumoured is not None:
        return rumoured
    if clause.modality is Modality.PLANNED and is_conditional(ground, clause):
        return Modality.POSSIBLE
    if clause.tense in (Tense.PRESENT, Tense.FUTURE, Tense.NONE) and opens_condition(ground, clause):
        return Modality.POSSIBLE  # "if there is no offer by Friday"
    excludes = "exclude" in verb_tags(ground, clause)  # "did not rule out closing it", "never ruled out running"
    denied = Modality.POSSIBLE if excludes else Modality.DENIED
    if clause.modality in _AHEAD and clause.verb and is_nothing(ground, clause, clause.verb):
        return denied  # "there will be no vote"
    if clause.modality is Modality.DENIED:
        return denied
    if clause.modality is not Modality.HAPPENED:
        return clause.modality
    if place and is_unreal(ground, each.clauses[place - 1], clause):
        return Modality.POSSIBLE
    if _is_untrue(ground, each, place) or (
        is_called_off(ground, clause, timex) and not _is_deferred(ground, clause, timex)
    ):
        return Modality.DENIED
    if _is_wished(ground, each, place):
        return Modality.PLANNED
    doubt = denied if (said := doubt_of(ground, clause)) is Modality.DENIED else said
    return doubt or _governed(ground, each, clause) or Modality.HAPPENED


def _is_deferred(ground: Ground, clause: Clause, timex: Timex | None) -> bool:
    """Say whether what was to be was put off to the time itself, when it will be: "was postponed until 3 March"."""
    return timex is not None and defers(ground.folded, clause, timex, ground.language)


def _of_rumour(ground: Ground, each: Told, place: int) -> Modality | None:
    """Read how sure what hangs on a noun is: "rumours that he quit", "the claim that it will close is untrue"."""
    clause, hanging = each.clauses[place], ground.language.syntax.complementizers
    if clause.verb is None or clause.modality not in _ASKED:
        return None
    if hanging.isdisjoint(ground.folded[clause.span.start : clause.verb.start].split()):
        return None
    words = WORD.finditer(ground.folded, clause.span.start, clause.verb.start)
    opener = next((word.start() for word in words if word.group() in hanging), None)
    noun = words_before(ground.folded, opener)[1] if opener is not None else ""
    if not noun:
        return None
    if place + 1 < len(each.clauses) and _says_untrue(ground, each.clauses, place + 1):
        return Modality.DENIED
    if "hearsay_nouns" not in ground.language.verbs.tags(noun) or clause.governor is not None:
        return None
    return Modality.POSSIBLE if clause.modality is Modality.PLANNED else Modality.ALLEGED


def _says_untrue(ground: Ground, clauses: Sequence[Clause], place: int) -> bool:
    """Say whether a clause without a subject of its own tells that what was told before it is not so."""
    clause, tags = clauses[place], ground.language.verbs.tags
    if clause.verb is None or tags(clause.verb.of(ground.folded)).isdisjoint(BE):
        return False
    denied = clause.modality is Modality.DENIED
    behind = (word.group() for word in WORD.finditer(ground.folded, clause.verb.end, clause.span.end))
    said = next((word for word in behind if not ground.language.syntax.is_adverb(word)), "")
    return ("true_words" if denied else "untrue_words") in tags(said) and shares_subject(
        ground.folded, clauses, place, ground.language
    )


def _is_wished(ground: Ground, each: Told, place: int) -> bool:
    """Say whether a participle says what somebody wants of an object: "wants it kept until 2030"."""
    clause, tags = each.clauses[place], ground.language.verbs.tags
    if clause.verb is None or clause.reports or tags(clause.verb.of(ground.folded)).isdisjoint(_BENT):
        return False
    before = each.clauses[place - 1] if place and not each.clauses[place - 1].relative else clause
    words = ground.folded[before.span.start : clause.verb.start].split()[-_OBJECT - 1 :]
    wishes = [number for number, word in enumerate(words) if "wish" in tags(word)]
    between = words[wishes[-1] + 1 :] if wishes else ()
    small = ground.language.syntax.openers | ground.language.syntax.relatives
    return 0 < len(between) <= _OBJECT and all(w.isalnum() and w not in small and not tags(w) for w in between)


_BENT: Final = frozenset({"participle", "past", "past_same_as_base"})
_OBJECT: Final = 5  # words of an object, those before its noun among them


def _aside(ground: Ground) -> frozenset[str]:
    """Give the openers of a clause that tells when another was."""
    return ground.language.happenings.explaining | frozenset(ground.language.happenings.leaning.keys())


def _is_infinitive(ground: Ground, head: Span) -> bool:
    """Say whether a word stands behind "to", with what may stand between: "to not only win"."""
    syntax, words = ground.language.syntax, ground.folded[max(0, head.start - _REACH) : head.start].split()
    before = next((word for word in reversed(words) if not syntax.is_adverb(word)), "")
    return bool(syntax.infinitive) and syntax.infinitive == before


_REACH: Final = 40  # characters before an infinitive


def _is_asked(ground: Ground, each: Told, clause: Clause) -> bool:
    """Say whether a clause stands in a question."""
    ends = each.sentence.span.end
    return ground.folded[ends - 1 : ends] == _QUESTION or _QUESTION in clause.span.of(ground.folded)


def _is_excepted(ground: Ground, timex: Timex) -> bool:
    """Say whether a word before a time takes it out: "ran on Monday but not on Tuesday"."""
    before, near = words_before(ground.folded, timex.span.start)
    syntax = ground.language.syntax
    return near in syntax.negators or (before in syntax.negators and near in syntax.time_prepositions)


def _is_one_of_two(ground: Ground, each: Told, timex: Timex) -> bool:
    """Say whether the text leaves open which of two times it is: "will meet on Monday or Tuesday"."""
    place = each.timexes.index(timex) if timex in each.timexes else -1
    pairs = pairwise(each.timexes[max(0, place - 1) : place + 2]) if place >= 0 else ()
    between = (ground.folded[first.span.end : last.span.start].split() for first, last in pairs)
    small = ground.language.happenings.alternative | ground.language.syntax.time_prepositions
    return any(
        words and small >= set(words) and words[0] in ground.language.happenings.alternative for words in between
    )


def _is_untrue(ground: Ground, each: Told, place: int) -> bool:
    """Say whether the clause before denies this one as a whole: "it is not true that he resigned"."""
    clause, before = each.clauses[place], each.clauses[place - 1] if place else None
    if before is None or before.verb is None or before.modality is not Modality.DENIED:
        return False
    states = ground.language.verbs.tags(before.verb.of(ground.folded)) & BE
    return bool(states) and first_word(ground.folded, clause) in ground.language.syntax.complementizers


def _governed(ground: Ground, each: Told, clause: Clause) -> Modality | None:
    saying = each.clauses[clause.governor] if clause.governor is not None else None
    behind = saying is not None and saying.span.start > clause.span.start
    if behind and saying and is_bare_gerund(ground.folded, saying, ground.language):
        return None  # "stopped it, claiming that nobody cared": what is claimed stands behind
    if behind and saying and first_word(ground.folded, saying) in _aside(ground):
        return None  # "won fame when she accused him": the saying only tells when it was
    verb = saying.verb if saying else None
    tags = ground.language.verbs.tags(verb.of(ground.folded)) if verb else frozenset[str]()
    return next((modality for tag, modality in _BY_TAG if tag in tags), None)

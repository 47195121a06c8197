"""Words of a sentence -> verb groups with tense and modality: "was to meet", "has not been seen", "says".

Closed tables of the language say what a word may be in a verb group; position decides the rest. There is no model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from timeline.clauses.heads import PARTICIPLE, HeadFinder
from timeline.clauses.words import TIME, Tags, VerbGroup
from timeline.model import Modality, Tense

_SPEECH: Final = frozenset({"say", "deny", "allege"})
_AFTER_HAVE: Final = PARTICIPLE | {"participles_same_as_base", "be_other"}
_BASES: Final = frozenset({"scheduled_present", "past_same_as_base", "say", "plan", "order", "appoint", "be_other"})
_BENT: Final = frozenset({"past", "participle"})
_OBJECT: Final = 7  # words from a wish to the word before what is wished for
_PHRASE: Final = 6  # words from a participle to the verb behind its noun: "masked men in dark vans fired"
_SUBJECT: Final = 8  # words that a subject may have: "neither he nor his aunts could be found"
_WILL: Final = frozenset({"future", "future_in_past"})
_FINITE: Final = frozenset({"be_past", "be_present", "have_past", "have_present"})


class GroupFinder(HeadFinder):
    """Finds the verb groups of one sentence."""

    def groups(self) -> Iterator[VerbGroup]:
        """Yield the groups in order."""
        free, after = 0, -1
        ahead: VerbGroup | None = None  # the group before, when a modal opens it
        for place, tags in enumerate(self._tags):
            if not tags or place < free:
                continue
            group = self._group_at(place, tags)
            if ahead and self._texts[place - 1] in self._syntax.coordinators and self._shares_modal(place, tags, ahead):
                group = VerbGroup(place, self._passive_head(place), ahead.tense, ahead.modality, "say" in tags)
            if group and not group.first == group.last == after:  # else its complement: "will stay shut"
                yield group
                free = after = group.last + 1
                known = group.tense is Tense.PRESENT and "scheduled_present" in self._tags[group.last]
                ahead = group if known or group.tense is Tense.FUTURE else None

    def _shares_modal(self, place: int, tags: Tags, last: VerbGroup) -> bool:
        """Say whether a base form goes on with a modal: "will open and close"; not "must be shut and set"."""
        if self._syntax.agrees_with_one(self._texts[place]):
            return False
        more = self._texts[place + 1][:1].isalpha() and not self._follows_verb(place + 1)
        named = more and "scheduled_present" in tags  # "will open Park Lane and Close Street"
        if named or tags.isdisjoint(_BASES):
            return False
        return self._tags[last.last].isdisjoint(_BENT) if "past_same_as_base" in tags else tags.isdisjoint(_BENT)

    def headline(self) -> Iterator[VerbGroup]:
        """Yield the infinitive of a headline that has no other verb: "Council to vote on Friday"."""
        for place in range(1, self._size - 1):
            if self._texts[place] in self._syntax.time_prepositions:  # "the road from Oslo to Bergen"
                return
            if self._is_infinitive(place) and self._texts[place + 1] not in self._syntax.determiners:
                if self._texts[place + 1][:1].isalpha() and self._tags[place + 1] is not TIME:
                    yield VerbGroup(place, place + 1, Tense.FUTURE, Modality.PLANNED)
                return

    def _group_at(self, place: int, tags: Tags) -> VerbGroup | None:
        if self._is_infinitive(place + 1) and self._awaits(place, tags):
            ended = f"{self._texts[place - 2]} {self._texts[place - 1]}" in self._syntax.ended  # "no longer plans to"
            denied = ended or "negators" in self._tags[place - 1]  # "no plans to close"
            modality = Modality.DENIED if denied else Modality.PLANNED
            return VerbGroup(place, min(place + 2, self._size - 1), Tense.FUTURE, modality)
        wished = self._wished(place) if "wish" in tags and "past" not in tags else None
        if wished is not None:
            return VerbGroup(place, wished, Tense.FUTURE, Modality.PLANNED)
        reader = _reader_of(tags)
        return reader(self, place, tags) if reader else None

    def _awaits(self, place: int, tags: Tags) -> bool:
        """Say whether a word before "to" says that something is still to come; "due to its loss" awaits nothing."""
        plans = "plan" in tags and "past" not in tags  # "plans to resign", "wants to leave"
        awaiting = plans or self._texts[place] in self._syntax.awaiting
        return awaiting and self._texts[place + 2] not in self._syntax.determiners

    def _wished(self, place: int) -> int | None:
        """Find what another is expected to do: "They expect the storm to reach land"."""
        if self._texts[place - 1] in self._syntax.determiners or self._is_infinitive(place - 1):
            return None
        for at in range(place + 1, place + _OBJECT):
            if self._is_infinitive(at):
                follows = self._texts[at + 1]
                verb = at > place + 1 and follows[:1].isalpha() and follows not in self._syntax.determiners
                return self._passive_head(at + 1) if verb else None
            if self._tags[at] or not self._texts[at][:1].isalnum() or self._texts[at] in self._syntax.openers:
                return None
        return None

    def _after_will_or_may(self, place: int, tags: Tags) -> VerbGroup | None:
        unsure = Modality.POSSIBLE if tags.isdisjoint(_WILL | {"necessary"}) else Modality.PLANNED
        return None if self._is_modal_noun(place) else self._after_modal(place, Tense.FUTURE, unsure)

    def _is_modal_noun(self, place: int) -> bool:
        """Say whether what looks like a modal is the noun: "the will was signed", "her will to win"."""
        if self._texts[place - 1] not in self._syntax.determiners:
            return False
        follows, tags = self._texts[place + 1], self._tags[place + 1]
        phrase = self._is_infinitive(place + 1) or follows in self._syntax.determiners or not follows[:1].isalpha()
        return phrase or not tags.isdisjoint(_FINITE) or (tags >= {"past"} and "past_same_as_base" not in tags)

    def _after_do(self, place: int, tags: Tags) -> VerbGroup:
        return self._after_modal(place, Tense.PAST if "do_past" in tags else Tense.PRESENT, Modality.HAPPENED)

    def _after_modal(self, place: int, tense: Tense, modality: Modality) -> VerbGroup:
        head, denied = self._skip_adverbs(self._behind_subject(place + 1))
        word = self._texts[head]
        if word and word == self._syntax.infinitive:
            head += 1  # "ought to leave"
        elif word == self._syntax.perfect_base and self._obliges(head + 1):
            head += 2  # "will have to leave"
        if self._texts[head] == self._syntax.perfect_base and modality is not Modality.HAPPENED:
            after, _ = self._skip_adverbs(head + 1)
            if self._tags[after] & _AFTER_HAVE:  # "would have met"; not "would have power"
                head, tense = after, Tense.PAST
                if self._tags[place] & {"future_in_past", "necessary"}:
                    modality = Modality.POSSIBLE  # what would or must have been need not have been
        head = self._passive_head(head)
        last = head if self._texts[head][:1].isalpha() else place
        able = "possible_in_past" in self._tags[place]
        nobody = able and any("negators" in tags for tags in self._tags[max(0, place - _SUBJECT) : place])
        if denied or nobody or self._denies(place):
            modality = Modality.DENIED
            if able or ("future_in_past" in self._tags[place] and "say" in self._tags[last]):
                tense = Tense.PAST  # "they would not say", "he could not be reached": it was tried
        return VerbGroup(place, last, tense, modality, "say" in self._tags[last])

    def _after_be(self, place: int, tags: Tags) -> VerbGroup | None:
        if self._texts[place] == self._syntax.first_form and not self._is_of_speaker(place):
            return None  # "a Pan Am jet"
        tense = Tense.PAST if "be_past" in tags else Tense.PRESENT
        head, denied = self._skip_adverbs(place + 1)
        modality = Modality.DENIED if denied or self._denies(place) else Modality.HAPPENED
        head += self._texts[head] in self._syntax.latest and bool(self._tags[head + 1] & PARTICIPLE)
        if self._is_infinitive(head) and self._texts[head + 1]:
            if self._texts[head + 1] == self._syntax.perfect_base and self._tags[head + 2] & _AFTER_HAVE:
                last = self._passive_head(head + 2)  # "was to have been held": it need not have been
                return VerbGroup(place, last, tense, self._awaited(place, head, modality))
            return VerbGroup(place, self._passive_head(head + 1), Tense.FUTURE, self._awaited(place, head, modality))
        if self._texts[head] in self._syntax.awaiting and self._is_infinitive(head + 1) and self._texts[head + 2]:
            verb, _ = self._skip_adverbs(head + 2)  # "is expected to formally open"
            return VerbGroup(place, self._passive_head(verb), Tense.FUTURE, self._awaited(place, head, modality))
        ahead = "be_present" in tags and self._texts[head] in self._syntax.awaiting
        timed = self._texts[head + 1] in self._syntax.time_prepositions or self._tags[head + 1] is TIME
        if ahead and timed:  # "is expected on Sunday", "is expected later this week"
            return VerbGroup(place, head, Tense.FUTURE, self._awaited(place, head, modality))
        if self._is_appointed(head):
            return VerbGroup(place, head, tense, self._awaited(place, head, modality))
        acts = bool(self._tags[head] & PARTICIPLE) or self._syntax.is_gerund(self._texts[head])
        if "is_has_or_genitive" in tags:
            return self._after_apostrophe(place, head, modality)
        if not acts:
            return VerbGroup(place, place, tense, modality)
        last = self._passive_head(head)
        return VerbGroup(place, last, tense, modality, "say" in self._tags[last])

    def _after_apostrophe(self, place: int, head: int, modality: Modality) -> VerbGroup | None:
        """Read 's as "is" before -ing and as "has" before "been"; else it is a genitive."""
        if self._syntax.is_gerund(self._texts[head]):
            owned = self._tags[place - 1] is TIME  # "Sunday's bombing"
            return None if owned else VerbGroup(place, head, Tense.PRESENT, modality)
        if self._texts[head] == self._syntax.perfect_participle:
            return VerbGroup(place, self._passive_head(head), Tense.PERFECT, modality)
        return None

    def _after_have(self, place: int, tags: Tags) -> VerbGroup:
        tense = Tense.PAST if "have_past" in tags else Tense.PERFECT
        head, denied = self._skip_adverbs(place + 1)
        modality = Modality.DENIED if denied or self._denies(place) else Modality.HAPPENED
        if self._tags[head] & _AFTER_HAVE:
            last = self._passive_head(head)
            if last == head and self._is_appointed(head + 1):
                return VerbGroup(place, head + 1, tense, self._awaited(place, head + 1, modality))
            return VerbGroup(place, last, tense, modality, "say" in self._tags[last])
        if self._obliges(head):
            ahead = tense is Tense.PERFECT and modality is Modality.HAPPENED
            tense = Tense.FUTURE if tense is Tense.PERFECT else tense
            return VerbGroup(place, self._passive_head(head + 1), tense, Modality.PLANNED if ahead else modality)
        return VerbGroup(place, place, Tense.PRESENT if tense is Tense.PERFECT else tense, modality)

    def _past(self, place: int, tags: Tags) -> VerbGroup | None:
        before, says = self._texts[place - 1], "say" in tags
        if self._is_infinitive(place - 1) or "have_other" in self._tags[place - 1]:
            return None  # "denied having met": no finite verb
        first = self._texts[place - 2] if before in self._syntax.lately else before  # "the newly built mill"
        if first in self._syntax.determiners and tags & {"past_also_else", "regular"}:
            return None
        if self._tags[place - 1] is TIME is self._tags[place + 1] and self._texts[place] in self._syntax.closing:
            return None  # "the year ended 31 May"
        if before == self._syntax.subjunctive:  # "a review to be held in June", "asked that it be mended by June"
            return VerbGroup(place, place, Tense.FUTURE, Modality.PLANNED, says)
        if before in self._syntax.present_passives:
            return VerbGroup(place - 1, place, Tense.PRESENT, Modality.HAPPENED, says)
        if "regular" in tags and (self._is_attributive(place) or self._is_adjective(place)):
            return None
        set_off = says and "regular" in tags and self._is_set_off(place)
        hangs = set_off or ("regular" in tags and self._hangs(place))
        return VerbGroup(place, place, Tense.PAST, Modality.HAPPENED, says and not set_off, hangs)

    def _is_adjective(self, place: int) -> bool:
        """Say whether a participle stands before a subject that has its verb behind it: "Masked men in vans fired"."""
        syntax = self._syntax
        if self._tags[place + 1] or not (syntax.is_plural(self._texts[place + 1]) and self._opens_subject(place)):
            return False
        far = self._texts[place + 2] in syntax.time_prepositions
        for at in range(place + 2, min(place + (_PHRASE if far else 3), self._size)):
            if not self._tags[at].isdisjoint(_FINITE | {"past"}):
                return self._tags[at] is not TIME
            if not self._texts[at][:1].isalpha() or self._texts[at] in syntax.openers:
                return False
        return False

    def _simple(self, place: int, tags: Tags) -> VerbGroup | None:
        says = "say" in tags
        if self._is_infinitive(place - 1) or "have_other" in self._tags[place - 1]:
            return None
        if self._texts[place - 1] in self._syntax.determiners:
            return None
        if "past_same_as_base" in tags:
            return VerbGroup(place, place, Tense.PAST, Modality.HAPPENED, says)
        if tags & _SPEECH and self._is_said(place):
            return VerbGroup(place, place, Tense.PRESENT, Modality.HAPPENED, says)
        if "scheduled_present" in tags and self._agrees(place):
            return VerbGroup(place, place, Tense.PRESENT, Modality.HAPPENED, says)
        return None

    def _is_said(self, place: int) -> bool:
        """Say whether a form such as "claims" is the verb here and not the noun."""
        word, follows, syntax = self._texts[place], self._texts[place + 1], self._syntax
        if word in syntax.sure_verbs or follows in syntax.complementizers:
            return True
        return syntax.agrees_with_one(word) and follows in syntax.plural_subjects

    def _agrees(self, place: int) -> bool:
        """Say whether a present form agrees with the word before it as its subject, and is not the noun it may be."""
        word, before, follows = self._texts[place], self._texts[place - 1], self._texts[place + 1]
        syntax = self._syntax
        timed = follows in syntax.time_prepositions or self._tags[place + 1] is TIME
        if timed and before in syntax.coordinators and self._tags[place - 2] is TIME and not self._led_by_modal(place):
            return True  # "were charged in May and go on trial in June"
        subject = self._subject_of_relative(place)
        if subject is not None:
            return syntax.is_plural(subject) != syntax.agrees_with_one(word)
        if follows in syntax.determiners - syntax.subjects - syntax.time_prepositions or not before:
            return False
        if before == syntax.genitive:  # "the boy's return"
            return False
        if not before[-1].isalpha():  # behind a comma the subject stands farther off: "The talks, which ..., resume"
            return timed
        if place == 1 and not syntax.agrees_with_one(word):
            return True  # a name of several people opens the sentence: "England face Wales"
        return syntax.is_plural(before) != syntax.agrees_with_one(word) or self._agrees_with_several(place)


_Reader = Callable[[GroupFinder, int, Tags], VerbGroup | None]
_READERS: Final[tuple[tuple[Tags, _Reader], ...]] = (
    (_WILL | {"possible", "necessary"}, GroupFinder._after_will_or_may),
    (frozenset({"be_present", "be_past", "is_has_or_genitive"}), GroupFinder._after_be),
    (frozenset({"have_present", "have_past"}), GroupFinder._after_have),
    (frozenset({"do_present", "do_past"}), GroupFinder._after_do),
    (frozenset({"past"}), GroupFinder._past),
    (_SPEECH | {"past_same_as_base", "scheduled_present"}, GroupFinder._simple),
)


@cache  # words have as many sets of tags as the tables combine; a word then costs one look-up
def _reader_of(tags: Tags) -> _Reader | None:
    """Find what reads a group that begins with such a word; None when none can."""
    return next((reader for members, reader in _READERS if tags & members), None)

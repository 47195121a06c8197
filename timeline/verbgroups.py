"""Words of a sentence -> verb groups with tense and modality: "was to meet", "has not been seen", "says".

Closed tables of the language say what a word may be in a verb group; position decides the rest. There is no model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.grammar.syntax import Syntax
from timeline.grammar.verbs import VerbTable
from timeline.model import Modality, Tense


class Word(NamedTuple):
    """A word or mark of a sentence, folded, with its place in the text and what the tables say of it."""

    text: str
    start: int
    end: int
    tags: frozenset[str]


class VerbGroup(NamedTuple):
    """A finite verb with its auxiliaries: first and last word by place; the last is its head.

    reports     the head is a verb of saying
    participle  it may be a participle that hangs on the noun before it ("the bill signed by ...")
    """

    first: int
    last: int
    tense: Tense
    modality: Modality
    reports: bool = False
    participle: bool = False


_BE = frozenset({"be_present", "be_past", "is_has_or_genitive"})
_HAVE = frozenset({"have_present", "have_past"})
_SPEECH = frozenset({"say", "deny", "allege"})
_DO = frozenset({"do_present", "do_past"})
_PARTICIPLE = frozenset({"participle", "past", "past_same_as_base"})
_AFTER_HAVE = _PARTICIPLE | {"participles_same_as_base", "be_other"}


class GroupFinder:
    """Finds the verb groups of one sentence."""

    def __init__(self, words: Sequence[Word], verbs: VerbTable, syntax: Syntax) -> None:
        self._words, self._verbs, self._syntax = words, verbs, syntax

    def groups(self) -> Iterator[VerbGroup]:
        """Yield the groups in order."""
        place, after = 0, -1
        while place < len(self._words):
            group = self._group_at(place) if self._words[place].tags else None
            if group and group.first == group.last == after:
                group = None  # right behind a verb it is its complement: "will stay shut"
            if group:
                yield group
                after = group.last + 1
            place = group.last + 1 if group else place + 1

    def _group_at(self, place: int) -> VerbGroup | None:
        tags = self._words[place].tags
        plans = "plan" in tags and "past" not in tags  # "plans to resign", "wants to leave"
        awaits = (plans or self._text(place) in self._syntax.awaiting) and self._is_infinitive(place + 1)
        if awaits and self._text(place + 2) not in self._syntax.determiners:  # "due to its loss" awaits nothing
            return VerbGroup(place, min(place + 2, len(self._words) - 1), Tense.FUTURE, Modality.PLANNED)
        if tags & {"future", "future_in_past"}:
            return self._after_modal(place, Tense.FUTURE, Modality.PLANNED)
        if tags & {"possible", "necessary"}:
            return self._after_modal(place, Tense.FUTURE, Modality.POSSIBLE)
        if tags & _BE:
            return self._after_be(place)
        if tags & _HAVE:
            return self._after_have(place)
        if tags & _DO:
            tense = Tense.PAST if "do_past" in tags else Tense.PRESENT
            return self._after_modal(place, tense, Modality.HAPPENED)
        return self._simple(place)

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""

    def _tags(self, place: int) -> frozenset[str]:
        return self._words[place].tags if 0 <= place < len(self._words) else frozenset()

    def _skip_adverbs(self, place: int) -> tuple[int, bool]:
        """Go over adverbs to the next word of the group; say whether one of them denies."""
        syntax, denied = self._syntax, False
        while place < len(self._words):
            text = self._words[place].text
            if text not in syntax.adverbs and not syntax.ends(text, syntax.adverb_ending):
                break
            denied |= text in syntax.negators
            place += 1
        return place, denied

    def _denies(self, place: int) -> bool:
        text, syntax = self._text(place), self._syntax
        return syntax.ends(text, syntax.negative_ending) or text in syntax.negative_words

    def _is_infinitive(self, place: int) -> bool:
        return bool(self._syntax.infinitive) and self._text(place) == self._syntax.infinitive

    def _is_gerund(self, place: int) -> bool:
        return self._syntax.ends(self._text(place), self._syntax.gerund_ending)

    def _after_modal(self, place: int, tense: Tense, modality: Modality) -> VerbGroup:
        head, denied = self._skip_adverbs(place + 1)
        if self._text(head) == self._syntax.perfect_base and modality is not Modality.HAPPENED:
            head, _ = self._skip_adverbs(head + 1)
            tense = Tense.PAST
        head = self._passive_head(head)
        last = head if self._text(head)[:1].isalpha() else place
        if denied or self._denies(place):
            modality = Modality.DENIED
        return VerbGroup(place, last, tense, modality, "say" in self._tags(last))

    def _passive_head(self, place: int) -> int:
        """Go from "be" or "been" to the participle behind it, when there is one."""
        if self._text(place) not in self._syntax.passives:
            return place
        after, _ = self._skip_adverbs(place + 1)
        return after if self._tags(after) & _PARTICIPLE or self._is_gerund(after) else place

    def _after_be(self, place: int) -> VerbGroup | None:
        tags = self._words[place].tags
        tense = Tense.PAST if "be_past" in tags else Tense.PRESENT
        head, denied = self._skip_adverbs(place + 1)
        modality = Modality.DENIED if denied or self._denies(place) else Modality.HAPPENED
        if self._is_infinitive(head) and self._text(head + 1):
            return VerbGroup(place, head + 1, Tense.FUTURE, Modality.PLANNED)
        if self._text(head) in self._syntax.awaiting and self._is_infinitive(head + 1) and self._text(head + 2):
            return VerbGroup(place, head + 2, Tense.FUTURE, Modality.PLANNED)
        ahead = "be_present" in tags and self._text(head) in self._syntax.awaiting
        if ahead and self._text(head + 1) in self._syntax.time_prepositions:  # "is expected on Sunday"
            return VerbGroup(place, head, Tense.FUTURE, Modality.DENIED if denied else Modality.PLANNED)
        acts = bool(self._tags(head) & _PARTICIPLE) or self._is_gerund(head)
        if "is_has_or_genitive" in tags:
            return self._after_apostrophe(place, head, modality)
        if not acts:
            return VerbGroup(place, place, tense, modality)
        last = self._passive_head(head)
        return VerbGroup(place, last, tense, modality, "say" in self._tags(last))

    def _after_apostrophe(self, place: int, head: int, modality: Modality) -> VerbGroup | None:
        """Read 's as "is" before -ing and as "has" before "been"; else it is a genitive."""
        if self._is_gerund(head):
            return VerbGroup(place, head, Tense.PRESENT, modality)
        if self._text(head) == self._syntax.perfect_participle:
            return VerbGroup(place, self._passive_head(head), Tense.PERFECT, modality)
        return None

    def _after_have(self, place: int) -> VerbGroup:
        tense = Tense.PAST if "have_past" in self._words[place].tags else Tense.PERFECT
        head, denied = self._skip_adverbs(place + 1)
        modality = Modality.DENIED if denied or self._denies(place) else Modality.HAPPENED
        if self._tags(head) & _AFTER_HAVE:
            last = self._passive_head(head)
            return VerbGroup(place, last, tense, modality, "say" in self._tags(last))
        return VerbGroup(place, place, Tense.PRESENT if tense is Tense.PERFECT else tense, modality)

    def _simple(self, place: int) -> VerbGroup | None:
        word, before = self._words[place], self._text(place - 1)
        says = "say" in word.tags
        if self._is_infinitive(place - 1):
            return None
        noun_place = before in self._syntax.determiners
        if "past" in word.tags:
            if noun_place and word.tags & {"past_also_else", "regular"}:
                return None
            hangs = "regular" in word.tags and self._text(place + 1) in self._syntax.agents
            return VerbGroup(place, place, Tense.PAST, Modality.HAPPENED, says, hangs)
        if noun_place:
            return None
        if "past_same_as_base" in word.tags:
            return VerbGroup(place, place, Tense.PAST, Modality.HAPPENED, says)
        if word.tags & _SPEECH and self._is_said(place):
            return VerbGroup(place, place, Tense.PRESENT, Modality.HAPPENED, says)
        if "scheduled_present" in word.tags and self._agrees(place):
            return VerbGroup(place, place, Tense.PRESENT, Modality.HAPPENED, says)
        return None

    def _is_said(self, place: int) -> bool:
        """Say whether a form such as "claims" is the verb here and not the noun."""
        word, follows, syntax = self._text(place), self._text(place + 1), self._syntax
        if word in syntax.sure_verbs or follows in syntax.complementizers:
            return True
        return syntax.agrees_with_one(word) and follows in syntax.plural_subjects

    def _agrees(self, place: int) -> bool:
        """Say whether a present form agrees with the word before it as its subject, and is not the noun it may be."""
        word, before, follows = self._text(place), self._text(place - 1), self._text(place + 1)
        syntax = self._syntax
        if follows in syntax.determiners - syntax.subjects - syntax.time_prepositions or not before:
            return False
        if before == syntax.genitive:  # "the boy's return"
            return False
        if not before[-1].isalpha():  # behind a comma the subject stands farther off: "The talks, which ..., resume"
            return not syntax.agrees_with_one(word) and follows in syntax.time_prepositions
        if place == 1 and not syntax.agrees_with_one(word):
            return True  # a name of several people opens the sentence: "England face Wales"
        return syntax.is_plural(before) != syntax.agrees_with_one(word)

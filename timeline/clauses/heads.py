"""A place in a sentence -> the head of the verb group there: over adverbs, a subject, the word of the infinitive."""

from __future__ import annotations

from typing import Final

from timeline.clauses.words import TIME, Words
from timeline.grammar.syntax import Syntax
from timeline.model import Modality

PARTICIPLE: Final = frozenset({"participle", "past", "past_same_as_base"})
_PAUSE: Final = ","
_MODAL: Final = frozenset({"future", "future_in_past", "possible", "necessary", "do_past", "do_present"})
_FINITE: Final = frozenset(
    {"past", "be_past", "be_present", "have_past", "have_present", "future", "scheduled_present"}
)


class HeadFinder:
    """Answers where a verb group of one sentence has its head, and what the words before it make of it."""

    def __init__(self, words: Words, syntax: Syntax) -> None:
        self._texts, self._tags, self._size, self._syntax = words.texts, words.tags, words.size, syntax

    def _skip_adverbs(self, place: int) -> tuple[int, bool]:
        """Go over adverbs to the next word of the group; say whether one of them denies."""
        syntax, denied = self._syntax, False
        while True:
            text = self._texts[place]
            if not syntax.is_adverb(text):
                return place, denied
            denied |= text in syntax.negators
            place += 1

    def _behind_subject(self, place: int) -> int:
        """Go over the subject that a question puts before its verb: "Did he resign?", "Will the old plant close?".

        Its verb is the last word before what follows a verb: a determiner, a preposition, a time, a mark, the end.
        """
        syntax, text = self._syntax, self._texts[place]
        opens = not self._texts[place - 2][:1].isalpha() and text not in syntax.adverbs  # the auxiliary comes first
        if text not in syntax.subjects and not opens:
            return place
        if text in syntax.subjects and text not in syntax.determiners:
            return place + 1 if self._texts[place + 1][:1].isalpha() else place
        first = last = place + (text in syntax.determiners)
        while self._texts[last + 1][:1].isalpha() and not self._follows_verb(last + 1):
            last += 1
        return last if last > first else place

    def _follows_verb(self, place: int) -> bool:
        text = self._texts[place]
        return text in self._syntax.determiners or text in self._syntax.openers or self._tags[place] is TIME

    def _passive_head(self, place: int) -> int:
        """Go from "be" or "been" to the participle behind it, when there is one."""
        if self._texts[place] not in self._syntax.passives:
            return place
        after, _ = self._skip_adverbs(place + 1)
        return after if self._tags[after] & PARTICIPLE or self._syntax.is_gerund(self._texts[after]) else place

    def _is_attributive(self, place: int) -> bool:
        """Say whether a participle tells what the noun behind it is: "the badly hit town", "Norland's armed police".

        Behind a number it does so in an object: "held nine alleged spies".
        """
        texts, syntax = self._texts, self._syntax
        before, far, follows = texts[place - 1], texts[place - 2], texts[place + 1]
        small = follows in syntax.sentence_openers or follows in syntax.subjects or syntax.is_adverb(follows)
        if small or not follows[:1].isalpha() or self._tags[place + 1] or self._follows_verb(place + 1):
            return False
        if before == syntax.genitive:
            return far not in syntax.subjects
        if before in syntax.degrees:
            return far in syntax.determiners  # "the worst affected areas"
        if syntax.is_adverb(before):
            return far in syntax.determiners and far not in syntax.pronouns and self._tags[place - 1] is not TIME
        counts = before in syntax.sentence_openers - syntax.subjects - syntax.openers - syntax.coordinators
        if not (counts and syntax.is_plural(follows)):
            return False
        return far in syntax.determiners or bool(self._tags[place - 2] and "say" not in self._tags[place - 2])

    def _hangs(self, place: int) -> bool:
        """Say whether a participle hangs on the noun before it: "signed by her", "measures aimed at the poor"."""
        follows = self._texts[place + 1]
        return follows in self._syntax.agents or f"{self._texts[place]} {follows}" in self._syntax.stative

    def _is_set_off(self, place: int) -> bool:
        """Say whether commas set off a participle with its time before a verb: "The deal, announced Monday, is"."""
        if self._texts[place - 1] != _PAUSE:
            return False
        at = place + 1 + (self._texts[place + 1] in self._syntax.time_prepositions)
        first = at
        while self._tags[at] is TIME:
            at += 1
        closed = at > first and self._texts[at] == _PAUSE
        return closed and self._tags[at + 1] is not TIME and not self._tags[at + 1].isdisjoint(_FINITE)

    def _subject_of_relative(self, place: int) -> str | None:
        """Give the noun whose clause between commas closes right before a verb: "The Rovers, who lost, host Leeds"."""
        if self._texts[place - 1] != _PAUSE:
            return None
        for at in range(place - 2, 1, -1):
            if self._texts[at] == _PAUSE:
                return self._texts[at - 1] if self._texts[at + 1] in self._syntax.subject_relatives else None
        return None

    def _led_by_modal(self, place: int) -> bool:
        """Say whether a base form may belong to an infinitive or modal: "asked to stop in May and go in June"."""
        words = range(max(0, place - _LED), place)
        return any(self._is_infinitive(at) or not self._tags[at].isdisjoint(_MODAL) for at in words)

    def _opens_subject(self, place: int) -> bool:
        """Say whether a subject may begin here: "At noon, masked men", "after masked men"; not "who wounded men"."""
        syntax, at = self._syntax, place - 1
        while at >= 0 and self._tags[at] is TIME:
            at -= 1
        at -= at < place - 1 and self._texts[at] in syntax.time_prepositions
        before = self._texts[at]
        if not before[:1].isalpha() or "say" in self._tags[at]:
            return True
        hanging = syntax.relatives | syntax.complementizers | syntax.coordinators | syntax.subjects
        return before in syntax.openers | syntax.sentence_openers and before not in hanging

    def _is_of_speaker(self, place: int) -> bool:
        """Say whether a form that only "I" takes stands with it, or opens what is told: "I am", "am here"."""
        texts, syntax = self._texts, self._syntax
        before, at = texts[place - 1], place - 1
        while syntax.is_adverb(texts[at]):
            at -= 1
        speaker = syntax.first_person
        return not before[:1].isalpha() or before in syntax.openers or speaker in (texts[at], texts[place + 1])

    def _is_infinitive(self, place: int) -> bool:
        return bool(self._syntax.infinitive) and self._texts[place] == self._syntax.infinitive

    def _denies(self, place: int) -> bool:
        text = self._texts[place]
        return self._syntax.ends(text, self._syntax.negative_ending) or text in self._syntax.negative_words

    def _is_appointed(self, place: int) -> bool:
        """Say whether an adjective of what is to come has a time behind it: "was due on Friday"."""
        if self._texts[place] not in self._syntax.awaiting or self._tags[place] & PARTICIPLE:
            return False
        behind = place + 1 + (self._texts[place + 1] in self._syntax.time_prepositions)
        return self._tags[behind] is TIME

    def _awaited(self, first: int, last: int, modality: Modality) -> Modality:
        """Say how sure what is still to come is: "is to close", "is not to close", "is likely to close"."""
        if modality is Modality.DENIED:
            return modality
        unsure = any("possible_words" in self._tags[place] for place in range(first + 1, last + 1))
        return Modality.POSSIBLE if unsure else Modality.PLANNED

    def _obliges(self, place: int) -> bool:
        """Say whether an infinitive stands here that "have" makes a duty: "has to pay"; not "has to date sold"."""
        if not self._is_infinitive(place) or self._tags[place] is TIME or not self._texts[place + 1][:1].isalpha():
            return False
        if self._texts[place + 1] in self._syntax.determiners or self._tags[place + 1] is TIME:
            return False
        return self._texts[place + 1] in self._syntax.passives or not self._tags[place + 2] & PARTICIPLE

    def _agrees_with_several(self, place: int) -> bool:
        """Say whether a form goes with several that open the sentence: "Voters in the island go to the polls".

        What dates it or where it leads stands behind it, and no other verb: not "Leaders of the vote on Monday said".
        """
        syntax, texts = self._syntax, self._texts
        follows = texts[place + 1]
        if syntax.agrees_with_one(texts[place]) or not (
            follows in syntax.time_prepositions or follows == syntax.infinitive or self._tags[place + 1] is TIME
        ):
            return False
        joins = syntax.time_prepositions | syntax.stepping_from
        first = next((at for at in range(1, min(place, _OPENING)) if texts[at] in joins), 0)
        if not first or not syntax.is_plural(texts[first - 1]) or not 1 < place - first < _PHRASE:
            return False
        if self._tags[first - 1] or texts[first + 1] not in syntax.determiners:
            return False  # "Hopes for quick end to war"
        inside = range(first + 1, place)
        if any(self._tags[at] or not texts[at][:1].isalpha() or texts[at] in syntax.openers for at in inside):
            return False
        return not any(self._tags[at] & _VERBS for at in range(place + 1, min(place + _BEHIND, self._size)))


_VERBS: Final = frozenset({"be_past", "be_present", "have_past", "have_present", "past", "future", "say"})
_OPENING: Final = 4  # words of a subject that are looked over
_PHRASE: Final = 6  # words of what hangs on a subject
_BEHIND: Final = 9  # words behind the verb that are looked over
_LED: Final = 40  # words before a base form among which its modal stands
